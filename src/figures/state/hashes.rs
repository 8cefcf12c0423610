//! The hashes of entries, by which versions and documents name them.

use std::collections::HashMap;
use std::sync::Arc;

use super::leaves::Leaves;
use crate::event::Hash;

/// The hashes of all entries, or of those that a state keeps apart.
#[derive(Clone, Debug, Default)]
pub(super) struct Hashes {
    all: Leaves<Hash>,
    apart: Arc<HashMap<u64, Hash>>,
}

impl Hashes {
    /// Adds that of the entry at a place, which comes next or stands apart.
    pub(super) fn add(&mut self, sequence: u64, hash: Hash) {
        if sequence == self.all.len() as u64 {
            self.all.push(hash);
        } else {
            Arc::make_mut(&mut self.apart).insert(sequence, hash);
        }
    }

    /// That of the entry at a place.
    pub(super) fn at(&self, sequence: u64) -> Option<Hash> {
        let next = || usize::try_from(sequence).ok().and_then(|at| self.all.get(at));
        next().or_else(|| self.apart.get(&sequence)).copied()
    }
}
