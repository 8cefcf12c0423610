//! Whether another key may sign from an entry on.

use super::Misstep;
use super::follows::{holds, own_version};
use super::past::{note_of, text_of};
use crate::event::{Entry, Json, types};
use crate::figures::State;
use crate::proof::{Handover, SignedCheckpoint, Verifier};

/// The clock that was accepted, a recorder not seen before, another version of the program.
const MOST_BEFORE: u64 = 3;

/// The key is new, of this ledger's name, and signed that it follows; so did the one
/// so far, unless the ledger lost entries and perhaps the key with them.
pub(super) fn key_change(state: &State, entry: &Entry) -> Result<(), Misstep> {
    let draft = &entry.draft;
    own_version(draft)?;
    let origin = state.opened().map(|opened| opened.origin.clone()).unwrap_or_default();
    let next = text_of(draft, "verifierkey").and_then(|key| key.parse::<Verifier>().ok());
    let next = next.filter(|key| key.name() == origin).ok_or(Misstep::OtherKeyName)?;
    let former: Verifier = state.verifier_at(entry.sequence).parse().map_err(|_| Misstep::OtherKeyName)?;
    let spelt = next.to_string();
    let is_new = state.first_verifier() != spelt && state.key_changes().iter().all(|it| it.verifier != spelt);
    holds(is_new, Misstep::KeyAgain)?;
    let handover = Handover { origin: origin.clone(), size: entry.sequence, former, next };
    let by_both = handover
        .check(&note_of(draft, "handover").unwrap_or_default())
        .map_err(|_| Misstep::NotHandedOver)?;
    if draft.kind == types::KEY_ROTATED {
        return holds(by_both, Misstep::NotHandedOver);
    }
    let lost = SignedCheckpoint::read(&note_of(draft, "checkpoint").unwrap_or_default())
        .map_err(|_| Misstep::NothingLost)?;
    // Before it stands at most what comes before any entry of a command.
    let left = draft.data.get("size").and_then(Json::as_int).and_then(|it| u64::try_from(it).ok());
    let is_left = left.is_some_and(|left| left <= entry.sequence && entry.sequence - left <= MOST_BEFORE);
    let is_ours = lost.checkpoint.origin == origin && left.is_some_and(|left| left < lost.checkpoint.size);
    holds(is_left && is_ours, Misstep::NothingLost)
}
