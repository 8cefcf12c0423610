//! Sealed fields and documents from the command line to the verification.

use std::fs;

use jalon::cli::CEIMIA;
use jalon::event::Entry;
use serde_json::Value;

use super::{files, holds};
use crate::place::Place;

const PLAN: &str = r#"
plan = "p"
label = { fr = "P", en = "P" }
inforce = 2024-01-01

[[type]]
id = "visit.received"
label = { fr = "Visite reçue", en = "Visit received" }
[[type.field]]
name = "visitor"
kind = "sealed"
required = true
label = { fr = "Visiteur", en = "Visitor" }
[[type.field]]
name = "others"
kind = "sealed"
many = true
label = { fr = "Autres", en = "Others" }

[[objective]]
id = "o"
label = { fr = "Un", en = "One" }
[[objective.group]]
id = "g"
label = { fr = "G", en = "G" }
[[objective.group.indicator]]
id = "visits"
label = { fr = "Visites", en = "Visits" }
status = "printed"
[objective.group.indicator.rule]
kind = "count"
[[objective.group.indicator.rule.from]]
type = "visit.received"
"#;

const MARIE: &str = "person/0190c8e4-7b7d-7a52-9d6a-3f1f6b6a2f11";

/// A ledger with a recorder, a registered person and a plan.
fn place() -> Place {
    let place = Place::new();
    let register = format!("[[body]]\nid = \"{MARIE}\"\nname = \"Marie Tremblay\"\non = 2024-01-01\n");
    place.file("plan.toml", PLAN);
    place.file("register.toml", &register);
    place.file("entente.pdf", "%PDF-1.7 une entente");
    let source = ["--source", "https://a.example/l", "--prefix", "org.a", "--name", "Zoé Gagnon"];
    place.done(&[&["init"], &source[..]].concat());
    place.done(&["plan", "plan.toml"]);
    place.done(&["register", "register.toml"]);
    place
}

impl Place {
    fn last(&self) -> Value {
        let export = self.done(&["export", "jsonl"]);
        serde_json::from_str(export.lines().last().unwrap()).unwrap()
    }

    /// The one document of the ledger.
    fn document(&self) -> std::path::PathBuf {
        files(&self.path().join("ceimia.jalon/evidence")).remove(0).0
    }

    /// What verify prints when it finds something, which is told by its exit
    /// code too.
    fn found(&self) -> String {
        let output = self.run(&["verify", "--lang", "fr"]);
        assert_eq!(output.status.code(), Some(1));
        String::from_utf8(output.stdout).unwrap()
    }
}

#[test]
fn no_name_stands_in_the_clear_anywhere_in_the_ledger() {
    let place = place();
    let others = "others=Marie Tremblay|court texte; Anne Roy";
    place.done(&["record", "visit.received", "visitor=Marie Tremblay", others, "--on", "2024-06"]);
    let entry = place.last()["sequence"].as_str().unwrap().trim_start_matches('0').to_owned();
    place.done(&["correct", &entry, "visitor=Luc Gingras", "--reason", "une autre personne"]);
    let line = r#"{"fields":{"visitor":"Odile Fortin"},"occurredfrom":"2024-06-01","type":"visit.received"}"#;
    place.file("a.jsonl", line);
    place.done(&["import", "a.jsonl"]);
    let export = place.done(&["export", "jsonl"]).into_bytes();
    let mut all = files(&place.path().join("ceimia.jalon"));
    all.push(("export".into(), export));
    assert!(all.len() > 8);
    for (path, bytes) in all {
        for name in ["Zo\u{e9}", "Gagnon", "Tremblay", "Roy", "court texte", "Gingras", "Fortin"] {
            assert!(!holds(&bytes, name), "{name} stands in {}", path.display());
        }
    }
    place.done(&["verify"]);
}

