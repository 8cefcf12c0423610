//! Whether the printed percentage of a group is the mean of its rows, and which
//! rows would make it so.

use super::book::Book;
use super::choice::leaving;
use super::comparison::Comparisons;
use super::percentage::{decimals, own};
use super::{Checked, Choice, Detail, Figure, FindingKind, Printed, Read};
use crate::event::Exact;
use crate::figures::GroupTable;

/// Each percentage that is printed of a group whose rows are all printed.
pub(super) fn means<'a>(book: &Book<'_, 'a>, compared: &Comparisons<'_, 'a>) -> Checked<'a> {
    let mut checked = Checked::default();
    for (at, it) in book.printed.iter().enumerate() {
        let (Some(group), Some(read)) = (book.group(&it.indicator), &it.percent.read) else { continue };
        let Some(rows) = rows(book, group) else { continue };
        let Some(gives) = mean(rows.iter().map(|row| &row.gives)) else { continue };
        let is_told = |row: &Row| compared.differs_beside(row.at);
        let is_known = compared.agrees(at, Figure::Percent) && rows.iter().any(is_told);
        if read.is(&gives) || is_known {
            checked.agree += usize::from(read.is(&gives));
            continue;
        }
        let (kind, detail) = detail(book, read, &rows, &gives);
        let cites = std::iter::once(at).chain(rows.iter().map(|row| row.at)).collect();
        checked.found.push(book.finding(kind, &it.indicator, cites, detail));
    }
    checked
}

/// A row of the mean.
struct Row {
    at: usize,
    /// What its numbers give, in percent.
    gives: Exact,
    /// Its percentage as it is printed.
    printed: Option<Exact>,
    /// Whether that follows from its numbers.
    follows: bool,
}

/// The rows that the mean is of; none where one is not printed with its numbers.
fn rows(book: &Book<'_, '_>, group: &GroupTable<'_>) -> Option<Vec<Row>> {
    let row = |row: &crate::figures::RowTable<'_>| {
        let at = book.place(&row.indicator.id)?;
        let it: &Printed = book.printed.get(at)?;
        let (_, gives) = own(row.indicator, it)?;
        let printed = it.percent.value().cloned();
        let follows = it.percent.read.as_ref().is_none_or(|read| read.is(&gives));
        Some(Row { at, gives, printed, follows })
    };
    let rows: Option<Vec<Row>> = group.included().map(row).collect();
    rows.filter(|rows| !rows.is_empty())
}

fn mean<'e>(numbers: impl Iterator<Item = &'e Exact>) -> Option<Exact> {
    let numbers: Vec<&Exact> = numbers.collect();
    let count = Exact::from(numbers.len());
    numbers.into_iter().sum::<Exact>().divided_by(&count)
}

fn detail(book: &Book<'_, '_>, read: &Read, rows: &[Row], gives: &Exact) -> (FindingKind, Detail) {
    let printed: Option<Vec<&Exact>> = rows.iter().map(|row| row.printed.as_ref()).collect();
    let of_printed = printed.and_then(|all| mean(all.into_iter())).filter(|mean| read.is(mean));
    let rests_on: Vec<usize> = rows.iter().filter(|row| !row.follows).map(|row| row.at).collect();
    // One by which it is a whole unit off comes from rounding twice.
    let is_rounding =
        of_printed.is_some() && rests_on.is_empty() || read.is_nearly(gives) && of_printed.is_none();
    let without = if of_printed.is_some() { Choice::None } else { without(book, read, rows) };
    let kind = if is_rounding { FindingKind::Rounding } else { FindingKind::Mean };
    let rests_on = if of_printed.is_some() { rests_on } else { vec![] };
    let decimals = decimals(read);
    (kind, Detail::Mean { of: rows.len(), gives: gives.clone(), of_printed, rests_on, decimals, without })
}

/// Which rows are left out where the mean is as printed: those below one title
/// rather than any others.
fn without(book: &Book<'_, '_>, read: &Read, rows: &[Row]) -> Choice {
    let all: Exact = rows.iter().map(|row| &row.gives).sum();
    let holds = |left: &[usize]| {
        let out: Exact = left.iter().filter_map(|&at| rows.get(at)).map(|row| &row.gives).sum();
        let count = Exact::from(rows.len() - left.len());
        (all.clone() - out).divided_by(&count).is_some_and(|mean| read.is(&mean))
    };
    let titles: Vec<Vec<usize>> = titles(book, rows).into_iter().filter(|left| holds(left)).collect();
    match <[Vec<usize>; 1]>::try_from(titles) {
        Ok([one]) => Choice::One(one),
        Err(_) => leaving(rows.len(), holds),
    }
}

/// The rows below each title that several share, by their places in the mean.
fn titles(book: &Book<'_, '_>, rows: &[Row]) -> Vec<Vec<usize>> {
    let heading = |row: &Row| {
        let printed = book.printed.get(row.at)?;
        book.row(&printed.indicator)?.indicator.heading.as_ref()
    };
    let mut titles: Vec<Vec<usize>> = Vec::new();
    let mut last = None;
    for (at, row) in rows.iter().enumerate() {
        let title = heading(row);
        match titles.last_mut() {
            Some(below) if title.is_some() && title == last => below.push(at),
            _ => titles.push(vec![at]),
        }
        last = title;
    }
    titles.retain(|below| below.len() > 1 && below.len() < rows.len());
    titles
}
