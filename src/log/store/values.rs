//! Values read one after the other, of which sled keeps little.
//!
//! sled 0.34.7 looks whether it keeps too many pages only when 64 accesses to pages of
//! one kind (there are 256) were noted, whatever its cache is to hold at most: whoever
//! reads each page once reads sixteen thousand pages before the first is let go, which is
//! a gigabyte of blocks. So each page is asked for more often here: eight of each kind are
//! kept at most.

use super::super::LogError;
use super::tree::Tree;

/// How often a page is asked for: an eighth of the accesses that sled notes before it
/// looks at them.
const ASKED: usize = 8;

/// Keys and values in order.
pub(super) struct Values<'a> {
    tree: &'a Tree,
    left: sled::Iter,
    /// How many were read: a few are kept gladly.
    read: usize,
}

impl<'a> Values<'a> {
    pub(super) const fn of(tree: &'a Tree, left: sled::Iter) -> Self {
        Self { tree, left, read: 0 }
    }
}

impl Iterator for Values<'_> {
    type Item = Result<(Vec<u8>, Vec<u8>), LogError>;

    fn next(&mut self) -> Option<Self::Item> {
        let Self { tree, left, read } = self;
        *read += 1;
        let next = tree.call(|blocks| {
            let next = left.next().transpose()?;
            if let Some((key, _)) = next.as_ref().filter(|_| *read > ASKED) {
                (0..ASKED).try_for_each(|_| blocks.contains_key(key).map(drop))?;
            }
            Ok(next)
        });
        let next = next.transpose()?;
        Some(next.map(|(key, value)| (key.to_vec(), value.to_vec())))
    }
}
