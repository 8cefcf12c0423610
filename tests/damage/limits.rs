//! What is exactly as large as it may be, and what is one more.

use jalon::event::{Hash, MAX_ENTRY_BYTES, MAX_IMPORT_ROWS, MAX_ITEMS};
use serde_json::json;

use super::bytes::lay_beside;
use super::sample::opened;
use crate::place::Place;

/// A line to import of an activity with these words.
fn row(words: &[String]) -> String {
    let row = json!({
        "type": "remark.heard", "occurredfrom": "2024-05-01", "occurredto": "2024-05-01",
        "fields": {"words": words},
    });
    format!("{row}\n")
}

/// Fifteen texts, and one of so many characters.
fn words(last: usize) -> Vec<String> {
    (0..15).map(|n| format!("{n:02}{}", "x".repeat(3_900))).chain(["z".repeat(last)]).collect()
}

fn lengths(export: &str) -> impl Iterator<Item = usize> {
    export.lines().map(str::len)
}

/// How long the last text is in an entry of exactly the limit.
fn last_text(place: &Place) -> usize {
    place.file("row.jsonl", row(&words(100)));
    place.done(&["import", "row.jsonl"]);
    let longest = lengths(&place.done(&["export", "jsonl"])).max().unwrap();
    100 + MAX_ENTRY_BYTES - longest
}

#[test]
fn an_entry_of_exactly_the_limit_is_kept_and_one_byte_more_is_refused() {
    let place = opened();
    let last = last_text(&place);
    // One alone, then three in one group: blocks and groups hold the longest lines.
    place.file("row.jsonl", row(&words(last)));
    place.done(&["import", "row.jsonl"]);
    let other = |letter: &str| {
        let mut words = words(last);
        words[15] = letter.repeat(last);
        row(&words)
    };
    place.file("three.jsonl", ["a", "b", "c"].map(other).concat());
    place.done(&["import", "three.jsonl"]);
    let export = place.done(&["export", "jsonl"]);
    assert_eq!(lengths(&export).filter(|length| *length == MAX_ENTRY_BYTES).count(), 4);
    let longest = export.lines().find(|line| line.len() == MAX_ENTRY_BYTES).unwrap();
    let id = serde_json::from_str::<serde_json::Value>(longest).unwrap()["id"].as_str().unwrap().to_owned();
    let shown = place.json(&["show", &id]);
    assert_eq!(shown["entries"][0]["hash"], Hash::of(longest.as_bytes()).to_string());
    place.done(&["verify"]);
    place.file("row.jsonl", row(&words(last + 1)));
    for language in ["fr", "en"] {
        let (said, code) = place.refused(&["import", "row.jsonl", "--lang", language]);
        let number = said.replace(['\u{a0}', '\u{202f}', ','], "");
        assert!(code == 1 && number.contains("61441") && number.contains("61440"), "{said}");
    }
    // One too long among others: none of them is kept.
    place.file("mixed.jsonl", [other("d"), row(&words(last + 1)), other("e")].concat());
    assert!(place.refused(&["import", "mixed.jsonl"]).0.contains("mixed.jsonl:2"));
    let export = place.done(&["export", "jsonl"]);
    place.file("export.jsonl", &export);
    place.done(&["--ledger", "autre", "restore", "export.jsonl"]);
    assert!(place.done(&["--ledger", "autre", "export", "jsonl"]).starts_with(&export));
    lay_beside(&place, "autre");
    place.done(&["--ledger", "autre", "verify"]);
}

#[test]
fn as_many_values_as_an_entry_may_hold_and_one_more() {
    let place = opened();
    let many = |count: usize| row(&(0..count).map(|n| n.to_string()).collect::<Vec<_>>());
    place.file("row.jsonl", many(MAX_ITEMS));
    place.done(&["import", "row.jsonl"]);
    place.file("row.jsonl", many(MAX_ITEMS + 1));
    assert_eq!(place.refused(&["import", "row.jsonl"]).1, 1);
    place.done(&["verify"]);
}

#[test]
fn one_row_more_than_an_import_may_have_is_refused() {
    let place = opened();
    place.file("rows.jsonl", "\n".repeat(MAX_IMPORT_ROWS + 1));
    place.file("rows.csv", format!("on,editions\n{}", "1,1\n".repeat(MAX_IMPORT_ROWS + 1)));
    for name in ["rows.jsonl", "rows.csv"] {
        let (said, code) = place.refused(&["import", name, "--type", "newsletter.sent", "--lang", "en"]);
        assert!(code == 1 && said.contains("1,000,000"), "{name}: {}", &said[..said.len().min(300)]);
    }
}
