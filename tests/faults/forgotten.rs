//! A command that makes a person's values unreadable, killed in the middle: the key is
//! never gone before that was asked for, and the same command ends what was begun.

use super::trace::traced;
use super::{LEDGER, has, opened};
use crate::place::{Place, files_below};

const FORGET: [&str; 6] = ["forget", "Marie Tremblay", "--reason", "Sa demande", "--yes", "--key-lost"];

fn before() -> Place {
    let place = opened();
    place.done(&["register", "Marie Tremblay", "--kind", "person"]);
    place
}

/// Whether the register's person has a key, and how often each entry stands.
fn told(place: &Place) -> (bool, [usize; 2]) {
    let export = place.done(&["export", "jsonl"]);
    let count = |kind: &str| export.matches(kind).count();
    let id = export.split("\"subject\":\"person/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let keys = files_below(place.path(), std::path::Path::new("keys"));
    let key = keys.iter().find(|(path, _)| path.to_string_lossy().ends_with(&format!("{id}.key")));
    let is_whole = key.is_some_and(|(_, bytes)| bytes.starts_with(b"jalon person key 1"));
    (
        is_whole,
        [count("\"type\":\"jalon.person.erasurerequested\""), count("\"type\":\"jalon.person.erased\"")],
    )
}

#[test]
fn killed_anywhere_it_is_ended_by_the_same_command() {
    if !has("strace") {
        return;
    }
    let first = before();
    let id = first.json(&["register"])["bodies"][0]["id"].as_str().unwrap().to_owned();
    let mut ends = std::collections::BTreeSet::new();
    // Both copies of the request, the mark, the zeros, the removal, the last entry.
    for (call, when) in [
        ("fdatasync", 2),
        ("fsync", 1),
        ("fsync", 2),
        ("fsync", 3),
        ("unlink", 1),
        ("fsync", 4),
        ("fdatasync", 4),
    ] {
        let place = super::failing::copy(&first);
        let inject = format!("inject={call}:signal=SIGKILL:when={when}");
        let options = ["-e", &format!("trace={call}"), "-e", &inject];
        let killed = traced(&place, &options, &FORGET).output().unwrap();
        let what = format!("{call} {when}");
        let (has_key, [asked, done]) = told(&place);
        assert!(has_key || asked == 1, "{what}: the key is gone, and nobody asked");
        assert!(done == 0 || !has_key, "{what}: done, and the key is there");
        ends.insert((has_key, asked, done));
        if !killed.status.success() && asked == 1 && done == 0 {
            let open = place.json(&["checks"]);
            let kinds: Vec<_> =
                open["open"].as_array().unwrap().iter().map(|it| it["kind"].clone()).collect();
            assert!(kinds.contains(&"erasure".into()), "{what}: {kinds:?}");
        }
        // By its id: the name is perhaps unreadable by now. That the key was here is marked.
        let again = ["forget", &id, "--reason", "Sa demande", "--yes"];
        place.done(&again);
        assert_eq!(told(&place), (false, [1, 1]), "{what}");
        assert!(place.done(&["export", "jsonl"]).contains("\"key\":\"destroyed\""), "{what}");
        let verified = place.json(&["verify"]);
        assert_eq!(verified["unerased"], serde_json::json!([]), "{what}");
        assert!(place.path().join(LEDGER).exists());
    }
    assert!(ends.len() >= 3, "stopped before, between and after: {ends:?}");
}
