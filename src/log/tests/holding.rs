//! One process holds the ledger; others may read it.

use super::*;
use crate::log::layout;
use crate::log::{Notice, TwinReader, open_copies, open_for_reading};

#[test]
fn a_second_holder_is_told_who_and_since_when() {
    let (dir, mut memory) = ledger(3);
    let mut first = open(dir.path()).unwrap();
    let Err(LogError::Held { pid, since }) = open(dir.path()) else {
        panic!("held twice");
    };
    assert_eq!(pid, Some(std::process::id()));
    assert_eq!(since.as_deref(), Some("2024-03-31T12:00:00Z"));
    append(&mut [&mut first, &mut memory], 1);
    let copies = open_copies(dir.path(), &options()).unwrap();
    assert_eq!(all(&copies.twin), all(&memory));
    assert!(copies.store.is_none());
    assert!(matches!(copies.notices[..], [Notice::TwinOnly { because: LogError::Held { .. } }]));
    drop(first);
    assert_same(&open(dir.path()).unwrap(), &memory);
}

#[test]
fn a_reader_takes_no_lock_and_writes_nothing() {
    let (dir, mut memory) = ledger(3);
    let mut holder = open(dir.path()).unwrap();
    append(&mut [&mut holder, &mut memory], 2);
    let before = files(dir.path());
    let reading = open_for_reading(dir.path(), &options()).unwrap();
    assert_eq!(all(&*reading.log), all(&memory));
    assert!(reading.notices.is_empty());
    append(&mut [&mut holder, &mut memory], 1);
    assert_eq!(reading.log.head().size, 5, "what was there when it was opened");
    assert_ne!(files(dir.path()), before);
    drop(holder);
    let before = files(dir.path());
    drop(open_for_reading(dir.path(), &options()).unwrap());
    assert_eq!(files(dir.path()), before);
}

/// Lines that are gone, or others in their place, are noticed without the lock.
#[test]
fn a_reader_is_not_content_with_a_twin_that_lost_what_the_store_held() {
    let shorter: fn(&mut Vec<u8>) = |bytes| bytes.truncate(bytes.len() / 2);
    let without_last: fn(&mut Vec<u8>) = |bytes| {
        let end = bytes[..bytes.len() - 1].iter().rposition(|byte| *byte == b'\n').unwrap();
        bytes.truncate(end + 1);
    };
    let other_last: fn(&mut Vec<u8>) = |bytes| {
        let last = bytes.len() - 2;
        bytes[last] ^= 1;
    };
    for harm in [shorter, without_last, other_last] {
        let (dir, _) = ledger(6);
        change(&first_segment(dir.path()), harm);
        let Err(LogError::Damaged { .. }) = open_for_reading(dir.path(), &options()) else {
            panic!("it was not noticed");
        };
    }
}

/// A crash may leave an earlier end, or none, or half of one.
#[test]
fn the_end_for_readers_can_be_lost() {
    let (dir, mut memory) = ledger(3);
    let path = dir.path().join("end");
    let earlier = fs::read(&path).unwrap();
    let mut log = open(dir.path()).unwrap();
    append(&mut [&mut log, &mut memory], 2);
    drop(log);
    let latest = fs::read(&path).unwrap();
    for left in [None, Some(&earlier[..]), Some(&latest[..30]), Some(&[0; 97])] {
        let _ = fs::remove_file(&path);
        if let Some(bytes) = left {
            fs::write(&path, bytes).unwrap();
        }
        let reading = open_for_reading(dir.path(), &options()).unwrap();
        assert_eq!(all(&*reading.log), all(&memory));
        assert!(reading.notices.is_empty());
    }
    drop(open(dir.path()).unwrap());
    assert_eq!(fs::read(&path).unwrap(), latest);
}

#[test]
fn a_holder_that_has_not_said_who_it_is() {
    let (dir, _) = ledger(0);
    let lock = fs::File::create(dir.path().join("lock")).unwrap();
    lock.lock().unwrap();
    let Err(LogError::Held { pid: None, since: None }) = open(dir.path()) else {
        panic!("it is held");
    };
}

#[test]
fn reading_the_twin_writes_nothing() {
    let (dir, memory) = ledger(3);
    change(&first_segment(dir.path()), |bytes| {
        bytes.extend(b"half a line");
    });
    let before = files(dir.path());
    let twin = TwinReader::open(dir.path()).unwrap();
    assert_eq!(all(&twin), all(&memory));
    assert_eq!(files(dir.path()), before);
}

#[cfg(unix)]
#[test]
fn a_folder_that_can_only_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let (dir, memory) = ledger(3);
    let allow = |mode| fs::set_permissions(dir.path(), fs::Permissions::from_mode(mode)).unwrap();
    fs::remove_file(dir.path().join("lock")).unwrap();
    allow(0o555);
    let may_write = fs::write(dir.path().join("probe"), b"").is_ok();
    // Nothing is read-only for the superuser.
    if !may_write {
        assert!(matches!(open(dir.path()), Err(LogError::ReadOnlyFolder { .. })));
        let before = files(dir.path());
        let reading = open_for_reading(dir.path(), &options()).unwrap();
        assert_eq!(all(&*reading.log), all(&memory));
        assert_eq!(files(dir.path()), before);
    }
    allow(0o755);
}

/// What a link leads to is not the ledger's: the lock refuses it, and where the
/// store ends is then not said.
#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link() {
    for name in [layout::LOCK, layout::END] {
        let (dir, mut memory) = ledger(3);
        let outside = tempfile::NamedTempFile::new().unwrap();
        fs::write(outside.path(), "another's").unwrap();
        fs::remove_file(dir.path().join(name)).unwrap();
        std::os::unix::fs::symlink(outside.path(), dir.path().join(name)).unwrap();
        if let Ok(mut log) = open(dir.path()) {
            append(&mut [&mut log, &mut memory], 1);
        }
        assert_eq!(fs::read_to_string(outside.path()).unwrap(), "another's", "{name}");
    }
}
