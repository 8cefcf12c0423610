//! What it takes to record one entry after the other, durably.
#![allow(clippy::print_stdout, reason = "the table is what it is for")]
#![allow(clippy::unwrap_used, reason = "a measurement that cannot go on stops")]

mod commands;
#[path = "../ledger.rs"]
mod ledger;

use std::fs::File;
use std::io::Write;
use std::time::{Duration, Instant, SystemTime};

use commands::{Commands, new_id};
use jalon::event::{Author, AuthorType, Moment, link};
use jalon::ledger::{Desk, Folder};
use jalon::log::{Log, MemoryLog};

fn main() {
    let count: usize = std::env::var("COUNT").ok().and_then(|it| it.parse().ok()).unwrap_or(3000);
    let ledger = ledger::Ledger::demonstration();
    let author = Author { user: uuid::Uuid::now_v7(), kind: AuthorType::User };
    let now = || Moment::from_utc(SystemTime::now().into());
    let dir = ledger.dir();
    let mut desk = Folder::new(&dir, SystemTime::now()).open().unwrap().desk;
    let commands = Commands::of(&ledger.lines(), desk.state());
    desk.execute(commands.at(0), author, now(), true, &mut new_id).unwrap();
    let lines = desk.lines().unwrap();
    let mut memory = MemoryLog::new(link);
    memory.append(&lines).unwrap();
    let mut inmemory = Desk::open(Box::new(memory)).unwrap();
    if std::env::var("ONLY").is_err() {
        let start = Instant::now();
        for number in 0..count * 10 {
            inmemory.execute(commands.at(number), author, now(), true, &mut new_id).unwrap();
        }
        println!("in memory {:?} each", start.elapsed() / (count as u32 * 10));
        let start = Instant::now();
        for number in 0..count {
            drop((commands.at(number), new_id(), now()));
        }
        println!("making commands {:?} each", start.elapsed() / count as u32);
        let start = Instant::now();
        for _ in 0..100 {
            drop(inmemory.state().clone());
        }
        println!("clone of the state {:?}", start.elapsed() / 100);
    }
    let before = desk.state().size();
    for _ in 0..2 {
        let start = Instant::now();
        for number in 0..count {
            desk.execute(commands.at(number), author, now(), true, &mut new_id).unwrap();
        }
        println!("durable {:?} each", start.elapsed() / count as u32);
        if std::env::var("ONLY").is_err() {
            let all = &desk.lines().unwrap()[before as usize..][..count];
            println!("mean {}", all.iter().map(|line| line.len() + 1).sum::<usize>() / all.len());
            let took = bare(&ledger, all);
            println!("bare {:?} each", took / count as u32);
        }
    }
}

fn bare(ledger: &ledger::Ledger, lines: &[Vec<u8>]) -> Duration {
    let path = ledger.folder().join("bare.jsonl");
    let mut file = File::options().append(true).create(true).open(path).unwrap();
    let start = Instant::now();
    for line in lines {
        file.write_all(&[line.as_slice(), b"\n"].concat()).unwrap();
        file.sync_data().unwrap();
    }
    start.elapsed()
}
