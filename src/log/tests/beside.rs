//! The lines of one log beside the blocks of another.

use proptest::prelude::*;

use super::*;
use crate::log::{Beside, Lines, Pair, Same};

/// Lines of any kind, which need not follow each other.
struct Loose(Vec<Vec<u8>>);

impl Log for Loose {
    fn head(&self) -> Head {
        Head { size: self.0.len() as u64, hash: [0; 32] }
    }

    fn append(&mut self, _: &[Vec<u8>]) -> Result<(), LogError> {
        Err(LogError::ReadOnly)
    }

    fn read(&self, from: u64) -> Result<Lines<'_>, LogError> {
        Ok(Box::new(self.0.iter().skip(usize::try_from(from).unwrap()).cloned().map(Ok)))
    }

    fn beside(&self) -> Result<Box<dyn Log + Send>, LogError> {
        Err(LogError::ReadOnly)
    }
}

/// Whether a log holds the lines of another, and the lines that were read meanwhile.
fn compared(log: &dyn Log, other: &dyn Log) -> (bool, Vec<Vec<u8>>) {
    let mut beside = Beside::of(log, other).unwrap();
    let (mut pair, mut read, mut same) = (Pair::default(), Vec::new(), true);
    while let Some(filled) = beside.fill(&mut pair) {
        filled.unwrap();
        let hashes: Vec<_> = pair.group.lines().map(crate::log::hash).collect();
        same &= pair.compare(hashes.into_iter()) == Same::Yes;
        read.extend(pair.group.lines().map(<[u8]>::to_vec));
    }
    let done = beside.is_done() && beside.take_failure().is_none();
    (same && done, read)
}

/// A durable log of so many lines, some of which do not pack.
fn durable(dir: &Path, lengths: &[usize]) -> (DurableLog, Vec<Vec<u8>>) {
    let mut log = DurableLog::create(dir, &small_segments()).unwrap();
    let texts: Vec<_> = (0..).zip(lengths).map(|(seed, length)| noise(*length, seed)).collect();
    let lines = chained(log.head(), &texts);
    for group in lines.chunks(70) {
        log.append(group).unwrap();
    }
    (log, lines)
}

/// What somebody may do to the lines of one copy.
#[derive(Debug, Clone)]
enum Change {
    Nothing,
    Byte(prop::sample::Index, prop::sample::Index),
    Link(prop::sample::Index),
    Gone(prop::sample::Index),
    Twice(prop::sample::Index),
    Shorter(prop::sample::Index),
}

fn change() -> impl Strategy<Value = Change> {
    let index = any::<prop::sample::Index>;
    prop_oneof![
        Just(Change::Nothing),
        (index(), index()).prop_map(|(line, byte)| Change::Byte(line, byte)),
        index().prop_map(Change::Link),
        index().prop_map(Change::Gone),
        index().prop_map(Change::Twice),
        index().prop_map(Change::Shorter),
    ]
}

fn changed(mut lines: Vec<Vec<u8>>, change: &Change) -> Vec<Vec<u8>> {
    let count = lines.len();
    match change {
        Change::Nothing => {}
        Change::Byte(line, byte) => {
            let line = &mut lines[line.index(count)];
            let at = byte.index(line.len());
            line[at] = if line[at] == b'x' { b'y' } else { b'x' };
        }
        Change::Link(line) => {
            let at = line.index(count);
            lines[at][BEFORE_LINK.len() + 63] ^= 1;
        }
        Change::Gone(line) => drop(lines.remove(line.index(count))),
        Change::Twice(line) => {
            let at = line.index(count);
            let again = lines[at].clone();
            lines.insert(at, again);
        }
        Change::Shorter(line) => lines.truncate(line.index(count)),
    }
    lines
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn whatever_differs_is_noticed_wherever_it_stands(
        lengths in prop::collection::vec(prop_oneof![9 => 0..300_usize, 1 => 0..9_000_usize], 1..260),
        change in change(),
    ) {
        let dir = folder();
        let (log, lines) = durable(dir.path(), &lengths);
        let other = changed(lines.clone(), &change);
        let is_same = other == lines;
        let (same, read) = compared(&Loose(other.clone()), &log);
        prop_assert_eq!(same, is_same, "{:?}", change);
        prop_assert_eq!(read, other, "all lines are read, whatever they are compared with");
        // The twin of the same log, segment after segment, is what it is.
        let twin = crate::log::TwinReader::open(dir.path()).unwrap();
        let (same, read) = compared(&twin, &log);
        prop_assert!(same && read == lines);
    }
}

/// A log that ends before the other one, be it where a block does, is not the same.
#[test]
fn lines_that_end_sooner_are_not_the_same() {
    let dir = folder();
    let (log, lines) = durable(dir.path(), &[10; 200]);
    for length in [0, 1, 63, 64, 128, 199] {
        let (same, read) = compared(&Loose(lines[..length].to_vec()), &log);
        assert!(!same && read == lines[..length], "{length} lines");
    }
}

#[test]
fn a_log_without_blocks_is_compared_with_nothing() {
    let lines = chained(Head::default(), &[b"one".to_vec(), b"two".to_vec()]);
    let (same, read) = compared(&Loose(lines.clone()), &Loose(lines.clone()));
    assert!(!same && read == lines);
}
