//! Rules of the register.

use super::decide::{Ids, checked_reason};
use super::drafts;
use super::refusal::Refusal;
use crate::event::{BodyId, BodyKind, Draft, Period, json_text, object};
use crate::figures::State;
use crate::plan::{BodyFact, FactKind};

pub(super) fn register(
    state: &State,
    body: BodyId,
    occurred: Period,
    fact: &BodyFact,
    ids: Ids<'_>,
) -> Result<Vec<Draft>, Refusal> {
    if state.register().get(&body).is_some() {
        return Err(Refusal::KnownBody(body));
    }
    check_unnamed(&body, fact)?;
    let kind = FactKind::Registered.entry_type(body.kind());
    let draft = drafts::plain(ids(), kind, fact.to_data());
    Ok(vec![Draft { occurred: Some(occurred), subject: Some(body), ..draft }])
}

pub(super) fn change(
    state: &State,
    body: BodyId,
    occurred: Period,
    fact: &BodyFact,
    ids: Ids<'_>,
) -> Result<Vec<Draft>, Refusal> {
    known(state, &body)?;
    check_unnamed(&body, fact)?;
    if let Some(successor) = &fact.successor {
        known(state, successor)?;
    }
    let kind = FactKind::Changed.entry_type(body.kind());
    let draft = drafts::plain(ids(), kind, fact.to_data());
    Ok(vec![Draft { occurred: Some(occurred), subject: Some(body), ..draft }])
}

pub(super) fn merge(
    state: &State,
    gone: BodyId,
    kept: &BodyId,
    reason: &str,
    ids: Ids<'_>,
) -> Result<Vec<Draft>, Refusal> {
    known(state, &gone)?;
    known(state, kept)?;
    let register = state.register();
    // Two ids that already name one body, or of two kinds, cannot be merged.
    if gone.kind() != kept.kind() || register.canonical(&gone) == register.canonical(kept) {
        return Err(Refusal::KnownBody(gone));
    }
    let data = object([("into", json_text(kept.as_str())), ("reason", json_text(checked_reason(reason)?))]);
    let draft = drafts::plain(ids(), FactKind::Merged.entry_type(gone.kind()), data);
    Ok(vec![Draft { subject: Some(gone), ..draft }])
}

/// No natural person is named outside a sealed field.
fn check_unnamed(body: &BodyId, fact: &BodyFact) -> Result<(), Refusal> {
    let named = fact.name.is_some() || !fact.synonyms.is_empty();
    if named && body.kind() == BodyKind::Person {
        Err(Refusal::PersonInTheClear(body.clone()))
    } else {
        Ok(())
    }
}

fn known(state: &State, body: &BodyId) -> Result<(), Refusal> {
    match state.register().get(body) {
        Some(_) => Ok(()),
        None => Err(Refusal::UnknownBody(body.clone())),
    }
}
