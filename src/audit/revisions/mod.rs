//! What became of the values of a closed year: for each that is another today, the
//! entries, rules and register changes since that made the difference.

mod learned;
mod made_of;

use std::collections::{BTreeMap, BTreeSet};

use self::learned::Reads;
use self::made_of::{MadeOf, is_unexplained};
use crate::event::{Author, BodyId, Entry, Exact, Json, Moment, types};
use crate::figures::{
    ClosedValue, ClosedYear, Filter, PlanChoice, Question, Record, Ruling, RulingError, State, Value,
    bodies_named, explain,
};
use crate::plan::Indicator;

/// What made a difference.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Cause {
    /// An entry recorded after the close.
    Late,
    /// A correction, or that one was withdrawn.
    Corrected,
    /// A withdrawal.
    Withdrawn,
    /// An approval, a rejection or a confirmation.
    Judged,
    /// Documents that were added, or taken back.
    Backed,
    /// Another version of the rule.
    Rule,
    /// What came to be known of a body, or another definition: told where an entry counts
    /// otherwise for no reason of its own.
    Register,
    /// It follows from one of the others: what is counted once or holds until replaced.
    Follows,
}

impl Cause {
    /// The word for programs and messages.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::Corrected => "corrected",
            Self::Withdrawn => "withdrawn",
            Self::Judged => "judged",
            Self::Backed => "backed",
            Self::Rule => "rule",
            Self::Register => "register",
            Self::Follows => "follows",
        }
    }
}

/// On which side of a share something counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Side {
    /// Above the line.
    Part,
    /// Below it.
    Whole,
}

impl Side {
    /// The word for programs and messages.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Part => "part",
            Self::Whole => "whole",
        }
    }
}

/// Something that changed since the close.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// What kind of change.
    pub cause: Cause,
    /// The entry that made it.
    pub sequence: u64,
    /// The entry whose amount it changed, where that is another.
    pub about: Option<u64>,
    /// Of a share, on which side.
    pub side: Option<Side>,
    /// Of another rule, the versions of then and of today.
    pub versions: Option<[u32; 2]>,
    /// What that added when the year was closed; none where it did not count.
    pub was: Option<Exact>,
    /// What it adds today.
    pub is: Option<Exact>,
    /// Who recorded the change, when and why.
    pub by: Option<Author>,
    /// When.
    pub recorded: Option<Moment>,
    /// Why, as it was said.
    pub reason: Option<String>,
}

/// A value that is another today.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Revision {
    /// The indicator.
    pub indicator: String,
    /// As it was closed; none of an indicator that the plan did not have.
    pub closed: Option<ClosedValue>,
    /// As it is today; none of one that the plan has no longer.
    pub today: Option<ClosedValue>,
    /// What made the difference.
    pub changes: Vec<Change>,
}

/// The ledger as revisions are asked of it.
pub struct Since<'a> {
    /// What was known when the year was closed.
    pub then: &'a State,
    /// What is known today.
    pub now: &'a State,
    /// The entry at a place.
    pub entry: &'a dyn Fn(u64) -> Option<Entry>,
}

/// The values of a closed year that are others today, in the plan's order of ids.
pub fn revisions(year: &ClosedYear, since: &Since<'_>) -> Result<Vec<Revision>, RulingError> {
    let closed: BTreeMap<&str, &ClosedValue> =
        year.values.iter().map(|it| (it.indicator.as_str(), it)).collect();
    let was = PlanChoice { id: Some(year.plan.clone()), version: Some(year.version) };
    let is = PlanChoice { id: Some(year.plan.clone()), version: None };
    let before = Ruling::at(since.then, &was, year.as_at)?;
    let after = Ruling::at(since.now, &is, year.as_at)?;
    let pair = Pair { before: &before, after: &after, year, since };
    let ids: BTreeSet<&str> =
        closed.keys().copied().chain(after.indicators().map(|it| it.id.as_str())).collect();
    Ok(ids.into_iter().filter_map(|id| pair.revision(id, closed.get(id).copied())).collect())
}

/// Both sides of a comparison.
struct Pair<'p, 'a> {
    before: &'p Ruling<'a>,
    after: &'p Ruling<'a>,
    year: &'p ClosedYear,
    since: &'p Since<'a>,
}

