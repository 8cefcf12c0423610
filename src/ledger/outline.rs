//! The outline of a ledger: the lines of all entries that concern no record, so
//! that whoever records something need not read through the others.
//!
//! ```text
//! outline    derived 1 HASH            the hash of what follows
//!            1 SIZE HEAD               which entries concern no record (projection 1);
//!                                      up to where it goes: places, hash of the last line
//!            …lines…                   as they are stored, in order
//! ```
//!
//! It is made from the log while that is read through, is used only where the log
//! still holds the line it goes up to, and `verify` compares it with the log.

use std::path::Path;

use crate::event::{Glance, Hash, types};
use crate::log::{Log, LogError, drop_derived, read_derived, write_derived};

const NAME: &str = "outline";

/// Which entries concern no record: a release that tells them otherwise counts
/// on, and makes its own.
const PROJECTION: &str = "2";

/// How many entries may lie beyond what is kept of a log before it is made anew.
pub(super) const MOST_BEYOND: u64 = 256;

/// The lines of entries that concern no record, up to a place.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Outline {
    size: u64,
    head: Hash,
    lines: Vec<u8>,
}

impl Outline {
    /// The outline kept in a folder, of whichever log.
    pub(super) fn kept(dir: &Path) -> Option<Self> {
        read_derived(dir, NAME).and_then(|bytes| Self::read(&bytes))
    }

    /// Whether it is one of this log: the log still holds the line that it goes
    /// up to, and so every line before it.
    pub(super) fn is_of(&self, log: &dyn Log) -> Result<bool, LogError> {
        if self.size == log.head().size {
            return Ok(self.size > 0 && self.head == Hash(log.head().hash));
        }
        match self.size.checked_sub(1).filter(|_| self.size <= log.head().size) {
            Some(last) => Ok(log.get(last)?.is_some_and(|line| Hash::of(&line) == self.head)),
            None => Ok(false),
        }
    }

    /// One that goes up to here.
    pub(super) const fn of(size: u64, head: Hash, lines: Vec<u8>) -> Self {
        Self { size, head, lines }
    }

    /// Its lines, each with a line feed.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.lines
    }

    /// The hash of the last line there.
    pub(super) const fn head(&self) -> Hash {
        self.head
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let end = bytes.iter().position(|byte| *byte == b'\n')?;
        let mut words = std::str::from_utf8(&bytes[..end]).ok()?.split(' ');
        words.next().filter(|projection| *projection == PROJECTION)?;
        let (size, head) = (words.next()?, words.next()?);
        Some(Self { size: size.parse().ok()?, head: head.parse().ok()?, lines: bytes[end + 1..].to_vec() })
    }

    /// Keeps it with the log when it goes much further than `before`.
    pub(super) fn keep(&self, dir: &Path, before: u64) {
        if self.size > before + MOST_BEYOND {
            // Where that cannot be done it is made again next time.
            let _ = self.write(dir);
        }
    }

    /// Keeps it with the log.
    pub(super) fn write(&self, dir: &Path) -> Result<(), LogError> {
        let head = format!("{PROJECTION} {} {}\n", self.size, self.head);
        write_derived(dir, NAME, &[head.as_bytes(), &self.lines].concat())
    }

    /// Takes away what is kept in a folder.
    pub(super) fn drop_it(dir: &Path) -> Result<(), LogError> {
        drop_derived(dir, NAME)
    }

    /// Up to where it goes.
    pub(super) const fn size(&self) -> u64 {
        self.size
    }

    /// Its lines.
    pub(super) fn lines(&self) -> impl Iterator<Item = &[u8]> {
        self.lines.split(|byte| *byte == b'\n').filter(|line| !line.is_empty())
    }

    /// Those of entries before a place.
    pub(super) fn lines_before(&self, end: u64) -> impl Iterator<Item = &[u8]> {
        self.lines().take_while(move |line| Glance::at(line).is_some_and(|glance| glance.sequence < end))
    }

    /// Adds the line of an entry that concerns no record.
    pub(super) fn add(&mut self, line: &[u8]) {
        self.lines.extend_from_slice(line);
        self.lines.push(b'\n');
    }

    /// Goes up to here.
    pub(super) const fn reach(&mut self, size: u64, head: Hash) {
        (self.size, self.head) = (size, head);
    }
}

/// Whether an entry concerns records only, and what its line says of itself.
pub(super) fn of_records(line: &[u8]) -> Option<Glance> {
    Glance::at(line).filter(|glance| types::is_of_records(&glance.kind))
}
