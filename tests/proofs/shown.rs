//! What somebody else is given, and what becomes of it where one byte is another.

use std::fs;
use std::path::{Path, PathBuf};

use crate::place::{Place, files_below};

/// A demonstration with a checkpoint, a proof of one of its entries and that entry.
fn shown() -> Place {
    let place = Place::demonstration();
    let lines = place.done(&["export", "jsonl"]);
    place.file("checkpoint", place.done(&["checkpoint"]));
    place.file("entry", lines.lines().nth(300).unwrap());
    place.file("entry.tlog-proof", place.done(&["prove", "300"]));
    place
}

#[test]
fn a_proof_holds_for_its_entry_and_no_other_byte() {
    let place = shown();
    let key = place.done(&["checkpoint", "--key"]);
    let arguments = ["verify", "--proof", "entry.tlog-proof", "--entry", "entry", "--key", key.trim()];
    let told = place.json(&arguments);
    assert_eq!((&told["sequence"], &told["signedby"]), (&300.into(), &key.trim().into()));
    // An id says the same as a number.
    let id: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(place.path().join("entry")).unwrap()).unwrap();
    assert_eq!(place.done(&["prove", id["id"].as_str().unwrap()]), place.done(&["prouver", "300"]));
    for name in ["entry", "entry.tlog-proof"] {
        let text = fs::read_to_string(place.path().join(name)).unwrap();
        for at in (0..text.len()).step_by(text.len() / 9) {
            let mut other = text.clone().into_bytes();
            other[at] ^= 1;
            fs::write(place.path().join(name), other).unwrap();
            assert_ne!(place.run(&arguments).status.code(), Some(0), "{name}, byte {at}");
        }
        place.file(name, &text);
    }
    let other = key.trim().replace("365ac76c", "365ac76d");
    let wrong = ["verify", "--proof", "entry.tlog-proof", "--entry", "entry", "--key", &other];
    assert_eq!(place.run(&wrong).status.code(), Some(2));
}

fn files(place: &Place, folder: &str) -> Vec<(PathBuf, Vec<u8>)> {
    files_below(&place.path().join(folder), Path::new(""))
}

#[test]
fn what_is_published_grows_and_is_never_another() {
    let place = shown();
    // Two full tiles, one partial, their entries, and one above.
    assert_eq!(place.json(&["publish", "out"])["tiles"], 7);
    let before = files(&place, "out");
    let again = place.json(&["publier", "out"]);
    assert_eq!((&again["tiles"], &again["before"]), (&0.into(), &again["size"]));
    place.done(&["note", "Une de plus"]);
    // Somebody may still ask for the tree of a checkpoint that was not published.
    place.done(&["checkpoint"]);
    place.done(&["note", "Encore une"]);
    assert_eq!(place.json(&["publish", "out"])["tiles"], 4);
    for (path, bytes) in before.into_iter().filter(|(path, _)| path != Path::new("checkpoint")) {
        assert_eq!(fs::read(place.path().join("out").join(&path)).unwrap(), bytes, "{}", path.display());
    }
    place.done(&["publish", "anew"]);
    let (grown, anew) = (files(&place, "out"), files(&place, "anew"));
    assert!(anew.iter().all(|file| grown.contains(file)), "what has grown is what is published at once");
    // What was taken away is laid again.
    fs::remove_file(place.path().join("out/tile/0/000")).unwrap();
    fs::write(place.path().join("out/tile/0/001"), "").unwrap();
    assert_eq!(place.json(&["publish", "out"])["tiles"], 2);
    assert_eq!(files(&place, "out"), grown);
    // Nothing is added to what another ledger published.
    let checkpoint = place.path().join("out/checkpoint");
    let text = fs::read_to_string(&checkpoint).unwrap();
    let size = format!("\n{}\n", text.lines().nth(1).unwrap());
    for (from, to) in
        [("registre.example.org/ceimia\n", "registre.example.org/autre\n"), (&size, "\n99744\n")]
    {
        fs::write(&checkpoint, text.replacen(from, to, 1)).unwrap();
        let (told, code) = place.refused(&["publish", "out"]);
        assert_eq!(code, 1, "{told}");
    }
}

#[test]
fn one_checkpoint_continues_another_and_verify_finds_both() {
    let place = shown();
    let older = fs::read_to_string(place.path().join("checkpoint")).unwrap();
    place.done(&["note", "Une de plus"]);
    place.file("continues", place.done(&["prove", "--from", "checkpoint"]));
    place.done(&["verify", "--proof", "continues", "--checkpoint", "checkpoint"]);
    assert_eq!(place.json(&["verify", "--checkpoint", "checkpoint"])["sound"], true);
    // Across a hand-over both keys are asked for, and the wrong ones show nothing.
    let old = place.done(&["key"]);
    place.done(&["key", "rotate"]);
    let new = place.done(&["key"]);
    place.file("handed", place.done(&["prove", "--from", "checkpoint"]));
    let across = ["verify", "--proof", "handed", "--checkpoint", "checkpoint", "--key", old.trim()];
    assert_eq!(place.refused(&across).1, 1);
    place.done(&[&across[..], &["--key", new.trim()]].concat());
    assert_eq!(place.refused(&["verify", "--key", old.trim(), "--key", new.trim()]).1, 2);
    // One of the same size with another root, rightly signed by nobody.
    let root = older.lines().nth(2).unwrap();
    place.file("checkpoint", older.replacen(root, &format!("A{}", &root[1..]), 1));
    assert_eq!(place.run(&["verify", "--checkpoint", "checkpoint"]).status.code(), Some(1));
    let wrong = ["verify", "--proof", "continues", "--checkpoint", "checkpoint"];
    assert_eq!(place.run(&wrong).status.code(), Some(1));
    place.file("checkpoint", "rien");
    assert_eq!(place.refused(&["verify", "--checkpoint", "checkpoint"]).1, 1);
}

#[test]
fn a_checkpoint_that_is_kept_and_the_tree_are_looked_at_by_verify() {
    let place = shown();
    let found = |code| -> Vec<String> {
        let told = place.json_of(&["verify"], code);
        told["findings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it["check"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(found(0), [""; 0]);
    let folder = place.path().join("ceimia.jalon/checkpoints");
    let kept = fs::read_dir(&folder).unwrap().next().unwrap().unwrap().path();
    let text = fs::read_to_string(&kept).unwrap();
    let another = folder.join(format!("{:020}.note", 742));
    for wrong in
        ["rien".to_owned(), text.replacen("\n743\n", "\n742\n", 1), text.replacen("ceimia\n", "autre\n", 1)]
    {
        fs::write(&kept, wrong).unwrap();
        assert_eq!(found(1), ["signed"]);
    }
    fs::write(&kept, &text).unwrap();
    fs::write(&another, &text).unwrap();
    assert_eq!(found(1), ["signed"], "under another size");
    fs::remove_file(another).unwrap();
    assert_eq!(found(0), [""; 0]);
}
