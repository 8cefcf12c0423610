//! All records in order, which copies of a state share.
//!
//! What a command would change is tried out on a copy: only the leaves that it
//! writes to are made anew.

use std::ops::Index;

use super::leaves::{Leaves, LeavesIter};
use crate::figures::record::Record;

/// All activities and reported totals in order of their sequence.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Records(Leaves<Record>);

impl Records {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Record> + Clone {
        self.0.iter()
    }

    /// The record whose original stands at a place of the log.
    pub fn at(&self, sequence: u64) -> Option<&Record> {
        self.place_of(sequence).map(|index| &self[index])
    }

    /// Where among the records that one is.
    pub(super) fn place_of(&self, sequence: u64) -> Option<usize> {
        let index = self.0.partition_point(|record| record.sequence < sequence);
        self.0.get(index).filter(|record| record.sequence == sequence).map(|_| index)
    }

    pub(super) fn push(&mut self, record: Record) {
        self.0.push(record);
    }

    pub(super) fn get_mut(&mut self, index: usize) -> &mut Record {
        self.0.get_mut(index)
    }
}

impl Index<usize> for Records {
    type Output = Record;

    fn index(&self, index: usize) -> &Record {
        &self.0[index]
    }
}

impl<'a> IntoIterator for &'a Records {
    type Item = &'a Record;
    type IntoIter = LeavesIter<'a, Record>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics is a test that failed")]
mod tests {
    use super::Records;
    use crate::event::{Activity, Author, AuthorType, Day, EntryId, Period};
    use crate::figures::record::{Content, Record, Version};
    use crate::figures::state::leaves::LEAF;

    fn record(sequence: u64) -> Record {
        let id: EntryId = "01a20b48-0ce8-7d28-a778-2ac496f8cf87".parse().unwrap();
        let original = Version {
            sequence,
            id,
            author: Author { user: uuid::Uuid::nil(), kind: AuthorType::User },
            recorded: Day::FIRST,
            occurred: Period::on(Day::FIRST),
            subject: None,
            content: Content::Activity(Activity::default()),
            reason: None,
            withdrawn: None,
            judgements: vec![],
            confirmed: None,
        };
        let kind = "meeting.held".into();
        Record { id, sequence, kind, batch: None, original, corrections: vec![], withdrawn: None, backed: 0 }
    }

    /// Every third entry is a record.
    fn records(count: usize) -> Records {
        let mut records = Records::default();
        (0..count as u64).for_each(|index| records.push(record(index * 3)));
        records
    }

    #[test]
    fn they_stand_in_order_and_are_found_by_their_place() {
        for count in [0, 1, LEAF - 1, LEAF, LEAF + 1, 3 * LEAF] {
            let records = records(count);
            assert_eq!((records.len(), records.is_empty()), (count, count == 0));
            let places: Vec<u64> = records.iter().map(|it| it.sequence).collect();
            assert_eq!(places, (0..count as u64).map(|index| index * 3).collect::<Vec<_>>());
            for place in 0..=count as u64 * 3 {
                let found = records.at(place).map(|it| it.sequence);
                assert_eq!(found, (place % 3 == 0 && place / 3 < count as u64).then_some(place), "{count}");
            }
        }
    }

    #[test]
    fn what_is_changed_in_a_copy_stays_there() {
        let first = records(2 * LEAF);
        let mut copy = first.clone();
        copy.get_mut(LEAF).withdrawn = Some(9_999);
        copy.push(record(10_000));
        assert_eq!(first, records(2 * LEAF));
        assert_eq!((copy[LEAF].withdrawn, copy.len()), (Some(9_999), 2 * LEAF + 1));
    }
}
