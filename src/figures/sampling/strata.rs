//! The parts of a population: what is taken whole, and what is drawn from.

use super::{Drawn, Selection};
use crate::event::{Exact, SampleMethod};
use crate::figures::value::Contribution;

/// A part of a population.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum StratumKind {
    /// Larger than the amount above which all are taken.
    Above,
    /// As large as the interval between two units: drawn whatever the seed is.
    Certain,
    /// What items are drawn from.
    Rest,
    /// Without a unit that could be drawn: not above zero.
    Unreached,
}

impl StratumKind {
    /// All of them, in order.
    pub const ALL: [Self; 4] = [Self::Above, Self::Certain, Self::Rest, Self::Unreached];

    /// The word for programs.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Above => "above",
            Self::Certain => "certain",
            Self::Rest => "rest",
            Self::Unreached => "unreached",
        }
    }

    /// Whether all of it is taken.
    pub const fn is_whole(self) -> bool {
        matches!(self, Self::Above | Self::Certain)
    }
}

/// A part of a population, and how much of it was drawn.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stratum {
    /// Which part.
    pub kind: StratumKind,
    /// How many items it has.
    pub count: usize,
    /// What their amounts come to.
    pub total: Exact,
    /// How many were drawn.
    pub drawn: usize,
    /// What the amounts of those come to.
    pub drawn_total: Exact,
}

/// A population, each item with its part of it.
pub(super) struct Split<'v> {
    pub(super) each: Vec<(StratumKind, &'v Contribution)>,
    /// Of units of the amounts: from one unit that is drawn to the next.
    pub(super) interval: Option<Exact>,
}

impl<'v> Split<'v> {
    /// What items are drawn from.
    pub(super) fn rest(&self) -> Vec<&'v Contribution> {
        self.each.iter().filter(|(kind, _)| *kind == StratumKind::Rest).map(|(_, it)| *it).collect()
    }

    /// From one unit or item to the next, where a method goes by intervals.
    pub(super) fn interval_of(&self, selection: &Selection, rest: usize) -> Option<Exact> {
        match selection.method {
            SampleMethod::Random => None,
            SampleMethod::Monetary => self.interval.clone(),
            SampleMethod::Interval => {
                let least = Exact::from(rest).divided_by(&wanted(selection));
                least.map(|it| it.max(Exact::one()))
            }
        }
    }
}

/// How many items are to be drawn, as a number.
pub(super) fn wanted(selection: &Selection) -> Exact {
    Exact::from(usize::try_from(selection.items).unwrap_or(usize::MAX))
}

/// Tells the parts of a population apart, which stays in its order.
pub(super) fn split<'v>(population: &[&'v Contribution], selection: &Selection) -> Split<'v> {
    let is_above = |it: &Contribution| selection.above.as_ref().is_some_and(|above| it.amount > *above);
    let by_unit = selection.method == SampleMethod::Monetary;
    let has_units = |it: &Contribution| !it.amount.is_zero() && !it.amount.is_negative();
    let rest = population.iter().filter(|it| !is_above(it) && has_units(it));
    let total: Exact = rest.map(|it| &it.amount).sum();
    let interval = total.divided_by(&wanted(selection)).filter(|it| by_unit && !it.is_zero());
    let kind = |it: &Contribution| match &interval {
        _ if is_above(it) => StratumKind::Above,
        _ if by_unit && !has_units(it) => StratumKind::Unreached,
        Some(interval) if it.amount >= *interval => StratumKind::Certain,
        _ => StratumKind::Rest,
    };
    Split { each: population.iter().map(|it| (kind(it), *it)).collect(), interval }
}

/// The parts that there are, with how much of each was drawn.
pub(super) fn strata(each: &[(StratumKind, &Contribution)], drawn: &[Drawn]) -> Vec<Stratum> {
    let stratum = |kind: StratumKind| {
        let of_it = || each.iter().filter(move |(own, _)| *own == kind).map(|(_, it)| &it.amount);
        let drawn = || drawn.iter().filter(move |it| it.stratum == kind).map(|it| &it.contribution.amount);
        Stratum {
            kind,
            count: of_it().count(),
            total: of_it().sum(),
            drawn: drawn().count(),
            drawn_total: drawn().sum(),
        }
    };
    StratumKind::ALL.into_iter().map(stratum).filter(|it| it.count > 0).collect()
}
