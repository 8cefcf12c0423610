//! Replay of a log into a state, as known at a moment.
//!
//! ```text
//! lines ──in groups──▶ hash, read: all cores ──in order──▶ take up, one after the other
//! ```
//!
//! Every line is hashed, and the state refuses an entry that does not name the
//! hash of the one before it: an answer rests on nothing that was not hashed
//! again (docs/decisions/0011). Only taking up needs the order, so the rest is
//! done beside it.

use std::ops::ControlFlow;

use super::desk::DeskError;
use super::in_order::in_order;
use super::outline::{Outline, of_records};
use crate::event::{Entry, EntryError, Glance, Hash, Moment, types};
use crate::figures::{Known, ReplayError, Said, State};
use crate::log::{Beside, Log};

/// The state of a log as known.
pub fn replay(log: &dyn Log, known: Known) -> Result<State, DeskError> {
    let mut state = State::with_room(log.head().size);
    replay_as(log, 0, known, said, &mut Taken { state: &mut state, outline: None })?;
    Ok(state)
}

/// The state of a log as known from which every value can be worked out: of
/// activities it knows what rules read, and no more.
pub fn replay_for_values(log: &dyn Log, known: Known) -> Result<State, DeskError> {
    replay_on(log, ForValues::default(), known).map(|replayed| replayed.state)
}

/// A state for values, and the lines about no activity that made it.
pub(super) struct ForValues {
    pub(super) state: State,
    pub(super) lines: Outline,
    /// From where it was replayed.
    pub(super) from: u64,
}

impl ForValues {
    /// What was replayed so far.
    pub(super) fn of(state: State, lines: Outline) -> Self {
        Self { from: state.size(), state, lines }
    }

    /// Goes on up to what is known of the log.
    fn go_on(&mut self, log: &dyn Log, known: Known) -> Result<(), DeskError> {
        let Self { state, lines, from } = self;
        replay_as(log, *from, known, kept_unless_activity, &mut Taken { state, outline: Some(lines) })?;
        lines.reach(state.size(), state.head());
        Ok(())
    }
}

impl Default for ForValues {
    fn default() -> Self {
        Self::of(State::for_values(), Outline::default())
    }
}

/// Goes on from there up to what is known of the log; once more from the start where
/// a rule came later than what it reads.
pub(super) fn replay_on(
    log: &dyn Log,
    mut replayed: ForValues,
    known: Known,
) -> Result<ForValues, DeskError> {
    replayed.go_on(log, known)?;
    if replayed.state.is_short() {
        replayed = ForValues::of(replayed.state.again(), Outline::default());
        replayed.go_on(log, known)?;
    }
    Ok(replayed)
}

/// What the lines of an outline say.
pub(super) fn replay_outline(outline: &Outline) -> Result<State, DeskError> {
    let mut state = State::without_records();
    read_apart(outline, &mut state)?;
    Ok(state)
}

/// Takes up lines that stand apart from those between them.
pub(super) fn read_apart(outline: &Outline, state: &mut State) -> Result<(), DeskError> {
    for line in outline.lines() {
        let sequence = Glance::at(line).map_or(0, |glance| glance.sequence);
        let said = read_whole(line).map_err(|unread| unread.at(sequence))?;
        state.take_up_apart(said, Hash::of(line))?;
    }
    Ok(())
}

/// What a log says beside its activities and reported totals: what its outline
/// says, then what lies beyond, where only the ends of other lines are looked
/// at. The outline goes up to the log's end then.
pub(super) fn replay_beyond(
    log: &dyn Log,
    outline: &mut Outline,
    mut state: State,
) -> Result<State, DeskError> {
    let from = outline.size();
    if let Some(sequence) = from.checked_sub(1) {
        let last = log.get(sequence)?.unwrap_or_default();
        let entry = Entry::read(&last).map_err(|source| DeskError::Entry { sequence, source })?;
        state.resume(from, Hash::of(&last), entry.recorded);
    }
    replay_as(log, from, Known::Now, glanced, &mut Taken { state: &mut state, outline: Some(outline) })?;
    outline.reach(state.size(), state.head());
    Ok(state)
}

