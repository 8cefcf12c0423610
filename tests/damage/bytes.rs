//! Changed bytes, cut and missing files of a ledger but those of its store.

use std::collections::BTreeMap;
use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use jalon::ledger::Source;

use super::sample::{LEDGER, sample};
use super::seen::{Look, Seen};
use super::tell;
use crate::place::{Place, files_below};

/// What is done to one file.
#[derive(Clone, Copy, Debug)]
enum Harm {
    /// The byte at this place is another.
    Byte(usize),
    /// So many bytes are left.
    Cut(usize),
    /// The file is not there.
    Gone,
}

/// What follows from a harm to a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Rests {
    /// An answer rests on it: it is named.
    Always,
    /// Not each of its bytes says something, or what they say can be made again: it is
    /// named, or the same is read back.
    Spelt,
    /// No answer rests on it that cannot be made again.
    Never,
}

/// What rests on a file.
fn rests_on(name: &str) -> Rests {
    match name {
        _ if name.starts_with("evidence/") || name.starts_with("sealed/") => Rests::Always,
        // A frame of zstd has bits that say nothing.
        _ if is_packed(name) => Rests::Spelt,
        _ if name.starts_with("lines/") => Rests::Always,
        // What is found to be lost is made again, and a section that nobody asks for is
        // found by whoever looks at all.
        "index" => Rests::Spelt,
        "end" | "lock" | "outline" | "accounts.json" => Rests::Never,
        _ => panic!("{name} is a file that no test knows"),
    }
}

fn is_packed(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|end| end == "zst")
}

/// The words of what is named, by the file.
fn words_of(name: &str) -> &'static [&'static str] {
    match name {
        _ if name.starts_with("evidence/") => &["evidence/"],
        _ if name.starts_with("sealed/") => &["sealed/"],
        "index" => &["“index”"],
        _ => &["lines/", "#"],
    }
}

fn harm(place: &Place, name: &str, harm: Harm) {
    let path = place.path().join(LEDGER).join(name);
    let mut bytes = fs::read(&path).unwrap();
    match harm {
        // Any other byte: which one depends on the place alone.
        Harm::Byte(at) => bytes[at] ^= u8::try_from(at.wrapping_mul(151) % 255 + 1).unwrap(),
        Harm::Cut(length) => bytes.truncate(length),
        Harm::Gone => return fs::remove_file(path).unwrap(),
    }
    fs::write(path, bytes).unwrap();
}

/// Does it to a ledger of its own; how that was seen, or what should not be.
fn tried(name: &str, done: Harm) -> Result<&'static str, String> {
    let place = sample().place();
    harm(&place, name, done);
    let look = Look::at(&place);
    let wrong = |what: &str| Err(format!("{name} {done:?}: {what}"));
    match (look.see(), rests_on(name)) {
        (Seen::Unnoticed(what), _) => wrong(&format!("{what} changed, which is not noticed")),
        (Seen::Same, Rests::Always) => wrong("nothing is named"),
        (Seen::Named(words), Rests::Never) => wrong(&words),
        (Seen::Same, _) => Ok("the same is read back"),
        (Seen::Named(words), _) if !words_of(name).iter().any(|it| words.contains(it)) => {
            wrong(&format!("it is not said where: {words}"))
        }
        (Seen::Named(_), _) if name.starts_with("lines/") => match look.repaired(Source::Store) {
            Ok(true) => Ok("named and repaired"),
            Ok(false) => wrong("the repair brings back something else"),
            Err(words) => wrong(&words),
        },
        (Seen::Named(_), _) => Ok("named"),
    }
}

/// Tries all of these, on as many threads as there are cores; how many ended how.
fn try_all(cases: &[(&str, Harm)]) -> BTreeMap<(String, &'static str), usize> {
    let (next, found) = (AtomicUsize::new(0), Mutex::new((BTreeMap::new(), Vec::new())));
    let run = || {
        while let Some((name, done)) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
            let seen = catch_unwind(|| tried(name, *done))
                .unwrap_or_else(|_| Err(format!("{name} {done:?}: panic")));
            let mut found = found.lock().unwrap();
            match seen {
                Ok(seen) => *found.0.entry((kind(name), seen)).or_default() += 1,
                Err(wrong) => found.1.push(wrong),
            }
        }
    };
    std::thread::scope(|scope| {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        (0..cores.min(4)).for_each(|_| drop(scope.spawn(run)));
    });
    let (counts, wrong) = found.into_inner().unwrap();
    assert!(
        wrong.is_empty(),
        "{} cases, as these:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(20)].join("\n")
    );
    counts
}

