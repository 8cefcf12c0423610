//! The days of which a sum of published totals alone says nothing.

use super::table::Question;
use super::totals::Totals;
use crate::event::{Day, Period};
use crate::plan::{Indicator, Kind, Window};

/// The days that no published total states, of a sum to date that is made of
/// such totals alone: those between totals, and those of fiscal years that are
/// over. Days of the year that is not over yet are not missing, and without any
/// total nothing is known, of which no part is missing.
pub(super) fn gaps(question: &Question<'_>, indicator: &Indicator, totals: &Totals<'_>) -> Vec<Period> {
    let rule = &indicator.rule;
    let is_to_date = matches!(rule.window, None | Some(Window::Cumulative));
    let Some(covered) = totals.covered else { return vec![] };
    if rule.kind != Kind::Sum || !rule.from.is_empty() || !is_to_date {
        return vec![];
    }
    let last = covered.max(last_year_end(question));
    let mut periods: Vec<Period> =
        totals.in_force.iter().chain(&totals.possible).map(|total| total.period).collect();
    periods.sort_by_key(|period| period.from);
    let mut next = question.ruling.first_day_of(indicator);
    let mut missing = Vec::new();
    for period in periods {
        missing.extend(Period::new(next, period.from.previous()).ok());
        next = next.max(period.to.next());
    }
    missing.extend(Period::new(next, last).ok());
    missing
}

/// The last day of the last fiscal year that is over by the date.
fn last_year_end(question: &Question<'_>) -> Day {
    let year = question.ruling.fiscal_year(question.as_at);
    if year.to == question.as_at { year.to } else { year.from.previous() }
}
