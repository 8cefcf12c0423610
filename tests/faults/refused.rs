//! System calls that fail, one after the other: a sentence and an exit code, no
//! receipt for what was not kept, and a ledger that opens afterwards.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use super::failing::{CALLS, Fault, copy, every_call};
use super::kept::Receipts;
use super::served::{Served, answer};
use super::visit::{Visit, recorded};
use super::{has, opened, rows, say};
use crate::place::Place;

/// Rows of an import that is appended in three groups.
const MANY: usize = 2_100;

/// A folder before each try.
struct Before {
    place: Place,
    receipts: Receipts,
}

impl Before {
    fn new() -> Self {
        let (place, mut receipts) = (opened(), Receipts::default());
        place.file("rows.jsonl", rows(20));
        place.file("piece.txt", "une pièce");
        for note in ["un", "deux"] {
            receipts.take(place.done(&["note", note, "--format", "json"]).as_bytes());
        }
        Self { place, receipts }
    }
}

/// A command of which one call fails; what is left is as it should be. Nothing
/// where it makes no such call any more.
fn fail(before: &Before, arguments: &[&str], fault: Fault) -> Option<()> {
    let place = copy(&before.place);
    let struck = fault.strike(&place, arguments)?;
    assert!(!struck.is_done || struck.receipts.count() > 0, "{}: no receipt", struck.what);
    assert_right(before, &struck.receipts, &place, &struck.what);
    Some(())
}

/// Without the fault the ledger opens, has what was told, and is written to again.
fn assert_right(before: &Before, told: &Receipts, place: &Place, what: &str) {
    before.receipts.assert_kept(place, what);
    told.assert_kept(place, what);
    let mut next = Receipts::default();
    next.take(place.done(&["note", "après", "--format", "json"]).as_bytes());
    assert_eq!(next.count(), 1, "{what}");
    before.receipts.assert_kept(place, what);
    next.assert_kept(place, what);
}

#[test]
fn a_few_calls_fail() {
    if !has("strace") {
        return;
    }
    let before = Before::new();
    let note = ["note", "trois"];
    for (call, when) in
        [("write", 2), ("write", 5), ("write", 7), ("fdatasync", 1), ("fdatasync", 2), ("fdatasync", 3)]
    {
        for error in ["EIO", "ENOSPC"] {
            assert!(fail(&before, &note, Fault::once(call, error, when)).is_some(), "{call} {when}");
        }
    }
    for (call, when) in [("pwrite64", 1), ("fsync", 2), ("sync_file_range", 1), ("rename", 1)] {
        assert!(fail(&before, &note, Fault::once(call, "EIO", when)).is_some(), "{call} {when}");
    }
}

#[test]
#[ignore = "minutes: cargo test faults::refused -- --ignored --nocapture"]
fn every_call_fails() {
    if !has("strace") {
        return;
    }
    let before = Before::new();
    let commands: [&[&str]; 3] = [
        &["note", "trois"],
        &["record", "workshop", "participants=3", "--on", "2024-03-01", "--evidence", "piece.txt"],
        &["import", "rows.jsonl"],
    ];
    for arguments in commands {
        for call in CALLS {
            let count = every_call(&[call], |fault| fail(&before, arguments, fault));
            say(&format!("{}: {call}: {count} failures", arguments[0]));
        }
    }
}

/// The same of an import that is appended in several groups: those before the failure
/// are there, and the same import finishes it. Whether it was cut.
fn fail_many(before: &Before, fault: Fault) -> Option<bool> {
    let (place, import) = (copy(&before.place), ["import", "many.jsonl"]);
    let struck = fault.strike(&place, &import)?;
    let what = &struck.what;
    before.receipts.assert_kept(&place, what);
    struck.receipts.assert_kept(&place, what);
    let unfinished = |place: &Place| place.json(&["verify"])["unfinished"].as_array().unwrap().len();
    let there = || place.done(&["export", "jsonl"]).matches(".workshop.held\"").count();
    let is_cut = unfinished(&place) > 0;
    assert!(!is_cut || !struck.is_done, "{what}: done, and cut");
    if is_cut || there() == 0 {
        place.done(&import);
    }
    assert_eq!((unfinished(&place), there()), (0, MANY), "{what}");
    Some(is_cut)
}

