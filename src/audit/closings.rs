//! Whether closed years are what the entries say: each may stand where it does, its
//! checkpoint is of the entries before it, and its values are those that these give.

use std::collections::BTreeMap;

use super::Misstep;
use super::follows::{holds, own_version};
use super::past::{note_of, text_of};
use crate::event::{Day, Draft, Entry, EntryId, Json};
use crate::figures::{ClosedValue, ClosedYear, PlanChoice, Ruling, State};
use crate::ledger::closed_values;
use crate::proof::{Node, SignedCheckpoint, Verifier};

/// A year may be closed once it is over, of a plan in force then; once more it names the
/// closing that holds, and why.
pub(super) fn closing(state: &State, entry: &Entry) -> Result<(), Misstep> {
    let draft = &entry.draft;
    own_version(draft)?;
    let as_at: Day = parsed(draft, "asat").ok_or(Misstep::NotAYear)?;
    let plan = text_of(draft, "plan").unwrap_or_default();
    let choice = PlanChoice { id: Some(plan.to_owned()), version: None };
    let ruling = Ruling::at(state, &choice, as_at).map_err(|_| Misstep::NoSuchPlan)?;
    let version = draft.data.get("version").and_then(Json::as_int);
    holds(version == Some(ruling.adopted.adoption.version.into()), Misstep::NoSuchPlan)?;
    let over = entry.recorded.day(state.zone()).is_some_and(|today| as_at < today);
    holds(over && ruling.fiscal_year(as_at).to == as_at, Misstep::NotAYear)?;
    let unapproved = ruling.indicators().filter(|it| it.approved.is_none()).count();
    let told = draft.data.get("unapproved").and_then(Json::as_int).unwrap_or_default();
    holds(usize::try_from(told) == Ok(unapproved), Misstep::OtherRules)?;
    let is_whole = unapproved == 0 && !draft.data.contains_key("open");
    holds(is_whole || text_of(draft, "reason").is_some(), Misstep::OtherRules)?;
    let before = state.closed_year(plan, as_at).map(|it| it.id);
    holds(before == parsed(draft, "again"), Misstep::ClosedAgain)?;
    holds(before.is_none() || text_of(draft, "reason").is_some(), Misstep::ClosedAgain)?;
    let first = first_of(state, entry).ok_or(Misstep::OtherEnd)?;
    checkpoint_of(state, draft, first).ok_or(Misstep::OtherEnd).map(drop)
}

/// The place of the first entry of a closing: its parts stand right before it, in order.
fn first_of(state: &State, entry: &Entry) -> Option<u64> {
    let Some(parts) = entry.draft.data.get("parts") else { return Some(entry.sequence) };
    let parts = parts.as_array()?;
    let first = entry.sequence.checked_sub(parts.len() as u64)?;
    let stands = |(at, part): (u64, &Json)| {
        let id: Option<EntryId> = part.as_text().and_then(|text| text.parse().ok());
        id.and_then(|id| state.sequence_of(id)) == Some(at)
    };
    (first..).zip(parts).all(stands).then_some(first)
}

/// The checkpoint of a closing, signed by the key of that size.
fn checkpoint_of(state: &State, draft: &Draft, size: u64) -> Option<SignedCheckpoint> {
    let note = note_of(draft, "checkpoint")?;
    let signed = SignedCheckpoint::read(&note).ok()?;
    let key: Verifier = state.verifier_at(size).parse().ok()?;
    let origin = &state.opened()?.origin;
    (signed.checkpoint.size == size && signed.check(origin, &[key]).is_ok()).then_some(signed)
}

/// To whom a notice was sent is said of a closing that is there, on a day that has come.
pub(super) fn notification(state: &State, entry: &Entry) -> Result<(), Misstep> {
    let draft = &entry.draft;
    own_version(draft)?;
    let about: Option<EntryId> = parsed(draft, "closing");
    holds(about.is_some_and(|id| state.closing(id).is_some()), Misstep::NoClosing)?;
    let (on, today) = (parsed::<Day>(draft, "on"), entry.recorded.day(state.zone()));
    holds(on.zip(today).is_some_and(|(on, today)| on <= today), Misstep::SentLater)
}

fn parsed<T: std::str::FromStr>(draft: &Draft, name: &str) -> Option<T> {
    text_of(draft, name)?.parse().ok()
}

/// What is wrong with a closed year.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum YearFinding {
    /// Its checkpoint is not of the entries before it.
    Root {
        /// The closing.
        closing: u64,
    },
    /// A value is not what the entries before it give.
    Value {
        /// The closing.
        closing: u64,
        /// The last day of the year.
        as_at: Day,
        /// The indicator.
        indicator: String,
    },
}

/// Compares what was written down of a closed year with what the entries that were known
/// give, and its checkpoint with the root of the tree over them: how many values are the
/// same, and what is not.
pub fn check_year(year: &ClosedYear, known: &State, roots: &BTreeMap<u64, Node>) -> (u64, Vec<YearFinding>) {
    let closing = year.sequence;
    let root = SignedCheckpoint::read(&year.checkpoint).ok().map(|signed| signed.checkpoint.root);
    let mut findings = Vec::new();
    if root.is_none() || roots.get(&year.size) != root.as_ref() {
        findings.push(YearFinding::Root { closing });
    }
    let choice = PlanChoice { id: Some(year.plan.clone()), version: Some(year.version) };
    let given =
        Ruling::at(known, &choice, year.as_at).map(|ruling| closed_values(known, &ruling, year.as_at));
    let given: BTreeMap<String, ClosedValue> =
        given.unwrap_or_default().into_iter().map(|value| (value.indicator.clone(), value)).collect();
    let (same, others): (Vec<&ClosedValue>, Vec<&ClosedValue>) =
        year.values.iter().partition(|value| given.get(&value.indicator) == Some(value));
    let missing = given.keys().filter(|id| year.values.iter().all(|value| value.indicator != **id));
    let twice = year.values.windows(2).filter(|pair| pair[0].indicator >= pair[1].indicator);
    let named = others.into_iter().map(|value| &value.indicator).chain(missing);
    let named = named.chain(twice.map(|pair| &pair[1].indicator));
    let value =
        |indicator: &String| YearFinding::Value { closing, as_at: year.as_at, indicator: indicator.clone() };
    findings.extend(named.map(value));
    (same.len() as u64, findings)
}
