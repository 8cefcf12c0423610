//! What the log promises, tried on small ledgers of invented lines.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that panics is a test that failed")]

mod begun;
mod beside;
mod blocks;
mod crash;
mod damage;
mod equal;
mod holding;
mod system;
mod twins;

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};

use tempfile::TempDir;

use super::chain::hex;
use super::{DurableLog, Group, Head, Log, LogError, MemoryLog, Options};

const BEFORE_LINK: &[u8] = b"{\"prevhash\":\"";

/// The link of the lines that the tests invent.
fn link(line: &[u8]) -> Option<Range<usize>> {
    let start = BEFORE_LINK.len();
    line.starts_with(BEFORE_LINK).then_some(start..start + 64).filter(|range| range.end <= line.len())
}

/// A line that follows this head and ends with these bytes.
fn line(head: Head, text: &[u8]) -> Vec<u8> {
    [BEFORE_LINK, hex(head.hash).as_ref().as_bytes(), b"\"} ", text].concat()
}

/// Lines that follow each other and this head.
fn chained(mut head: Head, texts: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let mut lines = Vec::new();
    for text in texts {
        let next = line(head, text);
        head = head.after(&next);
        lines.push(next);
    }
    lines
}

/// This many lines with different texts, after this head.
fn some_lines(head: Head, count: usize) -> Vec<Vec<u8>> {
    let texts: Vec<_> = (0..count).map(|n| format!("line {}", head.size + n as u64).into_bytes()).collect();
    chained(head, &texts)
}

/// Bytes that do not pack, so that blocks close early and lines are cut.
fn noise(length: usize, seed: u64) -> Vec<u8> {
    let mut hash = blake3::Hasher::new();
    hash.update(&seed.to_le_bytes());
    let mut bytes = vec![0; length];
    hash.finalize_xof().fill(&mut bytes);
    bytes.retain(|byte| *byte != b'\n');
    bytes
}

fn options() -> Options {
    // Noon of 31 March 2024.
    let now = UNIX_EPOCH + Duration::from_hours(475_524);
    Options::new(link, now)
}

/// As above, with segments that are full after a few lines, and a cache that
/// holds next to nothing.
fn small_segments() -> Options {
    Options { segment_bytes: 1_000, cache_bytes: 64 << 10, ..options() }
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// A closed ledger of this many lines, and the same in memory.
fn ledger(count: usize) -> (TempDir, MemoryLog) {
    let dir = folder();
    let mut log = DurableLog::create(dir.path(), &options()).unwrap();
    let mut memory = MemoryLog::new(link);
    append(&mut [&mut log, &mut memory], count);
    (dir, memory)
}

/// Appends the same new lines to each of these equal logs.
fn append(logs: &mut [&mut dyn Log], count: usize) {
    let lines = some_lines(logs[0].head(), count);
    for log in logs {
        log.append(&lines).unwrap();
    }
}

fn all(log: &dyn Log) -> Vec<Vec<u8>> {
    log.read(0).unwrap().map(Result::unwrap).collect()
}

fn scanned(log: &dyn Log) -> Vec<Vec<u8>> {
    let (mut groups, mut group, mut lines) = (log.scan(0).unwrap(), Group::default(), Vec::new());
    while groups.fill(&mut group).transpose().unwrap().is_some() {
        lines.extend(group.lines().map(<[u8]>::to_vec));
    }
    lines
}

/// Checks that a log holds the same as the memory log, in both its copies.
fn assert_same(log: &DurableLog, memory: &MemoryLog) {
    assert_eq!(log.head(), memory.head());
    assert_eq!(all(log), all(memory));
    assert_eq!(scanned(log), all(memory));
    assert_eq!(scanned(memory), all(memory));
    let twin: Vec<_> = log.read_twin(0).unwrap().map(Result::unwrap).collect();
    assert_eq!(twin, all(memory));
}

fn open(dir: &Path) -> Result<DurableLog, LogError> {
    DurableLog::open(dir, &options())
}

fn first_segment(dir: &Path) -> PathBuf {
    dir.join("lines/00000000000000000000.jsonl")
}

/// Changes the bytes of a file.
fn change(path: &Path, change: impl FnOnce(&mut Vec<u8>)) {
    let mut bytes = fs::read(path).unwrap();
    change(&mut bytes);
    fs::write(path, bytes).unwrap();
}

/// Every file under a folder with its bytes, in order.
fn files(dir: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push((path.clone(), fs::read(path).unwrap()));
        }
    }
    found.sort();
    found
}

/// A copy of a folder: what a crash at this moment would leave.
fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy_folder(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}
