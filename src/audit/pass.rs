//! One pass over a log: every line read on all cores, and taken up in order.
//!
//! ```text
//! line ──Seen: hash, form, spelling──▶ chain, place, time, id, source   Fault
//!            all cores                 recorder, rules between entries  Misstep
//!                                      state, outline, index, documents
//!                                                │
//!                          Questions, strays ────┘ once more, where any are asked
//! ```

use std::cell::RefCell;
use std::ops::ControlFlow;

use super::Misstep;
use super::activities::Activities;
use super::asked::{Question, answer, are_many};
use super::documents::BesideCheck;
use super::follows::follows;
use super::ids::Ids;
use super::past::{Earlier, Past};
use super::recorders::Recorders;
use super::seen::{Seen, Spoken};
use super::verify::{Fault, Sound};
use crate::event::{Activity, Days, Entry, EntryError, EntryId, Hash, Json, Moment, read_activity, types};
use crate::figures::State;
use crate::ledger::{Compared, MadeAgain, Reading, Through};

/// How much of the last entries is kept at hand. What is asked of earlier ones is
/// found in one more reading.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// So many ids at least.
    pub ids: usize,
    /// So many hashes at least.
    pub hashes: usize,
}

impl Default for Room {
    fn default() -> Self {
        Self { ids: 1 << 16, hashes: 1 << 18 }
    }
}

/// What a log is read through with.
#[derive(Default)]
pub struct With<'a> {
    /// The other copy, which should hold the same lines.
    pub other: Option<&'a Reading>,
    /// What is derived from it.
    pub made: MadeAgain,
    /// What its entries name beside it.
    pub beside: Option<BesideCheck>,
    /// Who is told how many entries were checked.
    pub told: Option<&'a mut dyn FnMut(u64)>,
    /// How much is kept at hand.
    pub room: Room,
}

/// What one pass finds.
pub struct Verified {
    /// The end of a sound log, or the first fault.
    pub end: Result<Sound, Fault>,
    /// What comparing with the other copy found.
    pub compared: Compared,
    /// What the entries say, as far as values rest on it.
    pub state: State,
    /// What is derived, made again.
    pub made: MadeAgain,
    /// What lies beside the log.
    pub beside: Option<BesideCheck>,
}

/// Reads a log through and checks all of it.
pub fn verify<'a>(log: &Through<'a>, with: With<'a>) -> Verified {
    let With { other, made, beside, mut told, room } = with;
    let source = log.line(None, 0).and_then(|line| Entry::read(&line).ok()).map(|entry| entry.source);
    let source = source.unwrap_or_default();
    let mut pass = Pass::of(made, beside, room);
    let read = |line: &[u8], hash| Seen::of(line, hash, &source);
    // The other copy finds a line sooner; whether it is the one is told by its hash.
    let line_of = |place, hash| {
        let is_it = |line: &Vec<u8>| Hash::of(line) == hash;
        let quickly = other.and_then(|other| log.line(Some(other), place)).filter(is_it);
        quickly.or_else(|| log.line(None, place).filter(is_it))
    };
    let earlier = |place, hash| version_in(&line_of(place, hash)?);
    let (done, compared) = log.read(other, read, |found: &mut Vec<Result<Seen, EntryError>>| {
        for seen in found.drain(..) {
            pass.take(seen, &earlier)?;
        }
        if let Some(told) = &mut told {
            told(pass.state.size());
        }
        if are_many(&pass.asked.borrow(), &pass.ids)
            && let Some(fault) = pass.answer(log)?
        {
            return Err(fault);
        }
        Ok(ControlFlow::Continue(()))
    });
    let answered = pass.answer(log);
    let end = match (done, answered) {
        // What was asked of an entry comes before what was found there.
        (Err(fault), Ok(Some(asked))) if fault.place().is_none_or(|at| asked.place() <= Some(at)) => {
            Err(asked)
        }
        (Err(fault), _) | (Ok(()), Ok(Some(fault)) | Err(fault)) => Err(fault),
        (Ok(()), Ok(None)) => Ok(Sound { size: pass.state.size(), head: pass.state.head() }),
    };
    let Pass { state, made, beside, .. } = pass;
    Verified { end, compared, state, made, beside }
}

/// The version of an activity that a line holds.
fn version_in(line: &[u8]) -> Option<Activity> {
    let entry = Entry::read(line).ok()?;
    let data = match entry.draft.kind.as_str() {
        types::ENTRY_CORRECTED => entry.draft.data.get("content")?.as_object()?.clone(),
        _ => entry.draft.data,
    };
    read_activity(data).ok()
}

