//! Activities that say what a standing one says already: the same type, days,
//! fields and subject. Both may be true, so that it is told and not refused.

use std::collections::HashMap;

use super::command::Command;
use crate::event::{BodyId, Hash, Json, Object, Period};
use crate::figures::{Content, State};

/// What one activity says, but for what is remarked beside it.
#[derive(PartialEq, Eq)]
struct Said<'a> {
    fields: &'a Object,
    subject: Option<&'a BodyId>,
}

/// The standing activities of a ledger by type and days, each with its place.
pub(super) struct Alike<'a>(HashMap<(&'a str, Period), Vec<(u64, Said<'a>)>>);

impl<'a> Alike<'a> {
    pub(super) fn of(state: &'a State) -> Self {
        let mut all: HashMap<_, Vec<_>> = HashMap::new();
        for record in state.records().iter().filter(|record| record.withdrawn.is_none()) {
            let version = record.latest();
            if let Content::Activity(activity) = &version.content {
                let said = Said { fields: &activity.fields, subject: version.subject.as_ref() };
                let known = all.entry((&*record.kind, version.occurred)).or_default();
                known.push((record.sequence, said));
            }
        }
        Self(all)
    }

    /// The place of the first activity that says what a command would record.
    pub(super) fn find(&self, command: &Command) -> Option<u64> {
        let Command::Record(new) = command else { return None };
        let said = Said { fields: &new.activity.fields, subject: new.subject.as_ref() };
        let known = self.0.get(&(new.kind.as_str(), new.occurred))?;
        known.iter().find(|(_, other)| *other == said).map(|(sequence, _)| *sequence)
    }
}

/// What the rows of one import say, each with the first row that says it.
#[derive(Default)]
pub(super) struct Twins(HashMap<Hash, usize>);

impl Twins {
    /// The first row that says what a command would record, and by what it is
    /// known; nothing of what is no activity.
    pub(super) fn find(&self, command: &Command) -> (Option<Hash>, Option<usize>) {
        let Command::Record(new) = command else { return (None, None) };
        let fields = Json::Object(new.activity.fields.clone()).to_serde();
        let (kind, days) = (&new.kind, new.occurred);
        let subject = new.subject.as_ref().map(BodyId::as_str).unwrap_or_default();
        let said = format!("{kind}\n{}\n{}\n{subject}\n{fields}", days.from, days.to);
        let known = Hash::of(said.as_bytes());
        (Some(known), self.0.get(&known).copied())
    }

    /// Takes up a row that becomes an entry.
    pub(super) fn take(&mut self, known: Option<Hash>, index: usize) {
        if let Some(known) = known {
            self.0.entry(known).or_insert(index);
        }
    }
}
