//! The lines of one log beside the blocks of another that should hold the same.
//!
//! ```text
//! blocks  ├──── 64 ────┼─── 61 ───┼──── 64 ────┤
//! lines   ├─────────── a group of just as many ┤
//! ```
//!
//! A block is unpacked and compared by whoever reads the lines of the group, and no
//! line is put together again for that: what a block leaves out of a line is the
//! hash of the line before, which its reader needs in any case.

use super::group::{GROUP_BYTES, groups_of};
use super::layout::{Comparer, PackedBlock};
use super::{Group, Groups, Lines, Log, LogError, Packed};

/// Whether lines are those of the other log.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Same {
    /// They are, byte for byte.
    Yes,
    /// They are not, or there are not as many.
    No,
    /// There is no other log, or it is not compared any more.
    Unknown,
}

/// Lines in groups, each beside the blocks that should hold them.
pub struct Beside<'a> {
    groups: Groups<'a>,
    /// None when there is nothing more to compare with.
    blocks: Option<Packed<'a>>,
    failed: Option<LogError>,
    /// Whether the lines ended before blocks that were taken for them.
    is_longer: bool,
}

/// A group of lines, and the blocks that should hold them.
#[derive(Default)]
pub struct Pair {
    /// The lines.
    pub group: Group,
    blocks: Vec<PackedBlock>,
    /// Whether the other log ends among these lines, or cannot be read on.
    is_short: bool,
    is_alone: bool,
    /// The room that comparing needs.
    comparer: Option<Comparer>,
}

impl<'a> Beside<'a> {
    /// The lines of a log from a place on, alone.
    pub fn alone(log: &'a dyn Log, from: u64) -> Result<Self, LogError> {
        Ok(Self { groups: log.scan(from)?, blocks: None, failed: None, is_longer: false })
    }

    /// These lines alone.
    pub fn lines(lines: Lines<'a>) -> Self {
        Self { groups: groups_of(lines), blocks: None, failed: None, is_longer: false }
    }

    /// All lines of a log beside those of another; alone where that one does not
    /// keep its lines in blocks.
    pub fn of(log: &'a dyn Log, other: &'a dyn Log) -> Result<Self, LogError> {
        let groups = log.scan(0)?;
        let blocks = match other.packed() {
            Ok(blocks) => blocks,
            // Nothing to compare with is told at the first pair.
            Err(error) => {
                let failing: Packed<'a> = Box::new(std::iter::once(Err(error)));
                Some(failing)
            }
        };
        Ok(Self { groups, blocks, failed: None, is_longer: false })
    }

    /// The next lines in place of those in a pair; none when there are no more.
    /// What stops them comes after the lines before it.
    pub fn fill(&mut self, pair: &mut Pair) -> Option<Result<(), LogError>> {
        pair.blocks.clear();
        (pair.is_alone, pair.is_short) = (self.blocks.is_none(), false);
        let count = self.take_blocks(pair);
        if pair.is_short {
            self.blocks = None;
        }
        let filled = if count == 0 {
            self.groups.fill(&mut pair.group)
        } else {
            self.groups.fill_with(&mut pair.group, count)
        };
        self.is_longer |= filled.is_none() && count > 0;
        filled
    }

    /// Whether the other log has been gone through to its end.
    pub fn is_done(&mut self) -> bool {
        !self.is_longer
            && self.failed.is_none()
            && self.blocks.as_mut().is_none_or(|blocks| blocks.next().is_none())
    }

    /// Compares no more.
    pub fn let_go(&mut self) {
        self.blocks = None;
    }

    /// Why the other log could not be read on.
    pub fn take_failure(&mut self) -> Option<LogError> {
        self.failed.take()
    }

    /// Takes the next blocks, as many as make a group; how many lines they have.
    fn take_blocks(&mut self, pair: &mut Pair) -> u64 {
        let Some(blocks) = &mut self.blocks else { return 0 };
        let (mut lines, mut bytes) = (0, 0);
        while bytes < GROUP_BYTES {
            match blocks.next() {
                Some(Ok(block)) => {
                    (lines, bytes) = (lines + block.lines(), bytes + block.size());
                    pair.blocks.push(block);
                }
                None => {
                    pair.is_short = lines == 0;
                    break;
                }
                Some(Err(error)) => {
                    (self.failed, pair.is_short) = (Some(error), true);
                    break;
                }
            }
        }
        lines
    }
}

impl Pair {
    /// Whether its lines, of which these are the hashes, are those of its blocks.
    pub fn compare(&mut self, hashes: impl Iterator<Item = [u8; 32]>) -> Same {
        if self.is_alone {
            return Same::Unknown;
        }
        if self.comparer.is_none() {
            self.comparer = Comparer::new().ok();
        }
        let Some(comparer) = &mut self.comparer else { return Same::No };
        let mut lines = self.group.lines().zip(hashes);
        let same = self.blocks.iter().all(|block| comparer.holds(block, &mut lines));
        if same && !self.is_short && lines.next().is_none() { Same::Yes } else { Same::No }
    }
}
