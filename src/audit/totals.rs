//! Whether a reported total may stand beside those that stand.

use super::Misstep;
use super::follows::{holds, one_day};
use crate::event::{Day, Draft, Entry, EntryId, Json, Object, Period, types};
use crate::figures::{Content, Record, State, Total};
use crate::plan::{Definition, DefinitionKind, precise};

/// A total, or the content of a correction of one.
pub(super) fn total(
    state: &State,
    entry: &Entry,
    data: &Object,
    own: Option<&Record>,
) -> Result<(), Misstep> {
    let draft = &entry.draft;
    one_day(draft.occurred)?;
    let word = |name: &str| data.get(name).and_then(Json::as_text).unwrap_or_default();
    let last = draft.occurred.map(|days| days.to);
    holds(last.is_some_and(|day| day.to_string() == word("to")), Misstep::TotalDay)?;
    holds(word("from") <= word("to"), Misstep::PeriodOrder)?;
    let recorded = entry.recorded.day(state.zone());
    holds(last <= recorded, Misstep::TotalTooEarly)?;
    value(state, word("indicator"), data)?;
    let from = word("from").parse().unwrap_or(Day::FIRST);
    let period = Period { from, to: last.unwrap_or(Day::FIRST) };
    holds(is_apart(state, word("indicator"), period, own.map(|it| it.id)), Misstep::TotalOverlaps)
}

/// What a correction of a total keeps.
pub(super) fn keeps(before: &Total, draft: &Draft, data: &Object) -> Result<(), Misstep> {
    let indicator = data.get("indicator").and_then(Json::as_text);
    holds(indicator == Some(before.indicator.as_str()) && draft.subject.is_none(), Misstep::OtherTotal)
}

/// Whether what stands once a correction is withdrawn leaves no overlap.
pub(super) fn uncovered(state: &State, record: &Record, correction: EntryId) -> Result<(), Misstep> {
    let left = record.versions().rev().find(|it| it.withdrawn.is_none() && it.id != correction);
    let Some(Content::Total(total)) = left.map(|version| &version.content) else { return Ok(()) };
    holds(is_apart(state, &total.indicator, period(total), Some(record.id)), Misstep::TotalOverlaps)
}

fn value(state: &State, indicator: &str, data: &Object) -> Result<(), Misstep> {
    let Some((_, Definition::Indicator(indicator))) = state.latest(DefinitionKind::Indicator, indicator)
    else {
        return Err(Misstep::IndicatorUnknown);
    };
    let value = data.get("value").ok_or(Misstep::NoValue)?;
    let is_money = value.as_object().is_some_and(|members| members.contains_key("amount"));
    let fits = precise(value, indicator.currency.as_deref()).is_some();
    holds(fits && is_money == indicator.currency.is_some(), Misstep::ValueUnfit)
}

/// Whether a period contains, lies within or does not touch that of any other
/// standing total of the indicator.
fn is_apart(state: &State, indicator: &str, own: Period, except: Option<EntryId>) -> bool {
    let records = state.of_kind(types::TOTAL_REPORTED);
    let others = records.filter(|it| it.withdrawn.is_none() && Some(it.id) != except);
    let totals = others.filter_map(|record| match &record.latest().content {
        Content::Total(total) if total.indicator == indicator => Some(period(total)),
        _ => None,
    });
    totals.into_iter().all(|other| !own.overlaps(&other) || own.contains(&other) || other.contains(&own))
}

/// A period that does not say its first day reaches back without end.
fn period(total: &Total) -> Period {
    Period { from: total.from.unwrap_or(Day::FIRST), to: total.to }
}
