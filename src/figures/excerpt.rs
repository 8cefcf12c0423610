//! Some of what explains a value: the contributions that a page shows, found without
//! looking at the others.
//!
//! ```text
//! bundles ──▶ the value, and how many rows count by each day
//!                 │
//! ranks asked for ┴▶ days ──▶ entries that may count on them ──look──▶ contributions
//! entries noted as odd, and those whose days straddle the date ──look──▶ what is left out
//! ```
//!
//! Where a rule does not let each row be told alone, all of it is explained and cut: what
//! comes out is the same, and a property compares the two.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::bundles::{Odd, Sorts, bundled, first_day, is_told_by_row};
use super::distinct::ByKey;
use super::evaluate::evaluate_beside;
use super::gather::{Only, Outlook, window_start};
use super::gist::Seen;
use super::index::Which;
use super::picking::Picker;
use super::table::{Question, RowTable, explain, row_of};
use super::value::{Contribution, NotCounted, Value};
use crate::event::{Day, Exact};
use crate::plan::{Indicator, Kind};

/// A row with some of what explains its value.
#[derive(Debug)]
pub struct Excerpt<'a> {
    /// The row; its value lists what explains it only where all of that had to be looked
    /// at.
    pub row: RowTable<'a>,
    /// The contributions asked for.
    pub contributions: Vec<Contribution>,
    /// How many contributions there are in all.
    pub count: usize,
    /// What those before the ones asked for come to.
    pub before: Exact,
    /// The first of what was looked at and not counted, as far as it has begun by the
    /// date, at most as many as contributions were asked for.
    pub left: Vec<NotCounted>,
    /// How much of it there is in all.
    pub left_count: usize,
}

/// One row with some of its contributions: so many, from a place on, 0 the first.
pub fn excerpt<'a>(
    question: &Question<'a>,
    indicator: &'a Indicator,
    from: usize,
    count: usize,
) -> Excerpt<'a> {
    let found = Search::of(question, indicator, from, count);
    found.unwrap_or_else(|| cut(question, indicator, from, count))
}

/// The same of a row whose value is explained whole.
fn cut<'a>(question: &Question<'a>, indicator: &'a Indicator, from: usize, count: usize) -> Excerpt<'a> {
    let row = explain(question, indicator);
    let (before, rest) = row.value.contributions.split_at(from.min(row.value.contributions.len()));
    Excerpt {
        contributions: rest.iter().take(count).cloned().collect(),
        count: row.value.contributions.len(),
        before: before.iter().map(|it| &it.amount).sum(),
        left: row.value.left_by(question.as_at).take(count).cloned().collect(),
        left_count: row.value.left_by(question.as_at).count(),
        row,
    }
}

/// What is looked for, and where.
struct Search<'q, 'a> {
    question: &'q Question<'a>,
    indicator: &'a Indicator,
    sorts: Sorts<'q>,
    by_key: ByKey,
    /// The published totals that contribute, in order.
    totals: Vec<Contribution>,
}

