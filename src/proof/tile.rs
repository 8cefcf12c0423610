//! Tiles (C2SP tlog-tiles): the tree as files that anyone can serve.
//!
//! ```text
//! tile/L/N          256 hashes: those of the subtrees of 256^L leaves from N × 256 on
//! tile/L/N.p/W      the first W of them, while there are no more
//! tile/entries/N    what its 256 leaves are hashes of, each after its length
//! ```
//!
//! `N` is written in groups of three digits, all but the last with an `x` before
//! them: 1234067 is `x001/x234/067`.

use super::tree::{Node, Subtrees};

/// How many levels of the tree one tile has.
const HEIGHT: u32 = 8;
/// How many hashes a full tile holds.
const WIDTH: u64 = 1 << HEIGHT;

/// A tile.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Tile {
    /// Its level, from the leaves up.
    pub level: u32,
    /// Which of its level.
    pub index: u64,
    /// How many hashes it holds, 1 to 256.
    pub width: u16,
}

impl Tile {
    /// The tiles of a tree of this size that one of the older size does not have.
    pub fn new_since(old: u64, size: u64) -> impl Iterator<Item = Self> {
        let levels = (0..).map(move |level| (level, hashes(old, level), hashes(size, level)));
        levels.take_while(|(.., now)| *now > 0).flat_map(|(level, before, now)| {
            // A tile that was full is there; one that was not is another file now.
            let from = if before == now { now.div_ceil(WIDTH) } else { before / WIDTH };
            (from..now.div_ceil(WIDTH)).map(move |index| Self::of(level, index, now))
        })
    }

    /// The tiles of a tree of this size that are not full.
    pub fn partial_of(size: u64) -> impl Iterator<Item = Self> {
        Self::new_since(0, size).filter(|tile| u64::from(tile.width) < WIDTH)
    }

    fn of(level: u32, index: u64, hashes: u64) -> Self {
        let width = (hashes - index * WIDTH).min(WIDTH);
        Self { level, index, width: u16::try_from(width).unwrap_or(u16::MAX) }
    }

    /// Where it stands.
    pub fn path(&self) -> String {
        self.named(&self.level.to_string())
    }

    /// Where the entries below it stand, of a tile of leaves.
    pub fn entries_path(&self) -> String {
        self.named("entries")
    }

    /// The place of its first hash among those of its level.
    pub const fn first(&self) -> u64 {
        self.index * WIDTH
    }

    /// How many bytes it has.
    pub fn bytes_len(&self) -> usize {
        usize::from(self.width) * size_of::<Node>()
    }

    /// How many those of its entries have, of which each is a hash after its length.
    pub fn entries_len(&self) -> usize {
        usize::from(self.width) * (size_of::<u16>() + size_of::<Node>())
    }

    fn named(&self, level: &str) -> String {
        let mut groups = vec![format!("{:03}", self.index % 1_000)];
        let mut rest = self.index / 1_000;
        while rest > 0 {
            groups.push(format!("x{:03}", rest % 1_000));
            rest /= 1_000;
        }
        groups.reverse();
        let number = groups.join("/");
        match u64::from(self.width) {
            WIDTH => format!("tile/{level}/{number}"),
            width => format!("tile/{level}/{number}.p/{width}"),
        }
    }

    /// Its bytes.
    pub fn bytes<S: Subtrees>(&self, subtrees: &S) -> Result<Vec<u8>, S::Error> {
        let first = self.first();
        let hashes =
            (first..first + u64::from(self.width)).map(|index| subtrees.complete(self.level * HEIGHT, index));
        let hashes: Vec<Node> = hashes.collect::<Result<_, _>>()?;
        Ok(hashes.concat())
    }
}

/// How many hashes the tiles of a level hold in a tree of this size.
fn hashes(size: u64, level: u32) -> u64 {
    size.checked_shr(level * HEIGHT).unwrap_or(0)
}
