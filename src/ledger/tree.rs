//! The tree over the hashes of a log's entries.
//!
//! ```text
//! tree       derived 1 HASH            the hash of what follows
//!            1 SIZE HEAD               how it is drawn (1); up to where it goes: places, of
//!                                      which there are a multiple of 256, hash of the last line
//!            …32 bytes each…           the subtrees over 256 entries, in order
//! ```
//!
//! What lies below such a subtree is made again from its 256 lines, what lies above
//! it from the subtrees: ten million entries keep 1.3 MB.

use std::cell::RefCell;
use std::ops::ControlFlow;
use std::path::Path;
use std::rc::Rc;

use super::in_order::{ReadGroup, in_order};
use crate::event::Hash;
use crate::log::{Beside, Log, LogError, drop_derived, read_derived, write_derived};
use crate::proof::{self, Node, Subtrees};

const NAME: &str = "tree";

/// How it is drawn.
const FORMAT: &str = "1";

/// The level of the subtrees that are kept, and how many entries one has.
const LEVEL: u32 = 8;
const ENTRIES: u64 = 1 << LEVEL;

/// The subtrees over 256 entries, as far as they are kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct KeptTree {
    head: Hash,
    subtrees: Vec<Node>,
}

impl KeptTree {
    /// Those kept in a folder, of whichever log.
    pub(super) fn kept(dir: &Path) -> Option<Self> {
        read_derived(dir, NAME).and_then(|bytes| Self::read(&bytes))
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let end = bytes.iter().position(|byte| *byte == b'\n')?;
        let mut words = std::str::from_utf8(&bytes[..end]).ok()?.split(' ');
        words.next().filter(|format| *format == FORMAT)?;
        let (size, head) = (words.next()?.parse::<u64>().ok()?, words.next()?.parse().ok()?);
        let (subtrees, []) = bytes[end + 1..].as_chunks::<32>() else { return None };
        let kept = Self { head, subtrees: subtrees.to_vec() };
        (kept.size() == size && size > 0).then_some(kept)
    }

    /// Up to where they go.
    pub(super) const fn size(&self) -> u64 {
        self.subtrees.len() as u64 * ENTRIES
    }

    /// The root over all of them.
    pub(super) fn root(&self) -> Option<Node> {
        proof::root(self.size(), &OfKept(&self.subtrees)).ok()
    }

    /// What of it goes up to so many entries.
    fn up_to(mut self, size: u64) -> Self {
        let count = usize::try_from(size / ENTRIES).unwrap_or(usize::MAX);
        self.subtrees.truncate(count);
        self
    }

    /// Whether they are of this log, which still holds the line that they go up to.
    pub(super) fn is_of(&self, log: &dyn Log) -> Result<bool, LogError> {
        if self.size() > log.head().size {
            return Ok(false);
        }
        Ok(log.get(self.size() - 1)?.is_some_and(|line| Hash::of(&line) == self.head))
    }

    /// Takes away what is kept in a folder.
    pub(super) fn drop_it(dir: &Path) -> Result<(), LogError> {
        drop_derived(dir, NAME)
    }

    /// Keeps them with the log, where there are any.
    pub(super) fn write(&self, dir: &Path) -> Result<(), LogError> {
        if self.subtrees.is_empty() {
            return Ok(());
        }
        let head = format!("{FORMAT} {} {}\n", self.size(), self.head);
        write_derived(dir, NAME, &[head.as_bytes(), self.subtrees.as_flattened()].concat())
    }
}

/// Subtrees of 256 entries and more.
struct OfKept<'k>(&'k [Node]);

/// A subtree is asked for that is not all there.
#[derive(Debug)]
struct Short;

impl Subtrees for OfKept<'_> {
    type Error = Short;

    fn complete(&self, level: u32, index: u64) -> Result<Node, Self::Error> {
        above(self.0, level, index).ok_or(Short)
    }
}

/// A subtree made of those over 256 entries; none where these are not all there.
fn above(subtrees: &[Node], level: u32, index: u64) -> Option<Node> {
    let count = 1_u64.checked_shl(level - LEVEL)?;
    Some(proof::over(part(subtrees, index.checked_mul(count)?, count)?.to_vec()))
}

/// The tree over the first entries of a log, as many as one asks for.
pub(super) struct Tree<'l> {
    log: &'l dyn Log,
    subtrees: Vec<Node>,
    /// The hashes of the entries looked at last, with the subtree that they are below.
    entries: RefCell<Option<(u64, Rc<[Hash]>)>>,
}

impl<'l> Tree<'l> {
    /// The tree of a log, whose folder keeps what it is made from: what is missing there
    /// is made, told how many entries were read, and kept.
    pub(super) fn of(dir: &Path, log: &'l dyn Log, told: &mut dyn FnMut(u64)) -> Result<Self, LogError> {
        let kept = match KeptTree::kept(dir) {
            Some(kept) if kept.is_of(log)? => Some(kept),
            _ => None,
        };
        Self::grown(dir, log, kept, told)
    }

