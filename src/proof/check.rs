//! What whoever checks computes: a tree that grows leaf by leaf, and whether proofs
//! hold (RFC 9162, sections 2.1.3.2 and 2.1.4.2).
//!
//! It shares the two hashes with [`super::tree`] and nothing else: that one goes down
//! from the root, this one up from the leaves.

use super::tree::{Node, empty, parent};

/// Why a proof shows nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ProofError {
    /// The entry lies beyond the tree.
    #[error("the entry is none of those that the checkpoint covers")]
    Beyond,
    /// The older tree is larger than the newer one.
    #[error("the older checkpoint covers more entries than the newer one")]
    Larger,
    /// Too few hashes, or too many.
    #[error("the proof has not as many hashes as one of these sizes")]
    Length,
    /// What it gives is not the root of the older checkpoint.
    #[error("the proof does not give the root of the older checkpoint")]
    OldRoot,
    /// What it gives is not the root.
    #[error("the proof does not give the root of the checkpoint")]
    Root,
}

/// A tree that grows: the roots of its complete subtrees, from the largest to the
/// smallest.
#[derive(Clone, Debug, Default)]
pub struct Growing {
    size: u64,
    peaks: Vec<Node>,
}

impl Growing {
    /// Takes in the next leaf.
    pub fn push(&mut self, leaf: Node) {
        let mut node = leaf;
        // Two subtrees of one size are one of twice the size.
        for _ in 0..self.size.trailing_ones() {
            node = self.peaks.pop().map_or(node, |left| parent(&left, &node));
        }
        self.peaks.push(node);
        self.size += 1;
    }

    /// How many leaves it has.
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// Its root.
    pub fn root(&self) -> Node {
        let over = |right: Node, left: &Node| parent(left, &right);
        let mut peaks = self.peaks.iter().rev();
        let Some(last) = peaks.next() else { return empty() };
        peaks.fold(*last, over)
    }
}

/// Checks that a leaf is the one at `index` of the tree of this size and root.
pub fn check_inclusion(
    leaf: &Node,
    index: u64,
    size: u64,
    proof: &[Node],
    root: &Node,
) -> Result<(), ProofError> {
    if index >= size {
        return Err(ProofError::Beyond);
    }
    let (mut own, mut last, mut node) = (index, size - 1, *leaf);
    for sibling in proof {
        if last == 0 {
            return Err(ProofError::Length);
        }
        if own & 1 == 1 || own == last {
            node = parent(sibling, &node);
            while own & 1 == 0 && own != 0 {
                own >>= 1;
                last >>= 1;
            }
        } else {
            node = parent(&node, sibling);
        }
        own >>= 1;
        last >>= 1;
    }
    if last != 0 {
        return Err(ProofError::Length);
    }
    if node == *root { Ok(()) } else { Err(ProofError::Root) }
}

/// Checks that a tree continues an older one. Of a tree without leaves nothing can be
/// shown, and nothing needs to be: its root and an empty proof are all there is.
pub fn check_consistency(
    (old, old_root): (u64, &Node),
    (size, root): (u64, &Node),
    proof: &[Node],
) -> Result<(), ProofError> {
    if old > size {
        return Err(ProofError::Larger);
    }
    if old == 0 && *old_root != empty() {
        return Err(ProofError::OldRoot);
    }
    if old == 0 || old == size {
        return match proof {
            [] if old == size && old_root != root => Err(ProofError::Root),
            [] => Ok(()),
            _ => Err(ProofError::Length),
        };
    }
    // A complete older tree is a subtree of the newer one, and its root begins the proof.
    let whole = old.is_power_of_two().then_some(old_root);
    let mut nodes = whole.into_iter().chain(proof);
    let (mut own, mut last) = (old - 1, size - 1);
    while own & 1 == 1 {
        own >>= 1;
        last >>= 1;
    }
    let Some(first) = nodes.next() else { return Err(ProofError::Length) };
    let (mut old_node, mut node) = (*first, *first);
    for sibling in nodes {
        if last == 0 {
            return Err(ProofError::Length);
        }
        if own & 1 == 1 || own == last {
            old_node = parent(sibling, &old_node);
            node = parent(sibling, &node);
            while own & 1 == 0 && own != 0 {
                own >>= 1;
                last >>= 1;
            }
        } else {
            node = parent(&node, sibling);
        }
        own >>= 1;
        last >>= 1;
    }
    match (last == 0, old_node == *old_root, node == *root) {
        (false, ..) => Err(ProofError::Length),
        (_, false, _) => Err(ProofError::OldRoot),
        (_, _, false) => Err(ProofError::Root),
        _ => Ok(()),
    }
}
