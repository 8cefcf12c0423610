//! Rows that a rule cannot tell apart but by their days, kept together as running
//! totals: a value at any date is then found without looking at each of them.
//!
//! ```text
//! rows ──round──▶ Traits   what the rule sees of a row, and between which of the days
//!                   │      that matter to it the row's days lie; rows alike have one
//!                   ▼
//!                 Bundle   rows of the same traits: so many by each day
//!                   │
//! date ──at───────▶ Row    one for those that count by it, one for those that may
//! ```
//!
//! What is folded into a value are rows either way, so a value and its explanation
//! cannot part. A property compares the two.

mod bins;
mod bundle;
mod bundler;
mod by_day;
mod by_source;
mod kept;
mod merging;
mod numbers;
mod odd;
mod packed;
mod ranks;
mod running;
mod sums;
mod traits;

use std::collections::BTreeSet;
use std::sync::Arc;

use hashbrown::HashMap;

use self::bundle::Bundle;
use self::bundler::Bundler;
use self::traits::Unstated;
use super::gather::{Gathered, Row};
use super::index::Which;
use super::round::{Asker, round};
use super::table::Question;
use crate::event::Day;
use crate::plan::{Indicator, Kind, Window};

pub(super) use self::bundler::{Bundling, Looked};
pub(super) use self::kept::Bundles;
pub(super) use self::odd::Odd;
pub(super) use self::ranks::Sorts;
pub(super) use self::traits::{Together, Traits};

/// What a rule looks at, in bundles: what was kept, and what of that changed since.
#[derive(Debug)]
pub(super) struct Bundled {
    kept: Arc<Parts>,
    added: Parts,
    removed: Parts,
    /// Which entries do not count, of a state that has the record of each.
    odd: Option<Odd>,
}

/// Bundles.
#[derive(Debug, Default)]
pub(super) struct Parts {
    bundles: HashMap<Arc<Traits>, Bundle>,
    /// Entries that do not state what a condition asks for.
    unstated: HashMap<Arc<Unstated>, Bundle>,
    /// How many do not count for another reason.
    misses: usize,
}

/// The rows of a rule by the date that is asked for, those alike together; none
/// where they cannot be kept so: a filter lets a part through, or whether one is
/// open depends on others.
pub(super) fn gather_together<'a>(question: &Question<'a>, indicator: &'a Indicator) -> Option<Gathered<'a>> {
    Some(bundled(question, indicator)?.at(question, indicator))
}

/// The same at all dates.
pub(super) fn bundled(question: &Question<'_>, indicator: &Indicator) -> Option<Arc<Bundled>> {
    if !question.filter.is_empty() || indicator.rule.kind == Kind::Share {
        return None;
    }
    question.state.bundles().of(question, indicator)
}

/// Whether of a rule each row tells alone whether it counts, but for published totals that
/// it may contradict and keys that are in doubt; and each entry is one row at most.
pub(super) fn is_told_by_row(indicator: &Indicator) -> bool {
    let rule = &indicator.rule;
    let kinds: BTreeSet<&str> = rule.from.iter().map(|source| source.kind.as_str()).collect();
    matches!(rule.kind, Kind::Count | Kind::Sum | Kind::Distinct | Kind::Narrative)
        && rule.window != Some(Window::Open)
        && kinds.len() == rule.from.len()
}

/// The first day on which rows count at the date asked for, where they count anew each
/// fiscal year.
pub(super) fn first_day(question: &Question<'_>, indicator: &Indicator) -> Day {
    match indicator.rule.window {
        Some(Window::FiscalYear) => question.ruling.fiscal_year(question.as_at).from,
        _ => Day::FIRST,
    }
}

impl Bundled {
    /// What a rule looks at, all of it looked at now; none where it has to look at
    /// each.
    fn of(question: &Question<'_>, indicator: &Indicator) -> Option<Self> {
        round(question, &[Asker::Bundles(indicator)]).pop()?.bundled()
    }

    /// The same of bundles that were kept, with what changed since; none where that
    /// takes away what speaks for others.
    fn since(kept: Arc<Parts>, question: &Question<'_>, indicator: &Indicator) -> Option<Self> {
        let gone = Bundler::of(question, indicator, Which::ChangedThen);
        let come = Bundler::of(question, indicator, Which::ChangedNow);
        let (ends, minds) = (gone.ends() || come.ends(), gone.minds());
        let (added, removed) = (come.parts(), gone.parts());
        let spoke = |(traits, gone): (&Arc<Traits>, &Bundle)| {
            kept.bundles.get(traits).is_some_and(|kept| gone.speaks_in(kept))
        };
        if ends || (minds && removed.bundles.iter().any(spoke)) {
            return None;
        }
        Some(Self { kept, added, removed, odd: None })
    }

    /// What was kept, where nothing of it changed since.
    fn kept_alone(&self) -> Option<Arc<Parts>> {
        let is_alone = self.added.are_none() && self.removed.are_none();
        is_alone.then(|| Arc::clone(&self.kept))
    }

    /// The rows by a date.
    pub(super) fn at<'a>(&self, question: &Question<'a>, indicator: &'a Indicator) -> Gathered<'a> {
        let as_at = question.as_at;
        let first = first_day(question, indicator);
        let Self { kept, added, removed, .. } = self;
        let leaves = kept.misses + added.misses > removed.misses;
        let mut gathered = Gathered { leaves, ..Gathered::default() };
        let is_in = |bundle: &Bundle| bundle.first_date() >= first;
        let without = |traits: &Arc<Traits>| removed.bundles.get(traits);
        let kept_rows = kept.bundles.iter().map(|(traits, bundle)| (traits, bundle, without(traits)));
        let all = kept_rows.chain(added.bundles.iter().map(|(traits, bundle)| (traits, bundle, None)));
        for (traits, bundle, less) in all.filter(|(_, bundle, _)| is_in(bundle)) {
            gathered.rows.extend(bundle.rows(less, traits, &indicator.rule.from[traits.source], as_at));
        }
        gathered.rows.sort_by_key(Row::order);
        let without = |unstated: &Arc<Unstated>| removed.unstated.get(unstated);
        let kept_rows = kept.unstated.iter().map(|(unstated, bundle)| (unstated, bundle, without(unstated)));
        let all = kept_rows.chain(added.unstated.iter().map(|(unstated, bundle)| (unstated, bundle, None)));
        for (unstated, bundle, less) in all.filter(|(_, bundle, _)| is_in(bundle)) {
            let source = &indicator.rule.from[unstated.traits.source];
            let rows = bundle.rows(less, &unstated.traits, source, as_at);
            gathered.unknown.extend(rows.into_iter().map(|row| (row, unstated.paths_in(source))));
        }
        gathered
    }
}

impl Parts {
    /// Whether nothing is in them.
    fn are_none(&self) -> bool {
        self.bundles.is_empty() && self.unstated.is_empty() && self.misses == 0
    }
}
