//! Persons whose sealed values are to be unreadable.

use std::sync::Arc;

use super::State;
use crate::event::{Author, BodyId, Entry, EntryId, Json, KeyFate, Moment};
use crate::figures::misfit::Misfit;

/// That what is sealed for a person is to be made unreadable, and whether it was.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Erasure {
    /// Sequence of the entry that asks for it.
    pub sequence: u64,
    /// Its id.
    pub id: EntryId,
    /// Who recorded it.
    pub author: Author,
    /// When.
    pub recorded: Moment,
    /// Why.
    pub reason: String,
    /// That it was done.
    pub done: Option<Erased>,
}

/// That what is sealed for a person was made unreadable.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Erased {
    /// Sequence of the entry that says so.
    pub sequence: u64,
    /// What became of the person's key.
    pub key: KeyFate,
}

impl State {
    /// The persons whose sealed values are to be unreadable, by id.
    pub fn erasures(&self) -> impl Iterator<Item = (&BodyId, &Erasure)> {
        self.erasures.iter()
    }

    /// What was asked for a person, where it was.
    pub fn erasure(&self, person: &BodyId) -> Option<&Erasure> {
        self.erasures.get(person)
    }

    /// Whether something was ever sealed for a person as such: they are in the register,
    /// or a recorder who gave a name.
    pub fn knows_person(&self, person: &BodyId) -> bool {
        let is_user = || self.named_users().any(|(_, name)| name.person == *person);
        self.register.get(person).is_some() || is_user()
    }

    pub(super) fn request_erasure(&mut self, entry: &mut Entry) -> Result<(), Misfit> {
        let person = entry.draft.subject.take().ok_or(Misfit::Member("subject"))?;
        let reason = entry.draft.data.get("reason").and_then(Json::as_text);
        let erasure = Erasure {
            sequence: entry.sequence,
            id: entry.draft.id,
            author: entry.author,
            recorded: entry.recorded,
            reason: reason.ok_or(Misfit::Member("reason"))?.to_owned(),
            done: None,
        };
        Arc::make_mut(&mut self.erasures).insert(person, erasure);
        Ok(())
    }

    pub(super) fn erase(&mut self, entry: &Entry) -> Result<(), Misfit> {
        let person = entry.draft.subject.as_ref().ok_or(Misfit::Member("subject"))?;
        let key = entry.draft.data.get("key").and_then(Json::as_text).and_then(KeyFate::from_word);
        let done = Erased { sequence: entry.sequence, key: key.ok_or(Misfit::Member("key"))? };
        let erasure = Arc::make_mut(&mut self.erasures).get_mut(person);
        erasure.ok_or(Misfit::Member("subject"))?.done = Some(done);
        Ok(())
    }
}
