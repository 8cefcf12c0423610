//! What can be withdrawn that is neither an activity nor a total.

use super::state::State;
use crate::event::{EntryId, types};
use crate::plan::FactKind;

/// Whether an entry of this type stands and can be withdrawn: a note, an import,
/// a merge, a sample, the mark of a table that was sent or documents that were added.
/// None where it is nothing that
/// can be withdrawn.
pub fn stands(state: &State, id: EntryId, kind: &str) -> Option<bool> {
    match (kind, FactKind::of_entry(kind)) {
        (types::NOTE_RECORDED, _) => {
            Some(state.notes().iter().any(|note| note.id == id && note.withdrawn.is_none()))
        }
        (types::TABLE_PUBLISHED, _) => Some(state.publication(id).is_some_and(|it| it.withdrawn.is_none())),
        (types::SAMPLE_DRAWN, _) => Some(state.sample(id).is_some_and(|it| it.withdrawn.is_none())),
        (types::EVIDENCE_ADDED, _) => Some(state.has_added(id)),
        (types::BATCH_STARTED, _) => Some(state.batches().get(&id).is_some_and(|it| it.withdrawn.is_none())),
        (_, Some((_, FactKind::Merged))) => Some(state.register().has_merge(id)),
        _ => None,
    }
}
