//! Items whose class is not stated, compared with the sum of the totals of the
//! rows they could belong to.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::gather::{Gathered, Row, gather};
use super::kinds::plain_amount;
use super::parallel::each;
use super::table::Question;
use super::totals::{Reported, totals};
use crate::event::Exact;
use crate::plan::Indicator;

/// Of each indicator: the entries that contradict, with the sequence of its
/// published total.
pub(super) type Contradictions = HashMap<String, HashMap<u64, u64>>;

/// Rows that differ in what they ask of the same paths of the same types, so
/// that one item could belong to any of them.
#[derive(Default)]
struct Family<'a> {
    totals: BTreeMap<&'a str, Vec<Reported<'a>>>,
    certain: Exact0,
    items: BTreeMap<u64, Exact>,
    of: BTreeMap<&'a str, BTreeMap<u64, u64>>,
}

/// A sum that begins at nothing.
struct Exact0(Exact);

impl Default for Exact0 {
    fn default() -> Self {
        Self(Exact::zero())
    }
}

/// The published totals of an indicator, when it has any, with its entries.
fn held<'a>(question: &Question<'a>, indicator: &'a Indicator) -> Option<(Vec<Reported<'a>>, Gathered<'a>)> {
    let known = totals(question, indicator);
    let held: Vec<Reported<'_>> = known.in_force.into_iter().chain(known.possible).collect();
    (!held.is_empty()).then(|| (held, gather(question, indicator)))
}

/// The contradictions of all rows of the plan that have published totals.
pub(super) fn contradictions(question: &Question<'_>) -> Contradictions {
    let mut families: BTreeMap<(BTreeSet<&str>, Vec<&str>), Family<'_>> = BTreeMap::new();
    let indicators: Vec<_> =
        question.ruling.indicators().filter(|it| it.rule.kind.can_contradict()).collect();
    let held = each(&indicators, |indicator| held(question, indicator));
    for (&indicator, held) in indicators.iter().zip(held) {
        let Some((held, gathered)) = held else { continue };
        let amount = |row: &Row<'_>| plain_amount(row, indicator.rule.kind, indicator.currency.as_deref());
        let types: BTreeSet<&str> = indicator.rule.from.iter().map(|source| source.kind.as_str()).collect();
        let mut joined = BTreeSet::new();
        for (row, paths) in &gathered.unknown {
            let Some(total) = held.iter().find(|total| total.links(row)) else {
                continue;
            };
            let mut paths = paths.clone();
            paths.sort_unstable();
            let family = families.entry((types.clone(), paths.clone())).or_default();
            family.items.insert(row.record.sequence, amount(row));
            let own = family.of.entry(&indicator.id).or_default();
            own.insert(row.record.sequence, total.record.sequence);
            if joined.insert(paths) {
                family.totals.insert(&indicator.id, held.clone());
                let linked = gathered.rows.iter().filter(|row| held.iter().any(|total| total.links(row)));
                let sum: Exact = linked.map(amount).sum();
                family.certain = Exact0(std::mem::take(&mut family.certain).0 + sum);
            }
        }
    }
    let mut found = Contradictions::new();
    for family in families.into_values() {
        let stated: Exact = family.totals.values().flatten().map(|total| &total.value).sum();
        let listed = family.items.values().sum::<Exact>() + family.certain.0;
        if listed > stated {
            for (id, items) in family.of {
                found.entry(id.to_owned()).or_default().extend(items);
            }
        }
    }
    found
}
