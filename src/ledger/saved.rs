//! What values rest on, kept beside the log, so that whoever asks for a table need
//! not read through all entries.
//!
//! ```text
//! index      derived 2 HASH FROM       the hash of the head, and where that begins
//!            …sections…                rows that rules read, by type, and the bundles of tables,
//!                                      as `figures` packs them; read when somebody asks
//!     head   6 SIZE HEAD TIME LINES    how rules are read (projection 6); up to where it
//!                                      goes: places, hash and time of the last entry; bytes of
//!            …lines…                   the lines of entries about no activity, in order
//!            …places…                  where each section lies, with its hash
//! ```
//!
//! It is made from the log by the first who asks, is used only where the log still
//! holds the line it goes up to, and `verify` makes it again and compares.

use std::path::Path;
use std::sync::Arc;

use super::desk::DeskError;
use super::known_at::{entry, size_known};
use super::outline::{MOST_BEYOND, Outline};
use super::replaying::{ForValues, read_apart, replay_on};
use super::stock::{AsKept, BesideLog};
use crate::event::{Hash, Moment};
use crate::figures::{Known, Shelf, State, Stock};
use crate::log::{DerivedFile, Log, LogError, drop_derived, write_sections};

const NAME: &str = "index";

/// How rules are read, and how that is packed: a release that does either
/// otherwise counts on, and makes its own.
const PROJECTION: &str = "6";

/// How many entries of so many may lie beyond it before it is made anew: reading
/// these takes less than writing all of it.
fn most_beyond(size: u64) -> u64 {
    MOST_BEYOND.max(size / 1_024)
}

/// Of how many entries looking at all of them again takes longer than anyone waits gladly.
const MANY: u64 = 1 << 16;

/// The state for values of all that a log holds. What is kept in the folder is
/// used, and kept anew where it falls behind.
pub(super) fn state_for_values(dir: &Path, log: &dyn Log) -> Result<State, DeskError> {
    let ForValues { state, lines, from } = for_values(dir, log)?;
    keep_after(dir, &state, &lines, from);
    Ok(state)
}

/// The state for values as something was known of a log.
pub(super) fn state_known(dir: &Path, log: &dyn Log, known: Known) -> Result<State, DeskError> {
    let size = size_known(log, known)?;
    let kept = match Kept::open(dir) {
        // What is kept goes beyond: it is asked as of then, or is of no use.
        Some(kept) if 0 < size && size < kept.lines.size() => match kept.then(dir, log, size)? {
            Some(state) => return Ok(state),
            None => None,
        },
        kept => kept.filter(|_| size > 0),
    };
    Ok(go_on(dir, log, kept, known)?.state)
}

/// The state for values of all that a log holds, with the lines about no activity;
/// nothing is kept.
pub(super) fn for_values(dir: &Path, log: &dyn Log) -> Result<ForValues, DeskError> {
    go_on(dir, log, Kept::open(dir), Known::Now)
}

fn go_on(dir: &Path, log: &dyn Log, kept: Option<Kept>, known: Known) -> Result<ForValues, DeskError> {
    let kept = match kept {
        Some(kept) => kept.of(dir, log)?,
        None => None,
    };
    replay_on(log, kept.unwrap_or_else(|| ForValues::beside(dir)), known)
}

/// Takes away what is kept; whoever asks next makes it again.
pub(super) fn drop_it(dir: &Path) -> Result<(), LogError> {
    drop_derived(dir, NAME)
}

/// Keeps what such a state and lines make.
pub(super) fn write(dir: &Path, state: &State, lines: &Outline) -> Result<(), LogError> {
    write_sections(dir, NAME, |put| head(state, lines, put))
}

/// Makes it, where so many entries were just appended that whoever asks first for a
/// value would have to. Where that cannot be done, they will.
pub(super) fn make_after(dir: &Path, log: &dyn Log, appended: usize) {
    if appended as u64 > MOST_BEYOND {
        let _ = state_for_values(dir, log);
    }
}

/// Keeps what such a state and lines make, where what is kept goes so far and falls
/// behind. Where that cannot be done, whoever asks first makes it.
pub(super) fn keep_after(dir: &Path, state: &State, lines: &Outline, kept: u64) {
    if state.is_for_values() && !state.is_short() && falls_behind(state, kept) {
        let _ = write(dir, state, lines);
    }
}

/// Whether what is kept up to a size takes longer to be gone on with than it should: much
/// lies beyond it, or something by which all of many entries have to be looked at again.
fn falls_behind(state: &State, kept: u64) -> bool {
    state.size() > kept + most_beyond(kept) || (kept > MANY && state.touched_beside() > kept)
}

