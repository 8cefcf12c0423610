//! What is sealed for a person, made unreadable for good.

use std::fs;
use std::path::PathBuf;

use jalon::vault::KeyKept;
use serde_json::Value;

use super::{Ledger, files, holds, person};
use crate::place::Place;

/// A ledger with a type that has a sealed field.
fn place() -> Place {
    let place = Place::with_ledger("l.jalon");
    place.done(&["init", "--source", "https://a.example/l", "--prefix", "org.a", "--name", "Zoé Gagnon"]);
    let fields = ["--field", "Visiteur: confidentiel", "--field", "Lieu: texte"];
    place.done(&[&["type", "Visite reçue|Visit received", "--id", "visit.received"], &fields[..]].concat());
    place.done(&["register", "Marie Tremblay", "--kind", "person"]);
    place
}

fn forget(place: &Place, who: &str) -> Value {
    place.json(&["forget", who, "--reason", "Sa demande", "--yes"])
}

fn types(document: &Value) -> Vec<&str> {
    document["entries"].as_array().unwrap().iter().map(|it| it["type"].as_str().unwrap()).collect()
}

fn key(place: &Place, ending: &str) -> Vec<PathBuf> {
    let all = files(&place.path().join("keys")).into_iter().map(|(path, _)| path);
    all.filter(|path| path.to_string_lossy().ends_with(ending) && path.to_string_lossy().contains(".persons"))
        .collect()
}

const BOTH: [&str; 2] = ["jalon.person.erasurerequested", "jalon.person.erased"];

#[test]
fn what_is_erased_is_read_nowhere_and_everything_else_stays() {
    let place = place();
    place.done(&[
        "record",
        "visit.received",
        "visiteur=Marie Tremblay|Marie, du conseil",
        "lieu=ici",
        "--on",
        "2024-06",
    ]);
    let before = place.done(&["export", "jsonl"]);
    assert_eq!(types(&forget(&place, "Marie Tremblay")), BOTH);
    assert!(place.done(&["export", "jsonl"]).starts_with(&before), "no entry is touched");
    place.done(&["verify"]);
    let verified = place.json(&["verify"]);
    let sealed = verified["checks"].as_array().unwrap().iter().find(|it| it["check"] == "sealed").unwrap();
    assert_eq!(
        (&sealed["erased"], &sealed["unchecked"], &sealed["count"]),
        (&2.into(), &0.into(), &1.into())
    );
    let shown = [
        place.done(&["show", "5", "--lang", "fr"]),
        place.done(&["journal", "--lang", "fr"]),
        place.done(&["register", "--lang", "fr"]),
        place.done(&["checks", "--lang", "fr"]),
        place.json(&["show", "5", "--open"]).to_string(),
    ];
    for text in &shown {
        assert!(!text.contains("Marie"), "{text}");
    }
    assert!(
        shown[0].contains("détruit") && shown[1].contains("détruit") && shown[2].contains("détruit"),
        "{shown:?}"
    );
    for (path, bytes) in files(place.path()) {
        assert!(!holds(&bytes, "Tremblay") && !holds(&bytes, "du conseil"), "{}", path.display());
    }
    // A correction keeps what stands sealed, and seals nothing new for her.
    place.done(&["correct", "5", "lieu=là", "--reason", "ailleurs"]);
    let id = place.json(&["register"])["bodies"][0]["id"].as_str().unwrap().to_owned();
    for typed in [format!("visiteur={id}|Marie"), "visiteur=Marie Tremblay|Marie".to_owned()] {
        place.refused(&["record", "visit.received", &typed, "--on", "2024-06"]);
    }
    let (told, code) = place.refused(&["register", &id, "--change", "--rename", "Marie", "--lang", "en"]);
    assert!(code == 1 && told.contains("are to be erased"), "{told}");
    place.done(&["verify"]);
    // Once more it is done already.
    let output = place.run(&["forget", &id, "--reason", "Encore", "--yes", "--lang", "en"]);
    assert!(output.status.success() && output.stdout.is_empty());
}

