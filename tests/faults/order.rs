//! No receipt leaves before the twin's file, and then sled's, is synced.

use std::sync::Arc;
use std::time::SystemTime;

use jalon::event::link;
use jalon::log::{DurableLog, Log, Options};

use super::served::{Served, answer};
use super::trace::{Call, calls, traced};
use super::visit::{Visit, recorded};
use super::{has, opened, rows, say};
use crate::place::Place;

#[expect(dead_code, reason = "the benchmark asks more of it")]
#[path = "../../benches/growth/generator.rs"]
mod generator;

/// What is watched: what writes, and what makes durable.
const WATCHED: [&str; 5] = [
    "-y",
    "-s",
    "400",
    "-e",
    "trace=write,writev,pwrite64,pwritev,sendto,sendmsg,fdatasync,fsync,sync_file_range",
];

const TWIN: &str = "/l.jalon/lines/";
const STORE: &str = "/l.jalon/store/db";

/// Writes that tell somebody something: to standard output, or into a socket.
fn tells(call: &Call) -> bool {
    let is_write = ["write", "writev", "sendto", "sendmsg"].contains(&call.name.as_str());
    // Other sockets of a server wake its own threads.
    is_write && (call.given.starts_with("1<") || call.is_on("<UNIX") || call.is_on("<socket:"))
}

/// Of these, those that lead a browser to the entry that it recorded.
fn leads_to_an_entry(call: &Call) -> bool {
    tells(call) && call.given.contains("location: /entry/")
}

fn last(calls: &[Call], is: impl Fn(&Call) -> bool) -> Option<&Call> {
    calls.iter().rev().find(|call| is(call))
}

/// That each telling comes after a write to the twin, its sync, a write to the
/// store after that, and its sync, each of them ended before the next begins.
/// How many there were.
fn assert_in_order(trace: &Place, tells: fn(&Call) -> bool) -> usize {
    let calls = calls(&trace.path().join("trace"));
    let (mut told, mut from) = (0, 0);
    for (at, telling) in calls.iter().enumerate().filter(|(_, call)| tells(call)) {
        let before = &calls[from..at];
        let line = last(before, |call| call.name == "write" && call.is_on(TWIN));
        let Some(line) = line else {
            assert!(told > 0, "it was told before anything was written: {telling:?}");
            continue; // The rest of what was told already.
        };
        let is_sync =
            |call: &Call, path: &str| call.name == "fdatasync" && call.is_on(path) && call.gave == "= 0";
        let twin = before.iter().find(|call| is_sync(call, TWIN) && call.begun > line.ended);
        let twin = twin.unwrap_or_else(|| panic!("the twin was not synced before {telling:?}"));
        let block = last(before, |call| call.name == "pwrite64" && call.is_on(STORE));
        let block = block.filter(|block| block.begun > twin.ended);
        let block =
            block.unwrap_or_else(|| panic!("the store was not written after the twin before {telling:?}"));
        let store = before.iter().find(|call| is_sync(call, STORE) && call.begun > block.ended);
        let store = store.unwrap_or_else(|| panic!("the store was not synced before {telling:?}"));
        assert!(
            twin.ended < block.begun && store.ended < telling.begun,
            "{twin:?} {block:?} {store:?} {telling:?}"
        );
        let early = before.iter().find(|call| {
            call.name == "pwrite64" && call.is_on(STORE) && call.begun > line.begun && call.begun < twin.ended
        });
        assert!(early.is_none(), "the store was written before the twin was durable: {early:?}");
        (told, from) = (told + 1, at + 1);
    }
    told
}

#[test]
fn a_receipt_is_printed_after_both_copies_are_synced() {
    if !has("strace") {
        return;
    }
    let place = opened();
    place.file("rows.jsonl", rows(40));
    let commands: [&[&str]; 3] = [
        &["record", "workshop", "participants=3", "--on", "2024-03-01"],
        &["import", "rows.jsonl"],
        &["note", "Une note."],
    ];
    for arguments in commands {
        let status =
            traced(&place, &WATCHED, arguments).stdout(std::process::Stdio::piped()).output().unwrap();
        assert!(status.status.success(), "{arguments:?}");
        assert_eq!(assert_in_order(&place, tells), 1, "{arguments:?}");
    }
}

