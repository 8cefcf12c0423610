//! What it takes to record an entry durably: one after the other, and 64 at the same
//! time, beside the same bytes appended to a file. On CEIMIA's demonstration.
//!
//! ```text
//! cargo bench --bench recorders
//! cargo bench --bench recorders -- FOLDER      where the ledger is laid down
//! ```
//!
//! The ratios of one run say more than its times: disks drift. Each turn measures
//! all three, so that they drift together; the middle of the ratios is told.
#![allow(clippy::print_stdout, reason = "the table is what it is for")]
#![allow(clippy::unwrap_used, reason = "a measurement that cannot go on stops")]
#![allow(clippy::cast_precision_loss, clippy::float_arithmetic, reason = "rates are told in round numbers")]

mod commands;
#[path = "../ledger.rs"]
mod ledger;

use std::fs::File;
use std::io::Write;
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use commands::{Commands, new_id};
use jalon::event::{Author, AuthorType, Entry, Hash, Moment};
use jalon::ledger::{Folder, Receipt, Scribe, Writer};
use ledger::Ledger;

/// Who record at the same time.
const RECORDERS: usize = 64;
/// Entries of one after the other in each turn, and of the 64 together.
const ALONE: usize = 500;
const TOGETHER: usize = 12_800;
/// How often all is measured.
const TURNS: usize = 7;

fn main() {
    let folder = std::env::args().skip(1).find(|it| !it.starts_with('-'));
    let ledger = Ledger::demonstration_in(folder.as_deref());
    let desk = Folder::new(&ledger.dir(), SystemTime::now()).open().unwrap().desk;
    let commands = Commands::of(&ledger.lines(), desk.state());
    let scribe = Scribe::new(desk, new_id).unwrap();
    let writer = Writer { author: author(), now: now(), accept_clock: true };
    // The first of a recorder registers them and accepts the demonstration's clock.
    scribe.execute(commands.at(0), writer).unwrap();
    let mut turns = Vec::new();
    for turn in 0..TURNS {
        let from = scribe.committed().state().size();
        let start = Instant::now();
        let one = record(&scribe, &commands, writer, ALONE);
        let alone = each(start.elapsed(), ALONE);
        check(&scribe, &one, from);
        let lines: Vec<_> = one.iter().map(|it| line(&scribe, it.sequence)).collect();
        let bare = each(bare(&ledger, &lines), ALONE);
        let from = scribe.committed().state().size();
        let (together, took) = at_once(&scribe, &commands, writer);
        check(&scribe, &together, from);
        let shared = each(took, TOGETHER);
        if turn == 0 {
            let mean = lines.iter().map(Vec::len).sum::<usize>() / lines.len();
            println!("entries of {mean} bytes; {TURNS} turns; each durable before it is told\n");
            println!(
                "{:>12} {:>16} {:>16} {:>12} {:>12}",
                "bare file", "one recorder", "64 recorders", "", ""
            );
            println!("{:>12} {:>16} {:>16} {:>12} {:>12}", "µs", "µs", "entries/s", "bare/one", "64 to one");
        }
        let ratios = [bare.as_secs_f64() / alone.as_secs_f64(), alone.as_secs_f64() / shared.as_secs_f64()];
        let rate = 1.0 / shared.as_secs_f64();
        let (bare, alone) = (bare.as_micros(), alone.as_micros());
        println!("{bare:>12} {alone:>16} {rate:>16.0} {:>12.2} {:>12.1}", ratios[0], ratios[1]);
        turns.push((ratios, rate));
    }
    let middle = |of: fn(&([f64; 2], f64)) -> f64| {
        let mut all: Vec<f64> = turns.iter().map(of).collect();
        all.sort_by(f64::total_cmp);
        all[all.len() / 2]
    };
    println!("\none recorder: {:.2} of a bare file", middle(|it| it.0[0]));
    println!("64 recorders: {:.1} times one, {:.0} entries/s", middle(|it| it.0[1]), middle(|it| it.1));
    let size = scribe.committed().state().size();
    drop(scribe);
    ledger.check_all(usize::try_from(size).unwrap());
    println!("{size} entries, both copies and their chain verified");
}

/// How long each of so many took.
fn each(took: Duration, count: usize) -> Duration {
    took / u32::try_from(count).unwrap()
}

fn author() -> Author {
    Author { user: new_id().uuid(), kind: AuthorType::User }
}

fn now() -> Moment {
    Moment::from_utc(SystemTime::now().into())
}

/// One recorder's receipts, one after the other.
fn record(scribe: &Scribe, commands: &Commands, writer: Writer, count: usize) -> Vec<Receipt> {
    let one = |number| {
        let writer = Writer { now: now(), ..writer };
        let mut done = scribe.execute(commands.at(number), writer).unwrap();
        assert_eq!(done.len(), 1);
        done.remove(0)
    };
    (0..count).map(one).collect()
}

/// The receipts of many at the same time, in the order of their places.
fn at_once(scribe: &Scribe, commands: &Commands, writer: Writer) -> (Vec<Receipt>, Duration) {
    let start = Instant::now();
    let each: Vec<Vec<Receipt>> = thread::scope(|scope| {
        let recorders: Vec<_> = (0..RECORDERS)
            .map(|_| scope.spawn(|| record(scribe, commands, writer, TOGETHER / RECORDERS)))
            .collect();
        recorders.into_iter().map(|it| it.join().unwrap()).collect()
    });
    let took = start.elapsed();
    // Each recorder's entries stand in the order in which they were recorded.
    assert!(each.iter().all(|it| it.is_sorted_by_key(|receipt| receipt.sequence)));
    let mut all: Vec<Receipt> = each.into_iter().flatten().collect();
    all.sort_by_key(|it| it.sequence);
    (all, took)
}

/// Whether these are the receipts of all entries from a place on.
fn check(scribe: &Scribe, receipts: &[Receipt], from: u64) {
    let size = scribe.committed().state().size();
    assert!(receipts.iter().map(|it| it.sequence).eq(from..size));
    for receipt in receipts {
        let line = line(scribe, receipt.sequence);
        let entry = Entry::read(&line).unwrap();
        assert_eq!((receipt.hash, receipt.id), (Hash::of(&line), entry.draft.id));
    }
}

fn line(scribe: &Scribe, sequence: u64) -> Vec<u8> {
    scribe.committed().line(sequence).unwrap().unwrap()
}

/// The same lines appended to a file, each durable before the next.
fn bare(ledger: &Ledger, lines: &[Vec<u8>]) -> Duration {
    let path = ledger.folder().join("bare.jsonl");
    let mut file = File::options().append(true).create(true).open(path).unwrap();
    let start = Instant::now();
    for line in lines {
        file.write_all(&[line.as_slice(), b"\n"].concat()).unwrap();
        file.sync_data().unwrap();
    }
    start.elapsed()
}
