//! What was printed beside what the entries give.

use std::collections::BTreeMap;

use super::book::Book;
use super::{Printed, Shown};
use crate::event::{Exact, Precision};
use crate::figures::{GroupTable, RowTable};
use crate::plan::{Indicator, Number, Words};

/// How a printed value compares.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// It is what the numbers give.
    Agrees,
    /// It is not.
    Differs,
    /// It cannot be compared: no number, or nothing certain to compare with.
    Unchecked,
}

impl Verdict {
    /// The stored word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::Differs => "differs",
            Self::Unchecked => "unchecked",
        }
    }
}

/// One of the figures of a printed row.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Figure {
    /// The target.
    Target,
    /// The value.
    Delivered,
    /// The percentage.
    Percent,
}

impl Figure {
    /// The stored word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Target => "target",
            Self::Delivered => "delivered",
            Self::Percent => "percent",
        }
    }
}

/// How a percentage follows from numbers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reckoning {
    /// A value over its target, each less the baseline where there is one.
    Ratio {
        /// The value.
        delivered: Exact,
        /// The target.
        target: Exact,
        /// What both are measured from.
        baseline: Option<Exact>,
    },
    /// The mean of so many percentages.
    Mean(usize),
}

/// One comparison.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Comparison<'a> {
    /// What was printed.
    pub printed: Printed,
    /// What people call the indicator or the group.
    pub label: Words,
    /// The indicator; none for a group.
    pub indicator: Option<&'a Indicator>,
    /// Which of its figures.
    pub figure: Figure,
    /// As printed.
    pub shown: String,
    /// As computed, when there is something certain; percentages in percent.
    pub computed: Option<Exact>,
    /// How precise what was computed is, where it rests on an imprecise amount.
    pub precision: Option<Precision>,
    /// With how many decimals it is shown.
    pub decimals: u32,
    /// How they compare.
    pub verdict: Verdict,
    /// Whether they agree by what is left open: “more than 7.7 million”.
    pub is_rounded: bool,
    /// How a percentage was computed.
    pub ours: Option<Reckoning>,
    /// How a percentage follows from the numbers printed beside it, and what
    /// they give.
    pub theirs: Option<(Reckoning, Exact)>,
}

/// Every figure of what is printed of an indicator or group, beside the table.
pub(super) fn comparisons<'a>(book: &Book<'_, 'a>) -> Vec<(usize, Comparison<'a>)> {
    let mut all = Vec::new();
    for (at, it) in book.printed.iter().enumerate() {
        match (book.row(&it.indicator), book.group(&it.indicator)) {
            (Some(row), _) => all.extend(of_row(book, row, it).into_iter().map(|it| (at, it))),
            (None, Some(group)) => all.extend(of_group(book, group, it).map(|it| (at, it))),
            (None, None) => {}
        }
    }
    all
}

/// The comparisons by the place of what is printed.
pub(super) struct Comparisons<'c, 'a>(BTreeMap<(usize, Figure), &'c Comparison<'a>>);

impl<'c, 'a> Comparisons<'c, 'a> {
    pub(super) fn of(all: &'c [(usize, Comparison<'a>)]) -> Self {
        Self(all.iter().map(|(at, it)| ((*at, it.figure), it)).collect())
    }

    /// That of one figure.
    pub(super) fn of_figure(&self, at: usize, figure: Figure) -> Option<&'c Comparison<'a>> {
        self.0.get(&(at, figure)).copied()
    }

    /// All of them.
    pub(super) fn all(&self) -> impl Iterator<Item = (usize, &'c Comparison<'a>)> {
        self.0.iter().map(|((at, _), it)| (*at, *it))
    }

    pub(super) fn agrees(&self, at: usize, figure: Figure) -> bool {
        self.of_figure(at, figure).is_some_and(|it| it.verdict == Verdict::Agrees)
    }

    /// Whether a number from which a percentage follows is not that of the entries.
    pub(super) fn differs_beside(&self, at: usize) -> bool {
        let numbers = [Figure::Target, Figure::Delivered].into_iter();
        { numbers }.any(|it| self.of_figure(at, it).is_some_and(|it| it.verdict == Verdict::Differs))
    }

    /// Whether a percentage follows from numbers one of which is not that of the
    /// entries, of a group those of its rows.
    pub(super) fn differs_below(&self, book: &Book<'_, '_>, at: usize) -> bool {
        let Some(group) = book.printed.get(at).and_then(|it| book.group(&it.indicator)) else {
            return self.differs_beside(at);
        };
        let mut rows = group.included().filter_map(|row| book.place(&row.indicator.id));
        rows.any(|row| self.differs_beside(row) || self.is_off(row))
    }

    fn is_off(&self, at: usize) -> bool {
        self.of_figure(at, Figure::Percent).is_some_and(|it| it.verdict == Verdict::Differs)
    }
}

