//! What is stated of a list: a total, or how many items it has.

use super::book::Book;
use super::{Printed, Read};
use crate::event::Exact;

/// What is stated at one place, or at several that go together: of one measure
/// printed twice the most precise, of different measures the sum.
pub(super) struct Claim {
    /// Where it is printed.
    pub(super) cites: Vec<usize>,
    /// As printed.
    pub(super) value: Exact,
    /// Between which numbers it is.
    pub(super) range: (Exact, Exact),
}

/// What is stated of each list that a column names, by its name, in the order in
/// which they are named first.
pub(super) fn claims<'p>(book: &Book<'p, '_>, of: fn(&Printed) -> &str) -> Vec<(&'p str, Claim)> {
    let mut names: Vec<&'p str> = Vec::new();
    for it in book.printed {
        if !of(it).is_empty() && !names.contains(&of(it)) {
            names.push(of(it));
        }
    }
    names.into_iter().filter_map(|name| Some((name, claim(book, |it| of(it) == name)?))).collect()
}

/// What the printed things state together for which something holds.
pub(super) fn claim(book: &Book<'_, '_>, is_of: impl Fn(&Printed) -> bool) -> Option<Claim> {
    let all = book.printed.iter().enumerate();
    let all: Vec<(usize, &str, &Read)> = all
        .filter(|(_, it)| is_of(it))
        .filter_map(|(at, it)| Some((at, it.key(), it.delivered.read.as_ref()?)))
        .collect();
    let mut keys: Vec<&str> = all.iter().map(|(_, key, _)| *key).collect();
    keys.sort_unstable();
    keys.dedup();
    let most_precise = |key: &&str| {
        let of_key = all.iter().filter(|(_, it, _)| it == key);
        of_key.min_by_key(|(_, _, read)| (read.precision.is_some(), read.step.clone())).copied()
    };
    let chosen: Vec<(usize, &str, &Read)> = keys.iter().filter_map(most_precise).collect();
    let ranges = chosen.iter().map(|(_, _, read)| read.range());
    let range = ranges.reduce(|(low, high), (least, most)| (low + least, high + most))?;
    let mut cites: Vec<usize> = match keys.as_slice() {
        [_] => all.iter().map(|(at, _, _)| *at).collect(),
        _ => chosen.iter().map(|(at, _, _)| *at).collect(),
    };
    cites.sort_unstable();
    Some(Claim { cites, value: chosen.iter().map(|(_, _, read)| &read.value).sum(), range })
}

impl Claim {
    /// Whether it may be a number between these.
    pub(super) fn is_within(&self, (low, high): &(Exact, Exact)) -> bool {
        self.range.0 <= *high && *low <= self.range.1
    }

    /// The measure, where all that states it is of one.
    pub(super) fn key<'p>(&self, book: &Book<'p, '_>) -> &'p str {
        let mut keys = self.cites.iter().filter_map(|&at| book.printed.get(at)).map(Printed::key);
        let first = keys.next().unwrap_or_default();
        if keys.all(|key| key == first) { first } else { "" }
    }
}
