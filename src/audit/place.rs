//! Where an entry says that it stands: what is held against the entry before it.

use crate::event::{Entry, EntryId, Hash, Moment, Skim};

/// Where an entry says that it stands.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) sequence: u64,
    pub(super) previous: Hash,
    pub(super) recorded: Moment,
    pub(super) id: EntryId,
}

impl Place {
    pub(super) const fn of(entry: &Entry) -> Self {
        let Entry { sequence, previous, recorded, .. } = *entry;
        Self { sequence, previous, recorded, id: entry.draft.id }
    }

    pub(super) const fn of_skim(skim: &Skim) -> Self {
        let Skim { sequence, previous, recorded, id, .. } = *skim;
        Self { sequence, previous, recorded, id }
    }
}