fn of_group<'a>(book: &Book<'_, 'a>, group: &GroupTable<'a>, printed: &Printed) -> Option<Comparison<'a>> {
    let percents = group.included().map(|row| book.in_table(&row.indicator.id)?.percent.value().cloned());
    let percents: Option<Vec<Exact>> = percents.collect();
    let count = Exact::from(group.of);
    let theirs = percents.and_then(|all| all.iter().sum::<Exact>().divided_by(&count));
    let computed = group.percent.clone().map(hundredths);
    let comparison = Comparison {
        label: group.group.label.clone(),
        ours: computed.is_some().then_some(Reckoning::Mean(group.of)),
        theirs: theirs.map(|mean| (Reckoning::Mean(group.of), mean)),
        ..compared(printed, Figure::Percent, &printed.percent, computed, 0)
    };
    (!printed.percent.is_empty()).then_some(comparison)
}

fn of_row<'a>(book: &Book<'_, 'a>, row: &RowTable<'a>, printed: &Printed) -> Vec<Comparison<'a>> {
    let indicator = row.indicator;
    let target = row.target.map(|target| target.value.exact());
    let delivered = row.value.delivered.clone().filter(|_| row.value.is_certain());
    let percent = row.percent.clone().map(hundredths);
    let decimals = indicator.decimals;
    let figures = [
        compared(printed, Figure::Target, &printed.target, target.clone(), decimals),
        Comparison {
            precision: row.value.precision,
            ..compared(printed, Figure::Delivered, &printed.delivered, delivered.clone(), decimals)
        },
        Comparison {
            ours: percent.as_ref().and_then(|_| reckoned(indicator, delivered, target)).map(|(it, _)| it),
            theirs: reckoned(indicator, printed.delivered.value().cloned(), printed.target.value().cloned()),
            ..compared(printed, Figure::Percent, &printed.percent, percent, indicator.percentdecimals)
        },
    ];
    // What is of other days may be the same, and need not be.
    let is_of_table = book.is_of_table(row, printed.period);
    let named = |it: Comparison<'a>| {
        let is_other = !is_of_table && it.figure != Figure::Target && it.verdict == Verdict::Differs;
        let verdict = if is_other { Verdict::Unchecked } else { it.verdict };
        Comparison { label: indicator.near().label, indicator: Some(indicator), verdict, ..it }
    };
    figures.into_iter().filter(|it| !it.shown.is_empty()).map(named).collect()
}

/// A percentage from a value and a target, with what it gives, in percent.
pub(super) fn reckoned(
    indicator: &Indicator,
    delivered: Option<Exact>,
    target: Option<Exact>,
) -> Option<(Reckoning, Exact)> {
    let (delivered, target) = (delivered?, target?);
    let baseline = indicator.baseline.as_ref().map(Number::exact);
    let from = baseline.clone().unwrap_or_else(Exact::zero);
    let ratio = (delivered.clone() - from.clone()).divided_by(&(target.clone() - from))?;
    Some((Reckoning::Ratio { delivered, target, baseline }, hundredths(ratio)))
}

pub(super) fn hundredths(ratio: Exact) -> Exact {
    ratio * Exact::from(100_i64)
}

/// A figure beside what is computed; whose it is comes later.
fn compared<'a>(
    printed: &Printed,
    figure: Figure,
    shown: &Shown,
    computed: Option<Exact>,
    decimals: u32,
) -> Comparison<'a> {
    let fits = match (&shown.read, &computed) {
        (Some(read), Some(computed)) => {
            // A table may show more decimals than are kept, all of them zero.
            let is_same = read.value.round(decimals) == computed.round(decimals);
            let is_word = read.precision.is_some() || figure == Figure::Percent;
            Some((
                read.is(computed) || is_same && !is_word,
                read.value.round(decimals) != computed.round(decimals),
            ))
        }
        _ => None,
    };
    let verdict = match fits {
        Some((true, _)) => Verdict::Agrees,
        Some((false, _)) => Verdict::Differs,
        None => Verdict::Unchecked,
    };
    Comparison {
        printed: printed.clone(),
        label: Words::default(),
        indicator: None,
        figure,
        shown: shown.text.clone(),
        computed,
        precision: None,
        decimals,
        verdict,
        is_rounded: fits.is_some_and(|(_, is_other)| is_other) && verdict == Verdict::Agrees,
        ours: None,
        theirs: None,
    }
}
