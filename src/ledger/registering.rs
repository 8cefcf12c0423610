//! Rules of the register.

use super::decide::{Ids, checked_reason};
use super::drafts;
use super::erasing::may_seal;
use super::refusal::Refusal;
use crate::event::{BodyId, BodyKind, Draft, EntryError, Object, Period, json_text, object};
use crate::figures::State;
use crate::plan::{BodyFact, FactKind, RegisterError};

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
    fact.reason.as_deref().map(checked_reason).transpose()?;
    check_unnamed(&body, fact)?;
    check_sealed(state, fact)?;
    if let Some(successor) = &fact.successor {
        known(state, successor)?;
    }
    let kind = FactKind::Registered.entry_type(body.kind());
    let draft = drafts::plain(ids(), kind, stored(body.kind(), fact)?);
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
    fact.reason.as_deref().map(checked_reason).transpose()?;
    check_unnamed(&body, fact)?;
    check_sealed(state, fact)?;
    if let Some(successor) = &fact.successor {
        known(state, successor)?;
    }
    let kind = FactKind::Changed.entry_type(body.kind());
    let draft = drafts::plain(ids(), kind, stored(body.kind(), fact)?);
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
    if gone == *kept {
        return Err(Refusal::OneBody(gone));
    }
    if gone.kind() != kept.kind() {
        return Err(Refusal::OtherKind { gone, kept: kept.clone() });
    }
    if register.canonical(&gone) == register.canonical(kept) {
        return Err(Refusal::SameBody { gone, kept: kept.clone() });
    }
    if let Some(into) = register.merged_into(&gone) {
        let into = into.clone();
        return Err(Refusal::MergedAlready { gone, into });
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

/// Whether a name may be sealed for whom it is.
fn check_sealed(state: &State, fact: &BodyFact) -> Result<(), Refusal> {
    fact.sealed.as_ref().map_or(Ok(()), |sealed| may_seal(state, &sealed.person))
}

/// The stored form of a fact, if it reads back.
fn stored(kind: BodyKind, fact: &BodyFact) -> Result<Object, Refusal> {
    let data = fact.to_data();
    match BodyFact::read(kind, &data) {
        Err(RegisterError::Member(name)) => Err(EntryError::Member("data", name).into()),
        _ => Ok(data),
    }
}

/// Whether the register has a body.
pub(super) fn known(state: &State, body: &BodyId) -> Result<(), Refusal> {
    let register = state.register();
    match register.get(body) {
        Some(_) => Ok(()),
        None => Err(Refusal::UnknownBody { body: body.clone(), near: register.nearest(body) }),
    }
}
