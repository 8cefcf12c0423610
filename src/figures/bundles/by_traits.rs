//! Bundles by what their rows have in common.

use std::hash::Hash;
use std::sync::{Arc, OnceLock};

use hashbrown::HashMap;

use super::bundle::Bundle;

/// Bundles in the order of the rows that speak first in them, so that what they come to by a
/// date comes in order too. Where one stands by its traits is made out when somebody asks
/// for that: of a ledger that is only read, nobody does.
#[derive(Debug)]
pub(super) struct ByTraits<T> {
    each: Vec<(Arc<T>, Bundle)>,
    places: OnceLock<HashMap<Arc<T>, usize>>,
}

impl<T> Default for ByTraits<T> {
    fn default() -> Self {
        Self { each: vec![], places: OnceLock::new() }
    }
}

impl<T: Hash + Eq> ByTraits<T> {
    /// These, each of other traits.
    pub(super) fn of(mut each: Vec<(Arc<T>, Bundle)>) -> Self {
        each.sort_by_cached_key(|(_, bundle)| bundle.order());
        Self { each, places: OnceLock::new() }
    }

    /// With others, of traits that none of these has.
    pub(super) fn and(self, others: Self) -> Self {
        Self::of(self.each.into_iter().chain(others.each).collect())
    }

    /// The bundle of these traits.
    pub(super) fn get(&self, traits: &T) -> Option<&Bundle> {
        if self.each.is_empty() {
            return None;
        }
        let places = || self.each.iter().enumerate().map(|(at, (traits, _))| (Arc::clone(traits), at));
        let places = self.places.get_or_init(|| places().collect());
        places.get(traits).map(|at| &self.each[*at].1)
    }

    /// All of them.
    pub(super) fn iter(&self) -> impl ExactSizeIterator<Item = (&Arc<T>, &Bundle)> {
        self.each.iter().map(|(traits, bundle)| (traits, bundle))
    }

    /// Whether there are none.
    pub(super) const fn is_empty(&self) -> bool {
        self.each.is_empty()
    }
}
