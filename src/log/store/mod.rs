//! The store: the same lines in sealed blocks, found quickly.
//!
//! ```text
//! Store   lines ⇄ blocks ⇄ parts     knows no type of sled
//!   └─ Tree   keys and values        the one file that does
//! ```

mod aside;
mod blocks;
mod doubt;
mod nudge;
mod packing;
mod quiet;
#[cfg(test)]
mod tests;
mod tree;
mod values;

use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock};

use zstd::bulk::Decompressor;

use super::chain::{Head, hash, hash_each};
use super::layout::{self, BlockFault};
use super::steps::Steps;
use super::{Lines, Link, LogError, Packed, StoreFailure};
pub(super) use aside::lent;
use aside::{Aside, BeingPacked};
use blocks::{Block, Blocks, PackedBlocks};
pub(super) use doubt::was_failed_by_system;
pub(super) use packing::{Packing, ToWrite};
use tree::Tree;

/// The store of a ledger that this process holds.
pub(super) struct Store {
    tree: Tree,
    packing: Arc<Mutex<Packing>>,
    /// Packs beside whoever appends, from the first time on.
    aside: OnceLock<Option<Aside>>,
    head: Head,
}

/// Whether there is anything in the folder that could be opened.
pub(super) fn is_there(store: &Path) -> bool {
    store.join(layout::DB).metadata().is_ok_and(|db| db.len() > 0)
}

impl Store {
    /// Opens the store in this existing folder, or makes a new one in it.
    pub(super) fn open(dir: &Path, link: Link, cache_bytes: u64) -> Result<Self, LogError> {
        Self::of(Tree::open(dir, cache_bytes)?, link)
    }

    /// The same, whatever is noted of it.
    pub(super) fn open_in_doubt(dir: &Path, link: Link, cache_bytes: u64) -> Result<Self, LogError> {
        Self::of(Tree::open_in_doubt(dir, cache_bytes)?, link)
    }

    fn of(tree: Tree, link: Link) -> Result<Self, LogError> {
        let last = last_block(&tree)?;
        let size = last.end();
        let hash = last.lines.last().map_or([0; 32], |line| hash(line));
        let packing = Arc::new(Mutex::new(Packing::after(last, link)?));
        Ok(Self { tree, packing, aside: OnceLock::new(), head: Head { size, hash } })
    }

    pub(super) fn head(&self) -> Head {
        self.head
    }

    /// The last block: its first sequence and its lines.
    pub(super) fn last_block(&self) -> (u64, Vec<Vec<u8>>) {
        let packing = lent(&self.packing);
        let (first, lines) = packing.last();
        (first, lines.to_vec())
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
        let packed = lent(&self.packing).pack(lines, &hash_each(lines))?;
        self.writing().write(packed, head, steps)
    }

    /// Begins to pack lines that follow the head, each given with its hash, beside whoever
    /// gives them.
    pub(super) fn pack_aside(&self, lines: &[Vec<u8>], hashes: &[[u8; 32]]) -> BeingPacked<'_> {
        match self.aside.get_or_init(|| Aside::begin(&self.packing)) {
            Some(aside) => aside.pack(lines, hashes),
            None => BeingPacked::done(lent(&self.packing).pack(lines, hashes)),
        }
    }

    /// What packs lines, and what writes them once they are packed.
    pub(super) fn parts(&mut self) -> (Arc<Mutex<Packing>>, Writing<'_>) {
        (Arc::clone(&self.packing), self.writing())
    }

    /// What writes lines once they are packed.
    pub(super) const fn writing(&mut self) -> Writing<'_> {
        let Self { tree, head, .. } = self;
        Writing { tree, head }
    }
}

/// Writes what was packed.
pub(super) struct Writing<'s> {
    tree: &'s Tree,
    head: &'s mut Head,
}

impl Writing<'_> {
    /// Writes lines that lead to this head; durable when this returns.
    pub(super) fn write(&mut self, packed: ToWrite, head: Head, steps: &mut Steps) -> Result<(), LogError> {
        self.tree.write(packed.0, steps)?;
        *self.head = head;
        Ok(())
    }
}

/// A key and a value of the tree.
type Value = ([u8; 10], Vec<u8>);

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
