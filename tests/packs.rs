//! Values and whole years that are handed on: what shows them, and what becomes of it
//! where anything in it is another.

use std::fs;
use std::path::Path;

use jalon::event::Hash;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::place::{Place, files_below};

/// The invented organisation's ledger, its year 2026 closed, with something that was
/// recorded since and a document that was added.
pub(crate) fn closed_year() -> Place {
    let place = Place::with_ledger("marees.jalon");
    place.done(&["demo", "--fictif", "marees.jalon"]);
    place.done(&["close", "FY2026", "--anyway", "--reason", "Règles approuvées au prochain conseil"]);
    place.done(&["correct", "89", "participants=46", "--reason", "Recompté d’après la liste"]);
    place
}

/// Every member of a document changed, one at a time, each with its path.
fn others(document: &Value) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    for (name, value) in each(document) {
        let mut put = |value: Value| {
            let mut other = document.clone();
            *member(&mut other, &name) = value;
            found.push((name.clone(), other));
        };
        match value {
            Value::String(text) if text.is_empty() => put(json!("x")),
            Value::String(text) => put(json!(format!("{text}1"))),
            Value::Number(number) => put(json!(number.as_u64().unwrap() + 1)),
            Value::Bool(is) => put(json!(!is)),
            Value::Null => put(json!("1")),
            Value::Array(items) if items.is_empty() => put(json!(["1"])),
            Value::Array(items) => put(json!(items[1..])),
            Value::Object(_) => put(Value::Null),
        }
    }
    found
}

/// All members of a document by their paths, but those within texts.
fn each(document: &Value) -> Vec<(String, Value)> {
    let within: Vec<(String, &Value)> = match document {
        Value::Object(members) => members.iter().map(|(name, value)| (name.clone(), value)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(at, value)| (at.to_string(), value)).collect(),
        _ => vec![],
    };
    let deeper = |(name, value): (String, &Value)| {
        let inner = each(value).into_iter().map(|(path, value)| (format!("{name}/{path}"), value));
        std::iter::once((name.clone(), value.clone())).chain(inner).collect::<Vec<_>>()
    };
    within.into_iter().flat_map(deeper).collect()
}

fn member<'v>(document: &'v mut Value, path: &str) -> &'v mut Value {
    path.split('/').fold(document, |value, name| match value {
        Value::Array(items) => &mut items[name.parse::<usize>().unwrap()],
        value => &mut value[name],
    })
}

#[test]
fn the_proof_of_a_value_holds_and_with_any_other_member_does_not() {
    let place = closed_year();
    let proof = place.done(&["prove", "participants", "--as-at", "FY2026"]);
    place.file("value.json", &proof);
    let key = place.done(&["key"]);
    let told = place.json(&["verify", "--proof", "value.json", "--key", key.trim()]);
    assert_eq!(told["value"]["id"], "participants");
    assert_eq!(told["signedby"], key.trim());
    let proof: Value = serde_json::from_str(&proof).unwrap();
    let all = others(&proof);
    assert!(all.len() > 100, "{}", all.len());
    // Each is a process: of entries and hashes some will do.
    let is_many = |path: &str| path.starts_with("entries/") || path.starts_with("hashes/");
    let many = all.iter().filter(|(path, _)| is_many(path)).step_by(17);
    for (path, other) in all.iter().filter(|(path, _)| !is_many(path)).chain(many) {
        place.file("other.json", other.to_string());
        let output = place.run(&["verify", "--proof", "other.json"]);
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{path}: {told}");
        assert!(told.contains("other.json") && output.stdout.is_empty(), "{path}: {told}");
    }
    let stranger = Place::demonstration().done(&["key"]);
    let (told, code) = place.refused(&["verify", "--proof", "value.json", "--key", stranger.trim()]);
    assert_eq!(code, 1, "{told}");
    for wrong in ["--checkpoint", "--entry"] {
        assert_eq!(place.refused(&["verify", "--proof", "value.json", wrong, "value.json"]).1, 2);
    }
}

