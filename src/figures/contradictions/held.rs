//! What is listed of indicators within their published totals: each entry is looked at
//! once, by all of them, and none is kept.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::listing::{Likeness, Listing};
use super::{Sharing, in_order};
use crate::event::Exact;
use crate::figures::adding::plain_amount;
use crate::figures::closing::{Closer, Openings, closers};
use crate::figures::gather::{Outlook, Row, Sight, Taker, window_start};
use crate::figures::index::Which;
use crate::figures::round::{Asker, of_kind};
use crate::figures::table::Question;
use crate::figures::totals::{Reported, Totals};
use crate::figures::value::Reason;
use crate::plan::{Indicator, Kind};

/// Lists what rules that share their items hold within their totals, of the entries of one
/// type.
pub(in crate::figures) struct Lister<'a, 'q> {
    /// Each with the rule for which it looks.
    looks: Vec<(usize, Outlook<'a, 'q>)>,
    held: Vec<Held<'a, 'q>>,
    listing: Listing,
}

impl<'a, 'q> Lister<'a, 'q> {
    pub(in crate::figures) fn of(asked: &'q Sharing<'a>, kind: &str) -> Self {
        let Sharing { question, held, .. } = asked;
        let looks = held.iter().enumerate().flat_map(|(at, (it, _))| {
            let start = window_start(question, it);
            let sources = it.rule.from.iter().filter(|source| source.kind == kind);
            sources.map(move |source| (at, Outlook::new(question, it, source, start)))
        });
        Self {
            looks: looks.collect(),
            held: held.iter().map(|(it, totals)| Held::of(question, it, totals)).collect(),
            listing: asked.nothing(),
        }
    }

    /// Looks at what is seen of an entry.
    pub(in crate::figures) fn see(&mut self, sight: Sight<'_>) {
        let Self { looks, held, listing } = self;
        let mut is_item = false;
        for (at, look) in looks {
            let held = &mut held[*at];
            // What lies within none of its totals belongs to none.
            if held.totals.holds(sight.occurred()) {
                look.look_at(sight, held);
                is_item |= !held.said.is_empty();
            }
        }
        if is_item {
            held.iter_mut().enumerate().for_each(|(at, held)| held.tell(at, listing));
            listing.end_item();
        }
    }

    /// What was listed.
    pub(in crate::figures) fn listing(self) -> Listing {
        self.listing
    }
}

/// What changed of a listing: of some entries; none where what one entry says changes what
/// others do.
pub(super) fn changed(asked: &Sharing<'_>, which: Which<'_>) -> Option<Listing> {
    let Sharing { question, held, .. } = asked;
    if held.iter().any(|(it, _)| !closers(question, it).is_empty()) {
        return None;
    }
    let mut listing = asked.nothing();
    for kind in asked.kinds() {
        for outcome in of_kind(question, kind, which, vec![Asker::Listing(asked).looking(question, kind)]) {
            outcome.listing().iter().for_each(|changed| listing.add(changed));
        }
    }
    Some(listing)
}

/// An indicator that has published totals, and what the entry at hand says to it.
struct Held<'a, 'q> {
    question: &'q Question<'a>,
    indicator: &'q Indicator,
    totals: &'q Totals<'a>,
    closers: Vec<Closer<'a>>,
    said: Vec<Said>,
    /// What its entries do not state, by the paths as they are named, which are few.
    unstated: Vec<(Vec<String>, Arc<Likeness>)>,
}

/// What an entry says to an indicator.
struct Said {
    /// What it does not state; none where it belongs to it for certain.
    unstated: Option<Arc<Likeness>>,
    /// How much it is, or of which keys; neither where it counts no more by then.
    amount: Option<Exact>,
    keys: Arc<BTreeSet<String>>,
}

impl<'a, 'q> Held<'a, 'q> {
    fn of(question: &'q Question<'a>, indicator: &'q Indicator, totals: &'q Totals<'a>) -> Self {
        Self {
            question,
            indicator,
            totals,
            closers: closers(question, indicator),
            said: vec![],
            unstated: vec![],
        }
    }

    /// Hands on what the entry at hand says, and forgets it.
    fn tell(&mut self, at: usize, listing: &mut Listing) {
        for Said { unstated, amount, keys } in self.said.drain(..) {
            match unstated {
                None => listing.certain(at, amount.as_ref(), &keys),
                Some(unstated) => listing.unknown(at, &unstated, amount, &keys),
            }
        }
    }

    fn counts_keys(&self) -> bool {
        self.indicator.rule.kind == Kind::Distinct
    }

    /// Whether a row counts for certain on the last day of a total: what was
    /// closed by then the total does not state.
    fn lists(&self, row: &Row<'_>, total: &Reported<'_>) -> bool {
        let Self { question, indicator, closers, .. } = self;
        Openings { question, indicator, closers }.of(row, total.period.to).is_open()
    }

    fn likeness(&mut self, paths: &[&str]) -> Arc<Likeness> {
        if let Some((_, known)) = self.unstated.iter().find(|(known, _)| known.iter().eq(paths)) {
            return Arc::clone(known);
        }
        let owned = |paths: &[&str]| paths.iter().map(|&path| path.to_owned()).collect();
        let likeness = Likeness { paths: owned(&in_order(paths)), distinct: self.counts_keys() };
        let likeness = Arc::new(likeness);
        self.unstated.push((owned(paths), Arc::clone(&likeness)));
        likeness
    }

    fn say(&mut self, row: &Row<'_>, unstated: Option<Arc<Likeness>>, is_listed: bool) {
        let mut said = Said { unstated, amount: None, keys: Arc::default() };
        if is_listed && self.counts_keys() {
            said.keys = row.keys(self.question.state.register()).unwrap_or_default();
        } else if is_listed {
            let Self { indicator, .. } = self;
            said.amount = Some(plain_amount(row, indicator.rule.kind, indicator.currency.as_deref()));
        }
        self.said.push(said);
    }
}

impl<'r> Taker<'r> for Held<'_, '_> {
    fn row(&mut self, row: Row<'r>) {
        if self.totals.linked(&row).is_some_and(|total| self.lists(&row, total)) {
            self.say(&row, None, true);
        }
    }

    fn unknown(&mut self, row: Row<'r>, paths: &[&'r str]) {
        if let Some(total) = self.totals.linked(&row) {
            let is_listed = self.lists(&row, total);
            let likeness = self.likeness(paths);
            self.say(&row, Some(likeness), is_listed);
        }
    }

    fn miss(&mut self, _: &Row<'r>, _: Reason) {}
}
