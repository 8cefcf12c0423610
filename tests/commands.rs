//! Commands run for real: a ledger from its demonstration to a correction,
//! and what is refused, in both languages.

use serde_json::Value;

use crate::place::Place;

/// The value of the newsletters on a day.
fn newsletters(place: &Place, day: &str) -> Value {
    place.json(&["explain", "newsletters", "--as-at", day])
}

#[test]
fn the_arguments_are_sound() {
    use clap::CommandFactory;
    jalon::cli::Cli::command().debug_assert();
}

#[test]
fn a_demonstration_is_laid_once_and_never_over_another_ledger() {
    let place = Place::new();
    let first = place.done(&["demo", "--lang", "fr"]);
    assert!(first.contains("5\u{a0}000\u{a0}000\u{a0}$"), "{first}");
    assert_eq!(place.done(&["demo", "--lang", "fr"]), first);
    place.done(&["--ledger", "other.jalon", "init", "--source", "https://a.example/l", "--prefix", "org.a"]);
    let output = place.run(&["demo", "other.jalon"]);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn what_is_recorded_counts_and_a_correction_then_its_withdrawal_restores_it() {
    let place = Place::demonstration();
    assert_eq!(newsletters(&place, "2025-03-31")["delivered"], "3");
    place.done(&["inscrire", "infolettre", "editions=2", "--on", "2024-06"]);
    let value = newsletters(&place, "2025-03-31");
    assert_eq!((&value["delivered"], &value["percent"]), (&Value::from("5"), &Value::from("71")));
    let last = value["contributions"].as_array().unwrap().last().unwrap().clone();
    let entry = last["id"].as_str().unwrap();
    let corrected = place.done(&["correct", entry, "editions=4", "--reason", "vu", "--format", "json"]);
    let corrected: Value = serde_json::from_str(&corrected).unwrap();
    assert_eq!(newsletters(&place, "2025-03-31")["delivered"], "7");
    let correction = corrected["entries"][0]["id"].as_str().unwrap();
    place.done(&["withdraw", entry, "--correction", correction, "--reason", "faux"]);
    assert_eq!(newsletters(&place, "2025-03-31")["delivered"], "5");
    assert_a_withdrawn_correction_is_told(&place, entry);
    place.done(&["retirer", entry, "--reason", "jamais envoyée"]);
    let value = newsletters(&place, "2025-03-31");
    assert_eq!(value["delivered"], "3");
    let left_out = value["notcounted"].as_array().unwrap().iter();
    assert!(left_out.map(|it| &it["reason"]).any(|reason| reason == "withdrawn"));
    assert_eq!(place.refused(&["withdraw", entry, "--reason", "encore"]).1, 1);
    place.done(&["verify"]);
}

/// It is no longer counted among the corrections, but still shown, still
/// searched, and says why it was withdrawn.
fn assert_a_withdrawn_correction_is_told(place: &Place, entry: &str) {
    let read = |arguments: &[&str]| -> Value {
        serde_json::from_str(&place.done(&[arguments, &["--format", "json"]].concat())).unwrap()
    };
    let listed = read(&["journal", "--text", "éditions 4", "--from", "2024-06-01"]);
    assert_eq!(
        (&listed["entries"][0]["id"], &listed["entries"][0]["corrections"]),
        (&entry.into(), &0.into())
    );
    let shown = read(&["show", entry]);
    assert_eq!(
        shown["stands"],
        shown["entries"][0]["entry"]["sequence"].as_str().unwrap().parse::<u64>().unwrap()
    );
    assert_eq!(shown["entries"][1]["withdrawn"]["reason"], "faux");
    let text = place.done(&["--lang", "fr", "show", entry]);
    assert!(text.contains("rectification retirée le ") && text.contains("«\u{a0}faux\u{a0}»"), "{text}");
}

#[test]
fn amounts_of_an_explanation_add_up_to_the_value() {
    let place = Place::demonstration();
    let table: Value =
        serde_json::from_str(&place.done(&["kpi", "--as-at", "2024-03-31", "--format", "json"])).unwrap();
    let groups =
        table["objectives"].as_array().unwrap().iter().flat_map(|it| it["groups"].as_array().unwrap());
    let mut checked = 0;
    for row in groups.flat_map(|group| group["indicators"].as_array().unwrap()) {
        if !matches!(row["kind"].as_str().unwrap(), "count" | "sum" | "distinct") {
            continue;
        }
        let id = row["id"].as_str().unwrap();
        let text = place.done(&["explain", id, "--as-at", "2024-03-31", "--format", "json"]);
        let value: Value = serde_json::from_str(&text).unwrap();
        let amounts = value["contributions"].as_array().unwrap().iter();
        let sum: i64 = amounts.map(|it| it["amount"].as_str().unwrap().parse::<i64>().unwrap()).sum();
        assert_eq!(sum.to_string(), row["delivered"].as_str().unwrap(), "{id}");
        checked += 1;
    }
    assert_eq!(checked, 41);
}

#[test]
fn bad_input_gets_a_sentence_and_leaves_the_ledger_as_it_was() {
    let place = Place::demonstration();
    let cases: &[(&[&str], &str, i32)] = &[
        (&["record", "infoletre"], "newsletter.sent", 1),
        (&["record", "newsletter.sent", "edition=1"], "editions", 1),
        (&["record", "newsletter.sent"], "newsletter.sent", 1),
        (&["record", "newsletter.sent", "editions=douze"], "douze", 2),
        (&["record", "newsletter.sent", "editions=1,234"], "1234", 2),
        (&["record", "newsletter.sent", "editions=1", "--on", "2024-02-30"], "2024-02-30", 2),
        (&["record", "newsletter.sent", "editions=1", "--on", "03/04/2024"], "2024-04-03", 2),
        (&["record", "newsletter.sent", "editions=1", "--on", "2024..2023"], "2024..2023", 2),
        (
            &["record", "deliverable.adopted", "organisation=organisation/nulle-part"],
            "organisation/nulle-part",
            1,
        ),
        (&["correct", "695", "editions=4", "--reason", "rien"], "ne change rien", 1),
        (&["correct", "695", "editions=5", "--reason", " "], "raison", 1),
        (&["withdraw", "9999", "--reason", "x"], "9999", 1),
        (&["confirm", "695"], "pas prévue", 1),
        (&["kpi", "--as-at", "2020-01-01"], "janvier 2021", 1),
        (&["kpi", "--plan", "autre"], "autre", 1),
        (&["kpi", "--known-at", "demain"], "demain", 2),
        (&["explain", "rien"], "rien", 1),
    ];
    for (arguments, part, code) in cases {
        let (told, exit) = place.refused(arguments);
        assert!(told.contains(part), "{arguments:?}: {told}");
        assert_eq!(exit, *code, "{arguments:?}: {told}");
    }
}

#[test]
fn a_changed_line_is_named_by_verify() {
    let place = Place::demonstration();
    let folder = place.path().join("ceimia.jalon/lines");
    let file = std::fs::read_dir(folder).unwrap().next().unwrap().unwrap().path();
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replacen("\"editions\":4", "\"editions\":5", 1)).unwrap();
    let output = place.run(&["verify"]);
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains("696"), "{told}");
}

