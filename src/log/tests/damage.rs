//! Damage is said, shown and repaired by command; nothing is written before.

use super::*;
use crate::log::{Damage, Fault, Notice, Source, inspect, open_for_reading, repair};

fn damage(error: LogError) -> Damage {
    match error {
        LogError::Damaged { source, .. } => *source,
        other => panic!("{other:?} is not damage"),
    }
}

fn open_damaged(dir: &Path) -> Damage {
    damage(open(dir).err().unwrap())
}

#[test]
fn nothing_there() {
    let dir = folder();
    assert!(matches!(open(dir.path()), Err(LogError::Missing { .. })));
    assert!(matches!(open(&dir.path().join("no/such/folder")), Err(LogError::Missing { .. })));
    assert!(files(dir.path()).is_empty());
}

#[test]
fn a_ledger_is_never_created_over_another() {
    let (dir, memory) = ledger(3);
    let again = DurableLog::create(dir.path(), &options());
    assert!(matches!(again, Err(LogError::Exists { .. })));
    assert_same(&open(dir.path()).unwrap(), &memory);
}

#[test]
fn the_store_is_gone() {
    let (dir, memory) = ledger(200);
    fs::remove_dir_all(dir.path().join("store")).unwrap();
    let mut log = open(dir.path()).unwrap();
    let notices = log.take_notices();
    assert!(matches!(notices[..], [Notice::StoreRebuilt { entries: 200, aside: None }]));
    assert_same(&log, &memory);
}

#[test]
fn the_store_has_lost_everything() {
    let (dir, memory) = ledger(20);
    let (empty, _) = ledger(0);
    fs::remove_dir_all(dir.path().join("store")).unwrap();
    copy_folder(&empty.path().join("store"), &dir.path().join("store"));
    let mut log = open(dir.path()).unwrap();
    let notices = log.take_notices();
    let [Notice::StoreRebuilt { entries: 20, aside: Some(aside) }] = &notices[..] else {
        panic!("{notices:?}");
    };
    assert!(aside.ends_with("aside/20240331T120000Z-store"));
    assert_same(&log, &memory);
}

#[test]
fn the_twin_is_gone() {
    let (dir, memory) = ledger(20);
    fs::remove_dir_all(dir.path().join("lines")).unwrap();
    assert!(matches!(open_damaged(dir.path()), Damage::TwinMissing));
    assert!(repair(dir.path(), &options(), Source::Twin).is_err());
    assert!(!dir.path().join("lines").exists());
    let repaired = repair(dir.path(), &options(), Source::Store).unwrap();
    assert!(repaired.aside.is_none());
    assert_same(&repaired.log, &memory);
}

#[test]
fn the_store_is_longer() {
    for from in [Source::Twin, Source::Store] {
        let (dir, memory) = ledger(20);
        let lines = all(&memory);
        let segment = first_segment(dir.path());
        change(&segment, |bytes| {
            bytes.truncate(bytes.len() - lines[19].len() - 1);
        });
        let before = files(&dir.path().join("lines"));
        assert!(matches!(open_damaged(dir.path()), Damage::StoreLonger));
        let found = inspect(dir.path(), &options()).unwrap();
        assert!(found.twin.is_sound() && found.store.is_sound());
        assert_eq!(found.twin.head.unwrap().size, 19);
        assert_eq!(found.store.head, Some(memory.head()));
        assert_eq!(files(&dir.path().join("lines")), before);
        let mut repaired = repair(dir.path(), &options(), from).unwrap();
        let mut kept = MemoryLog::new(link);
        let size = if from == Source::Twin { 19 } else { 20 };
        kept.append(&lines[..size]).unwrap();
        assert_same(&repaired.log, &kept);
        assert!(repaired.aside.unwrap().exists(), "the other copy is kept");
        append(&mut [&mut repaired.log, &mut kept], 3);
        drop(repaired.log);
        assert_same(&open(dir.path()).unwrap(), &kept);
    }
}

#[test]
fn every_flipped_bit_of_an_older_line_breaks_the_twins_chain() {
    let (dir, memory) = ledger(3);
    fs::remove_dir_all(dir.path().join("store")).unwrap();
    let whole = fs::read(first_segment(dir.path())).unwrap();
    let last = all(&memory)[2].len() + 1;
    // Not the last line, which no other names, nor the feed before it.
    for at in 0..whole.len() - last - 1 {
        change(&first_segment(dir.path()), |bytes| bytes[at] ^= 1);
        let found = inspect(dir.path(), &options()).unwrap();
        assert!(!found.twin.is_sound(), "byte {at}");
        assert!(repair(dir.path(), &options(), Source::Twin).is_err(), "byte {at}");
        assert!(open(dir.path()).is_err(), "byte {at}");
        fs::write(first_segment(dir.path()), &whole).unwrap();
    }
    assert!(!dir.path().join("store").exists(), "nothing was rebuilt from it");
}

