//! What one pass over the last segment finds.

use std::io::{self, Read};

use super::super::layout::LINE_LIMIT;

/// The distance between two marks, in bytes.
const CHUNK: u64 = 64 << 10;

/// How many lines a segment has, where it ends, and marks to find a line by.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// Lines ended by a line feed.
    pub(super) lines: u64,
    /// Bytes up to and with the last line feed.
    pub(super) whole: u64,
    /// Bytes after it.
    pub(super) torn: u64,
    /// The last line, when there is one.
    pub(super) last: Option<Vec<u8>>,
    /// For each chunk, how many line feeds stand before it.
    marks: Vec<u64>,
}

impl Index {
    pub(super) fn of(mut segment: impl Read) -> io::Result<Self> {
        let mut index = Self::default();
        let mut begun = Vec::new();
        let mut chunk = Vec::new();
        loop {
            chunk.clear();
            let length = segment.by_ref().take(CHUNK).read_to_end(&mut chunk)?;
            if length == 0 {
                return Ok(index);
            }
            index.add(&chunk, &mut begun);
        }
    }

    #[expect(clippy::naive_bytecount, reason = "it vectorises well enough")]
    fn add(&mut self, chunk: &[u8], begun: &mut Vec<u8>) {
        self.marks.push(self.lines);
        let Some(end) = feed_before_end(chunk) else {
            self.torn += chunk.len() as u64;
            return extend(begun, chunk);
        };
        let (lines, rest) = (&chunk[..end], &chunk[end + 1..]);
        match feed_before_end(lines) {
            Some(start) => *begun = lines[start + 1..].to_vec(),
            None => extend(begun, lines),
        }
        self.last = Some(std::mem::take(begun));
        extend(begun, rest);
        self.lines += chunk.iter().filter(|byte| **byte == b'\n').count() as u64;
        self.whole += self.torn + (end + 1) as u64;
        self.torn = rest.len() as u64;
    }

    /// A place at or before this line of the segment: the byte to start at,
    /// and how many line feeds to pass from there.
    pub(super) fn place_before(&self, line: u64) -> (u64, u64) {
        let chunk = self.marks.partition_point(|mark| *mark < line);
        match chunk.checked_sub(1) {
            None => (0, line),
            Some(chunk) => (chunk as u64 * CHUNK, line - self.marks[chunk]),
        }
    }
}

fn feed_before_end(bytes: &[u8]) -> Option<usize> {
    bytes.iter().rposition(|byte| *byte == b'\n')
}

/// Keeps no more of a line than shows that it is too long.
fn extend(begun: &mut Vec<u8>, bytes: &[u8]) {
    let room = (LINE_LIMIT + 1).saturating_sub(begun.len());
    begun.extend_from_slice(&bytes[..bytes.len().min(room)]);
}
