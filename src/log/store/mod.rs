//! The store: the same lines in sealed blocks, found quickly.
//!
//! ```text
//! Store   lines ⇄ blocks ⇄ parts     knows no type of sled
//!   └─ Tree   keys and values        the one file that does
//! ```

mod blocks;
mod doubt;
mod nudge;
mod quiet;
#[cfg(test)]
mod tests;
mod tree;

use std::path::Path;

use zstd::bulk::Decompressor;

use super::chain::{Head, hash};
use super::layout::{self, BlockFault, PART_BYTES, Packer};
use super::steps::Steps;
use super::{Lines, Link, LogError, Packed, StoreFailure};
use blocks::{Block, Blocks, PackedBlocks};
pub(super) use doubt::was_failed_by_system;
use tree::Tree;

/// The store of a ledger that this process holds.
pub(super) struct Store {
    tree: Tree,
    packer: Packer,
    /// The block that the next lines may still join.
    last: Block,
    head: Head,
}

/// Whether there is anything in the folder that could be opened.
pub(super) fn is_there(store: &Path) -> bool {
    store.join(layout::DB).metadata().is_ok_and(|db| db.len() > 0)
}

impl Store {
    /// Opens the store in this existing folder, or makes a new one in it.
    pub(super) fn open(dir: &Path, link: Link, cache_bytes: u64) -> Result<Self, LogError> {
        let tree = Tree::open(dir, cache_bytes)?;
        let last = last_block(&tree)?;
        let size = last.end();
        let hash = last.lines.last().map_or([0; 32], |line| hash(line));
        Ok(Self { tree, packer: Packer::new(link).map_err(zstd_failed)?, last, head: Head { size, hash } })
    }

    pub(super) fn head(&self) -> Head {
        self.head
    }

    /// The last block: its first sequence and its lines.
    pub(super) fn last_block(&self) -> (u64, &[Vec<u8>]) {
        (self.last.first, &self.last.lines)
    }

    /// Whether it failed: then it is neither used nor closed any more.
    pub(super) fn has_failed(&self) -> bool {
        self.tree.has_failed()
    }

    pub(super) fn read(&self, from: u64) -> Result<Lines<'_>, LogError> {
        if from >= self.head.size {
            return Ok(Box::new(std::iter::empty()));
        }
        let first = self.tree.block_with(from)?.unwrap_or(0);
        let blocks = Blocks::from(&self.tree, first, self.head.size)?;
        let passed = usize::try_from(from - first).unwrap_or(usize::MAX);
        Ok(Box::new(blocks.lines().skip(passed)))
    }

    /// The lines as they are stored.
    pub(super) fn packed(&self) -> Result<Packed<'_>, LogError> {
        Ok(Box::new(PackedBlocks::up_to(&self.tree, self.head.size)?))
    }

    /// Adds lines that follow the head; durable when this returns.
    pub(super) fn append(
        &mut self,
        lines: &[Vec<u8>],
        head: Head,
        steps: &mut Steps,
    ) -> Result<(), LogError> {
        let packed = self.pack(lines)?;
        self.write(packed, head, steps)
    }

    /// Lines that follow the head, ready to be written: nothing is written yet.
    pub(super) fn pack(&mut self, lines: &[Vec<u8>]) -> Result<ToWrite, LogError> {
        let (values, last) = self.blocks_of(lines).map_err(zstd_failed)?;
        Ok(ToWrite { values, last })
    }

    /// Writes lines that lead to this head; durable when this returns.
    pub(super) fn write(&mut self, packed: ToWrite, head: Head, steps: &mut Steps) -> Result<(), LogError> {
        self.tree.write(packed.values, steps)?;
        self.last = packed.last;
        self.head = head;
        Ok(())
    }

    /// What to write for these lines, and the last block then.
    fn blocks_of(&mut self, lines: &[Vec<u8>]) -> std::io::Result<(Vec<Value>, Block)> {
        let held = &self.last.lines;
        let all: Vec<&[u8]> = held.iter().chain(lines).map(Vec::as_slice).collect();
        let (mut first, mut rest) = (self.last.first, &all[..]);
        let mut values = Vec::new();
        loop {
            let known = if first == self.last.first { held.len() } else { 0 };
            let (count, block) = self.packer.pack(rest, known)?;
            let as_it_was = first == self.last.first && count == held.len();
            if !as_it_was {
                cut(first, &block, &mut values);
            }
            if count == rest.len() {
                let lines = rest.iter().map(|line| line.to_vec()).collect();
                return Ok((values, Block { first, lines }));
            }
            first += count as u64;
            rest = &rest[count..];
        }
    }
}

/// Lines that are ready to be written.
pub(super) struct ToWrite {
    values: Vec<Value>,
    /// The last block then.
    last: Block,
}

/// A key and a value of the tree.
type Value = ([u8; 10], Vec<u8>);

/// Cuts a block into values of the length that keeps `blobs/` empty.
fn cut(first: u64, block: &[u8], values: &mut Vec<Value>) {
    for (part, bytes) in (0..).zip(block.chunks(PART_BYTES)) {
        values.push((layout::key(first, part), bytes.to_vec()));
    }
}

fn last_block(tree: &Tree) -> Result<Block, LogError> {
    let Some(first) = tree.last_block()? else {
        return Ok(Block::default());
    };
    let block = Blocks::from(tree, first, u64::MAX)?.next();
    block.unwrap_or_else(|| Err(tree.fail_block(first, BlockFault::Short)))
}

fn unpacker() -> Result<Decompressor<'static>, LogError> {
    Decompressor::new().map_err(zstd_failed)
}

/// The packer has no memory: the store itself is not to blame.
fn zstd_failed(error: std::io::Error) -> LogError {
    let source = StoreFailure::Reported { source: Box::new(error) };
    LogError::Store { source }
}
