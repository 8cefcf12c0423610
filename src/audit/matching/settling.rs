//! Which of all that may be one is taken: none twice, the likest first.

use super::{Matched, Pair};

/// The pairs that are settled on of all likely ones, and what is left on either side.
pub fn settle(mut likely: Vec<Pair>, rows: usize, items: usize) -> Matched {
    // Of equals those that stand earlier on both sides: the same whichever side is first.
    let key = |pair: &Pair| {
        let (low, high) = (pair.row.min(pair.item), pair.row.max(pair.item));
        (std::cmp::Reverse((pair.likeness.is_exact, pair.likeness.score)), high, low, pair.row)
    };
    likely.sort_by_key(key);
    let (mut taken_rows, mut taken_items) = (vec![false; rows], vec![false; items]);
    let mut matched = Matched::default();
    for pair in likely {
        if !taken_rows[pair.row] && !taken_items[pair.item] {
            (taken_rows[pair.row], taken_items[pair.item]) = (true, true);
            matched.pairs.push(pair);
        }
    }
    matched.pairs.sort_by_key(|pair| pair.row);
    let left = |taken: &[bool]| (0..taken.len()).filter(|at| !taken[*at]).collect();
    (matched.missing_in_ledger, matched.missing_in_list) = (left(&taken_rows), left(&taken_items));
    matched
}
