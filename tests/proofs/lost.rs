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
    for blank in ["", "   "] {
        assert_eq!(place.refused(&["resume", "--reason", blank]).1, 1);
    }
    place.done(&["resume", "--reason", "Disque perdu"]);
    let second = place.done(&["checkpoint", "--key"]);
    assert_ne!(first, second);
    place.done(&["note", "Trois"]);
    let signed = place.done(&["checkpoint"]);
    // That entries were lost is told to whoever kept nothing.
    let told = place.json(&["verify"]);
    let resumed = &told["resumed"][0];
    assert_eq!((&told["sound"], told["resumed"].as_array().unwrap().len()), (&Value::Bool(true), 1));
    assert!(resumed["size"].as_u64() < resumed["signed"].as_u64(), "{resumed}");
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
    assert_eq!(failed(&place, &arguments, 1), ["checkpoint", "checkpoint"]);
    // That is told without a checkpoint too.
    assert_eq!(failed(&place, &["verify", "--key", first.trim()], 1), ["checkpoint"]);
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

/// What was signed of entries that are lost stays beside what is signed of others, and
/// proofs rest on what is there.
#[test]
fn what_was_signed_is_never_replaced() {
    let place = opened();
    place.done(&["note", "Un"]);
    place.done(&["checkpoint"]);
    let before = files_below(place.path(), Path::new(place.ledger()));
    for text in ["Deux", "Trois", "Quatre"] {
        place.done(&["note", text]);
    }
    let lost = place.done(&["checkpoint"]);
    let checkpoints = files_below(place.path(), &Path::new(place.ledger()).join("checkpoints"));
    fs::remove_dir_all(place.path().join(place.ledger())).unwrap();
    place.lay(&before);
    place.lay(&checkpoints);
    assert_eq!(failed(&place, &["verify"], 1), ["signed"]);
    place.done(&["resume", "--reason", "Disque perdu"]);
    // One that it covers and the ledger has.
    place.done(&["prove", "1"]);
    let size: u64 = lost.lines().nth(1).unwrap().parse().unwrap();
    while place.json(&["checkpoint"])["size"] != size {
        place.done(&["note", "Encore"]);
    }
    let kept = files_below(place.path(), &Path::new(place.ledger()).join("checkpoints"));
    let of_size = kept.iter().filter(|(name, _)| name.to_str().unwrap().contains(&format!("{size:020}")));
    assert_eq!(of_size.count(), 2, "the lost one stays");
    assert!(kept.iter().any(|(_, bytes)| *bytes == lost.as_bytes()));
    assert_eq!(place.json(&["verify"])["sound"], true);
}

/// What cannot be read may be what matters: nothing is signed or recorded.
#[test]
fn what_is_remembered_and_cannot_be_read_lets_nothing_be_written() {
    for wrong in ["", "rien", "0000\n"] {
        let place = set_back();
        let signed = signing_key(&place).with_extension("signed");
        fs::write(&signed, wrong).unwrap();
        let (told, code) = place.refused(&["note", "Trois"]);
        assert_eq!(code, 1, "{wrong:?}: {told}");
        assert_ne!(place.run(&["checkpoint"]).status.code(), Some(0));
    }
    let place = opened();
    place.done(&["checkpoint"]);
    let folder = place.path().join(place.ledger()).join("checkpoints");
    fs::write(folder.join(format!("{:020}.note", 999)), "rien").unwrap();
    assert_ne!(place.run(&["note", "Un"]).status.code(), Some(0));
    assert_eq!(failed(&place, &["verify"], 1), ["signed"]);
}

/// Two copies of a ledger have one key: the second that signs is found to lack what the
/// first signed.
#[test]
fn a_copy_signs_nothing_beside_the_original() {
    let place = opened();
    place.done(&["note", "Un"]);
    let copy = files_below(place.path(), Path::new(place.ledger()));
    let renamed = |(name, bytes): (PathBuf, Vec<u8>)| {
        (Path::new("copie.jalon").join(name.strip_prefix(place.ledger()).unwrap()), bytes)
    };
    place.lay(&copy.into_iter().map(renamed).collect::<Vec<_>>());
    place.done(&["note", "Deux"]);
    place.done(&["checkpoint"]);
    let output = place.run(&["--ledger", "copie.jalon", "checkpoint"]);
    assert_eq!(output.status.code(), Some(3));
    // Resuming the copy puts another key beside, and takes none from the original.
    let own = fs::read(signing_key(&place)).unwrap();
    place.done(&["--ledger", "copie.jalon", "resume", "--reason", "Essai"]);
    let keys = files_below(place.path(), Path::new("keys"));
    assert!(keys.iter().filter(|(_, bytes)| *bytes == own).count() <= 1);
}

/// A server is not begun on a ledger that lost entries: it would be asked to write.
#[test]
fn no_server_is_begun_on_it() {
    let place = set_back();
    let output = place.run(&["serve", "--port", "0"]);
    assert_eq!(output.status.code(), Some(3));
}

/// The tree that is kept is only taken as far as something was signed of it.
#[test]
fn a_tree_that_says_something_else_is_not_signed() {
    let place = Place::demonstration();
    let root = place.json(&["checkpoint"])["root"].clone();
    fs::remove_dir_all(place.path().join("ceimia.jalon/checkpoints")).unwrap();
    let path = place.path().join("ceimia.jalon/tree");
    let bytes = fs::read(&path).unwrap();
    let end = bytes.iter().position(|byte| *byte == b'\n').unwrap();
    let mut body = bytes[end + 1..].to_vec();
    *body.last_mut().unwrap() ^= 1;
    let head = format!("derived 1 {}\n", jalon::event::Hash::of(&body));
    fs::write(&path, [head.as_bytes(), &body].concat()).unwrap();
    assert_eq!(place.json_of(&["verify"], 1)["findings"][0]["check"], "tree");
    assert_eq!(place.json(&["checkpoint"])["root"], root);
}
