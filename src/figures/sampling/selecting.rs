//! Which items a seed draws. What is hashed is text, and what comes of it is
//! whole numbers and ratios: `docs/format.md` has the same in words.

use sha2::{Digest, Sha256};

use super::Selection;
use super::strata::wanted;
use crate::event::Exact;
use crate::figures::value::Contribution;

/// What a start is hashed from beside the seed; no id is spelt so.
const START: &str = "start";

/// Bits of a hash that say a start: the first 15 of its hex digits.
const START_BITS: u32 = 60;

/// SHA-256 of the seed, a line feed and a text.
fn hashed(seed: &str, text: &str) -> [u8; 32] {
    Sha256::new().chain_update(seed).chain_update("\n").chain_update(text).finalize().into()
}

/// Where a seed begins between 0 and 2^60.
fn start(seed: &str) -> i64 {
    let bytes = hashed(seed, START);
    let first = bytes.iter().take(8).fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
    i64::try_from(first >> (u64::BITS - START_BITS)).unwrap_or_default()
}

/// The same as a part of the whole: at least 0 and less than 1.
fn start_part(seed: &str) -> Exact {
    let whole = Exact::from(1_i64 << START_BITS);
    Exact::from(start(seed)).divided_by(&whole).unwrap_or_default()
}

/// The places of so many items as the hashes of their ids come first in order.
pub(super) fn random(rest: &[&Contribution], selection: &Selection) -> Vec<u64> {
    let key = |it: &&Contribution| (hashed(&selection.seed, &it.id.to_string()), it.sequence);
    let mut keys: Vec<_> = rest.iter().map(key).collect();
    keys.sort_unstable();
    keys.into_iter().take(most(selection)).map(|(_, sequence)| sequence).collect()
}

/// The places of every n-th item, n = items there are / items wanted.
pub(super) fn interval(rest: &[&Contribution], selection: &Selection) -> Vec<u64> {
    let wanted = most(selection).min(rest.len());
    let (start, all) = (i128::from(start(&selection.seed)), rest.len() as i128);
    let place = |nth: usize| {
        // Its part of the way, in units of 2^-60, times all there are.
        let along = (((nth as i128) << START_BITS) + start) * all;
        usize::try_from(along / ((wanted as i128) << START_BITS)).ok()
    };
    (0..wanted).filter_map(|nth| rest.get(place(nth)?)).map(|it| it.sequence).collect()
}

/// The places of the items in which every n-th unit lies; none is as large as the
/// interval, so that none is hit twice.
pub(super) fn monetary(rest: &[&Contribution], selection: &Selection, interval: Option<&Exact>) -> Vec<u64> {
    let Some(interval) = interval else { return vec![] };
    let mut next = start_part(&selection.seed) * interval.clone();
    let (mut reached, mut hit) = (Exact::zero(), Vec::new());
    for item in rest {
        reached = reached + item.amount.clone();
        if next < reached {
            hit.push(item.sequence);
            next = next + interval.clone();
        }
    }
    hit
}

fn most(selection: &Selection) -> usize {
    wanted(selection).whole().and_then(|it| usize::try_from(it).ok()).unwrap_or(usize::MAX)
}
