//! A disk that fills up while a ledger is written: whatever step it is that finds no
//! room.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use jalon::event::Hash;
use serde_json::Value;

use super::room::Room;
use super::sample::{LEDGER, open, sample};
use super::{tell, told};
use crate::place::{Place, files_below};

/// Room for the sample's ledger and a few segments of sled's file.
const KIB: u64 = 3_072;

/// How often something is written before the disk must be full.
const TURNS: usize = 200;

/// What takes up room, beside the ledger.
struct Ballast(PathBuf);

impl Ballast {
    /// Leaves so many KiB.
    fn leaving(room: &Room, kib: usize) -> Self {
        let path = room.path().join("ballast");
        let mut file = File::create(&path).unwrap();
        while file.write_all(&[1; 4_096]).is_ok() {}
        let length = file.metadata().unwrap().len();
        file.set_len(length.saturating_sub(1_024 * kib as u64)).unwrap();
        Self(path)
    }

    fn lift(self) {
        fs::remove_file(self.0).unwrap();
    }
}

/// Words that do not pack, so that the store fills up as the twin does.
fn noise(turn: usize) -> String {
    let hash = |n: usize| Hash::of(format!("{turn} {n}").as_bytes()).to_string();
    (0..50).map(hash).collect()
}

/// That there is no room is said, in a sentence with what to do.
fn assert_no_room(output: &std::process::Output, case: &str) {
    let said = told(output);
    assert!(matches!(output.status.code(), Some(1 | 3)), "{case}: {said}");
    assert!(said.contains("the disk is full") && said.contains("free some room"), "{case}: {said}");
    assert!(output.stdout.is_empty(), "{case}: a receipt for what was not kept");
}

/// Every line of this ledger, by the program.
fn lines(place: &Place) -> Vec<String> {
    place.done(&["export", "jsonl"]).lines().map(str::to_owned).collect()
}

/// Records until there is no room; the receipts, by place and hash.
fn recorded_until_full(place: &Place, case: &str) -> Vec<(usize, String)> {
    let mut receipts = Vec::new();
    for turn in 0..TURNS {
        let words = format!("words={}", noise(turn));
        let output = place.run(&[
            "record",
            "remark.heard",
            &words,
            "--on",
            "2024-05-01",
            "--lang",
            "en",
            "--format",
            "json",
        ]);
        if !output.status.success() {
            assert_no_room(&output, case);
            return receipts;
        }
        let receipt: Value = serde_json::from_slice(&output.stdout).unwrap();
        for entry in receipt["entries"].as_array().unwrap() {
            let sequence = usize::try_from(entry["sequence"].as_u64().unwrap()).unwrap();
            receipts.push((sequence, entry["hash"].as_str().unwrap().to_owned()));
        }
    }
    panic!("{case}: the disk is not full");
}

fn assert_kept(place: &Place, receipts: &[(usize, String)], case: &str) {
    let lines = lines(place);
    for (sequence, hash) in receipts {
        assert_eq!(Hash::of(lines[*sequence].as_bytes()).to_string(), *hash, "{case}: {sequence}");
    }
}

/// Fills the disk from so many KiB on and makes room again.
fn fill(kib: usize) -> Option<usize> {
    let case = format!("{kib} KiB left");
    let (place, room) = Room::with_sample(KIB)?;
    fs::create_dir(room.path().join("aside")).unwrap();
    let ballast = Ballast::leaving(&room, kib);
    let receipts = recorded_until_full(&place, &case);
    // Whatever else is written finds no room either, and reading goes on.
    let rows = (0..40).map(|turn| format!("2024-02-01,{}\n", noise(turn)));
    place.file("many.csv", format!("on,words\n{}", rows.collect::<String>()));
    let import = ["import", "many.csv", "--type", "remark.heard", "--lang", "en"];
    assert_no_room(&place.run(&import), &case);
    let output = place.run(&["import", "many.csv", "--type", "remark.heard", "--lang", "fr"]);
    let said = told(&output);
    assert!(said.contains("le disque est plein") && said.contains("libérer de la place"), "{case}: {said}");
    assert_kept(&place, &receipts, &case);
    place.done(&["kpi", "--as-at", "2024-06-01"]);
    let output = place.run(&["verify", "--lang", "en"]);
    assert!(output.status.success(), "{case}: {}{}", told(&output), String::from_utf8_lossy(&output.stdout));
    // Each of the two that found no room may leave half a line, to be put aside once.
    let aside = files_below(place.path(), &Path::new(LEDGER).join("aside"));
    assert!(aside.len() <= 2 && aside.iter().all(|(_, line)| !line.is_empty()), "{case}: {}", aside.len());
    // With room again it goes on by itself.
    ballast.lift();
    room.set("size=32m");
    place.done(&["record", "newsletter.sent", "editions=1", "--on", "2024-05-01"]);
    place.done(&["verify"]);
    assert_kept(&place, &receipts, &case);
    assert_eq!(lines(&place)[..sample().lines.len()], *as_text(), "{case}");
    place.done(&import);
    place.done(&["verify"]);
    Some(receipts.len())
}

fn as_text() -> Vec<String> {
    sample().lines.iter().map(|line| String::from_utf8(line.clone()).unwrap()).collect()
}

/// A new ledger where there is room for so many KiB only: made whole, or not at all,
/// or to be continued by the same command.
fn begin(kib: u64) -> Option<bool> {
    let place = Place::with_ledger(LEDGER);
    let room = Room::for_ledger(&place, kib)?;
    let init =
        ["init", "--source", "https://registre.exemple.org/essai", "--prefix", "org.exemple", "--lang", "en"];
    let inside = ["--ledger", "registre/neuf"];
    let output = place.run(&[&init[..], &inside].concat());
    if output.status.success() {
        place.done(&[&["verify"], &inside[..]].concat());
        return Some(true);
    }
    assert_no_room(&output, &format!("init with {kib} KiB"));
    room.set("size=32m");
    // Another folder is always free to begin anew.
    open_elsewhere(&place);
    Some(false)
}

fn open_elsewhere(place: &Place) {
    open(place, &["--ledger", "registre/autre"]);
    place.done(&["--ledger", "registre/autre", "verify"]);
}

#[test]
fn a_full_disk_is_said_and_nothing_confirmed_is_lost() {
    for kib in [0, 12, 600] {
        if fill(kib).is_none() {
            return;
        }
    }
    begin(40);
}

/// Half a key would keep its person out for good.
#[test]
fn a_key_that_found_no_room_is_not_half_there() {
    let place = sample().place();
    let Some(room) = Room::at(place.path().join("keys"), 64) else { return };
    let ballast = Ballast::leaving(&room, 0);
    // An account that was not seen before, whose name is sealed under a new key.
    fs::remove_file(place.path().join(LEDGER).join("accounts.json")).unwrap();
    let record = ["record", "newsletter.sent", "editions=1", "--on", "2024-05-01", "--lang", "en"];
    assert_no_room(&place.run(&record), "keys");
    ballast.lift();
    place.done(&record);
    assert_eq!(place.verified("sealed"), (1, "sound".into()));
}

#[test]
#[ignore = "minutes: a disk with any room left, from none to more than sled's next segment"]
fn a_disk_that_is_full_at_any_step() {
    for kib in (0..64).step_by(4).chain((64..1_200).step_by(64)) {
        let Some(receipts) = fill(kib) else { return };
        tell(&format!("{kib} KiB left: {receipts} receipts, all kept"));
    }
    for kib in (4..1_200).step_by(52) {
        tell(&format!("init with {kib} KiB: {}", if begin(kib) == Some(true) { "made" } else { "refused" }));
    }
}
