//! Values that stand in many places, kept once each under a number.

use std::hash::Hash;

use indexmap::IndexSet;

/// Different values, numbered from 1 in the order in which they came; 0 is none.
#[derive(Clone, Debug)]
pub(super) struct Pool<T>(IndexSet<T>);

impl<T> Default for Pool<T> {
    fn default() -> Self {
        Self(IndexSet::new())
    }
}

impl<T: Clone + Eq + Hash> Pool<T> {
    /// The number of a value, which is kept from then on.
    pub(super) fn number(&mut self, value: &T) -> u32 {
        let place = self.0.get_index_of(value).unwrap_or_else(|| self.0.insert_full(value.clone()).0);
        u32::try_from(place + 1).unwrap_or(u32::MAX)
    }

    /// The value of a number.
    pub(super) fn get(&self, number: u32) -> Option<&T> {
        self.0.get_index((number as usize).checked_sub(1)?)
    }
}
