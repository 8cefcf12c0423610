//! Whether totals are what their items and parts add up to.

use std::collections::BTreeMap;

use super::book::Book;
use super::choice::leaving;
use super::claims::{Claim, claim, claims};
use super::{Checked, Choice, Detail, FindingKind, Printed, Read};
use crate::event::{Exact, Period};
use crate::plan::{Kind, Window};

/// Totals whose items are all listed: they are reached and not exceeded.
pub(super) fn totals<'a>(book: &Book<'_, 'a>) -> Checked<'a> {
    let mut checked = Checked::default();
    for (list, claim) in claims(book, |it| &it.totals) {
        let items = items(book, |it| it.lists.contains(list));
        let ranges: Vec<(Exact, Exact)> = items.iter().map(|(_, read)| read.range()).collect();
        if items.is_empty() || claim.is_within(&summed(ranges.iter())) {
            checked.agree += usize::from(!items.is_empty());
            continue;
        }
        let rest = |left: &[usize]| {
            summed(ranges.iter().enumerate().filter(|(at, _)| !left.contains(at)).map(|(_, it)| it))
        };
        let without = leaving(items.len(), |left| claim.is_within(&rest(left)));
        let key = claim.key(book);
        let detail = sum(&claim, &items, without);
        checked.found.push(book.finding(FindingKind::Total, key, cites(&claim, &items), detail));
    }
    checked
}

type Items<'p> = Vec<(usize, &'p Read)>;

/// The printed values for which something holds.
fn items<'p>(book: &Book<'p, '_>, is_of: impl Fn(&Printed) -> bool) -> Items<'p> {
    let all = book.printed.iter().enumerate().filter(|(_, it)| is_of(it));
    all.filter_map(|(at, it)| Some((at, it.delivered.read.as_ref()?))).collect()
}

fn summed<'e>(ranges: impl Iterator<Item = &'e (Exact, Exact)>) -> (Exact, Exact) {
    ranges.fold((Exact::zero(), Exact::zero()), |(low, high), (least, most)| {
        (low + least.clone(), high + most.clone())
    })
}

fn cites(claim: &Claim, items: &Items<'_>) -> Vec<usize> {
    claim.cites.iter().copied().chain(items.iter().map(|(at, _)| *at)).collect()
}

fn sum(claim: &Claim, items: &Items<'_>, without: Choice) -> Detail {
    let ranges: Vec<(Exact, Exact)> = items.iter().map(|(_, read)| read.range()).collect();
    let (low, high) = summed(ranges.iter());
    Detail::Sum {
        stated: claim.value.clone(),
        listed: items.iter().map(|(_, read)| &read.value).sum(),
        slack: (high - low).divided_by(&Exact::from(2_i64)).unwrap_or_default(),
        items: claim.cites.len(),
        without,
    }
}

/// Values that others are parts of, and cumulative values beside those of one of
/// their years: none of these is above.
pub(super) fn parts<'a>(book: &Book<'_, 'a>) -> Checked<'a> {
    let mut checked = Checked::default();
    let mut keys: Vec<&str> = Vec::new();
    for it in book.printed {
        for key in [it.within.as_str(), it.key()] {
            if !key.is_empty() && !keys.contains(&key) {
                keys.push(key);
            }
        }
    }
    for key in keys {
        let claim = claim(book, |it| it.key() == key && it.within != key && whole(book, it).is_none());
        let Some(claim) = claim else { continue };
        let of_parts = of_days(items(book, |it| it.within == key), book);
        let is_year = |it: &Printed| adds_up(book, key) && it.key() == key && whole(book, it).is_some();
        let of_years = of_days(items(book, is_year), book);
        for all in [of_parts, of_years].iter().flat_map(together) {
            checked.take(Some(exceeding(book, key, &claim, &all)));
        }
    }
    checked
}

/// Whether what has this name adds up over time: a state of a day may be less
/// than it was.
fn adds_up(book: &Book<'_, '_>, key: &str) -> bool {
    let Some(row) = book.row(key) else { return book.group(key).is_none() };
    let rule = &row.indicator.rule;
    matches!(rule.kind, Kind::Count | Kind::Sum | Kind::Distinct) && rule.window != Some(Window::State)
}

/// The days of a value that is of fewer than the whole.
fn whole(book: &Book<'_, '_>, it: &Printed) -> Option<Period> {
    let row = book.row(it.key());
    it.period.filter(|_| row.is_none_or(|row| !book.is_of_table(row, it.period)))
}

type OfDays<'p> = BTreeMap<Option<(String, String)>, Items<'p>>;

/// Items by their days, one of each measure.
fn of_days<'p>(items: Items<'p>, book: &Book<'p, '_>) -> OfDays<'p> {
    let mut all: OfDays<'p> = BTreeMap::new();
    for (at, read) in items {
        let it = &book.printed[at];
        let days = it.period.map(|days| (days.from.to_string(), days.to.to_string()));
        let same = all.entry(days).or_default();
        if !same.iter().any(|(other, _)| book.printed[*other].key() == it.key() && !it.key().is_empty()) {
            same.push((at, read));
        }
    }
    all
}

/// What is added up: what is of the same days; and all of it, where no two days
/// are the same.
fn together<'p>(all: &OfDays<'p>) -> Vec<Items<'p>> {
    let mut sums: Vec<Items<'p>> = all.values().cloned().collect();
    let days: Vec<&(String, String)> = all.keys().flatten().collect();
    // Days are told as they are written: in their order.
    let apart = days.windows(2).all(|two| two[0].1 < two[1].0) && days.len() == all.len();
    if apart && all.len() > 1 && sums.iter().all(|it| !it.is_empty()) {
        sums.push(all.values().flatten().copied().collect());
    }
    sums
}

/// Whether what is printed of some parts is more than the whole.
fn exceeding<'a>(book: &Book<'_, 'a>, key: &str, claim: &Claim, items: &Items<'_>) -> Checked<'a> {
    let least: Exact = items.iter().map(|(_, read)| read.range().0).sum();
    if least <= claim.range.1 {
        return Checked { agree: 1, found: vec![] };
    }
    let is_of_years = items.iter().all(|(at, _)| book.printed[*at].period.is_some());
    let kind = if is_of_years { FindingKind::Cumulative } else { FindingKind::Total };
    let detail = sum(claim, items, Choice::None);
    Checked { agree: 0, found: vec![book.finding(kind, key, cites(claim, items), detail)] }
}
