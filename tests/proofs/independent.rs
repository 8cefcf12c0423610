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

/// A demonstration with its export, a checkpoint, and tables of some days.
fn exported(days: &[&str]) -> Place {
    let place = Place::demonstration();
    place.file("checkpoint", place.done(&["checkpoint"]));
    place.file("log.jsonl", place.done(&["export", "jsonl"]));
    for day in days {
        let table = place.done(&["kpi", "--as-at", day, "--format", "json"]);
        place.file(&format!("{day}.json"), table);
    }
    place
}

#[test]
fn it_computes_the_values_that_ours_gives() {
    if !is_here() {
        return;
    }
    let place = exported(&["2022-03-31", "2024-03-31"]);
    let key = place.done(&["checkpoint", "--key"]);
    let whole = ["log.jsonl", "--checkpoint", "checkpoint", "--key", key.trim(), "--kpi", "2022-03-31.json"];
    let (told, is_taken) = verify(&place, &[&whole[..], &["--kpi", "2024-03-31.json"]].concat());
    assert!(is_taken && told.contains("147 values computed again"), "{told}");
    let invented = Place::with_ledger("marees.jalon");
    invented.done(&["demo", "--fictif", "marees.jalon"]);
    invented.file("log.jsonl", invented.done(&["export", "jsonl"]));
    for day in ["2024-06-30", "2026-06-30"] {
        invented.file("table.json", invented.done(&["kpi", "--as-at", day, "--format", "json"]));
        let (told, is_taken) = verify(&invented, &["log.jsonl", "--kpi", "table.json"]);
        assert!(is_taken && told.contains("9 values computed again"), "{day}: {told}");
    }
}

#[test]
fn it_refuses_what_was_changed_by_one_byte() {
    if !is_here() {
        return;
    }
    let place = exported(&["2024-03-31"]);
    let read = |name: &str| std::fs::read_to_string(place.path().join(name)).unwrap();
    let arguments = ["log.jsonl", "--checkpoint", "checkpoint", "--kpi", "2024-03-31.json"];
    let [log, checkpoint, table] = ["log.jsonl", "checkpoint", "2024-03-31.json"].map(read);
    let value = table.find("\"delivered\": \"544\"").unwrap() + "\"delivered\": \"".len();
    let places = [
        ("log.jsonl", &log, log.len() / 2),
        ("checkpoint", &checkpoint, 40),
        ("checkpoint", &checkpoint, 160),
    ];
    for (name, text, at) in places.into_iter().chain([("2024-03-31.json", &table, value)]) {
        let mut other = text.clone().into_bytes();
        other[at] ^= 1;
        place.file(name, other);
        assert!(!verify(&place, &arguments).1, "{name}, byte {at}");
        place.file(name, text);
    }
    // A log that was shortened is sound in itself, and lacks what was signed.
    let shorter: Vec<&str> = log.split_inclusive('\n').take(700).collect();
    place.file("log.jsonl", shorter.concat());
    assert!(verify(&place, &["log.jsonl"]).1);
    let (told, is_taken) = verify(&place, &["log.jsonl", "--checkpoint", "checkpoint"]);
    assert!(!is_taken && told.contains("covers 743 entries"), "{told}");
}