#[test]
#[ignore = "minutes: cargo test faults::refused -- --ignored --nocapture"]
fn every_write_fails_in_an_import_of_several_groups() {
    if !has("strace") {
        return;
    }
    let before = Before::new();
    before.place.file("many.jsonl", rows(MANY));
    let mut cut = 0;
    let count = every_call(&["write", "pwrite64", "fdatasync"], |fault| {
        fail_many(&before, fault).map(|is_cut| cut += usize::from(is_cut))
    });
    say(&format!("import of {MANY} rows: {count} failures, {cut} between its groups"));
    assert!(cut > 0);
}

/// Makes a call fail in a server from here on, until that is gone.
fn attach(place: &Place, served: &Served, fault: Fault) -> Child {
    let process = served.process.id().to_string();
    let trace = format!("trace={}", fault.call);
    let mut strace = Command::new("strace");
    strace.args(["-f", "-o", "trace", "-e", &trace, "-e", &fault.injection(), "-p", &process]);
    let mut strace = strace.current_dir(place.path()).stderr(Stdio::piped()).spawn().unwrap();
    let mut told = BufReader::new(strace.stderr.take().unwrap());
    let mut line = String::new();
    told.read_line(&mut line).unwrap();
    assert!(line.contains("attached"), "{line}");
    std::thread::spawn(move || std::io::copy(&mut told, &mut std::io::sink()));
    strace
}

const NOTES: [&str; 4] = ["un", "deux", "trois", "quatre"];

/// What fails in a server ends what it writes, not what it shows; what it told
/// before is kept.
fn fail_in_server(fault: Fault) {
    let place = opened();
    let mut receipts = Receipts::default();
    let mut served = Served::start(&place);
    let mut strace = attach(&place, &served, fault);
    let mut failed = false;
    for note in NOTES {
        let reply = answer(&place, &["note", note]).unwrap();
        let said = String::from_utf8_lossy(&reply.err).into_owned();
        assert!(!said.contains("panicked"), "{fault:?}: {said}");
        assert!([0, 1, 3].contains(&reply.code), "{fault:?}: {} {said}", reply.code);
        assert_eq!(reply.code == 0, !reply.out.is_empty(), "{fault:?}: {said}");
        assert!(reply.code == 0 || said.starts_with("jalon: "), "{said}");
        assert!(!failed || reply.code == 3, "{fault:?}: it wrote on: {said}");
        failed = reply.code == 3;
        receipts.take(&reply.out);
    }
    served.kill();
    strace.wait().unwrap();
    receipts.assert_kept(&place, &format!("server, {fault:?}"));
}

/// The same of its pages: none leads to an entry that is not kept, and what was typed
/// stays in the form.
fn fail_in_pages(fault: Fault) {
    let place = opened();
    let mut receipts = Receipts::default();
    let mut served = Served::start(&place);
    let visit = Visit::begin(&served);
    let mut strace = attach(&place, &served, fault);
    let mut failed = false;
    for note in NOTES {
        let page = visit.post("/note", &[("text", note)]);
        let found = recorded(&page);
        assert!(found.is_none() || !failed, "{fault:?}: it wrote on");
        if let Some(found) = found {
            receipts.take_place(found);
        } else {
            failed = true;
            assert!(page.starts_with("HTTP/1.1 5") && page.contains(note), "{fault:?}: {page}");
        }
        let shown = visit.get("/journal");
        assert!(shown.starts_with("HTTP/1.1 200"), "{fault:?}: {shown}");
    }
    served.kill();
    strace.wait().unwrap();
    receipts.assert_kept(&place, &format!("pages, {fault:?}"));
}

#[test]
fn a_server_stops_writing_when_it_failed() {
    if has("strace") {
        let sync = Fault::once("fdatasync", "EIO", 2);
        fail_in_server(sync);
        fail_in_server(Fault::once("pwrite64", "EIO", 1));
        fail_in_pages(sync);
    }
}

#[test]
#[ignore = "a minute: cargo test faults::refused -- --ignored --nocapture"]
fn a_server_stops_writing_whatever_failed() {
    if !has("strace") {
        return;
    }
    for error in ["EIO", "ENOSPC"] {
        for call in ["fdatasync", "sync_file_range", "pwrite64", "ftruncate"] {
            for when in 1..=4 {
                fail_in_server(Fault::once(call, error, when));
                fail_in_pages(Fault::once(call, error, when));
            }
        }
        say(&format!("server: 32 failures with {error}, half of them in pages"));
    }
}
