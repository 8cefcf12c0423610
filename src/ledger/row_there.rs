//! Rows of an import whose entries are there already.

use super::command::Command;
use super::committed::Committed;
use super::desk::DeskError;
use super::refusal::Refusal;
use crate::event::{Draft, Entry, EntryId};
use crate::figures::{Content, State};
use crate::plan::Body;

/// The id that a row gives its entry.
pub(super) const fn given_id(row: &Command) -> Option<EntryId> {
    match row {
        Command::Record(new) => new.id,
        Command::Report(new) => new.id,
        _ => None,
    }
}

/// Whether a row says word for word what the entry of its id says: then it is not
/// decided again, for what may be recorded today may be less than what could.
pub(super) fn is_there(row: &Command, state: &State) -> bool {
    if let Command::Register { body, occurred, fact } = row {
        let known = state.register().get(body);
        let is_first = |known: &Body| known.facts().next().is_some_and(|(_, _, first)| first == fact);
        return known.is_some_and(|known| is_first(known) || known.says(occurred.from, fact).is_some());
    }
    let original = |id: EntryId| {
        let record = state.record(id).filter(|record| record.id == id)?;
        Some((record, &record.original))
    };
    let Some((record, version)) = given_id(row).and_then(original) else { return false };
    match (row, &version.content) {
        (Command::Record(new), Content::Activity(activity)) => {
            (&*record.kind, version.occurred, &version.subject) == (&*new.kind, new.occurred, &new.subject)
                && *activity == new.activity
        }
        (Command::Report(new), Content::Total(total)) => *total == new.total,
        _ => false,
    }
}

/// A row whose id is there already, at this place, must say what the entry says,
/// whatever batch it came with.
pub(super) fn is_the_same(draft: &Draft, sequence: u64, ledger: &Committed) -> Result<(), DeskError> {
    let taken = || DeskError::from(Refusal::IdTaken(draft.id));
    let line = ledger.line(sequence)?.unwrap_or_default();
    let entry = Entry::read(&line).map_err(|source| DeskError::Entry { sequence, source })?;
    let same = Draft { batch: entry.draft.batch, ..draft.clone() };
    if entry.same_content(&same, &entry.author) { Ok(()) } else { Err(taken()) }
}
