//! What is asked of a state for values by whoever is to add much to it: which ids are
//! there, and which activities stand, as far as that can be told of them.

use super::State;
use crate::event::{BodyId, EntryId, Period};
use crate::figures::gist::Seen;
use crate::figures::index::{As, Index};
use crate::figures::record::Absent;

/// An activity that is not withdrawn, as its last version has it.
#[derive(Clone, Copy, Debug)]
pub struct Standing<'a> {
    /// Its type, short.
    pub kind: &'a str,
    /// The place of its original.
    pub original: u64,
    /// The place of the version which a correction would replace.
    pub version: u64,
    /// Within which days it happened.
    pub occurred: Period,
    /// What it is about.
    pub subject: Option<&'a BodyId>,
}

impl State {
    /// Whether an entry has one of the ids that are looked for: all are gone through once.
    pub fn has_any(&self, is_sought: impl Fn(EntryId) -> bool) -> bool {
        let indexed = self.index.iter().flat_map(Index::ids);
        self.ids.ids().chain(indexed).any(is_sought)
    }

    /// The standing activities of a state for values that were recorded before a place.
    pub fn standing_before(&self, end: u64) -> impl Iterator<Item = Standing<'_>> {
        let index = self.index.iter();
        let of_types =
            index.flat_map(|index| index.kinds().filter_map(|kind| Some((kind, index.of_kind(kind)?))));
        let seen = of_types.flat_map(move |(kind, of_type)| {
            // They lie in the order in which they were recorded.
            let before = of_type.originals().take_while(move |row| of_type.sequence(*row) < end);
            before.map(move |row| (kind, Seen::Indexed(of_type, row, As::Now)))
        });
        seen.filter_map(|(kind, seen)| {
            if let Err(Absent::Withdrawn(_)) = seen.standing(false) {
                return None;
            }
            let latest = seen.latest();
            let (original, version) = (latest.sequence, latest.version);
            Some(Standing { kind, original, version, occurred: latest.occurred, subject: latest.subject() })
        })
    }
}
