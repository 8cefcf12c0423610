//! Names in the files of an import that the register lacks, and what people
//! settle of them: which body is meant, or that it is a new one.

use std::collections::{BTreeMap, BTreeSet};

use super::{BodyError, ImportProblem, ImportRow, folded};
use crate::event::{BodyId, BodyKind, Day, Json, MAX_NAME, Period, TextError, clean_line};
use crate::figures::State;
use crate::ledger::Command;
use crate::plan::{BodyFact, Near, Register, Words, is_same_name, new_body_id};

/// What is settled of a name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Settled {
    /// It is another name of this body.
    Is(BodyId),
    /// It is that of a body that is new, of this kind.
    New(BodyKind),
}

/// A name that the register lacks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unsettled {
    /// As it is typed where it stands first.
    pub name: String,
    /// How many times it stands in the files.
    pub count: usize,
    /// The bodies called much like it, nearest first.
    pub near: Vec<Near>,
    /// What it may be registered as; nothing where it can only be a person.
    pub kinds: Vec<BodyKind>,
    /// Other names that the register lacks and that may be spellings of it.
    pub like: Vec<String>,
}

/// Why a name cannot become a body's.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum SettleError {
    /// The name cannot be kept.
    #[error(transparent)]
    Text(#[from] TextError),
    /// Nothing of it can stand in an id.
    #[error("no id can be made of “{0}”")]
    NoId(String),
}

/// The names that the register lacks, in the order in which they stand.
pub fn unsettled(problems: &[ImportProblem]) -> Vec<Unsettled> {
    let mut all: Vec<Unsettled> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for error in problems.iter().filter_map(|problem| problem.trouble.unknown_body()) {
        let BodyError::Unknown { name, near, kinds, .. } = error else { continue };
        let at = *known.entry(folded(name)).or_insert(all.len());
        if let Some(one) = all.get_mut(at) {
            one.count += 1;
            one.kinds.retain(|kind| may_be(*kind, kinds));
            continue;
        }
        let may_be = BodyKind::ALL.into_iter().filter(|kind| may_be(*kind, kinds));
        let (name, near) = (name.to_string(), near.clone());
        all.push(Unsettled { name, count: 1, near: near.into_vec(), kinds: may_be.collect(), like: vec![] });
    }
    for (at, like) in likenesses(&all).into_iter().enumerate() {
        all[at].like = like;
    }
    all
}

/// Whether a body of this kind can be made where these may stand; a person has
/// no name in the clear.
fn may_be(kind: BodyKind, kinds: &[String]) -> bool {
    kind != BodyKind::Person && (kinds.is_empty() || kinds.iter().any(|word| word == kind.word()))
}

/// Names that are compared with each other; beyond these nobody reads a list.
const COMPARED: usize = 1_000;

/// Of each name the others that may be spellings of it.
fn likenesses(all: &[Unsettled]) -> Vec<Vec<String>> {
    let names = || all.iter().take(COMPARED).map(|one| &one.name);
    let like = |one: &Unsettled| {
        names().filter(|name| **name != one.name && is_same_name(name, &one.name)).cloned().collect()
    };
    all.iter().map(like).collect()
}

/// The register in which names are those of bodies as it is settled, and what
/// registers those that are new.
pub fn settled(
    state: &State,
    today: Day,
    names: &[(String, Settled)],
) -> Result<(Register, Vec<Command>), SettleError> {
    let mut register = state.register().clone();
    let mut commands = Vec::new();
    for (typed, settled) in names {
        match settled {
            Settled::Is(body) => {
                let fact = BodyFact { synonyms: vec![typed.clone()], ..BodyFact::default() };
                register.changed(body, today, state.size(), fact);
            }
            Settled::New(kind) => {
                let name = clean_line(typed, MAX_NAME)?;
                let made = new_body_id(&register, *kind, &name);
                let body = made.map_err(|_| SettleError::NoId(name.clone()))?;
                let fact = BodyFact { name: Some(Words::both(&name)), ..BodyFact::default() };
                register.registered(body.clone(), state.size(), fact.clone());
                commands.push(Command::Register { body, occurred: Period::on(today), fact });
            }
        }
    }
    Ok((register, commands))
}

/// Those of the registrations whose bodies the rows name: what was settled of a
/// name that no row has any more is not registered.
pub fn newly_used(bodies: Vec<Command>, rows: &[ImportRow]) -> Vec<Command> {
    let mut named = BTreeSet::new();
    for row in rows {
        let Command::Record(new) = &row.command else { continue };
        named.extend(new.subject.iter().map(BodyId::as_str));
        for value in new.activity.fields.values() {
            let several = if let Json::Array(items) = value { items.as_slice() } else { &[] };
            named.extend(several.iter().chain([value]).filter_map(Json::as_text));
        }
    }
    let is_named = |command: &Command| match command {
        Command::Register { body, .. } => named.contains(body.as_str()),
        _ => true,
    };
    bodies.into_iter().filter(is_named).collect()
}
