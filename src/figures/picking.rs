//! What is picked of the entries that an excerpt looks at.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::contradictions::{Exceeded, exceeded};
use super::distinct::ByKey;
use super::evaluate::unstated;
use super::gather::{Row, Taker};
use super::table::Question;
use super::totals::{Totals, totals};
use super::value::{Contribution, NotCounted, Reason};
use crate::event::{Day, Exact};
use crate::plan::{Indicator, Kind};

/// Picks what counts on some days, and what does not count.
pub(super) struct Picker<'q, 'a> {
    question: &'q Question<'a>,
    indicator: &'a Indicator,
    totals: Totals<'a>,
    exceeded: Option<Exceeded>,
    by_key: &'q ByKey,
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

/// What a row says that its rule asks for.
enum Stated {
    Nothing,
    Number(Exact),
    Keys(Arc<BTreeSet<String>>),
}

impl<'q, 'a> Picker<'q, 'a> {
    pub(super) fn of(
        question: &'q Question<'a>,
        indicator: &'a Indicator,
        by_key: &'q ByKey,
        days: BTreeSet<Day>,
        most: usize,
    ) -> Self {
        Self {
            question,
            indicator,
            totals: totals(question, indicator),
            exceeded: None,
            by_key,
            days,
            contributions: vec![],
            left: BTreeMap::new(),
            most,
            misses: 0,
            straddling: 0,
        }
    }

    /// What a row says that its rule asks for, or why it does not.
    fn said(&self, row: &Row<'_>) -> Result<Stated, Reason> {
        match self.indicator.rule.kind {
            Kind::Narrative => Ok(Stated::Nothing),
            Kind::Distinct => {
                let keys = row.keys(self.question.state.register());
                keys.map(Stated::Keys).ok_or_else(|| Reason::KeyNotStated(row.key_path().to_owned()))
            }
            _ => row.number(self.indicator).map(|number| Stated::Number(number.value)),
        }
    }

    fn contribution(&self, row: &Row<'_>, said: Stated) -> Contribution {
        match said {
            Stated::Nothing => row.contribution(Exact::zero(), BTreeSet::new(), None),
            Stated::Number(number) => row.contribution(number, BTreeSet::new(), None),
            Stated::Keys(keys) => {
                let (amount, remark) = self.by_key.part(row, &keys);
                row.contribution(amount, Arc::unwrap_or_clone(keys), remark)
            }
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
        match self.said(&row) {
            Ok(said) if is_certain => {
                if self.days.contains(&row.date) {
                    self.contributions.push(self.contribution(&row, said));
                }
            }
            Err(lacking) if is_certain || self.totals.leave_room(&row, as_at) => {
                self.leave(row.not_counted(lacking));
            }
            said => {
                self.straddling += usize::from(said.is_ok());
                self.leave(row.not_counted(Reason::Straddles));
            }
        }
    }

    fn unknown(&mut self, row: Row<'r>, paths: &[&'r str]) {
        if row.days.from > self.question.as_at {
            return;
        }
        let exceeded = self.exceeded.get_or_insert_with(|| exceeded(self.question, self.indicator));
        let reason = unstated(&self.totals, exceeded, &row, paths);
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
