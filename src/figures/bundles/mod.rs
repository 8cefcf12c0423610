//! Rows that a rule cannot tell apart but by their days, kept together as running
//! totals: a value at any date is then found without looking at each of them.
//!
//! ```text
//! rows ──look_through──▶ Traits   what the rule sees of a row, and between which of the
//!                          │      days that matter to it the row's days lie
//!                          ▼
//!                        Bundle   rows of the same traits: so many by each day
//!                          │
//! date ──at──────────────▶ Row    one for those that count by it, one for those that may
//! ```
//!
//! What is folded into a value are rows either way, so a value and its explanation
//! cannot part. A property compares the two.

mod bundle;
mod kept;
mod merging;
mod odd;
mod packed;
mod ranks;
mod running;
mod traits;

use std::collections::BTreeSet;
use std::sync::Arc;

use hashbrown::HashMap;

use self::bundle::{Bundle, Loose, Manner};
use self::traits::{Bounds, Reader, Unstated};
use super::closing::closers;
use super::gather::{Gathered, Row, Start, Taker, look_through};
use super::index::Which;
use super::table::Question;
use super::value::Reason;
use crate::event::Day;
use crate::plan::{Indicator, Kind, Window};

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
    unstated: HashMap<Unstated, Bundle>,
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
        let mut bundler = Bundler::of_all(question, indicator)?;
        let odd = bundler.odd.take().map(Odd::in_order);
        let kept = Arc::new(bundler.parts());
        Some(Self { kept, added: Parts::default(), removed: Parts::default(), odd })
    }

    /// The same of bundles that were kept, with what changed since; none where that
    /// takes away what speaks for others.
    fn since(kept: Arc<Parts>, question: &Question<'_>, indicator: &Indicator) -> Option<Self> {
        let [mut gone, mut come] = [Bundler::of(question, indicator), Bundler::of(question, indicator)];
        let start = start(question, indicator);
        look_through(question, indicator, start, Which::ChangedThen, &mut gone);
        look_through(question, indicator, start, Which::ChangedNow, &mut come);
        let (ends, minds) = (gone.ends || come.ends, gone.reader.manner.minds());
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
        let without = |unstated: &Unstated| removed.unstated.get(unstated);
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

    /// What a rule looks at; none where it has to look at each.
    fn of(question: &Question<'_>, indicator: &Indicator) -> Option<Self> {
        Bundler::of_all(question, indicator).map(Bundler::parts)
    }
}

/// From when on rows are looked at, whichever date is asked for.
fn start(question: &Question<'_>, indicator: &Indicator) -> Start {
    match indicator.rule.window {
        Some(Window::FiscalYear | Window::Open | Window::State) => Start::None,
        Some(Window::Cumulative) | None => Start::Told(question.ruling.first_day_of(indicator)),
    }
}

/// Puts rows into bundles.
struct Bundler<'a, 'q> {
    reader: Reader<'a, 'q>,
    bounds: Bounds,
    bundles: HashMap<Traits, Loose>,
    unstated: HashMap<Unstated, Loose>,
    misses: usize,
    /// Which entries do not count, where that is noted: of an index it would take much
    /// memory, and no entry is looked up in it by its place.
    odd: Option<Odd>,
    /// Whether one has an end of its own.
    ends: bool,
}

impl<'a, 'q> Bundler<'a, 'q> {
    fn of(question: &'q Question<'a>, indicator: &'a Indicator) -> Self {
        Self {
            reader: Reader::of(question, indicator),
            bounds: Bounds::of(question, indicator),
            bundles: HashMap::new(),
            unstated: HashMap::new(),
            misses: 0,
            odd: None,
            ends: false,
        }
    }

    /// What a rule looks at, all of it looked at now; none where it has to look at each.
    fn of_all(question: &'q Question<'a>, indicator: &'a Indicator) -> Option<Self> {
        if !closers(question, indicator).is_empty() {
            return None;
        }
        let mut bundler = Self::of(question, indicator);
        let is_noted = !question.state.is_for_values() && is_told_by_row(indicator);
        bundler.odd = is_noted.then(Odd::default);
        look_through(question, indicator, start(question, indicator), Which::All, &mut bundler);
        (!bundler.ends).then_some(bundler)
    }

    fn parts(self) -> Parts {
        let bundles = self.bundles.into_iter().map(|(traits, rows)| (Arc::new(traits), rows.bundle()));
        let unstated = self.unstated.into_iter().map(|(unstated, rows)| (unstated, rows.bundle()));
        Parts { bundles: bundles.collect(), unstated: unstated.collect(), misses: self.misses }
    }
}

impl<'r> Taker<'r> for Bundler<'_, '_> {
    fn row(&mut self, row: Row<'r>) {
        self.ends |= self.reader.ends(&row);
        let (traits, amount) = self.reader.read(&row, &self.bounds);
        if let Some(odd) = self.odd.as_mut().filter(|_| traits.lacks(self.reader.kind())) {
            odd.row(&row);
        }
        let manner = self.reader.manner;
        self.bundles.entry(traits).or_insert_with(|| Loose::of(manner)).add(&row, amount);
    }

    fn unknown(&mut self, row: Row<'r>, paths: Vec<&'r str>) {
        self.odd.iter_mut().for_each(|odd| odd.row(&row));
        let unstating = self.reader.unstated(&row, &self.bounds, &paths);
        if let Some(known) = self.unstated.get_mut(&unstating) {
            return known.add(&row, None);
        }
        let mut first = Loose::of(Manner::First);
        first.add(&row, None);
        self.unstated.insert(unstating.kept(), first);
    }

    fn miss(&mut self, row: &Row<'r>, reason: Reason) {
        self.odd.iter_mut().for_each(|odd| odd.miss(row, &reason));
        self.misses += 1;
    }
}