#[test]
fn a_sealed_field_is_shown_opened_here_and_as_sealed_elsewhere() {
    let place = place();
    place.done(&["record", "visit.received", "visitor=marie tremblay", "--on", "2024-06"]);
    let entry = place.last();
    assert_eq!(entry["data"]["fields"]["visitor"]["person"], MARIE, "found by name");
    let shown = place.done(&["show", "9", "--lang", "fr"]);
    assert!(shown.contains("par Zoé Gagnon"), "{shown}");
    // Opened, it is told to be sealed; among the details it stands as it is stored.
    assert_eq!(shown.matches("marie tremblay").count(), 1, "{shown}");
    assert!(shown.contains("marie tremblay (scellé, ouvert ici)"), "{shown}");
    assert!(shown.contains(entry["data"]["fields"]["visitor"]["sealed"].as_str().unwrap()), "{shown}");
    let person = place.done(&["show", "8", "--lang", "en"]);
    assert!(person.contains("Marie Tremblay (sealed, opened here)"), "{person}");
    assert_eq!(person.matches("Marie Tremblay").count(), 1, "{person}");
    let closed = place.json(&["show", "9"]);
    assert!(!closed.to_string().contains("marie"), "{closed}");
    assert_eq!(closed["entries"][0]["entry"], entry);
    assert_eq!(place.json(&["show", "9", "--open"]).to_string().matches("marie tremblay").count(), 1);
    fs::rename(place.path().join("keys"), place.path().join("elsewhere")).unwrap();
    let shown = place.done(&["show", "9", "--lang", "fr"]);
    assert!(
        !shown.contains("marie") && shown.contains("« scellé »".replace(' ', "\u{a0}").as_str()),
        "{shown}"
    );
    assert!(place.done(&["journal", "--lang", "en"]).contains("“sealed” (person/"));
    let verified = place.json(&["verify"]);
    assert_eq!((&verified["sound"], &verified["checks"][4]["unchecked"]), (&true.into(), &3.into()));
}