/// What takes up entries.
struct Taken<'t> {
    state: &'t mut State,
    /// Where lines of entries that concern no record are added.
    outline: Option<&'t mut Outline>,
}

/// How a line is read.
type Read = fn(&[u8]) -> Result<Line, Unread>;

fn replay_as(
    log: &dyn Log,
    from: u64,
    known: Known,
    read_line: Read,
    taken: &mut Taken<'_>,
) -> Result<(), DeskError> {
    let read = |line: &[u8], hash| Ok((read_line(line)?, hash));
    in_order(&mut Beside::alone(log, from)?, read, |entries, _| take_up(taken, entries, known))
}

/// Takes up entries as far as they are known; whether that end is reached.
fn take_up(
    taken: &mut Taken<'_>,
    entries: &mut Vec<Told>,
    known: Known,
) -> Result<ControlFlow<()>, DeskError> {
    let state = &mut *taken.state;
    for entry in entries.drain(..) {
        let sequence = state.size();
        let (line, hash) = entry.map_err(|unread| unread.at(sequence))?;
        let (said, line) = match line {
            Line::Said(said) => (said, None),
            Line::Kept(said, line) => (said, Some(line)),
            Line::Glanced(glance) => {
                state.pass_over(glance, hash)?;
                continue;
            }
        };
        if is_beyond(state, said.entry(), known) {
            return Ok(ControlFlow::Break(()));
        }
        let is_indexed = state.take_up(said, hash)?;
        if let (Some(outline), Some(line)) = (&mut taken.outline, line.filter(|_| !is_indexed)) {
            outline.add(&line);
        }
    }
    Ok(ControlFlow::Continue(()))
}

fn is_beyond(state: &State, entry: &Entry, known: Known) -> bool {
    match known {
        Known::Now => false,
        Known::Moment(moment) => entry.recorded > moment,
        Known::Sequence(sequence) => entry.sequence > sequence,
        // Entry 0, which says the zone, was there before anyone asked.
        Known::Day(day) => state.size() > 0 && entry.recorded > Moment::end_of(day, state.zone()),
    }
}

/// What was read of a line; a box for each would be freed by another thread, a
/// fifth slower.
enum Line {
    Said(Said),
    /// With the line itself, which an outline keeps.
    Kept(Said, Vec<u8>),
    Glanced(Glance),
}

/// What a line says, with its hash.
type Told = Result<(Line, Hash), Unread>;

/// Why a line cannot be read.
enum Unread {
    Form(EntryError),
    Said(ReplayError),
}

impl Unread {
    fn at(self, sequence: u64) -> DeskError {
        match self {
            Self::Form(source) => DeskError::Entry { sequence, source },
            Self::Said(error) => error.into(),
        }
    }
}

fn said(line: &[u8]) -> Result<Line, Unread> {
    read_whole(line).map(Line::Said)
}

fn read_whole(line: &[u8]) -> Result<Said, Unread> {
    let mut entry = Entry::read(line).map_err(Unread::Form)?;
    // All entries name one source; only that of entry 0 is kept.
    if entry.sequence > 0 {
        entry.source = String::new();
    }
    Said::of(entry).map_err(Unread::Said)
}

/// Reads a line in full, and keeps it unless it records an activity.
fn kept_unless_activity(line: &[u8]) -> Result<Line, Unread> {
    let said = read_whole(line)?;
    let is_own = said.entry().draft.kind.starts_with(types::PREFIX);
    Ok(if is_own { Line::Kept(said, line.to_vec()) } else { Line::Said(said) })
}

/// Reads a line in full unless it is about records.
fn glanced(line: &[u8]) -> Result<Line, Unread> {
    match of_records(line) {
        Some(glance) => Ok(Line::Glanced(glance)),
        None => Ok(Line::Kept(read_whole(line)?, line.to_vec())),
    }
}
