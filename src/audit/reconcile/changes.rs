//! Whether a relative change follows from the numbers that it is between.

use super::book::Book;
use super::percentage::decimals;
use super::whole::{ceil, floor};
use super::{Checked, Detail, FindingKind, Read};
use crate::event::Exact;

/// Each relative change.
pub(super) fn changes<'a>(book: &Book<'_, 'a>) -> Checked<'a> {
    let mut checked = Checked::default();
    for (at, it) in book.printed.iter().enumerate() {
        let Some(read) = &it.change.read else { continue };
        let (before, after) = (it.before.value().cloned(), it.after.value().cloned());
        let gives = before.as_ref().zip(after.as_ref()).and_then(|(before, after)| change(before, after));
        if gives.as_ref().is_some_and(|gives| read.is(gives)) {
            checked.agree += 1;
            continue;
        }
        let detail = detail(read, before, after, gives);
        checked.found.push(book.finding(FindingKind::Change, it.key(), vec![at], detail));
    }
    checked
}

/// By how much the later number is more than the earlier one, in percent.
fn change(before: &Exact, after: &Exact) -> Option<Exact> {
    ratio(&(after.clone() - before.clone()), before)
}

fn ratio(part: &Exact, whole: &Exact) -> Option<Exact> {
    (part.clone() * Exact::from(100_i64)).divided_by(whole)
}

fn detail(read: &Read, before: Option<Exact>, after: Option<Exact>, gives: Option<Exact>) -> Detail {
    let whole = before.as_ref().zip(after.as_ref()).and_then(|(before, after)| ratio(after, before));
    let is_ratio = whole.is_some_and(|whole| read.is(&whole));
    let sought = after.as_ref().filter(|_| before.is_none());
    let (bases, tried) = sought.map(|after| sought_bases(read, after)).unwrap_or_default();
    Detail::Change { before, after, gives, decimals: decimals(read), is_ratio, bases, tried }
}

type Bases = (Option<(i64, i64)>, Vec<(i64, Exact)>);

/// The whole numbers from which the change leads to a number; where there is
/// none, those on either side of the exact one with the change that they give.
fn sought_bases(read: &Read, after: &Exact) -> Bases {
    let from = |percent: &Exact| ratio(after, &(Exact::from(100_i64) + percent.clone()));
    let half = read.step.divided_by(&Exact::from(2_i64)).unwrap_or_default();
    let bounds = (from(&(read.value.clone() + half.clone())), from(&(read.value.clone() - half)));
    let (Some(low), Some(high)) = bounds else { return Bases::default() };
    let is = |base: &i64| change(&Exact::from(*base), after).is_some_and(|it| read.is(&it));
    let (Some(least), Some(most)) = (ceil(&low), floor(&high)) else { return Bases::default() };
    // At a bound itself it is rounded the other way.
    let least = [least, least + 1].into_iter().find(|base| is(base) && *base <= most);
    let most = [most, most - 1].into_iter().find(is);
    if let Some(both) = least.zip(most) {
        return (Some(both), vec![]);
    }
    let sides = from(&read.value).and_then(|exact| Some([floor(&exact)?, ceil(&exact)?])).unwrap_or_default();
    let tried = sides.into_iter().filter(|base| *base > 0);
    (None, tried.filter_map(|base| Some((base, change(&Exact::from(base), after)?))).collect())
}
