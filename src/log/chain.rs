//! What makes a line the next one.

use super::layout::LINE_LIMIT;
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

/// The head once these lines are added, if each is the next one.
pub(super) fn follow_all(head: Head, lines: &[Vec<u8>], link: Link) -> Result<Head, LogError> {
    lines.iter().try_fold(head, |head, line| follow_one(head, line, link))
}

/// The same, with the hash of each.
pub(super) fn follow_each(
    head: Head,
    lines: &[Vec<u8>],
    link: Link,
) -> Result<(Head, Vec<[u8; 32]>), LogError> {
    let mut hashes = Vec::with_capacity(lines.len());
    let head = lines.iter().try_fold(head, |head, line| {
        let head = follow_one(head, line, link)?;
        hashes.push(head.hash);
        Ok::<_, LogError>(head)
    })?;
    Ok((head, hashes))
}

fn follow_one(head: Head, line: &[u8], link_of: Link) -> Result<Head, LogError> {
    let sequence = head.size;
    head.follow(line, link_of).map_err(|source| LogError::Refused { sequence, source })
}

impl Head {
    /// The head once this line is added.
    #[must_use]
    pub fn after(self, line: &[u8]) -> Self {
        Self { size: self.size + 1, hash: hash(line) }
    }

    /// The head once this line is added, if it is the next one.
    pub(super) fn follow(self, line: &[u8], link_of: Link) -> Result<Self, Fault> {
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
            Some(digits) if digits == hex(self.hash).as_ref().as_bytes() => Ok(self.after(line)),
            Some(_) => Err(Fault::Misplaced),
        }
    }
}
