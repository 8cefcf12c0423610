//! The durable log does what the memory log does.

use proptest::prelude::*;

use super::*;
use crate::log::{Fault, LogError};

#[derive(Debug, Clone)]
enum Act {
    Append(Vec<usize>),
    AppendGroups(Vec<Vec<usize>>),
    Reopen,
    Read(u64),
}

fn act() -> impl Strategy<Value = Act> {
    let length = prop_oneof![9 => 0..300_usize, 1 => 0..20_000_usize];
    let group = prop::collection::vec(length.clone(), 0..90);
    prop_oneof![
        5 => prop::collection::vec(length, 0..90).prop_map(Act::Append),
        2 => prop::collection::vec(group, 0..6).prop_map(Act::AppendGroups),
        1 => Just(Act::Reopen),
        2 => (0..300_u64).prop_map(Act::Read),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn durable_is_memory(acts in prop::collection::vec(act(), 1..12)) {
        let dir = folder();
        let mut log = DurableLog::create(dir.path(), &small_segments()).unwrap();
        let mut memory = MemoryLog::new(link);
        for act in acts {
            match act {
                Act::Append(lengths) => {
                    let seeds = log.head().size..;
                    let texts: Vec<_> = lengths.iter().zip(seeds).map(|(l, s)| noise(*l, s)).collect();
                    let lines = chained(log.head(), &texts);
                    log.append(&lines).unwrap();
                    memory.append(&lines).unwrap();
                }
                Act::AppendGroups(groups) => {
                    let (mut head, mut made) = (log.head(), vec![]);
                    for lengths in groups {
                        let seeds = head.size..;
                        let texts: Vec<_> = lengths.iter().zip(seeds).map(|(l, s)| noise(*l, s)).collect();
                        let lines = chained(head, &texts);
                        head = lines.iter().fold(head, |head, line| head.after(line));
                        made.push(lines);
                    }
                    let both: [&mut dyn Log; 2] = [&mut log, &mut memory];
                    for log in both {
                        let mut next = made.clone().into_iter();
                        log.append_groups(&mut || Ok(next.next())).unwrap();
                    }
                }
                Act::Reopen => {
                    drop(log);
                    log = DurableLog::open(dir.path(), &small_segments()).unwrap();
                    prop_assert!(log.take_notices().is_empty());
                }
                Act::Read(from) => {
                    prop_assert_eq!(log.get(from).unwrap(), memory.get(from).unwrap());
                    let read = log.read(from).unwrap().map(Result::unwrap);
                    prop_assert!(read.eq(memory.read(from).unwrap().map(Result::unwrap)));
                    let twin = log.read_twin(from).unwrap().map(Result::unwrap);
                    prop_assert!(twin.eq(memory.read(from).unwrap().map(Result::unwrap)));
                }
            }
            prop_assert_eq!(log.head(), memory.head());
        }
        assert_same(&log, &memory);
        let blobs = files(&dir.path().join("store/blobs"));
        prop_assert!(blobs.is_empty());
    }
}

#[test]
fn what_is_not_the_next_line_is_refused() {
    let dir = folder();
    let mut durable = DurableLog::create(dir.path(), &options()).unwrap();
    let mut memory = MemoryLog::new(link);
    append(&mut [&mut durable, &mut memory], 2);
    let head = durable.head();
    let cases = [
        (Vec::new(), Fault::Empty),
        (line(head, b"two\nlines"), Fault::LineFeed),
        (line(head, &vec![b'x'; 61_440]), Fault::TooLong { bytes: 61_520 }),
        (b"no link".to_vec(), Fault::Unlinked),
        (line(Head::default(), b"x"), Fault::Misplaced),
    ];
    for (wrong, why) in cases {
        let group = [line(head, b"right"), wrong.clone()];
        let both: [&mut dyn Log; 2] = [&mut durable, &mut memory];
        for log in both {
            let alone = log.append(std::slice::from_ref(&wrong)).unwrap_err();
            assert!(
                matches!(alone, LogError::Refused { sequence: 2, source } if source == why),
                "{alone:?} is not {why:?}"
            );
            assert!(log.append(&group).is_err());
            assert_eq!(log.head(), head, "a refused group leaves nothing");
        }
    }
    append(&mut [&mut durable, &mut memory], 1);
    assert_same(&durable, &memory);
}

#[test]
fn groups_before_one_that_is_refused_are_there_and_nothing_follows() {
    let dir = folder();
    let mut durable = DurableLog::create(dir.path(), &options()).unwrap();
    let lines = chained(Head::default(), &vec![b"same".to_vec(); 9]);
    let mut groups = vec![lines[..3].to_vec(), lines[3..6].to_vec(), lines[7..].to_vec(), vec![]].into_iter();
    let refused = durable.append_groups(&mut || Ok(groups.next())).unwrap_err();
    assert!(matches!(refused, LogError::Refused { sequence: 6, source: Fault::Misplaced }), "{refused:?}");
    assert!(matches!(durable.append(&lines[6..]), Err(LogError::Stopped)));
    assert_eq!(all(&durable), &lines[..6]);
    drop(durable);
    assert_eq!(all(&open(dir.path()).unwrap()), &lines[..6]);
}

#[test]
fn the_longest_lines_leave_no_blobs() {
    let dir = folder();
    let mut log = DurableLog::create(dir.path(), &options()).unwrap();
    let texts: Vec<_> = (0..40)
        .map(|seed| {
            let mut text = noise(61_440, seed);
            text.resize(61_440 - line(Head::default(), b"").len(), b'x');
            text
        })
        .collect();
    let lines = chained(Head::default(), &texts);
    assert!(lines.iter().all(|line| line.len() == 61_440));
    log.append(&lines[..30]).unwrap();
    for one in lines[30..].chunks(1) {
        log.append(one).unwrap();
    }
    assert_eq!(all(&log), lines);
    drop(log);
    let log = open(dir.path()).unwrap();
    assert_eq!(all(&log), lines);
    assert_eq!(log.get(17).unwrap().as_ref(), Some(&lines[17]));
    assert!(files(&dir.path().join("store/blobs")).is_empty());
}

#[test]
fn an_empty_log_has_the_head_of_zeros() {
    let (dir, _) = ledger(0);
    let log = open(dir.path()).unwrap();
    assert_eq!(log.head(), Head::default());
    assert_eq!(all(&log), Vec::<Vec<u8>>::new());
    assert_eq!(log.get(0).unwrap(), None);
}

#[test]
fn a_log_can_be_sent_to_a_writer_thread() {
    fn is_send<T: Send>() {}
    is_send::<DurableLog>();
    is_send::<MemoryLog>();
    is_send::<crate::log::TwinReader>();
    is_send::<LogError>();
}