/// How far what is kept in a folder goes, and whether it says what its log says;
/// none where there is none, or one of another log.
pub(super) fn check(dir: &Path, log: &dyn Log) -> Result<Option<(u64, bool)>, DeskError> {
    let Some(kept) = Kept::open(dir).filter(|kept| kept.lines.size() > 0) else { return Ok(None) };
    if !kept.lines.is_of(log)? {
        return Ok(None);
    }
    let known = Known::Sequence(kept.lines.size() - 1);
    let ForValues { state, lines, .. } = replay_on(log, ForValues::beside(dir), known)?;
    Ok(Some((kept.lines.size(), kept.says(&state, &lines))))
}

/// Puts the sections of an index out and returns its head; none where what it is made
/// of is lost.
fn head(state: &State, lines: &Outline, put: &mut dyn FnMut(&[u8])) -> Option<Vec<u8>> {
    let places = state.put_index(put)?;
    Some([first_line(state, lines).as_bytes(), lines.bytes(), &places].concat())
}

fn first_line(state: &State, lines: &Outline) -> String {
    let (size, head) = (state.size(), state.head());
    let recorded = state.recorded().map_or_else(String::new, |moment| moment.to_string());
    format!("{PROJECTION} {size} {head} {recorded} {}\n", lines.bytes().len())
}

/// What was kept.
pub(super) struct Kept {
    pub(super) lines: Outline,
    recorded: Moment,
    places: Vec<u8>,
    file: Arc<DerivedFile>,
}

impl Kept {
    /// What is kept in a folder, of whichever log.
    pub(super) fn open(dir: &Path) -> Option<Self> {
        let file = DerivedFile::open(dir, NAME)?;
        let bytes = file.head();
        let end = bytes.iter().position(|byte| *byte == b'\n')?;
        let mut words = std::str::from_utf8(&bytes[..end]).ok()?.split(' ');
        words.next().filter(|projection| *projection == PROJECTION)?;
        let (size, head): (u64, Hash) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
        let recorded = words.next()?.parse().ok()?;
        let (lines, places) = bytes[end + 1..].split_at_checked(words.next()?.parse().ok()?)?;
        let (lines, places) = (Outline::of(size, head, lines.to_vec()), places.to_vec());
        Some(Self { lines, recorded, places, file: Arc::new(file) })
    }

    /// The state that it makes as of an earlier size, from 1 on.
    fn then(self, dir: &Path, log: &dyn Log, size: u64) -> Result<Option<State>, DeskError> {
        let Self { lines, places, file, .. } = self;
        if !lines.is_of(log)? {
            return Ok(None);
        }
        let (last, hash) = entry(log, size - 1)?;
        let mut state = State::for_values_on(Arc::new(BesideLog::of(dir)));
        let is_read = read_apart(lines.lines_before(size), &mut state).is_ok();
        let end = (size, hash, last.recorded);
        let is_whole = is_read && state.take_index_then(&places, Arc::new(Sections(file)), end);
        Ok(Some(state).filter(|_| is_whole))
    }

    /// The state that it makes, when the log still holds the line it goes up to.
    fn of(self, dir: &Path, log: &dyn Log) -> Result<Option<ForValues>, LogError> {
        let Self { lines, recorded, places, file } = self;
        if !lines.is_of(log)? {
            return Ok(None);
        }
        let mut state = State::for_values_on(Arc::new(BesideLog::of(dir)));
        // Whatever is wrong with it, it is made again.
        let is_read = read_apart(lines.lines(), &mut state).is_ok();
        let end = (lines.size(), lines.head(), recorded);
        let is_whole = is_read && state.take_index(&places, Arc::new(Sections(file)), end);
        Ok(is_whole.then(|| ForValues::of(state, lines)))
    }

    /// Where pieces of what is made again are put: those that are kept are there already.
    pub(super) fn stock(&self, dir: &Path) -> Arc<dyn Stock> {
        let pieces = State::pieces_of(&self.places).unwrap_or_default();
        Arc::new(AsKept::of(Arc::new(Sections(Arc::clone(&self.file))), pieces, dir))
    }

    /// Whether it is what such a state and lines make, with all its sections.
    pub(super) fn says(&self, state: &State, lines: &Outline) -> bool {
        let mut from = 0;
        let mut same = true;
        let made = head(state, lines, &mut |section| {
            same = same && self.file.read(from, section.len()).is_some_and(|kept| kept == section);
            from += section.len() as u64;
        });
        same && made.is_some_and(|made| made == self.file.head())
    }
}

/// The sections of a file.
#[derive(Debug)]
struct Sections(Arc<DerivedFile>);

impl Shelf for Sections {
    fn read(&self, from: u64, count: usize) -> Option<Vec<u8>> {
        self.0.read(from, count)
    }

    fn size(&self) -> u64 {
        self.0.size()
    }
}
