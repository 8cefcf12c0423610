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
use std::path::Path;
use std::sync::Arc;

use hashbrown::HashSet;

use super::alike::Print;
use super::desk::DeskError;
use super::in_order::{ReadGroup, in_order};
use super::known_at::entry;
use super::line_read::{Found, Line, Read, Unread, glanced, read_whole, said, said_unless_activity};
use super::outline::Outline;
use super::stock::BesideLog;
use super::tree::{GrowingTree, KeptTree};
use crate::event::{Glance, Hash, Moment};
use crate::figures::{InMemory, Known, State, Stock, TakenUp};
use crate::log::{Beside, Log};

/// The state of a log as known.
pub fn replay(log: &dyn Log, known: Known) -> Result<State, DeskError> {
    let mut state = State::with_room(log.head().size);
    replay_as(
        log,
        0,
        known,
        said,
        &mut Taken { state: &mut state, lines: None, outline: None, tree: None, told: &mut |_| () },
    )?;
    Ok(state)
}

/// The state of a log as known from which every value can be worked out: of
/// activities it knows what rules read, and no more.
pub fn replay_for_values(log: &dyn Log, known: Known) -> Result<State, DeskError> {
    replay_on(log, ForValues::on(Arc::new(InMemory)), known).map(|replayed| replayed.state)
}

/// A state for values, and the lines about no activity that made it.
pub(super) struct ForValues {
    pub(super) state: State,
    pub(super) lines: Outline,
    /// From where it was replayed.
    pub(super) from: u64,
}

impl ForValues {
    /// Nothing yet; what rules read of activities goes into a stock.
    pub(super) fn on(stock: Arc<dyn Stock>) -> Self {
        Self::of(State::for_values_on(stock), Outline::default())
    }

    /// Nothing yet; what rules read of activities lies beside a log.
    pub(super) fn beside(dir: &Path) -> Self {
        Self::on(Arc::new(BesideLog::of(dir)))
    }

    /// What was replayed so far.
    pub(super) fn of(state: State, lines: Outline) -> Self {
        Self { from: state.size(), state, lines }
    }

    /// Once more from the start, with all that rules came to read on the way.
    fn again(self, log: &dyn Log, known: Known, told: Told<'_>) -> Result<Self, DeskError> {
        let mut again = Self::of(self.state.again(), Outline::default());
        again.take(log, known, told, None)?;
        Ok(again)
    }

    /// Goes on up to what is known of the log; what else is derived from it grows along.
    fn take(
        &mut self,
        log: &dyn Log,
        known: Known,
        told: Told<'_>,
        beside: Option<&mut (Outline, GrowingTree)>,
    ) -> Result<(), DeskError> {
        let Self { state, lines, from } = self;
        let (outline, tree) = beside.map(|(outline, tree)| (outline, tree)).unzip();
        let taken = &mut Taken { state, lines: Some(lines), outline, tree, told };
        replay_as(log, *from, known, said_unless_activity, taken)?;
        lines.reach(state.size(), state.head());
        Ok(())
    }
}

/// Goes on from there up to what is known of the log; once more from the start where
/// a rule came later than what it reads.
pub(super) fn replay_on(log: &dyn Log, replayed: ForValues, known: Known) -> Result<ForValues, DeskError> {
    replay_telling(log, replayed, known, &mut |_| ())
}

/// The same, telling how many entries are taken up.
pub(super) fn replay_telling(
    log: &dyn Log,
    mut replayed: ForValues,
    known: Known,
    told: Told<'_>,
) -> Result<ForValues, DeskError> {
    replayed.take(log, known, told, None)?;
    if replayed.state.is_short() { replayed.again(log, known, told) } else { Ok(replayed) }
}

/// All that is derived from a log: the state for values with its lines, the outline and the
/// tree, telling how many entries are taken up.
pub(super) fn replay_derived(
    log: &dyn Log,
    mut replayed: ForValues,
    told: Told<'_>,
) -> Result<(ForValues, Outline, KeptTree), DeskError> {
    let mut beside = (Outline::default(), GrowingTree::on(None));
    replayed.take(log, Known::Now, told, Some(&mut beside))?;
    let (mut outline, tree) = beside;
    outline.reach(replayed.state.size(), replayed.state.head());
    let replayed = if replayed.state.is_short() { replayed.again(log, Known::Now, told)? } else { replayed };
    Ok((replayed, outline, tree.made()))
}

/// What the lines of an outline say.
pub(super) fn replay_outline(outline: &Outline) -> Result<State, DeskError> {
    let mut state = State::without_records();
    read_apart(outline.lines(), &mut state)?;
    Ok(state)
}

