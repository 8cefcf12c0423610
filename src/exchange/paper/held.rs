//! A working paper held to the sample that its parameters draw.

use std::collections::{BTreeMap, BTreeSet};

use super::{Paper, PaperError, PaperRow, PaperTrouble};
use crate::event::{EntryId, Exact};
use crate::figures::{Contribution, Sample};
use crate::ledger::Found;
use crate::plan::Kind;

/// What was found of the items of a sample, in the order of the paper, when its rows
/// are exactly those items as the ledger has them. Of rules of this kind the value is made.
pub fn held_to(paper: &Paper, kind: Kind, sample: &Sample) -> Result<Vec<Found>, Vec<PaperError>> {
    let items: BTreeMap<EntryId, &Contribution> =
        sample.items.iter().map(|it| (it.contribution.id, &it.contribution)).collect();
    let (mut seen, mut found, mut errors) = (BTreeSet::new(), Vec::new(), Vec::new());
    for row in &paper.rows {
        let wrong = |spot: &super::Spot, trouble| PaperError { spot: spot.clone(), trouble };
        let Some(item) = items.get(&row.id) else {
            errors.push(wrong(&row.spot, PaperTrouble::NotDrawn));
            continue;
        };
        if !seen.insert(row.id) {
            errors.push(wrong(&row.spot, PaperTrouble::Twice));
            continue;
        }
        if !says_number(row, item.sequence) {
            errors.push(wrong(&row.entry_spot, PaperTrouble::OtherEntry(item.sequence)));
            continue;
        }
        if !says_amount(row, &item.amount) {
            errors.push(wrong(&row.amount_spot, PaperTrouble::OtherAmount(item.amount.clone())));
            continue;
        }
        let Some(filled) = &row.found else { continue };
        if !filled.exception && filled.audited.as_ref().is_some_and(|it| *it != item.amount) {
            errors.push(wrong(&row.audited_spot, PaperTrouble::NoException));
            continue;
        }
        if filled.audited.as_ref().is_some_and(|it| !may_be_found(kind, it)) {
            errors.push(wrong(&row.audited_spot, PaperTrouble::NotACount));
            continue;
        }
        found.push(Found {
            entry: row.id,
            version: item.version,
            exception: filled.exception,
            audited: filled.audited.clone(),
            remark: filled.remark.clone(),
            on: filled.on,
        });
    }
    let missing: Vec<u64> =
        items.values().filter(|it| !seen.contains(&it.id)).map(|it| it.sequence).collect();
    if !missing.is_empty() {
        errors.push(PaperError { spot: paper.spot.clone(), trouble: PaperTrouble::Missing(sorted(missing)) });
    }
    if errors.is_empty() { Ok(found) } else { Err(errors) }
}

/// Whether the number of a row, where it says one, is that of its entry.
fn says_number(row: &PaperRow, sequence: u64) -> bool {
    let said = row.entry.as_ref().map(|it| it.trim().trim_start_matches('#').parse::<u64>());
    said.is_none_or(|said| said == Ok(sequence))
}

/// Whether so much may be found of what a value of some kind is made of.
fn may_be_found(kind: Kind, amount: &Exact) -> bool {
    !matches!(kind, Kind::Count | Kind::Distinct) || amount.whole().is_some_and(|it| it >= 0)
}

/// Whether the amount of a row is that of the ledger, in one of the ways in which it
/// can be read; a ratio that no decimal is cannot be compared.
fn says_amount(row: &PaperRow, amount: &Exact) -> bool {
    row.amount.is_empty() || amount.to_decimal().is_none() || row.amount.contains(amount)
}

fn sorted(mut places: Vec<u64>) -> Vec<u64> {
    places.sort_unstable();
    places
}
