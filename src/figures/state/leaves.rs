//! A list that only grows at its end, on leaves that its copies share.
//!
//! ```text
//! full   256 · 256 · 256 · …     shared whole: a copy is one count more
//! begun  16 · 16 · 7             what came since, in parts
//! ```
//!
//! What is added to a copy makes only the last part anew, however long the list
//! is; what is changed further back, its leaf and the list of leaves.

use std::iter::{Chain, FlatMap};
use std::ops::Index;
use std::slice::Iter;
use std::sync::Arc;

/// Items of a full leaf.
pub(super) const LEAF: usize = 256;

/// Items of a part of the leaf that is begun.
const PART: usize = 16;

type Leaf<T> = Arc<Vec<T>>;

/// A list of which copies share what they have in common.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Leaves<T> {
    full: Arc<Vec<Leaf<T>>>,
    /// All full but the last.
    begun: Vec<Leaf<T>>,
}

impl<T> Default for Leaves<T> {
    fn default() -> Self {
        Self { full: Arc::default(), begun: vec![] }
    }
}

impl<T> Leaves<T> {
    /// How many there are.
    pub fn len(&self) -> usize {
        let begun = self.begun.last().map_or(0, |last| (self.begun.len() - 1) * PART + last.len());
        self.full.len() * LEAF + begun
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.full.is_empty() && self.begun.is_empty()
    }

    /// All of them in order.
    pub fn iter(&self) -> <&Self as IntoIterator>::IntoIter {
        self.into_iter()
    }

    /// The one at this index.
    pub fn get(&self, index: usize) -> Option<&T> {
        let (leaf, within) = (index / LEAF, index % LEAF);
        match self.full.get(leaf) {
            Some(leaf) => leaf.get(within),
            None if leaf == self.full.len() => self.begun.get(within / PART)?.get(within % PART),
            None => None,
        }
    }

    /// How many at the start are so, where all others are not.
    pub(super) fn partition_point(&self, is_so: impl Fn(&T) -> bool) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if is_so(&self[middle]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

impl<T: Clone> Leaves<T> {
    pub(super) fn push(&mut self, item: T) {
        match self.begun.last_mut().filter(|last| last.len() < PART) {
            Some(last) => Arc::make_mut(last).push(item),
            None => {
                let mut part = Vec::with_capacity(PART);
                part.push(item);
                self.begun.push(Arc::new(part));
            }
        }
        if self.begun.len() == LEAF / PART && self.begun.last().is_some_and(|last| last.len() == PART) {
            self.fill();
        }
    }

    /// Makes a leaf of the parts, which fill one.
    fn fill(&mut self) {
        let mut leaf = Vec::with_capacity(LEAF);
        self.begun.drain(..).for_each(|part| leaf.extend(Arc::unwrap_or_clone(part)));
        Arc::make_mut(&mut self.full).push(Arc::new(leaf));
    }

    /// The one at this index, which is there, to be changed.
    pub(super) fn get_mut(&mut self, index: usize) -> &mut T {
        let (leaf, within) = (index / LEAF, index % LEAF);
        if leaf < self.full.len() {
            &mut Arc::make_mut(&mut Arc::make_mut(&mut self.full)[leaf])[within]
        } else {
            &mut Arc::make_mut(&mut self.begun[within / PART])[within % PART]
        }
    }

    /// The first that is so, to be changed.
    pub(super) fn find_mut(&mut self, is_so: impl Fn(&T) -> bool) -> Option<&mut T> {
        let index = self.iter().position(is_so)?;
        Some(self.get_mut(index))
    }
}

impl<T> Index<usize> for Leaves<T> {
    type Output = T;

    fn index(&self, index: usize) -> &T {
        let (leaf, within) = (index / LEAF, index % LEAF);
        match self.full.get(leaf) {
            Some(leaf) => &leaf[within],
            None => &self.begun[index / PART - self.full.len() * (LEAF / PART)][within % PART],
        }
    }
}

/// What the leaves hold, leaf after leaf.
pub type LeavesIter<'a, T> =
    FlatMap<Chain<Iter<'a, Leaf<T>>, Iter<'a, Leaf<T>>>, Iter<'a, T>, fn(&'a Leaf<T>) -> Iter<'a, T>>;

impl<'a, T> IntoIterator for &'a Leaves<T> {
    type Item = &'a T;
    type IntoIter = LeavesIter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        let items: fn(&'a Leaf<T>) -> Iter<'a, T> = |leaf| leaf.iter();
        self.full.iter().chain(&self.begun).flat_map(items)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics is a test that failed")]
mod tests {
    use std::sync::Arc;

    use super::{LEAF, Leaves, PART};

    fn numbers(count: usize) -> Leaves<usize> {
        let mut numbers = Leaves::default();
        (0..count).for_each(|number| numbers.push(number));
        numbers
    }

    #[test]
    fn they_stand_in_order_and_are_found_by_their_index() {
        for count in [0, 1, PART, PART + 1, LEAF - 1, LEAF, LEAF + 1, LEAF + PART, 3 * LEAF, 3 * LEAF + 77] {
            let numbers = numbers(count);
            assert_eq!((numbers.len(), numbers.is_empty()), (count, count == 0));
            assert!(numbers.iter().copied().eq(0..count));
            assert!(numbers.iter().rev().copied().eq((0..count).rev()));
            for index in 0..count {
                assert_eq!((numbers[index], numbers.get(index)), (index, Some(&index)));
                assert_eq!(numbers.partition_point(|number| *number < index), index);
            }
            for beyond in [count, count + 1, count + PART, count + LEAF, usize::MAX] {
                assert_eq!(numbers.get(beyond), None);
            }
        }
    }

    #[test]
    fn what_is_changed_in_a_copy_stays_there() {
        for count in [5, LEAF - 1, LEAF + 5, 3 * LEAF] {
            let first = numbers(count);
            let mut copy = first.clone();
            (0..LEAF).for_each(|more| copy.push(count + more));
            assert_eq!(copy, numbers(count + LEAF));
            for index in 0..count {
                *copy.get_mut(index) += 1;
                *copy.find_mut(|number| *number == count + LEAF - 1).unwrap() -= 0;
            }
            assert!(copy.iter().take(count).copied().eq(1..=count));
            assert_eq!(first, numbers(count));
        }
    }

    #[test]
    fn a_copy_shares_all_but_its_last_part() {
        let first = numbers(2 * LEAF + 2 * PART + 1);
        let mut copy = first.clone();
        copy.push(0);
        assert!(Arc::ptr_eq(&first.full, &copy.full));
        let shared: Vec<bool> =
            first.begun.iter().zip(&copy.begun).map(|(one, other)| Arc::ptr_eq(one, other)).collect();
        assert_eq!(shared, [true, true, false]);
    }
}