#[test]
fn a_server_answers_after_both_copies_are_synced() {
    if !has("strace") {
        return;
    }
    let place = opened();
    place.file("rows.jsonl", rows(40));
    let mut server = Served::run(&mut traced(&place, &WATCHED, &["serve", "--port", "0", "--lang", "en"]));
    let place = Arc::new(place);
    for arguments in [&["note", "Une note."][..], &["import", "rows.jsonl"]] {
        assert_eq!(answer(&place, arguments).unwrap().code, 0);
    }
    end(&mut server, &place);
    assert_eq!(assert_in_order(&place, tells), 2);
}

/// A page is a receipt too: none leads to an entry before that is durable.
#[test]
fn a_form_is_answered_after_both_copies_are_synced() {
    if !has("strace") {
        return;
    }
    let place = opened();
    let mut server = Served::run(&mut traced(&place, &WATCHED, &["serve", "--port", "0", "--lang", "en"]));
    let visit = Visit::begin(&server);
    let workshop = [("on", "2024-03-01"), ("f.participants", "12")];
    let first = recorded(&visit.post("/record/workshop.held", &workshop)).unwrap();
    let pages = [
        ("/note".to_owned(), vec![("text", "Une+note")]),
        (
            format!("/entry/{first}/correct"),
            vec![("on", "2024-03-01"), ("f.participants", "13"), ("reason", "x")],
        ),
        (format!("/entry/{first}/withdraw"), vec![("reason", "x")]),
    ];
    for (path, pairs) in &pages {
        let answer = visit.post(path, pairs);
        assert!(recorded(&answer).is_some(), "{path}: {answer}");
    }
    end(&mut server, &place);
    assert_eq!(assert_in_order(&place, leads_to_an_entry), 1 + pages.len());
}

/// Ends the server that strace runs, of which the lock says who it is: strace
/// writes its trace to the end then.
fn end(server: &mut Served, place: &Place) {
    let lock = std::fs::read_to_string(place.path().join("l.jalon/lock")).unwrap();
    let pid = lock.lines().next().unwrap().strip_prefix("pid ").unwrap().to_owned();
    assert!(std::process::Command::new("kill").arg(pid).status().unwrap().success());
    server.process.wait().unwrap();
}

/// Fills a log with entries as they are, and looks into the folder in which sled
/// keeps what is too large for a page: it is never synced.
fn assert_no_blobs(entries: usize) {
    let place = Place::demonstration();
    let dir = place.path().join("ceimia.jalon");
    let mut log = DurableLog::open(&dir, &Options::new(link, SystemTime::now())).unwrap();
    let lines: Vec<Vec<u8>> = log.read(0).unwrap().map(Result::unwrap).collect();
    let mut more = generator::Generator::after(&lines).take(entries.saturating_sub(lines.len()));
    loop {
        let group: Vec<Vec<u8>> = more.by_ref().take(1_000).collect();
        if group.is_empty() {
            break;
        }
        log.append(&group).unwrap();
    }
    assert_eq!(log.head().size, entries as u64);
    drop(log);
    let blobs = dir.join("store/blobs");
    assert_eq!(std::fs::read_dir(&blobs).unwrap().count(), 0);
    let db = std::fs::metadata(dir.join("store/db")).unwrap().len();
    say(&format!("{entries} entries, db {db} bytes, blobs/ empty"));
    // Opening writes sled's snapshot and looks through its log.
    drop(DurableLog::open(&dir, &Options::new(link, SystemTime::now())).unwrap());
    assert_eq!(std::fs::read_dir(&blobs).unwrap().count(), 0);
}

#[test]
fn no_page_of_a_few_thousand_entries_is_too_large() {
    assert_no_blobs(3_000);
}

#[test]
#[ignore = "minutes: cargo test faults::order -- --ignored --nocapture"]
fn no_page_of_a_million_entries_is_too_large() {
    assert_no_blobs(1_000_000);
}
