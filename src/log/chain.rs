//! What makes a line the next one.

use super::layout::LINE_LIMIT;
use super::side_by_side::SideBySide;
use super::{Link, LogError};

/// The end of a log. Its default is the head of an empty one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Head {
    /// How many lines there are; also the sequence of the next one.
    pub size: u64,
    /// The hash of the last line; zeros when there is none.
    pub hash: [u8; 32],
}

/// Why a line cannot be the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It has no bytes.
    #[error("it is empty")]
    Empty,
    /// It is over [`LINE_LIMIT`].
    #[error("it has {bytes} bytes, more than {LINE_LIMIT}")]
    TooLong {
        /// How many it has.
        bytes: usize,
    },
    /// Two lines in one.
    #[error("it contains a line feed")]
    LineFeed,
    /// The link function finds no link in it.
    #[error("it does not name the line before it")]
    Unlinked,
    /// Its link is the hash of something else.
    #[error("it does not follow the line before it")]
    Misplaced,
}

/// The BLAKE3 hash of a line's bytes.
pub fn hash(line: &[u8]) -> [u8; 32] {
    *blake3::hash(line).as_bytes()
}

/// The hash as it is written in a link.
pub(super) fn hex(hash: [u8; 32]) -> impl AsRef<str> {
    blake3::Hash::from_bytes(hash).to_hex()
}

/// The BLAKE3 hash of each of these lines.
pub(super) fn hash_each(lines: &[Vec<u8>]) -> Vec<[u8; 32]> {
    let lines: Vec<&[u8]> = lines.iter().map(Vec::as_slice).collect();
    let mut hashes = Vec::new();
    SideBySide::default().hash(&lines, &mut hashes);
    hashes
}

/// The head once these lines are added, if each is the next one, and the hash of each.
pub(super) fn follow_each(
    head: Head,
    lines: &[Vec<u8>],
    link: Link,
) -> Result<(Head, Vec<[u8; 32]>), LogError> {
    let hashes = hash_each(lines);
    let follow = |head: Head, (line, hash): (&Vec<u8>, &[u8; 32])| {
        let sequence = head.size;
        head.precedes(line, link).map_err(|source| LogError::Refused { sequence, source })?;
        Ok::<_, LogError>(head.then(*hash))
    };
    let head = lines.iter().zip(&hashes).try_fold(head, follow)?;
    Ok((head, hashes))
}

impl Head {
    /// The head once this line is added.
    #[must_use]
    pub fn after(self, line: &[u8]) -> Self {
        self.then(hash(line))
    }

    /// The head once a line of this hash is added.
    const fn then(self, hash: [u8; 32]) -> Self {
        Self { size: self.size + 1, hash }
    }

    /// The head once this line is added, if it is the next one.
    pub(super) fn follow(self, line: &[u8], link_of: Link) -> Result<Self, Fault> {
        self.precedes(line, link_of).map(|()| self.after(line))
    }

    /// Whether this line is the next one.
    fn precedes(self, line: &[u8], link_of: Link) -> Result<(), Fault> {
        if line.is_empty() {
            return Err(Fault::Empty);
        }
        if line.len() > LINE_LIMIT {
            return Err(Fault::TooLong { bytes: line.len() });
        }
        if memchr::memchr(b'\n', line).is_some() {
            return Err(Fault::LineFeed);
        }
        let named = link_of(line).and_then(|range| line.get(range));
        match named {
            None => Err(Fault::Unlinked),
            Some(digits) if digits == hex(self.hash).as_ref().as_bytes() => Ok(()),
            Some(_) => Err(Fault::Misplaced),
        }
    }
}
