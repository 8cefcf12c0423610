//! What is recorded: CEIMIA's activities once more, as its ledger holds them.

use std::path::Path;

use jalon::event::{Activity, Entry, EntryId, Period, read_activity, types};
use jalon::figures::State;
use jalon::ledger::{Command, NewActivity};
use uuid::{NoContext, Timestamp, Uuid};

/// Activities to record, without an id.
pub(crate) struct Commands(Vec<NewActivity>);

impl Commands {
    /// Those of a ledger's lines.
    pub(crate) fn of(lines: &Path, state: &State) -> Self {
        let text = std::fs::read(lines).unwrap();
        let lines = text.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
        let entries = lines.map(|line| Entry::read(line).unwrap());
        let activities = entries.filter(|entry| !entry.draft.kind.starts_with(types::PREFIX));
        Self(activities.map(|entry| command(state, entry)).collect())
    }

    /// One of them, without an id.
    pub(crate) fn at(&self, number: usize) -> Command {
        Command::Record(self.0[number % self.0.len()].clone())
    }
}

/// A new id, as the command line gives one.
pub(crate) fn new_id() -> EntryId {
    EntryId::new(Uuid::new_v7(Timestamp::now(NoContext)))
}

/// The same as known at first hand, not from the report.
fn command(state: &State, entry: Entry) -> NewActivity {
    let activity = read_activity(entry.draft.data).unwrap();
    let activity = Activity { partof: None, citation: None, note: None, ..activity };
    NewActivity {
        id: None,
        kind: state.short_kind(&entry.draft.kind).to_owned(),
        occurred: entry.draft.occurred.unwrap_or(Period::on(jalon::event::Day::FIRST)),
        subject: entry.draft.subject,
        activity,
    }
}