#[test]
fn persons_are_told_apart_and_strangers_are_made_or_refused() {
    let place = place();
    let record =
        |visitor: &str| vec!["record".to_owned(), "visit.received".to_owned(), format!("visitor={visitor}")];
    let refused = |visitor: &str| {
        let arguments = record(visitor);
        let before = files(place.path()).len();
        let told = place.refused(&arguments.iter().map(String::as_str).collect::<Vec<_>>()).0;
        assert_eq!(files(place.path()).len(), before, "{visitor} left a file");
        told
    };
    assert!(refused("Luc|texte").contains("Luc"));
    assert!(refused("person/0190c8e4-7b7d-7a52-9d6a-000000000000|texte").contains("000000000000"));
    let again = MARIE.replace("2f11", "2f12");
    place.file(
        "more.toml",
        format!("[[body]]\nid = \"{again}\"\nname = \"Marie Tremblay\"\non = 2024-01-01\n"),
    );
    place.done(&["register", "more.toml", "--distinct"]);
    let told = refused("Marie Tremblay");
    assert!(told.contains(MARIE) && told.contains(&again), "{told}");
    let named = record(&format!("{again}|Marie Tremblay"));
    place.done(&named.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(place.last()["data"]["fields"]["visitor"]["person"], again.as_str());
    let mut made = Vec::new();
    for _ in 0..2 {
        place.done(&record("Luc Roy").iter().map(String::as_str).collect::<Vec<_>>());
        made.push(place.last()["data"]["fields"]["visitor"]["person"].clone());
    }
    assert_ne!(made[0], made[1], "a person not in the register is a new one each time");
}

#[test]
fn a_person_is_never_registered_in_the_clear() {
    let place = place();
    let other = MARIE.replace("2f11", "2f13");
    let body =
        format!("[[body]]\nid = \"{other}\"\nname = \"Luc Roy\"\nsynonyms = [\"Lucky\"]\non = 2024-01-01\n");
    place.file("more.toml", &body);
    assert!(place.refused(&["register", "more.toml"]).0.contains(&other));
}

#[test]
fn an_import_again_knows_what_it_sealed_the_first_time() {
    let place = place();
    let line = |visitor: &str| {
        let id = "0190c8e4-7b7d-7a52-9d6a-3f1f6b6a2f99";
        format!(
            r#"{{"fields":{{"visitor":"{visitor}"}},"id":"{id}","occurredfrom":"2024-06-01","type":"visit.received"}}"#
        )
    };
    place.file("a.jsonl", line("Anne Roy"));
    place.done(&["import", "a.jsonl"]);
    let sealed = files(&place.path().join("ceimia.jalon/sealed")).len();
    place.file("b.jsonl", &(line("Anne Roy") + "\n"));
    let told = place.done(&["import", "b.jsonl", "--lang", "en"]);
    assert!(told.contains("0 recorded, 1 there already"), "{told}");
    assert_eq!(files(&place.path().join("ceimia.jalon/sealed")).len(), sealed);
    place.file("c.jsonl", line("Anne Ray"));
    place.refused(&["import", "c.jsonl"]);
}

#[test]
fn a_document_makes_a_value_documented_and_is_named_where_it_counts() {
    let place = place();
    let evidence = ["--evidence", "entente:entente.pdf", "--evidence", "entente.pdf"];
    place.done(&[&["record", "visit.received", "visitor=Luc", "--on", "2024-06"], &evidence[..]].concat());
    let value = place.json(&["explain", "visits", "--as-at", "2025-03-31"]);
    assert_eq!((&value["delivered"], &value["grade"]["documented"]), (&"1".into(), &"1".into()));
    let document = &value["contributions"][0]["documents"][0];
    assert_eq!((&document["name"], &document["kind"]), (&"entente.pdf".into(), &"agreement".into()));
    assert!(place.done(&["explain", "visits", "--lang", "fr"]).contains("entente.pdf (entente)"));
    let shown = place.done(&["show", "9", "--lang", "fr"]);
    for part in
        ["1 pièce justificative", "application/pdf", "sur place", document["sha256"].as_str().unwrap()]
    {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    assert!(
        place.refused(&["record", "visit.received", "visitor=Luc", "--evidence", "none"]).0.contains("none")
    );
    place.done(&["note", "à classer", "--evidence", "note interne:plan.toml"]);
    assert_eq!(place.last()["data"]["evidence"][0]["kind"], "internalnote");
    assert!(place.done(&["show", "10", "--lang", "fr"]).contains("plan.toml · note interne"));
    fs::remove_file(place.document()).unwrap();
    assert_eq!(place.json(&["show", "9"])["entries"][0]["documents"].as_array().unwrap().len(), 1);
}

#[test]
fn verify_names_what_is_not_as_entries_say() {
    let place = place();
    place.done(&["record", "visit.received", "visitor=Luc", "--evidence", "entente.pdf"]);
    let (document, ledger) = (place.document(), place.path().join("ceimia.jalon"));
    let sound = fs::read(&document).unwrap();
    assert_eq!(place.json(&["verify"])["checks"][3]["count"], 1);
    fs::write(&document, [&sound[..], b"\n"].concat()).unwrap();
    let found = place.found();
    assert!(found.contains("nº\u{a0}9") && found.contains("entente.pdf") && found.contains('✗'), "{found}");
    fs::remove_file(&document).unwrap();
    assert!(place.found().contains("manque"));
    let shown = place.done(&["show", "9", "--lang", "fr"]);
    assert!(shown.contains("manquante"), "{shown}");
    place.done(&["record", "visit.received", "visitor=Anne", "--evidence", "entente.pdf"]);
    assert_eq!(fs::read(&document).unwrap(), sound, "given again, it is there again");
    place.done(&["verify"]);
    let (path, mut bytes) = files(&ledger.join("sealed")).remove(0);
    bytes[40] ^= 1;
    fs::write(path, bytes).unwrap();
    assert!(place.found().contains("sealed/"));
}

#[test]
fn keys_inside_the_ledger_are_refused() {
    let place = Place::new();
    fs::create_dir(place.path().join("l")).unwrap();
    std::os::unix::fs::symlink(place.path().join("l/inside"), place.path().join("keys")).unwrap();
    fs::create_dir(place.path().join("l/inside")).unwrap();
    let output =
        place.run(&["--ledger", "l", "init", "--source", "https://a.example/l", "--prefix", "org.a"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(files(&place.path().join("l")), []);
}

#[test]
fn the_demonstrations_recorder_has_no_name() {
    let lines = CEIMIA.bundle.lines().unwrap();
    let entry = Entry::read(&lines[1]).unwrap();
    assert_eq!(entry.draft.kind, "jalon.user.registered");
    assert_eq!(entry.draft.data.keys().collect::<Vec<_>>(), ["user"]);
    let place = Place::demonstration();
    let export = place.done(&["export", "jsonl"]);
    assert!(export.lines().map(str::as_bytes).eq(lines.iter().map(Vec::as_slice)));
    place.done(&["verify"]);
}

#[test]
fn whoever_is_not_known_yet_is_registered_before_their_first_entry() {
    let place = Place::demonstration();
    let size = place.done(&["export", "jsonl"]).lines().count();
    place
        .file("a.jsonl", r#"{"fields":{"editions":1},"occurredfrom":"2024-06-01","type":"newsletter.sent"}"#);
    assert!(place.done(&["import", "a.jsonl", "--lang", "en"]).contains("1 recorded"));
    place.done(&["record", "newsletter.sent", "editions=1"]);
    let export = place.done(&["export", "jsonl"]);
    let entries: Vec<Value> =
        export.lines().skip(size).map(|line| serde_json::from_str(line).unwrap()).collect();
    let kinds: Vec<&str> = entries.iter().map(|it| it["type"].as_str().unwrap()).collect();
    let activity = "org.ceimia.newsletter.sent";
    let batch = ["jalon.batch.started", activity, "jalon.batch.completed"];
    assert_eq!(
        kinds,
        [&["jalon.user.registered", "jalon.program.changed"], &batch[..], &[activity]].concat()
    );
    assert_eq!(entries[0]["data"]["user"], entries[0]["authid"]);
    let user = entries[0]["authid"].as_str().unwrap().replace("user/", "person/");
    assert_eq!(entries[0]["data"]["name"]["person"], user.as_str());
}
