//! Items whose class is not stated, compared with the sum of the totals of the
//! rows they could belong to.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::closing::{Closer, Openings, closers};
use super::gather::{Gathered, Row, gather};
use super::kinds::plain_amount;
use super::parallel::each;
use super::paths::find;
use super::table::Question;
use super::totals::{Reported, totals};
use crate::event::Exact;
use crate::plan::{Indicator, Kind};

/// Of each indicator: the entries that contradict, with the sequence of its
/// published total.
pub(super) type Contradictions = HashMap<String, HashMap<u64, u64>>;

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

/// The contradictions of all rows of the plan that have published totals.
pub(super) fn contradictions(question: &Question<'_>) -> Contradictions {
    // Where nothing is asked of an entry, nothing can be left unstated.
    let concerns = |it: &&Indicator| it.rule.kind.can_contradict() && it.rule.has_conditions();
    let indicators: Vec<_> = question.ruling.indicators().filter(concerns).collect();
    let held = each(&indicators, |indicator| Held::of(question, indicator));
    let mut families = BTreeMap::new();
    held.iter().flatten().for_each(|held| join(question, &mut families, held));
    let mut found = Contradictions::new();
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
    let types: BTreeSet<&str> = indicator.rule.from.iter().map(|source| source.kind.as_str()).collect();
    let amount = |row: &Row<'_>| plain_amount(row, indicator.rule.kind, indicator.currency.as_deref());
    let mut joined = BTreeSet::new();
    for (row, paths) in &held.gathered.unknown {
        let Some(total) = held.linked(row) else { continue };
        let mut paths = paths.clone();
        paths.sort_unstable();
        let likeness = Likeness { types: types.clone(), paths: paths.clone(), distinct };
        let family = families.entry(likeness).or_default();
        if held.lists(question, row, total) {
            family.listed.items.insert(row.record.sequence, amount(row));
            family.listed.keys.extend(keys(question, row));
        }
        family.of.entry(&indicator.id).or_default().insert(row.record.sequence, total.record.sequence);
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
    let found = find(question.state.register(), row.version, path, row.date);
    found.map(|found| found.values.into_iter().map(Cow::into_owned).collect()).unwrap_or_default()
}
