//! Lines packed into blocks, ready to be written.

use super::super::layout::{self, BLOCK_LINES, PART_BYTES, Packer, ToPack};
use super::super::{Link, LogError};
use super::blocks::Block;
use super::{Value, zstd_failed};

/// Packs lines that follow those it has packed.
pub(in crate::log) struct Packing {
    packer: Packer,
    /// The block that the next lines may still join.
    last: Block,
}

/// Lines that are ready to be written.
pub(in crate::log) struct ToWrite(pub(super) Vec<Value>);

impl Packing {
    /// After this block, which is written.
    pub(super) fn after(last: Block, link: Link) -> Result<Self, LogError> {
        Ok(Self { packer: Packer::new(link).map_err(zstd_failed)?, last })
    }

    /// The last block: its first sequence and its lines.
    pub(super) fn last(&self) -> (u64, &[Vec<u8>]) {
        (self.last.first, &self.last.lines)
    }

    /// Packs lines that follow, each given with its hash. They are to be written
    /// before any that are packed later.
    pub(in crate::log) fn pack(
        &mut self,
        lines: &[Vec<u8>],
        hashes: &[[u8; 32]],
    ) -> Result<ToWrite, LogError> {
        self.blocks_of(lines, hashes).map(ToWrite).map_err(zstd_failed)
    }

    /// What to write for these lines, which may still be joined in the last block.
    fn blocks_of(&mut self, lines: &[Vec<u8>], hashes: &[[u8; 32]]) -> std::io::Result<Vec<Value>> {
        let Self { packer, last } = self;
        let held = last.lines.len();
        let new = lines.iter().zip(hashes).map(|(line, hash)| ToPack { line, hash: Some(*hash) });
        let all: Vec<ToPack<'_>> = last.lines.iter().map(|line| ToPack::of(line)).chain(new).collect();
        let (mut first, mut rest, mut most) = (last.first, &all[..], BLOCK_LINES);
        let mut values = Vec::new();
        loop {
            let known = if first == last.first { held } else { 0 };
            let (count, block) = packer.pack(rest, known, most)?;
            let as_it_was = first == last.first && count == held;
            if !as_it_was {
                cut(first, &block, &mut values);
            }
            if count == rest.len() {
                let lines = rest.iter().map(|it| it.line.to_vec()).collect();
                self.last = Block { first, lines };
                return Ok(values);
            }
            most = layout::likely_lines(count, &block);
            first += count as u64;
            rest = &rest[count..];
        }
    }
}

/// Cuts a block into values of the length that keeps `blobs/` empty.
fn cut(first: u64, block: &[u8], values: &mut Vec<Value>) {
    for (part, bytes) in (0..).zip(block.chunks(PART_BYTES)) {
        values.push((layout::key(first, part), bytes.to_vec()));
    }
}
