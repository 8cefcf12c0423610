//! What is picked of the entries that an excerpt looks at.

use std::collections::{BTreeMap, BTreeSet};

use super::contradictions::{Exceeded, exceeded};
use super::evaluate::unstated;
use super::gather::{Row, Taker};
use super::table::Question;
use super::totals::{Totals, totals};
use super::value::{Contribution, NotCounted, Reason};
use crate::event::Day;
use crate::plan::Indicator;

/// Picks what counts on some days, and what does not count.
pub(super) struct Picker<'q, 'a> {
    question: &'q Question<'a>,
    indicator: &'a Indicator,
    totals: Totals<'a>,
    exceeded: Option<Exceeded>,
    /// The days on which contributions are asked for.
    pub days: BTreeSet<Day>,
    /// What counts on them, as it comes.
    pub contributions: Vec<Contribution>,
    /// The first of what does not count, by its place.
    pub left: BTreeMap<u64, NotCounted>,
    /// How many of these are kept.
    most: usize,
    /// How many were picked that count on no day.
    pub misses: usize,
    /// How many were picked whose days straddle the date, and which lack nothing.
    pub straddling: usize,
}

impl<'q, 'a> Picker<'q, 'a> {
    pub(super) fn of(
        question: &'q Question<'a>,
        indicator: &'a Indicator,
        days: BTreeSet<Day>,
        most: usize,
    ) -> Self {
        Self {
            question,
            indicator,
            totals: totals(question, indicator),
            exceeded: None,
            days,
            contributions: vec![],
            left: BTreeMap::new(),
            most,
            misses: 0,
            straddling: 0,
        }
    }

    /// Keeps what does not count, where it is one of the first.
    pub(super) fn leave(&mut self, left: NotCounted) {
        self.left.insert(left.sequence, left);
        if self.left.len() > self.most {
            self.left.pop_last();
        }
    }
}

impl<'r> Taker<'r> for Picker<'_, '_> {
    fn row(&mut self, row: Row<'r>) {
        let as_at = self.question.as_at;
        if row.days.from > as_at {
            return;
        }
        let is_certain = row.date <= as_at;
        match row.number(self.indicator) {
            Ok(amount) if is_certain => {
                if self.days.contains(&row.date) {
                    self.contributions.push(row.contribution(amount.value, BTreeSet::new(), None));
                }
            }
            Err(lacking) if is_certain || self.totals.leave_room(&row, as_at) => {
                self.leave(row.not_counted(lacking));
            }
            number => {
                self.straddling += usize::from(number.is_ok());
                self.leave(row.not_counted(Reason::Straddles));
            }
        }
    }

    fn unknown(&mut self, row: Row<'r>, paths: Vec<&'r str>) {
        if row.days.from > self.question.as_at {
            return;
        }
        let exceeded = self.exceeded.get_or_insert_with(|| exceeded(self.question, self.indicator));
        let reason = unstated(&self.totals, exceeded, &row, &paths);
        self.leave(row.not_counted(reason));
    }

    fn miss(&mut self, row: &Row<'r>, reason: Reason) {
        let left = row.not_counted(reason);
        if left.has_begun(self.question.as_at) {
            self.misses += 1;
            self.leave(left);
        }
    }
}
