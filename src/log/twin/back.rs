//! A plain segment read backwards: what stands near its end is found without
//! reading what comes before.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use super::super::layout::LINE_LIMIT;
use super::extent::count_feeds;

/// How many bytes are read at once.
const CHUNK_BYTES: u64 = 64 << 10;

/// Where to start reading for the line that begins `lines` lines before this
/// line end, and how many line feeds to pass from there.
pub(super) fn place_before(segment: &Path, end: u64, lines: u64) -> io::Result<(u64, u64)> {
    let mut file = File::open(segment)?;
    let (mut start, mut feeds) = (end, 0);
    // The line begins after the feed before it.
    while feeds <= lines && start > 0 {
        let from = start.saturating_sub(CHUNK_BYTES);
        feeds += count_feeds(&read_at(&mut file, from, start - from)?);
        start = from;
    }
    Ok((start, feeds - lines.min(feeds)))
}

/// The line that ends at this byte with its line feed; none where none does.
pub(super) fn line_before(segment: &Path, end: u64) -> io::Result<Option<Vec<u8>>> {
    let length = end.min(LINE_LIMIT as u64 + 2);
    let mut bytes = read_at(&mut File::open(segment)?, end - length, length)?;
    let is_there = bytes.len() as u64 == length;
    if !is_there || bytes.pop_if(|last| *last == b'\n').is_none() {
        return Ok(None);
    }
    let start = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |feed| feed + 1);
    Ok(Some(bytes.split_off(start)))
}

fn read_at(file: &mut File, from: u64, length: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0));
    file.seek(SeekFrom::Start(from))?;
    file.take(length).read_to_end(&mut bytes)?;
    Ok(bytes)
}
