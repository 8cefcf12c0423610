//! Entry after entry, each the next one: taken up, or passed over where the
//! state goes without records.

use super::State;
use crate::event::{Entry, Glance, Hash, Moment, Skimmed};
use crate::figures::misfit::{Misfit, ReplayError};
use crate::figures::said::Said;

/// What an entry that was taken up is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TakenUp {
    /// No record: a definition, the register, a note, an import.
    Apart,
    /// An activity or a reported total, be it told here or not.
    OfRecord,
    /// An activity, of which all that is kept went into the index.
    Indexed,
}

impl TakenUp {
    /// That of an entry about a record.
    pub(super) const fn of_record(is_indexed: bool) -> Self {
        if is_indexed { Self::Indexed } else { Self::OfRecord }
    }
}

impl State {
    /// A state in which activities and reported totals are passed over: enough
    /// to decide what looks at no earlier one.
    pub fn without_records() -> Self {
        Self { without_records: true, ..Self::default() }
    }

    /// Whether some activities and reported totals were passed over.
    pub const fn is_without_records(&self) -> bool {
        self.without_records
    }

    /// Passes over the next entry, which concerns records only and whose bytes
    /// have this hash.
    pub fn pass_over(&mut self, entry: Glance, hash: Hash) -> Result<(), ReplayError> {
        if let Err(reason) = self.follows(entry.sequence, entry.previous) {
            return Err(ReplayError { sequence: entry.sequence, kind: entry.kind, reason });
        }
        self.resume(entry.sequence + 1, hash, entry.recorded);
        Ok(())
    }

    /// Takes up an entry of which all before it that concern records only are
    /// passed over, without looking at them.
    pub fn take_up_apart(&mut self, said: Said, hash: Hash) -> Result<(), ReplayError> {
        if said.entry.sequence < self.size {
            return Err(said.refused(Misfit::NotNext(self.size)));
        }
        (self.size, self.head) = (said.entry.sequence, said.entry.previous);
        self.take_up(said, hash).map(drop)
    }

    /// Passes over all entries up to this end.
    pub const fn resume(&mut self, size: u64, head: Hash, recorded: Moment) {
        (self.size, self.head, self.recorded) = (size, head, Some(recorded));
    }

    /// Takes up the next entry, whose bytes have this hash.
    pub fn apply(&mut self, entry: Entry, hash: Hash) -> Result<(), ReplayError> {
        self.take_up(Said::of(entry)?, hash).map(drop)
    }

    /// Takes up what the next entry says, whose bytes have this hash.
    pub fn take_up(&mut self, mut said: Said, hash: Hash) -> Result<TakenUp, ReplayError> {
        let taken_up = match self.take(&mut said, hash) {
            Ok(taken_up) => taken_up,
            Err(reason) => return Err(said.refused(reason)),
        };
        let entry = &said.entry;
        // The index knows the ids and hashes of what it holds.
        if taken_up != TakenUp::Indexed {
            self.ids.insert(entry.draft.id, entry.sequence);
            if !self.without_records {
                self.hashes.add(entry.sequence, hash);
            }
        }
        self.resume(entry.sequence + 1, hash, entry.recorded);
        Ok(taken_up)
    }

    /// Takes up the next entry of a state for values, which records an activity and
    /// whose bytes have this hash.
    pub fn take_up_skimmed(&mut self, said: Skimmed<'_>, hash: Hash) -> Result<(), ReplayError> {
        let (sequence, recorded) = (said.skim.sequence, said.skim.recorded);
        match self.index_skimmed(said, hash) {
            Ok(()) => self.resume(sequence + 1, hash, recorded),
            Err(reason) => return Err(ReplayError { sequence, kind: said.kind().to_owned(), reason }),
        }
        Ok(())
    }

    /// Whether an entry comes next.
    pub(super) fn follows(&self, sequence: u64, previous: Hash) -> Result<(), Misfit> {
        if sequence != self.size() {
            return Err(Misfit::NotNext(self.size()));
        }
        if previous != self.head() {
            return Err(Misfit::NotLinked);
        }
        Ok(())
    }
}
