//! One function for each kind of rule that adds nothing up.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::adding::{Amounted, amounts};
use super::evaluate::Sheet;
use super::gather::Row;
use super::paths::Texts;
use super::totals::Reported;
use super::value::{Reason, Remark, Value};
use crate::event::{Day, Exact};
use crate::plan::Indicator;

pub(super) fn latest_total<'a>(sheet: &Sheet<'a>) -> Option<Reported<'a>> {
    sheet.totals.in_force.iter().max_by_key(|it| (it.period.to, it.record.sequence)).cloned()
}

/// A published total of a kind that does not add up stands alone.
fn stands_alone(sheet: &mut Sheet<'_>, total: &Reported<'_>, rows: &[Row<'_>]) {
    sheet.contribute_total(total, total.value.clone(), Remark::WholeTotal);
    sheet.value.delivered = Some(total.value.clone());
    for row in rows {
        let remark = Remark::BesideTotal(total.record.sequence);
        sheet.contribute(row, Exact::zero(), &BTreeSet::new(), Some(remark));
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
    let mut holders: BTreeMap<Texts<'_>, Rank> = BTreeMap::new();
    for ((row, _), key) in certain.iter().zip(of_each) {
        let rank = rank(sheet.indicator, row);
        let holder = holders.entry(key.clone()).or_insert(rank);
        *holder = (*holder).max(rank);
        keys.push(key);
    }
    let mut sum = Exact::zero();
    for ((row, amount), key) in certain.iter().zip(keys) {
        let (holder, source) = holders[&key];
        let keys = key.into_iter().map(Cow::into_owned).collect();
        if (holder, source) == rank(sheet.indicator, row) {
            sum = sum + amount.value.clone();
            sheet.join_precision(amount.precision);
            sheet.contribute(row, amount.value.clone(), &keys, None);
        } else {
            let remark = if holder.0 == row.date {
                Remark::SupersededSameDay(holder.1)
            } else {
                Remark::Superseded(holder.1)
            };
            sheet.contribute(row, Exact::zero(), &keys, Some(remark));
        }
    }
    if !certain.is_empty() {
        sheet.value.delivered = Some(sum);
    }
}

/// The place of a row in order, and of two of one entry, by several sources of its type, that
/// of its source: the last that the rule names holds.
type Rank = ((Day, u64), usize);

fn rank(indicator: &Indicator, row: &Row<'_>) -> Rank {
    let source = indicator.rule.from.iter().position(|it| std::ptr::eq(it, row.source));
    (row.order(), source.unwrap_or_default())
}

/// The rows whose key is stated, with that key; one key for all when the rule
/// names none.
fn with_keys<'a>(
    sheet: &mut Sheet<'a>,
    rows: Vec<Amounted<'a>>,
    per: Option<&str>,
) -> (Vec<Amounted<'a>>, Vec<Texts<'a>>) {
    let Some(path) = per else {
        let keys = vec![Texts::new(); rows.len()];
        return (rows, keys);
    };
    let register = sheet.question.state.register();
    let mut keyed = (Vec::new(), Vec::new());
    for row in rows {
        match row.0.key(register, path) {
            Some(values) => {
                keyed.0.push(row);
                keyed.1.push(values);
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
    let ranked = certain.iter().map(|(row, amount)| (&amount.value, Reverse(rank(sheet.indicator, row))));
    let Some((best, Reverse(holder))) = ranked.max().map(|(value, rank)| (value.clone(), rank)) else {
        return;
    };
    for (row, amount) in &certain {
        let holds = rank(sheet.indicator, row) == holder;
        let counted = if holds { amount.value.clone() } else { Exact::zero() };
        sheet.join_precision(amount.precision.filter(|_| holds));
        sheet.contribute(row, counted, &BTreeSet::new(), (!holds).then_some(Remark::NotLargest));
    }
    sheet.value.delivered = Some(best);
}

/// `mean`: the mean of a field.
pub(super) fn mean(sheet: &mut Sheet<'_>) {
    let Some(certain) = numbers(sheet) else {
        return;
    };
    let sum: Exact = certain.iter().map(|(_, amount)| &amount.value).sum();
    let count = Exact::from(certain.iter().map(|(row, _)| row.count()).sum::<usize>());
    let Some(mean) = sum.divided_by(&count) else {
        return;
    };
    sheet.weight = Exact::one().divided_by(&count).unwrap_or_else(Exact::one);
    for (row, amount) in &certain {
        sheet.join_precision(amount.precision);
        sheet.contribute(row, amount.value.clone(), &BTreeSet::new(), None);
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
    let (stated, silent): (Vec<_>, Vec<_>) = certain.into_iter().partition(|row| row.yes().is_some());
    for row in &silent {
        let name = row.source.field.clone().unwrap_or_default();
        sheet.leave_out(row, Reason::ValueNotStated(name));
    }
    let Some(last) = stated.iter().map(|row| rank(sheet.indicator, row)).max() else {
        return;
    };
    let holder = last.0;
    for row in &stated {
        let holds = rank(sheet.indicator, row) == last;
        let yes = holds && row.yes() == Some(true);
        let amount = if yes { Exact::one() } else { Exact::zero() };
        let remark = if row.date == holder.0 {
            Remark::SupersededSameDay(holder.1)
        } else {
            Remark::Superseded(holder.1)
        };
        if holds {
            sheet.value.delivered = Some(amount.clone());
        }
        sheet.contribute(row, amount, &BTreeSet::new(), (!holds).then_some(remark));
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
    let (part, whole) = (sheet.value_of(part), sheet.value_of(whole));
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
        sheet.value.counted += part.counted;
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
        sheet.value.counted = part.counted;
        sheet.value.grade = part.grade.clone();
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
        sheet.contribute(row, Exact::zero(), &BTreeSet::new(), None);
    }
}
