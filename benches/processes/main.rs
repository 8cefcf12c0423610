//! `jalon kpi` and `jalon record` as whole processes on a ledger of 10,000
//! entries, beside what the machine needs for the same bytes at least.
//!
//! ```text
//! cargo bench
//! ```
//!
//! Machines drift: the ratios of one run say more than its milliseconds. What
//! is found belongs in docs/performance.md with its date and machine.
#![allow(clippy::print_stdout, reason = "the table is what it is for")]
#![allow(clippy::unwrap_used, reason = "a measurement that cannot go on stops")]

#[path = "../ledger.rs"]
mod ledger;

use std::fs::File;
use std::hint::black_box;
use std::io::{BufRead, BufReader, Write};
use std::time::{Duration, Instant};

use ledger::Ledger;

/// Entries of the ledger.
const ENTRIES: usize = 10_000;
/// How often each is measured; the quickest and the middle one are told.
const RUNS: usize = 30;
/// A day by which everything generated has happened.
const AS_AT: &str = "2026-03-31";

fn main() {
    let ledger = Ledger::of(ENTRIES);
    ledger.check(ENTRIES);
    ledger.check_kpi(AS_AT);
    let size = ledger.bytes().len();
    println!("{ENTRIES} entries, {size} bytes; {RUNS} runs each; ms\n");
    println!("{:44} {:>8} {:>8} {:>8}", "", "quickest", "middle", "ratio");
    let read = measured(|| read_and_hash(&ledger));
    let kpi = || drop(ledger.done(&["kpi", "--as-at", AS_AT]));
    let from_index = measured(kpi);
    let from_all = measured(|| {
        ledger.forget_index();
        kpi();
    });
    tell("read the lines, BLAKE3 of each, one core", read, read);
    tell("jalon kpi", from_index, read);
    tell("jalon kpi without its index, which it makes", from_all, read);
    println!();
    let line = ledger.record_checked();
    let entries = ledger.entries();
    let appended = measured(|| append(&ledger, &line));
    let recorded = measured(|| ledger.record());
    let nothing = measured(|| drop(ledger.done(&["--version"])));
    tell("append the same line to a file, fdatasync", appended, appended);
    tell("jalon record", recorded, appended);
    tell("jalon --version", nothing, appended);
    ledger.check(entries + RUNS);
}

/// The quickest and the middle time of many.
fn measured(mut run: impl FnMut()) -> (Duration, Duration) {
    let time = |_| {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    let mut times: Vec<Duration> = (0..RUNS).map(time).collect();
    times.sort_unstable();
    (times[0], times[RUNS / 2])
}

fn tell(what: &str, (quickest, middle): (Duration, Duration), limit: (Duration, Duration)) {
    let ms = |time: Duration| format!("{}.{:02}", time.as_millis(), time.as_micros() % 1000 / 10);
    let tenths = quickest.as_nanos() * 10 / limit.0.as_nanos();
    let ratio = format!("{}.{}", tenths / 10, tenths % 10);
    println!("{what:44} {:>8} {:>8} {ratio:>8}", ms(quickest), ms(middle));
}

fn read_and_hash(ledger: &Ledger) {
    let mut lines = BufReader::with_capacity(128 << 10, File::open(ledger.lines()).unwrap());
    let mut line = Vec::new();
    while lines.read_until(b'\n', &mut line).unwrap() > 0 {
        black_box(blake3::hash(&line[..line.len() - 1]));
        line.clear();
    }
}

fn append(ledger: &Ledger, line: &[u8]) {
    let path = ledger.folder().join("bare.jsonl");
    let mut file = File::options().append(true).create(true).open(path).unwrap();
    file.write_all(line).unwrap();
    file.sync_data().unwrap();
}