impl Pair<'_, '_> {
    fn revision(&self, id: &str, closed: Option<&ClosedValue>) -> Option<Revision> {
        let (old, new) = (self.before.indicator(id), self.after.indicator(id));
        let now = new.map(|it| self.value(self.since.now, self.after, it));
        let today = now.as_ref().map(|value| ClosedValue::of(id, value));
        if today.as_ref() == closed {
            return None;
        }
        let then = old.map(|it| self.value(self.since.then, self.before, it)).unwrap_or_default();
        let rule = self.rule(old, new);
        let made_of = MadeOf { pair: self, then: &then, now: &now.unwrap_or_default(), rule: rule.as_ref() };
        let mut changes = made_of.changes();
        changes.extend(rule);
        let unexplained: BTreeSet<u64> =
            changes.iter().filter(|it| it.cause == Cause::Follows).map(|it| it.sequence).collect();
        let is_explained = !is_unexplained(&changes);
        if let Some(indicator) = new.filter(|_| !is_explained || !unexplained.is_empty()) {
            let reads = Reads::of(self.since.now, self.after, indicator);
            changes.extend(self.learned(&reads, &unexplained, is_explained));
            if is_unexplained(&changes) {
                changes.extend(self.closed_by(&reads));
            }
        }
        changes.sort_by_key(|it| (it.cause, it.sequence, it.about, it.side));
        Some(Revision { indicator: id.to_owned(), closed: closed.cloned(), today, changes })
    }

    fn value(&self, state: &State, ruling: &Ruling<'_>, indicator: &Indicator) -> Value {
        let question = Question::new(state, ruling, self.year.as_at, Filter::default());
        (*explain(&question, indicator).value).clone()
    }

    fn is_late(&self, place: u64) -> bool {
        place >= self.year.size
    }

    /// That another version of its rule is in force, or of the rule of one of its sides; the
    /// entry that adopted it.
    fn rule(&self, old: Option<&Indicator>, new: Option<&Indicator>) -> Option<Change> {
        let adopted = self.after.adopted.sequence;
        let versions = |ruling: &Ruling<'_>, it: Option<&Indicator>| -> Vec<u32> {
            let sides = it.iter().flat_map(|it| [&it.rule.part, &it.rule.whole]).flatten();
            let sides = sides.filter_map(|id| ruling.indicator(id));
            it.into_iter().chain(sides).map(|it| it.version).collect()
        };
        let [was, is] = [versions(self.before, old), versions(self.after, new)];
        let versions = was.iter().zip(&is).find(|(was, is)| was != is).map(|(was, is)| [*was, *is]);
        (was != is && self.is_late(adopted)).then(|| Change { versions, ..self.plain(Cause::Rule, adopted) })
    }

    /// What a rule reads of what came to be known since: of the bodies that some entries name,
    /// and of types and lists. Where nothing else makes a difference and none of it is about
    /// these bodies, all of it is told.
    fn learned(&self, reads: &Reads<'_>, about: &BTreeSet<u64>, is_explained: bool) -> Vec<Change> {
        let named = self.bodies_of(about);
        let learned = (self.year.size..self.since.now.size()).filter_map(|place| {
            let entry = (self.since.entry)(place)?;
            // That something is withdrawn says as much as it did.
            let withdrawn = entry.draft.corrected.filter(|_| entry.draft.kind == types::ENTRY_WITHDRAWN);
            let withdrawn = withdrawn.and_then(|id| (self.since.entry)(self.since.now.sequence_of(id)?));
            let is_read = reads.reads(&entry) || withdrawn.as_ref().is_some_and(|it| reads.reads(it));
            let entry = Some(withdrawn.unwrap_or(entry)).filter(|_| is_read)?;
            let body = entry.draft.subject.as_ref().map(|id| self.since.now.register().canonical(id));
            Some((place, body.is_none_or(|body| named.contains(body))))
        });
        let learned: Vec<(u64, bool)> = learned.collect();
        let is_some = is_explained || learned.iter().any(|(_, is_about)| *is_about);
        let told = learned.into_iter().filter(|(_, is_about)| *is_about || !is_some);
        told.map(|(place, _)| self.plain(Cause::Register, place)).collect()
    }

    /// What was recorded since and closes what a rule counts: asked for where nothing else makes
    /// a difference, as what it closed may have been open on neither occasion for certain.
    fn closed_by(&self, reads: &Reads<'_>) -> Vec<Change> {
        let state = self.since.now;
        let late = (self.year.size..state.size()).filter(|place| {
            let record = state.version_at(*place).map(|(record, _)| record);
            record.is_some_and(|record| reads.closes(&record.kind))
        });
        late.map(|place| self.plain(Cause::Late, place)).collect()
    }

    /// The bodies that entries name, each by the id that is kept.
    fn bodies_of(&self, places: &BTreeSet<u64>) -> BTreeSet<BodyId> {
        let state = self.since.now;
        let records = places.iter().filter_map(|place| state.records().at(*place));
        records.flat_map(Record::versions).flat_map(|version| bodies_named(state, version)).collect()
    }

    fn plain(&self, cause: Cause, sequence: u64) -> Change {
        let entry = (self.since.entry)(sequence);
        let reason =
            |entry: &Entry| entry.draft.data.get("reason").and_then(Json::as_text).map(str::to_owned);
        Change {
            cause,
            sequence,
            about: None,
            side: None,
            versions: None,
            was: None,
            is: None,
            by: entry.as_ref().map(|entry| entry.author),
            recorded: entry.as_ref().map(|entry| entry.recorded),
            reason: entry.as_ref().and_then(reason),
        }
    }
}
