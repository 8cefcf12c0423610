//! Items whose class is not stated, compared with the sum of the totals of the
//! rows they could belong to.

mod held;
mod kept;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::answers::newest;
use super::table::Question;
use super::totals::{Totals, totals};
use crate::event::Exact;
use crate::plan::{Indicator, Kind};

use self::held::Held;
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
struct Likeness {
    paths: Vec<String>,
    /// Whether different keys are counted, which do not add up.
    distinct: bool,
}

/// Rows of one likeness: what their totals state, and what is listed of them.
#[derive(Default)]
struct Family {
    stated: Exact,
    listed: Listed,
}

/// What is listed, so that it can be compared with what totals state.
#[derive(Default)]
struct Listed {
    /// Items of no stated class: one item is listed once, whichever rows it
    /// could belong to.
    items: BTreeMap<u64, Exact>,
    /// What belongs to a row for certain; an item may belong to several.
    certain: Exact,
    keys: BTreeSet<String>,
}

impl Listed {
    /// How much is listed at least.
    fn amount(&self, distinct: bool) -> Exact {
        if distinct {
            return Exact::from(self.keys.len());
        }
        self.items.values().chain([&self.certain]).sum()
    }

    fn join(&mut self, other: &Self) {
        self.items.extend(other.items.iter().map(|(sequence, amount)| (*sequence, amount.clone())));
        self.certain = self.certain.clone() + other.certain.clone();
        self.keys.extend(other.keys.iter().cloned());
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
fn found_in(question: &Question<'_>, held: Vec<(&Indicator, Totals<'_>)>) -> Found {
    let mut families: BTreeMap<Likeness, Family> = BTreeMap::new();
    for (indicator, totals) in held {
        Held::of(question, indicator, &totals).join(&mut families);
    }
    let mut found = [BTreeSet::new(), BTreeSet::new()];
    for (Likeness { paths, distinct }, family) in families {
        if family.listed.amount(distinct) > family.stated {
            found[usize::from(distinct)].insert(paths);
        }
    }
    found.map(|paths| Exceeded(Arc::new(paths)))
}
