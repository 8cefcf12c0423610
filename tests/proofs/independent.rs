//! `docs/verify.py`, which shares nothing with the program: what it takes and what it
//! refuses. It needs two public packages, and is passed over with a word without them.

use std::io::Write;
use std::path::Path;
use std::process::Command;

use crate::place::Place;

/// Whether Python and its packages are here.
fn is_here() -> bool {
    let found = Command::new("python3").args(["-c", "import blake3, cryptography"]).output();
    let is_here = found.is_ok_and(|output| output.status.success());
    if !is_here {
        let skipped = "skipped: python3 with the packages blake3 and cryptography is not here\n";
        std::io::stderr().write_all(skipped.as_bytes()).unwrap();
    }
    is_here
}

/// What it says of files in a place, and whether it takes them.
fn verify(place: &Place, arguments: &[&str]) -> (String, bool) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/verify.py");
    let output = Command::new("python3")
        .arg("-B")
        .arg(script)
        .args(arguments)
        .current_dir(place.path())
        .output()
        .unwrap();
    let told = [output.stdout, output.stderr].concat();
    let told = String::from_utf8(told).unwrap();
    assert!(!told.contains("Traceback"), "{told}");
    (told, output.status.success())
}

#[test]
fn it_computes_the_values_that_ours_gives() {
    if !is_here() {
        return;
    }
    let place = Place::demonstration();
    place.file("checkpoint", place.done(&["checkpoint"]));
    let key = place.done(&["checkpoint", "--key"]);
    for (year, again) in [("FY2022", "150 values"), ("FY2024", "150 values")] {
        place.done(&["pack", year, year]);
        let (told, is_taken) = verify(&place, &[year, "--checkpoint", "checkpoint", "--key", key.trim()]);
        assert!(is_taken && told.contains(again), "{year}: {told}");
    }
    let invented = Place::with_ledger("marees.jalon");
    invented.done(&["demo", "--fictif", "marees.jalon"]);
    for year in ["FY2024", "FY2026"] {
        invented.done(&["pack", year, year]);
        let (told, is_taken) = verify(&invented, &[year]);
        assert!(is_taken && told.contains("10 values computed again"), "{year}: {told}");
    }
}

/// It stays small enough to be read in an hour.
#[test]
fn it_has_under_400_lines() {
    assert!(include_str!("../../docs/verify.py").lines().count() < 400);
}

#[test]
fn it_refuses_what_was_changed_by_one_byte() {
    if !is_here() {
        return;
    }
    let place = Place::demonstration();
    place.done(&["pack", "FY2024", "pack"]);
    let read = |name: &str| std::fs::read_to_string(place.path().join("pack").join(name)).unwrap();
    let [log, checkpoint, claims] = ["log.jsonl", "checkpoint", "pack.json"].map(read);
    let value = claims.rfind("\"delivered\":\"3597043\"").unwrap() + "\"delivered\":\"".len();
    let places = [
        ("log.jsonl", &log, log.len() / 2),
        ("checkpoint", &checkpoint, 40),
        ("checkpoint", &checkpoint, 160),
        ("pack.json", &claims, value),
        ("SHA256SUMS", &read("SHA256SUMS"), 3),
    ];
    for (name, text, at) in places {
        let mut other = text.clone().into_bytes();
        other[at] ^= 1;
        place.file(&format!("pack/{name}"), other);
        let (told, is_taken) = verify(&place, &["pack"]);
        assert!(!is_taken && told.contains(&format!("NO  pack/{name}")), "{name}, byte {at}: {told}");
        place.file(&format!("pack/{name}"), text);
    }
    assert!(verify(&place, &["pack"]).1);
    place.file("pack/more", "x");
    assert!(!verify(&place, &["pack"]).1);
    place.file("checkpoint", &checkpoint);
    // A log that was shortened is sound in itself, and lacks what was signed.
    let shorter: Vec<&str> = log.split_inclusive('\n').take(700).collect();
    place.file("log.jsonl", shorter.concat());
    assert!(verify(&place, &["log.jsonl"]).1);
    let (told, is_taken) = verify(&place, &["log.jsonl", "--checkpoint", "checkpoint"]);
    assert!(!is_taken && told.contains("covers 743 of 700 entries"), "{told}");
}

#[test]
fn it_says_plainly_what_is_wrong() {
    if !is_here() {
        return;
    }
    let place = Place::demonstration();
    place.done(&["close", "FY2024", "--anyway", "--reason", "Pour l’essai"]);
    place.done(&["pack", "FY2024", "pack"]);
    let (told, is_taken) = verify(&place, &["pack", "--key", "abc"]);
    assert!(!is_taken && told.contains("abc is no verifier key"), "{told}");
    place.file("before", place.done(&["checkpoint"]));
    place.done(&["key", "rotate"]);
    let later = place.done(&["key"]);
    let (told, is_taken) = verify(&place, &["pack", "--checkpoint", "before", "--key", later.trim()]);
    assert!(!is_taken && told.contains("none of those up to that size"), "{told}");
    place.file("pack/pack.json", "{}");
    let (told, is_taken) = verify(&place, &["pack"]);
    assert!(!is_taken && told.contains("does not say that it is a pack/1"), "{told}");
}
