//! Bytes, canonical form, chain and order of a log, recomputed.

use std::collections::HashSet;
use std::fmt;

use super::Misstep;
use super::follows::follows;
use super::recorders::Recorders;
use crate::event::{Entry, EntryError, Hash, Moment};
use crate::figures::{ReplayError, State};
use crate::ledger::LogError;

/// A log in which nothing was found wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sound {
    /// Entries checked.
    pub size: u64,
    /// Hash of the last.
    pub head: Hash,
}

impl fmt::Display for Sound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} · {}", self.size, self.head)
    }
}

/// The first thing that is wrong.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// A line cannot be read.
    #[error("the log cannot be read: {0}")]
    Log(#[from] LogError),
    /// A line is not an entry in its one spelling.
    #[error("entry {sequence}: {source}")]
    Entry {
        /// Its place.
        sequence: u64,
        /// Why.
        source: EntryError,
    },
    /// An entry stands at another place than it says.
    #[error("entry {sequence} says that it is entry {says}")]
    Sequence {
        /// Its place.
        sequence: u64,
        /// What it says.
        says: u64,
    },
    /// The chain is broken.
    #[error("entry {0} does not name the hash of the entry before it")]
    Chain(u64),
    /// Time runs backwards.
    #[error("entry {0} was recorded before the entry before it")]
    Time(u64),
    /// An id stands twice.
    #[error("entry {0} has the id of an earlier one")]
    Id(u64),
    /// Another ledger's entry.
    #[error("entry {0} names another ledger as its source")]
    Source(u64),
    /// What it says may not follow what came before.
    #[error("entry {sequence} ({kind}): {reason}")]
    Misstep {
        /// Its place.
        sequence: u64,
        /// Its type.
        kind: String,
        /// Which rule it breaks.
        reason: Misstep,
    },
    /// What it says cannot follow.
    #[error(transparent)]
    Replay(#[from] ReplayError),
}

/// Checks every line: bytes, canonical form, place, chain, order of time,
/// unique ids, one source, and that its content follows from what came before.
pub fn verify_lines(lines: impl Iterator<Item = Result<Vec<u8>, LogError>>) -> Result<Sound, Fault> {
    let mut state = State::default();
    let mut sound = Sound { size: 0, head: Hash::ZERO };
    let mut last: Option<Moment> = None;
    let mut source: Option<String> = None;
    let mut ids = HashSet::new();
    let mut recorders = Recorders::default();
    for line in lines {
        let line = line?;
        let sequence = sound.size;
        let entry = Entry::read(&line).map_err(|source| Fault::Entry { sequence, source })?;
        // The reader refuses every other spelling; writing again shows it.
        if entry.spelling() != line || entry.previous != sound.head {
            return Err(Fault::Chain(sequence));
        }
        if entry.sequence != sequence {
            return Err(Fault::Sequence { sequence, says: entry.sequence });
        }
        if last.is_some_and(|last| entry.recorded < last) {
            return Err(Fault::Time(sequence));
        }
        if !ids.insert(entry.draft.id) {
            return Err(Fault::Id(sequence));
        }
        if source.get_or_insert_with(|| entry.source.clone()) != &entry.source {
            return Err(Fault::Source(sequence));
        }
        last = Some(entry.recorded);
        sound = Sound { size: sequence + 1, head: Hash::of(&line) };
        let misstep = recorders.take(&state, &entry).and_then(|()| follows(&state, &entry));
        if let Err(reason) = misstep {
            return Err(Fault::Misstep { sequence, kind: entry.draft.kind, reason });
        }
        state.apply(entry, sound.head)?;
    }
    Ok(sound)
}
