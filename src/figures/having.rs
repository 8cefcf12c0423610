//! What is asked of all entries of a key together, in three values: a key
//! meets it, does not, or it is not stated. What is not stated is never
//! guessed.

use std::collections::{BTreeMap, BTreeSet};

use super::closing::{Openness, openness};
use super::conditions::test_found;
use super::evaluate::Sheet;
use super::gather::Row;
use super::paths::{Found, Texts};
use super::value::Reason;

/// How the keys turned out; those that stand in neither set do not meet what
/// is asked.
#[derive(Default)]
pub(super) struct Verdicts {
    /// None where nothing is asked, which all keys meet.
    met: Option<BTreeSet<String>>,
    unknown: BTreeSet<String>,
}

impl Verdicts {
    /// Whether nothing is asked of keys.
    pub(super) const fn are_all_met(&self) -> bool {
        self.met.is_none()
    }

    /// Those of the keys that meet what is asked.
    pub(super) fn met_of<'k>(&self, keys: &'k BTreeSet<String>) -> impl Iterator<Item = &'k String> {
        keys.iter().filter(|key| self.met.as_ref().is_none_or(|met| met.contains(*key)))
    }
}

/// Judges every key by all its entries; without a condition all meet it.
pub(super) fn verdicts(sheet: &Sheet<'_>, rows: &[Row<'_>]) -> Verdicts {
    let Some(having) = &sheet.indicator.rule.having else { return Verdicts::default() };
    let (mut met, mut unknown) = (BTreeSet::new(), BTreeSet::new());
    let register = sheet.question.state.register();
    let mut together: BTreeMap<&String, Found<'_>> = BTreeMap::new();
    // What is closed counts nowhere, and adds nothing to what its key has.
    let is_closed = |row: &Row<'_>| matches!(openness(sheet, row, sheet.question.as_at), Openness::Closed(_));
    for row in rows.iter().filter(|row| !is_closed(row)) {
        let found = row.asked(register, &having.path);
        for key in row.found_keys() {
            let all = together.entry(key).or_insert(Found { values: Texts::new(), complete: true });
            all.complete &= found.as_ref().is_some_and(|found| found.complete);
            all.values.extend(found.iter().flat_map(|found| found.values.iter().cloned()));
        }
    }
    for (key, all) in together {
        match test_found(sheet.question.ruling, register, Some(all), &having.test) {
            Some(true) => met.insert(key.clone()),
            None => unknown.insert(key.clone()),
            Some(false) => false,
        };
    }
    Verdicts { met: Some(met), unknown }
}

/// The rows without those of which no key is known to meet what is asked and
/// some may, which are told; and whether some open entry has a key that may.
/// What is closed counts nowhere, whatever its class.
pub(super) fn without_unknown<'a>(
    sheet: &mut Sheet<'_>,
    rows: Vec<Row<'a>>,
    verdicts: &Verdicts,
) -> (Vec<Row<'a>>, bool) {
    if verdicts.unknown.is_empty() {
        return (rows, false);
    }
    let path = sheet.indicator.rule.having.as_ref().map(|having| having.path.clone()).unwrap_or_default();
    let mut some = false;
    let mut kept = Vec::with_capacity(rows.len());
    for row in rows {
        let is_open = !matches!(openness(sheet, &row, sheet.question.as_at), Openness::Closed(_));
        let is_unknown = is_open && row.found_keys().iter().any(|key| verdicts.unknown.contains(key));
        some |= is_unknown;
        if is_unknown && verdicts.met_of(row.found_keys()).next().is_none() {
            sheet.by_others = true;
            sheet.leave_out(&row, Reason::ClassNotStated(vec![path.clone()]));
        } else {
            kept.push(row);
        }
    }
    (kept, some)
}
