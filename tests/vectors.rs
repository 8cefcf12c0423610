//! The published vectors of RFC 8785: the general canonicaliser, which is the
//! oracle, reproduces them; our reader takes of them what lies in our subset
//! and says why it refuses the rest.

use std::fs;
use std::path::Path;

use jalon::event::{decode, encode};
use serde_json::Value;

const VECTORS: [&str; 6] =
    ["arrays.json", "french.json", "structures.json", "unicode.json", "values.json", "weird.json"];

fn vector(folder: &str, name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/jcs").join(folder).join(name);
    fs::read_to_string(path).unwrap()
}

#[test]
fn the_oracle_reproduces_the_published_outputs() {
    for name in VECTORS {
        let input: Value = serde_json::from_str(&vector("input", name)).unwrap();
        assert_eq!(serde_json_canonicalizer::to_string(&input).unwrap(), vector("output", name), "{name}");
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/jcs/input");
    assert_eq!(fs::read_dir(folder).unwrap().count(), VECTORS.len(), "a vector that nothing reads");
}

/// Why a value lies outside our subset, the first reason in reading order.
fn outside(value: &Value) -> Option<&'static str> {
    let name = |name: &String| {
        let letters = name.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'_');
        letters && name.starts_with(|first: char| first.is_ascii_lowercase())
    };
    match value {
        Value::Null => Some("null is not allowed"),
        Value::Bool(_) => None,
        Value::Number(number) if number.is_i64() => None,
        Value::Number(_) => Some(""),
        Value::String(text) => {
            let control = text.chars().any(|letter| letter.is_control() && letter != '\n');
            control.then_some("control characters other than LF are not allowed")
        }
        Value::Array(items) => items.iter().find_map(outside),
        // The oracle's order is by UTF-16, ours by byte: the same where names are ours.
        Value::Object(members) if !members.keys().all(name) => Some("a name is [a-z][a-z0-9_]*"),
        Value::Object(members) => members.values().find_map(outside),
    }
}

/// A value and all values in it.
fn all_of(value: &Value) -> Vec<&Value> {
    let inner: Vec<&Value> = match value {
        Value::Array(items) => items.iter().collect(),
        Value::Object(members) => members.values().collect(),
        _ => vec![],
    };
    std::iter::once(value).chain(inner.into_iter().flat_map(all_of)).collect()
}

#[test]
fn of_the_vectors_ours_takes_what_lies_in_our_subset() {
    let (mut taken, mut refused) = (0, 0);
    for name in VECTORS {
        let whole: Value = serde_json::from_str(&vector("output", name)).unwrap();
        for value in all_of(&whole) {
            let text = serde_json_canonicalizer::to_string(value).unwrap();
            let line = format!("{{\"data\":{text}}}");
            match (decode(line.as_bytes()), outside(value)) {
                (Ok(read), None) => {
                    let mut again = Vec::new();
                    encode(&read, &mut again);
                    assert_eq!(again, line.as_bytes());
                    taken += 1;
                }
                (Err(error), Some(reason)) => {
                    assert!(error.to_string().contains(reason), "{text}: {error}");
                    refused += 1;
                }
                (read, outside) => panic!("{text}: {read:?}, {outside:?}"),
            }
        }
    }
    assert!(taken >= 25 && refused >= 12, "{taken} taken, {refused} refused");
}

/// What the published outputs hold beyond our subset, one by one.
#[test]
fn each_way_out_of_our_subset_has_its_reason() {
    let fraction = "fractions and exponents are not allowed";
    for (value, reason) in [
        ("333333333.3333333", fraction),
        ("4.5", fraction),
        ("1e+30", fraction),
        ("1e-27", fraction),
        ("0.002", fraction),
        ("null", "null is not allowed"),
        ("9007199254740992", "an integer beyond"),
        ("-9007199254740992", "an integer beyond"),
        ("[[[[[[[[1]]]]]]]]", "nested too deeply"),
        ("\"\\u000f\"", "control characters other than LF are not allowed"),
        ("\"\\r\"", "control characters other than LF are not allowed"),
        ("{\"1\":[]}", "a name is"),
        ("{\"péché\":1}", "a name is"),
        ("{\"\":1}", "a name is"),
    ] {
        let line = format!("{{\"data\":{value}}}");
        let error = decode(line.as_bytes()).unwrap_err().to_string();
        assert!(error.contains(reason), "{value}: {error}");
    }
    let deepest = format!("{{\"data\":{}1{}}}", "[".repeat(7), "]".repeat(7));
    assert!(decode(deepest.as_bytes()).is_ok(), "the eighth level is allowed");
    let long = |count: usize| format!("{{\"data\":\"{}\"}}", "é".repeat(count));
    assert!(decode(long(4_000).as_bytes()).is_ok());
    assert!(decode(long(4_001).as_bytes()).is_err());
    let many = |count: usize| format!("{{\"data\":[{}0]}}", "0,".repeat(count - 1));
    assert!(decode(many(4_000).as_bytes()).is_ok());
    assert!(decode(many(4_001).as_bytes()).is_err());
}
