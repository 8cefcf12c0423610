//! The Merkle tree of RFC 6962, section 2.1, as the ledger builds it.
//!
//! ```text
//!                 root                 of 7 leaves: k = 4, the largest power of two below
//!            ┌─────┴─────┐
//!          (2,0)         ·             (level, index): a complete subtree of 2^level leaves
//!        ┌───┴───┐    ┌──┴──┐
//!      (1,0)   (1,1) (1,2) (0,6)
//! ```
//!
//! Every function asks for complete subtrees alone, which never change once their
//! leaves are there: whoever keeps these ([`Subtrees`]) need not keep the leaves.
//! [`super::check`] holds the other side, by other means.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

/// A hash of the tree: SHA-256 of a leaf or of two hashes below.
pub type Node = [u8; 32];

/// Where complete subtrees are found.
pub trait Subtrees {
    /// Why one cannot be.
    type Error;

    /// The hash over the leaves `index × 2^level` up to `(index + 1) × 2^level`. It is
    /// asked for leaves only that are there.
    fn complete(&self, level: u32, index: u64) -> Result<Node, Self::Error>;
}

/// The hash of a leaf: SHA-256(00 ‖ data).
pub fn leaf(data: &[u8]) -> Node {
    Sha256::new().chain_update([0x00]).chain_update(data).finalize().into()
}

/// The hash of what stands over two: SHA-256(01 ‖ left ‖ right).
pub fn parent(left: &Node, right: &Node) -> Node {
    Sha256::new().chain_update([0x01]).chain_update(left).chain_update(right).finalize().into()
}

/// The hash of a tree without leaves: SHA-256 of nothing.
pub fn empty() -> Node {
    Sha256::digest([]).into()
}

/// The root over hashes of subtrees that are equally large and complete, of which
/// there are a power of two.
pub fn over(mut nodes: Vec<Node>) -> Node {
    while nodes.len() > 1 {
        nodes = nodes.chunks(2).map(|pair| parent(&pair[0], &pair[pair.len() - 1])).collect();
    }
    nodes.first().copied().unwrap_or_else(empty)
}

/// The root over the first `size` leaves: MTH of section 2.1. It costs as many
/// hashes as there are bits set in `size`, besides what finding subtrees does.
pub fn root<S: Subtrees>(size: u64, subtrees: &S) -> Result<Node, S::Error> {
    if size == 0 { Ok(empty()) } else { within(0, size, subtrees) }
}

/// PATH of section 2.1.1: what shows that leaf `index` is one of the first `size`,
/// from the leaf up. `index` is below `size`.
pub fn inclusion<S: Subtrees>(index: u64, size: u64, subtrees: &S) -> Result<Vec<Node>, S::Error> {
    let mut path = Vec::new();
    let (mut from, mut to) = (0, size);
    while to - from > 1 {
        let middle = from + half(to - from);
        let (ours, other) =
            if index < middle { ((from, middle), (middle, to)) } else { ((middle, to), (from, middle)) };
        path.push(within(other.0, other.1, subtrees)?);
        (from, to) = ours;
    }
    path.reverse();
    Ok(path)
}

/// PROOF of section 2.1.2: what shows that the first `old` leaves are still those of
/// the tree of `size`. Nothing is needed for none, nor for all of them.
pub fn consistency<S: Subtrees>(old: u64, size: u64, subtrees: &S) -> Result<Vec<Node>, S::Error> {
    let mut proof = Vec::new();
    if old == 0 || old >= size {
        return Ok(proof);
    }
    let (mut from, mut to) = (0, size);
    // The part of the old tree within these bounds ends at `old`; once both end there
    // it is one subtree of the new tree, known to whoever has the old root if it is all.
    while to != old {
        let middle = from + half(to - from);
        if old <= middle {
            proof.push(within(middle, to, subtrees)?);
            to = middle;
        } else {
            proof.push(within(from, middle, subtrees)?);
            from = middle;
        }
    }
    if from != 0 {
        proof.push(within(from, to, subtrees)?);
    }
    proof.reverse();
    Ok(proof)
}

/// What shows that several leaves are among the first `size`: the hashes of all subtrees
/// that hold none of them, as large as can be, from left to right. All of `wanted` are
/// below `size`.
pub fn several<S: Subtrees>(wanted: &BTreeSet<u64>, size: u64, subtrees: &S) -> Result<Vec<Node>, S::Error> {
    let mut hashes = Vec::new();
    let mut ranges = vec![(0, size)];
    while let Some((from, to)) = ranges.pop() {
        if wanted.range(from..to).next().is_none() {
            if from < to {
                hashes.push(within(from, to, subtrees)?);
            }
        } else if to - from > 1 {
            let middle = from + half(to - from);
            ranges.extend([(middle, to), (from, middle)]);
        }
    }
    Ok(hashes)
}

/// The hash over the leaves from one up to another, which begin where a subtree does.
fn within<S: Subtrees>(from: u64, to: u64, subtrees: &S) -> Result<Node, S::Error> {
    let count = to - from;
    if count.is_power_of_two() {
        let level = count.trailing_zeros();
        return subtrees.complete(level, from >> level);
    }
    let middle = from + half(count);
    Ok(parent(&within(from, middle, subtrees)?, &within(middle, to, subtrees)?))
}

/// The largest power of two below a count of at least two.
const fn half(count: u64) -> u64 {
    1 << (count - 1).ilog2()
}
