//! Puts the rows that a rule looks at into bundles.

use std::sync::Arc;

use super::bins::Bins;
use super::bundle::Manner;
use super::numbers::Numbers;
use super::odd::Odd;
use super::traits::{Bounds, Numbered, Reader, Traits, Unstated};
use super::{Bundled, Parts, is_told_by_row};
use crate::figures::gather::{Outlook, Row, Sight, Start, Taker, look_through};
use crate::figures::index::Which;
use crate::figures::table::Question;
use crate::figures::value::Reason;
use crate::plan::{Indicator, Window};

/// What a rule looked at so far.
pub(super) struct Bundler<'a, 'q> {
    reader: Reader<'a, 'q>,
    bounds: Bounds,
    numbers: Numbers,
    bundles: Bins<Traits>,
    unstated: Bins<Unstated>,
    misses: usize,
    /// Which entries do not count, where that is noted: of an index it would take much
    /// memory, and no entry is looked up in it by its place.
    odd: Option<Odd>,
    /// Whether one has an end of its own.
    ends: bool,
}

impl<'a, 'q> Bundler<'a, 'q> {
    fn new(question: &'q Question<'a>, indicator: &'a Indicator) -> Self {
        Self {
            reader: Reader::of(question, indicator),
            bounds: Bounds::of(question, indicator),
            numbers: Numbers::new(),
            bundles: Bins::new(),
            unstated: Bins::new(),
            misses: 0,
            odd: None,
            ends: false,
        }
    }

    /// What a rule looks at of some entries.
    pub(super) fn of(question: &'q Question<'a>, indicator: &'a Indicator, which: Which<'_>) -> Self {
        let mut bundler = Self::new(question, indicator);
        look_through(question, indicator, start(question, indicator), which, &mut bundler);
        bundler
    }

    /// Whether one has an end of its own.
    pub(super) const fn ends(&self) -> bool {
        self.ends
    }

    /// Whether it matters which row speaks for others.
    pub(super) const fn minds(&self) -> bool {
        self.reader.manner.minds()
    }

    /// One that notes what does not count, where that is asked for.
    fn noting(question: &'q Question<'a>, indicator: &'a Indicator) -> Self {
        let is_noted = !question.state.is_for_values() && is_told_by_row(indicator);
        Self { odd: is_noted.then(Odd::default), ..Self::new(question, indicator) }
    }

    pub(super) fn parts(self) -> Parts {
        let Self { bundles, unstated, misses, .. } = self;
        Parts { bundles: bundles.bundles(), unstated: unstated.bundles(), misses }
    }
}

/// A rule that looks at the entries of one type.
pub(in crate::figures) struct Bundling<'a, 'q> {
    bundler: Bundler<'a, 'q>,
    looks: Vec<Outlook<'a, 'q>>,
}

impl<'a, 'q> Bundling<'a, 'q> {
    pub(in crate::figures) fn of(question: &'q Question<'a>, indicator: &'a Indicator, kind: &str) -> Self {
        let sources = indicator.rule.from.iter().filter(|source| source.kind == kind);
        let start = start(question, indicator);
        let looks = sources.map(|source| Outlook::new(question, indicator, source, start)).collect();
        Self { bundler: Bundler::noting(question, indicator), looks }
    }

    /// Looks at what is seen of some entries.
    pub(in crate::figures) fn see(&mut self, some: &[Sight<'_>]) {
        let Self { bundler, looks } = self;
        for look in looks {
            for sight in some {
                look.look_at(*sight, bundler);
            }
        }
    }

    /// What it looked at; none where one has an end of its own.
    pub(in crate::figures) fn looked(self) -> Option<Looked> {
        let Self { mut bundler, .. } = self;
        let odd = bundler.odd.take();
        (!bundler.ends).then(|| Looked { parts: bundler.parts(), odd })
    }
}

/// What a rule looked at of all entries of some types.
#[derive(Default)]
pub(in crate::figures) struct Looked {
    parts: Parts,
    odd: Option<Odd>,
}

impl Looked {
    /// With what it looked at of other types, which stands in other bundles.
    pub(in crate::figures) fn and(mut self, other: Self) -> Self {
        let Self { parts, odd } = other;
        self.parts = self.parts.and(parts);
        self.odd = match (self.odd, odd) {
            (Some(one), Some(other)) => Some(one.and(other)),
            (one, other) => one.or(other),
        };
        self
    }

    pub(in crate::figures) fn bundled(self) -> Bundled {
        let Self { parts, odd } = self;
        let none = Parts::default;
        Bundled { kept: Arc::new(parts), added: none(), removed: none(), odd: odd.map(Odd::in_order) }
    }
}

/// From when on rows are looked at, whichever date is asked for.
fn start(question: &Question<'_>, indicator: &Indicator) -> Start {
    match indicator.rule.window {
        Some(Window::FiscalYear | Window::Open | Window::State) => Start::None,
        Some(Window::Cumulative) | None => Start::Told(question.ruling.first_day_of(indicator)),
    }
}

impl<'r> Taker<'r> for Bundler<'_, '_> {
    fn row(&mut self, row: Row<'r>) {
        self.ends |= self.reader.ends(&row);
        let source = self.reader.source(&row);
        let (number, amount) = self.numbers.of(source, &row, || self.reader.number(&row));
        let plain = self.reader.plain(&row, source, &self.bounds, number);
        let read = || self.reader.read(&row, plain);
        let (traits, rows) = self.bundles.of(plain, row.like, self.reader.manner, read);
        if let Some(odd) = self.odd.as_mut().filter(|_| traits.lacks(self.reader.kind())) {
            odd.row(&row);
        }
        rows.add(&row, amount);
    }

    fn unknown(&mut self, row: Row<'r>, paths: &[&'r str]) {
        self.odd.iter_mut().for_each(|odd| odd.row(&row));
        let source = self.reader.source(&row);
        let plain = self.reader.plain(&row, source, &self.bounds, Numbered::As(None));
        let (_, rows) = self.unstated.of(plain, row.like, Manner::First, || Unstated::of(plain, paths));
        rows.add(&row, None);
    }

    fn miss(&mut self, row: &Row<'r>, reason: Reason) {
        self.odd.iter_mut().for_each(|odd| odd.miss(row, &reason));
        self.misses += 1;
    }
}
