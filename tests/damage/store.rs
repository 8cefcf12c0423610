//! Changed bytes and missing files of the store, each asked of the program itself:
//! what sled's own threads lose would be noticed by other tests of one process.

use std::collections::BTreeMap;
use std::fs;

use super::sample::{LEDGER, sample};
use super::{tell, told};
use crate::place::Place;

/// How a changed store is seen, once it has brought back every receipt.
fn seen(place: &Place, case: &str) -> &'static str {
    let output = place.run(&["verify", "--lang", "en"]);
    let said = told(&output) + &String::from_utf8(output.stdout).unwrap();
    let seen = match output.status.code() {
        Some(0) => "the same is read back",
        Some(1 | 3) if said.contains("store/") => "named and repaired",
        _ => panic!("{case}: {said}"),
    };
    assert_whole(place, case);
    let output = place.run(&["repair", "--from", "twin", "--lang", "en"]);
    let said = told(&output);
    assert!(output.status.success(), "{case}: {said}");
    assert_whole(place, case);
    let output = place.run(&["verify", "--lang", "en"]);
    assert!(output.status.success(), "{case}: {}", told(&output));
    seen
}

/// Every entry is there as it was recorded, whatever came after.
fn assert_whole(place: &Place, case: &str) {
    let export = place.done(&["export", "jsonl"]);
    let lines: Vec<&[u8]> = export.lines().map(str::as_bytes).take(sample().lines.len()).collect();
    assert!(lines == sample().lines, "{case}: other entries");
}

fn file(name: &str) -> &'static [u8] {
    sample().in_ledger().find(|(it, _)| it.starts_with(name)).unwrap().1
}

fn name_of(begins: &str) -> &'static str {
    sample().in_ledger().find(|(it, _)| it.starts_with(begins)).unwrap().0
}

fn changed(name: &str, at: usize, mask: u8) -> &'static str {
    let place = sample().place();
    let path = place.path().join(LEDGER).join(name);
    let mut bytes = fs::read(&path).unwrap();
    bytes[at] ^= mask;
    fs::write(path, bytes).unwrap();
    seen(&place, &format!("byte {at} of {name}, {mask:#04x}"))
}

/// So many different places of a file with its used bytes first: three in four of
/// these, the others anywhere behind.
fn places(bytes: &[u8], count: usize) -> Vec<usize> {
    let used = bytes.iter().rposition(|byte| *byte != 0).unwrap() + 1;
    let spread = |from: usize, to: usize, count: usize| {
        (0..count).map(move |n| from + (to - from) * (2 * n + 1) / (2 * count))
    };
    let behind = count / 4;
    let places = spread(0, used, count - behind).chain(spread(used, bytes.len(), behind));
    places.filter(|at| *at < bytes.len()).collect()
}

/// Any other byte: which one depends on the place alone.
fn mask(at: usize) -> u8 {
    u8::try_from(at.wrapping_mul(151) % 255 + 1).unwrap()
}

#[test]
fn a_changed_byte_of_the_store_is_named_or_lies_in_dead_space() {
    for at in places(file("store/db"), 8) {
        changed("store/db", at, mask(at));
    }
}

#[test]
fn a_file_of_the_store_that_is_gone_is_named_or_made_again() {
    for name in ["store/db", "store/conf", name_of("store/snap.")] {
        let place = sample().place();
        fs::remove_file(place.path().join(LEDGER).join(name)).unwrap();
        seen(&place, &format!("{name} is gone"));
    }
}

#[test]
#[ignore = "minutes: 2,000 places of sled's db, every byte of its other files"]
fn two_thousand_places_of_the_store() {
    for (begins, count) in [("store/db", 2_000), ("store/conf", usize::MAX), ("store/snap.", usize::MAX)] {
        let (name, bytes) = (name_of(begins), file(begins));
        let places = if count < bytes.len() { places(bytes, count) } else { (0..bytes.len()).collect() };
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for at in &places {
            *counts.entry(changed(name, *at, mask(*at))).or_default() += 1;
        }
        tell(&format!("{begins}: {} places: {counts:?}", places.len()));
    }
}
