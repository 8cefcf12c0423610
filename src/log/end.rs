//! Where the store ends, for whoever opens the twin.
//!
//! The file `end` says it after each commit. It is derived and not synced:
//! after a crash it may name an earlier end, which the twin holds too. A twin
//! that does not hold it has lost lines or has others, and then both copies
//! are looked at.
//!
//! It also says at which byte of the twin the last line ends, so that a segment
//! need not be read through to count its lines: where the line that ends there
//! has the hash, all that was there before it is there still.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::chain::Head;
use super::disk::open_own;
use super::layout;

/// Where a log ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct End {
    pub(super) head: Head,
    /// None in a ledger that an older release wrote to last.
    pub(super) place: Option<Place>,
}

/// Where a line of the twin ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// The sequence of the first line of its segment.
    pub(super) segment: u64,
    /// How many bytes of that segment go up to it, with its line feed.
    pub(super) bytes: u64,
}

/// Says where the store ends.
///
/// One that cannot be written still names an earlier end, which is as good
/// for whoever reads it: nothing is lost but a comparison.
pub(super) fn write(dir: &Path, head: Head, place: Place) {
    let _ = write_over(&dir.join(layout::END), layout::end_note(head, place).as_bytes());
}

/// Written over, not anew: a reader never finds it empty.
fn write_over(path: &Path, note: &[u8]) -> io::Result<()> {
    let mut file = open_own(path)?;
    file.write_all(note)?;
    file.set_len(note.len() as u64)
}

/// Where the store ended last; none when that is not known, or when the store
/// failed since.
pub(super) fn read(dir: &Path) -> Option<End> {
    let doubtful = dir.join(layout::STORE).join(layout::DOUBTFUL).exists();
    last(dir).filter(|_| !doubtful)
}

/// The same of a store that may have failed since.
pub(super) fn last(dir: &Path) -> Option<End> {
    layout::read_end_note(&fs::read_to_string(dir.join(layout::END)).ok()?)
}
