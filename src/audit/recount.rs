//! How many entries there are, counted from the lines themselves: the numbers that
//! they carry must follow each other without a gap.

use std::collections::BTreeMap;

use crate::event::Glance;
use crate::ledger::LogError;

/// What was counted.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Recount {
    /// How many lines were read.
    pub lines: u64,
    /// The number that the first of them carries.
    pub first: Option<u64>,
    /// The number that the last of them carries.
    pub last: Option<u64>,
    /// Where numbers do not follow each other; empty in a sound ledger.
    pub gaps: Vec<Gap>,
    /// How many entries of each type, the catalogue's under their whole names.
    pub kinds: BTreeMap<String, u64>,
}

/// A place where the numbers of two lines do not follow each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Gap {
    /// The number that should stand there.
    pub expected: u64,
    /// The number that stands there; none where the line carries none.
    pub found: Option<u64>,
}

/// Counts lines, at most so many.
pub fn recount(
    lines: impl Iterator<Item = Result<Vec<u8>, LogError>>,
    most: u64,
) -> Result<Recount, LogError> {
    let mut counted = Recount::default();
    for line in lines.take(usize::try_from(most).unwrap_or(usize::MAX)) {
        counted.add(&line?);
    }
    Ok(counted)
}

impl Recount {
    fn add(&mut self, line: &[u8]) {
        let glance = Glance::at(line);
        let found = glance.as_ref().map(|glance| glance.sequence);
        // The first entry carries 0, each further one the next number.
        let expected = self.last.map_or(self.lines, |last| last + 1);
        if found != Some(expected) {
            self.gaps.push(Gap { expected, found });
        }
        self.lines += 1;
        self.first = self.first.or(found);
        self.last = found.or(Some(expected));
        if let Some(glance) = glance {
            *self.kinds.entry(glance.kind).or_default() += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Gap, recount};

    fn line(sequence: u64) -> Vec<u8> {
        let id = "01a20b4f-7f28-7bff-8ae7-8f00408358ee";
        format!(
            r#"{{"data":{{}},"id":"{id}","prevhash":"{}","recordedtime":"2026-11-24T02:08:09.000000Z","sequence":"{sequence:020}","type":"org.x.a.b"}}"#,
            "0".repeat(64)
        )
        .into_bytes()
    }

    fn gaps(lines: &[Vec<u8>]) -> Vec<(u64, Option<u64>)> {
        let counted = recount(lines.iter().cloned().map(Ok), u64::MAX).unwrap_or_default();
        assert_eq!(counted.lines, lines.len() as u64);
        counted.gaps.into_iter().map(|Gap { expected, found }| (expected, found)).collect()
    }

    #[test]
    fn numbers_that_follow_each_other_have_no_gap() {
        assert_eq!(gaps(&(0..5).map(line).collect::<Vec<_>>()), []);
        assert_eq!(gaps(&[]), []);
    }

    #[test]
    fn what_is_missing_or_stands_twice_is_a_gap() {
        assert_eq!(gaps(&[0, 1, 3, 4].map(line)), [(2, Some(3))]);
        assert_eq!(gaps(&[1, 2].map(line)), [(0, Some(1))]);
        assert_eq!(gaps(&[0, 1, 1, 2].map(line)), [(2, Some(1))]);
        assert_eq!(gaps(&[line(0), b"{}".to_vec(), line(2)]), [(1, None)]);
    }
}
