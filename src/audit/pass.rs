//! One pass over a log: every line read on all cores, and taken up in order.
//!
//! ```text
//! line ──Reading: hash, form, spelling, fields──▶ chain, place, time, id, source   Fault
//!            all cores         ▲                  recorder, rules between entries  Misstep
//!                              └──────Known────── state, outline, index, documents
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::hash::RandomState;
use std::ops::ControlFlow;
use std::sync::Mutex;

use super::Misstep;
use super::activities::Activities;
use super::documents::BesideCheck;
use super::erasures::seals;
use super::follows::{follows, follows_skimmed};
use super::ids::Ids;
use super::known::Known;
use super::past::{Earlier, Past};
use super::place::Place;
use super::recorders::Recorders;
use super::roots::Roots;
use super::seen::{Found, Glimpse, Marks, Reading as Lines, Seen, Spelt, Spoken};
use super::verify::{Fault, Sound};
use crate::event::{
    Activity, Days, Entry, EntryError, EntryId, Hash, Json, Moment, Skimmed, read_activity, types,
};
use crate::figures::State;
use crate::ledger::{Compared, MadeAgain, ReadGroup, Reading, Through, locked};
use crate::proof::Node;

/// How a log is read through.
#[derive(Clone, Copy, Debug)]
pub struct Manner {
    /// Whether activities are skimmed. Where they are not, every line is read in full:
    /// slower, with the same outcome.
    pub skims: bool,
}

impl Default for Manner {
    fn default() -> Self {
        Self { skims: true }
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
    /// At which sizes the root of its tree is asked for, besides the last.
    pub wanted: BTreeSet<u64>,
    /// How its lines are read.
    pub manner: Manner,
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
    /// The roots of its tree, by size.
    pub roots: BTreeMap<u64, Node>,
}

/// Reads a log through and checks all of it.
pub fn verify<'a>(log: &Through<'a>, with: With<'a>) -> Verified {
    let With { other, made, beside, mut told, wanted, manner } = with;
    let source = log.line(None, 0).and_then(|line| Entry::read(&line).ok()).map(|entry| entry.source);
    let source = source.unwrap_or_default();
    let (key, known) = (RandomState::new(), Mutex::default());
    let mut pass = Pass::of(made, beside, wanted, Activities::under(key.clone()));
    let reading = Lines { source, key, known: manner.skims.then_some(&known) };
    // The other copy finds a line sooner; whether it is the one is told by its hash.
    let line_of = |place, hash| {
        let is_it = |line: &Vec<u8>| Hash::of(line) == hash;
        let quickly = other.and_then(|other| log.line(Some(other), place)).filter(is_it);
        quickly.or_else(|| log.line(None, place).filter(is_it))
    };
    let earlier = |place, hash| version_in(&line_of(place, hash)?);
    let see = |line: &[u8], hash, found: &mut Found| (reading.see(line, hash, found), hash);
    let (done, compared) = log.read(other, see, |group: &mut SeenGroup| {
        pass.take_group(group, &reading, &earlier)?;
        if let Some(told) = &mut told {
            told(pass.state.size());
        }
        Ok(ControlFlow::Continue(()))
    });
    let end = done.map(|()| Sound { size: pass.state.size(), head: pass.state.head() });
    let Ended { state, made, beside, roots } = pass.end();
    Verified { end, compared, state, made, beside, roots }
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

/// The lines of a group, with what was read of each, and its hash.
type SeenGroup = ReadGroup<(Result<Seen, EntryError>, Hash), Found>;

/// What is known on the way.
struct Pass {
    state: State,
    activities: Activities,
    ids: Ids,
    recorders: Recorders,
    known: Known,
    made: MadeAgain,
    /// Up to where what is derived goes next.
    reach: u64,
    /// Whether it goes up to here, and is not compared yet.
    is_reached: bool,
    beside: Option<BesideCheck>,
    roots: Roots,
    days: Days,
}

/// What there is at the end of a pass.
struct Ended {
    state: State,
    made: MadeAgain,
    beside: Option<BesideCheck>,
    roots: BTreeMap<u64, Node>,
}

impl Pass {
    fn of(
        made: MadeAgain,
        beside: Option<BesideCheck>,
        mut wanted: BTreeSet<u64>,
        activities: Activities,
    ) -> Self {
        wanted.extend(made.tree_size());
        Self {
            state: made.state(),
            activities,
            ids: Ids::default(),
            recorders: Recorders::default(),
            known: Known::default(),
            reach: made.next_end(0),
            is_reached: false,
            made,
            beside,
            roots: Roots::wanted(wanted),
            days: Days::default(),
        }
    }

    /// Takes up the entries of a group, and tells those who read what is known by them.
    fn take_group(
        &mut self,
        group: &mut SeenGroup,
        reading: &Lines<'_>,
        earlier: &Earlier<'_>,
    ) -> Result<(), Fault> {
        let ReadGroup { group, each, room: Found { members, glimpses, .. } } = group;
        let (mut knows_more, mut glimpses) = (false, glimpses.iter_mut());
        for (line, (seen, hash)) in group.lines().zip(each.drain(..)) {
            let sequence = self.state.size();
            let no_entry = |source| Fault::Entry { sequence, source };
            let seen = seen.map_err(no_entry)?;
            let glimpse = if matches!(seen, Seen::Skimmed) { glimpses.next() } else { None };
            if let Some(Glimpse { skim, marks }) = glimpse {
                self.take_skimmed(skim.of(line, members), marks, earlier)?;
                continue;
            }
            let read = match seen {
                Seen::Read(read) => *read,
                Seen::Open | Seen::Skimmed => reading.read(line, hash).map_err(no_entry)?,
            };
            knows_more |= self.take(read, line, earlier)?;
        }
        if let Some(known) = reading.known.filter(|_| knows_more) {
            *locked(known) = self.known.clone();
        }
        Ok(())
    }

