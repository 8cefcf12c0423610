//! What one pass over the last segment finds.

use std::io::{self, BufRead};

use super::super::layout::LINE_LIMIT;

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
    /// For each chunk read, its first byte and the line feeds before it.
    marks: Vec<(u64, u64)>,
}

impl Index {
    pub(super) fn of(mut segment: impl BufRead) -> io::Result<Self> {
        let mut index = Self::default();
        let mut begun = Vec::new();
        loop {
            let chunk = segment.fill_buf()?;
            let length = chunk.len();
            if length == 0 {
                return Ok(index);
            }
            index.add(chunk, &mut begun);
            segment.consume(length);
        }
    }

    fn add(&mut self, chunk: &[u8], begun: &mut Vec<u8>) {
        self.marks.push((self.whole + self.torn, self.lines));
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
        self.lines += count_feeds(chunk);
        self.whole += self.torn + (end + 1) as u64;
        self.torn = rest.len() as u64;
    }

    /// A place at or before this line of the segment: the byte to start at,
    /// and how many line feeds to pass from there.
    pub(super) fn place_before(&self, line: u64) -> (u64, u64) {
        let chunk = self.marks.partition_point(|(_, feeds)| *feeds < line);
        match chunk.checked_sub(1).map(|chunk| self.marks[chunk]) {
            None => (0, line),
            Some((start, feeds)) => (start, line - feeds),
        }
    }
}

/// Counts in single bytes, which vectorises; 255 of them cannot overflow one.
fn count_feeds(bytes: &[u8]) -> u64 {
    let feeds = |part: &[u8]| part.iter().map(|byte| u8::from(*byte == b'\n')).sum::<u8>();
    bytes.chunks(255).map(|part| u64::from(feeds(part))).sum()
}

fn feed_before_end(bytes: &[u8]) -> Option<usize> {
    bytes.iter().rposition(|byte| *byte == b'\n')
}

/// Keeps no more of a line than shows that it is too long.
fn extend(begun: &mut Vec<u8>, bytes: &[u8]) {
    let room = (LINE_LIMIT + 1).saturating_sub(begun.len());
    begun.extend_from_slice(&bytes[..bytes.len().min(room)]);
}
