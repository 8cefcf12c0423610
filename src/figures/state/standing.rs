//! What is asked of a state for values by whoever is to add much to it: which ids are
//! there, and which activities stand, as far as that can be told of them.

use super::State;
use crate::event::{BodyId, EntryId, Period};
use crate::figures::gist::Seen;
use crate::figures::index::{Index, Which};
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

    /// Has the standing activities of a state for values told that were recorded before a
    /// place.
    pub fn each_standing_before(&self, end: u64, tell: &mut dyn FnMut(Standing<'_>)) {
        for kind in self.index.iter().flat_map(Index::kinds) {
            self.each_seen(kind, Which::All, &mut |all| {
                all.for_each(|seen| tell_standing(kind, seen, end, tell));
            });
        }
    }
}

fn tell_standing(kind: &str, seen: Seen<'_>, end: u64, tell: &mut dyn FnMut(Standing<'_>)) {
    // A remark on it rests on its last version, approved or not.
    let Some((gist, stands)) = seen.said(false) else { return };
    let (original, version) = (gist.sequence, gist.version);
    if original < end && !matches!(stands, Err(Absent::Withdrawn(_))) {
        tell(Standing { kind, original, version, occurred: gist.occurred, subject: gist.subject() });
    }
}