    /// The same, of what is kept only what goes up to so many entries: the rest is made
    /// from the lines.
    pub(super) fn beyond(
        dir: &Path,
        log: &'l dyn Log,
        size: u64,
        told: &mut dyn FnMut(u64),
    ) -> Result<Self, LogError> {
        let kept = KeptTree::kept(dir).map(|kept| kept.up_to(size));
        Self::grown(dir, log, kept, told)
    }

    /// The same, made from the lines alone.
    pub(super) fn anew(dir: &Path, log: &'l dyn Log, told: &mut dyn FnMut(u64)) -> Result<Self, LogError> {
        Self::grown(dir, log, None, told)
    }

    fn grown(
        dir: &Path,
        log: &'l dyn Log,
        kept: Option<KeptTree>,
        told: &mut dyn FnMut(u64),
    ) -> Result<Self, LogError> {
        let before = kept.as_ref().map_or(0, KeptTree::size);
        let made = grown(log, kept, told)?;
        // What was cut off is written again only with what came since.
        if made.size() > before {
            // Where that cannot be done it is made again.
            let _ = made.write(dir);
        }
        Ok(Self { log, subtrees: made.subtrees, entries: RefCell::default() })
    }

    /// The hashes of the entries below a subtree of 256, as far as the log has them.
    fn entries(&self, group: u64) -> Result<Rc<[Hash]>, LogError> {
        if let Some((at, entries)) = &*self.entries.borrow()
            && *at == group
        {
            return Ok(Rc::clone(entries));
        }
        let lines = self.log.read(group * ENTRIES)?.take(usize::try_from(ENTRIES).unwrap_or(usize::MAX));
        let entries: Rc<[Hash]> = lines.map(|line| Ok(Hash::of(&line?))).collect::<Result<_, LogError>>()?;
        *self.entries.borrow_mut() = Some((group, Rc::clone(&entries)));
        Ok(entries)
    }

    /// The hashes of so many entries from a place on, which lie below one subtree of 256.
    pub(super) fn hashes(&self, from: u64, count: u64) -> Result<Vec<Hash>, LogError> {
        let entries = self.entries(from / ENTRIES)?;
        Ok(part(&entries, from % ENTRIES, count).ok_or(LogError::Stopped)?.to_vec())
    }
}

impl Subtrees for Tree<'_> {
    type Error = LogError;

    fn complete(&self, level: u32, index: u64) -> Result<Node, LogError> {
        if level >= LEVEL {
            return above(&self.subtrees, level, index).ok_or(LogError::Stopped);
        }
        let hashes = self.hashes(index << level, 1 << level)?;
        Ok(proof::over(hashes.into_iter().map(leaf_of).collect()))
    }
}

/// So many from one on; none where there are not as many.
fn part<T>(all: &[T], from: u64, count: u64) -> Option<&[T]> {
    let from = usize::try_from(from).ok()?;
    all.get(from..from.checked_add(usize::try_from(count).ok()?)?)
}

/// The leaf of an entry: over the 32 bytes of its hash.
pub fn leaf_of(hash: Hash) -> Node {
    proof::leaf(&hash.0)
}

/// What is kept, and grows with each entry.
pub(super) struct GrowingTree {
    made: KeptTree,
    /// Those of the entries beyond the last subtree.
    leaves: Vec<Node>,
}

impl GrowingTree {
    /// On what is kept; from the first entry on where nothing is.
    pub(super) fn on(kept: Option<KeptTree>) -> Self {
        let made = kept.unwrap_or(KeptTree { head: Hash::ZERO, subtrees: Vec::new() });
        Self { made, leaves: Vec::with_capacity(1 << LEVEL) }
    }

    /// Takes in the next entry.
    pub(super) fn take(&mut self, hash: Hash) {
        self.leaves.push(leaf_of(hash));
        if self.leaves.len() as u64 == ENTRIES {
            self.made.subtrees.push(proof::over(std::mem::take(&mut self.leaves)));
            self.made.head = hash;
        }
    }

    /// How many entries were taken in.
    const fn size(&self) -> u64 {
        self.made.size() + self.leaves.len() as u64
    }

    /// The subtrees that there are.
    pub(super) fn made(self) -> KeptTree {
        self.made
    }
}

/// What is kept, grown to as many subtrees as a log has.
fn grown(log: &dyn Log, kept: Option<KeptTree>, told: &mut dyn FnMut(u64)) -> Result<KeptTree, LogError> {
    let mut growing = GrowingTree::on(kept);
    let (from, whole) = (growing.size(), log.head().size / ENTRIES * ENTRIES);
    if from == whole {
        return Ok(growing.made());
    }
    let mut lines = Beside::alone(log, from)?;
    in_order(
        &mut lines,
        |_, hash, (): &mut ()| hash,
        |group: &mut ReadGroup<Hash, ()>, _| {
            group.each.drain(..).for_each(|hash| growing.take(hash));
            told(growing.size());
            let is_whole = growing.size() >= whole;
            Ok::<_, LogError>(if is_whole { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
        },
    )?;
    Ok(growing.made())
}