/// What is known on the way.
struct Pass {
    state: State,
    activities: Activities,
    ids: Ids,
    recorders: Recorders,
    asked: RefCell<Vec<Question>>,
    made: MadeAgain,
    /// Up to where what is derived goes next.
    reach: u64,
    beside: Option<BesideCheck>,
    days: Days,
}

impl Pass {
    fn of(made: MadeAgain, beside: Option<BesideCheck>, room: Room) -> Self {
        Self {
            state: made.state(),
            activities: Activities::keeping(room.hashes),
            ids: Ids::keeping(room.ids),
            recorders: Recorders::default(),
            asked: RefCell::default(),
            reach: made.next_end(0),
            made,
            beside,
            days: Days::default(),
        }
    }

    /// Answers what is asked so far.
    fn answer(&mut self, log: &Through<'_>) -> Result<Option<Fault>, Fault> {
        Ok(answer(log, self.asked.take(), self.ids.strays())?)
    }

    /// Takes up the next entry.
    fn take(&mut self, seen: Result<Seen, EntryError>, earlier: &Earlier<'_>) -> Result<(), Fault> {
        let sequence = self.state.size();
        let seen = seen.map_err(|source| Fault::Entry { sequence, source })?;
        let entry = seen.said.entry();
        self.stands(&seen, entry)?;
        let past = Past { state: &self.state, activities: &self.activities, asked: &self.asked, earlier };
        let follows = |()| follows(&past, entry, seen.said.activity());
        if let Err(reason) = self.recorders.take(&self.state, entry).and_then(follows) {
            return Err(misstep(entry, reason));
        }
        self.remember(entry, seen.said.activity().is_some(), seen.hash);
        if let (Some(beside), Some(named)) = (&mut self.beside, seen.named) {
            beside.named(sequence, *named);
        }
        self.take_up(seen.said, seen.hash, seen.line.as_deref())
    }

    /// Chain, place, time, id and source.
    fn stands(&mut self, seen: &Seen, entry: &Entry) -> Result<(), Fault> {
        let sequence = self.state.size();
        if !seen.is_spelled || entry.previous != self.state.head() {
            return Err(Fault::Chain(sequence));
        }
        if entry.sequence != sequence {
            return Err(Fault::Sequence { sequence, says: entry.sequence });
        }
        if self.state.recorded().is_some_and(|last: Moment| entry.recorded < last) {
            return Err(Fault::Time(sequence));
        }
        if !self.ids.take(entry.draft.id, sequence) {
            return Err(Fault::Id(sequence));
        }
        if seen.is_own { Ok(()) } else { Err(Fault::Source(sequence)) }
    }

    /// Remembers what later entries may rest on.
    fn remember(&mut self, entry: &Entry, is_activity: bool, hash: Hash) {
        let draft = &entry.draft;
        let kind = is_activity.then(|| self.state.short_kind(&draft.kind));
        self.activities.take(entry, kind, hash);
        let about = draft.corrected.and_then(|id| original(&self.state, &self.activities, id));
        let is_version = is_activity || (about.is_some() && draft.kind == types::ENTRY_CORRECTED);
        if is_version {
            self.activities.plan(entry.sequence, draft.occurred, self.days.day(entry.recorded));
        }
        if let Some(about) = about {
            let correction = draft.data.get("correction").and_then(Json::as_text);
            let correction = correction.and_then(|id| self.state.sequence_of(id.parse().ok()?));
            self.activities.tell(about, correction, entry);
        }
    }

    fn take_up(&mut self, said: Spoken, hash: Hash, line: Option<&[u8]>) -> Result<(), Fault> {
        let said = match said {
            Spoken::Said(said) => said,
            Spoken::Unsaid(unsaid) => return Err(unsaid.1.into()),
        };
        let kind = line.map(|_| said.entry().draft.kind.clone());
        let is_indexed = self.state.take_up(said, hash)?;
        if self.state.size() == 1 {
            self.days = Days::of(self.state.zone().clone());
        }
        if let (Some(line), Some(kind)) = (line, kind) {
            self.made.line(&kind, line, &self.state, is_indexed);
        }
        if self.state.size() == self.reach {
            self.made.reach(&self.state);
            self.reach = self.made.next_end(self.state.size());
        }
        Ok(())
    }
}

/// The place of the original of the activity with an id.
fn original(state: &State, activities: &Activities, id: EntryId) -> Option<u64> {
    let place = state.sequence_of(id)?;
    activities.mark(place)?.kind.as_ref().map(|_| place)
}

fn misstep(entry: &Entry, reason: Misstep) -> Fault {
    Fault::Misstep { sequence: entry.sequence, kind: entry.draft.kind.clone(), reason }
}
