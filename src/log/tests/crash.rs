//! A crash between any two steps of a commit leaves what the design says.

use std::sync::{Arc, Mutex};

use super::*;
use crate::log::Notice;
use crate::log::steps::{Step, Steps};

/// Appends one group after a full segment, and copies the folder after each
/// step: what a process that is killed there would leave.
fn commit_with_copies() -> (TempDir, Vec<(Step, PathBuf)>, MemoryLog, MemoryLog) {
    let dir = folder();
    let ledger = dir.path().join("ledger");
    fs::create_dir(&ledger).unwrap();
    let mut log = DurableLog::create(&ledger, &small_segments()).unwrap();
    let mut before = MemoryLog::new(link);
    append(&mut [&mut log, &mut before], 12);
    let copies = Arc::new(Mutex::new(Vec::new()));
    let (taken, root) = (copies.clone(), dir.path().to_owned());
    log.steps = Steps::watched(move |step| {
        let copy = root.join(format!("{step:?}"));
        copy_folder(&root.join("ledger"), &copy);
        taken.lock().unwrap().push((step, copy));
        Ok(())
    });
    let mut after = before.clone();
    append(&mut [&mut log, &mut after], 3);
    drop(log);
    let copies = std::mem::take(&mut *copies.lock().unwrap());
    (dir, copies, before, after)
}

#[test]
fn between_any_two_steps() {
    let (_dir, copies, before, after) = commit_with_copies();
    let steps: Vec<_> = copies.iter().map(|(step, _)| *step).collect();
    let order = [
        Step::SegmentBegun,
        Step::SegmentPacked,
        Step::SegmentNamed,
        Step::SegmentRemoved,
        Step::LinesWritten,
        Step::LinesDurable,
        Step::BlocksWritten,
        Step::BlocksDurable,
    ];
    assert_eq!(steps, order, "this is the order that is fixed");
    for (step, copy) in copies {
        let written = order[4..].contains(&step);
        let expected = if written { &after } else { &before };
        let mut log = DurableLog::open(&copy, &small_segments()).unwrap();
        let behind = matches!(step, Step::LinesWritten | Step::LinesDurable);
        let notices = log.take_notices();
        match &notices[..] {
            [Notice::CaughtUp { from: 12, to: 15 }] if behind => {}
            [] if !behind => {}
            _ => panic!("after {step:?}: {notices:?}"),
        }
        assert_same(&log, expected);
        let lines = files(&copy.join("lines"));
        assert_eq!(lines.len(), 2, "after {step:?}: {lines:?}");
        let mut memory = expected.clone();
        append(&mut [&mut log, &mut memory], 30);
        drop(log);
        let mut log = DurableLog::open(&copy, &small_segments()).unwrap();
        assert!(log.take_notices().is_empty());
        assert_same(&log, &memory);
    }
}

#[test]
fn in_the_middle_of_a_group_its_first_lines_stay() {
    let (dir, memory) = ledger(2);
    let lines = some_lines(memory.head(), 3);
    let mut expected = memory.clone();
    expected.append(&lines[..2]).unwrap();
    let half = [&lines[0][..], b"\n", &lines[1], b"\n", &lines[2][..40]].concat();
    change(&first_segment(dir.path()), |bytes| bytes.extend(half));
    let mut log = open(dir.path()).unwrap();
    let notices = log.take_notices();
    assert!(matches!(
        notices[..],
        [Notice::LineMovedAside { sequence: 4, bytes: 40, .. }, Notice::CaughtUp { from: 2, to: 4 }]
    ));
    assert_same(&log, &expected);
}

#[test]
fn after_a_failure_nothing_more_is_written() {
    for failing in [Step::LinesWritten, Step::LinesDurable, Step::BlocksWritten] {
        let dir = folder();
        let mut log = DurableLog::create(dir.path(), &options()).unwrap();
        let mut memory = MemoryLog::new(link);
        append(&mut [&mut log, &mut memory], 2);
        log.steps = Steps::watched(move |step| {
            let failed = (step == failing).then_some(Err(LogError::ReadOnly));
            failed.unwrap_or(Ok(()))
        });
        let lines = some_lines(memory.head(), 1);
        let Err(LogError::Unfinished { source }) = log.append(&lines) else {
            panic!("it was not said that it may be there");
        };
        assert!(matches!(*source, LogError::ReadOnly));
        let before = files(&dir.path().join("lines"));
        assert!(matches!(log.append(&lines), Err(LogError::Stopped)));
        assert!(matches!(log.append(&[]), Err(LogError::Stopped)));
        assert_eq!(files(&dir.path().join("lines")), before);
        assert_eq!(log.head(), memory.head(), "it was not acknowledged");
        drop(log);
        memory.append(&lines).unwrap();
        assert_same(&open(dir.path()).unwrap(), &memory);
    }
}

#[test]
fn after_a_group_that_fails_none_is_written() {
    for failing in [Step::LinesWritten, Step::LinesDurable, Step::BlocksWritten, Step::BlocksDurable] {
        let dir = folder();
        let mut log = DurableLog::create(dir.path(), &options()).unwrap();
        let mut times = 0;
        log.steps = Steps::watched(move |step| {
            times += usize::from(step == failing);
            if step == failing && times == 2 { Err(LogError::ReadOnly) } else { Ok(()) }
        });
        let lines = some_lines(log.head(), 12);
        let mut groups = lines.chunks(3).map(<[Vec<u8>]>::to_vec);
        let failed = log.append_groups(&mut || Ok(groups.next())).unwrap_err();
        assert!(matches!(failed, LogError::Unfinished { .. }), "{failed:?}");
        assert!(matches!(log.append(&lines[3..]), Err(LogError::Stopped)));
        assert_eq!(log.head().size, 3, "only the first was acknowledged");
        drop(log);
        let mut memory = MemoryLog::new(link);
        memory.append(&lines[..6]).unwrap();
        assert_same(&open(dir.path()).unwrap(), &memory);
    }
}

#[test]
fn while_the_log_is_created() {
    let dir = folder();
    fs::create_dir(dir.path().join("lines")).unwrap();
    assert_eq!(open(dir.path()).unwrap().head(), Head::default());
}

#[test]
fn while_the_twin_is_rewritten() {
    let (dir, memory) = ledger(5);
    let at = |name: &str| dir.path().join(name);
    // Both renames done but for the second: the new folder is whole.
    fs::rename(at("lines"), at("lines.new")).unwrap();
    assert!(matches!(open(dir.path()), Err(LogError::Damaged { .. })));
    let from = crate::log::Source::Store;
    let repaired = crate::log::repair(dir.path(), &options(), from).unwrap();
    assert_same(&repaired.log, &memory);
    assert!(!at("lines.new").exists());
}
