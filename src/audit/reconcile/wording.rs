//! What is not arithmetic: days, names, and bodies in lists.

use std::collections::BTreeMap;

use super::book::Book;
use super::{Checked, Detail, FindingKind, Printed};
use crate::plan::folded;

/// Whether things are of the days as which they are presented.
pub(super) fn dated<'a>(book: &Book<'_, 'a>) -> Checked<'a> {
    let mut checked = Checked::default();
    for (at, it) in book.printed.iter().enumerate() {
        let (Some(date), Some(presented)) = (it.date, it.presented) else { continue };
        if date.overlaps(&presented) {
            checked.agree += 1;
            continue;
        }
        let between = if date.to < presented.from {
            presented.from.date() - date.to.date()
        } else {
            date.from.date() - presented.to.date()
        };
        let detail = Detail::Dated { date, presented, days: between.num_days() };
        checked.found.push(book.finding(FindingKind::Dated, it.key(), vec![at], detail));
    }
    checked
}

/// Whether a thing is called the same wherever it is named. Letters' case,
/// spaces and kinds of quotation marks and dashes are typography.
pub(super) fn labels<'a>(book: &Book<'_, 'a>) -> Checked<'a> {
    let mut named: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, it) in book.printed.iter().enumerate().filter(|(_, it)| !it.names.is_empty()) {
        named.entry(&it.names).or_default().push(at);
    }
    let mut checked = Checked::default();
    for (id, all) in named.into_iter().filter(|(_, all)| all.len() > 1) {
        let mut cites: Vec<usize> = Vec::new();
        for at in all {
            let spelled = spelled(&book.printed[at].words);
            if !cites.iter().any(|&other| self::spelled(&book.printed[other].words) == spelled) {
                cites.push(at);
            }
        }
        if cites.len() == 1 {
            checked.agree += 1;
        } else {
            checked.found.push(book.finding(FindingKind::Label, id, cites, Detail::Label));
        }
    }
    checked
}

/// A name without what is typography.
fn spelled(words: &str) -> String {
    let is_said = |letter: &char| letter.is_alphanumeric();
    words.chars().filter(is_said).flat_map(char::to_lowercase).collect()
}

/// Whether a body stands in one list once, and in none that excludes it: of lists
/// with one word before a slash nothing stands in two.
pub(super) fn bodies<'a>(book: &Book<'_, 'a>) -> Checked<'a> {
    let mut standing: BTreeMap<(&str, String), Vec<(usize, &str)>> = BTreeMap::new();
    for (at, it) in book.printed.iter().enumerate() {
        for list in it.lists.iter().filter(|_| !identity(it).is_empty()) {
            let family = list.split_once('/').map_or(list.as_str(), |(family, _)| family);
            standing.entry((family, identity(it))).or_default().push((at, list));
        }
    }
    let mut checked = Checked::default();
    for ((family, _), mut all) in standing {
        // A body may be told at one place in two lists that do not exclude it.
        all.dedup_by_key(|(at, _)| *at);
        let is_family = all.iter().any(|(_, list)| *list != family);
        // What a list of several lists has from each of them is not there twice.
        if !is_family {
            let lists = |at: usize| &book.printed[at].lists;
            all.retain({
                let places: Vec<usize> = all.iter().map(|(at, _)| *at).collect();
                move |(at, _)| places.iter().any(|other| other != at && lists(*other) == lists(*at))
            });
        }
        if all.len() < 2 {
            checked.agree += usize::from(is_family);
            continue;
        }
        let mut lists: Vec<String> = all.iter().map(|(_, list)| (*list).to_owned()).collect();
        lists.dedup();
        let cites: Vec<usize> = all.iter().map(|(at, _)| *at).collect();
        let counting = book.printed.iter().find(|it| lists.contains(&it.counts));
        let settling = counting.and_then(|it| book.row(it.key())).map(|row| row.indicator);
        let finding = book.finding(FindingKind::Body, "", cites, Detail::Body { lists });
        // Who counts the list can settle who is in it.
        checked.found.push(book.settled_by(finding, settling));
    }
    checked
}

fn identity(it: &Printed) -> String {
    folded(if it.body.is_empty() { &it.words } else { &it.body })
}
