//! What items take from a published total: the total as printed, the items that are
//! linked to it, and what remains.

use super::filter::Filter;
use super::record::{Content, Record, Total};
use super::ruling::{PlanChoice, Ruling, RulingError};
use super::state::State;
use super::table::{Question, explain};
use super::value::{Contribution, Reason, Value};
use crate::event::{Day, EntryId, Exact, Period};
use crate::plan::{Indicator, Kind};

/// A total with what is linked to it, as at its last day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Itemised {
    /// The indicator, as the plan had it then.
    pub indicator: Indicator,
    /// Its period.
    pub period: Period,
    /// What it says.
    pub printed: Exact,
    /// The items that are linked to it, in order.
    pub items: Vec<Contribution>,
    /// What is left of it: nothing is where its items exceed it, or it is of a kind of
    /// which nothing remains.
    pub remainder: Option<Exact>,
    /// Whether its items come to more than it says.
    pub exceeded: bool,
}

/// What becomes of an item beside a total.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ItemFate {
    /// It counts, so much.
    Counts(Exact),
    /// It will once it is approved.
    Waits,
    /// It happened outside the days of the total.
    Outside,
    /// The indicator draws on no such type.
    OtherType,
    /// Together with others it exceeds the total.
    Exceeds,
    /// It does not count, for this reason.
    LeftOut(Reason),
    /// It does not count: the rule passes it over.
    PassedOver,
}

/// The total of a record; none of an activity, or where none stands.
pub fn standing_total(record: &Record) -> Option<&Total> {
    match &record.standing(false).ok()?.content {
        Content::Total(total) => Some(total),
        Content::Activity(_) => None,
    }
}

/// A total with what is linked to it, by the plan that rules on its last day.
pub fn itemised(
    state: &State,
    record: &Record,
    choice: &PlanChoice,
) -> Result<Option<Itemised>, RulingError> {
    let Some(total) = standing_total(record) else { return Ok(None) };
    let ruling = Ruling::at(state, choice, total.to)?;
    let Some(indicator) = ruling.indicator(&total.indicator) else { return Ok(None) };
    let question = Question::new(state, &ruling, total.to, Filter::default());
    let value = explain(&question, indicator).value;
    let period = Period { from: total.from.unwrap_or(Day::FIRST), to: total.to };
    let own = value.contributions.iter().find(|it| it.id == record.id);
    let items: Vec<Contribution> = value
        .contributions
        .iter()
        .filter(|it| it.id != record.id && period.contains(&it.occurred) && !is_total(state, it))
        .cloned()
        .collect();
    let exceeded = value.not_counted.iter().any(|it| it.reason == Reason::ContradictsTotal(record.sequence));
    let is_left = matches!(indicator.rule.kind, Kind::Count | Kind::Sum) && !exceeded;
    let remainder = own.filter(|_| is_left).map(|it| it.amount.clone());
    let printed = crate::plan::precise(&total.value, indicator.currency.as_deref()).map(|it| it.value);
    Ok(printed.map(|printed| Itemised {
        indicator: indicator.clone(),
        period,
        printed,
        items,
        remainder,
        exceeded,
    }))
}

fn is_total(state: &State, it: &Contribution) -> bool {
    state.record(it.id).is_some_and(|record| matches!(record.original.content, Content::Total(_)))
}

/// What becomes of items, which are in this state, beside a total: each in their order;
/// none where no plan has the total's indicator then.
pub fn item_fates(
    state: &State,
    total: &Record,
    choice: &PlanChoice,
    items: &[EntryId],
) -> Result<Option<Vec<ItemFate>>, RulingError> {
    let Some(said) = standing_total(total) else { return Ok(None) };
    let ruling = Ruling::at(state, choice, said.to)?;
    let Some(indicator) = ruling.indicator(&said.indicator) else { return Ok(None) };
    let from = said.from.unwrap_or_else(|| ruling.first_day_of(indicator));
    let beside = Beside { indicator, period: Period { from, to: said.to }, total: total.sequence };
    let question = Question::new(state, &ruling, said.to, Filter::default());
    let value = explain(&question, indicator).value;
    let fate = |id: &EntryId| state.record(*id).map(|record| beside.fate(record, &value));
    Ok(items.iter().map(fate).collect())
}

/// What an item is held against.
struct Beside<'a> {
    indicator: &'a Indicator,
    period: Period,
    total: u64,
}

impl Beside<'_> {
    fn fate(&self, record: &Record, value: &Value) -> ItemFate {
        if !self.indicator.rule.from.iter().any(|source| source.kind == *record.kind) {
            return ItemFate::OtherType;
        }
        if !self.period.contains(&record.latest().occurred) {
            return ItemFate::Outside;
        }
        if let Some(found) = value.contributions.iter().find(|it| it.id == record.id) {
            return ItemFate::Counts(found.amount.clone());
        }
        let left = value.not_counted.iter().find(|it| it.id == record.id).map(|it| it.reason.clone());
        match left {
            None => ItemFate::PassedOver,
            Some(Reason::NotApproved) => ItemFate::Waits,
            Some(Reason::ContradictsTotal(by)) if by == self.total => ItemFate::Exceeds,
            Some(reason) => ItemFate::LeftOut(reason),
        }
    }
}

impl ItemFate {
    /// Whether the item may be recorded beside the total without a further word.
    pub const fn is_sound(&self) -> bool {
        matches!(self, Self::Counts(_) | Self::Waits)
    }
}
