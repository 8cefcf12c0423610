//! Whether a printed percentage follows from the numbers printed beside it.

use super::book::Book;
use super::comparison::{Comparisons, reckoned};
use super::whole::nearest;
use super::{Checked, Detail, Figure, FindingKind, Printed, Read, Reckoning};
use crate::event::Exact;
use crate::plan::{Indicator, Number, Unit};

/// Each percentage of a row that stands beside a value and a target.
pub(super) fn percentages<'a>(book: &Book<'_, 'a>, compared: &Comparisons<'_, 'a>) -> Checked<'a> {
    let mut checked = Checked::default();
    for (at, it) in book.printed.iter().enumerate() {
        let (Some(row), Some(read)) = (book.row(&it.indicator), &it.percent.read) else { continue };
        let Some((how, gives)) = own(row.indicator, it) else { continue };
        // Where another number is not that of the entries, it is told of that one.
        let is_known = compared.agrees(at, Figure::Percent) && compared.differs_beside(at);
        if read.is(&gives) || is_known {
            checked.agree += usize::from(read.is(&gives));
            continue;
        }
        let kind = if read.is_nearly(&gives) { FindingKind::Rounding } else { FindingKind::Percentage };
        let detail = detail(row.indicator, it, read, (how, gives));
        checked.found.push(book.finding(kind, &it.indicator, vec![at], detail));
    }
    checked
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

fn detail(indicator: &Indicator, it: &Printed, read: &Read, (how, gives): (Reckoning, Exact)) -> Detail {
    let is_counted = indicator.decimals == 0 && !matches!(indicator.unit(), Unit::Percent);
    let numbers = it.delivered.value().zip(it.target.value()).filter(|_| is_counted);
    let from = indicator.baseline.as_ref().map_or_else(Exact::zero, Number::exact);
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
