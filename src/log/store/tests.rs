//! The store when sled, or somebody, has done it harm.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that panics is a test that failed")]

use std::fs;
use std::ops::Range;
use std::path::Path;
use std::time::UNIX_EPOCH;

use super::quiet::calling;
use super::*;
use crate::log::{Damage, DurableLog, Log, Notice, Options, open_copies};

/// Lines of these tests are nothing but their link and a number.
#[expect(clippy::unnecessary_wraps, reason = "it is a link")]
fn link(_: &[u8]) -> Option<Range<usize>> {
    Some(0..64)
}

fn options() -> Options {
    Options::new(link, UNIX_EPOCH)
}

/// A closed ledger of 200 lines, 64 to a block.
fn ledger(dir: &Path) {
    let mut log = DurableLog::create(dir, &options()).unwrap();
    let mut head = Head::default();
    let mut lines = Vec::new();
    for number in 0..200 {
        let digits = blake3::Hash::from_bytes(head.hash).to_hex();
        let line = format!("{digits} {number}").into_bytes();
        head = head.after(&line);
        lines.push(line);
    }
    log.append(&lines).unwrap();
}

/// Changes the tree behind the ledger's back.
fn harm(dir: &Path, harm: impl FnOnce(&sled::Tree)) {
    let store = dir.join(layout::STORE);
    let tree = Tree::open(&store, 1 << 20).unwrap();
    tree.change(harm);
}

fn read_all(log: &dyn Log) -> Result<Vec<Vec<u8>>, LogError> {
    log.read(0)?.collect()
}

fn assert_found(harmed: impl FnOnce(&sled::Tree), expected: fn(&BlockFault) -> bool) {
    let dir = tempfile::tempdir().unwrap();
    ledger(dir.path());
    harm(dir.path(), harmed);
    let mut log = DurableLog::open(dir.path(), &options()).unwrap();
    let Err(LogError::Damaged { source, .. }) = read_all(&log) else {
        panic!("it was not noticed");
    };
    let Damage::StoreBlock { source, .. } = *source else {
        panic!("{source:?}");
    };
    assert!(expected(&source), "{source:?}");
    assert!(matches!(log.append(&[]), Err(LogError::Stopped)));
    drop(log);
    // What failed is leaked, so this process still has it.
    let again = DurableLog::open(dir.path(), &options());
    assert!(matches!(again, Err(LogError::Held { pid: Some(_), .. })));
    let copies = open_copies(dir.path(), &options()).unwrap();
    assert!(matches!(copies.notices[..], [Notice::TwinOnly { .. }]));
    assert_eq!(read_all(&copies.twin).unwrap().len(), 200);
    let doubtful = dir.path().join("store/doubtful").exists();
    assert_eq!(doubtful, !matches!(source, BlockFault::Format { .. }));
}

#[test]
fn a_block_that_is_missing() {
    let lose = |tree: &sled::Tree| drop(tree.remove(layout::key(64, 0)).unwrap());
    assert_found(lose, |fault| matches!(fault, BlockFault::Gap { expected: 64 }));
}

#[test]
fn a_part_too_many() {
    let add = |tree: &sled::Tree| drop(tree.insert(layout::key(64, 1), b"?").unwrap());
    assert_found(add, |fault| matches!(fault, BlockFault::Gap { expected: 128 }));
}

#[test]
fn a_block_of_noise() {
    let spoil = |tree: &sled::Tree| drop(tree.insert(layout::key(64, 0), vec![1; 40]).unwrap());
    assert_found(spoil, |_| true);
}

#[test]
fn a_block_of_a_newer_program_is_no_reason_for_doubt() {
    let renew = |tree: &sled::Tree| drop(tree.insert(layout::key(64, 0), vec![2; 40]).unwrap());
    assert_found(renew, |fault| matches!(fault, BlockFault::Format { format: 2 }));
}

#[test]
fn a_store_without_its_lock_is_in_use() {
    let dir = tempfile::tempdir().unwrap();
    ledger(dir.path());
    let db = fs::File::open(dir.path().join("store/db")).unwrap();
    db.lock().unwrap();
    let opened = DurableLog::open(dir.path(), &options());
    assert!(matches!(opened, Err(LogError::Store { source: StoreFailure::InUse })));
    assert!(!dir.path().join("store/doubtful").exists());
}

#[test]
fn a_panic_of_the_store_becomes_a_failure() {
    let failure = calling(|| panic!("sled is {}", "sad")).unwrap_err();
    let StoreFailure::Panicked { message } = failure else {
        panic!("{failure:?}");
    };
    assert_eq!(message, "sled is sad");
    assert_eq!(calling(|| 7).unwrap(), 7, "and the next call is as ever");
}
