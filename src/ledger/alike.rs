//! Activities that say what a standing one says already: the same type, days,
//! fields and subject. Both may be true, so that it is told and not refused.

use std::collections::HashMap;

use super::command::Command;
use crate::event::{BodyId, Object, Period};
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
