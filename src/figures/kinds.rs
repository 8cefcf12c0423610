//! One function for each kind of rule.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::closing::{Openness, openness};
use super::evaluate::{Sheet, evaluate};
use super::gaps::gaps;
use super::gather::Row;
use super::paths::find;
use super::totals::Reported;
use super::value::{Reason, Remark, Value};
use crate::event::{Day, Exact, Precise};
use crate::plan::{Kind, precise};

/// A row with the number it stands for.
type Amounted<'a> = (Row<'a>, Precise);

/// `count` and `sum`: amounts added, and what published totals leave over.
pub(super) fn added(sheet: &mut Sheet<'_>) {
    let (certain, possible) = sheet.split();
    let mut certain = amounts(sheet, certain);
    let possible = amounts(sheet, possible);
    let possible = drop_contradicting(sheet, &mut certain, possible);
    let mut sum = Exact::zero();
    sheet.value.contributions.reserve(certain.len() + sheet.totals.in_force.len());
    for (row, amount) in &certain {
        let state = openness(sheet, row, sheet.question.as_at);
        let open = state.is_open();
        let counted = if open { amount.value.clone() } else { Exact::zero() };
        sheet.possible.extend(doubtful_amount(sheet, row, amount, &state).map(Some));
        sum = sum + counted.clone();
        // Under a published total the sum is what the total says, exactly.
        let covered = sheet.totals.in_force.iter().any(|total| total.links(row));
        sheet.join_precision(amount.precision.filter(|_| open && !covered));
        sheet.contribute(row, counted, BTreeSet::new(), state.remark());
    }
    for total in sheet.totals.in_force.clone() {
        let linked = linked_sum(sheet, &total, &certain);
        let untouched = !certain.iter().any(|(row, _)| total.links(row));
        let remainder = total.value.clone() - linked;
        sum = sum + remainder.clone();
        let remark = if untouched { Remark::WholeTotal } else { Remark::Remainder };
        sheet.contribute_total(&total, remainder, remark);
    }
    if !sheet.value.contributions.is_empty() {
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
fn amounts<'a>(sheet: &mut Sheet<'_>, rows: Vec<Row<'a>>) -> Vec<Amounted<'a>> {
    let mut amounted = Vec::with_capacity(rows.len());
    for row in rows {
        match amount(sheet, &row) {
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

fn amount(sheet: &Sheet<'_>, row: &Row<'_>) -> Result<Precise, Reason> {
    let Some(name) = row.source.field.as_deref() else {
        return Ok(Precise::exact(Exact::one()));
    };
    let value = row.gist.field(name).ok_or_else(|| Reason::ValueNotStated(name.to_owned()))?;
    let is_money = value.as_object().is_some_and(|members| members.contains_key("amount"));
    let currency = sheet.indicator.currency.as_deref();
    precise(&value, currency)
        .ok_or_else(|| if is_money { Reason::NoConversion } else { Reason::ValueNotStated(name.to_owned()) })
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

pub(super) fn latest_total<'a>(sheet: &Sheet<'a>) -> Option<Reported<'a>> {
    sheet.totals.in_force.iter().max_by_key(|it| (it.period.to, it.record.sequence)).cloned()
}

/// A published total of a kind that does not add up stands alone.
fn stands_alone(sheet: &mut Sheet<'_>, total: &Reported<'_>, rows: &[Row<'_>]) {
    sheet.contribute_total(total, total.value.clone(), Remark::WholeTotal);
    sheet.value.delivered = Some(total.value.clone());
    for row in rows {
        let remark = Remark::BesideTotal(total.record.sequence);
        sheet.contribute(row, Exact::zero(), BTreeSet::new(), Some(remark));
    }
    if rows.iter().any(|row| row.date > total.period.to) {
        sheet.possible.push(None);
    }
}

/// `latest`: the value with the latest date, of each key when there is one.
pub(super) fn latest(sheet: &mut Sheet<'_>) {
    let (certain, possible) = sheet.split();
    unknown_extent(sheet, &possible);
    let newest = certain.iter().map(|row| row.date).max();
    let total = latest_total(sheet);
    let per = sheet.indicator.rule.per.clone();
    if let Some(total) = total {
        // An item of a later date holds instead, but not where the total adds
        // up several keys of which the item is one.
        if per.is_some() || newest.is_none_or(|date| date <= total.period.to) {
            stands_alone(sheet, &total, &certain);
            return;
        }
    }
    let certain = amounts(sheet, certain);
    let (certain, of_each) = with_keys(sheet, certain, per.as_deref());
    let mut keys = Vec::with_capacity(certain.len());
    let mut holders: BTreeMap<Vec<Cow<'_, str>>, (Day, u64)> = BTreeMap::new();
    for ((row, _), key) in certain.iter().zip(of_each) {
        let holder = holders.entry(key.clone()).or_insert_with(|| row.order());
        *holder = (*holder).max(row.order());
        keys.push(key);
    }
    let mut sum = Exact::zero();
    for ((row, amount), key) in certain.iter().zip(keys) {
        let holder = holders[&key];
        let keys = key.into_iter().map(Cow::into_owned).collect();
        if holder == row.order() {
            sum = sum + amount.value.clone();
            sheet.join_precision(amount.precision);
            sheet.contribute(row, amount.value.clone(), keys, None);
        } else {
            let remark = if holder.0 == row.date {
                Remark::SupersededSameDay(holder.1)
            } else {
                Remark::Superseded(holder.1)
            };
            sheet.contribute(row, Exact::zero(), keys, Some(remark));
        }
    }
    if !certain.is_empty() {
        sheet.value.delivered = Some(sum);
    }
}

/// The rows whose key is stated, with that key; one key for all when the rule
/// names none.
fn with_keys<'a>(
    sheet: &mut Sheet<'a>,
    rows: Vec<Amounted<'a>>,
    per: Option<&str>,
) -> (Vec<Amounted<'a>>, Vec<Vec<Cow<'a, str>>>) {
    let Some(path) = per else {
        let keys = vec![vec![]; rows.len()];
        return (rows, keys);
    };
    let register = sheet.question.state.register();
    let mut keyed = (Vec::new(), Vec::new());
    for row in rows {
        match find(register, &row.0.gist, path, row.0.date) {
            Some(found) => {
                keyed.0.push(row);
                keyed.1.push(found.values);
            }
            None => sheet.leave_out(&row.0, Reason::KeyNotStated(path.to_owned())),
        }
    }
    keyed
}

/// What may come on top of a value that does not add up is not known.
fn unknown_extent(sheet: &mut Sheet<'_>, possible: &[Row<'_>]) {
    if !possible.is_empty() || !sheet.totals.possible.is_empty() {
        sheet.possible.push(None);
    }
}

/// `max`: the largest value.
pub(super) fn largest(sheet: &mut Sheet<'_>) {
    let Some(certain) = numbers(sheet) else {
        return;
    };
    let best = certain.iter().map(|(row, amount)| (&amount.value, std::cmp::Reverse(row.order()))).max();
    let Some((best, std::cmp::Reverse(order))) = best.map(|(value, order)| (value.clone(), order)) else {
        return;
    };
    for (row, amount) in &certain {
        let holds = row.order() == order;
        let counted = if holds { amount.value.clone() } else { Exact::zero() };
        sheet.join_precision(amount.precision.filter(|_| holds));
        sheet.contribute(row, counted, BTreeSet::new(), (!holds).then_some(Remark::NotLargest));
    }
    sheet.value.delivered = Some(best);
}

/// `mean`: the mean of a field.
pub(super) fn mean(sheet: &mut Sheet<'_>) {
    let Some(certain) = numbers(sheet) else {
        return;
    };
    let sum: Exact = certain.iter().map(|(_, amount)| &amount.value).sum();
    let Some(mean) = sum.divided_by(&Exact::from(certain.len())) else {
        return;
    };
    sheet.weight = Exact::one().divided_by(&Exact::from(certain.len())).unwrap_or_else(Exact::one);
    for (row, amount) in &certain {
        sheet.join_precision(amount.precision);
        sheet.contribute(row, amount.value.clone(), BTreeSet::new(), None);
    }
    sheet.value.delivered = Some(mean);
}

/// The certain rows with their numbers, unless a published total stands alone.
fn numbers<'a>(sheet: &mut Sheet<'a>) -> Option<Vec<Amounted<'a>>> {
    let (certain, possible) = sheet.split();
    unknown_extent(sheet, &possible);
    if let Some(total) = latest_total(sheet) {
        stands_alone(sheet, &total, &certain);
        return None;
    }
    Some(amounts(sheet, certain))
}

/// `attained`: 1 when the latest dated fact says yes.
pub(super) fn attained(sheet: &mut Sheet<'_>) {
    let (certain, possible) = sheet.split();
    unknown_extent(sheet, &possible);
    if let Some(total) = latest_total(sheet) {
        stands_alone(sheet, &total, &certain);
        return;
    }
    let said = |row: &Row<'_>| row.gist.field(row.source.field.as_deref()?)?.as_bool();
    let (stated, silent): (Vec<_>, Vec<_>) = certain.into_iter().partition(|row| said(row).is_some());
    for row in &silent {
        let name = row.source.field.clone().unwrap_or_default();
        sheet.leave_out(row, Reason::ValueNotStated(name));
    }
    let Some(holder) = stated.iter().map(Row::order).max() else {
        return;
    };
    for row in &stated {
        let holds = row.order() == holder;
        let yes = holds && said(row) == Some(true);
        let amount = if yes { Exact::one() } else { Exact::zero() };
        let remark = if row.date == holder.0 {
            Remark::SupersededSameDay(holder.1)
        } else {
            Remark::Superseded(holder.1)
        };
        if holds {
            sheet.value.delivered = Some(amount.clone());
        }
        sheet.contribute(row, amount, BTreeSet::new(), (!holds).then_some(remark));
    }
}

/// `share`: one indicator over another, in percent, both parts kept.
pub(super) fn share(sheet: &mut Sheet<'_>) {
    let rule = &sheet.indicator.rule;
    // A share of shares is refused before it is written; whatever a log says,
    // none is made of itself here.
    let part_of = |id: &str| sheet.question.ruling.indicator(id).filter(|it| it.rule.kind.is_a_part());
    let side = |id: &Option<String>| id.as_deref().and_then(part_of);
    let (Some(part), Some(whole)) = (side(&rule.part), side(&rule.whole)) else {
        return;
    };
    let (part, whole) = (evaluate(sheet.question, part), evaluate(sheet.question, whole));
    if let Some(total) = latest_total(sheet) {
        sheet.contribute_total(&total, total.value.clone(), Remark::WholeTotal);
        sheet.value.delivered = Some(total.value.clone());
        let items = part.contributions.iter().map(|it| {
            let mut beside = it.clone();
            beside.amount = Exact::zero();
            beside.remark = Some(Remark::BesideTotal(total.record.sequence));
            beside
        });
        sheet.value.contributions.extend(items);
        // A published share rarely tells of what it is one: its parts are those
        // that the entries give only where they are the published ratio.
        let decimals = sheet.indicator.decimals;
        let given = percent_of(&part, &whole).map(|it| it.round(decimals));
        if given != Some(total.value.round(decimals)) {
            return;
        }
    } else if !sheet.totals.possible.is_empty() || !part.is_certain() || !whole.is_certain() {
        // A ratio of two values that may still grow has no certain bound.
        sheet.possible.push(None);
    } else if let Some(percent) = percent_of(&part, &whole) {
        let below = whole.delivered.as_ref().and_then(|it| Exact::from(100_i64).divided_by(it));
        sheet.weight = below.unwrap_or_else(Exact::zero);
        sheet.value.delivered = Some(percent);
        sheet.value.contributions.clone_from(&part.contributions);
    }
    sheet.value.parts = Some(Box::new((part, whole)));
}

/// One certain value over another, in percent.
fn percent_of(part: &Value, whole: &Value) -> Option<Exact> {
    let certain = |value: &Value| value.delivered.clone().filter(|_| value.is_certain());
    Some(certain(part)?.divided_by(&certain(whole)?)? * Exact::from(100_i64))
}

/// `narrative`: links to entries, no number.
pub(super) fn narrative(sheet: &mut Sheet<'_>) {
    let (certain, _) = sheet.split();
    for row in &certain {
        sheet.contribute(row, Exact::zero(), BTreeSet::new(), None);
    }
}

/// The amount of a row for the comparison of classes that are not stated.
pub(super) fn plain_amount(row: &Row<'_>, kind: Kind, currency: Option<&str>) -> Exact {
    let Some(name) = row.source.field.as_deref().filter(|_| kind.adds_up()) else { return Exact::one() };
    // An amount that is not stated, or in another currency, lists nothing.
    let value = row.gist.field(name).and_then(|value| precise(&value, currency));
    value.map_or_else(Exact::zero, |amount| amount.value)
}
