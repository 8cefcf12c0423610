//! A block gives back what was packed, and refuses what is not a block.

use proptest::prelude::*;
use zstd::bulk::Decompressor;

use super::*;
use crate::log::layout::{
    BLOCK_LINES, BlockFault, PART_BYTES, Packer, ToPack, likely_lines, parts_of, unpack,
};

fn to_pack(lines: &[Vec<u8>]) -> Vec<ToPack<'_>> {
    lines.iter().map(|line| ToPack::of(line)).collect()
}

fn pack(lines: &[Vec<u8>]) -> (usize, Vec<u8>) {
    Packer::new(link).unwrap().pack(&to_pack(lines), 0, BLOCK_LINES).unwrap()
}

fn unpacked(block: &[u8]) -> Result<Vec<Vec<u8>>, BlockFault> {
    unpack(&mut Decompressor::new().unwrap(), block)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn a_block_gives_back_its_lines(
        lines in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..400), 1..100),
        linked in any::<bool>(),
    ) {
        let lines = if linked { chained(Head::default(), &lines) } else { lines };
        let (count, block) = pack(&lines);
        prop_assert!((1..=BLOCK_LINES).contains(&count));
        prop_assert!(block.len() <= PART_BYTES || count == 1);
        prop_assert_eq!(unpacked(&block).unwrap(), &lines[..count]);
    }

    #[test]
    fn any_bytes_are_refused_or_read(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        // No length in it is believed before it is checked.
        let _result = unpacked(&bytes);
    }
}

#[test]
fn the_link_is_stored_once() {
    let lines = chained(Head::default(), &vec![b"same".to_vec(); 64]);
    let (count, block) = pack(&lines);
    assert_eq!(count, 64);
    // 64 hashes that do not pack would be 2,048 bytes.
    assert!(block.len() < 400, "{} bytes", block.len());
    assert_eq!(unpacked(&block).unwrap(), lines);
}

#[test]
fn a_long_line_is_cut_into_parts() {
    for length in [6_000, 6_200, 61_440] {
        let text: Vec<u8> =
            (0..length).map(|n: usize| blake3::hash(&n.to_le_bytes()).as_bytes()[0]).collect();
        let (count, block) = pack(&[text.clone(), text.iter().rev().copied().collect()]);
        assert_eq!(count, 1);
        assert_eq!(usize::from(parts_of(&block).unwrap()), block.len().div_ceil(PART_BYTES));
        assert_eq!(unpacked(&block).unwrap(), [text]);
    }
}

#[test]
fn no_flipped_bit_gives_other_lines_and_every_cut_is_refused() {
    let lines = chained(Head::default(), &vec![b"a line of some length".to_vec(); 5]);
    let (_, block) = pack(&lines);
    for at in 0..block.len() {
        for bit in 0..8 {
            let mut wrong = block.clone();
            wrong[at] ^= 1 << bit;
            // A few bits mean nothing here: the number of parts, which counts
            // where they are put together, and one that zstd leaves unused.
            let read = unpacked(&wrong).unwrap_or_else(|_| lines.clone());
            assert_eq!(read, lines, "bit {bit} of byte {at}");
        }
        assert!(unpacked(&block[..at]).is_err(), "cut at {at}");
    }
}

/// A block to which lines are added one by one is the one that they make together.
#[test]
fn what_is_known_of_a_block_changes_nothing() {
    for length in [20, 300, 900, 5_000] {
        let texts: Vec<_> = (0..2 * BLOCK_LINES as u64).map(|seed| noise(length, seed)).collect();
        let all = chained(Head::default(), &texts);
        let all = to_pack(&all);
        let mut packer = Packer::new(link).unwrap();
        let (mut first, mut held) = (0, 0);
        for end in 1..=all.len() {
            let mut known = held;
            loop {
                let (count, block) = packer.pack(&all[first..end], known, BLOCK_LINES).unwrap();
                let anew = Packer::new(link).unwrap().pack(&all[first..end], 0, BLOCK_LINES).unwrap();
                assert_eq!((count, &block), (anew.0, &anew.1), "{length}, {first}..{end}");
                if first + count == end {
                    held = count;
                    break;
                }
                (first, known) = (first + count, 0);
            }
        }
    }
}

/// However many lines are said to be likely, a block holds them, and lines with their
/// hashes make the same block as without.
#[test]
fn what_is_likely_to_fit_is_packed_as_it_is() {
    for length in [20, 300, 900, 5_000] {
        let texts: Vec<_> = (0..4 * BLOCK_LINES as u64).map(|seed| noise(length, seed)).collect();
        let lines = chained(Head::default(), &texts);
        let hashed = |line| ToPack { hash: Some(crate::log::hash(line)), ..ToPack::of(line) };
        let hashed: Vec<_> = lines.iter().map(|line| hashed(line)).collect();
        let (mut packer, mut first, mut most) = (Packer::new(link).unwrap(), 0, BLOCK_LINES);
        while first < lines.len() {
            let (count, block) = packer.pack(&hashed[first..], 0, most).unwrap();
            let plain = Packer::new(link).unwrap().pack(&to_pack(&lines)[first..], 0, most).unwrap();
            assert_eq!((count, &block), (plain.0, &plain.1), "{length}, {first}");
            assert!((1..=most).contains(&count) && (block.len() <= PART_BYTES || count == 1));
            assert_eq!(unpacked(&block).unwrap(), &lines[first..first + count]);
            (first, most) = (first + count, likely_lines(count, &block));
        }
    }
}
