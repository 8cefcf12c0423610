//! What values rest on, kept beside the log, so that whoever asks for a table need
//! not read through all entries.
//!
//! ```text
//! index      derived 1 HASH            the hash of what follows
//!            1 SIZE HEAD TIME LINES    how rules are read (projection 1); up to where it
//!                                      goes: places, hash and time of the last entry; bytes of
//!            …lines…                   the lines of entries about no activity, in order
//!            …columns…                 what rules read of activities, as `figures` packs it
//! ```
//!
//! It is made from the log by the first who asks, is used only where the log still
//! holds the line it goes up to, and `verify` makes it again and compares.

use std::path::Path;

use super::desk::DeskError;
use super::outline::{MOST_BEYOND, Outline};
use super::replaying::{ForValues, read_apart, replay_on};
use crate::event::{Hash, Moment};
use crate::figures::{Known, State};
use crate::log::{Log, LogError, read_derived, write_derived};

pub(super) const NAME: &str = "index";

/// How rules are read, and how that is packed: a release that does either
/// otherwise counts on, and makes its own.
const PROJECTION: &str = "1";

/// The state for values of all that a log holds. What is kept in the folder is
/// used, and kept anew where it falls behind.
pub(super) fn state_for_values(dir: &Path, log: &dyn Log) -> Result<State, DeskError> {
    let found = read_derived(dir, NAME);
    let kept = match found.as_deref().and_then(Kept::read) {
        Some(kept) => kept.of(log)?,
        None => None,
    };
    let ForValues { state, lines, from } = replay_on(log, kept.unwrap_or_default(), Known::Now)?;
    if state.size() > from + MOST_BEYOND {
        write_derived(dir, NAME, &bytes(&state, &lines));
    }
    Ok(state)
}

/// Makes it, where so many entries were just appended that whoever asks first for a
/// value would have to. Where that cannot be done, they will.
pub(super) fn make_after(dir: &Path, log: &dyn Log, appended: usize) {
    if appended as u64 > MOST_BEYOND {
        let _ = state_for_values(dir, log);
    }
}

/// How far what is kept in a folder goes, and whether it says what its log says;
/// none where there is none, or one of another log.
pub(super) fn check(dir: &Path, log: &dyn Log) -> Result<Option<(u64, bool)>, DeskError> {
    let Some(found) = read_derived(dir, NAME) else { return Ok(None) };
    let Some(kept) = Kept::read(&found).filter(|kept| kept.lines.size() > 0) else { return Ok(None) };
    if !kept.lines.is_of(log)? {
        return Ok(None);
    }
    let known = Known::Sequence(kept.lines.size() - 1);
    let ForValues { state, lines, .. } = replay_on(log, ForValues::default(), known)?;
    Ok(Some((kept.lines.size(), bytes(&state, &lines) == found)))
}

fn bytes(state: &State, lines: &Outline) -> Vec<u8> {
    let head = head(state, lines);
    [head.as_bytes(), lines.bytes(), &state.packed_index().unwrap_or_default()].concat()
}

/// The line that it begins with.
pub(super) fn head(state: &State, lines: &Outline) -> String {
    let (size, head) = (state.size(), state.head());
    let recorded = state.recorded().map_or_else(String::new, |moment| moment.to_string());
    format!("{PROJECTION} {size} {head} {recorded} {}\n", lines.bytes().len())
}

/// What was kept.
pub(super) struct Kept<'b> {
    pub(super) lines: Outline,
    recorded: Moment,
    pub(super) columns: &'b [u8],
}

impl<'b> Kept<'b> {
    pub(super) fn read(bytes: &'b [u8]) -> Option<Self> {
        let end = bytes.iter().position(|byte| *byte == b'\n')?;
        let mut words = std::str::from_utf8(&bytes[..end]).ok()?.split(' ');
        words.next().filter(|projection| *projection == PROJECTION)?;
        let (size, head): (u64, Hash) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
        let recorded = words.next()?.parse().ok()?;
        let (lines, columns) = bytes[end + 1..].split_at_checked(words.next()?.parse().ok()?)?;
        Some(Self { lines: Outline::of(size, head, lines.to_vec()), recorded, columns })
    }

    /// The state that it makes, when the log still holds the line it goes up to.
    fn of(self, log: &dyn Log) -> Result<Option<ForValues>, LogError> {
        if !self.lines.is_of(log)? {
            return Ok(None);
        }
        let (size, head) = (self.lines.size(), self.lines.head());
        let mut state = State::for_values();
        // Whatever is wrong with it, it is made again.
        let is_read = read_apart(&self.lines, &mut state).is_ok();
        let is_whole = is_read && state.unpack_index(self.columns, size, head, self.recorded);
        Ok(is_whole.then(|| ForValues::of(state, self.lines)))
    }
}