#[test]
fn a_plan_that_names_what_does_not_exist_is_told_with_its_line() {
    let place = Place::demonstration();
    let plan = r#"
plan = "other"
label = { fr = "Autre", en = "Other" }
inforce = 2024-01-01

[[type]]
id = "thing.done"
label = { fr = "Chose faite", en = "Thing done" }

[[type.field]]
name = "secret"
kind = "sealed"
label = { fr = "Secret", en = "Secret" }

[[objective]]
id = "p1"
label = { fr = "Un", en = "One" }

[[objective.group]]
id = "p1-g"
label = { fr = "G", en = "G" }

[[objective.group.indicator]]
id = "things"
label = { fr = "Choses", en = "Things" }
status = "printed"

[objective.group.indicator.rule]
kind = "distinct"
[[objective.group.indicator.rule.from]]
type = "thing.done"
key = "secret"
[[objective.group.indicator.rule.from]]
type = "thing.undone"
key = "x"
"#;
    std::fs::write(place.path().join("plan.toml"), plan).unwrap();
    let (told, code) = place.refused(&["plan", "plan.toml"]);
    assert_eq!(code, 1);
    assert!(told.contains("plan.toml:32:7: le champ «\u{a0}secret\u{a0}» est scellé"), "{told}");
    assert!(
        told.contains("plan.toml:34:8: il n’y a pas de type d’activité «\u{a0}thing.undone\u{a0}»"),
        "{told}"
    );
    std::fs::write(
        place.path().join("plan.toml"),
        plan.replace("kind = \"distinct\"", "kind = \"distinkt\""),
    )
    .unwrap();
    assert!(place.refused(&["plan", "plan.toml"]).0.contains("plan.toml:29:8"));
}

