//! A ledger that is being made is none before it is whole.

use super::*;
use crate::log::{Source, complete, inspect, is_begun, is_ledger, open_for_reading, repair};

/// A log of so many lines that was begun and not completed.
fn begun(dir: &Path, count: usize) {
    let mut log = DurableLog::begin(dir, &options()).unwrap();
    let mut memory = MemoryLog::new(link);
    append(&mut [&mut log, &mut memory], count);
}

#[test]
fn it_is_none_for_anybody_else() {
    let dir = tempfile::tempdir().unwrap();
    begun(dir.path(), 20);
    let before = files(dir.path());
    assert!(is_begun(dir.path()) && !is_ledger(dir.path()));
    assert!(matches!(open(dir.path()), Err(LogError::Missing { .. })));
    assert!(matches!(open_for_reading(dir.path(), &options()), Err(LogError::Missing { .. })));
    assert!(matches!(inspect(dir.path(), &options()), Err(LogError::Missing { .. })));
    for from in [Source::Twin, Source::Store] {
        assert!(matches!(repair(dir.path(), &options(), from), Err(LogError::Missing { .. })));
    }
    assert!(files(dir.path()) == before, "something was written");
}

#[test]
fn it_is_one_when_it_is_whole() {
    let dir = tempfile::tempdir().unwrap();
    begun(dir.path(), 20);
    complete(dir.path()).unwrap();
    assert!(is_ledger(dir.path()) && !is_begun(dir.path()));
    assert_eq!(open(dir.path()).unwrap().head().size, 20);
    assert!(matches!(DurableLog::begin(dir.path(), &options()), Err(LogError::Exists { .. })));
    assert_eq!(open(dir.path()).unwrap().head().size, 20);
}

/// Whatever of it is there: nothing of the first is in the second.
#[test]
fn the_next_one_begins_anew() {
    let gone: [&[&str]; 5] = [&[], &["store"], &["lines"], &["end"], &["store", "lines", "end"]];
    for gone in gone {
        let dir = tempfile::tempdir().unwrap();
        begun(dir.path(), 20);
        for name in gone {
            let path = dir.path().join(name);
            if path.is_dir() { fs::remove_dir_all(path).unwrap() } else { fs::remove_file(path).unwrap() }
        }
        let (mut log, mut memory) =
            (DurableLog::begin(dir.path(), &options()).unwrap(), MemoryLog::new(link));
        assert_eq!(log.head().size, 0, "{gone:?}");
        append(&mut [&mut log, &mut memory], 3);
        drop(log);
        complete(dir.path()).unwrap();
        assert_same(&open(dir.path()).unwrap(), &memory);
        assert!(!dir.path().join("aside").exists(), "{gone:?}");
    }
}

/// Folders above it that are not there are made too.
#[test]
fn its_folder_is_made() {
    let dir = tempfile::tempdir().unwrap();
    let deep = dir.path().join("a/b/c");
    begun(&deep, 1);
    assert!(is_begun(&deep));
    fs::write(dir.path().join("file"), "").unwrap();
    let refused = DurableLog::begin(&dir.path().join("file/c"), &options());
    assert!(matches!(refused, Err(LogError::Io { .. })));
}