/// The key that signed is told, also where the one that is given handed over to it after what
/// was known.
#[test]
fn a_proof_says_whose_key_signed_it() {
    let place = closed_year();
    let size = place.json(&["verify"])["size"].as_u64().unwrap();
    let old = place.done(&["key"]);
    place.done(&["key", "rotate"]);
    let new = place.done(&["key"]);
    let known = (size - 1).to_string();
    place.file("value.json", place.done(&["prove", "workshops", "--known-at", &known]));
    for key in [&old, &new] {
        let told = place.json(&["verify", "--proof", "value.json", "--key", key.trim()]);
        assert_eq!(told["signedby"], new.trim());
    }
    let told = place.done(&["verify", "--proof", "value.json", "--key", old.trim(), "--lang", "en"]);
    let told = told.replace('\n', " ");
    assert!(told.contains("handed over") && told.find(new.trim()) < told.find(old.trim()), "{told}");
    assert!(told.contains(new.trim()), "{told}");
    // One entry has one checkpoint, which one key signed.
    place.file("entry.proof", place.done(&["prove", "5"]));
    place.file("entry.json", place.done(&["show", "5"]));
    let two = [
        "verify",
        "--proof",
        "entry.proof",
        "--entry",
        "entry.json",
        "--key",
        old.trim(),
        "--key",
        new.trim(),
    ];
    assert_eq!(place.refused(&two).1, 2);
}

#[test]
fn values_of_all_kinds_are_proved_as_at_both_dates() {
    let place = closed_year();
    let table = place.json(&["kpi", "--as-at", "FY2026"]);
    let groups =
        table["objectives"].as_array().unwrap().iter().flat_map(|it| it["groups"].as_array().unwrap());
    let rows = groups.flat_map(|it| it["indicators"].as_array().unwrap());
    let mut kinds = std::collections::BTreeSet::new();
    for row in rows.filter(|row| kinds.insert(row["kind"].as_str().unwrap().to_owned())) {
        let id = row["id"].as_str().unwrap();
        for known in [&["--as-at", "FY2026"][..], &["--as-at", "FY2025", "--known-at", "80"]] {
            place.file("value.json", place.done(&[&["prove", id][..], known].concat()));
            let told = place.json(&["verify", "--proof", "value.json"]);
            assert_eq!(told["value"]["id"], id);
            if known.len() == 2 {
                let explained = place.json(&["explain", id, "--as-at", "FY2026"]);
                let size = [&told["value"]["size"], &explained["size"]];
                assert_eq!(size[0], size[1]);
            }
        }
    }
    assert!(kinds.len() > 4, "{kinds:?}");
    assert_eq!(place.refused(&["prove", "nothing-like-it"]).1, 1);
}

/// A pack of the year.
fn packed() -> Place {
    let place = closed_year();
    place.done(&["pack", "FY2026", "pack"]);
    place
}

/// The exit code of a command.
fn ended(place: &Place, arguments: &[&str]) -> i32 {
    place.run(arguments).status.code().unwrap()
}

/// The words of what `verify pack` finds.
fn findings(place: &Place, more: &[&str]) -> Vec<(String, String)> {
    let told = place.json_of(&[&["verify", "pack"], more].concat(), 1);
    let found = told["findings"].as_array().unwrap().iter();
    found
        .map(|it| (it["check"].as_str().unwrap().to_owned(), it["words"]["en"].as_str().unwrap().to_owned()))
        .collect()
}

#[test]
fn a_pack_is_verified_without_its_ledger_and_is_not_written_to() {
    let place = packed();
    let key = place.done(&["key"]);
    place.file("checkpoint", place.done(&["checkpoint"]));
    fs::rename(place.path().join("marees.jalon"), place.path().join("elsewhere")).unwrap();
    let before = files_below(&place.path().join("pack"), Path::new(""));
    let told = place.json(&["verify", "pack", "--key", key.trim(), "--checkpoint", "checkpoint"]);
    assert_eq!(told["findings"], json!([]));
    let of = |check: &str| {
        let checks = told["checks"].as_array().unwrap();
        checks.iter().find(|it| it["check"] == check).unwrap_or_else(|| panic!("no {check}")).clone()
    };
    for check in [
        "form",
        "chain",
        "documents",
        "values",
        "closed",
        "signed",
        "checkpoint",
        "files",
        "claims",
        "written",
    ] {
        assert_eq!(of(check)["outcome"], "sound", "{check}");
        assert!(of(check)["count"].as_u64().unwrap() > 0, "{check}");
    }
    assert_eq!(files_below(&place.path().join("pack"), Path::new("")), before);
    assert_eq!(ended(&place, &["verify", "elsewhere"]), 1, "a ledger is no pack");
    assert_eq!(ended(&place, &["verify", "pack", "--entry", "checkpoint"]), 2);
}