#[test]
fn an_import_is_one_batch_or_nothing() {
    let place = Place::demonstration();
    let good = r#"{"fields":{"editions":1},"occurredfrom":"2024-06-01","type":"newsletter.sent"}"#;
    std::fs::write(
        place.path().join("a.jsonl"),
        format!("{good}\n{{\"type\":\"x.y\",\"occurredfrom\":\"2024-06-01\"}}\n"),
    )
    .unwrap();
    let (told, _) = place.refused(&["import", "a.jsonl"]);
    assert!(told.contains("a.jsonl:2"), "{told}");
    std::fs::write(place.path().join("a.jsonl"), good).unwrap();
    place.done(&["import", "a.jsonl"]);
    assert_eq!(newsletters(&place, "2025-03-31")["delivered"], "4");
    place.refused(&["import", "a.jsonl"]);
}

#[test]
fn a_damaged_copy_is_rebuilt_from_the_other_with_the_same_hashes() {
    let place = Place::demonstration();
    let before = place.done(&["export", "jsonl"]);
    let folder = place.path().join("ceimia.jalon/lines");
    let file = std::fs::read_dir(folder).unwrap().next().unwrap().unwrap().path();
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replacen("\"editions\":4", "\"editions\":5", 1)).unwrap();
    assert_eq!(place.run(&["repair"]).status.code(), Some(1));
    assert_eq!(
        place.run(&["repair", "--from", "twin"]).status.code(),
        Some(3),
        "a broken chain is no source"
    );
    place.done(&["repair", "--from", "store"]);
    let after = place.done(&["export", "jsonl"]);
    assert_eq!(after.strip_prefix(&before).map(|rest| rest.contains("jalon.ledger.repaired")), Some(true));
    place.done(&["verify"]);
}

