//! Entries that people name, by id or by number: an activity or a published
//! total, one correction of it, or anything else that stands in the ledger.

use super::Problem;
use super::context::Context;
use super::held::Held;
use crate::event::{Entry, EntryId};
use crate::figures::{Record, State, Version};
use crate::ledger::DeskError;
use crate::present::Arg;

/// What was named.
pub(super) enum Named<'a> {
    /// An activity or a published total.
    Record(&'a Record),
    /// One correction of it.
    Correction(&'a Record, &'a Version),
    /// Any other entry.
    Other(Box<Entry>),
}

/// The entry of this id or number.
pub(super) fn named<'a>(desk: &'a Held<'_>, typed: &str) -> Result<Named<'a>, Problem> {
    let state = desk.state();
    let unknown = || Problem::Entry(typed.to_owned());
    let sequence = sequence_of(state, typed).ok_or_else(unknown)?;
    match state.version_at(sequence) {
        Some((record, version)) if version.sequence == record.sequence => Ok(Named::Record(record)),
        Some((record, version)) => Ok(Named::Correction(record, version)),
        None => {
            let line = desk.line(sequence)?.ok_or_else(unknown)?;
            let entry = Entry::read(&line).map_err(|source| DeskError::Entry { sequence, source })?;
            Ok(Named::Other(Box::new(entry)))
        }
    }
}

/// An entry as people type it: `735`, `#735` or its id.
#[derive(Clone, Copy)]
pub(super) enum Typed {
    /// By its number.
    Place(u64),
    /// By its id.
    Id(EntryId),
}

impl Typed {
    /// What was typed; none where it can name no entry.
    pub(super) fn read(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        let id = typed.parse().ok().map(Self::Id);
        id.or_else(|| typed.trim_start_matches('#').parse().ok().map(Self::Place))
    }

    /// Whether it names the entry at this place, of this id.
    pub(super) fn is(self, sequence: u64, id: EntryId) -> bool {
        match self {
            Self::Place(typed) => typed == sequence,
            Self::Id(typed) => typed == id,
        }
    }
}

/// The place of the entry of this id or number.
pub(super) fn sequence_of(state: &State, typed: &str) -> Option<u64> {
    match Typed::read(typed)? {
        Typed::Place(place) => Some(place).filter(|place| *place < state.size()),
        Typed::Id(id) => state.sequence_of(id),
    }
}

/// The activity or published total that was typed, by any of its versions.
pub(super) fn record_of<'a>(state: &'a State, typed: &str) -> Option<&'a Record> {
    state.version_at(sequence_of(state, typed)?).map(|(record, _)| record)
}

/// The activity or published total that was named; by the number of a
/// correction its original, which is said.
pub(super) fn original<'a>(
    context: &Context,
    desk: &'a Held<'_>,
    typed: &str,
) -> Result<&'a Record, Problem> {
    match named(desk, typed)? {
        Named::Record(record) => Ok(record),
        Named::Correction(record, version) => {
            let values =
                [("given", Arg::Shown(&version.sequence)), ("original", Arg::Shown(&record.sequence))];
            context.tell(&context.messages.say("named-correction", &values));
            Ok(record)
        }
        Named::Other(entry) => Err(other(desk.state(), &entry)),
    }
}

/// That an entry is neither an activity nor a total, and what to do instead.
pub(super) fn other(state: &State, entry: &Entry) -> Problem {
    let added_to = state.addition(entry.draft.id).map(|addition| addition.entry);
    Problem::OtherEntry {
        sequence: entry.sequence,
        kind: entry.draft.kind.clone(),
        about: entry.draft.corrected.or(added_to).and_then(|id| state.sequence_of(id)),
    }
}

/// A correction of a record, by its id or number, that was not withdrawn.
pub(super) fn correction_of<'a>(record: &'a Record, typed: &str) -> Result<&'a Version, Problem> {
    let meant = Typed::read(typed);
    let is_it = |version: &&Version| meant.is_some_and(|it| it.is(version.sequence, version.id));
    let not_one = || Problem::NotACorrection { typed: typed.trim().to_owned(), entry: record.sequence };
    let version = record.corrections.iter().find(is_it).ok_or_else(not_one)?;
    standing(version)
}

/// A correction that was not withdrawn.
pub(super) fn standing(version: &Version) -> Result<&Version, Problem> {
    match version.withdrawn {
        Some(_) => Err(Problem::AlreadyWithdrawn(version.sequence)),
        None => Ok(version),
    }
}
