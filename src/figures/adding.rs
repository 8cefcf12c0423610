//! Amounts that are added up, and what published totals leave over.

use std::collections::BTreeSet;

use super::closing::{Openness, openness};
use super::evaluate::Sheet;
use super::gaps::gaps;
use super::gather::Row;
use super::totals::Reported;
use super::value::{Reason, Remark};
use crate::event::{Exact, Precise};
use crate::plan::{Kind, precise};

/// A row with the number it stands for.
pub(super) type Amounted<'a> = (Row<'a>, Precise);

/// `count` and `sum`: amounts added, and what published totals leave over.
pub(super) fn added(sheet: &mut Sheet<'_>) {
    let (certain, possible) = sheet.split();
    let mut certain = amounts(sheet, certain);
    let possible = amounts(sheet, possible);
    let possible = drop_contradicting(sheet, &mut certain, possible);
    let mut sum = Exact::zero();
    for (row, amount) in &certain {
        let state = openness(sheet, row, sheet.question.as_at);
        let open = state.is_open();
        let counted = if open { amount.value.clone() } else { Exact::zero() };
        sheet.possible.extend(doubtful_amount(sheet, row, amount, &state).map(Some));
        sum = sum + counted.clone();
        // Under a published total the sum is what the total says, exactly.
        let covered = sheet.totals.in_force.iter().any(|total| total.links(row));
        sheet.join_precision(amount.precision.filter(|_| open && !covered));
        sheet.contribute(row, counted, &BTreeSet::new(), state.remark());
    }
    for total in sheet.totals.in_force.clone() {
        let linked = linked_sum(sheet, &total, &certain);
        let untouched = !certain.iter().any(|(row, _)| total.links(row));
        let remainder = total.value.clone() - linked;
        sum = sum + remainder.clone();
        let remark = if untouched { Remark::WholeTotal } else { Remark::Remainder };
        sheet.contribute_total(&total, remainder, remark);
    }
    if sheet.value.counted > 0 {
        sheet.value.delivered = Some(sum);
    }
    possible_amounts(sheet, &certain, &possible);
    sheet.value.gaps = gaps(sheet.question, sheet.indicator, &sheet.totals);
    // How much it was on days that no total states, nobody knows.
    sheet.possible.extend((!sheet.value.gaps.is_empty()).then_some(None));
}

/// What a closing entry in doubt makes possible. Within a published total that
/// says the sum, nothing more is; but once the row is closed for certain, the
/// total may have counted it.
fn doubtful_amount(sheet: &Sheet<'_>, row: &Row<'_>, amount: &Precise, state: &Openness) -> Option<Exact> {
    let total = sheet.totals.in_force.iter().find(|total| total.links(row));
    let then = total.map(|total| openness(sheet, row, total.period.to));
    match (state, then) {
        (Openness::Doubtful(_), None) => Some(amount.value.clone()),
        (Openness::Closed(_), Some(Openness::Doubtful(_))) => Some(-amount.value.clone()),
        _ => None,
    }
}

/// The number of each row; rows without one are told.
pub(super) fn amounts<'a>(sheet: &mut Sheet<'_>, rows: Vec<Row<'a>>) -> Vec<Amounted<'a>> {
    let mut amounted = Vec::with_capacity(rows.len());
    for row in rows {
        match row.number(sheet.indicator) {
            Ok(amount) => amounted.push((row, amount)),
            Err(reason) => {
                if reason == Reason::NoConversion {
                    sheet.possible.push(None);
                }
                sheet.leave_out(&row, reason);
            }
        }
    }
    amounted
}

/// Takes out the items of every total that they exceed; what remains of the
/// possible ones is returned.
fn drop_contradicting<'a>(
    sheet: &mut Sheet<'_>,
    certain: &mut Vec<Amounted<'a>>,
    mut possible: Vec<Amounted<'a>>,
) -> Vec<Amounted<'a>> {
    let all: Vec<Reported<'_>> =
        sheet.totals.in_force.iter().chain(&sheet.totals.possible).cloned().collect();
    for total in all {
        let linked = linked_sum(sheet, &total, certain) + linked_sum(sheet, &total, &possible);
        if linked <= total.value {
            continue;
        }
        let rows = take_linked(&total, certain).into_iter().chain(take_linked(&total, &mut possible));
        let rows: Vec<Row<'_>> = rows.map(|(row, _)| row).collect();
        sheet.contradict(&rows, total.record.sequence);
    }
    possible
}

fn take_linked<'a>(total: &Reported<'_>, rows: &mut Vec<Amounted<'a>>) -> Vec<Amounted<'a>> {
    rows.extract_if(.., |(row, _)| total.links(row)).collect()
}

/// The sum of the items linked to a total, as at its last day.
fn linked_sum(sheet: &Sheet<'_>, total: &Reported<'_>, rows: &[Amounted<'_>]) -> Exact {
    let linked = rows.iter().filter(|(row, _)| total.links(row));
    linked
        .filter(|(row, _)| openness(sheet, row, total.period.to).is_open())
        .map(|(_, amount)| &amount.value)
        .sum()
}

fn possible_amounts(sheet: &mut Sheet<'_>, certain: &[Amounted<'_>], possible: &[Amounted<'_>]) {
    let totals = sheet.totals.possible.clone();
    for total in &totals {
        // What the total states, less what of it is certain already.
        let inside: Exact = sheet
            .totals
            .in_force
            .iter()
            .filter(|held| total.period.contains(&held.period))
            .map(|held| &held.value)
            .sum();
        let loose = certain.iter().filter(|(row, _)| total.links(row));
        let loose = loose.filter(|(row, _)| !sheet.totals.in_force.iter().any(|held| held.links(row)));
        let loose = loose.filter(|(row, _)| openness(sheet, row, sheet.question.as_at).is_open());
        let items: Exact = loose.map(|(_, amount)| &amount.value).sum();
        let left = total.value.clone() - inside - items;
        let left = if left.is_negative() { Exact::zero() } else { left };
        sheet.possible.push(Some(left));
    }
    let loose = possible.iter().filter(|(row, _)| !totals.iter().any(|total| total.links(row)));
    let loose: Vec<_> = loose.map(|(_, amount)| Some(amount.value.clone())).collect();
    sheet.possible.extend(loose);
}

/// The amount of a row for the comparison of classes that are not stated.
pub(super) fn plain_amount(row: &Row<'_>, kind: Kind, currency: Option<&str>) -> Exact {
    let Some(name) = row.source.field.as_deref().filter(|_| kind.adds_up()) else { return Exact::one() };
    // An amount that is not stated, or in another currency, lists nothing.
    let value = row.gist.field(name).and_then(|value| precise(&value, currency));
    value.map_or_else(Exact::zero, |amount| amount.value)
}
