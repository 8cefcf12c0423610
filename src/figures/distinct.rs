//! `distinct`: how many different keys, the earliest entry of each carrying 1.

use std::collections::BTreeSet;
use std::ptr;

use hashbrown::hash_map::Entry;
use hashbrown::{HashMap, HashSet};

use super::closing::{Openness, openness};
use super::evaluate::Sheet;
use super::gather::Row;
use super::having::{Verdicts, verdicts, without_unknown};
use super::kinds::latest_total;
use super::totals::Reported;
use super::value::{Reason, Remark};
use crate::event::{Day, Exact};

/// What the keys of a rule add up to, by which each of its rows is told.
#[derive(Default)]
pub(super) struct ByKey {
    verdicts: Verdicts,
    /// The first row of each key that counts.
    first: Carriers,
    /// The published total that states the value.
    beside: Option<u64>,
}

/// The row that carries each key, by its place in order.
type Carriers = HashMap<String, (Day, u64)>;

impl ByKey {
    /// What a row with these keys adds, and why that is not all of them.
    pub(super) fn part(&self, row: &Row<'_>, keys: &BTreeSet<String>) -> (Exact, Option<Remark>) {
        if let Some(total) = self.beside {
            return (Exact::zero(), Some(Remark::BesideTotal(total)));
        }
        let carriers = || self.verdicts.met_of(keys).filter_map(|key| self.first.get(key));
        let own = carriers().filter(|first| **first == row.order()).count();
        let earliest = carriers().map(|(_, sequence)| *sequence).min();
        let remark = match earliest {
            None => Some(Remark::KeyNotMet),
            Some(earliest) => (own == 0).then_some(Remark::AlreadyCounted(earliest)),
        };
        (Exact::from(own), remark)
    }

    /// How many keys count before a day, of all where none is said.
    pub(super) fn before(&self, day: Option<Day>) -> Exact {
        Exact::from(self.first.values().filter(|(date, _)| day.is_none_or(|day| *date < day)).count())
    }
}

/// Adds up the different keys, or takes what a published total says of them.
pub(super) fn distinct(sheet: &mut Sheet<'_>) {
    let (mut certain, mut possible) = sheet.split();
    find_keys(sheet, &mut certain);
    find_keys(sheet, &mut possible);
    match latest_total(sheet) {
        Some(total) => under_total(sheet, &total, certain, &possible),
        None => counted_out(sheet, certain, possible),
    }
}

fn counted_out<'a>(sheet: &mut Sheet<'a>, certain: Vec<Row<'a>>, possible: Vec<Row<'a>>) {
    let (certain, mut possible) = contradicting(sheet, certain, possible);
    let verdicts = verdicts(sheet, &certain);
    let (certain, some_unknown) = without_unknown(sheet, certain, &verdicts);
    let Counted { doubtful, first, known } = count_keys(sheet, &certain, &verdicts);
    // 0 says that every entry gives 0, which is not known where a class is not
    // stated.
    let is_known = !first.is_empty() || !some_unknown;
    if is_known && sheet.value.counted > 0 {
        sheet.value.delivered = Some(Exact::from(first.len()));
    }
    possible.retain(|row| !known.contains(&ptr::from_ref(row.found_keys())));
    possible_keys(sheet, &doubtful, &possible, first.len(), |key| first.contains_key(key));
    if sheet.keeps_keys() {
        let first = first.into_iter().map(|(key, order)| (key.to_owned(), order)).collect();
        sheet.by_key = ByKey { verdicts, first, beside: None };
    }
}

fn under_total<'a>(sheet: &mut Sheet<'a>, total: &Reported<'a>, certain: Vec<Row<'a>>, possible: &[Row<'a>]) {
    let verdicts = verdicts(sheet, &certain);
    let (certain, _) = without_unknown(sheet, certain, &verdicts);
    let is_open = |row: &Row<'_>, day: Day| openness(sheet, row, day).is_open();
    let as_at = sheet.question.as_at;
    let items = certain.iter().filter(|row| total.links(row) && is_open(row, total.period.to));
    let different: HashSet<&String> = items.flat_map(|row| verdicts.met_of(row.found_keys())).collect();
    let contradicts = Exact::from(different.len()) > total.value;
    // A key that comes after the total may be one of those it counts.
    let after = certain.iter().filter(|row| row.date > total.period.to && is_open(row, as_at));
    let later: HashSet<&str> = after
        .flat_map(|row| verdicts.met_of(row.found_keys()))
        .filter(|key| !different.contains(key))
        .map(String::as_str)
        .collect();
    sheet.contribute_total(total, total.value.clone(), Remark::WholeTotal);
    sheet.value.delivered = Some(total.value.clone());
    for row in &certain {
        if contradicts && total.links(row) {
            sheet.contradict(std::slice::from_ref(row), total.record.sequence);
            continue;
        }
        let remark = Remark::BesideTotal(total.record.sequence);
        sheet.contribute(row, Exact::zero(), row.found_keys(), Some(remark));
    }
    sheet.by_key.beside = Some(total.record.sequence);
    if !later.is_empty() {
        sheet.possible.push(Some(Exact::from(later.len())));
    }
    possible_keys(sheet, &BTreeSet::new(), possible, later.len(), |key| later.contains(key));
}

