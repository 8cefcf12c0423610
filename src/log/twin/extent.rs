//! What one pass over the last segment finds, or over what was added to it.

use std::io::{self, BufRead};

use super::super::layout::LINE_LIMIT;

/// How far a segment goes.
#[derive(Debug, Clone, Default)]
pub(super) struct Extent {
    /// Lines ended by a line feed.
    pub(super) lines: u64,
    /// Bytes up to and with the last line feed.
    pub(super) whole: u64,
    /// Bytes after it.
    pub(super) torn: u64,
    /// The last line, when there is one.
    pub(super) last: Option<Vec<u8>>,
}

impl Extent {
    /// Up to a line end that is known: so many lines end there, this the last.
    pub(super) fn known(lines: u64, whole: u64, last: Vec<u8>) -> Self {
        Self { lines, whole, last: Some(last), ..Self::default() }
    }

    /// Takes in what comes after the bytes that it knows.
    pub(super) fn read_on(&mut self, mut segment: impl BufRead) -> io::Result<()> {
        let mut begun = Vec::new();
        loop {
            let chunk = segment.fill_buf()?;
            let length = chunk.len();
            if length == 0 {
                return Ok(());
            }
            self.add(chunk, &mut begun);
            segment.consume(length);
        }
    }

    fn add(&mut self, chunk: &[u8], begun: &mut Vec<u8>) {
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
}

/// Counts in single bytes, which vectorises; 255 of them cannot overflow one.
pub(super) fn count_feeds(bytes: &[u8]) -> u64 {
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
