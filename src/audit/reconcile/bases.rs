//! Whether a whole number of its base gives a printed percentage.

use super::book::Book;
use super::percentage::decimals;
use super::whole::{ceil, floor};
use super::{Checked, Detail, FindingKind, Parts, Read, Tried};
use crate::event::Exact;

/// Bases that are looked at for one that gives a percentage.
const MOST: i64 = 1000;

/// The percentages of each base.
pub(super) fn bases<'a>(book: &Book<'_, 'a>) -> Checked<'a> {
    let mut checked = Checked::default();
    let mut names: Vec<&str> = Vec::new();
    for it in book.printed.iter().filter(|it| !it.base.is_empty()) {
        if !names.contains(&it.base.text.as_str()) {
            names.push(&it.base.text);
        }
    }
    for name in names {
        checked.take(of_base(book, name));
    }
    checked
}

fn of_base<'a>(book: &Book<'_, 'a>, name: &str) -> Option<Checked<'a>> {
    let of_base = book.printed.iter().enumerate().filter(|(_, it)| it.base.text == name);
    let all: Vec<(usize, &Read)> =
        of_base.filter_map(|(at, it)| Some((at, it.share().read.as_ref()?))).collect();
    let own = all.first().and_then(|(at, _)| book.printed[*at].base.value());
    let apart = if own.is_some() { None } else { book.value(name) };
    let base = own.or(apart.map(|(_, value)| value))?.whole().filter(|base| *base > 0)?;
    let failing = all.iter().filter(|(_, read)| part(base, read).is_none()).count();
    if failing == 0 {
        return Some(Checked { agree: all.len(), found: vec![] });
    }
    let (at, cites) = cites(&all, apart.map(|(at, _)| at));
    let mut different: Vec<(usize, &Read)> = Vec::new();
    for (at, read) in &all {
        if !different.iter().any(|(_, other)| other.value == read.value) {
            different.push((*at, read));
        }
    }
    let tried = different.iter().filter(|(_, read)| part(base, read).is_none());
    let tried: Option<Vec<Tried>> = tried.map(|(at, read)| tried_of(base, read, &cites, *at)).collect();
    let reads: Vec<&Read> = different.iter().map(|(_, read)| *read).collect();
    let smallest = (1..=MOST).find_map(|base| parts(base, &reads));
    let near = (1..=MOST).flat_map(|away| [base - away, base + away]).filter(|base| *base > 0);
    let nearest = { near }.find_map(|base| parts(base, &reads));
    let key = if different.len() == 1 { book.printed[all.first()?.0].key() } else { name };
    let detail = Detail::Base { base, tried: tried?, smallest, nearest, at };
    let finding = book.finding(FindingKind::Base, key, cites, detail);
    Some(Checked { agree: all.len() - failing, found: vec![finding] })
}

/// The cited places: each place of a percentage, then that of the base.
fn cites(all: &[(usize, &Read)], base: Option<usize>) -> (Option<usize>, Vec<usize>) {
    let cites: Vec<usize> = all.iter().map(|(at, _)| *at).chain(base).collect();
    (base.map(|_| cites.len() - 1), cites)
}

fn tried_of(base: i64, read: &Read, cites: &[usize], at: usize) -> Option<Tried> {
    let part = exact_part(base, read)?;
    let gives = |part: i64| Some((part, percent(part, base)?));
    let cite = cites.iter().position(|it| *it == at)?;
    Some(Tried { cite, decimals: decimals(read), below: gives(floor(&part)?)?, above: gives(ceil(&part)?)? })
}

/// A base with the part of it that each percentage is, where there is one.
fn parts(base: i64, reads: &[&Read]) -> Option<Parts> {
    let parts: Option<Vec<i64>> = reads.iter().map(|read| part(base, read)).collect();
    Some(Parts { base, parts: parts? })
}

/// The whole number of a base that gives a percentage.
fn part(base: i64, read: &Read) -> Option<i64> {
    let exact = exact_part(base, read)?;
    let around = [floor(&exact)?, ceil(&exact)?].into_iter();
    around.filter(|part| *part >= 0).find(|part| percent(*part, base).is_some_and(|it| read.is(&it)))
}

fn exact_part(base: i64, read: &Read) -> Option<Exact> {
    (read.value.clone() * Exact::from(base)).divided_by(&Exact::from(100_i64))
}

fn percent(part: i64, base: i64) -> Option<Exact> {
    (Exact::from(part) * Exact::from(100_i64)).divided_by(&Exact::from(base))
}