#[test]
fn an_export_is_laid_down_again_byte_for_byte() {
    let place = Place::demonstration();
    let export = place.done(&["export", "jsonl"]);
    std::fs::write(place.path().join("log.jsonl"), &export).unwrap();
    place.done(&["--ledger", "again.jalon", "restore", "log.jsonl"]);
    assert!(place.done(&["--ledger", "again.jalon", "export", "jsonl"]).starts_with(&export));
    std::fs::write(place.path().join("log.jsonl"), export.replacen("OCDE", "OCDF", 1)).unwrap();
    let output = place.run(&["--ledger", "third.jalon", "restore", "log.jsonl"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(!place.path().join("third.jalon").exists());
}

#[test]
fn the_reports_own_arithmetic_is_checked_against_the_numbers() {
    let place = Place::demonstration();
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/events/ceimia/published-2024.csv");
    let document = place.json_of(&["reconcile", file, "--as-at", "2024-03-31"], 1);
    let differing: Vec<&str> = document["comparisons"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|it| it["verdict"] == "differs")
        .map(|it| it["line"].as_str().unwrap())
        .collect();
    assert_eq!(differing, ["884", "881", "913", "409"]);
    let kinds: Vec<&str> =
        document["findings"].as_array().unwrap().iter().map(|it| it["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds[..2], ["places", "total"]);
}

#[test]
fn an_import_that_stopped_is_named_until_it_is_continued() {
    let place = Place::demonstration();
    let text = "type;on;editions\ninfolettre;2024-05;1\ninfolettre;2024-06;2\n";
    std::fs::write(place.path().join("a.csv"), text).unwrap();
    place.done(&["import", "a.csv"]);
    let all = place.done(&["export", "jsonl"]);
    let cut: Vec<&str> = all.lines().collect();
    std::fs::write(place.path().join("log.jsonl"), cut[..cut.len() - 1].join("\n") + "\n").unwrap();
    let there = |arguments: &[&str]| place.done(&[&["--ledger", "again.jalon"], arguments].concat());
    there(&["restore", "log.jsonl"]);
    let unfinished = |text: &str| serde_json::from_str::<Value>(text).unwrap()["unfinished"].clone();
    let verified = || {
        let output = place.run(&["--ledger", "again.jalon", "verify", "--format", "json"]);
        String::from_utf8(output.stdout).unwrap()
    };
    assert_eq!(unfinished(&verified()).as_array().unwrap().len(), 1);
    there(&["import", "a.csv"]);
    assert_eq!(unfinished(&verified()).as_array().unwrap().len(), 0);
}

/// The plan files that travel with the demonstrations are what others begin with.
#[test]
fn the_demonstrations_own_plan_files_change_nothing() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("events");
    let file = |name: &str| root.join(name).display().to_string();
    let place = Place::demonstration();
    let plan = |ledger: &str, files: &[&str]| {
        let files: Vec<String> = files.iter().map(|name| file(name)).collect();
        let mut arguments = vec!["--ledger", ledger, "plan"];
        arguments.extend(files.iter().map(String::as_str));
        let changes = place.json(&arguments);
        assert_eq!(changes["entries"], serde_json::json!([]), "{changes}");
    };
    plan("ceimia.jalon", &["ceimia/catalogue.toml", "ceimia/plan.toml"]);
    place.done(&["demo", "--fictif", "invented.jalon"]);
    plan("invented.jalon", &["fictif/plan-2025.toml"]);
}

#[test]
fn the_notice_is_said_once_with_what_records_and_what_checks() {
    let place = Place::demonstration();
    let notice = |language: &str| {
        let kpi = place.json(&["kpi", "--as-at", "2024-03-31"]);
        kpi["notice"][language].as_str().unwrap().to_owned()
    };
    let recorded = place.run(&["record", "newsletter", "editions=1", "--on", "2024-06", "--lang", "en"]);
    let told = String::from_utf8(recorded.stderr).unwrap();
    assert_eq!(told.matches(&notice("en")).count(), 1, "{told}");
    let printed = String::from_utf8(recorded.stdout).unwrap();
    assert!(!printed.contains(&notice("en")) && printed.lines().count() == 1, "{printed}");
    // What is printed is wrapped.
    let verified = place.done(&["verify", "--lang", "fr"]).replace('\n', " ");
    assert_eq!(verified.matches(&notice("fr")).count(), 1, "{verified}");
    assert_eq!(place.json(&["verify"])["notice"]["fr"], notice("fr").as_str());
    let note = place.json(&["note", "à classer"]);
    assert_eq!(note["notice"]["en"], notice("en").as_str());
}

#[test]
fn a_zone_that_was_not_given_is_said() {
    let place = Place::new();
    let init = |ledger: &str, zone: &[&str]| {
        let arguments = ["--ledger", ledger, "init", "--source", "https://a.example/l", "--prefix", "org.a"];
        let output = place.run(&[&arguments[..], zone, &["--format", "json", "--lang", "en"]].concat());
        let document: Value = serde_json::from_slice(&output.stdout).unwrap();
        (document["timezone"].as_str().unwrap().to_owned(), String::from_utf8(output.stderr).unwrap())
    };
    let (zone, told) = init("a.jalon", &[]);
    assert!(told.contains(&format!("time zone: {zone},")), "{told}");
    let (zone, told) = init("b.jalon", &["--zone", "Asia/Tokyo"]);
    assert!(zone == "Asia/Tokyo" && !told.contains("time zone"), "{told}");
}

/// A type or an indicator is found by how its label begins, and without the number
/// that a table puts before it; what begins several is asked back.
#[test]
fn what_a_label_begins_with_and_what_follows_its_number_names_it() {
    let place = Place::new();
    place.file(
        "plan.toml",
        crate::invented::PLAN.replace("fr = \"Ateliers tenus\"", "fr = \"2.1 Ateliers tenus\""),
    );
    place.done(&["init", "--source", "https://a.example/l", "--prefix", "org.a", "--name", "Zoé"]);
    place.done(&["plan", "plan.toml"]);
    let told = place.done(&["record", "subvention", "amount=5", "--on", "2024-01-15", "--lang", "fr"]);
    assert!(told.contains("Subvention reçue"), "{told}");
    let explained = place.done(&["explain", "ateliers tenus", "--as-at", "2024-01-31", "--lang", "fr"]);
    assert!(explained.contains("2.1 Ateliers tenus"), "{explained}");
    let several = place.run(&["record", "member", "--on", "2024-01-15", "--lang", "en"]);
    let told = String::from_utf8(several.stderr).unwrap();
    assert!(
        !several.status.success() && told.contains("member.joined") && told.contains("member.left"),
        "{told}"
    );
}

/// What is asked of all entries of a key is checked as any other condition, and is no number.
#[test]
fn a_condition_on_keys_is_checked_as_any_other() {
    let place = Place::with_ledger("quai.jalon");
    let plan = crate::invented::PLAN;
    let from = plan.find("having = {").unwrap();
    let to = from + plan[from..].find('}').unwrap() + 1;
    for (having, told) in [
        ("{ path = \"partners.country\", list = \"nowhere\" }", "nowhere"),
        ("{ path = \"site\", is = [\"quai\"] }", "quai"),
        ("{ path = \"attendees\", min = \"9\" }", "having"),
    ] {
        place.file("plan.toml", format!("{}having = {having}{}", &plan[..from], &plan[to..]));
        let opening = ["--source", "https://registre.example/a", "--prefix", "org.example", "--name", "A"];
        let output = place.run(&[&["init", "--plan", "plan.toml"], &opening[..]].concat());
        let words = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success() && words.contains(told), "{having}: {words}");
    }
}
