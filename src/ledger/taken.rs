//! How many of many things were taken so far, for those who make them ready ahead.

use std::sync::{Condvar, Mutex, PoisonError};

use super::locked;

/// How many were taken so far: where one of them is held up, those after it wait with it
/// and take no more memory.
#[derive(Default)]
pub struct Taken {
    count: Mutex<usize>,
    more: Condvar,
}

impl Taken {
    /// How many were.
    pub fn count(&self) -> usize {
        *locked(&self.count)
    }

    /// Waits until so many were.
    pub fn wait_for(&self, count: usize) {
        let taken = self.more.wait_while(locked(&self.count), |taken| *taken < count);
        drop(taken.unwrap_or_else(PoisonError::into_inner));
    }

    /// Says that so many were.
    pub fn reach(&self, count: usize) {
        *locked(&self.count) = count;
        self.more.notify_all();
    }
}
