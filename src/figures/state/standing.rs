//! What is asked of a state for values by whoever is to add much to it: which ids are
//! there, and which activities stand, as far as that can be told of them.

use super::State;
use crate::event::{BodyId, EntryId, Period};
use crate::figures::index::{Index, KeptFields, OnRow, Which};
use crate::figures::parallel::each;
use crate::figures::record::Absent;

/// A version of an activity, as far as rules read it.
#[derive(Clone, Copy)]
pub struct Standing<'a> {
    kind: &'a str,
    row: OnRow<'a>,
}

impl<'a> Standing<'a> {
    /// Its type, short.
    pub const fn kind(&self) -> &'a str {
        self.kind
    }

    /// The place of the original.
    pub fn original(&self) -> u64 {
        self.row.activity().0
    }

    /// Its own place.
    pub fn version(&self) -> u64 {
        self.row.sequence()
    }

    /// Within which days it happened.
    pub fn occurred(&self) -> Period {
        self.row.occurred()
    }

    /// What it is about.
    pub fn subject(&self) -> Option<&'a BodyId> {
        self.row.rows.subject(self.row.at)
    }

    /// Those of its fields that are kept, each with the canonical bytes of its value.
    pub fn fields(&self) -> impl Iterator<Item = (&'a str, &'a [u8])> {
        self.row.rows.spelt(self.row.at)
    }

    /// Whether it is the one that a correction would replace, of an activity that is not
    /// withdrawn.
    fn stands(&self) -> bool {
        // A remark on it rests on its last version, approved or not.
        self.row.verdict(false).is_some_and(|stands| !matches!(stands, Err(Absent::Withdrawn(_))))
    }
}

impl State {
    /// Whether an entry has one of these ids, which are in order.
    pub fn has_any(&self, ids: &[EntryId]) -> bool {
        let is_sought = |id: EntryId| ids.binary_search(&id).is_ok();
        self.ids.ids().any(is_sought) || self.index.as_ref().is_some_and(|index| index.has_any(ids))
    }

    /// Which fields of activities a state for values keeps.
    pub fn kept_fields(&self) -> KeptFields {
        self.index.as_ref().map_or_else(KeptFields::least, Index::kept_fields)
    }

    /// The types of which a state for values has activities.
    pub fn kinds(&self) -> impl Iterator<Item = &str> {
        self.index.iter().flat_map(Index::kinds)
    }

    /// What is found of the standing activities of some types, on all cores: which of them
    /// stand is looked at of those alone of which something is.
    pub fn found<R: Send>(&self, kinds: &[&str], find: impl Fn(Standing<'_>) -> Option<R> + Sync) -> Vec<R> {
        let Some(index) = &self.index else { return vec![] };
        let of_kind = |kind: &&str| {
            let mut found = vec![];
            index.each(kind, Which::All, &mut |rows| {
                let versions = rows.map(|row| Standing { kind, row });
                found.extend(versions.filter_map(|it| find(it).filter(|_| it.stands())));
            });
            found
        };
        each(kinds, of_kind).into_iter().flatten().collect()
    }
}
