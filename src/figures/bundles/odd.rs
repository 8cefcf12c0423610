//! The entries of a rule that do not count at some date, or at none: each is told with its
//! reason, in order of recording, and they are few.

use crate::event::Day;
use crate::figures::gather::Row;
use crate::figures::value::Reason;

/// Entries that may have to be told, by their places.
#[derive(Debug, Default)]
pub(in crate::figures) struct Odd {
    entries: Vec<OddEntry>,
    /// Of those that are planned, the first days, in order.
    planned: Vec<Day>,
}

#[derive(Debug)]
struct OddEntry {
    sequence: u64,
    /// From which date on it is told.
    begins: Day,
    /// The day on which it would count; none where it would on none.
    date: Option<Day>,
}

impl Odd {
    /// Notes a row that lacks something.
    pub(super) fn row(&mut self, row: &Row<'_>) {
        let (sequence, begins) = (row.gist.sequence, row.days.from);
        self.entries.push(OddEntry { sequence, begins, date: Some(row.date) });
    }

    /// Notes an entry that counts on no day.
    pub(super) fn miss(&mut self, row: &Row<'_>, reason: &Reason) {
        let is_planned = *reason == Reason::Planned;
        let begins = if is_planned { row.gist.occurred.from } else { Day::FIRST };
        self.planned.extend(is_planned.then_some(begins));
        self.entries.push(OddEntry { sequence: row.gist.sequence, begins, date: None });
    }

    /// With those of other types.
    pub(super) fn and(mut self, other: Self) -> Self {
        self.entries.extend(other.entries);
        self.planned.extend(other.planned);
        self
    }

    /// Puts them in order.
    pub(super) fn in_order(mut self) -> Self {
        self.entries.sort_unstable_by_key(|it| it.sequence);
        self.entries.shrink_to_fit();
        self.planned.sort_unstable();
        self
    }

    /// The places of those that are told at a date, where rows count from a day on, in
    /// order.
    pub(in crate::figures) fn told(&self, as_at: Day, first: Day) -> impl Iterator<Item = u64> {
        let is_told = move |it: &&OddEntry| it.begins <= as_at && it.date.is_none_or(|date| date >= first);
        self.entries.iter().filter(is_told).map(|it| it.sequence)
    }

    /// How many are planned for after a date.
    pub(in crate::figures) fn planned_after(&self, as_at: Day) -> usize {
        self.planned.len() - self.planned.partition_point(|begins| *begins <= as_at)
    }
}
