//! Values that stand in many places, kept once each under a number.

use std::hash::{BuildHasher, Hash};

use hashbrown::{DefaultHashBuilder, HashTable};

/// Different values, numbered from 1 in the order in which they came; 0 is none.
#[derive(Clone, Debug)]
pub(super) struct Pool<T> {
    values: Vec<T>,
    /// The numbers by value. Of values that were unpacked it is made when the
    /// next one comes: whoever only reads does without.
    numbers: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

impl<T> Default for Pool<T> {
    fn default() -> Self {
        Self { values: Vec::new(), numbers: HashTable::new(), hasher: DefaultHashBuilder::default() }
    }
}

impl<T: Clone + Eq + Hash> Pool<T> {
    /// One of values that are all different, in this order.
    pub(super) fn of(values: Vec<T>) -> Self {
        Self { values, ..Self::default() }
    }

    /// The number of a value, which is kept from then on.
    pub(super) fn number(&mut self, value: &T) -> u32 {
        self.complete();
        let Self { values, numbers, hasher } = self;
        let at = |number: u32| &values[number as usize - 1];
        let hash = hasher.hash_one(value);
        if let Some(number) = numbers.find(hash, |number| at(*number) == value) {
            return *number;
        }
        let number = u32::try_from(values.len() + 1).unwrap_or(u32::MAX);
        numbers.insert_unique(hash, number, |number| hasher.hash_one(at(*number)));
        values.push(value.clone());
        number
    }

    /// Has the number of every value at hand.
    fn complete(&mut self) {
        let Self { values, numbers, hasher } = self;
        if numbers.len() < values.len() {
            numbers.clear();
            for (number, value) in (1..).zip(values.iter()) {
                let hash_of = |number: &u32| hasher.hash_one(&values[*number as usize - 1]);
                numbers.insert_unique(hasher.hash_one(value), number, hash_of);
            }
        }
    }

    /// The value of a number.
    pub(super) fn get(&self, number: u32) -> Option<&T> {
        self.values.get((number as usize).checked_sub(1)?)
    }

    /// All values, in the order of their numbers.
    pub(super) fn values(&self) -> &[T] {
        &self.values
    }
}
