//! Why an entry does not follow from those before it.

use crate::event::{EntryId, Hash};
use crate::plan::OpeningTrouble;

/// Why an entry cannot be replayed: the log holds what no release of format 1
/// writes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("entry {sequence} ({kind}): {reason}")]
pub struct ReplayError {
    /// Its place.
    pub sequence: u64,
    /// Its type.
    pub kind: String,
    /// What is wrong with it.
    pub reason: Misfit,
}

/// What is wrong with an entry that cannot be replayed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Misfit {
    /// It says another place than its own.
    #[error("its sequence is not the next, {0}")]
    NotNext(u64),
    /// It does not name the hash of the entry before it.
    #[error("it does not name the entry before it")]
    NotLinked,
    /// A type of the program's own that this release does not have.
    #[error("this program does not know the type")]
    UnknownType,
    /// A second opening.
    #[error("only entry 0 opens a ledger")]
    SecondOpening,
    /// Entry 0 opens nothing.
    #[error("entry 0 opens the ledger")]
    NotOpened,
    /// What opens the ledger is not as format 1 has it.
    #[error("it does not open a ledger of format 1: {0}")]
    Opening(OpeningTrouble),
    /// A ledger of a later format.
    #[error("the format {0} is not known to this program")]
    UnknownFormat(u32),
    /// A time zone that the zone database does not have.
    #[error("the time zone “{0}” is not known to this program")]
    UnknownZone(String),
    /// Its `data` are not those of its type.
    #[error("its data are not as format 1 has them")]
    Data,
    /// A member that its type has is missing or not readable.
    #[error("its member “{0}” is missing or not as format 1 has it")]
    Member(&'static str),
    /// An adoption names an entry that defines nothing.
    #[error("it names entry {0}, which is not a definition")]
    NotADefinition(u64),
    /// It is about an entry that is not there.
    #[error("it is about {0}, which is not there")]
    Absent(EntryId),
    /// It names a correction where the original is named.
    #[error("it names the correction {0}, not the original")]
    NotTheOriginal(EntryId),
    /// It judges a version that is not there.
    #[error("it is about the version {0}, which is not there")]
    NoSuchVersion(Hash),
    /// It was recorded on no day of the calendar.
    #[error("it was recorded beyond the calendar")]
    BeyondCalendar,
}
