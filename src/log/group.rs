//! Many lines side by side: what a scan hands out.

use std::io::{self, Read};

use super::{Lines, LogError};

/// How many bytes of lines a scan hands out together: some hundred lines, so
/// that handing them over costs nothing beside reading them.
pub(super) const GROUP_BYTES: usize = 128 << 10;

/// Lines in order, each ended by a line feed.
#[derive(Debug, Default)]
pub struct Group {
    /// What was read, and room that keeps what was there before.
    bytes: Vec<u8>,
    /// How many of the bytes were read.
    filled: usize,
    /// Where the line feeds stand.
    ends: Vec<usize>,
}

/// Adds at most so many lines to a group, or says why there are no more; none when
/// they end.
type Fill<'a> = Box<dyn FnMut(&mut Group, u64) -> Result<(), LogError> + Send + 'a>;

/// Groups in order. Whoever reads them brings the room for one and uses it
/// again: memory that is new each time takes longer than the lines in it.
pub struct Groups<'a> {
    fill: Fill<'a>,
    failed: Option<LogError>,
    ended: bool,
}

impl Group {
    /// Its lines, without their line feeds.
    pub fn lines(&self) -> impl Iterator<Item = &[u8]> {
        let starts = std::iter::once(0).chain(self.ends.iter().map(|end| end + 1));
        starts.zip(&self.ends).map(|(start, end)| &self.bytes[start..*end])
    }

    /// How many they are.
    pub fn len(&self) -> u64 {
        self.ends.len() as u64
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Adds a line.
    fn push(&mut self, line: &[u8]) {
        self.add(line);
        self.ends.push(self.filled);
        self.add(b"\n");
    }

    /// Adds bytes whose lines are not told apart yet.
    pub(super) fn add(&mut self, bytes: &[u8]) {
        // What lay behind is written over: room that is cut off is made anew with zeros.
        let room = &mut self.bytes[self.filled..];
        let (within, beyond) = bytes.split_at(bytes.len().min(room.len()));
        room[..within.len()].copy_from_slice(within);
        self.bytes.extend_from_slice(beyond);
        self.filled += bytes.len();
    }

    fn clear(&mut self) {
        self.filled = 0;
        self.ends.clear();
    }

    /// Reads on once, as much as a group holds; how many bytes came.
    pub(super) fn read_from(&mut self, source: &mut impl Read) -> io::Result<usize> {
        let room = self.filled + GROUP_BYTES;
        if self.bytes.len() < room {
            self.bytes.resize(room, 0);
        }
        loop {
            match source.read(&mut self.bytes[self.filled..room]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => {
                    self.filled += *read.as_ref().unwrap_or(&0);
                    return read;
                }
            }
        }
    }

    /// Tells apart so many more of its lines at most, none longer than this;
    /// how many there are.
    pub(super) fn split(&mut self, most: u64, longest: usize) -> u64 {
        let (first, before) = (self.told(), self.ends.len());
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        let mut start = first;
        for end in memchr::memchr_iter(b'\n', &self.bytes[first..self.filled]).take(most) {
            let end = first + end;
            if end - start > longest {
                break;
            }
            self.ends.push(end);
            start = end + 1;
        }
        (self.ends.len() - before) as u64
    }

    /// What comes after its last line.
    pub(super) fn rest(&self) -> &[u8] {
        &self.bytes[self.told()..self.filled]
    }

    /// Leaves out what comes after its last line.
    pub(super) fn cut(&mut self) {
        self.filled = self.told();
    }

    fn told(&self) -> usize {
        self.ends.last().map_or(0, |end| end + 1)
    }
}

impl Groups<'_> {
    /// The next lines in place of those in a group; none when there are no
    /// more. What stops them comes after the lines before it.
    pub fn fill(&mut self, group: &mut Group) -> Option<Result<(), LogError>> {
        group.clear();
        self.add(group, u64::MAX);
        self.filled(group)
    }

    /// The same, so many lines: fewer only where they end or something stops them.
    pub fn fill_with(&mut self, group: &mut Group, count: u64) -> Option<Result<(), LogError>> {
        group.clear();
        while !self.ended && group.len() < count {
            self.add(group, count - group.len());
        }
        self.filled(group)
    }

    fn add(&mut self, group: &mut Group, most: u64) {
        if !self.ended {
            let before = group.len();
            self.failed = (self.fill)(group, most).err();
            self.ended = self.failed.is_some() || group.len() == before;
        }
    }

    fn filled(&mut self, group: &Group) -> Option<Result<(), LogError>> {
        if group.is_empty() { self.failed.take().map(Err) } else { Some(Ok(())) }
    }
}

/// How many bytes the first group has of lines that are read one by one.
const FIRST_BYTES: usize = 2 << 10;

/// These lines in groups. The first are small, so that what later ones rest on is
/// known soon, and there is work for all cores.
pub(super) fn groups_of(mut lines: Lines<'_>) -> Groups<'_> {
    let mut bytes = FIRST_BYTES;
    groups(move |group, most| {
        let (most, room) = (group.len().saturating_add(most), group.filled + bytes);
        bytes = (bytes + bytes / 4).min(GROUP_BYTES);
        while group.filled < room && group.len() < most {
            match lines.next() {
                Some(line) => group.push(&line?),
                None => break,
            }
        }
        Ok(())
    })
}

/// The groups that `fill` fills, one at each call.
pub(super) fn groups<'a>(
    fill: impl FnMut(&mut Group, u64) -> Result<(), LogError> + Send + 'a,
) -> Groups<'a> {
    Groups { fill: Box::new(fill), failed: None, ended: false }
}
