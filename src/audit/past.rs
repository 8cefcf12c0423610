//! All that an entry may rest on: what stands before it.

use super::Misstep;
use super::activities::Activities;
use crate::event::{Activity, Draft, Entry, EntryId, Hash, Json};
use crate::figures::State;

/// What the version at a place says, whose entry has a hash.
pub(super) type Earlier<'a> = dyn Fn(u64, Hash) -> Option<Activity> + 'a;

/// What follows from an answer.
pub(super) type Verdict = Result<(), Misstep>;

/// What stands before an entry.
pub(super) struct Past<'a> {
    /// What it adds up to; of activities what rules read.
    pub(super) state: &'a State,
    /// What the verifier remembers of activities itself.
    pub(super) activities: &'a Activities,
    /// What the version at a place says, read again.
    pub(super) earlier: &'a Earlier<'a>,
}

/// The text that a member of an entry says.
pub(super) fn text_of<'d>(draft: &'d Draft, name: &str) -> Option<&'d str> {
    draft.data.get(name).and_then(Json::as_text)
}

/// The note that a member says, which stands there without its last line feed.
pub(super) fn note_of(draft: &Draft, name: &str) -> Option<String> {
    text_of(draft, name).map(|text| format!("{text}\n"))
}

/// The hash that a member of an entry says.
pub(super) fn hash_of(draft: &Draft, name: &str) -> Option<Hash> {
    text_of(draft, name).and_then(|text| text.parse().ok())
}

impl Past<'_> {
    /// The place of the original of an activity; none where this is the id of
    /// nothing else than that.
    pub(super) fn original(&self, id: EntryId) -> Option<u64> {
        let place = self.state.sequence_of(id)?;
        self.activities.mark(place)?.kind.as_ref().map(|_| place)
    }

    /// Whether an activity was withdrawn, alone or with its import.
    pub(super) fn is_withdrawn(&self, original: u64) -> bool {
        let batch = self.activities.mark(original).and_then(|mark| mark.batch);
        let batch = batch.and_then(|id| self.state.batches().get(&id));
        let alone = self.activities.is_withdrawn(original);
        alone || batch.is_some_and(|batch| batch.withdrawn.is_some())
    }

    /// Whether this is the id of an activity that is not withdrawn.
    pub(super) fn is_activity(&self, id: EntryId) -> bool {
        self.original(id).is_some_and(|place| !self.is_withdrawn(place))
    }

    /// What follows from an entry that names one of these places by its hash, each
    /// with its verdict.
    pub(super) fn names(
        &self,
        entry: &Entry,
        member: &str,
        places: &[(u64, Verdict)],
        otherwise: Misstep,
    ) -> Verdict {
        let hash = hash_of(&entry.draft, member).ok_or(otherwise)?;
        let named = places.iter().find(|(place, _)| self.activities.has_hash(*place, hash));
        named.map_or(Err(otherwise), |(_, verdict)| *verdict)
    }
}
