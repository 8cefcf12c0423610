//! A ledger that lost entries of which a checkpoint was signed.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::place::{Place, files_below};

/// A ledger of its own key, set back to where it was before its newest checkpoint was
/// signed, which stands in `newer`.
fn set_back() -> Place {
    let place = opened();
    place.done(&["note", "Un"]);
    place.done(&["checkpoint"]);
    let before = files_below(place.path(), Path::new(place.ledger()));
    place.done(&["note", "Deux"]);
    place.file("newer", place.done(&["checkpoint"]));
    fs::remove_dir_all(place.path().join(place.ledger())).unwrap();
    place.lay(&before);
    place
}

fn opened() -> Place {
    let place = Place::new();
    place.done(&["init", "--source", "https://a.example/l", "--prefix", "org.a"]);
    place
}

/// The file of the signing key.
fn signing_key(place: &Place) -> PathBuf {
    let files = files_below(place.path(), Path::new("keys"));
    let is_signing =
        |name: &PathBuf| name.extension().is_some_and(|it| it == "key") && name.components().count() == 2;
    let name = files.into_iter().map(|(name, _)| name).find(is_signing);
    place.path().join(name.unwrap())
}

/// Which checks found something.
fn failed(place: &Place, arguments: &[&str], code: i32) -> Vec<String> {
    let told = place.json_of(arguments, code);
    let findings = told["findings"].as_array().unwrap();
    findings.iter().map(|it| it["check"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_restored_backup_never_forks_what_was_signed() {
    let place = set_back();
    for writing in [
        &["note", "Trois"][..],
        &["checkpoint"],
        &["key", "rotate"],
        &["register", "Une", "--kind", "organisation"],
    ] {
        let (told, code) = place.refused(writing);
        assert_eq!(code, 3, "{writing:?}: {told}");
        assert!(told.contains("--reason"), "{told}");
    }
    // Reading goes on.
    place.done(&["journal"]);
    assert_eq!(failed(&place, &["verify"], 1), ["signed"]);
    assert_eq!(failed(&place, &["verify", "--checkpoint", "newer"], 1), ["signed", "checkpoint"]);
}

#[test]
fn it_goes_on_with_another_key_and_says_why() {
    let place = set_back();
    let first = place.done(&["checkpoint", "--key"]);
    place.done(&["resume", "--reason", "Disque perdu"]);
    let second = place.done(&["checkpoint", "--key"]);
    assert_ne!(first, second);
    place.done(&["note", "Trois"]);
    let signed = place.done(&["checkpoint"]);
    assert_eq!(place.json(&["verify"])["sound"], true);
    // Whoever kept the lost checkpoint is told, and why.
    let told = place.json_of(&["verify", "--checkpoint", "newer"], 1);
    let words = told["findings"][0]["words"]["fr"].as_str().unwrap();
    assert!(words.contains("Disque perdu"), "{words}");
    // Both keys handed over: whoever has the first knows the second.
    place.file("signed", &signed);
    place.done(&["verify", "--checkpoint", "signed", "--key", first.trim()]);
    place.done(&["verify", "--checkpoint", "signed", "--key", second.trim()]);
    let (told, code) = place.refused(&["resume", "--reason", "Encore"]);
    assert_eq!(code, 1, "{told}");
}

/// Where the key was lost too nobody signs for it: whoever has the first key does not
/// know the second.
#[test]
fn a_key_that_was_lost_hands_nothing_over() {
    let place = set_back();
    let first = place.done(&["checkpoint", "--key"]);
    fs::remove_file(signing_key(&place)).unwrap();
    place.done(&["resume", "--reason", "Disque et clés perdus"]);
    place.file("signed", place.done(&["checkpoint"]));
    place.done(&["verify", "--checkpoint", "signed"]);
    let arguments = ["verify", "--checkpoint", "signed", "--key", first.trim()];
    assert_eq!(failed(&place, &arguments, 1), ["checkpoint"]);
}

#[test]
fn an_export_with_fewer_entries_than_were_signed_is_laid_down_to_be_read() {
    let place = set_back();
    place.file("export.jsonl", place.done(&["export", "jsonl"]));
    fs::remove_dir_all(place.path().join(place.ledger())).unwrap();
    let restored = place.run(&["restore", "export.jsonl"]);
    let told = String::from_utf8_lossy(&restored.stderr).into_owned();
    assert_eq!(restored.status.code(), Some(3), "{told}");
    place.done(&["journal"]);
    let (told, code) = place.refused(&["note", "Trois"]);
    assert_eq!(code, 3, "{told}");
}

/// A hand-over that stopped before the new key took its place goes on when something
/// is signed.
#[test]
fn a_rotation_that_stopped_in_the_middle_goes_on() {
    let place = opened();
    let former = signing_key(&place);
    let old = fs::read(&former).unwrap();
    place.done(&["key", "rotate", "--reason", "Chaque année"]);
    // As it was when the entry was there and the key was not yet moved.
    fs::rename(&former, former.with_extension("key.next")).unwrap();
    fs::write(&former, old).unwrap();
    let signed: Value = place.json(&["checkpoint"]);
    assert_eq!(signed["jalon"], "checkpoint/1");
    assert!(!former.with_extension("key.next").exists());
    assert_eq!(place.json(&["verify"])["sound"], true);
    place.done(&["key", "rotate"]);
    place.done(&["checkpoint"]);
    assert_eq!(place.json(&["verify"])["sound"], true);
}
