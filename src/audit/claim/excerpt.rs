//! What some entries of a ledger say, the others passed over.

use crate::event::{Entry, EntryError, Hash};
use crate::figures::{ReplayError, Said, State};

/// Why entries say nothing.
#[derive(Debug, thiserror::Error)]
pub enum ExcerptError {
    /// A line is no entry.
    #[error("line {line}: {source}")]
    Entry {
        /// Which of the lines, from 1.
        line: usize,
        /// Why.
        source: EntryError,
    },
    /// An entry does not stand behind the one before it.
    #[error("line {0} does not stand behind the one before it")]
    Order(usize),
    /// What an entry says cannot follow.
    #[error(transparent)]
    Replay(#[from] ReplayError),
}

/// What lines say that are some of a ledger's, in order.
pub(super) fn of_lines<'l>(lines: impl Iterator<Item = &'l str>) -> Result<State, ExcerptError> {
    let mut state = State::default();
    for (at, line) in lines.enumerate() {
        let bytes = line.as_bytes();
        let entry = Entry::read(bytes).map_err(|source| ExcerptError::Entry { line: at + 1, source })?;
        if entry.sequence < state.size() || (entry.sequence == 0) != (at == 0) {
            return Err(ExcerptError::Order(at + 1));
        }
        state.take_up_apart(Said::of(entry)?, Hash::of(bytes))?;
    }
    Ok(state)
}
