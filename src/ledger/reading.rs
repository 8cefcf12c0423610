//! A ledger open for reading, and the replay of its log into a state as known
//! at a moment.

use super::desk::DeskError;
use crate::event::{Day, Entry, Hash, Moment};
use crate::figures::State;
use crate::log::{Lines, Log, LogError, Notice};

/// A ledger open for reading.
pub struct Reading {
    log: Box<dyn Log + Send>,
    notices: Vec<Notice>,
}

impl Reading {
    pub(super) fn new(log: Box<dyn Log + Send>, notices: Vec<Notice>) -> Self {
        Self { log, notices }
    }

    /// What a person should hear of how it was opened.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// What its entries say, as known.
    pub fn state(&self, known: Known) -> Result<State, DeskError> {
        replay(self.log.as_ref(), known)
    }

    /// Its entries as they are stored, in order.
    pub fn lines(&self) -> Result<Lines<'_>, LogError> {
        self.log.read(0)
    }

    /// One entry as it is stored.
    pub fn line(&self, sequence: u64) -> Result<Option<Vec<u8>>, LogError> {
        self.log.get(sequence)
    }

    /// Whether its first entries are these lines, byte for byte.
    pub fn begins_with(&self, lines: &[Vec<u8>]) -> Result<bool, LogError> {
        let mut kept = self.log.read(0)?;
        for line in lines {
            if kept.next().transpose()?.as_ref() != Some(line) {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// Up to where entries are known.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Known {
    /// All of them.
    #[default]
    Now,
    /// Recorded by a moment, inclusive.
    Moment(Moment),
    /// Recorded by the end of a day in the ledger's zone.
    Day(Day),
    /// Up to and with this place.
    Sequence(u64),
}

/// The state of a log as known.
pub fn replay(log: &dyn Log, known: Known) -> Result<State, DeskError> {
    let mut state = State::default();
    for line in log.read(0)? {
        let line = line?;
        let sequence = state.size();
        let entry = Entry::read(&line).map_err(|source| DeskError::Entry { sequence, source })?;
        if is_beyond(&state, &entry, known) {
            break;
        }
        state.apply(entry, Hash::of(&line))?;
    }
    Ok(state)
}

fn is_beyond(state: &State, entry: &Entry, known: Known) -> bool {
    match known {
        Known::Now => false,
        Known::Moment(moment) => entry.recorded > moment,
        Known::Sequence(sequence) => entry.sequence > sequence,
        // Entry 0, which says the zone, was there before anyone asked.
        Known::Day(day) => state.size() > 0 && entry.recorded > Moment::end_of(day, state.zone()),
    }
}
