//! The roots of the tree over the entries, computed from the leaves up while a log is
//! read through.

use std::collections::{BTreeMap, BTreeSet};

use crate::event::Hash;
use crate::ledger::leaf_of;
use crate::proof::{Growing, Node, empty};

/// The tree so far, and the roots at the sizes that somebody asks for.
#[derive(Default)]
pub(super) struct Roots {
    tree: Growing,
    wanted: BTreeSet<u64>,
    found: BTreeMap<u64, Node>,
}

impl Roots {
    /// Of a log whose roots at these sizes are asked for.
    pub(super) fn wanted(wanted: BTreeSet<u64>) -> Self {
        let none = wanted.contains(&0).then(|| (0, empty()));
        Self { tree: Growing::default(), wanted, found: none.into_iter().collect() }
    }

    /// Notes the root as it is now.
    pub(super) fn note(&mut self) {
        self.found.insert(self.tree.size(), self.tree.root());
    }

    /// Takes in the next entry.
    pub(super) fn take(&mut self, hash: Hash) {
        self.tree.push(leaf_of(hash));
        if self.wanted.contains(&self.tree.size()) {
            self.found.insert(self.tree.size(), self.tree.root());
        }
    }

    /// The roots, the last one among them.
    pub(super) fn found(mut self) -> BTreeMap<u64, Node> {
        self.found.insert(self.tree.size(), self.tree.root());
        self.found
    }
}