#[test]
fn a_person_whom_only_a_field_names_and_a_recorder_are_erased_too() {
    let place = place();
    place.done(&["record", "visit.received", "visiteur=Luc Roy", "--on", "2024-06"]);
    let export = place.done(&["export", "jsonl"]);
    let last: Value = serde_json::from_str(export.lines().last().unwrap()).unwrap();
    let luc = last["data"]["fields"]["visiteur"]["person"].as_str().unwrap();
    assert_eq!(types(&forget(&place, luc)), BOTH);
    assert_eq!(types(&forget(&place, "Zoé Gagnon")), BOTH);
    assert!(!place.done(&["show", "5"]).contains("Zoé"));
    // Whoever it is goes on recording, under the same number.
    place.done(&["note", "après"]);
    let authors = |line: &str| serde_json::from_str::<Value>(line).unwrap()["authid"].to_string();
    let export = place.done(&["export", "jsonl"]);
    assert_eq!(export.lines().map(authors).collect::<std::collections::BTreeSet<_>>().len(), 1);
    place.done(&["verify"]);
}

#[test]
fn two_ids_that_name_one_person_are_erased_together() {
    let place = place();
    place.done(&["register", "Marie Roy", "--kind", "person"]);
    place.done(&["register", "Marie Roy", "--merge", "Marie Tremblay", "--reason", "un nom de plus"]);
    let done = forget(&place, "Marie Tremblay");
    assert_eq!(types(&done), [BOTH[0], BOTH[0], BOTH[1], BOTH[1]]);
    assert_eq!(key(&place, ".destroyed").len(), 2);
    place.done(&["verify"]);
}

#[test]
fn where_the_key_is_not_nothing_is_done_unless_it_is_lost() {
    let place = place();
    let id = place.json(&["register"])["bodies"][0]["id"].as_str().unwrap().to_owned();
    let slug = id.trim_start_matches("person/");
    let own = key(&place, &format!("{slug}.key")).remove(0);
    let kept = fs::read(&own).unwrap();
    fs::remove_file(&own).unwrap();
    let (told, code) = place.refused(&["forget", &id, "--reason", "x", "--yes", "--lang", "en"]);
    assert!(code == 1 && told.contains("--key-lost"), "{told}");
    let done = place.json(&["forget", &id, "--reason", "x", "--yes", "--key-lost"]);
    assert_eq!(types(&done), BOTH);
    assert_eq!(place.json(&["show", &id])["erasure"]["key"], "lost");
    // What comes back from a backup opens nothing, and is found.
    fs::write(&own, kept).unwrap();
    assert!(!place.done(&["show", &id]).contains("Marie"));
    let found = place.json_of(&["verify"], 1);
    assert_eq!(found["findings"][0]["check"], "sealed");
    assert!(found["findings"][0]["words"]["en"].as_str().unwrap().contains("is back"), "{found}");
}

#[test]
fn without_consent_nothing_is_done() {
    let place = place();
    let (_, code) = place.refused(&["forget", "Marie Tremblay", "--reason", "x"]);
    assert_eq!(code, 2);
    let (_, code) = place.refused(&["forget", "Marie Tremblay", "--reason", " ", "--yes"]);
    assert_eq!(code, 1);
    assert_eq!(key(&place, ".destroyed"), Vec::<PathBuf>::new());
}

#[test]
fn a_key_that_is_half_destroyed_opens_nothing_and_is_destroyed_by_the_next() {
    let ledger = Ledger::new();
    let sealed = ledger.seal(&jalon::event::json_text("Marie"), &person(1));
    assert_eq!(ledger.vault().kept(&person(1)).unwrap(), KeyKept::Here);
    assert_eq!(ledger.vault().kept(&person(2)).unwrap(), KeyKept::Nowhere);
    let own = files(ledger.0.path()).into_iter().map(|(path, _)| path);
    let own = own.into_iter().find(|path| path.extension().is_some_and(|it| it == "key")).unwrap();
    fs::write(own.with_extension("destroyed"), "jalon person key destroyed 1\n").unwrap();
    assert!(ledger.vault().open(&sealed).is_err(), "the mark alone closes it");
    assert_eq!(ledger.vault().kept(&person(1)).unwrap(), KeyKept::Here);
    assert!(ledger.vault().destroy(&person(1)).unwrap());
    assert_eq!(ledger.vault().kept(&person(1)).unwrap(), KeyKept::Destroyed);
    assert!(!ledger.vault().destroy(&person(1)).unwrap());
}
