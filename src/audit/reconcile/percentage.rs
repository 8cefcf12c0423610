//! Whether a printed percentage follows from the numbers printed beside it.

use super::book::Book;
use super::comparison::{Comparisons, hundredths, reckoned};
use super::whole::nearest;
use super::{Checked, Detail, Figure, FindingKind, Printed, Read, Reckoning, Shown};
use crate::event::Exact;
use crate::plan::{Indicator, Number, Unit};

/// Each percentage of a row that stands beside a value and a target.
pub(super) fn percentages<'a>(book: &Book<'_, 'a>, compared: &Comparisons<'_, 'a>) -> Checked<'a> {
    let mut checked = Checked::default();
    for (at, it) in book.printed.iter().enumerate() {
        let Some(read) = &it.percent.read else { continue };
        let indicator = book.row(&it.indicator).map(|row| row.indicator);
        let Some((how, gives)) = given(indicator, it) else { continue };
        // Where another number is not that of the entries, it is told of that one.
        let is_known = compared.agrees(at, Figure::Percent) && compared.differs_beside(at);
        let follows = read.is(&gives) || may_follow(indicator, it, read);
        if follows || is_known {
            checked.agree += usize::from(follows);
            continue;
        }
        let kind = if read.is_nearly(&gives) { FindingKind::Rounding } else { FindingKind::Percentage };
        let detail = detail(indicator, it, read, (how, gives));
        checked.found.push(book.finding(kind, &it.indicator, vec![at], detail));
    }
    checked
}

/// What a row's own numbers give, in percent, whether or not it is known of which indicator
/// they are.
fn given(indicator: Option<&Indicator>, it: &Printed) -> Option<(Reckoning, Exact)> {
    ratio(indicator, it.delivered.value().cloned(), it.target.value().cloned())
}

fn ratio(
    indicator: Option<&Indicator>,
    delivered: Option<Exact>,
    target: Option<Exact>,
) -> Option<(Reckoning, Exact)> {
    if let Some(indicator) = indicator {
        return reckoned(indicator, delivered, target);
    }
    let (delivered, target) = (delivered?, target?);
    let gives = hundredths(delivered.divided_by(&target)?);
    Some((Reckoning::Ratio { delivered, target, baseline: None }, gives))
}

/// Whether a percentage follows from numbers that are printed as the row's are: of what is not
/// counted each is printed for all that round to it.
fn may_follow(indicator: Option<&Indicator>, it: &Printed, read: &Read) -> bool {
    if indicator.is_some_and(is_counted) || read.precision.is_some() {
        return false;
    }
    let ends = |shown: &Shown| shown.read.as_ref().map(Read::around);
    let (Some(values), Some(targets)) = (ends(&it.delivered), ends(&it.target)) else { return false };
    let both = values.iter().flat_map(|value| targets.iter().map(move |target| (value, target)));
    let gives =
        both.map(|(value, target)| Some(ratio(indicator, Some(value.clone()), Some(target.clone()))?.1));
    let Some(gives) = gives.collect::<Option<Vec<Exact>>>() else { return false };
    let [low, high] = read.around();
    gives.iter().any(|it| *it < high) && gives.iter().any(|it| low <= *it)
}

/// Whether its numbers are of things that are counted, which nobody rounds.
fn is_counted(indicator: &Indicator) -> bool {
    indicator.decimals == 0 && !matches!(indicator.unit(), Unit::Percent)
}

/// What a row's own numbers give, in percent.
pub(super) fn own(indicator: &Indicator, it: &Printed) -> Option<(Reckoning, Exact)> {
    reckoned(indicator, it.delivered.value().cloned(), it.target.value().cloned())
}

/// With how many decimals a number is printed.
pub(super) fn decimals(read: &Read) -> u32 {
    (0..=MAX_DECIMALS).find(|decimals| read.step.has_decimals(*decimals)).unwrap_or(MAX_DECIMALS)
}

/// Decimals of a percentage that are shown.
const MAX_DECIMALS: u32 = 6;

fn detail(
    indicator: Option<&Indicator>,
    it: &Printed,
    read: &Read,
    (how, gives): (Reckoning, Exact),
) -> Detail {
    let numbers = it.delivered.value().zip(it.target.value()).filter(|_| indicator.is_some_and(is_counted));
    let from = indicator.and_then(|it| it.baseline.as_ref()).map_or_else(Exact::zero, Number::exact);
    let [delivered, target] =
        numbers.map(|(value, target)| would_agree(read, value, target, &from)).unwrap_or_default();
    Detail::Ratio { how, gives, decimals: decimals(read), delivered, target }
}

/// The whole value, and the whole target, with which the percentage is as
/// printed; both next to those that are printed.
fn would_agree(read: &Read, value: &Exact, target: &Exact, from: &Exact) -> [Option<Exact>; 2] {
    let hundred = Exact::from(100_i64);
    let half = read.step.divided_by(&Exact::from(2_i64)).unwrap_or_default();
    let bounds = [read.value.clone() - half.clone(), read.value.clone() + half];
    let is = |above: Exact, below: Exact| {
        let ratio = above.divided_by(&below).map(|ratio| ratio * hundred.clone());
        ratio.is_some_and(|percent| read.is(&percent))
    };
    let way = target.clone() - from.clone();
    let gone = value.clone() - from.clone();
    let values = bounds
        .clone()
        .map(|percent| (way.clone() * percent).divided_by(&hundred).map(|part| part + from.clone()));
    let targets = bounds.map(|percent| {
        (gone.clone() * hundred.clone()).divided_by(&percent).map(|whole| whole + from.clone())
    });
    let found = |[low, high]: [Option<Exact>; 2], to: &Exact, holds: &dyn Fn(&Exact) -> bool| {
        nearest(&low?, &high?, to, holds).filter(|found| !found.is_negative())
    };
    [
        found(values, value, &|it| is(it.clone() - from.clone(), way.clone())),
        found(targets, target, &|it| is(gone.clone(), it.clone() - from.clone())),
    ]
}
