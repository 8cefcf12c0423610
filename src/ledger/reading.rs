//! Replay of a log into a state, as known at a moment.

use super::desk::DeskError;
use crate::event::{Day, Entry, Hash, Moment};
use crate::figures::State;
use crate::log::Log;

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
