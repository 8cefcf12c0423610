//! Up to which entry values may have changed, by what they are made of: what was
//! worked out before then and rests on nothing else still holds.

use std::sync::Arc;

use super::State;
use super::leaves::Leaves;
use crate::event::types;

/// The records of one type.
#[derive(Clone, Debug, Default)]
pub(super) struct OfKind {
    /// Their places among all records.
    pub(super) records: Leaves<usize>,
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
