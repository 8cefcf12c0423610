//! What a ledger costs as it grows, beside what others take for the same work and
//! what the machine needs at least. Answers are checked before their times are told.
//!
//! ```text
//! cargo bench --bench growth                                   10 thousand and 1 million entries
//! cargo bench --bench growth -- 10000 1000000 10000000         these sizes
//! cargo bench --bench growth -- 1000000 table verify           these stages of one size
//! cargo bench --bench growth -- write FROM.jsonl N TO.jsonl    a log of any size
//! ```
//!
//! ```text
//! generator ──▶ ledgers (made once, kept) ──▶ stages ──▶ rows
//!                    │ copies where a stage writes         each with its peer or limit,
//!                    ▼                                     the bound, and whether it holds
//!                 scratch
//! ```
//!
//! docs/performance.md says what it needs beside it, and keeps what was found.
#![allow(clippy::print_stdout, reason = "the table is what it is for")]
#![allow(clippy::unwrap_used, reason = "a measurement that cannot go on stops")]

mod append;
mod bodies;
mod disk;
mod explanation;
mod exported;
mod generator;
mod grown;
mod held;
mod import;
mod journal;
mod limits;
mod peers;
mod process;
mod quantity;
mod replay;
mod rows;
#[path = "../server.rs"]
mod server;
mod sqlite;
mod table;
mod verify;

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};

use generator::Generator;
use grown::Grown;
use rows::Rows;

/// What measures a ledger and tells its rows.
type Stage = fn(&Grown, &mut Rows);

/// What is measured of each size, in this order.
const STAGES: [(&str, Stage); 10] = [
    ("limits", limits::measure),
    ("append", append::measure),
    ("import", import::measure),
    ("replay", replay::measure),
    ("peers", peers::measure),
    ("table", table::measure),
    ("explanation", explanation::measure),
    ("verify", verify::measure),
    ("export", exported::measure),
    ("disk", disk::measure),
];

fn main() {
    let arguments: Vec<String> = std::env::args().filter(|it| it != "--bench").skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["write", from, count, to] => write(from, count.parse().unwrap(), to),
        [process::WATCH, report, limit, program @ ..] => process::watch(report, limit, program),
        [held::HOLD, ledger] => held::hold(ledger),
        asked => measure(asked),
    }
}

fn measure(asked: &[&str]) {
    let (sizes, stages): (Vec<&str>, Vec<&str>) = asked.iter().partition(|it| it.parse::<usize>().is_ok());
    for stage in &stages {
        assert!(
            STAGES.iter().any(|(name, _)| name == stage),
            "no stage {stage}: {:?}",
            STAGES.map(|it| it.0)
        );
    }
    let mut sizes: Vec<usize> = sizes.iter().map(|it| it.parse().unwrap()).collect();
    if sizes.is_empty() {
        sizes = vec![10_000, 1_000_000];
    }
    let mut rows = Rows::default();
    for size in sizes {
        let grown = Grown::of(size);
        rows.begin(&grown);
        for (name, measure) in STAGES {
            if stages.is_empty() || stages.contains(&name) {
                measure(&grown, &mut rows);
            }
        }
    }
    table::tell_growth(&mut rows);
    rows.end();
}

fn write(from: &str, count: usize, to: &str) {
    let lines: Vec<Vec<u8>> =
        BufReader::new(File::open(from).unwrap()).split(b'\n').map(Result::unwrap).collect();
    let bytes = write_log(lines, count, to);
    println!("{count} entries of {} bytes", bytes / count as u64);
}

/// Writes a log of so many entries that goes on from these lines; its bytes.
fn write_log(lines: Vec<Vec<u8>>, count: usize, to: impl AsRef<std::path::Path>) -> u64 {
    let mut out = BufWriter::with_capacity(1 << 20, File::create(to).unwrap());
    let grown = Generator::after(&lines).take(count - lines.len());
    let mut bytes = 0;
    for line in lines.into_iter().chain(grown) {
        bytes += line.len() as u64 + 1;
        out.write_all(&line).unwrap();
        out.write_all(b"\n").unwrap();
    }
    out.flush().unwrap();
    bytes
}
