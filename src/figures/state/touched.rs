//! Up to which entry values may have changed, by what they are made of: what was
//! worked out before then and rests on nothing else still holds.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::State;
use super::by_day::ByDay;
use super::leaves::Leaves;
use crate::event::{Day, types};
use crate::figures::record::{Content, Record, Version};

/// The records of one type.
#[derive(Clone, Debug, Default)]
pub(super) struct OfKind {
    /// Their places among all records.
    pub(super) records: Leaves<usize>,
    /// The same under the days on which they may count.
    pub(super) by_day: ByDay,
    /// The size of the ledger after the last entry about one of them.
    touched: u64,
}

impl State {
    /// An entry adds a record of this type.
    pub(super) fn file(&mut self, kind: &Arc<str>, record: usize, sequence: u64) {
        let of_kind = Arc::make_mut(self.by_kind.entry(kind.clone()).or_default());
        of_kind.records.push(record);
        of_kind.touched = sequence + 1;
    }

    /// Files a record under the days on which a version of it may count: the last on which
    /// it happened and, as any of its fields may say the counting date one day, those that
    /// stand in its fields. Whoever looks for it there reads its date again.
    pub(super) fn file_by_day(&mut self, kind: &Arc<str>, record: usize, version: &Version) {
        let Content::Activity(activity) = &version.content else { return };
        let of_kind = Arc::make_mut(self.by_kind.entry(kind.clone()).or_default());
        let stated = activity.fields.values().filter_map(|value| value.as_text()?.parse().ok());
        for day in stated.filter(|day| *day != version.occurred.to).chain([version.occurred.to]) {
            of_kind.by_day.file(day, record);
        }
    }

    /// The records of a type that may count on one of some days.
    pub(in crate::figures) fn on_days(
        &self,
        kind: &str,
        days: &BTreeSet<Day>,
    ) -> impl Iterator<Item = &Record> {
        let of_kind = self.by_kind.get(kind);
        let found = of_kind.map(|of_kind| of_kind.by_day.on(days)).unwrap_or_default();
        found.into_iter().map(|index| &self.records[index])
    }

    /// An entry says something of a record.
    pub(super) fn touch(&mut self, record: usize, sequence: u64) {
        if let Some(of_kind) = self.by_kind.get_mut(&self.records[record].kind) {
            Arc::make_mut(of_kind).touched = sequence + 1;
        }
    }

    /// An entry says something that any value may rest on: of the register, a
    /// plan, many records at once.
    pub(super) const fn touch_all(&mut self, sequence: u64) {
        self.touched = sequence + 1;
    }

    /// The size of the ledger after the last entry, of those about no activity, that values
    /// of activities may rest on: all of these have to be looked at again then.
    pub fn touched_beside(&self) -> u64 {
        self.touched(types::TOTAL_REPORTED)
    }

    /// The size of the ledger after the last entry that may have changed what
    /// values make of records of a type, those of the types that close it among
    /// them.
    pub(in crate::figures) fn touched(&self, kind: &str) -> u64 {
        let indexed = |kind: &str| self.index.as_ref().map_or(0, |index| index.touched(kind));
        let touched =
            |kind: &str| self.by_kind.get(kind).map_or(0, |of_kind| of_kind.touched).max(indexed(kind));
        let closers = self.closing.get(kind).into_iter().flatten();
        closers.map(|closer| touched(closer)).chain([touched(kind)]).fold(self.touched, u64::max)
    }
}
