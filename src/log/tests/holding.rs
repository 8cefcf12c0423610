//! One process holds the ledger; others may read it.

use super::*;
use crate::log::{Notice, TwinReader, open_for_reading};

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
    let reading = open_for_reading(dir.path(), &options()).unwrap();
    assert_eq!(all(&*reading.log), all(&memory));
    assert!(matches!(reading.notices[..], [Notice::TwinOnly { because: LogError::Held { .. } }]));
    drop(first);
    assert_same(&open(dir.path()).unwrap(), &memory);
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
