//! Values that stand in many places, kept once each under a number.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

use crate::event::{BodyId, EntryId};

/// Different values, numbered from 1 in the order in which they came; 0 is none.
#[derive(Clone, Debug)]
pub(super) struct Pool<T> {
    values: Vec<T>,
    /// The numbers by what spells each value, each with the hash of that: values are not
    /// spelt again when there is more room to be made. Of values that were unpacked it is
    /// made when the next one comes: whoever only reads does without.
    numbers: HashTable<(u64, u32)>,
    hasher: DefaultHashBuilder,
}

/// What is told apart by the bytes that spell it, so that a value which is known
/// need not be made to be looked for.
pub(super) trait Spelt {
    /// Hands on its bytes.
    fn spelt<R>(&self, to: impl FnOnce(&[u8]) -> R) -> R;
}

impl Spelt for EntryId {
    fn spelt<R>(&self, to: impl FnOnce(&[u8]) -> R) -> R {
        to(self.uuid().as_bytes())
    }
}

impl Spelt for BodyId {
    fn spelt<R>(&self, to: impl FnOnce(&[u8]) -> R) -> R {
        to(self.as_str().as_bytes())
    }
}

impl<T> Default for Pool<T> {
    fn default() -> Self {
        Self { values: Vec::new(), numbers: HashTable::new(), hasher: DefaultHashBuilder::default() }
    }
}

impl<T> Pool<T> {
    /// Has no values any more, and room for as many.
    pub(super) fn clear(&mut self) {
        self.values.clear();
        self.numbers.clear();
    }
}

impl<T: Spelt> Pool<T> {
    /// One of values that are all different, in this order.
    pub(super) fn of(values: Vec<T>) -> Self {
        Self { values, ..Self::default() }
    }

    /// The number of the value that these bytes spell, which is made where it is not
    /// known yet, and kept from then on.
    pub(super) fn number(&mut self, spelt: &[u8], make: impl FnOnce() -> Option<T>) -> u32 {
        self.complete();
        let Self { values, numbers, hasher } = self;
        let hash = hasher.hash_one(spelt);
        let at = |number: u32| &values[number as usize - 1];
        let is_it = |(known, number): &(u64, u32)| *known == hash && at(*number).spelt(|own| own == spelt);
        if let Some((_, number)) = numbers.find(hash, is_it) {
            return *number;
        }
        let Some(value) = make() else { return 0 };
        let number = u32::try_from(values.len() + 1).unwrap_or(u32::MAX);
        numbers.insert_unique(hash, (hash, number), |(hash, _)| *hash);
        values.push(value);
        number
    }

    /// Has the number of every value at hand.
    fn complete(&mut self) {
        let Self { values, numbers, hasher } = self;
        if numbers.len() < values.len() {
            numbers.clear();
            for (number, value) in (1..).zip(values.iter()) {
                let hash = value.spelt(|bytes| hasher.hash_one(bytes));
                numbers.insert_unique(hash, (hash, number), |(hash, _)| *hash);
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

impl<T: Spelt + Clone> Pool<T> {
    /// The number of a value, which is kept from then on.
    pub(super) fn number_of(&mut self, value: &T) -> u32 {
        value.spelt(|bytes| self.number(bytes, || Some(value.clone())))
    }
}
