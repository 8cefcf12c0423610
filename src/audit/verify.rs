//! Bytes, canonical form, chain and order of a log, recomputed.

use std::fmt;
use std::path::Path;

use super::Misstep;
use super::pass::{With, verify};
use crate::event::{EntryError, Hash};
use crate::figures::ReplayError;
use crate::ledger::{LogError, MadeAgain, Through};

/// A log in which nothing was found wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sound {
    /// Entries checked.
    pub size: u64,
    /// Hash of the last.
    pub head: Hash,
}

impl Sound {
    /// The end of a log without entries.
    pub(super) const NONE: Self = Self { size: 0, head: Hash::ZERO };
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

/// Checks every line: bytes, canonical form, place, chain, order of time, unique ids, one
/// source, and that its content follows from what came before. What has to be known of
/// activities meanwhile lies in a folder, however many they are; nothing of it stays.
pub fn verify_beside(log: &Through<'_>, dir: &Path) -> Result<Sound, Fault> {
    verify(log, With { made: MadeAgain::beside(dir), ..With::default() }).end
}

/// The same of lines that can be read once: all of them are held meanwhile.
pub fn verify_lines(lines: impl Iterator<Item = Result<Vec<u8>, LogError>>) -> Result<Sound, Fault> {
    let mut stopped = None;
    let whole = lines.map_while(|line| line.map_err(|error| stopped = Some(error)).ok());
    let held: Vec<Vec<u8>> = whole.collect();
    let held = &held;
    let log = Through::lines(|| Ok(Box::new(held.iter().cloned().map(Ok))));
    let sound = verify(&log, With::default()).end?;
    stopped.map_or(Ok(sound), |error| Err(error.into()))
}
