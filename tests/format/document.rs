//! `docs/format.md` against the program: its worked example, its types, its
//! limits.

use std::collections::BTreeMap;

use jalon::audit::verify_lines;
use jalon::event::{
    Currency, MAX_DECIMALS, MAX_DEFINITION_ITEMS, MAX_DEPTH, MAX_DOCUMENT_BYTES, MAX_ENTRY_BYTES, MAX_FIELDS,
    MAX_ID, MAX_IMPORT_ROWS, MAX_INDICATORS, MAX_ITEMS, MAX_PREFIX, MAX_REASON, MAX_TEXT, MAX_TYPES, types,
};
use serde_json::Value;

const DOCUMENT: &str = include_str!("../../docs/format.md");

/// The fenced block after a marker.
fn block(marker: &str) -> &'static str {
    let after = DOCUMENT.split_once(&format!("<!-- {marker} -->")).unwrap().1;
    let fenced = after.split_once("```").unwrap().1;
    fenced.split_once('\n').unwrap().1.split_once("```").unwrap().0
}

/// The worked example.
pub(super) fn example() -> &'static str {
    block("the log")
}

#[test]
fn the_worked_example_is_what_it_says() {
    let hashes: Vec<(usize, &str)> = block("the hashes")
        .lines()
        .map(|line| line.split_once(' ').unwrap())
        .map(|(place, hash)| (place.parse().unwrap(), hash))
        .collect();
    let mut previous = "0".repeat(64);
    assert_eq!(example().lines().count(), hashes.len());
    for (line, (place, hash)) in example().lines().zip(hashes) {
        let entry: Value = serde_json::from_str(line).unwrap();
        assert_eq!(serde_json_canonicalizer::to_string(&entry).unwrap(), line);
        assert_eq!(entry["prevhash"], previous.as_str());
        assert_eq!(entry["sequence"], format!("{place:020}"));
        previous = blake3::hash(line.as_bytes()).to_hex().to_string();
        assert_eq!(previous, hash);
    }
    let sound = verify_lines(example().lines().map(|line| Ok(line.as_bytes().to_vec()))).unwrap();
    assert_eq!(sound.head.to_string(), previous);
}

#[test]
fn every_type_is_described() {
    for kind in types::ALL {
        let fact = kind.rsplit_once('.').unwrap().1;
        let of_the_register = DOCUMENT.contains(&format!("`.{fact}`"));
        assert!(DOCUMENT.contains(&format!("`{kind}`")) || of_the_register, "{kind}");
    }
}

/// Every code of three letters is a currency here as there, or in neither.
#[test]
fn the_currencies_are_the_programs() {
    let table = include_str!("../../docs/currencies.txt").lines().map(|line| line.split_once(' ').unwrap());
    let table: BTreeMap<String, u32> =
        table.map(|(code, digits)| (code.to_owned(), digits.parse().unwrap())).collect();
    let letters = || 'A'..='Z';
    let codes = letters().flat_map(|a| letters().map(move |b| (a, b)));
    for code in codes.flat_map(|(a, b)| letters().map(move |c| String::from_iter([a, b, c]))) {
        let known = code.parse::<Currency>().ok().map(Currency::digits);
        assert_eq!(known, table.get(&code).copied(), "{code}");
    }
}

#[test]
fn the_limits_are_the_programs() {
    let limits =
        DOCUMENT.split_once("## Limits").unwrap().1.split_once("\n## ").unwrap().0.replace('\n', " ");
    let grouped = |number: usize| {
        let digits = number.to_string();
        let (head, tail) = digits.split_at(digits.len() % 3);
        let groups = tail.as_bytes().chunks(3).map(|it| String::from_utf8_lossy(it).into_owned());
        let head = (!head.is_empty()).then(|| head.to_owned());
        head.into_iter().chain(groups).collect::<Vec<_>>().join(",")
    };
    let written = [
        ("entry {} bytes", MAX_ENTRY_BYTES),
        ("text {} characters", MAX_TEXT),
        ("array {} items", MAX_DEFINITION_ITEMS),
        ("fields {} ·", MAX_ITEMS),
        ("depth {} ·", MAX_DEPTH),
        ("id {} ·", MAX_ID),
        ("type prefix {} ·", MAX_PREFIX),
        ("reason {} ·", MAX_REASON),
        ("fields {} per type", MAX_FIELDS),
        ("types {} ·", MAX_TYPES),
        ("indicators {} per plan", MAX_INDICATORS),
        ("decimals {} ·", MAX_DECIMALS as usize),
        ("import {} rows", MAX_IMPORT_ROWS),
    ];
    for (words, number) in written {
        let said = words.replace("{}", &grouped(number));
        assert!(limits.contains(&said), "{said}");
    }
    assert!(limits.contains("document 4 GiB") && MAX_DOCUMENT_BYTES == 4 << 30);
}
