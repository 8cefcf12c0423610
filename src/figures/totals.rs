//! Reported totals of an indicator: which are in force at a date, and which
//! make more possible.

use std::cmp::Reverse;

use super::gather::Row;
use super::record::{Content, Record, Total, Version};
use super::table::Question;
use crate::event::{Day, Exact, Period, Precision, types};
use crate::plan::{Indicator, Window, precise};

/// A standing reported total with its period.
#[derive(Clone)]
pub(super) struct Reported<'a> {
    pub record: &'a Record,
    pub version: &'a Version,
    pub period: Period,
    pub value: Exact,
    pub precision: Option<Precision>,
}

impl Reported<'_> {
    /// Whether an item is linked: the indicator counts it and it happened
    /// within the period.
    pub(super) fn links(&self, row: &Row<'_>) -> bool {
        self.holds(row.gist.occurred)
    }

    /// Whether its period holds these days.
    fn holds(&self, occurred: Period) -> bool {
        self.period.contains(&occurred)
    }
}

/// The totals of an indicator by what they are at the date.
#[derive(Default)]
pub(super) struct Totals<'a> {
    /// They state their period whole.
    pub in_force: Vec<Reported<'a>>,
    /// A later one contains them.
    pub replaced: Vec<(Reported<'a>, u64)>,
    /// They end after the date while their period begins by it.
    pub possible: Vec<Reported<'a>>,
    /// Last day that a total in force covers.
    pub covered: Option<Day>,
}

impl<'a> Totals<'a> {
    /// The total whose period holds a row, of those in force or possible.
    pub(super) fn linked(&self, row: &Row<'_>) -> Option<&Reported<'a>> {
        self.current().find(|total| total.links(row))
    }

    /// Whether what happened within some days lies within one of those in force or possible.
    pub(super) fn holds(&self, occurred: Period) -> bool {
        self.current().any(|total| total.holds(occurred))
    }

    /// Whether a row whose days straddle the date may count on top of those in force: what
    /// they cover is known.
    pub(super) fn leave_room(&self, row: &Row<'_>, as_at: Day) -> bool {
        self.covered.map_or(row.days.from, |last| row.days.from.max(last.next())) <= as_at
    }

    /// Those in force and those that make more possible.
    pub(super) fn current(&self) -> impl Iterator<Item = &Reported<'a>> {
        self.in_force.iter().chain(&self.possible)
    }
}

/// The totals of an indicator at the date asked for.
pub(super) fn totals<'a>(question: &Question<'a>, indicator: &Indicator) -> Totals<'a> {
    let all = reported(question, indicator);
    let start = match indicator.rule.window {
        Some(Window::FiscalYear) => Some(question.ruling.fiscal_year(question.as_at).from),
        _ => None,
    };
    let within = |it: &&Reported<'_>| start.is_none_or(|start| it.period.from >= start);
    let ended: Vec<&Reported<'a>> =
        all.iter().filter(within).filter(|it| it.period.to <= question.as_at).collect();
    let mut totals = Totals::default();
    for one in &ended {
        // Of two with the same last day the longer one is the later statement;
        // of the same period, the one recorded later.
        let rank = |it: &Reported<'_>| (it.period.to, Reverse(it.period.from), it.record.sequence);
        let holder =
            ended.iter().filter(|other| other.period.contains(&one.period) && rank(other) > rank(one));
        match holder.max_by_key(|other| rank(other)) {
            Some(other) => totals.replaced.push(((*one).clone(), other.record.sequence)),
            None => totals.in_force.push((*one).clone()),
        }
    }
    totals.covered = totals.in_force.iter().map(|it| it.period.to).max();
    // What a total in force already covers is known: only the rest of a later
    // period can hold more.
    let begins =
        |it: &Reported<'_>| totals.covered.map_or(it.period.from, |last| it.period.from.max(last.next()));
    let later = all.iter().filter(within).filter(|it| it.period.to > question.as_at);
    totals.possible = later.filter(|it| begins(it) <= question.as_at).cloned().collect();
    totals
}

/// All totals of an indicator that stand.
pub(super) fn reported<'a>(question: &Question<'a>, indicator: &Indicator) -> Vec<Reported<'a>> {
    let records = question.state.of_kind(types::TOTAL_REPORTED);
    records.filter_map(|record| read(question, indicator, record)).collect()
}

fn read<'a>(question: &Question<'a>, indicator: &Indicator, record: &'a Record) -> Option<Reported<'a>> {
    let version = record.standing(false).ok()?;
    let Content::Total(total) = &version.content else {
        return None;
    };
    (total.indicator == indicator.id).then_some(())?;
    let number = precise(&total.value, indicator.currency.as_deref())?;
    let period = period(question, indicator, total)?;
    Some(Reported { record, version, period, value: number.value, precision: number.precision })
}

fn period(question: &Question<'_>, indicator: &Indicator, total: &Total) -> Option<Period> {
    let from = total.from.unwrap_or_else(|| match indicator.rule.window {
        Some(Window::FiscalYear) => question.ruling.fiscal_year(total.to).from,
        _ => question.ruling.first_day_of(indicator),
    });
    // A total printed for a day before the indicator's first day still states
    // that day.
    Period::new(from.min(total.to), total.to).ok()
}