#[test]
fn whatever_of_a_pack_is_another_is_named() {
    let place = packed();
    let path = |name: &str| place.path().join("pack").join(name);
    let document = files_below(&place.path().join("pack"), Path::new("evidence")).remove(0).0;
    let document = document.to_str().unwrap().to_owned();
    for (name, checks) in [
        ("log.jsonl", &["form", "chain", "files"][..]),
        ("checkpoint", &["files", "signed"]),
        ("tables/kpi.fr.xlsx", &["files", "written"]),
        ("representation.en.html", &["files", "written"]),
        ("closing.fr.html", &["files", "written"]),
        ("audit.html", &["files", "written"]),
        (&document, &["files", "documents"]),
    ] {
        let bytes = fs::read(path(name)).unwrap();
        let mut other = bytes.clone();
        let at = if name == "checkpoint" { other.len() - 40 } else { other.len() / 2 };
        other[at] = if other[at] == b'7' { b'8' } else { b'7' };
        fs::write(path(name), &other).unwrap();
        let found = findings(&place, &[]);
        assert!(found.iter().any(|(check, _)| checks.contains(&check.as_str())), "{name}: {found:?}");
        assert!(found.iter().any(|(_, words)| words.contains(name)), "{name}: {found:?}");
        fs::remove_file(path(name)).unwrap();
        assert!([1, 3].contains(&ended(&place, &["verify", "pack"])), "{name} is gone");
        fs::write(path(name), &bytes).unwrap();
    }
    fs::write(path("more.txt"), "x").unwrap();
    assert_eq!(findings(&place, &[]).len(), 1);
    fs::remove_file(path("more.txt")).unwrap();
    assert_eq!(place.json(&["verify", "pack"])["findings"], json!([]));
}

#[test]
fn what_a_pack_claims_is_made_again_whatever_its_list_of_hashes_says() {
    let place = packed();
    let path = |name: &str| place.path().join("pack").join(name);
    let text = fs::read_to_string(path("pack.json")).unwrap();
    let claims: Value = serde_json::from_str(&text).unwrap();
    let value =
        claims["values"].as_array().unwrap().iter().position(|it| it["id"] == "participants").unwrap();
    let changed = [
        ("asat", json!("2025-06-30")),
        ("size", json!(3)),
        ("plan/version", json!(9)),
        ("checks/open", json!([1])),
        ("revisions/revisions", json!([])),
        ("coverage/entries/counted", json!(3)),
        (&format!("values/{value}/delivered"), json!("9")),
        (&format!("values/{value}/contributions/0/amount"), json!("9")),
        (&format!("values/{value}/contributions"), json!([])),
    ];
    for (at, other) in changed {
        let mut document = claims.clone();
        *member(&mut document, at) = other;
        fs::write(path("pack.json"), document.to_string()).unwrap();
        resum(&place);
        let found = findings(&place, &[]);
        assert!(found.iter().any(|(check, _)| check == "claims"), "{at}: {found:?}");
    }
    fs::write(path("pack.json"), "{}").unwrap();
    assert_eq!(place.refused(&["verify", "pack"]).1, 1);
    fs::write(path("pack.json"), &text).unwrap();
    // Entries that nobody signed are told, whatever else agrees.
    fs::write(path("log.jsonl"), place.done(&["export", "jsonl"])).unwrap();
    resum(&place);
    assert_eq!(place.json(&["verify", "pack"])["findings"], json!([]));
    place.done(&["note", "Une de plus"]);
    fs::write(path("log.jsonl"), place.done(&["export", "jsonl"])).unwrap();
    resum(&place);
    assert!(findings(&place, &[]).iter().any(|(check, _)| check == "signed"));
}