    /// Takes up the next entry, an activity found right by what was known before; the
    /// rest is the same in the same order.
    fn take_skimmed(
        &mut self,
        said: Skimmed<'_>,
        marks: &mut Marks,
        earlier: &Earlier<'_>,
    ) -> Result<(), Fault> {
        self.compare();
        let (skim, sequence) = (said.skim, self.state.size());
        self.stands(marks, Place::of_skim(skim))?;
        let past = Past { state: &self.state, activities: &self.activities, earlier };
        let named = marks.named.as_deref();
        let follows = |()| follows_skimmed(&past, skim).and_then(|()| seals(&past, named, None));
        if let Err(reason) = self.recorders.take_activity(&self.state, skim.user).and_then(follows) {
            return Err(Fault::Misstep { sequence, kind: said.kind().to_owned(), reason });
        }
        let kind = self.state.short_kind(said.kind());
        self.activities.take(skim.user, Some(kind), skim.batch, marks.tag);
        self.ids.take(skim.id, true);
        self.activities.plan(sequence, Some(skim.occurred), self.days.day(skim.recorded));
        if let (Some(beside), Some(named)) = (&mut self.beside, marks.named.take()) {
            beside.named(sequence, *named);
        }
        self.state.take_up_skimmed(said, marks.hash)?;
        self.roots.take(marks.hash);
        self.reach();
        Ok(())
    }

    /// Takes up the next entry, read in full; whether more is known by it.
    fn take(&mut self, read: Spelt, line: &[u8], earlier: &Earlier<'_>) -> Result<bool, Fault> {
        self.compare();
        let (sequence, entry) = (self.state.size(), read.said.entry());
        self.stands(&read.marks, Place::of(entry))?;
        let past = Past { state: &self.state, activities: &self.activities, earlier };
        let (version, named) = (read.said.version(), read.marks.named.as_deref());
        let follows = |()| follows(&past, entry, version).and_then(|()| seals(&past, named, Some(entry)));
        if let Err(reason) = self.recorders.take(&self.state, entry).and_then(follows) {
            return Err(misstep(entry, reason));
        }
        self.remember(entry, read.said.is_activity(), read.marks.tag);
        let line = read.is_own_type().then_some(line);
        if let (Some(beside), Some(named)) = (&mut self.beside, read.marks.named) {
            beside.named(sequence, *named);
        }
        self.take_up(read.said, read.marks.hash, line)
    }

    /// Chain, place, time, id and source.
    fn stands(&self, marks: &Marks, says: Place) -> Result<(), Fault> {
        let sequence = self.state.size();
        if !marks.is_spelled || says.previous != self.state.head() {
            return Err(Fault::Chain(sequence));
        }
        if says.sequence != sequence {
            return Err(Fault::Sequence { sequence, says: says.sequence });
        }
        if self.state.recorded().is_some_and(|last: Moment| says.recorded < last) {
            return Err(Fault::Time(sequence));
        }
        if !self.ids.is_new(says.id, |id| self.state.sequence_of(id).is_some()) {
            return Err(Fault::Id(sequence));
        }
        if marks.is_own { Ok(()) } else { Err(Fault::Source(sequence)) }
    }

    /// Remembers what later entries may rest on.
    fn remember(&mut self, entry: &Entry, is_activity: bool, tag: u64) {
        let draft = &entry.draft;
        let kind = is_activity.then(|| self.state.short_kind(&draft.kind));
        self.activities.take(entry.author.user, kind, draft.batch, tag);
        self.ids.take(draft.id, is_activity);
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

    /// Takes up what an entry says, with the line itself of one of the program's own.
    fn take_up(&mut self, said: Spoken, hash: Hash, line: Option<&[u8]>) -> Result<bool, Fault> {
        if types::closes_a_year(&said.entry().draft.kind) {
            self.roots.note();
        }
        self.roots.take(hash);
        let said = match said {
            Spoken::Said(said) => said,
            Spoken::Unsaid(unsaid) => return Err(unsaid.1.into()),
        };
        let Some(line) = line else {
            self.state.take_up(said, hash)?;
            self.reach();
            return Ok(false);
        };
        let (kind, subject) = (said.entry().draft.kind.clone(), said.entry().draft.subject.clone());
        let taken_up = self.state.take_up(said, hash)?;
        if self.state.size() == 1 {
            self.days = Days::of(self.state.zone().clone());
        }
        self.made.line(line, &self.state, taken_up);
        self.reach();
        Ok(self.known.learn(&self.state, &kind, subject.as_ref()))
    }

    /// Notes where what is derived goes up to here. It is compared before the next entry
    /// is taken up, or at the end, when nothing else has to be remembered: both take room.
    fn reach(&mut self) {
        self.is_reached = self.state.size() == self.reach;
    }

    fn compare(&mut self) {
        if std::mem::take(&mut self.is_reached) {
            self.made.reach(&self.state);
            self.reach = self.made.next_end(self.state.size());
        }
    }

    /// What there is at the end.
    fn end(mut self) -> Ended {
        self.activities = Activities::under(RandomState::new());
        self.ids = Ids::default();
        self.compare();
        let roots = self.roots.found();
        self.made.check_tree(&roots);
        Ended { state: self.state, made: self.made, beside: self.beside, roots }
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
