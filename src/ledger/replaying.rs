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

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use super::desk::DeskError;
use super::outline::{Outline, of_records};
use crate::event::{Entry, EntryError, Glance, Hash, Moment, types};
use crate::figures::{Known, ReplayError, Said, State};
use crate::log::{Group, Groups, Log, LogError};

/// Most threads that read: taking up keeps pace with no more of them.
const MOST_THREADS: usize = 4;

/// Groups that may be read before they are taken up, beside those at hand.
const GROUPS_AHEAD: usize = 4;

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
    let lines = Mutex::new(Untaken { groups: log.scan(from)?, taken: 0 });
    let spare = Mutex::new(Vec::new());
    let (done, read) = sync_channel(GROUPS_AHEAD);
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        for _ in 1..cores.min(MOST_THREADS) {
            let (mut reader, done) = (Reader::of(&lines, &spare, read_line), done.clone());
            scope.spawn(move || while reader.next().is_some_and(|group| done.send(group).is_ok()) {});
        }
        drop(done);
        let reader = Reader::of(&lines, &spare, read_line);
        let mut groups = InOrder { reader, read, early: BTreeMap::new(), next: 0 };
        while let Some(entries) = groups.next() {
            let mut entries = entries?;
            if take_up(taken, &mut entries, known)? {
                break;
            }
            locked(&spare).push(entries);
        }
        Ok(())
    })
}

/// Takes up entries as far as they are known; whether that end is reached.
fn take_up(taken: &mut Taken<'_>, entries: &mut Entries, known: Known) -> Result<bool, DeskError> {
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
            return Ok(true);
        }
        let is_indexed = state.take_up(said, hash)?;
        if let (Some(outline), Some(line)) = (&mut taken.outline, line.filter(|_| !is_indexed)) {
            outline.add(&line);
        }
    }
    Ok(false)
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

/// The lines that no thread has taken yet.
struct Untaken<'a> {
    groups: Groups<'a>,
    /// How many groups were taken.
    taken: usize,
}

/// What was read of a line; a box for each would be freed by another thread, a
/// fifth slower.
enum Line {
    Said(Said),
    /// With the line itself, which an outline keeps.
    Kept(Said, Vec<u8>),
    Glanced(Glance),
}

/// What the lines of a group say, with the hash of each.
type Entries = Vec<Result<(Line, Hash), Unread>>;

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

/// The entries of a group by its number, or why the log ends there.
struct Numbered {
    number: usize,
    entries: Result<Entries, LogError>,
}

/// Entries that were taken up: the room that they leave.
type Spare = Mutex<Vec<Entries>>;

/// Reads groups, with the room for one.
struct Reader<'l, 'a> {
    untaken: &'l Mutex<Untaken<'a>>,
    spare: &'l Spare,
    read_line: Read,
    group: Group,
}

impl<'l, 'a> Reader<'l, 'a> {
    fn of(untaken: &'l Mutex<Untaken<'a>>, spare: &'l Spare, read_line: Read) -> Self {
        Self { untaken, spare, read_line, group: Group::default() }
    }

    /// Takes the next group and reads it.
    fn next(&mut self) -> Option<Numbered> {
        let (number, filled) = self.take()?;
        Some(Numbered { number, entries: filled.map(|()| self.read()) })
    }

    fn take(&mut self) -> Option<(usize, Result<(), LogError>)> {
        let mut untaken = locked(self.untaken);
        let filled = untaken.groups.fill(&mut self.group)?;
        untaken.taken += 1;
        Some((untaken.taken - 1, filled))
    }

    fn read(&self) -> Entries {
        let mut entries = locked(self.spare).pop().unwrap_or_default();
        let read = |line| Ok(((self.read_line)(line)?, Hash::of(line)));
        entries.extend(self.group.lines().map(read));
        entries
    }
}

/// What a lock guards: a thread that panicked has ended the replay.
fn locked<T>(guarded: &Mutex<T>) -> MutexGuard<'_, T> {
    guarded.lock().unwrap_or_else(PoisonError::into_inner)
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

/// Groups that were read, in the order of the log.
struct InOrder<'l, 'a> {
    reader: Reader<'l, 'a>,
    read: Receiver<Numbered>,
    /// Those whose turn has not come.
    early: BTreeMap<usize, Result<Entries, LogError>>,
    next: usize,
}

impl InOrder<'_, '_> {
    /// The next group. Whoever waits for it reads another meanwhile.
    fn next(&mut self) -> Option<Result<Entries, LogError>> {
        loop {
            self.early.extend(self.read.try_iter().map(|it| (it.number, it.entries)));
            if let Some(entries) = self.early.remove(&self.next) {
                self.next += 1;
                return Some(entries);
            }
            let read = match self.reader.next() {
                Some(read) => read,
                None => self.read.recv().ok()?,
            };
            self.early.insert(read.number, read.entries);
        }
    }
}
