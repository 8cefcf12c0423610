//! Items whose class is not stated, compared with the sum of the totals of the
//! rows they could belong to.

mod kept;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::adding::plain_amount;
use super::answers::newest;
use super::closing::{Closer, Openings, closers};
use super::gather::{Gathered, Row, gather};
use super::paths::find;
use super::table::Question;
use super::totals::{Reported, Totals, totals};
use crate::event::Exact;
use crate::plan::{Indicator, Kind};

use self::kept::{Drawn, Found};

pub(super) use self::kept::Contradictions;

/// What items that state no class exceed: those that do not state these paths, each
/// in order, list more than the totals of the rows they could belong to.
#[derive(Clone, Default)]
pub(super) struct Exceeded(Arc<BTreeSet<Vec<String>>>);

impl Exceeded {
    /// Whether it holds of an item that does not state these paths.
    pub(super) fn concerns(&self, paths: &[&str]) -> bool {
        !self.0.is_empty() && self.0.iter().any(|known| *known == in_order(paths))
    }
}

fn in_order<'p>(paths: &[&'p str]) -> Vec<&'p str> {
    let mut paths = paths.to_vec();
    paths.sort_unstable();
    paths
}

/// What makes rows of the same types a family: they ask in the same way, and
/// differ in what they ask of the same paths, so that one item could belong to
/// any of them.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Likeness<'a> {
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
    totals: Totals<'a>,
    gathered: Gathered<'a>,
    closers: Vec<Closer<'a>>,
}

impl<'a> Held<'a> {
    fn of(question: &Question<'a>, (indicator, totals): (&'a Indicator, Totals<'a>)) -> Self {
        let (gathered, closers) = (gather(question, indicator), closers(question, indicator));
        Self { indicator, totals, gathered, closers }
    }

    /// The total whose period holds a row.
    fn linked(&self, row: &Row<'_>) -> Option<&Reported<'a>> {
        self.totals.linked(row)
    }

    /// Whether a row counts for certain on the last day of a total: what was
    /// closed by then the total does not state.
    fn lists(&self, question: &Question<'a>, row: &Row<'_>, total: &Reported<'_>) -> bool {
        let openings = Openings { question, indicator: self.indicator, closers: &self.closers };
        openings.of(row, total.period.to).is_open()
    }
}

/// What the items of an indicator that state no class exceed; nothing where a filter
/// lets only a part through.
pub(super) fn exceeded(question: &Question<'_>, indicator: &Indicator) -> Exceeded {
    if !question.filter.is_empty() || !concerns(indicator) {
        return Exceeded::default();
    }
    let asked = Asked::of(question, indicator);
    let found = question.state.contradictions().room(&asked);
    let found = found.get_or_init(|| found_in(question, asked.held));
    found[usize::from(indicator.rule.kind == Kind::Distinct)].clone()
}

/// The rows that could share items with those of an indicator, which have published
/// totals.
struct Asked<'a> {
    drawn: Drawn,
    held: Vec<(&'a Indicator, Totals<'a>)>,
    /// The size of the ledger after the last entry that all of it may rest on.
    newest: u64,
}

impl<'a> Asked<'a> {
    fn of(question: &Question<'a>, indicator: &Indicator) -> Self {
        let types = types(indicator);
        let all: Vec<_> = sharing(question, &types).map(|it| (it, totals(question, it))).collect();
        let newest = all.iter().map(|(it, _)| newest(question, it)).max().unwrap_or_default();
        let held: Vec<_> = all.into_iter().filter(|(_, totals)| totals.current().next().is_some()).collect();
        let of = |(it, totals): &(&Indicator, Totals<'_>)| {
            totals.current().map(|total| (it.id.clone(), total.record.sequence)).collect::<Vec<_>>()
        };
        let drawn = Drawn {
            plan: question.ruling.adopted.sequence,
            types: types.iter().map(|&kind| kind.to_owned()).collect(),
            totals: held.iter().flat_map(of).collect(),
        };
        Self { drawn, held, newest }
    }
}

/// The rows of the plan that could share items of these types.
fn sharing<'a>(question: &Question<'a>, drawn: &BTreeSet<&str>) -> impl Iterator<Item = &'a Indicator> {
    question.ruling.indicators().filter(move |it| concerns(it) && types(it) == *drawn)
}

/// Where nothing is asked of an entry, nothing can be left unstated.
fn concerns(indicator: &Indicator) -> bool {
    indicator.rule.kind.can_contradict() && indicator.rule.has_conditions()
}

/// The types that an indicator draws on.
fn types(indicator: &Indicator) -> BTreeSet<&str> {
    indicator.rule.from.iter().map(|source| source.kind.as_str()).collect()
}

/// What is exceeded of rows of the plan that draw on the same types and have
/// published totals.
fn found_in<'a>(question: &Question<'a>, held: Vec<(&'a Indicator, Totals<'a>)>) -> Found {
    let held: Vec<Held<'_>> = held.into_iter().map(|it| Held::of(question, it)).collect();
    let mut families = BTreeMap::new();
    for held in &held {
        join(question, &mut families, held);
    }
    let mut found = [BTreeSet::new(), BTreeSet::new()];
    for (likeness, family) in families {
        let stated: Exact = family.totals.values().flatten().map(|total| &total.value).sum();
        if family.listed.amount(likeness.distinct) > stated {
            let paths = likeness.paths.iter().map(|&path| path.to_owned()).collect();
            found[usize::from(likeness.distinct)].insert(paths);
        }
    }
    found.map(|paths| Exceeded(Arc::new(paths)))
}

/// Adds a row, with its totals and entries, to the families that its items of
/// no stated class could belong to.
fn join<'a>(question: &Question<'a>, families: &mut BTreeMap<Likeness<'a>, Family<'a>>, held: &Held<'a>) {
    let indicator = held.indicator;
    let distinct = indicator.rule.kind == Kind::Distinct;
    let amount = |row: &Row<'_>| plain_amount(row, indicator.rule.kind, indicator.currency.as_deref());
    let mut joined = BTreeSet::new();
    for (row, paths) in &held.gathered.unknown {
        let Some(total) = held.linked(row) else { continue };
        let paths = in_order(paths);
        let likeness = Likeness { paths: paths.clone(), distinct };
        let family = families.entry(likeness).or_default();
        if held.lists(question, row, total) {
            family.listed.items.insert(row.gist.sequence, amount(row));
            family.listed.keys.extend(keys(question, row));
        }
        if joined.insert(paths) {
            family.totals.insert(&indicator.id, held.totals.current().cloned().collect());
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
