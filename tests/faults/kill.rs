//! A process is killed at any moment: what had a receipt is there, and nothing is
//! half there.

use std::process::Stdio;
use std::time::{Duration, Instant};

use super::kept::Receipts;
use super::served::{Served, crowd};
use super::{Chance, opened, rows, say};
use crate::place::Place;

/// Rounds on one ledger: then it is large enough to be checked slowly.
const ROUNDS: usize = 12;

/// Rows of an import that is killed: all of them are appended together.
const ROWS: usize = 150;

/// Rows of one that is appended in several groups.
const MANY: usize = 2_500;

/// About as long as its groups take.
const APPENDING: Duration = Duration::from_millis(4);

const RECORD: [&str; 4] = ["record", "workshop", "participants=12", "--on=2024-03-01"];
const NOTE: [&str; 2] = ["note", "Une note de quelques mots."];
const IMPORT: [&str; 2] = ["import", "rows.jsonl"];

/// What happened, for whoever watches.
#[derive(Default)]
struct Seen {
    receipts: usize,
    lines_aside: usize,
    caught_up: usize,
    unfinished: usize,
}

/// How long a command takes that nobody kills.
fn whole(place: &Place, arguments: &[&str]) -> Duration {
    let begun = Instant::now();
    place.done(arguments);
    begun.elapsed()
}

/// Waits, without being woken for anything.
pub(super) fn pass(time: Duration) {
    let end = Instant::now() + time;
    while let Some(rest) = end.checked_duration_since(Instant::now()).filter(|it| !it.is_zero()) {
        std::thread::park_timeout(rest);
    }
}

/// Commands one after the other, each in a process of its own, until the last is
/// killed.
fn kill_a_command(place: &Place, arguments: &[&str], time: Duration, receipts: &mut Receipts) {
    let arguments = [arguments, &["--format", "json"]].concat();
    let end = Instant::now() + time;
    loop {
        let mut command = place.command(&arguments);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let reader = child.stdout.take().unwrap();
        let printed = std::thread::spawn(move || std::io::read_to_string(reader).unwrap());
        let is_late = loop {
            if child.try_wait().unwrap().is_some() {
                break false;
            }
            if Instant::now() >= end {
                break true;
            }
            std::thread::yield_now();
        };
        child.kill().unwrap();
        child.wait().unwrap();
        receipts.take(printed.join().unwrap().as_bytes());
        if is_late || Instant::now() >= end {
            return;
        }
    }
}

/// How many bytes the twin has.
fn length(place: &Place) -> u64 {
    let files = std::fs::read_dir(place.path().join("l.jalon/lines")).unwrap();
    files.map(|file| file.unwrap().metadata().map_or(0, |it| it.len())).sum()
}

/// An import that is killed so long after its first line is there.
fn kill_as_it_appends(place: &Place, time: Duration, receipts: &mut Receipts) {
    let before = length(place);
    let mut command = place.command(&[&IMPORT[..], &["--format", "json"]].concat());
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    while length(place) <= before && child.try_wait().unwrap().is_none() {
        std::thread::yield_now();
    }
    pass(time);
    child.kill().unwrap();
    receipts.take(&child.wait_with_output().unwrap().stdout);
}

/// Three ask a server at once, one of them for imports, until it is killed.
fn kill_a_server(place: &Place, time: Duration, receipts: &mut Receipts) {
    let mut served = Served::start(place);
    let (told, threads) = crowd(place, &[&RECORD, &NOTE, &IMPORT]);
    pass(time);
    served.kill();
    for thread in threads {
        thread.join().unwrap();
    }
    for reply in told {
        receipts.take(&reply.out);
    }
}

/// A batch that was cut is finished by the same import.
fn finish(place: &Place, receipts: &mut Receipts, seen: &mut Seen) {
    let verified = place.json(&["verify"]);
    if verified["unfinished"].as_array().is_some_and(|it| !it.is_empty()) {
        seen.unfinished += 1;
        receipts.take(place.done(&["import", "rows.jsonl", "--format", "json"]).as_bytes());
        receipts.assert_kept(place, "after the import was finished");
    }
}

fn rounds(count: usize, test: &str) {
    let (mut chance, mut seen) = (Chance::begun(test), Seen::default());
    let mut done = 0;
    while done < count {
        let (place, mut receipts) = (opened(), Receipts::default());
        place.file("rows.jsonl", rows(3));
        let recording = whole(&place, &RECORD);
        place.file("rows.jsonl", rows(ROWS));
        let importing = whole(&place, &IMPORT);
        let end = count.min(done + ROUNDS);
        for round in done..end {
            let is_many = round % ROUNDS == ROUNDS - 1;
            // Each import is another file, or nothing would be left to import.
            place.file("rows.jsonl", rows(if is_many { MANY } else { ROWS } + round + 1));
            match round % 3 {
                0 => kill_a_server(&place, chance.within(recording * 8), &mut receipts),
                1 => kill_a_command(&place, &RECORD, chance.within(recording * 3), &mut receipts),
                _ if is_many => kill_as_it_appends(&place, chance.within(APPENDING), &mut receipts),
                _ => kill_a_command(&place, &IMPORT, chance.within(importing), &mut receipts),
            }
            let told = receipts.assert_kept(&place, &format!("{test}, round {round}"));
            seen.caught_up += usize::from(told.contains("brought up"));
            seen.lines_aside += usize::from(told.contains("aside"));
            finish(&place, &mut receipts, &mut seen);
        }
        done = end;
        seen.receipts += receipts.count();
        say(&format!("{test}: {done} of {count} rounds, {} receipts kept", seen.receipts));
        assert!(std::fs::read_dir(place.path().join("l.jalon/store/blobs")).unwrap().next().is_none());
    }
    let Seen { receipts, lines_aside, caught_up, unfinished } = seen;
    say(&format!(
        "{test}: {done} rounds, {receipts} receipts kept; half a line moved aside {lines_aside}, the store \
         caught up {caught_up}, an import cut {unfinished}"
    ));
}

#[test]
fn a_few_kills() {
    rounds(6, "a_few_kills");
}

#[test]
#[ignore = "a thousand rounds: cargo test faults::kill -- --ignored --nocapture"]
fn a_thousand_kills() {
    rounds(1_000, "a_thousand_kills");
}
