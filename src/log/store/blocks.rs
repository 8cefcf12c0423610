//! Blocks in order, put together from their parts.

use zstd::bulk::Decompressor;

use super::super::LogError;
use super::super::layout::{self, BlockFault, PackedBlock};
use super::tree::Tree;
use super::unpacker;
use super::values::Values;

/// Lines that were packed together.
#[derive(Debug, Default)]
pub(super) struct Block {
    pub(super) first: u64,
    pub(super) lines: Vec<Vec<u8>>,
}

impl Block {
    /// The sequence after its last.
    pub(super) fn end(&self) -> u64 {
        self.first + self.lines.len() as u64
    }
}

/// The blocks from one on, each beginning where the one before it ends.
pub(super) struct Blocks<'a> {
    parts: Parts<'a>,
    zstd: Decompressor<'static>,
    end: u64,
}

/// The same, as they are stored, one after the other.
struct Parts<'a> {
    tree: &'a Tree,
    values: Values<'a>,
    next: u64,
}

/// Blocks as they are stored, of which the header was read.
pub(super) struct PackedBlocks<'a> {
    parts: Parts<'a>,
    end: u64,
}

impl<'a> PackedBlocks<'a> {
    /// All of them up to this end.
    pub(super) fn up_to(tree: &'a Tree, end: u64) -> Result<Self, LogError> {
        Ok(Self { parts: Parts { tree, values: tree.values_from(0)?, next: 0 }, end })
    }

    fn next_block(&mut self) -> Result<PackedBlock, LogError> {
        let Parts { tree, next, .. } = self.parts;
        let block = PackedBlock::of(self.parts.join()?).map_err(|fault| tree.fail_block(next, fault))?;
        self.parts.next += block.lines();
        Ok(block)
    }
}

impl Iterator for PackedBlocks<'_> {
    type Item = Result<PackedBlock, LogError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.parts.next >= self.end {
            return None;
        }
        let block = self.next_block();
        if block.is_err() {
            self.end = 0;
        }
        Some(block)
    }
}

impl<'a> Blocks<'a> {
    /// From the block with this first sequence up to this end.
    pub(super) fn from(tree: &'a Tree, first: u64, end: u64) -> Result<Self, LogError> {
        let parts = Parts { tree, values: tree.values_from(first)?, next: first };
        Ok(Self { parts, zstd: unpacker()?, end })
    }

    /// The lines of these blocks.
    pub(super) fn lines(self) -> impl Iterator<Item = Result<Vec<u8>, LogError>> + 'a {
        self.flat_map(|block| {
            let (lines, error) = match block {
                Ok(block) => (block.lines, None),
                Err(error) => (Vec::new(), Some(Err(error))),
            };
            lines.into_iter().map(Ok).chain(error)
        })
    }

    fn next_block(&mut self) -> Result<Block, LogError> {
        let Parts { tree, next: first, .. } = self.parts;
        let bytes = self.parts.join()?;
        let lines = layout::unpack(&mut self.zstd, &bytes).map_err(|fault| tree.fail_block(first, fault))?;
        if lines.is_empty() {
            return Err(tree.fail_block(first, BlockFault::Lines));
        }
        let block = Block { first, lines };
        self.parts.next = block.end();
        Ok(block)
    }
}

impl Parts<'_> {
    /// The bytes of the next block.
    fn join(&mut self) -> Result<Vec<u8>, LogError> {
        let mut block = self.part(0, 1)?;
        let parts = layout::parts_of(&block).map_err(|fault| self.tree.fail_block(self.next, fault))?;
        for part in 1..parts {
            block.extend(self.part(part, parts)?);
        }
        Ok(block)
    }

    /// The next value, which must be this part of the next block.
    fn part(&mut self, part: u16, parts: u16) -> Result<Vec<u8>, LogError> {
        let missing = BlockFault::Parts { expected: usize::from(parts), found: usize::from(part) };
        let Some(value) = self.values.next() else {
            return Err(self.tree.fail_block(self.next, missing));
        };
        let (key, bytes) = value?;
        match layout::read_key(&key) {
            Some(found) if found == (self.next, part) => Ok(bytes),
            Some(_) if part > 0 => Err(self.tree.fail_block(self.next, missing)),
            Some((found, _)) => {
                let expected = self.next;
                Err(self.tree.fail_block(found, BlockFault::Gap { expected }))
            }
            None => Err(self.tree.fail_block(self.next, BlockFault::Key)),
        }
    }
}

impl Iterator for Blocks<'_> {
    type Item = Result<Block, LogError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.parts.next >= self.end {
            return None;
        }
        let block = self.next_block();
        if block.is_err() {
            self.end = 0;
        }
        Some(block)
    }
}
