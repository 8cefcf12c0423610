//! A verifier that skims activities finds what one finds that reads every line in
//! full, whatever was done to a log.

use std::path::Path;
use std::sync::LazyLock;

use jalon::audit::{BesideCheck, Manner, Verified, With, verify};
use jalon::cli::CEIMIA;
use jalon::event::{Hash, link};
use jalon::ledger::Through;
use jalon::vault::Documents;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// CEIMIA's ledger, and one with an entry of every type.
static LOGS: LazyLock<[Vec<String>; 2]> = LazyLock::new(|| {
    [CEIMIA.bundle.lines().unwrap(), crate::format::later::all()]
        .map(|lines| lines.into_iter().map(|line| String::from_utf8(line).unwrap()).collect())
});

/// What may be done to a log.
#[derive(Clone, Debug)]
enum Deed {
    /// A value of an activity becomes another.
    Value(Index, Index, String),
    /// A value of an activity becomes that of another one.
    Taken(Index, Index, Index),
    Moved(Index, Index),
    Gone(Index),
    Twice(Index, Index),
}

/// What may stand where a value stood.
const VALUES: &[&str] = &[
    "\"\"",
    "\" é\"",
    "\"a\\nb\"",
    "1",
    "-1",
    "true",
    "{}",
    "[]",
    "[\"organisation/oecd\"]",
    "null",
    "\"1.0\"",
    "\"2024-02-30\"",
    "\"2024-01-01\"",
    "[\"a\",\"a\"]",
    "\"organisation/nobody\"",
    "{\"a\":{\"b\":1}}",
];

fn deed() -> impl Strategy<Value = Deed> {
    let at = any::<Index>;
    prop_oneof![
        4 => (at(), at(), select(VALUES)).prop_map(|(line, value, put)| Deed::Value(line, value, put.into())),
        4 => (at(), at(), at()).prop_map(|(line, value, other)| Deed::Taken(line, value, other)),
        2 => (at(), at()).prop_map(|(from, to)| Deed::Moved(from, to)),
        1 => at().prop_map(Deed::Gone),
        1 => (at(), at()).prop_map(|(from, to)| Deed::Twice(from, to)),
    ]
}

/// The place of an activity.
fn activity(lines: &[String], at: Index) -> usize {
    let is_activity = |line: &String| !line.contains("\"type\":\"jalon.");
    let places: Vec<usize> = (0..lines.len()).filter(|place| is_activity(&lines[*place])).collect();
    *at.get(&places)
}

/// Where a value of a line stands, whatever it is.
fn value(line: &str, at: Index) -> std::ops::Range<usize> {
    let starts: Vec<usize> = line.match_indices("\":").map(|(at, _)| at + 2).collect();
    let from = *at.get(&starts);
    let length = line[from..].find(",\"").unwrap_or(line.len() - 1 - from);
    from..from + line[from..from + length].trim_end_matches('}').len()
}

fn change(lines: &mut Vec<String>, deed: Deed) {
    match deed {
        Deed::Value(line, at, put) => {
            let line = activity(lines, line);
            let range = value(&lines[line], at);
            lines[line].replace_range(range, &put);
        }
        Deed::Taken(line, at, other) => {
            let (line, other) = (activity(lines, line), activity(lines, other));
            let put = lines[other][value(&lines[other], at)].to_owned();
            let range = value(&lines[line], at);
            lines[line].replace_range(range, &put);
        }
        Deed::Moved(from, to) => {
            let line = lines.remove(from.index(lines.len()));
            lines.insert(to.index(lines.len()), line);
        }
        Deed::Gone(at) => drop(lines.remove(at.index(lines.len()))),
        Deed::Twice(from, to) => {
            let line = from.get(lines).clone();
            lines.insert(to.index(lines.len()), line);
        }
    }
}

/// The value of a text of a line, which stands in it once.
fn said<'l>(line: &'l str, name: &str) -> Option<&'l str> {
    line.rsplit_once(&format!("\"{name}\":\""))?.1.split('"').next()
}

/// These lines as if they had been written one after the other.
fn chained(lines: &[String], times: &[String]) -> Vec<Vec<u8>> {
    let mut head = Hash::ZERO;
    let mut chained = Vec::new();
    for (place, line) in lines.iter().enumerate() {
        let mut line = line.clone();
        if let Some(range) = link(line.as_bytes()) {
            line.replace_range(range, &head.to_string());
        }
        let time = times.get(place).unwrap_or_else(|| times.last().unwrap());
        let places = [("sequence", format!("{place:020}")), ("recordedtime", time.clone())];
        for (name, now) in places {
            let before = said(&line, name).map(|before| format!("\"{name}\":\"{before}\""));
            let at = before.and_then(|before| Some((line.rfind(&before)?, before.len())));
            if let Some((at, length)) = at {
                line.replace_range(at..at + length, &format!("\"{name}\":\"{now}\""));
            }
        }
        head = Hash::of(line.as_bytes());
        chained.push(line.into_bytes());
    }
    chained
}

/// All that is found, and what values are made of.
fn found(lines: &[Vec<u8>], skims: bool) -> (Result<String, String>, String, Vec<u8>) {
    let again = Through::lines(|| Ok(Box::new(lines.iter().cloned().map(Ok))));
    let beside = Some(BesideCheck::new(Documents::of(Path::new("")), None));
    let Verified { end, state, beside, .. } =
        verify(&again, With { manner: Manner { skims }, beside, ..With::default() });
    let mut put = Vec::new();
    let places = state.put_index(&mut |bytes| put.extend_from_slice(bytes)).unwrap_or_default();
    put.extend(places);
    let end = end.map(|sound| sound.to_string()).map_err(|fault| fault.to_string());
    (end, format!("{:?}", beside.map(|beside| beside.done(&state))), put)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_done_to_a_log(log in 0..2_usize, deeds in vec(deed(), 0..4)) {
        let mut lines = LOGS[log].clone();
        let times: Vec<String> = lines.iter().filter_map(|line| said(line, "recordedtime")).map(str::to_owned).collect();
        for deed in deeds {
            change(&mut lines, deed);
        }
        let lines = chained(&lines, &times);
        let (skimmed, in_full) = (found(&lines, true), found(&lines, false));
        prop_assert_eq!(&skimmed.0, &in_full.0);
        prop_assert_eq!(&skimmed.1, &in_full.1);
        prop_assert!(skimmed.2 == in_full.2);
    }
}

#[test]
fn untouched_they_are_sound() {
    for log in LOGS.iter() {
        let lines: Vec<Vec<u8>> = log.iter().map(|line| line.clone().into_bytes()).collect();
        let [skimmed, in_full] = [true, false].map(|skims| found(&lines, skims));
        assert!(skimmed.0.is_ok() && skimmed == in_full, "{:?} {:?}", skimmed.0, in_full.0);
    }
}