/// The folder of a file, or its name.
fn kind(name: &str) -> String {
    let folder = name.split_once('/').map_or(name, |(folder, _)| folder);
    let packed = if is_packed(name) { ", packed" } else { "" };
    format!("{folder}{packed}")
}

fn tell_counts(what: &str, counts: &BTreeMap<(String, &'static str), usize>) {
    tell(&format!("{what}: {} cases", counts.values().sum::<usize>()));
    for ((kind, seen), count) in counts {
        tell(&format!("  {kind}: {seen}: {count}"));
    }
}

/// Every so many bytes of each plain file, but of each some.
fn changed_bytes(most: usize) -> Vec<(&'static str, Harm)> {
    let of = |(name, bytes): (&'static str, &'static [u8])| {
        let step = (bytes.len() / most).max(1);
        (step / 2..bytes.len()).step_by(step).map(move |at| (name, Harm::Byte(at)))
    };
    sample().plain_files().flat_map(of).collect()
}

fn cut_lengths(step: usize) -> Vec<(&'static str, Harm)> {
    let (name, bytes) = sample().last_of_twin();
    let lengths = (0..bytes.len()).step_by(step).chain([bytes.len() - 1]);
    lengths.map(|length| (name, Harm::Cut(length))).collect()
}

fn each_gone() -> Vec<(&'static str, Harm)> {
    sample().plain_files().map(|(name, _)| (name, Harm::Gone)).collect()
}

#[test]
fn a_changed_byte_of_any_file_is_named_or_nothing_rests_on_it() {
    try_all(&changed_bytes(6));
}

#[test]
fn a_twin_cut_anywhere_is_named_and_repaired() {
    try_all(&cut_lengths(151));
}

#[test]
fn a_file_that_is_gone_is_named_or_made_again() {
    try_all(&each_gone());
}

#[test]
#[ignore = "minutes: every byte of every plain file, every length of the twin's last"]
fn every_byte_of_every_plain_file() {
    tell_counts("each byte changed", &try_all(&changed_bytes(usize::MAX)));
    tell_counts("the twin's last file cut at each length", &try_all(&cut_lengths(1)));
    tell_counts("each file gone", &try_all(&each_gone()));
}

/// What was sealed for a person whose key is elsewhere cannot be looked at: `verify`
/// does not say that it is as it was.
#[test]
fn a_sealed_value_without_its_key_is_not_said_to_be_sound() {
    let place = sample().place();
    let (name, _) = sample().in_ledger().find(|(name, _)| name.starts_with("sealed/")).unwrap();
    harm(&place, name, Harm::Byte(30));
    assert_eq!(place.verified("sealed").1, "failed");
    fs::remove_dir_all(place.path().join("keys")).unwrap();
    assert_eq!(place.verified("sealed"), (0, "unchecked".into()));
}

/// An export brings back every receipt in another folder; what lies beside the log
/// is copied there.
#[test]
fn an_export_brings_back_every_receipt_whatever_became_of_the_ledger() {
    let place = sample().place();
    fs::remove_dir_all(place.path().join(LEDGER).join("lines")).unwrap();
    fs::remove_dir_all(place.path().join(LEDGER).join("store")).unwrap();
    place.done(&["--ledger", "autre", "restore", "export.jsonl"]);
    lay_beside(&place, "autre");
    let export = place.done(&["--ledger", "autre", "export", "jsonl"]);
    let lines: Vec<&[u8]> = export.lines().map(str::as_bytes).collect();
    assert_eq!(lines[..sample().lines.len()], sample().lines);
    place.done(&["--ledger", "autre", "verify"]);
}

/// Copies what lies beside the log to another ledger of the place.
pub(super) fn lay_beside(place: &Place, ledger: &str) {
    let is_there = |folder: &&&str| place.path().join(LEDGER).join(folder).exists();
    for folder in ["evidence", "sealed"].iter().filter(is_there) {
        let files = files_below(&place.path().join(LEDGER), Path::new(folder));
        let named = |(name, bytes): (PathBuf, Vec<u8>)| (Path::new(ledger).join(name), bytes);
        place.lay(&files.into_iter().map(named).collect::<Vec<_>>());
    }
}
