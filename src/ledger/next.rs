//! The place and the time that a draft gets when it becomes the next entry.

use super::refusal::Refusal;
use crate::event::{Author, Draft, Entry, Hash, Moment};
use crate::figures::State;

/// Where the next entry stands.
pub(super) struct Next<'a> {
    source: &'a str,
    author: Author,
    sequence: u64,
    previous: Hash,
    last: Option<Moment>,
}

impl<'a> Next<'a> {
    /// After the last entry of a state.
    pub(super) const fn after(state: &State, source: &'a str, author: Author) -> Self {
        let (sequence, previous, last) = (state.size(), state.head(), state.recorded());
        Self { source, author, sequence, previous, last }
    }

    /// The entry of a draft. No entry is recorded before the one before it.
    pub(super) fn place(&self, draft: Draft, clock: Moment) -> Entry {
        Entry {
            draft,
            source: self.source.to_owned(),
            author: self.author,
            recorded: self.last.map_or(clock, |last| clock.max(last)),
            sequence: self.sequence,
            previous: self.previous,
        }
    }

    /// The entry of a draft, its line and the hash of it; what comes next stands
    /// after it.
    pub(super) fn entry(&mut self, draft: Draft, clock: Moment) -> Result<(Entry, Vec<u8>, Hash), Refusal> {
        let entry = self.place(draft, clock);
        let line = entry.to_bytes()?;
        let hash = Hash::of(&line);
        (self.sequence, self.previous, self.last) = (self.sequence + 1, hash, Some(entry.recorded));
        Ok((entry, line, hash))
    }
}