#[test]
fn a_flipped_bit_in_the_last_block_differs() {
    let (dir, memory) = ledger(3);
    let segment = first_segment(dir.path());
    // The last byte of the last line, which no other line names yet.
    change(&segment, |bytes| {
        let at = bytes.len() - 2;
        bytes[at] ^= 1;
    });
    let found = open_damaged(dir.path());
    assert!(matches!(found, Damage::Differs { sequence: 2 }), "{found:?}");
    let repaired = repair(dir.path(), &options(), Source::Store).unwrap();
    assert_same(&repaired.log, &memory);
}

#[test]
fn a_line_beyond_the_store_that_does_not_chain() {
    let (dir, memory) = ledger(3);
    let mut lines = some_lines(memory.head(), 2);
    lines[1] = line(Head::default(), b"elsewhere");
    change(&first_segment(dir.path()), |bytes| {
        bytes.extend(lines.join(&b'\n').iter().chain(b"\n"));
    });
    let found = open_damaged(dir.path());
    let expected = Fault::Misplaced;
    assert!(matches!(found, Damage::TwinBroken { sequence: 4, source } if source == expected));
    let found = inspect(dir.path(), &options()).unwrap();
    assert_eq!(found.store.head, Some(memory.head()));
    assert_eq!(found.twin.head.unwrap().size, 4, "as far as it holds");
}

#[test]
fn a_store_that_cannot_be_opened_is_never_tried_twice() {
    let (dir, memory) = ledger(20);
    change(&dir.path().join("store/conf"), |bytes| {
        bytes[..12].fill(b'?');
    });
    assert!(matches!(open_damaged(dir.path()), Damage::StoreUnusable { .. }));
    assert!(matches!(open_damaged(dir.path()), Damage::StoreDoubtful { .. }));
    assert!(inspect(dir.path(), &options()).unwrap().store.head.is_none());
    assert!(repair(dir.path(), &options(), Source::Store).is_err());
    let reading = open_for_reading(dir.path(), &options()).unwrap();
    assert_eq!(all(&*reading.log), all(&memory));
    assert!(matches!(reading.notices[..], [Notice::TwinOnly { .. }]));
    let repaired = repair(dir.path(), &options(), Source::Twin).unwrap();
    assert!(repaired.aside.unwrap().join("doubtful").exists());
    assert_same(&repaired.log, &memory);
}

/// sled takes such a file, which a kill or a full disk leaves, for its newest.
#[test]
fn a_snapshot_that_the_store_did_not_finish_is_of_no_value() {
    let (dir, memory) = ledger(20);
    // It writes its first when it is opened again.
    drop(open(dir.path()).unwrap());
    let whole = snapshot(dir.path());
    for bytes in [b"".to_vec(), whole[..whole.len() / 2].to_vec(), whole] {
        fs::write(dir.path().join("store/snap.FFFFFFFFFFFFFFFF.generating"), bytes).unwrap();
        assert_same(&open(dir.path()).unwrap(), &memory);
    }
}

fn snapshot(dir: &Path) -> Vec<u8> {
    let store = files(&dir.join("store"));
    store.into_iter().find(|(path, _)| path.to_string_lossy().contains("/snap.")).unwrap().1
}

/// A ledger whose store has been written in two sessions and does not pack.
fn large_ledger() -> (TempDir, MemoryLog) {
    let (dir, mut memory) = ledger(0);
    for session in 0..2 {
        let mut log = open(dir.path()).unwrap();
        for group in 0..6 {
            let seeds = (session * 6 + group) * 50..;
            let texts: Vec<_> = seeds.take(50).map(|seed| noise(700, seed)).collect();
            let lines = chained(log.head(), &texts);
            log.append(&lines).unwrap();
            memory.append(&lines).unwrap();
        }
    }
    (dir, memory)
}

#[test]
fn noise_in_the_stores_file_never_reaches_a_person() {
    let (dir, memory) = large_ledger();
    let length = fs::read(dir.path().join("store/db")).unwrap().len();
    for (seed, from) in (0..).zip((0..length).step_by(length / 16)) {
        let copy = dir.path().join(format!("copy{seed}"));
        copy_folder(&dir.path().join("lines"), &copy.join("lines"));
        copy_folder(&dir.path().join("store"), &copy.join("store"));
        change(&copy.join("store/db"), |bytes| {
            let end = bytes.len().min(from + 2_000);
            let noise = noise(end - from, seed);
            bytes[from..from + noise.len()].copy_from_slice(&noise);
        });
        // Whatever sled makes of it, the twin gives everything back.
        let found = open(&copy).and_then(|log| log.read(0)?.collect::<Result<Vec<_>, _>>());
        if let Ok(lines) = found {
            assert_eq!(lines, all(&memory));
        }
        let again = dir.path().join(format!("again{seed}"));
        copy_folder(&copy, &again);
        let repaired = repair(&again, &options(), Source::Twin).unwrap();
        assert_same(&repaired.log, &memory);
    }
}
