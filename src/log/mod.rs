//! Where it is kept: lines of bytes, in order, twice.
//!
//! ```text
//! append ──▶ lines/  plain JSON Lines, fdatasync     the twin: what people can read
//!       └──▶ store/  sealed blocks in sled, fdatasync the store: what finds a line
//!       └──▶ end     size and hash of the store's last line
//! read, get ◀── store/   (or lines/ alone: TwinReader)
//! scan      ◀── lines/
//! ```
//!
//! `log` knows no event, only bytes: a line is anything without a line feed.
//! The one thing it knows of a line is where its link to the previous line
//! stands ([`Link`]), so that it can tell a line that continues the log from
//! one that does not. It knows no clock: the moment is an argument.
//!
//! * [`MemoryLog`] says in a few lines what every [`Log`] does.
//! * [`DurableLog`] keeps both copies and is the only one that writes them.
//! * [`TwinReader`] reads the twin alone and never writes.
//! * [`inspect`] and [`repair`] are for a ledger whose copies do not agree.
//!
//! Every byte on disk is drawn in [`layout`].

mod begun;
mod beside;
mod chain;
mod derived;
mod disk;
mod durable;
mod end;
mod error;
mod group;
mod holder;
pub mod layout;
mod memory;
mod reading;
mod side_by_side;
mod steps;
mod store;
mod twin;

#[cfg(test)]
mod tests;

use std::ops::Range;

pub use begun::{complete, is_begun};
pub use beside::{Beside, Pair, Same};
pub use chain::{Fault, Head, hash};
pub use derived::{DerivedFile, drop_derived, read_derived, write_derived, write_sections};
pub use durable::{DurableLog, Inspection, Options, Repaired, Side, Source, inspect, is_ledger, repair};
pub use error::{Action, Damage, LogError, Notice, StoreFailure, is_full};
pub use group::{Group, Groups};
pub use holder::is_lock;
pub use layout::{BlockFault, PackedBlock};
pub use memory::MemoryLog;
pub use reading::{Copies, Reading, open_copies, open_for_reading};
pub use side_by_side::SideBySide;
pub use twin::TwinReader;

/// Where the 64 hex digits of the previous line's hash stand in a line.
pub type Link = fn(&[u8]) -> Option<Range<usize>>;

/// Lines in order, each without its line feed.
pub type Lines<'a> = Box<dyn Iterator<Item = Result<Vec<u8>, LogError>> + Send + 'a>;

/// Blocks in order, each as it is stored.
pub type Packed<'a> = Box<dyn Iterator<Item = Result<PackedBlock, LogError>> + Send + 'a>;

/// The next lines to append, as long as there are any.
pub type NextGroup<'n> = &'n mut (dyn FnMut() -> Result<Option<Vec<Vec<u8>>>, LogError> + Send);

/// A sequence of lines that only grows, each naming the hash of the one before.
pub trait Log {
    /// How many lines there are, and the hash of the last.
    fn head(&self) -> Head;

    /// Adds these lines: all of them, durable when this returns, or none.
    ///
    /// After a failure nothing more is written. A crash or a failure in the
    /// middle may leave the first lines of a group, never others: whoever
    /// appends several orders them so that every prefix is true.
    fn append(&mut self, lines: &[Vec<u8>]) -> Result<(), LogError>;

    /// Adds group after group, each as [`Self::append`] does, until there are no more or
    /// one of them fails: those before it are there. What can be done of the next is
    /// done while one is waited for.
    fn append_groups(&mut self, next: NextGroup<'_>) -> Result<(), LogError> {
        while let Some(group) = next()? {
            self.append(&group)?;
        }
        Ok(())
    }

    /// The lines from this sequence on; none when the log is shorter.
    fn read(&self, from: u64) -> Result<Lines<'_>, LogError>;

    /// The lines from this sequence on, many at once, from the copy that is read
    /// through quickest.
    fn scan(&self, from: u64) -> Result<Groups<'_>, LogError> {
        Ok(group::groups_of(self.read(from)?))
    }

    /// All lines as they are stored, where they are stored in blocks.
    fn packed(&self) -> Result<Option<Packed<'_>>, LogError> {
        Ok(None)
    }

    /// The lines so far as a log of its own, to be read beside whoever appends
    /// to this one.
    fn beside(&self) -> Result<Box<dyn Log + Send>, LogError>;

    /// The line at this sequence.
    fn get(&self, sequence: u64) -> Result<Option<Vec<u8>>, LogError> {
        self.read(sequence)?.next().transpose()
    }
}
