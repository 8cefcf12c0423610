//! Items whose class is not stated, compared with the sum of the totals of the
//! rows they could belong to.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::adding::plain_amount;
use super::closing::{Closer, Openings, closers};
use super::gather::{Gathered, Row, gather};
use super::paths::find;
use super::table::Question;
use super::totals::{Reported, totals};
use crate::event::Exact;
use crate::plan::{Indicator, Kind};

/// The entries that contradict, each with the sequence of the published total.
pub(super) type Contradicting = HashMap<u64, u64>;

/// Those of each indicator that draws on the same types.
type Found = HashMap<String, Contradicting>;

/// What was found so far, by the types drawn on: only rows of the same types can
/// share an item, and few of them are asked about at a time.
#[derive(Default)]
pub(super) struct Contradictions(Mutex<HashMap<BTreeSet<String>, Arc<OnceLock<Found>>>>);

/// What makes rows a family: they ask in the same way for the same types, and
/// differ in what they ask of the same paths, so that one item could belong to
/// any of them.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Likeness<'a> {
    types: BTreeSet<&'a str>,
    paths: Vec<&'a str>,
    /// Whether different keys are counted, which do not add up.
    distinct: bool,
}

/// Rows of one likeness.
#[derive(Default)]
struct Family<'a> {
    totals: BTreeMap<&'a str, Vec<Reported<'a>>>,
    /// What is listed of each row and of no stated class, by sequence.
    listed: Listed,
    of: BTreeMap<&'a str, BTreeMap<u64, u64>>,
}

/// What is listed, so that it can be compared with what totals state.
#[derive(Default)]
struct Listed {
    /// Items of no stated class: one item is listed once, whichever rows it
    /// could belong to.
    items: BTreeMap<u64, Exact>,
    /// Items that belong to a row for certain; one may belong to several.
    certain: Vec<Exact>,
    keys: BTreeSet<String>,
}

impl Listed {
    /// How much is listed at least.
    fn amount(&self, distinct: bool) -> Exact {
        if distinct {
            return Exact::from(self.keys.len());
        }
        self.items.values().chain(&self.certain).sum()
    }
}

/// An indicator that has published totals: these, its entries, and what closes
/// them.
struct Held<'a> {
    indicator: &'a Indicator,
    totals: Vec<Reported<'a>>,
    gathered: Gathered<'a>,
    closers: Vec<Closer<'a>>,
}

impl<'a> Held<'a> {
    fn of(question: &Question<'a>, indicator: &'a Indicator) -> Option<Self> {
        let known = totals(question, indicator);
        let totals: Vec<Reported<'_>> = known.in_force.into_iter().chain(known.possible).collect();
        (!totals.is_empty()).then(|| Self {
            indicator,
            totals,
            gathered: gather(question, indicator),
            closers: closers(question, indicator),
        })
    }

    /// The total whose period holds a row.
    fn linked(&self, row: &Row<'_>) -> Option<&Reported<'a>> {
        self.totals.iter().find(|total| total.links(row))
    }

    /// Whether a row counts for certain on the last day of a total: what was
    /// closed by then the total does not state.
    fn lists(&self, question: &Question<'a>, row: &Row<'_>, total: &Reported<'_>) -> bool {
        let openings = Openings { question, indicator: self.indicator, closers: &self.closers };
        openings.of(row, total.period.to).is_open()
    }
}

/// The entries of an indicator that contradict its published totals; none where
/// a filter lets only a part through.
pub(super) fn contradicting(question: &Question<'_>, indicator: &Indicator) -> Contradicting {
    if !question.filter.is_empty() || !concerns(indicator) {
        return Contradicting::default();
    }
    let drawn = types(indicator);
    let key: BTreeSet<String> = drawn.iter().map(|&kind| kind.to_owned()).collect();
    let found = {
        let Contradictions(all) = &question.contradictions;
        let mut all = all.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(all.entry(key).or_default())
    };
    let found = found.get_or_init(|| contradictions(question, &drawn));
    found.get(&indicator.id).cloned().unwrap_or_default()
}

/// Where nothing is asked of an entry, nothing can be left unstated.
fn concerns(indicator: &Indicator) -> bool {
    indicator.rule.kind.can_contradict() && indicator.rule.has_conditions()
}

/// The types that an indicator draws on.
fn types(indicator: &Indicator) -> BTreeSet<&str> {
    indicator.rule.from.iter().map(|source| source.kind.as_str()).collect()
}

/// The contradictions of all rows of the plan that draw on these types and have
/// published totals.
fn contradictions(question: &Question<'_>, drawn: &BTreeSet<&str>) -> Found {
    let rows = question.ruling.indicators().filter(|it| concerns(it) && types(it) == *drawn);
    let held: Vec<Held<'_>> = rows.filter_map(|indicator| Held::of(question, indicator)).collect();
    let mut families = BTreeMap::new();
    for held in &held {
        join(question, &mut families, held);
    }
    let mut found = Found::new();
    for (likeness, family) in families {
        let stated: Exact = family.totals.values().flatten().map(|total| &total.value).sum();
        if family.listed.amount(likeness.distinct) > stated {
            for (id, items) in family.of {
                found.entry(id.to_owned()).or_default().extend(items);
            }
        }
    }
    found
}

/// Adds a row, with its totals and entries, to the families that its items of
/// no stated class could belong to.
fn join<'a>(question: &Question<'a>, families: &mut BTreeMap<Likeness<'a>, Family<'a>>, held: &Held<'a>) {
    let indicator = held.indicator;
    let distinct = indicator.rule.kind == Kind::Distinct;
    let types = types(indicator);
    let amount = |row: &Row<'_>| plain_amount(row, indicator.rule.kind, indicator.currency.as_deref());
    let mut joined = BTreeSet::new();
    for (row, paths) in &held.gathered.unknown {
        let Some(total) = held.linked(row) else { continue };
        let mut paths = paths.clone();
        paths.sort_unstable();
        let likeness = Likeness { types: types.clone(), paths: paths.clone(), distinct };
        let family = families.entry(likeness).or_default();
        if held.lists(question, row, total) {
            family.listed.items.insert(row.gist.sequence, amount(row));
            family.listed.keys.extend(keys(question, row));
        }
        family.of.entry(&indicator.id).or_default().insert(row.gist.sequence, total.record.sequence);
        if joined.insert(paths) {
            family.totals.insert(&indicator.id, held.totals.clone());
            for row in &held.gathered.rows {
                if held.linked(row).is_some_and(|total| held.lists(question, row, total)) {
                    family.listed.certain.push(amount(row));
                    family.listed.keys.extend(keys(question, row));
                }
            }
        }
    }
}

/// The keys that a row of a `distinct` rule counts.
fn keys(question: &Question<'_>, row: &Row<'_>) -> Vec<String> {
    let path = row.source.key.as_deref().unwrap_or("subject");
    let found = find(question.state.register(), &row.gist, path, row.date);
    found.map(|found| found.values.into_iter().map(Cow::into_owned).collect()).unwrap_or_default()
}
