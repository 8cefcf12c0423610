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
    let (mut climb, mut node) = (Climb { own: index, last: size - 1 }, *leaf);
    for sibling in proof {
        node = match climb.next().ok_or(ProofError::Length)? {
            Side::Left => parent(sibling, &node),
            Side::Right => parent(&node, sibling),
        };
    }
    match (climb.is_at_the_root(), node == *root) {
        (false, _) => Err(ProofError::Length),
        (_, false) => Err(ProofError::Root),
        _ => Ok(()),
    }
}

/// On which side of a node its sibling stands.
enum Side {
    Left,
    Right,
}

/// The way from a node to the root: its place on its level and the last place there.
struct Climb {
    own: u64,
    last: u64,
}

impl Climb {
    /// Where the next sibling stands; none at the root. The last node of a level without one
    /// goes up until it has one.
    fn next(&mut self) -> Option<Side> {
        if self.last == 0 {
            return None;
        }
        let side = if self.own & 1 == 1 || self.own == self.last { Side::Left } else { Side::Right };
        while matches!(side, Side::Left) && self.own & 1 == 0 && self.own != 0 {
            self.go_up();
        }
        self.go_up();
        Some(side)
    }

    const fn go_up(&mut self) {
        self.own >>= 1;
        self.last >>= 1;
    }

    const fn is_at_the_root(&self) -> bool {
        self.last == 0
    }
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
    let mut climb = Climb { own: old - 1, last: size - 1 };
    while climb.own & 1 == 1 {
        climb.go_up();
    }
    let Some(first) = nodes.next() else { return Err(ProofError::Length) };
    let (mut old_node, mut node) = (*first, *first);
    for sibling in nodes {
        match climb.next().ok_or(ProofError::Length)? {
            Side::Left => {
                old_node = parent(sibling, &old_node);
                node = parent(sibling, &node);
            }
            Side::Right => node = parent(&node, sibling),
        }
    }
    match (climb.is_at_the_root(), old_node == *old_root, node == *root) {
        (false, ..) => Err(ProofError::Length),
        (_, false, _) => Err(ProofError::OldRoot),
        (_, _, false) => Err(ProofError::Root),
        _ => Ok(()),
    }
}