/// Looks for the keys of rows; those that state none are left out.
fn find_keys(sheet: &mut Sheet<'_>, rows: &mut Vec<Row<'_>>) {
    let register = sheet.question.state.register();
    rows.retain_mut(|row| {
        let are_stated = row.find_keys(register);
        if !are_stated {
            sheet.leave_out(row, Reason::KeyNotStated(row.key_path().to_owned()));
        }
        are_stated
    });
}

/// Without a total in force, one that ends later can still be contradicted.
fn contradicting<'a>(
    sheet: &mut Sheet<'_>,
    mut certain: Vec<Row<'a>>,
    mut possible: Vec<Row<'a>>,
) -> (Vec<Row<'a>>, Vec<Row<'a>>) {
    for total in sheet.totals.possible.clone() {
        let is_open = |row: &Row<'_>| openness(sheet, row, total.period.to).is_open();
        let linked = certain.iter().chain(&possible).filter(|row| total.links(row) && is_open(row));
        let linked: Vec<Row<'_>> = linked.cloned().collect();
        let verdicts = verdicts(sheet, &linked);
        let different: HashSet<&String> =
            linked.iter().flat_map(|row| verdicts.met_of(row.found_keys())).collect();
        if Exact::from(different.len()) <= total.value {
            continue;
        }
        for rows in [&mut certain, &mut possible] {
            let linked: Vec<Row<'_>> = rows.extract_if(.., |row| total.links(row)).collect();
            sheet.contradict(&linked, total.record.sequence);
        }
    }
    (certain, possible)
}

/// The keys that certain rows count.
#[derive(Default)]
struct Counted<'k> {
    /// Those of rows that may be closed.
    doubtful: BTreeSet<String>,
    first: HashMap<&'k str, (Day, u64)>,
    /// Where the keys lie of which all are counted: rows that were kept together often have
    /// the very same, which then need not be looked at.
    known: HashSet<*const BTreeSet<String>>,
}

/// Counts the keys that meet what is asked; the first entry of each carries it.
fn count_keys<'k>(sheet: &mut Sheet<'_>, rows: &'k [Row<'_>], verdicts: &Verdicts) -> Counted<'k> {
    let mut counted = Counted::default();
    // Who lists a row is told which entry its keys were counted by.
    let skips = !sheet.is_listing() && verdicts.are_all_met();
    for row in rows {
        let keys = row.found_keys();
        let state = openness(sheet, row, sheet.question.as_at);
        if let Openness::Doubtful(_) = state {
            counted.doubtful.extend(verdicts.met_of(keys).cloned());
        }
        if !state.is_open() {
            sheet.contribute(row, Exact::zero(), keys, state.remark());
            continue;
        }
        if skips && !counted.known.insert(keys) {
            sheet.contribute(row, Exact::zero(), keys, None);
            continue;
        }
        let (new, earliest) = counted.carry(row, verdicts.met_of(keys));
        let remark = match earliest {
            _ if new > 0 => None,
            Some(earliest) => Some(Remark::AlreadyCounted(earliest)),
            None => Some(Remark::KeyNotMet),
        };
        sheet.contribute(row, Exact::from(new), keys, remark);
    }
    counted
}

impl<'k> Counted<'k> {
    /// Has a row carry those keys that none before it does: how many these are, and the
    /// earliest that carries one of the others.
    fn carry(&mut self, row: &Row<'_>, keys: impl Iterator<Item = &'k String>) -> (usize, Option<u64>) {
        let (mut new, mut earliest) = (0, None);
        for key in keys {
            match self.first.entry(key) {
                Entry::Occupied(first) => earliest = earliest.into_iter().chain([first.get().1]).min(),
                Entry::Vacant(room) => {
                    room.insert(row.order());
                    new += 1;
                }
            }
        }
        (new, earliest)
    }
}

/// What may come on top: keys of rows that may be closed, of rows that
/// straddle the date, and what later totals leave; so many are counted already.
fn possible_keys(
    sheet: &mut Sheet<'_>,
    doubtful: &BTreeSet<String>,
    possible: &[Row<'_>],
    counted: usize,
    is_counted: impl Fn(&str) -> bool,
) {
    let open = doubtful.iter().filter(|key| !is_counted(key)).count();
    for total in sheet.totals.possible.clone() {
        let left = total.value.clone() - Exact::from(counted);
        sheet.possible.push(Some(if left.is_negative() { Exact::zero() } else { left }));
    }
    let linked = |row: &Row<'_>| sheet.totals.possible.iter().any(|total| total.links(row));
    let loose = possible.iter().filter(|row| !linked(row)).map(Row::found_keys);
    // Rows that were kept together often have the very same keys, which are looked at once.
    let mut seen = HashSet::new();
    let each = loose.filter(|keys| seen.insert(ptr::from_ref(*keys))).flatten();
    let new: HashSet<&String> = each.filter(|key| !is_counted(key) && !doubtful.contains(*key)).collect();
    if open + new.len() > 0 {
        sheet.possible.push(Some(Exact::from(open + new.len())));
    }
}