#[test]
fn what_stands_beside_a_pack_or_behind_its_entries_is_told() {
    let place = packed();
    let path = |name: &str| place.path().join("pack").join(name);
    let has = |check: &str, name: &str| {
        let found = findings(&place, &[]);
        assert!(found.iter().any(|(at, words)| at == check && words.contains(name)), "{name}: {found:?}");
    };
    // In the list, and none that a pack has.
    fs::write(path("tables/final.xlsx"), "x").unwrap();
    resum(&place);
    has("files", "tables/final.xlsx");
    fs::remove_file(path("tables/final.xlsx")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", path("tables/zero")).unwrap();
    has("files", "tables/zero");
    fs::remove_file(path("tables/zero")).unwrap();
    resum(&place);
    // What a system lays there is nobody's.
    fs::write(path(".DS_Store"), "x").unwrap();
    assert_eq!(place.json(&["verify", "pack"])["findings"], json!([]));
    fs::remove_file(path(".DS_Store")).unwrap();
    // The list in another spelling, and a member that stands twice.
    let list = fs::read_to_string(path("SHA256SUMS")).unwrap();
    fs::write(path("SHA256SUMS"), list.replace('\n', "\r\n")).unwrap();
    has("files", "SHA256SUMS");
    fs::write(path("SHA256SUMS"), &list).unwrap();
    let claims = fs::read_to_string(path("pack.json")).unwrap();
    fs::write(path("pack.json"), claims.replacen('{', "{\"size\":1,", 1)).unwrap();
    resum(&place);
    has("written", "pack.json");
    // Whoever says that another program wrote it is not believed: nothing is ticked off.
    let own = format!("\"program\":\"{}\"", env!("CARGO_PKG_VERSION"));
    let other = claims.replace(&own, "\"program\":\"9.9.9\"");
    assert_ne!(other, claims);
    fs::write(path("pack.json"), other).unwrap();
    fs::write(path("representation.en.html"), "We know of nothing.").unwrap();
    resum(&place);
    let told = place.json(&["verify", "pack"]);
    let written = told["checks"].as_array().unwrap().iter().find(|it| it["check"] == "written").unwrap();
    assert_eq!(written["outcome"], "unchecked");
    let others = written["unchecked"].as_u64().unwrap();
    // But that a page is there is asked of every program.
    let page = fs::read(path("representation.en.html")).unwrap();
    fs::remove_file(path("representation.en.html")).unwrap();
    resum(&place);
    has("files", "representation.en.html");
    let told = place.json_of(&["verify", "pack"], 1);
    let written = told["checks"].as_array().unwrap().iter().find(|it| it["check"] == "written").unwrap();
    assert_eq!(written["unchecked"], others - 1, "what is missing is of no version: {written}");
    fs::write(path("representation.en.html"), page).unwrap();
    fs::write(path("pack.json"), claims.replace("\"language\":\"", "\"language\":\"x")).unwrap();
    resum(&place);
    has("claims", "pack.json");
    fs::write(path("pack.json"), &claims).unwrap();
    resum(&place);
    let log = fs::read_to_string(path("log.jsonl")).unwrap();
    fs::write(path("log.jsonl"), log + "{\"id\":").unwrap();
    has("form", "log.jsonl");
}

#[test]
fn a_pack_of_a_ledger_that_goes_on_has_its_own_checkpoint_and_no_lost_one() {
    let place = Place::with_ledger("marees.jalon");
    place.done(&["demo", "--fictif", "marees.jalon"]);
    let before = files_below(place.path(), Path::new("marees.jalon"));
    place.done(&["note", "Perdue"]);
    let lost = place.done(&["checkpoint"]);
    let signed = files_below(place.path(), Path::new("marees.jalon/checkpoints"));
    fs::remove_dir_all(place.path().join("marees.jalon")).unwrap();
    place.lay(&before);
    place.lay(&signed);
    place.done(&["resume", "--reason", "Copie de la veille"]);
    place.done(&["pack", "FY2026", "pack"]);
    assert_eq!(place.json(&["verify", "pack"])["findings"], json!([]));
    let claims = place.path().join("pack/pack.json");
    let mut pack: Value = serde_json::from_slice(&fs::read(&claims).unwrap()).unwrap();
    pack["checkpoint"] = lost.clone().into();
    fs::write(&claims, pack.to_string()).unwrap();
    fs::write(place.path().join("pack/checkpoint"), lost).unwrap();
    resum(&place);
    assert!(findings(&place, &[]).iter().any(|(check, _)| check == "signed"));
}

/// The SHA-256 of bytes, in digits.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Hash(Sha256::digest(bytes).into()).to_string()
}

/// Writes the list of hashes anew, as whoever changes a pack would.
fn resum(place: &Place) {
    let folder = place.path().join("pack");
    let files = files_below(&folder, Path::new(""));
    let line =
        |(name, bytes): (std::path::PathBuf, Vec<u8>)| format!("{}  {}\n", sha256(&bytes), name.display());
    let mut files = files;
    files.sort();
    let sums: String =
        files.into_iter().filter(|(name, _)| name != Path::new("SHA256SUMS")).map(line).collect();
    fs::write(folder.join("SHA256SUMS"), sums).unwrap();
}

