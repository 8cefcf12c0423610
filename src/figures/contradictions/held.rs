//! What is listed of an indicator within its published totals: each entry is looked at
//! once, and none is kept.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Family, Likeness, Listed, in_order};
use crate::event::Exact;
use crate::figures::adding::plain_amount;
use crate::figures::closing::{Closer, Openings, closers};
use crate::figures::gather::{Row, Taker, look_through, window_start};
use crate::figures::table::Question;
use crate::figures::totals::{Reported, Totals};
use crate::figures::value::Reason;
use crate::plan::{Indicator, Kind};

/// An indicator that has published totals, and what is listed within these.
pub(super) struct Held<'a, 'q> {
    question: &'q Question<'a>,
    indicator: &'q Indicator,
    totals: &'q Totals<'a>,
    closers: Vec<Closer<'a>>,
    /// What belongs to it for certain.
    certain: Listed,
    /// What may, by the paths that it does not state, in order.
    unknown: Vec<(Vec<String>, Listed)>,
}

impl<'a, 'q> Held<'a, 'q> {
    /// Looks at all entries of an indicator.
    pub(super) fn of(question: &'q Question<'a>, indicator: &'q Indicator, totals: &'q Totals<'a>) -> Self {
        let (closers, certain) = (closers(question, indicator), Listed::default());
        let mut held = Self { question, indicator, totals, closers, certain, unknown: vec![] };
        look_through(question, indicator, window_start(question, indicator), &mut held);
        held
    }

    /// Adds it to the families that its items of no stated class could belong to.
    pub(super) fn join(self, families: &mut BTreeMap<Likeness, Family>) {
        let stated: Exact = self.totals.current().map(|total| &total.value).sum();
        let distinct = self.counts_keys();
        for (paths, listed) in self.unknown {
            let family = families.entry(Likeness { paths, distinct }).or_default();
            family.stated = family.stated.clone() + stated.clone();
            family.listed.join(&listed);
            family.listed.join(&self.certain);
        }
    }

    fn counts_keys(&self) -> bool {
        self.indicator.rule.kind == Kind::Distinct
    }

    /// Whether a row counts for certain on the last day of a total: what was
    /// closed by then the total does not state.
    fn lists(&self, row: &Row<'_>, total: &Reported<'_>) -> bool {
        let Self { question, indicator, closers, .. } = self;
        Openings { question, indicator, closers }.of(row, total.period.to).is_open()
    }

    fn amount(&self, row: &Row<'_>) -> Exact {
        plain_amount(row, self.indicator.rule.kind, self.indicator.currency.as_deref())
    }

    /// The keys that a row of a `distinct` rule counts.
    fn keys(&self, row: &Row<'_>) -> Arc<BTreeSet<String>> {
        row.keys(self.question.state.register()).unwrap_or_default()
    }

    /// What is listed of those that do not state these paths.
    fn of_paths(&mut self, paths: &[&str]) -> &mut Listed {
        let paths = in_order(paths);
        let at = self.unknown.iter().position(|(known, _)| *known == paths).unwrap_or_else(|| {
            let paths = paths.iter().map(|&path| path.to_owned()).collect();
            self.unknown.push((paths, Listed::default()));
            self.unknown.len() - 1
        });
        &mut self.unknown[at].1
    }
}

impl<'r> Taker<'r> for Held<'_, '_> {
    fn row(&mut self, row: Row<'r>) {
        if !self.totals.linked(&row).is_some_and(|total| self.lists(&row, total)) {
            return;
        }
        if self.counts_keys() {
            let keys = self.keys(&row);
            self.certain.keys.extend(keys.iter().cloned());
        } else {
            self.certain.certain = self.certain.certain.clone() + self.amount(&row);
        }
    }

    fn unknown(&mut self, row: Row<'r>, paths: Vec<&'r str>) {
        let Some(total) = self.totals.linked(&row) else { return };
        if !self.lists(&row, total) {
            self.of_paths(&paths);
        } else if self.counts_keys() {
            let keys = self.keys(&row);
            self.of_paths(&paths).keys.extend(keys.iter().cloned());
        } else {
            let amount = self.amount(&row);
            self.of_paths(&paths).items.insert(row.gist.sequence, amount);
        }
    }

    fn miss(&mut self, _: &Row<'r>, _: Reason) {}
}
