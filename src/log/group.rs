//! Many lines side by side: what a scan hands out.

use super::{Lines, LogError};

/// How many bytes of lines a scan hands out together: some hundred lines, so
/// that handing them over costs nothing beside reading them.
pub(super) const GROUP_BYTES: usize = 384 << 10;

/// Lines in order, each without its line feed.
#[derive(Debug, Default)]
pub struct Group {
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

/// Groups in order.
pub type Groups<'a> = Box<dyn Iterator<Item = Result<Group, LogError>> + Send + 'a>;

impl Group {
    /// Its lines.
    pub fn lines(&self) -> impl Iterator<Item = &[u8]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| &self.bytes[start..*end])
    }

    /// Adds a line, which `write` puts at the end of the bytes.
    pub(super) fn add<E>(&mut self, write: impl FnOnce(&mut Vec<u8>) -> Result<(), E>) -> Result<(), E> {
        if self.bytes.capacity() == 0 {
            self.bytes.reserve(GROUP_BYTES + GROUP_BYTES / 8);
        }
        write(&mut self.bytes)?;
        self.ends.push(self.bytes.len());
        Ok(())
    }

    /// Whether there is enough in it.
    pub(super) fn is_full(&self) -> bool {
        self.bytes.len() >= GROUP_BYTES
    }

    /// Whether there is nothing in it.
    pub(super) fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }
}

/// These lines in groups. What stops them comes after the lines before it.
pub(super) fn groups_of(mut lines: Lines<'_>) -> Groups<'_> {
    groups(move |bytes| lines.next().map(|line| line.map(|line| bytes.extend_from_slice(&line))))
}

/// Groups of the lines that `next` adds, one at each call, until it says that
/// there are no more or why there are none.
pub(super) fn groups<'a>(
    mut next: impl FnMut(&mut Vec<u8>) -> Option<Result<(), LogError>> + Send + 'a,
) -> Groups<'a> {
    let mut failed = None;
    let mut ended = false;
    Box::new(std::iter::from_fn(move || {
        let mut group = Group::default();
        while !ended && !group.is_full() {
            let added = group.add(|bytes| match next(bytes) {
                Some(Ok(())) => Ok(()),
                Some(Err(error)) => Err(Some(error)),
                None => Err(None),
            });
            if let Err(error) = added {
                failed = error;
                ended = true;
            }
        }
        if group.is_empty() { failed.take().map(Err) } else { Some(Ok(group)) }
    }))
}
