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
mod by_traits;
mod kept;
mod merging;
mod numbers;
mod odd;
mod packed;
mod ranks;
mod running;
mod speaking;
mod traits;

use std::collections::BTreeSet;
use std::hash::Hash;
use std::sync::Arc;

use self::bundle::Bundle;
use self::bundler::Bundler;
use self::by_traits::ByTraits;
use self::traits::Unstated;
use super::gather::{Gathered, Row};
use super::index::Which;
use super::round::{Asker, round};
use super::table::Question;
use super::totals::reported;
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
    bundles: ByTraits<Traits>,
    /// Entries that do not state what a condition asks for.
    unstated: ByTraits<Unstated>,
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
        // Room for all of them at once: what grows is moved again and again.
        let rows = Vec::with_capacity(kept.bundles.iter().len() + added.bundles.iter().len());
        let mut gathered = Gathered { rows, leaves, ..Gathered::default() };
        let source = |traits: &Traits| &indicator.rule.from[traits.source];
        let (settles, mut possible) = (settles(question, indicator), Vec::new());
        for (traits, bundle, less) in each(&kept.bundles, &added.bundles, &removed.bundles, first) {
            let certain = bundle.certain(less, traits, source(traits), as_at);
            let is_settled = settles && certain.is_some() && traits.keys.is_some();
            gathered.rows.extend(certain);
            if is_settled {
                gathered.leaves = gathered.leaves || bundle.is_over(less, as_at);
            } else {
                possible.extend(bundle.possible(less, traits, source(traits), as_at));
            }
        }
        gathered.rows.append(&mut possible);
        // Most rules have the first row of each bundle speak: these are in order already.
        gathered.rows.sort_by_key(Row::order);
        for (unstated, bundle, less) in each(&kept.unstated, &added.unstated, &removed.unstated, first) {
            let traits = &unstated.traits;
            let certain = bundle.certain(less, traits, source(traits), as_at);
            let rows = certain.into_iter().chain(bundle.possible(less, traits, source(traits), as_at));
            gathered.unknown.extend(rows.map(|row| (row, unstated.paths_in(source(traits)))));
        }
        gathered
    }
}

/// Whether of rows with the same keys those that may count change nothing beside one that
/// does, but that they are left out: keys are counted, of which nothing else is asked, and
/// that no published total states.
fn settles(question: &Question<'_>, indicator: &Indicator) -> bool {
    let rule = &indicator.rule;
    rule.kind == Kind::Distinct
        && rule.having.is_none()
        && rule.window != Some(Window::Open)
        && reported(question, indicator).is_empty()
}

/// All bundles of which the rows count from a day on, those that were kept with what of them
/// is gone.
fn each<'b, T: Hash + Eq>(
    kept: &'b ByTraits<T>,
    added: &'b ByTraits<T>,
    removed: &'b ByTraits<T>,
    first: Day,
) -> impl Iterator<Item = (&'b Arc<T>, &'b Bundle, Option<&'b Bundle>)> {
    let kept = kept.iter().map(|(traits, bundle)| (traits, bundle, removed.get(traits)));
    let all = kept.chain(added.iter().map(|(traits, bundle)| (traits, bundle, None)));
    all.filter(move |(_, bundle, _)| bundle.is_from(first))
}

impl Parts {
    /// With those of other types, which have other traits.
    fn and(self, others: Self) -> Self {
        Self {
            bundles: self.bundles.and(others.bundles),
            unstated: self.unstated.and(others.unstated),
            misses: self.misses + others.misses,
        }
    }

    /// Whether nothing is in them.
    fn are_none(&self) -> bool {
        self.bundles.is_empty() && self.unstated.is_empty() && self.misses == 0
    }
}
