//! Items whose class is not stated, compared with the sum of the totals of the
//! rows they could belong to.

mod held;
mod kept;
mod listing;

use std::collections::BTreeSet;
use std::sync::Arc;

use super::answers::newest;
use super::table::Question;
use super::totals::{Totals, totals};
use crate::event::Exact;
use crate::plan::{Indicator, Kind};

pub(super) use self::held::Lister;
pub(super) use self::kept::Contradictions;
use self::kept::Drawn;
pub(super) use self::listing::Listing;

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

/// What the items of an indicator that state no class exceed; nothing where a filter
/// lets only a part through.
pub(super) fn exceeded(question: &Question<'_>, indicator: &Indicator) -> Exceeded {
    if !question.filter.is_empty() || !concerns(indicator) {
        return Exceeded::default();
    }
    let listed = question.state.contradictions().listed(&Sharing::of(question.at(question.as_at), indicator));
    let of_kind = usize::from(indicator.rule.kind == Kind::Distinct);
    listed.get().map(|listed| listed.exceeded[of_kind].clone()).unwrap_or_default()
}

/// The rows that could share items with those of an indicator, which have published
/// totals.
pub(super) struct Sharing<'a> {
    question: Question<'a>,
    drawn: Drawn,
    held: Vec<(&'a Indicator, Totals<'a>)>,
    /// The size of the ledger after the last entry that all of it may rest on.
    newest: u64,
}

impl<'a> Sharing<'a> {
    fn of(question: Question<'a>, indicator: &Indicator) -> Self {
        let types = types(indicator);
        let all: Vec<_> = sharing(&question, &types).map(|it| (it, totals(&question, it))).collect();
        let newest = all.iter().map(|(it, _)| newest(&question, it)).max().unwrap_or_default();
        let held: Vec<_> = all.into_iter().filter(|(_, totals)| totals.current().next().is_some()).collect();
        let of = |(it, totals): &(&Indicator, Totals<'_>)| {
            totals.current().map(|total| (it.id.clone(), total.record.sequence)).collect::<Vec<_>>()
        };
        let drawn = Drawn {
            plan: question.ruling.adopted.sequence,
            types: types.iter().map(|&kind| kind.to_owned()).collect(),
            totals: held.iter().flat_map(of).collect(),
        };
        Self { question, drawn, held, newest }
    }

    /// The types that they draw on; none where none has a total.
    pub(super) fn kinds(&self) -> BTreeSet<&str> {
        let types = self.drawn.types.iter().filter(|_| !self.held.is_empty());
        types.map(String::as_str).collect()
    }

    /// What is listed before any entry was looked at.
    pub(super) fn nothing(&self) -> Listing {
        Listing::of(self.held.len())
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

/// What is listed of rows, and what of it exceeds their totals: of those that add up, and
/// of those that count keys.
struct Listed {
    listing: Listing,
    exceeded: [Exceeded; 2],
}

impl Listed {
    fn of(listing: Listing, asked: &Sharing<'_>) -> Self {
        let stated =
            |(_, totals): &(&Indicator, Totals<'_>)| totals.current().map(|total| &total.value).sum();
        let stated: Vec<Exact> = asked.held.iter().map(stated).collect();
        let exceeded = listing.exceeding(&stated).map(|paths| Exceeded(Arc::new(paths)));
        Self { listing, exceeded }
    }
}
