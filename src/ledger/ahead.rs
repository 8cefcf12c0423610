//! What is known of the rows of an import before any of them is taken: the entry
//! that begins a batch says how many it brings.

use hashbrown::HashSet;

use super::command::Command;
use super::importing::is_body;
use super::refusal::Refusal;
use super::row_there::given_id;
use crate::event::{EntryId, Hash};
use crate::figures::{Batch, State};

/// What rows say of each other and of what is there, bodies left out.
#[derive(Clone, Debug, Default)]
pub struct Ahead {
    /// The ids that they give, each once.
    given: HashSet<EntryId>,
    /// How many give none.
    without: u64,
    /// Whether some name an entry: the larger activity that they are a part of, or
    /// one that an earlier row brings.
    names_others: bool,
}

impl Ahead {
    /// That of these rows.
    pub fn of(rows: &[Command]) -> Self {
        let mut ahead = Self::default();
        for row in rows.iter().filter(|row| !is_body(row)) {
            ahead.add(given_id(row), matches!(row, Command::Record(new) if new.activity.partof.is_some()));
        }
        ahead
    }

    /// Adds a row by the id that it gives, and whether it is a part of another
    /// activity.
    pub fn add(&mut self, given: Option<EntryId>, is_part: bool) {
        self.names_others |= is_part;
        match given {
            Some(id) => self.names_others |= !self.given.insert(id),
            None => self.without += 1,
        }
    }

    /// Whether what is decided of some row looks at what an activity says that was
    /// there before.
    pub(super) fn looks_back(&self, state: &State) -> bool {
        self.names_others || (!self.given.is_empty() && state.has_any(&self.given_in_order()))
    }

    fn given_in_order(&self) -> Vec<EntryId> {
        let mut given: Vec<EntryId> = self.given.iter().copied().collect();
        given.sort_unstable();
        given
    }

    /// How many entries come with a batch: a row that stands twice is one entry, and
    /// one that is there otherwise is none.
    pub(super) fn brought(&self, state: &State, batch: EntryId) -> u64 {
        // A state for values is asked only where no row looks back.
        let is_new = |id: &&EntryId| state.is_for_values() || !is_elsewhere(**id, state, batch);
        self.without + self.given.iter().filter(is_new).count() as u64
    }

    /// The unfinished batch of a file. A finished one is refused where some rows
    /// give no id: whether they are there already cannot be told.
    pub(super) fn batch_of(&self, file: Hash, state: &State) -> Result<Option<(EntryId, Batch)>, Refusal> {
        let known = state.batches().iter();
        match known.rev().find(|(_, batch)| batch.file == file && batch.withdrawn.is_none()) {
            None => Ok(None),
            Some((_, batch)) if batch.completed && self.without == 0 => Ok(None),
            Some((_, batch)) if batch.completed => Err(Refusal::AlreadyImported(batch.sequence)),
            Some((id, batch)) => Ok(Some((*id, batch.clone()))),
        }
    }
}

/// Whether the entry of an id is there and came otherwise than with this batch.
fn is_elsewhere(id: EntryId, state: &State, batch: EntryId) -> bool {
    let is_its = || state.record(id).is_some_and(|record| record.batch == Some(batch));
    state.sequence_of(id).is_some() && !is_its()
}
