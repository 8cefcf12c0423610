//! What became of the values of a closed year: for each that is another today, the
//! entries, rules and register changes since that made the difference.

use std::collections::{BTreeMap, BTreeSet};

use crate::event::{Author, BodyId, Entry, Exact, Json, Moment};
use crate::figures::{
    Absent, ClosedValue, ClosedYear, Contribution, Filter, PlanChoice, Question, Reason, Record, Ruling,
    RulingError, State, Value, bodies_named, explain,
};
use crate::plan::{DefinitionKind, FactKind, Indicator};

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

/// Something that changed since the close.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// What kind of change.
    pub cause: Cause,
    /// The entry that made it.
    pub sequence: u64,
    /// The entry whose amount it changed, where that is another.
    pub about: Option<u64>,
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
        let then = old.map(|it| self.value(self.since.then, self.before, it));
        let mut changes = self.entries(&then.unwrap_or_default(), &now.unwrap_or_default());
        changes.extend(self.rule(old, new));
        let unexplained: BTreeSet<u64> =
            changes.iter().filter(|it| it.cause == Cause::Follows).map(|it| it.sequence).collect();
        if changes.is_empty() || !unexplained.is_empty() {
            changes.extend(self.register(&unexplained));
        }
        changes.sort_by_key(|it| (it.cause, it.sequence, it.about));
        Some(Revision { indicator: id.to_owned(), closed: closed.cloned(), today, changes })
    }

    fn value(&self, state: &State, ruling: &Ruling<'_>, indicator: &Indicator) -> Value {
        let question = Question::new(state, ruling, self.year.as_at, Filter::default());
        (*explain(&question, indicator).value).clone()
    }

    /// The entries that add another amount, or stand by another version.
    fn entries(&self, then: &Value, now: &Value) -> Vec<Change> {
        let (was, is) = (contributions(then), contributions(now));
        let places: BTreeSet<u64> = was.keys().chain(is.keys()).copied().collect();
        let change = |place: u64| {
            let (was, is) = (was.get(&place), is.get(&place));
            let said =
                |it: Option<&&Contribution>| it.map(|it| (it.amount.clone(), it.version, it.grade.word()));
            (said(was) != said(is)).then(|| self.change(place, was.copied(), is.copied(), now))
        };
        places.into_iter().filter_map(change).collect()
    }

    fn change(
        &self,
        place: u64,
        was: Option<&Contribution>,
        is: Option<&Contribution>,
        now: &Value,
    ) -> Change {
        let (cause, sequence) = self.cause(place, was, is, now);
        let amount = |it: Option<&Contribution>| it.map(|it| it.amount.clone());
        let about = (sequence != place).then_some(place);
        Change { about, was: amount(was), is: amount(is), ..self.plain(cause, sequence) }
    }

    /// Why the entry at a place adds something else, and which entry made it so.
    fn cause(
        &self,
        place: u64,
        was: Option<&Contribution>,
        is: Option<&Contribution>,
        now: &Value,
    ) -> (Cause, u64) {
        if self.is_late(place) {
            return (Cause::Late, place);
        }
        let left = now.not_counted.iter().find(|it| it.sequence == place);
        let version = is.map(|it| it.version).or(left.map(|it| it.version));
        if let Some(version) = version.filter(|version| self.is_late(*version)) {
            return (Cause::Corrected, version);
        }
        match left.map(|it| &it.reason) {
            Some(Reason::Withdrawn(by)) => return (Cause::Withdrawn, *by),
            Some(Reason::ReplacedTotal(by) | Reason::ContradictsTotal(by)) if self.is_late(*by) => {
                return (Cause::Late, *by);
            }
            _ => {}
        }
        if let Some(by) =
            self.later_about(place, was.zip(is).is_some_and(|(was, is)| was.version != is.version))
        {
            return by;
        }
        (Cause::Follows, place)
    }

    fn is_late(&self, place: u64) -> bool {
        place >= self.year.size
    }

    /// What was said of the entry at a place since: withdrawn, with or without its
    /// corrections, judged, or confirmed.
    fn later_about(&self, place: u64, other_version: bool) -> Option<(Cause, u64)> {
        let (record, _) = self.since.now.version_at(place)?;
        let fallen = record.versions().filter_map(|version| version.withdrawn).filter(|by| self.is_late(*by));
        if let (Some(by), true) = (fallen.max(), other_version) {
            return Some((Cause::Withdrawn, by));
        }
        if let Err(Absent::Withdrawn(by)) = record.standing(false).map(drop) {
            return Some((Cause::Withdrawn, by));
        }
        let said = record.versions().flat_map(|version| {
            let judged = version.judgements.iter().map(|it| it.sequence);
            judged.chain(version.confirmed.map(|it| it.sequence))
        });
        let judged = said.filter(|by| self.is_late(*by)).max().map(|by| (Cause::Judged, by));
        let added = self.since.now.added_to(record.id);
        let backed = added.flat_map(|it| [Some(it.sequence), it.withdrawn]).flatten();
        let backed = backed.filter(|by| self.is_late(*by)).max().map(|by| (Cause::Backed, by));
        judged.or(backed)
    }

    /// That another version of its rule is in force; the entry that adopted it.
    fn rule(&self, old: Option<&Indicator>, new: Option<&Indicator>) -> Option<Change> {
        let adopted = self.after.adopted.sequence;
        let is_other = old.map(|it| it.version) != new.map(|it| it.version);
        (is_other && self.is_late(adopted)).then(|| self.plain(Cause::Rule, adopted))
    }

    /// What came to be known since of the bodies that some entries name, and types and
    /// lists that were defined anew: asked for where nothing else explains what these
    /// entries add. Where none of it is about these bodies, all of it is told.
    fn register(&self, about: &BTreeSet<u64>) -> Vec<Change> {
        let named = self.bodies_of(about);
        let learned = (self.year.size..self.since.now.size()).filter_map(|place| {
            let entry = (self.since.entry)(place)?;
            let kind = DefinitionKind::of_entry(&entry.draft.kind);
            if matches!(kind, Some(DefinitionKind::Type | DefinitionKind::List)) {
                return Some((place, true));
            }
            FactKind::of_entry(&entry.draft.kind).filter(|(_, fact)| *fact != FactKind::Registered)?;
            let body = entry.draft.subject.as_ref().map(|id| self.since.now.register().canonical(id));
            Some((place, body.is_some_and(|body| named.contains(body))))
        });
        let learned: Vec<(u64, bool)> = learned.collect();
        let is_some = learned.iter().any(|(_, is_about)| *is_about);
        let told = learned.into_iter().filter(|(_, is_about)| *is_about || !is_some);
        told.map(|(place, _)| self.plain(Cause::Register, place)).collect()
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
            was: None,
            is: None,
            by: entry.as_ref().map(|entry| entry.author),
            recorded: entry.as_ref().map(|entry| entry.recorded),
            reason: entry.as_ref().and_then(reason),
        }
    }
}

/// What a value is made of, by place; of a share what both its sides are.
fn contributions(value: &Value) -> BTreeMap<u64, &Contribution> {
    let parts =
        value.parts.as_deref().map(|(part, whole)| part.contributions.iter().chain(&whole.contributions));
    let all = value.contributions.iter().chain(parts.into_iter().flatten());
    all.map(|it| (it.sequence, it)).collect()
}