impl<'a> Search<'_, 'a> {
    /// What is found; none where all has to be explained.
    fn of(
        question: &Question<'a>,
        indicator: &'a Indicator,
        from: usize,
        count: usize,
    ) -> Option<Excerpt<'a>> {
        if !is_told_by_row(indicator) {
            return None;
        }
        let bundled = bundled(question, indicator)?;
        let (mut value, by_key) = evaluate_beside(question, indicator, bundled.at(question, indicator))?;
        let totals = std::mem::take(&mut value.contributions);
        let left = std::mem::take(&mut value.not_counted);
        let sorts = bundled.sorts(question, indicator);
        let search = Search { question, indicator, sorts, by_key, totals };
        Some(search.excerpt(value, left, from, count))
    }

    fn excerpt(&self, value: Value, left: Vec<NotCounted>, from: usize, count: usize) -> Excerpt<'a> {
        let as_at = self.question.as_at;
        let asked = if count == 0 { None } else { self.day_of(from) };
        let [first, last] = match asked {
            Some(first) => [first, self.day_of(from.saturating_add(count - 1)).unwrap_or(as_at)],
            None => [as_at.next(), as_at],
        };
        let days = asked.map(|_| self.sorts.counting.all.days(first, last)).unwrap_or_default();
        let mut picker = Picker::of(self.question, self.indicator, &self.by_key, days, count);
        let totals_left = left.len();
        for total in left {
            picker.leave(total);
        }
        match self.sorts.odd {
            Some(odd) => self.look_up(odd, count, &mut picker),
            None => self.look_through(&mut picker),
        }
        let left_count = totals_left + self.left_count(&picker);
        let Picker { mut contributions, left, .. } = picker;
        let on_them = |total: &&Contribution| (first..=last).contains(&total.date);
        contributions.extend(self.totals.iter().filter(on_them).cloned());
        contributions.sort_by_key(|it| (it.date, it.sequence));
        let (passed, before) = self.before(asked);
        let rest = contributions.split_off((from.min(value.counted) - passed).min(contributions.len()));
        let before = before + contributions.iter().map(|it| &it.amount).sum::<Exact>();
        Excerpt {
            contributions: rest.into_iter().take(count).collect(),
            count: value.counted,
            before,
            left: left.into_values().take(count).collect(),
            left_count,
            row: row_of(self.question, self.indicator, Arc::new(value)),
        }
    }

    /// Has those looked at that can be found by their days or places.
    fn look_up(&self, odd: &Odd, count: usize, picker: &mut Picker<'_, '_>) {
        let (question, as_at) = (self.question, self.question.as_at);
        self.look_on(&picker.days.clone(), picker);
        let start = window_start(question, self.indicator);
        for place in odd.told(as_at, first_day(question, self.indicator)).take(count) {
            let Some(record) = question.state.records().at(place) else { continue };
            let sources = self.indicator.rule.from.iter().filter(|source| source.kind == *record.kind);
            sources.for_each(|source| {
                Outlook::new(question, self.indicator, source, start).look(Seen::Whole(record), picker);
            });
        }
        let straddling = self.sorts.counting.straddling(as_at);
        for day in self.sorts.counting.ends_after(as_at) {
            if picker.straddling >= straddling {
                return;
            }
            self.look_on(&BTreeSet::from([day]), picker);
        }
    }

    /// Has the entries looked at that count on some days.
    fn look_on(&self, days: &BTreeSet<Day>, picker: &mut Picker<'_, '_>) {
        let start = window_start(self.question, self.indicator);
        for source in &self.indicator.rule.from {
            let mut view =
                Outlook::new(self.question, self.indicator, source, start).only(Only { days, misses: false });
            let records = self.question.state.on_days(&source.kind, days);
            records.for_each(|record| view.look(Seen::Whole(record), picker));
        }
    }

    /// Has those looked at by going through all, most of which are passed over.
    fn look_through(&self, picker: &mut Picker<'_, '_>) {
        let (question, sorts) = (self.question, &self.sorts);
        let mut days = picker.days.clone();
        days.extend(sorts.lacking.all.days_from(first_day(question, self.indicator)));
        if sorts.counting.straddling(question.as_at) > 0 {
            days.extend(sorts.counting.ends_after(question.as_at));
        }
        let start = window_start(question, self.indicator);
        for source in &self.indicator.rule.from {
            let only = Only { days: &days, misses: sorts.misses > 0 };
            let mut view = Outlook::new(question, self.indicator, source, start).only(only);
            let sieve = view.sieve(question.as_at);
            let which = sieve.as_ref().map_or(Which::All, Which::Sifted);
            question.state.each_seen(&source.kind, which, &mut |all| {
                all.for_each(|seen| view.look(seen, picker));
            });
        }
    }

    /// How many rows and misses do not count, as far as they have begun by the date.
    fn left_count(&self, picker: &Picker<'_, '_>) -> usize {
        let (as_at, sorts) = (self.question.as_at, &self.sorts);
        let misses = match sorts.odd {
            Some(odd) => sorts.misses - odd.planned_after(as_at),
            None => picker.misses,
        };
        let lacking = sorts.lacking.all.by(as_at) + sorts.lacking.straddling(as_at);
        misses + lacking + sorts.counting.straddling(as_at)
    }

    /// The day of the contribution at a place; none where there are not so many.
    fn day_of(&self, place: usize) -> Option<Day> {
        let is_by = |day: Day| {
            let totals = self.totals.iter().filter(|total| total.date <= day).count();
            self.sorts.counting.all.by(day) + totals > place
        };
        let (mut low, mut high) = (Day::FIRST, self.question.as_at);
        if !is_by(high) {
            return None;
        }
        while low < high {
            let middle = low.midway(high);
            if is_by(middle) {
                high = middle;
            } else {
                low = middle.next();
            }
        }
        Some(low)
    }

    /// How many contributions there are before a day, of all where none is said, and what
    /// they come to.
    fn before(&self, day: Option<Day>) -> (usize, Exact) {
        let rows = &self.sorts.counting.all;
        let (count, sum) = match day {
            Some(day) => (rows.before(day), rows.sum_before(day)),
            None => (rows.by(self.question.as_at), rows.sum_by(self.question.as_at)),
        };
        let totals = || self.totals.iter().filter(|total| day.is_none_or(|day| total.date < day));
        let sum = if self.indicator.rule.kind == Kind::Distinct { self.by_key.before(day) } else { sum };
        (count + totals().count(), sum + totals().map(|total| &total.amount).sum::<Exact>())
    }
}
