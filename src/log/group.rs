//! Many lines side by side: what a scan hands out.

use super::{Lines, LogError};

/// How many bytes of lines a scan hands out together: some hundred lines, so
/// that handing them over costs nothing beside reading them.
pub(super) const GROUP_BYTES: usize = 128 << 10;

/// Lines in order, each without its line feed.
#[derive(Debug, Default)]
pub struct Group {
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

/// Adds the next line to these bytes, or says that there is none or why.
type Next<'a> = Box<dyn FnMut(&mut Vec<u8>) -> Option<Result<(), LogError>> + Send + 'a>;

/// Groups in order. Whoever reads them brings the room for one and uses it
/// again: memory that is new each time takes longer than the lines in it.
pub struct Groups<'a> {
    next: Next<'a>,
    failed: Option<LogError>,
    ended: bool,
}

impl Group {
    /// Its lines.
    pub fn lines(&self) -> impl Iterator<Item = &[u8]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| &self.bytes[start..*end])
    }

    /// Whether there is enough in it.
    const fn is_full(&self) -> bool {
        self.bytes.len() >= GROUP_BYTES
    }

    fn clear(&mut self) {
        self.bytes.clear();
        self.ends.clear();
    }
}

impl Groups<'_> {
    /// The next lines in place of those in a group; none when there are no
    /// more. What stops them comes after the lines before it.
    pub fn fill(&mut self, group: &mut Group) -> Option<Result<(), LogError>> {
        group.clear();
        while !self.ended && !group.is_full() {
            match (self.next)(&mut group.bytes) {
                Some(Ok(())) => group.ends.push(group.bytes.len()),
                stopped => {
                    self.failed = stopped.and_then(Result::err);
                    self.ended = true;
                }
            }
        }
        if group.ends.is_empty() { self.failed.take().map(Err) } else { Some(Ok(())) }
    }
}

/// These lines in groups.
pub(super) fn groups_of(mut lines: Lines<'_>) -> Groups<'_> {
    groups(move |bytes| lines.next().map(|line| line.map(|line| bytes.extend_from_slice(&line))))
}

/// Groups of the lines that `next` adds, one at each call.
pub(super) fn groups<'a>(
    next: impl FnMut(&mut Vec<u8>) -> Option<Result<(), LogError>> + Send + 'a,
) -> Groups<'a> {
    Groups { next: Box::new(next), failed: None, ended: false }
}
