//! Whether one measure has the same value wherever it is printed.

use std::collections::BTreeMap;

use super::book::Book;
use super::comparison::Comparisons;
use super::{Checked, Detail, Figure, FindingKind, Printed, Read};
use crate::event::Period;

/// Values of one measure for the same days, each figure by itself.
pub(super) fn places<'a>(book: &Book<'_, 'a>, compared: &Comparisons<'_, 'a>) -> Checked<'a> {
    let mut checked = Checked::default();
    for ((key, figure, _), cites) in same(book) {
        if cites.len() < 2 {
            continue;
        }
        let reads: Vec<&Read> = cites.iter().filter_map(|&at| read(book.printed.get(at)?, figure)).collect();
        let agree = |one: &Read| reads.iter().all(|other| one.agrees(other));
        if reads.iter().all(|one| agree(one)) {
            checked.agree += 1;
            continue;
        }
        let first = cites.first().copied().unwrap_or_default();
        let ours = compared.of_figure(first, figure);
        let detail = Detail::Places {
            figure,
            computed: ours.and_then(|it| it.computed.clone()),
            decimals: ours.map_or(0, |it| it.decimals),
            sides: sides(&reads),
        };
        checked.found.push(book.finding(FindingKind::Places, key, cites, detail));
    }
    checked
}

/// Those that go together, by their places: each with the first with all of whom it does.
fn sides(reads: &[&Read]) -> Vec<Vec<usize>> {
    let mut sides: Vec<Vec<usize>> = Vec::new();
    for (at, read) in reads.iter().enumerate() {
        let goes = |side: &&mut Vec<usize>| side.iter().all(|other| read.agrees(reads[*other]));
        match sides.iter_mut().find(goes) {
            Some(side) => side.push(at),
            None => sides.push(vec![at]),
        }
    }
    sides
}

fn read(it: &Printed, figure: Figure) -> Option<&Read> {
    it.figure(figure).read.as_ref()
}

type Same<'p> = BTreeMap<(&'p str, Figure, Option<(String, String)>), Vec<usize>>;

/// The places of each measure, figure and period; a place that says the same
/// twice is one.
fn same<'p>(book: &Book<'p, '_>) -> Same<'p> {
    let mut all: Same<'p> = BTreeMap::new();
    for (at, it) in book.printed.iter().enumerate().filter(|(_, it)| !it.key().is_empty()) {
        for figure in [Figure::Target, Figure::Delivered, Figure::Percent] {
            let Some(new) = read(it, figure) else { continue };
            let days = days(book, it).map(|days| (days.from.to_string(), days.to.to_string()));
            let cites = all.entry((it.key(), figure, days)).or_default();
            let is_twice = |&&at: &&usize| {
                let other = &book.printed[at];
                (&other.place, &other.line) == (&it.place, &it.line) && read(other, figure) == Some(new)
            };
            if cites.iter().find(is_twice).is_none() {
                cites.push(at);
            }
        }
    }
    all
}

/// The days of a value; none of one that is of the table's.
fn days(book: &Book<'_, '_>, it: &Printed) -> Option<Period> {
    let row = book.row(&it.indicator);
    it.period.filter(|_| row.is_none_or(|row| !book.is_of_table(row, it.period)))
}
