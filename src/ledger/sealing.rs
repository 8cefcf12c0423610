//! What is given in the clear and may not stand so in an entry is sealed here,
//! before anything is decided.
//!
//! A sealed field takes `WHO|TEXT`, where WHO is a person's id or the name of
//! a person of the register that can be opened on this computer, or TEXT
//! alone: then it is that person's whose name it is, else a new person's.

use std::collections::{BTreeMap, BTreeSet};

use super::command::Command;
use super::decide::Ids;
use super::drafts;
use crate::event::{
    Author, BodyId, BodyKind, Draft, Json, MAX_NAME, MAX_TEXT, Object, Sealed, TextError, clean, clean_line,
    json_text, object, types,
};
use crate::figures::{Content, State, Version};
use crate::plan::{BodyFact, FieldKind, Words};
use crate::vault::{Sealing, Vault, VaultError};

/// What lies beside the log, and the name under which a recorder not seen
/// before is registered.
#[derive(Clone, Debug)]
pub struct Custody {
    /// Where sealed values lie.
    pub vault: Vault,
    /// The recorder's name.
    pub recorder: String,
}

/// Why something cannot be sealed.
#[derive(Debug, thiserror::Error)]
pub enum SealingError {
    /// What stands before the bar names no person.
    #[error("“{0}” is no person of the register that can be opened here")]
    NoSuchPerson(String),
    /// Several persons are called so.
    #[error("several persons are called “{typed}”; write one of {persons:?} and a bar before it")]
    SeveralPersons {
        /// What was typed.
        typed: String,
        /// Their ids.
        persons: Vec<BodyId>,
    },
    /// The text cannot be kept.
    #[error(transparent)]
    Text(#[from] TextError),
    /// Nothing new is sealed for a person whose erasure was asked for.
    #[error("the erasure of {person} was asked for by #{request}")]
    ErasureAsked {
        /// The person.
        person: BodyId,
        /// The place of the entry that asks for it.
        request: u64,
    },
    /// It cannot be written beside the log.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

/// Seals what commands give in the clear. Nothing is written until `keep`.
pub(super) struct Sealer {
    custody: Option<(Custody, Sealing)>,
    /// Persons of the register by their names, once they were asked for.
    names: Option<BTreeMap<String, BTreeSet<BodyId>>>,
}

impl Sealer {
    /// Without custody nothing is sealed, and what is in the clear is refused
    /// by the rules.
    pub(super) fn new(custody: Option<&Custody>) -> Self {
        let custody = custody.map(|it| (it.clone(), Sealing::new(it.vault.clone())));
        Self { custody, names: None }
    }

    /// Whether anything can be sealed.
    pub(super) const fn can_seal(&self) -> bool {
        self.custody.is_some()
    }

    /// The command with everything sealed that may not stand in the clear.
    pub(super) fn command(
        &mut self,
        state: &State,
        command: Command,
        ids: Ids<'_>,
    ) -> Result<Command, SealingError> {
        Ok(match command {
            Command::Record(mut new) => {
                // A second try gives the same sealed values as the first.
                let known = new.id.and_then(|id| state.record(id)).map(|record| &record.original);
                self.fields(state, &new.kind, &mut new.activity.fields, known, ids)?;
                Command::Record(new)
            }
            Command::Correct(mut new) => {
                if let Some(record) = state.record(new.entry) {
                    let known = Some(record.latest());
                    self.fields(state, &record.kind, &mut new.activity.fields, known, ids)?;
                }
                Command::Correct(new)
            }
            Command::Register { body, occurred, mut fact } => {
                self.name(state, &body, &mut fact, Sealing::seal_new)?;
                Command::Register { body, occurred, fact }
            }
            Command::Change { body, occurred, mut fact } => {
                self.name(state, &body, &mut fact, Sealing::seal)?;
                Command::Change { body, occurred, fact }
            }
            other => other,
        })
    }

    /// The entry that registers a recorder, the name sealed.
    pub(super) fn registration(&mut self, author: Author, ids: Ids<'_>) -> Result<Draft, SealingError> {
        let mut data = object([("user", json_text(author.id()))]);
        if let Some((custody, sealing)) = &mut self.custody {
            let name = json_text(clean_line(&custody.recorder, MAX_NAME)?);
            let sealed = sealing.seal_new(&name, &BodyId::person(author.user))?;
            data.insert("name".to_owned(), sealed.to_json());
        }
        Ok(drafts::plain(ids(), types::USER_REGISTERED, data))
    }

    /// Writes what was sealed: durable when this returns.
    pub(super) fn keep(self) -> Result<(), SealingError> {
        match self.custody {
            Some((_, sealing)) => Ok(sealing.keep()?),
            None => Ok(()),
        }
    }

    /// Seals the name of a person of the register.
    fn name(
        &mut self,
        state: &State,
        body: &BodyId,
        fact: &mut BodyFact,
        seal: impl Fn(&mut Sealing, &Json, &BodyId) -> Result<Sealed, VaultError>,
    ) -> Result<(), SealingError> {
        let Some((_, sealing)) = self.custody.as_mut().filter(|_| body.kind() == BodyKind::Person) else {
            return Ok(());
        };
        if let Some(words) = fact.name.take() {
            may_seal(state, body)?;
            fact.sealed = Some(seal(sealing, &name_value(&words)?, body)?);
        }
        Ok(())
    }

    /// Seals the texts of a type's sealed fields. What is sealed already stays.
    fn fields(
        &mut self,
        state: &State,
        kind: &str,
        fields: &mut Object,
        known: Option<&Version>,
        ids: Ids<'_>,
    ) -> Result<(), SealingError> {
        let Some(kind) = state.activity_type(kind) else { return Ok(()) };
        for field in kind.fields.iter().filter(|field| field.kind == FieldKind::Sealed) {
            let Some(value) = fields.get_mut(&field.name) else { continue };
            let known = known.map(|version| sealed_in(version, &field.name)).unwrap_or_default();
            let values = match value {
                Json::Array(items) => items.as_mut_slice(),
                one => std::slice::from_mut(one),
            };
            for value in values {
                if let Json::Text(typed) = &*value {
                    *value = self.text(state, typed, &known, ids)?;
                }
            }
        }
        Ok(())
    }

    fn text(
        &mut self,
        state: &State,
        typed: &str,
        known: &[Sealed],
        ids: Ids<'_>,
    ) -> Result<Json, SealingError> {
        let (person, text) = match typed.split_once('|') {
            Some((who, text)) => (Some(self.person(state, who.trim())?), text),
            None => (self.named(state, typed)?, typed),
        };
        let Some((custody, sealing)) = &mut self.custody else { return Ok(json_text(typed)) };
        let value = json_text(clean(text, MAX_TEXT)?);
        let is_same = |it: &&Sealed| {
            person.as_ref().is_none_or(|person| *person == it.person)
                && custody.vault.open(it).is_ok_and(|known| known == value)
        };
        if let Some(same) = known.iter().find(is_same) {
            return Ok(same.to_json());
        }
        if let Some(person) = &person {
            may_seal(state, person)?;
        }
        let sealed = match person {
            Some(person) => sealing.seal(&value, &person)?,
            None => sealing.seal_new(&value, &BodyId::person(ids().uuid()))?,
        };
        Ok(sealed.to_json())
    }

    /// The person of an id or a name.
    fn person(&mut self, state: &State, who: &str) -> Result<BodyId, SealingError> {
        let id = who.parse::<BodyId>().ok().filter(|id| id.kind() == BodyKind::Person);
        match id {
            Some(id) => Ok(id),
            None => self.named(state, who)?.ok_or_else(|| SealingError::NoSuchPerson(who.to_owned())),
        }
    }

    /// The one person of the register who is called so.
    fn named(&mut self, state: &State, typed: &str) -> Result<Option<BodyId>, SealingError> {
        let Some((custody, _)) = &self.custody else { return Ok(None) };
        let names = self.names.get_or_insert_with(|| names(state, &custody.vault));
        let persons: Vec<BodyId> = names.get(&plain(typed)).into_iter().flatten().cloned().collect();
        match persons.as_slice() {
            [] => Ok(None),
            [one] => Ok(Some(one.clone())),
            _ => Err(SealingError::SeveralPersons { typed: typed.to_owned(), persons }),
        }
    }
}

/// Whether something new may be sealed for a person, asked before a key is looked for.
fn may_seal(state: &State, person: &BodyId) -> Result<(), SealingError> {
    match state.erasure(person) {
        Some(asked) => Err(SealingError::ErasureAsked { person: person.clone(), request: asked.sequence }),
        None => Ok(()),
    }
}

/// The persons of the register whose names can be opened, by name.
fn names(state: &State, vault: &Vault) -> BTreeMap<String, BTreeSet<BodyId>> {
    let mut names: BTreeMap<String, BTreeSet<BodyId>> = BTreeMap::new();
    let register = state.register();
    for body in register.bodies() {
        let Some(name) = body.sealed_name().and_then(|sealed| vault.open(sealed).ok()) else { continue };
        let person = register.canonical(&body.id);
        let words = match &name {
            Json::Object(members) => members.values().filter_map(Json::as_text).collect(),
            one => one.as_text().into_iter().collect::<Vec<_>>(),
        };
        for word in words {
            names.entry(plain(word)).or_default().insert(person.clone());
        }
    }
    names
}

/// A name as it is compared: without case and outer spaces.
fn plain(name: &str) -> String {
    name.trim().to_lowercase()
}

/// What is sealed of a person's name: the text, or one for each language.
fn name_value(words: &Words) -> Result<Json, TextError> {
    let text = |words: &str| clean_line(words, MAX_NAME).map(json_text);
    if words.fr == words.en {
        return text(&words.fr);
    }
    Ok(Json::Object(object([("en", text(&words.en)?), ("fr", text(&words.fr)?)])))
}

/// What a version has sealed in a field.
fn sealed_in(version: &Version, field: &str) -> Vec<Sealed> {
    let Content::Activity(activity) = &version.content else { return vec![] };
    match activity.fields.get(field) {
        Some(Json::Array(items)) => items.iter().filter_map(Sealed::read).collect(),
        Some(one) => Sealed::read(one).into_iter().collect(),
        None => vec![],
    }
}
