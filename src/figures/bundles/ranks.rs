//! How many rows of several bundles there are by each day: from it the days are found
//! that hold those of some ranks, without looking at a row.

use std::collections::BTreeSet;

use super::bundle::Bundle;
use super::odd::Odd;
use super::running::{Running, Tally};
use super::{Bundled, Parts, first_day};
use crate::event::{Day, Exact};
use crate::figures::table::Question;
use crate::plan::{Indicator, Kind};

/// How many rows there are by each day.
pub(in crate::figures) struct Ranks<'b> {
    come: Vec<&'b Running>,
    /// Of these, those that are gone.
    gone: Vec<&'b Running>,
}

/// Rows of one kind, by their days.
pub(in crate::figures) struct OfSort<'b> {
    /// All, by their date.
    pub all: Ranks<'b>,
    /// Of those that lie within several days how many have begun and not ended.
    over: Ranks<'b>,
}

/// The rows of a rule.
pub(in crate::figures) struct Sorts<'b> {
    /// Those that count by their date.
    pub counting: OfSort<'b>,
    /// Those that lack something, and do not.
    pub lacking: OfSort<'b>,
    /// How many entries count on no day.
    pub misses: usize,
    /// The places of these and of those that lack something, where they were noted.
    pub odd: Option<&'b Odd>,
}

impl Bundled {
    /// Its rows from the day on from which they are looked at.
    pub(in crate::figures) fn sorts(&self, question: &Question<'_>, indicator: &Indicator) -> Sorts<'_> {
        let first = first_day(question, indicator);
        let is_in = |bundle: &&Bundle| bundle.is_from(first);
        let of = |lack: bool| {
            let [kept, added, removed] = [&*self.kept, &self.added, &self.removed]
                .map(|parts| parts.that(lack, indicator.rule.kind).into_iter().filter(is_in));
            OfSort::of(&kept.chain(added).collect::<Vec<_>>(), &removed.collect::<Vec<_>>())
        };
        Sorts {
            counting: of(false),
            lacking: of(true),
            misses: (self.kept.misses + self.added.misses).saturating_sub(self.removed.misses),
            odd: self.odd.as_ref(),
        }
    }
}

impl Parts {
    /// The bundles of rows that lack something, or of those that do not.
    fn that(&self, lack: bool, kind: Kind) -> Vec<&Bundle> {
        let stated = self.bundles.iter().filter(|(traits, _)| traits.lacks(kind) == lack);
        let unstated = self.unstated.iter().map(|(_, bundle)| bundle).filter(|_| lack);
        stated.map(|(_, bundle)| bundle).chain(unstated).collect()
    }
}

impl<'b> OfSort<'b> {
    fn of(come: &[&'b Bundle], gone: &[&'b Bundle]) -> Self {
        let ranks = |of: fn(&Bundle) -> &Running| Ranks {
            come: come.iter().map(|bundle| of(bundle)).collect(),
            gone: gone.iter().map(|bundle| of(bundle)).collect(),
        };
        Self { all: ranks(|it| &it.all), over: ranks(|it| &it.over) }
    }

    /// The days after one on which those may end that have begun by it.
    pub(in crate::figures) fn ends_after(&self, day: Day) -> BTreeSet<Day> {
        let open = self.over.come.iter().filter(|running| running.by(day).is_some_and(|it| it.count > 0));
        let last = open.filter_map(|running| running.ends()).map(|[_, last]| last).max();
        last.map_or_else(BTreeSet::new, |last| self.all.days(day.next(), last))
    }

    /// How many have begun by a day and not ended.
    pub(in crate::figures) fn straddling(&self, day: Day) -> usize {
        self.over.by(day)
    }
}

impl Ranks<'_> {
    /// How many there are by a day.
    pub(in crate::figures) fn by(&self, day: Day) -> usize {
        self.count(|running| running.by(day))
    }

    /// How many there are before a day.
    pub(in crate::figures) fn before(&self, day: Day) -> usize {
        self.count(|running| running.before(day))
    }

    /// What those by a day come to.
    pub(in crate::figures) fn sum_by(&self, day: Day) -> Exact {
        self.sum(|running| running.by(day))
    }

    /// What those before a day come to.
    pub(in crate::figures) fn sum_before(&self, day: Day) -> Exact {
        self.sum(|running| running.before(day))
    }

    /// The days from one to another on which there may be one.
    pub(in crate::figures) fn days(&self, from: Day, to: Day) -> BTreeSet<Day> {
        self.come.iter().flat_map(|running| running.days_from(from).take_while(|day| *day <= to)).collect()
    }

    /// All days from one on, likewise.
    pub(in crate::figures) fn days_from(&self, day: Day) -> BTreeSet<Day> {
        self.come.iter().flat_map(|running| running.days_from(day)).collect()
    }

    fn count(&self, of: impl Fn(&Running) -> Option<Tally>) -> usize {
        let count = |all: &[&Running]| {
            all.iter().filter_map(|running| of(running)).map(|tally| tally.count).sum::<usize>()
        };
        count(&self.come).saturating_sub(count(&self.gone))
    }

    fn sum(&self, of: impl Fn(&Running) -> Option<Tally>) -> Exact {
        let sum = |all: &[&Running]| -> Exact {
            all.iter().filter_map(|running| of(running)).map(|tally| tally.sum).sum()
        };
        sum(&self.come) - sum(&self.gone)
    }
}