/// Whoever names a ledger, or a file of a pack, is told that it is none.
#[test]
fn what_is_no_pack_is_told_so() {
    let place = packed();
    for wrong in ["marees.jalon", "pack/audit.html", "nowhere"] {
        let (told, code) = place.refused(&["verify", wrong, "--lang", "en"]);
        assert!(code == 1 && told.contains("audit pack"), "{wrong}: {told}");
    }
    // Nor is a tree one.
    place.done(&["publish", "tree"]);
    assert_eq!(place.refused(&["verify", "tree"]).1, 1);
    // And a tree is not published into one.
    for wrong in ["pack", "marees.jalon"] {
        let (told, code) = place.refused(&["publish", wrong]);
        assert!(code == 1 && told.contains(wrong), "{told}");
    }
}

/// A rule that draws on two fields of one type has two items of one entry, of which one holds:
/// the larger, or that of the field that it names last.
#[test]
fn of_two_sources_of_one_entry_one_holds() {
    let place = Place::with_ledger("twofold.jalon");
    place.file("plan.toml", include_str!("invented/twofold.toml"));
    let opening = ["--source", "https://registre.example/a", "--prefix", "org.example", "--name", "A"];
    place.done(&[&["init", "--plan", "plan.toml"], &opening[..]].concat());
    let record = ["record", "workshop.held", "--on", "2023-10-01"];
    place.done(&[&record[..], &["here=7", "remote=3", "booked=oui", "full=non"]].concat());
    let table = place.json(&["kpi", "--as-at", "2024-06-30"]);
    let rows = table["objectives"][0]["groups"][0]["indicators"].as_array().unwrap();
    let value = |id: &str| {
        let row = rows.iter().find(|it| it["id"] == id).unwrap();
        [row["delivered"].as_str().unwrap().to_owned(), row["grade"]["itemised"].as_str().unwrap().to_owned()]
    };
    for (id, expected) in
        [("attendees", "10"), ("largest", "7"), ("newest", "3"), ("average", "5"), ("complete", "0")]
    {
        assert_eq!(value(id), [expected, expected], "{id}");
    }
    place.done(&["close", "FY2024", "--anyway", "--reason", "Pour l’essai"]);
    place.done(&["pack", "FY2024", "pack"]);
    assert_eq!(place.json(&["verify", "pack"])["sound"], true);
}

/// A pack without a file that all rests on is told as any other, also to programs.
#[test]
fn what_a_pack_cannot_do_without_is_named() {
    let place = packed();
    for name in ["pack.json", "checkpoint", "log.jsonl"] {
        let path = place.path().join("pack").join(name);
        let bytes = fs::read(&path).unwrap();
        fs::remove_file(&path).unwrap();
        let told = place.json_of(&["verify", "pack"], 1);
        let words = told["findings"][0]["words"]["en"].as_str().unwrap();
        assert!(words.contains(name) && told["sound"] == false, "{name}: {told}");
        fs::write(&path, bytes).unwrap();
    }
    assert_eq!(place.json(&["verify", "pack"])["sound"], true);
}

#[test]
fn a_pack_is_made_whole_or_not_at_all() {
    let place = closed_year();
    for (wrong, code) in [
        (&["pack", "FY2026"][..], 2),
        (&["pack", "2026-05-31", "out"], 1),
        (&["pack", "FY1999", "out"], 1),
        (&["pack", "FY2026", "out", "--plan", "autre"], 1),
        (&["pack", "FY2026", "out", "--plan", "marees@1"], 1),
        (&["pack", "FY2999", "out"], 1),
        (&["pack", "FY2026", "marees.jalon"], 1),
    ] {
        let (told, found) = place.refused(wrong);
        assert_eq!(found, code, "{wrong:?}: {told}");
    }
    assert!(!place.path().join("out").exists());
    fs::create_dir(place.path().join("out")).unwrap();
    let told = place.json(&["dossier", "FY2026", "out"]);
    assert_eq!(told["missing"], 0);
    let files = files_below(&place.path().join("out"), Path::new(""));
    assert_eq!(told["files"], files.len());
    assert_eq!(place.refused(&["pack", "FY2026", "out"]).1, 1);
    // With a stroke behind it, as a shell completes it; nobody's folder beside it is touched.
    fs::create_dir(place.path().join("slash")).unwrap();
    fs::create_dir(place.path().join("slash.tmp")).unwrap();
    place.done(&["pack", "FY2026", "slash/"]);
    assert!(place.path().join("slash.tmp").is_dir() && place.path().join("slash/audit.html").is_file());
    // The same entries give the same pack; of the same day.
    place.done(&["pack", "FY2026", "again"]);
    let again = files_below(&place.path().join("again"), Path::new(""));
    assert_eq!(
        files.iter().map(|(name, _)| name).collect::<Vec<_>>(),
        again.iter().map(|(name, _)| name).collect::<Vec<_>>()
    );
}
