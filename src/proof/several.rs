//! Whether several leaves are among those of a tree, by one proof for all of them: from
//! left to right and from the leaves up, where [`super::tree::several`] goes down.

use std::collections::BTreeMap;

use super::check::ProofError;
use super::tree::{Node, parent};

/// Checks that leaves are those at their places of the tree of this size and root.
pub fn check_several(
    leaves: &BTreeMap<u64, Node>,
    size: u64,
    hashes: &[Node],
    root: &Node,
) -> Result<(), ProofError> {
    if leaves.keys().next_back().is_some_and(|last| *last >= size) {
        return Err(ProofError::Beyond);
    }
    let (mut peaks, mut hashes, mut at) = (Peaks::default(), hashes.iter(), 0);
    while at < size {
        let (level, node) = match leaves.get(&at) {
            Some(leaf) => (0, leaf),
            None => (gap(leaves, at), hashes.next().ok_or(ProofError::Length)?),
        };
        peaks.push(level, *node);
        // What is left at the end of a tree may be less than a subtree; nothing follows it.
        at = at.saturating_add(1 << level);
    }
    match (hashes.next(), peaks.root()) {
        (None, Some(found)) if found == *root => Ok(()),
        (None, Some(_)) => Err(ProofError::Root),
        _ => Err(ProofError::Length),
    }
}

/// How large the subtree is that begins at a place and holds none of the leaves, as a
/// power of two: the largest that can begin there, unless a leaf stands in it.
fn gap(leaves: &BTreeMap<u64, Node>, at: u64) -> u32 {
    let most = if at == 0 { 63 } else { at.trailing_zeros() };
    let next = leaves.range(at..).next();
    next.map_or(most, |(next, _)| most.min((next - at).ilog2()))
}

/// Subtrees from left to right, of which two of one size are one of twice the size.
#[derive(Default)]
struct Peaks(Vec<(u32, Node)>);

impl Peaks {
    fn push(&mut self, level: u32, node: Node) {
        let (mut level, mut node) = (level, node);
        while let Some((_, left)) = self.0.pop_if(|(left, _)| *left == level) {
            (level, node) = (level + 1, parent(&left, &node));
        }
        self.0.push((level, node));
    }

    fn root(mut self) -> Option<Node> {
        let (_, last) = self.0.pop()?;
        Some(self.0.into_iter().rev().fold(last, |right, (_, left)| parent(&left, &right)))
    }
}
