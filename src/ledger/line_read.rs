//! How a line is read that is replayed: as much of it as whoever asks has a use for.

use super::desk::DeskError;
use super::in_order::GroupRoom;
use super::outline::of_records;
use crate::event::{Entry, EntryError, Glance, Member, Skim};
use crate::figures::{ReplayError, Said};

/// What was read of the lines of a group: it stays where it was read, because what
/// is moved for each line is moved for millions.
#[derive(Default)]
pub(super) struct Found {
    /// Where the fields of those that were skimmed stand.
    pub(super) members: Vec<Member>,
    pub(super) skims: Vec<Skim>,
    /// What lines say that were read in full.
    pub(super) said: Vec<Said>,
}

impl GroupRoom for Found {
    fn clear(&mut self) {
        self.members.clear();
        self.skims.clear();
        self.said.clear();
    }
}

/// How a line is read; what was read of it is added to that of its group.
pub(super) type Read = fn(&[u8], &mut Found) -> Result<Line, Unread>;

/// How a line was read, and where what it says is found.
pub(super) enum Line {
    /// All that it says, the next of what was read in full.
    Said,
    Glanced(Glance),
    /// An activity of which what rules read is kept, the next that was skimmed.
    Skimmed,
}

/// Why a line cannot be read.
pub(super) enum Unread {
    Form(EntryError),
    Said(ReplayError),
}

impl Unread {
    pub(super) fn at(self, sequence: u64) -> DeskError {
        match self {
            Self::Form(source) => DeskError::Entry { sequence, source },
            Self::Said(error) => error.into(),
        }
    }
}

/// Reads a line in full.
pub(super) fn said(line: &[u8], found: &mut Found) -> Result<Line, Unread> {
    found.said.push(read_whole(line)?);
    Ok(Line::Said)
}

/// What a line says.
pub(super) fn read_whole(line: &[u8]) -> Result<Said, Unread> {
    let mut entry = Entry::read(line).map_err(Unread::Form)?;
    // All entries name one source; only that of entry 0 is kept.
    if entry.sequence > 0 {
        entry.source = String::new();
    }
    Said::of(entry).map_err(Unread::Said)
}

/// Reads a line in full unless it records an activity: of that no more is copied than
/// what rules read.
pub(super) fn said_unless_activity(line: &[u8], found: &mut Found) -> Result<Line, Unread> {
    if let Some(skim) = Skim::read(line, &mut found.members) {
        found.skims.push(skim);
        return Ok(Line::Skimmed);
    }
    said(line, found)
}

/// Reads a line in full unless it is about records.
pub(super) fn glanced(line: &[u8], found: &mut Found) -> Result<Line, Unread> {
    match of_records(line) {
        Some(glance) => Ok(Line::Glanced(glance)),
        None => said(line, found),
    }
}
