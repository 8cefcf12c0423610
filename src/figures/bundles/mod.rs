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
mod running;
mod traits;

use std::collections::HashMap;
use std::sync::Arc;

use self::bundle::Bundle;
use self::traits::{Bounds, Reader, Unstated};
use super::closing::closers;
use super::gather::{Gathered, Row, Start, Taker, look_through};
use super::table::Question;
use super::value::Reason;
use crate::event::Day;
use crate::plan::{Indicator, Kind, Window};

pub(super) use self::kept::Bundles;
pub(super) use self::traits::{Together, Traits};

/// What a rule looks at, in bundles.
#[derive(Debug, Default)]
pub(super) struct Bundled {
    bundles: Vec<(Arc<Traits>, Bundle)>,
    /// Entries that do not state what a condition asks for: of those alike, the one
    /// that may count first.
    unstated: Vec<(Unstated, Bundle)>,
    /// Whether something does not count for another reason.
    leaves: bool,
}

/// The rows of a rule by the date that is asked for, those alike together; none
/// where they cannot be kept so: a filter lets a part through, or whether one is
/// open depends on others.
pub(super) fn gather_together<'a>(
    question: &Question<'a>,
    indicator: &'a Indicator,
) -> Option<Gathered<'a>> {
    if !question.filter.is_empty() || indicator.rule.kind == Kind::Share {
        return None;
    }
    let bundled = question.state.bundles().of(question, indicator)?;
    Some(bundled.at(question, indicator))
}

impl Bundled {
    /// What a rule looks at; none where it has to look at each.
    fn of<'a>(question: &Question<'a>, indicator: &'a Indicator) -> Option<Self> {
        if !closers(question, indicator).is_empty() {
            return None;
        }
        let start = match indicator.rule.window {
            Some(Window::FiscalYear | Window::Open | Window::State) => Start::None,
            Some(Window::Cumulative) | None => Start::Told(question.ruling.first_day_of(indicator)),
        };
        let bounds = Bounds::of(question, indicator);
        let mut bundler = Bundler {
            reader: Reader::of(question, indicator),
            bounds,
            bundles: HashMap::new(),
            unstated: HashMap::new(),
            leaves: false,
            ends: false,
        };
        look_through(question, indicator, start, &mut bundler);
        (!bundler.ends).then(|| bundler.done())
    }

    /// The rows by a date.
    fn at<'a>(&self, question: &Question<'a>, indicator: &'a Indicator) -> Gathered<'a> {
        let as_at = question.as_at;
        let first = match indicator.rule.window {
            Some(Window::FiscalYear) => question.ruling.fiscal_year(as_at).from,
            _ => Day::FIRST,
        };
        let mut gathered = Gathered { leaves: self.leaves, ..Gathered::default() };
        for (traits, bundle) in self.bundles.iter().filter(|(_, bundle)| bundle.first_date() >= first) {
            let source = &indicator.rule.from[traits.source];
            gathered.rows.extend(bundle.rows(traits, source, as_at));
        }
        gathered.rows.sort_by_key(Row::order);
        for (unstated, bundle) in self.unstated.iter().filter(|(_, bundle)| bundle.first_date() >= first) {
            let source = &indicator.rule.from[unstated.traits.source];
            let rows = bundle.rows(&unstated.traits, source, as_at);
            gathered.unknown.extend(rows.into_iter().map(|row| (row, unstated.paths_in(source))));
        }
        gathered
    }
}

/// Puts rows into bundles.
struct Bundler<'a, 'q> {
    reader: Reader<'a, 'q>,
    bounds: Bounds,
    bundles: HashMap<Traits, Bundle>,
    unstated: HashMap<Unstated, Bundle>,
    leaves: bool,
    /// Whether one has an end of its own.
    ends: bool,
}

impl Bundler<'_, '_> {
    fn done(self) -> Bundled {
        let mut bundles: Vec<(Arc<Traits>, Bundle)> =
            self.bundles.into_iter().map(|(traits, bundle)| (Arc::new(traits), bundle)).collect();
        let mut unstated: Vec<(Unstated, Bundle)> = self.unstated.into_iter().collect();
        let all = bundles.iter_mut().map(|(_, it)| it).chain(unstated.iter_mut().map(|(_, it)| it));
        all.for_each(Bundle::run);
        Bundled { bundles, unstated, leaves: self.leaves }
    }
}

impl<'a> Taker<'a> for Bundler<'a, '_> {
    fn row(&mut self, row: Row<'a>) {
        self.ends |= self.reader.ends(&row);
        let (traits, amount) = self.reader.read(&row, &self.bounds);
        let manner = self.reader.manner;
        self.bundles.entry(traits).or_insert_with(|| Bundle::of(manner)).add(&row, amount);
    }

    fn unknown(&mut self, row: Row<'a>, paths: Vec<&'a str>) {
        let unstated = self.reader.unstated(&row, &self.bounds, &paths);
        let manner = bundle::Manner::First;
        self.unstated.entry(unstated).or_insert_with(|| Bundle::of(manner)).add(&row, None);
    }

    fn miss(&mut self, _: &Row<'a>, _: Reason) {
        self.leaves = true;
    }
}
