//! A store that the system failed is made anew, where the twin is known to hold
//! all that it held; what is wrong with a store itself waits for somebody.

use super::*;
use crate::log::layout;
use crate::log::{Damage, Notice, Source, inspect, repair};

/// Notes what a failure of the system leaves behind.
fn fail(dir: &Path) {
    let note = format!("no reason{}", layout::OF_SYSTEM);
    fs::write(dir.join("store/doubtful"), note).unwrap();
}

fn is_refused(dir: &Path) -> bool {
    let Err(LogError::Damaged { source, .. }) = open(dir) else { return false };
    matches!(*source, Damage::StoreDoubtful { .. })
}

#[test]
fn the_next_open_makes_the_store_anew() {
    let (dir, mut memory) = ledger(200);
    fail(dir.path());
    let mut log = open(dir.path()).unwrap();
    let notices = log.take_notices();
    let [Notice::StoreRebuilt { entries: 200, aside: Some(aside) }] = &notices[..] else {
        panic!("{notices:?}");
    };
    assert!(aside.join("doubtful").exists(), "the other store is kept");
    assert_same(&log, &memory);
    append(&mut [&mut log, &mut memory], 3);
    drop(log);
    let mut log = open(dir.path()).unwrap();
    assert!(log.take_notices().is_empty());
    assert_same(&log, &memory);
}

#[test]
fn also_where_not_even_that_could_be_noted() {
    let (dir, memory) = ledger(20);
    fs::write(dir.path().join("store/doubtful"), "").unwrap();
    let mut log = open(dir.path()).unwrap();
    assert!(matches!(log.take_notices()[..], [Notice::StoreRebuilt { entries: 20, .. }]));
    assert_same(&log, &memory);
}

#[test]
fn not_where_the_twin_may_lack_what_the_store_held() {
    let without_end: fn(&Path) = |dir| fs::remove_file(dir.join("end")).unwrap();
    let without_last_line: fn(&Path) = |dir| {
        change(&first_segment(dir), |bytes| {
            let end = bytes[..bytes.len() - 1].iter().rposition(|byte| *byte == b'\n').unwrap();
            bytes.truncate(end + 1);
        });
    };
    for harm in [without_end, without_last_line] {
        let (dir, _) = ledger(20);
        fail(dir.path());
        harm(dir.path());
        let before = files(dir.path()).len();
        assert!(is_refused(dir.path()));
        assert_eq!(files(dir.path()).len(), before, "nothing was moved");
    }
}

#[test]
fn not_where_the_twin_is_broken() {
    let (dir, _) = ledger(20);
    fail(dir.path());
    change(&first_segment(dir.path()), |bytes| bytes[70] ^= 1);
    assert!(matches!(open(dir.path()), Err(LogError::Damaged { .. })));
    assert!(!dir.path().join("aside").exists());
}

#[test]
fn not_where_the_store_itself_failed() {
    let (dir, _) = ledger(20);
    fs::write(dir.path().join("store/doubtful"), "no reason").unwrap();
    assert!(is_refused(dir.path()));
    assert!(is_refused(dir.path()));
}

/// Then it is all that there is.
#[test]
fn it_gives_back_what_it_held_where_the_twin_is_broken() {
    let (dir, memory) = ledger(200);
    fail(dir.path());
    change(&first_segment(dir.path()), |bytes| bytes[70] ^= 1);
    let seen = inspect(dir.path(), &options()).unwrap();
    assert!(!seen.twin.is_sound() && seen.store.is_sound());
    let repaired = repair(dir.path(), &options(), Source::Store).unwrap();
    assert_same(&repaired.log, &memory);
    drop(repaired);
    // It is not written to again.
    let aside = files(&dir.path().join("aside"));
    assert!(aside.iter().any(|path| path.0.ends_with("doubtful")), "{aside:?}");
    assert_same(&open(dir.path()).unwrap(), &memory);
}

/// It may hold less, and would take their place.
#[test]
fn it_is_not_looked_at_where_the_twin_holds_all() {
    let (dir, _) = ledger(20);
    fail(dir.path());
    let seen = inspect(dir.path(), &options()).unwrap();
    assert!(seen.twin.is_sound() && !seen.store.is_sound());
    assert!(matches!(repair(dir.path(), &options(), Source::Store), Err(LogError::Damaged { .. })));
}
