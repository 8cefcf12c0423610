//! What `verify` finds, wherever it stands.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::place::Place;

/// The plain copy of a small ledger.
fn twin(place: &Place) -> PathBuf {
    let mut files = fs::read_dir(place.path().join("ceimia.jalon/lines")).unwrap();
    files.next().unwrap().unwrap().path()
}

/// What was found, as check, copy and place.
fn found(place: &Place) -> Vec<Value> {
    let told = place.json_of(&["verify"], 1);
    let findings = told["findings"].as_array().unwrap();
    findings.iter().map(|it| json!([it["check"], it["copy"], it["sequence"]])).collect()
}

/// The first line, one before and behind an end of the blocks in which the store
/// keeps them, one in the middle.
#[test]
fn a_line_that_only_one_copy_has_is_told_wherever_it_stands() {
    let place = Place::demonstration();
    let file = twin(&place);
    let text = fs::read_to_string(&file).unwrap();
    for at in [0, 63, 64, 400] {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let changed = lines[at].replacen(".000000Z\"", ".000001Z\"", 1);
        assert_ne!(lines[at], changed);
        lines[at] = changed;
        fs::write(&file, lines.join("\n") + "\n").unwrap();
        let expected = [json!(["chain", "twin", at + 1]), json!(["copies", null, at])];
        assert_eq!(found(&place), expected, "{at}");
    }
    fs::write(&file, &text).unwrap();
    place.done(&["verify"]);
}

/// What a reader refuses is told of the copy in which it stands, beside where the
/// copies part.
#[test]
fn a_line_that_is_no_entry_is_told_of_its_copy() {
    let place = Place::demonstration();
    let file = twin(&place);
    let text = fs::read_to_string(&file).unwrap();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    lines[300] = lines[300].replacen("{\"authid\"", "{ \"authid\"", 1);
    fs::write(&file, lines.join("\n") + "\n").unwrap();
    assert_eq!(found(&place), [json!(["form", "twin", 300]), json!(["copies", null, 300])]);
}

#[test]
fn what_is_told_is_the_same_while_another_process_holds_the_store() {
    let place = Place::demonstration();
    place.done(&["kpi", "--as-at", "2024-03-31"]);
    let whole = place.json(&["verify"]);
    let held = fs::File::open(place.path().join("ceimia.jalon/lock")).unwrap();
    held.lock().unwrap();
    let alone = place.json(&["verify"]);
    for (one, other) in whole["checks"].as_array().unwrap().iter().zip(alone["checks"].as_array().unwrap()) {
        if one["check"] == "copies" {
            assert_eq!(other["outcome"], "unchecked");
        } else {
            assert_eq!(one, other);
        }
    }
}
