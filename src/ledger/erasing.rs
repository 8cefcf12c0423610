//! Making what is sealed for a person unreadable, in this order:
//!
//! ```text
//! asked ──durable──▶ key destroyed ──folder synced──▶ recorded as done
//!   │ stopped here:        │ stopped here:
//!   ▼                      ▼
//!   the same command goes on from where it stopped
//! ```
//!
//! No entry is touched: hashes, proofs and closed values stay what they are.

use super::command::{Command, Receipt};
use super::decide::{Ids, checked_reason};
use super::drafts;
use super::refusal::Refusal;
use crate::event::{BodyId, Draft, Json, KeyFate, Object, Sealed, json_text, object, types};
use crate::figures::{Content, Erasure, Record, State, Version};
use crate::vault::{KeyKept, Vault, VaultError};

/// The requests, one for each id of the person for which none was made yet.
pub(super) fn ask_erasure(
    state: &State,
    person: &BodyId,
    reason: &str,
    ids: Ids<'_>,
) -> Result<Vec<Draft>, Refusal> {
    let reason = checked_reason(reason)?;
    let all = ids_of(state, person)?;
    let open: Vec<BodyId> = all.into_iter().filter(|id| state.erasure(id).is_none()).collect();
    if let Some(known) = state.erasure(person).filter(|_| open.is_empty()) {
        return Err(Refusal::ErasureAsked { person: person.clone(), request: known.sequence });
    }
    let draft = |person| {
        let data = object([("reason", json_text(reason))]);
        let draft = drafts::plain(ids(), types::PERSON_ERASUREREQUESTED, data);
        Draft { subject: Some(person), ..draft }
    };
    Ok(open.into_iter().map(draft).collect())
}

/// That it was done.
pub(super) fn erase(state: &State, person: BodyId, key: KeyFate, ids: Ids<'_>) -> Result<Draft, Refusal> {
    let asked = state.erasure(&person).ok_or_else(|| Refusal::ErasureNotAsked(person.clone()))?;
    if let Some(done) = asked.done {
        return Err(Refusal::ErasureDone { person, by: done.sequence });
    }
    let data = object([("key", json_text(key.word())), ("request", json_text(asked.id.to_string()))]);
    Ok(Draft { subject: Some(person), ..drafts::plain(ids(), types::PERSON_ERASED, data) })
}

/// All ids of a person: one of the register has those that were merged with it, too.
fn ids_of(state: &State, person: &BodyId) -> Result<Vec<BodyId>, Refusal> {
    if !is_known(state, person) {
        let near = state.register().nearest(person);
        return Err(Refusal::UnknownBody { body: person.clone(), near });
    }
    let register = state.register();
    let kept = register.canonical(person);
    let others = register.bodies().map(|body| &body.id);
    let merged = others.filter(|id| *id != person && register.canonical(id) == kept);
    Ok(std::iter::once(person).chain(merged).cloned().collect())
}

/// Whether something was ever sealed for a person: they are in the register, a recorder, or
/// named by a sealed field alone.
fn is_known(state: &State, person: &BodyId) -> bool {
    let seals = |version: &Version| match &version.content {
        Content::Activity(activity) => seals_of(&activity.fields),
        Content::Total(_) => vec![],
    };
    let versions = || state.records().iter().flat_map(Record::versions);
    state.knows_person(person) || versions().flat_map(seals).any(|sealed| sealed.person == *person)
}

/// Whether nothing new is sealed for a person for whom an erasure was asked; what a
/// version before has may be kept.
pub(super) fn check_seals(state: &State, fields: &Object, before: Option<&Object>) -> Result<(), Refusal> {
    if state.erasures().next().is_none() {
        return Ok(());
    }
    let kept = before.map(seals_of).unwrap_or_default();
    seals_of(fields)
        .iter()
        .filter(|sealed| !kept.contains(sealed))
        .try_for_each(|it| may_seal(state, &it.person))
}

/// Whether something new may be sealed for a person.
pub(super) fn may_seal(state: &State, person: &BodyId) -> Result<(), Refusal> {
    match state.erasure(person) {
        Some(asked) => Err(Refusal::ErasureAsked { person: person.clone(), request: asked.sequence }),
        None => Ok(()),
    }
}

fn seals_of(fields: &Object) -> Vec<Sealed> {
    let each = fields.values().flat_map(|value| match value {
        Json::Array(items) => items.as_slice(),
        one => std::slice::from_ref(one),
    });
    each.filter_map(Sealed::read).collect()
}

/// What is to be done so that nothing that is sealed for a person can be read.
pub struct Forgetting<'a> {
    /// The person, by any of their ids.
    pub person: BodyId,
    /// Why.
    pub reason: &'a str,
    /// Whether the key is said to be lost where it is not on this computer.
    pub is_lost: bool,
}

/// How far it is with a person.
#[derive(Clone, Debug)]
pub struct Forgotten {
    /// All their ids.
    pub ids: Vec<BodyId>,
    /// Those for which it is not done.
    pub open: Vec<BodyId>,
    /// Whether some are left for which it was not asked.
    pub is_to_be_asked: bool,
}

impl Forgotten {
    /// How far it is; refused of whom the ledger does not know.
    pub fn of(state: &State, person: &BodyId) -> Result<Self, Refusal> {
        let ids = ids_of(state, person)?;
        let is_open = |id: &&BodyId| state.erasure(id).is_none_or(|it: &Erasure| it.done.is_none());
        let open = ids.iter().filter(is_open).cloned().collect();
        let is_to_be_asked = ids.iter().any(|id| state.erasure(id).is_none());
        Ok(Self { ids, open, is_to_be_asked })
    }
}

impl Forgetting<'_> {
    /// Does what is left to be done, in order; `execute` records durably. Where keys are
    /// neither here nor said to be lost, nothing is done.
    pub fn run<E: From<VaultError> + From<Refusal>>(
        &self,
        far: &Forgotten,
        vault: &Vault,
        execute: &mut dyn FnMut(Command) -> Result<Vec<Receipt>, E>,
    ) -> Result<Vec<Receipt>, E> {
        let keys = far.open.iter().map(|id| Ok((id, vault.kept(id)?)));
        let keys: Vec<(&BodyId, KeyKept)> = keys.collect::<Result<_, VaultError>>()?;
        if let Some((id, _)) = keys.iter().find(|(_, kept)| *kept == KeyKept::Nowhere && !self.is_lost) {
            return Err(VaultError::NoKeyToDestroy((*id).clone()).into());
        }
        let mut receipts = Vec::new();
        if far.is_to_be_asked {
            let (person, reason) = (self.person.clone(), self.reason.to_owned());
            receipts.extend(execute(Command::AskErasure { person, reason })?);
        }
        for (id, kept) in keys {
            // What was destroyed before it could be recorded has left its mark.
            let key = if kept == KeyKept::Nowhere { KeyFate::Lost } else { KeyFate::Destroyed };
            vault.destroy(id)?;
            receipts.extend(execute(Command::Erase { person: id.clone(), key })?);
        }
        Ok(receipts)
    }
}
