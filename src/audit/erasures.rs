//! Whether a person's sealed values may be made unreadable, and what may be sealed for
//! them afterwards: nothing.

use super::Misstep;
use super::documents::Named;
use super::follows::{holds, own_version};
use super::past::{Past, hash_of};
use crate::event::{Activity, BodyKind, Draft, Entry, EntryId, Json, Sealed, types};
use crate::figures::State;

/// It is asked once for each person. Whether anything is sealed for them is not looked at:
/// where nothing is, nothing follows from it.
pub(super) fn erasure_request(state: &State, draft: &Draft) -> Result<(), Misstep> {
    own_version(draft)?;
    let person = draft.subject.as_ref().ok_or(Misstep::NoSubject)?;
    holds(person.kind() == BodyKind::Person, Misstep::SubjectKind)?;
    holds(state.erasure(person).is_none(), Misstep::ErasureTwice)
}

/// It is done once, after it was asked for.
pub(super) fn erasure(state: &State, draft: &Draft) -> Result<(), Misstep> {
    own_version(draft)?;
    let person = draft.subject.as_ref().ok_or(Misstep::NoSubject)?;
    let asked = state.erasure(person).ok_or(Misstep::ErasureNotAsked)?;
    holds(asked.done.is_none(), Misstep::ErasureTwice)?;
    let request = draft.data.get("request").and_then(Json::as_text).and_then(|id| id.parse().ok());
    holds(request == Some(asked.id), Misstep::ErasureNotAsked)
}

/// Whether an entry seals nothing new for a person for whom an erasure was asked. A
/// correction keeps what the version that it replaces has; that one is read again only
/// where this matters.
pub(super) fn seals(past: &Past<'_>, named: Option<&Named>, entry: Option<&Entry>) -> Result<(), Misstep> {
    let erased = |sealed: &&Sealed| past.state.erasure(&sealed.person).is_some();
    let mut sealed = named.into_iter().flat_map(|named| &named.sealed).filter(erased).peekable();
    if sealed.peek().is_none() {
        return Ok(());
    }
    let before = entry.and_then(|entry| replaced(past, &entry.draft)).map(|before| kept(&before));
    let before = before.unwrap_or_default();
    holds(sealed.all(|sealed| before.contains(sealed)), Misstep::SealedForErased)
}

/// The version of an activity that a correction replaces.
fn replaced(past: &Past<'_>, draft: &Draft) -> Option<Activity> {
    let id: EntryId = draft.corrected.filter(|_| draft.kind == types::ENTRY_CORRECTED)?;
    let place = past.original(id)?;
    (past.earlier)(past.activities.latest(place), hash_of(draft, "replaces")?)
}

fn kept(activity: &Activity) -> Vec<Sealed> {
    let mut found = Vec::new();
    activity.fields.values().for_each(|value| super::documents::sealed_in(value, &mut found));
    found
}
