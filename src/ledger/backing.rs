//! What is decided before documents are added to an entry that is there.

use super::decide::{Ids, standing};
use super::drafts;
use super::refusal::Refusal;
use crate::event::{Draft, EntryId, Evidence};
use crate::figures::State;

/// The addition, of those documents alone that do not back the entry yet.
pub(super) fn add_evidence(
    state: &State,
    entry: EntryId,
    mut evidence: Vec<Evidence>,
    note: Option<&str>,
    ids: Ids<'_>,
) -> Result<Draft, Refusal> {
    let (place, own) = backed(state, entry)?;
    if evidence.is_empty() {
        return Err(Refusal::NoDocument);
    }
    let added = state.added_to(entry).filter(|it| it.withdrawn.is_none()).flat_map(|it| &it.evidence);
    let known: Vec<_> = own.iter().chain(added).map(|document| document.blake3).collect();
    evidence.retain(|document| !known.contains(&document.blake3));
    if evidence.is_empty() {
        return Err(Refusal::DocumentsThere(place));
    }
    // What is written must read back: no empty note.
    Ok(drafts::addition(ids(), entry, &evidence, note))
}

/// What stands and can be backed, by its place, with the documents that it names itself.
fn backed(state: &State, id: EntryId) -> Result<(u64, &[Evidence]), Refusal> {
    let note = || state.notes().iter().find(|note| note.id == id);
    let (place, withdrawn, own) = if let Some(note) = note() {
        (note.sequence, note.withdrawn, note.evidence.as_slice())
    } else if let Some(sent) = state.publication(id) {
        (sent.sequence, sent.withdrawn, sent.sent.evidence.as_slice())
    } else if state.record(id).is_some() {
        let record = standing(state, id)?;
        (record.sequence, None, record.latest().content.evidence())
    } else {
        let place = state.sequence_of(id).ok_or(Refusal::UnknownEntry(id))?;
        return Err(Refusal::TakesNoDocument(place));
    };
    if withdrawn.is_some() { Err(Refusal::Withdrawn(place)) } else { Ok((place, own)) }
}
