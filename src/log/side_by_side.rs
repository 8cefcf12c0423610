//! Hashes of many lines.
//!
//! Within a line BLAKE3 hashes block after block, each upon the one before: a processor that
//! can hash sixteen blocks at once hashes one. So lines of about the same length are hashed
//! side by side, as far as the shortest of them goes, and the rest of each by itself.
//!
//! ```text
//! sixteen lines  ├─ 64 ─┼─ 64 ─┼─ 64 ─┼ … ┼──────┤ side by side: blocks of which each line
//!                                                │ has another behind them
//!                                                └──────┼──┤ one line after the other
//! ```
//!
//! A hash is the one of `blake3::hash`, which a property holds for lines of every length. The
//! blocks are hashed by the library's own [`Platform`], which it uses itself for long inputs
//! and shows without describing it (docs/decisions/0047-lines-hashed-side-by-side.md).

use std::array;

use blake3::platform::Platform;
use blake3::{BLOCK_LEN, CHUNK_LEN, IncrementCounter};

use super::chain::hash;

/// How many lines are hashed side by side: as many as the widest processor takes at once.
const LANES: usize = 16;

/// Words of a state between blocks.
type State = [u32; 8];

/// What BLAKE3 begins with, and what it says of blocks: section 2 of its paper.
const FIRST: State =
    [0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19];
const CHUNK_START: u8 = 1;
const CHUNK_END: u8 = 2;
const ROOT: u8 = 8;

/// Hashes many lines, with the room for it.
#[derive(Debug)]
pub struct SideBySide {
    platform: Platform,
    /// How long each line is, and its place.
    order: Vec<(usize, usize)>,
}

impl Default for SideBySide {
    fn default() -> Self {
        Self { platform: Platform::detect(), order: Vec::new() }
    }
}

impl SideBySide {
    /// The BLAKE3 hash of each of these lines, in place of those in `hashes`.
    pub fn hash(&mut self, lines: &[&[u8]], hashes: &mut Vec<[u8; 32]>) {
        let Self { platform, order } = self;
        hashes.clear();
        order.clear();
        for (at, line) in lines.iter().enumerate() {
            let is_one_of_many = SHORTEST <= line.len() && line.len() <= CHUNK_LEN;
            order.extend(is_one_of_many.then_some((line.len(), at)));
            hashes.push(if is_one_of_many { [0; 32] } else { hash(line) });
        }
        order.sort_unstable();
        for alike in order.chunks(LANES) {
            // They are in order of their length, and each has a last block of its own.
            let blocks = (alike[0].0 - 1) / BLOCK_LEN;
            let each = array::from_fn(|lane| lines[alike.get(lane).unwrap_or(&alike[0]).1]);
            let states = BEGIN[blocks - 1](*platform, &each, alike.len());
            for ((_, at), state) in alike.iter().zip(states) {
                hashes[*at] = end(*platform, state, &lines[*at][blocks * BLOCK_LEN..]);
            }
        }
    }
}

/// The shortest line that has a block before its last.
const SHORTEST: usize = BLOCK_LEN + 1;

/// What the first blocks of so many lines come to.
type Begin = fn(Platform, &[&[u8]; LANES], usize) -> [State; LANES];

/// By how many blocks they are: a chunk has sixteen, of which the last is the line's own.
const BEGIN: [Begin; CHUNK_LEN / BLOCK_LEN - 1] = [
    begin::<64>,
    begin::<128>,
    begin::<192>,
    begin::<256>,
    begin::<320>,
    begin::<384>,
    begin::<448>,
    begin::<512>,
    begin::<576>,
    begin::<640>,
    begin::<704>,
    begin::<768>,
    begin::<832>,
    begin::<896>,
    begin::<960>,
];

/// What the first `N` bytes come to of as many of these lines as are there.
fn begin<const N: usize>(platform: Platform, each: &[&[u8]; LANES], count: usize) -> [State; LANES] {
    let begins = each.map(|line| line.first_chunk::<N>().unwrap_or(&[0; N]));
    let mut states = [0; LANES * 32];
    platform.hash_many(&begins[..count], &FIRST, 0, IncrementCounter::No, 0, CHUNK_START, 0, &mut states);
    let (states, _) = states.as_chunks::<32>();
    array::from_fn(|lane| words(&states[lane]))
}

fn words(state: &[u8; 32]) -> State {
    let (words, _) = state.as_chunks::<4>();
    array::from_fn(|at| u32::from_le_bytes(words[at]))
}

/// The bytes of a block that is full.
const WHOLE: u8 = 64;

/// The hash of a line of which all before these bytes came to a state.
fn end(platform: Platform, mut state: State, bytes: &[u8]) -> [u8; 32] {
    let (mut rest, mut block) = (bytes, [0; BLOCK_LEN]);
    while let Some((first, others)) = rest.split_first_chunk().filter(|(_, others)| !others.is_empty()) {
        platform.compress_in_place(&mut state, first, WHOLE, 0, 0);
        rest = others;
    }
    block[..rest.len()].copy_from_slice(rest);
    let length = u8::try_from(rest.len()).unwrap_or(WHOLE);
    platform.compress_in_place(&mut state, &block, length, 0, CHUNK_END | ROOT);
    let mut hash = [0; 32];
    for (bytes, word) in hash.as_chunks_mut().0.iter_mut().zip(state) {
        *bytes = word.to_le_bytes();
    }
    hash
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::chain::hash;
    use super::SideBySide;

    proptest! {
        /// Of every length up to some beyond a chunk, many of one length and few.
        #[test]
        fn a_line_has_the_same_hash_beside_others(
            lengths in prop::collection::vec(prop_oneof![0..1300_usize, 700..760_usize], 0..70), seed: u8,
        ) {
            let byte = |at: usize| u8::try_from(at % 251).unwrap_or_default() ^ seed;
            let line = |(at, length): (usize, &usize)| -> Vec<u8> { (at..at + length).map(byte).collect() };
            let lines: Vec<Vec<u8>> = lengths.iter().enumerate().map(line).collect();
            let lent: Vec<&[u8]> = lines.iter().map(Vec::as_slice).collect();
            let (mut side_by_side, mut hashes) = (SideBySide::default(), vec![[1; 32]]);
            // The room is used again.
            for lines in [&lent[..], &lent[lent.len() / 2..]] {
                side_by_side.hash(lines, &mut hashes);
                prop_assert_eq!(&hashes, &lines.iter().map(|line| hash(line)).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn every_length_has_its_hash() {
        let bytes: Vec<u8> = (0..=u8::MAX).cycle().take(1100).collect();
        let lines: Vec<&[u8]> = (0..bytes.len()).map(|length| &bytes[..length]).collect();
        let mut hashes = vec![];
        SideBySide::default().hash(&lines, &mut hashes);
        for (line, found) in lines.iter().zip(&hashes) {
            assert_eq!(*found, hash(line), "{}", line.len());
        }
    }
}