/// The places in a log of the versions of activities that have one of some prints, in order,
/// each with its own.
pub(super) fn places_of(log: &dyn Log, sought: &HashSet<Print>) -> Result<Vec<(u64, Print)>, DeskError> {
    let (mut places, mut sequence) = (vec![], 0);
    let print = |line: &[u8], _, found: &mut Found| Print::of_any_in(line, &mut found.members);
    in_order(&mut Beside::alone(log, 0)?, print, |read, _| {
        for print in read.each.drain(..) {
            if sought.contains(&print) {
                places.push((sequence, print));
            }
            sequence += 1;
        }
        Ok::<_, DeskError>(ControlFlow::Continue(()))
    })?;
    Ok(places)
}

/// Takes up lines that stand apart from those between them.
pub(super) fn read_apart<'l>(
    lines: impl Iterator<Item = &'l [u8]>,
    state: &mut State,
) -> Result<(), DeskError> {
    for line in lines {
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
        let (last, hash) = entry(log, sequence)?;
        state.resume(from, hash, last.recorded);
    }
    let told = &mut |_| ();
    let taken = &mut Taken { state: &mut state, lines: None, outline: Some(outline), tree: None, told };
    replay_as(log, from, Known::Now, glanced, taken)?;
    outline.reach(state.size(), state.head());
    Ok(state)
}

/// Who is told how many entries are taken up.
pub(super) type Told<'t> = &'t mut dyn FnMut(u64);

/// What takes up entries.
struct Taken<'t> {
    state: &'t mut State,
    /// Where the lines are added of which not all went into the index.
    lines: Option<&'t mut Outline>,
    /// Where those are added of entries that concern no record.
    outline: Option<&'t mut Outline>,
    /// What takes in the hash of each entry.
    tree: Option<&'t mut GrowingTree>,
    told: Told<'t>,
}

fn replay_as(
    log: &dyn Log,
    from: u64,
    known: Known,
    read_line: Read,
    taken: &mut Taken<'_>,
) -> Result<(), DeskError> {
    let read = |line: &[u8], hash, found: &mut Found| Ok((read_line(line, found)?, hash));
    in_order(&mut Beside::alone(log, from)?, read, |read, _| take_up(taken, read, known))
}

/// Takes up entries as far as they are known; whether that end is reached.
fn take_up(taken: &mut Taken<'_>, read: &mut Lines, known: Known) -> Result<ControlFlow<()>, DeskError> {
    let state = &mut *taken.state;
    let ReadGroup { group, each, room: Found { members, skims, said } } = read;
    let (mut skims, mut said) = (skims.iter(), said.drain(..));
    for (bytes, entry) in group.lines().zip(each.drain(..)) {
        let sequence = state.size();
        let (line, hash) = entry.map_err(|unread| unread.at(sequence))?;
        if let Some(tree) = taken.tree.as_mut() {
            tree.take(hash);
        }
        match line {
            Line::Skimmed => {
                let Some(skim) = skims.next() else { continue };
                if is_beyond(state, (skim.sequence, skim.recorded), known) {
                    return Ok(ControlFlow::Break(()));
                }
                state.take_up_skimmed(skim.of(bytes, members), hash)?;
            }
            Line::Glanced(glance) => {
                if is_beyond(state, (glance.sequence, glance.recorded), known) {
                    return Ok(ControlFlow::Break(()));
                }
                state.pass_over(glance, hash)?;
            }
            Line::Said => {
                let Some(said) = said.next() else { continue };
                if is_beyond(state, (said.entry().sequence, said.entry().recorded), known) {
                    return Ok(ControlFlow::Break(()));
                }
                let taken_up = state.take_up(said, hash)?;
                if let Some(lines) = taken.lines.as_mut().filter(|_| taken_up != TakenUp::Indexed) {
                    lines.add(bytes);
                }
                if let Some(outline) = taken.outline.as_mut().filter(|_| taken_up == TakenUp::Apart) {
                    outline.add(bytes);
                }
            }
        }
    }
    (taken.told)(state.size());
    Ok(ControlFlow::Continue(()))
}

/// Whether an entry that stands there, appended at a moment, is not known yet.
fn is_beyond(state: &State, (sequence, recorded): (u64, Moment), known: Known) -> bool {
    match known {
        Known::Now => false,
        Known::Moment(moment) => recorded > moment,
        Known::Sequence(last) => sequence > last,
        // Entry 0, which says the zone, was there before anyone asked.
        Known::Day(day) => state.size() > 0 && recorded > Moment::end_of(day, state.zone()),
    }
}

/// What was read of a line, and its hash.
type Hashed = (Line, Hash);

/// The lines of a group, how each was read with its hash, and what was read.
type Lines = ReadGroup<Result<Hashed, Unread>, Found>;
