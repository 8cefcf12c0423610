//! An import: validated whole before its first append, then one batch.

use super::command::{Command, Receipt};
use super::decide::{self, decide};
use super::desk::{Desk, DeskError};
use super::drafts;
use super::refusal::Refusal;
use super::sealing::Sealer;
use crate::event::{Author, Day, Draft, Entry, EntryId, Hash, Json, Moment, json_text, object, types};
use crate::figures::State;

/// What an import did.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The batch.
    pub batch: EntryId,
    /// Receipts of what was appended, the batch's own entries first and last.
    pub receipts: Vec<Receipt>,
    /// Rows that were there already with the same content.
    pub skipped: usize,
}

/// Why rows are refused: each with its index.
pub type RefusedRows = Vec<(usize, DeskError)>;

/// What an import is made of.
pub struct Import {
    /// BLAKE3 of the file.
    pub file: Hash,
    /// Its rows.
    pub rows: Vec<Command>,
}

/// The entries of an import on a copy of the state; nothing is written.
struct Rehearsal {
    state: State,
    author: Author,
    now: Moment,
    batch: EntryId,
    drafts: Vec<Draft>,
    skipped: usize,
    sealer: Sealer,
}

impl Desk {
    /// Imports rows as one batch, or says of each bad row why and writes
    /// nothing. The same file again continues where its batch stopped.
    pub fn import(
        &mut self,
        import: Import,
        author: Author,
        now: Moment,
        ids: decide::Ids<'_>,
    ) -> Result<Imported, RefusedRows> {
        let whole = |error: DeskError| vec![(0, error)];
        let unfinished = self.batch_of(import.file).map_err(|refusal| whole(refusal.into()))?;
        let batch = unfinished.map_or_else(&mut *ids, |(id, _)| id);
        let done = unfinished.map_or(0, |(_, entries)| entries);
        let mut rehearsal = Rehearsal {
            state: self.state().clone(),
            author,
            now,
            batch,
            drafts: vec![],
            skipped: 0,
            sealer: Sealer::new(self.custody()),
        };
        let is_stranger = !self.state().knows_user(author.user);
        if is_stranger {
            let user = rehearsal.sealer.registration(author, ids).map_err(|error| whole(error.into()))?;
            rehearsal.take(user).map_err(whole)?;
        }
        let rows = import.rows.len();
        if unfinished.is_none() {
            let data = object([
                ("file", json_text(import.file.to_string())),
                ("rows", Json::Int(i64::try_from(rows).unwrap_or(i64::MAX))),
            ]);
            rehearsal.take(drafts::plain(batch, types::BATCH_STARTED, data)).map_err(whole)?;
        }
        let mut refused = RefusedRows::new();
        for (index, row) in import.rows.into_iter().enumerate().skip(done) {
            if let Err(error) = rehearsal.row(row, self, ids) {
                refused.push((index, error));
            }
        }
        if !refused.is_empty() {
            return Err(refused);
        }
        let count = Json::Int(i64::try_from(rows).unwrap_or(i64::MAX));
        let end = drafts::about(ids(), types::BATCH_COMPLETED, batch, object([("rows", count)]));
        rehearsal.take(end).map_err(whole)?;
        let source = self.state().source().to_owned();
        let (drafts, skipped) = (rehearsal.drafts, rehearsal.skipped);
        rehearsal.sealer.keep().map_err(|error| whole(error.into()))?;
        let mut receipts = self.append(drafts, &source, author, |_| now).map_err(whole)?;
        // The recorder's registration is no part of the batch.
        receipts.drain(..usize::from(is_stranger));
        Ok(Imported { batch, receipts, skipped })
    }

    /// The unfinished batch of a file and how many of its rows are there; a
    /// finished one is refused.
    fn batch_of(&self, file: Hash) -> Result<Option<(EntryId, usize)>, Refusal> {
        let known = self.state().batches().iter();
        match known.rev().find(|(_, batch)| batch.file == file && batch.withdrawn.is_none()) {
            None => Ok(None),
            Some((id, batch)) if batch.completed => Err(Refusal::AlreadyImported(*id)),
            Some((id, batch)) => Ok(Some((*id, batch.entries))),
        }
    }
}

impl Rehearsal {
    fn row(&mut self, row: Command, desk: &Desk, ids: decide::Ids<'_>) -> Result<(), DeskError> {
        let today = self.now.day(self.state.zone()).unwrap_or(Day::FIRST);
        let moment = decide::Moment { author: self.author, today };
        let row = self.sealer.command(&self.state, row, ids)?;
        for draft in decide(&self.state, moment, row, ids)? {
            if self.state.sequence_of(draft.id).is_some() {
                Self::is_the_same(&draft, desk)?;
                self.skipped += 1;
                continue;
            }
            self.take(Draft { batch: Some(self.batch), ..draft })?;
        }
        Ok(())
    }

    /// A row whose id is there already must say what the entry says, whatever
    /// batch it came with.
    fn is_the_same(draft: &Draft, desk: &Desk) -> Result<(), DeskError> {
        let taken = || DeskError::from(Refusal::IdTaken(draft.id));
        let sequence = desk.state().sequence_of(draft.id).ok_or_else(taken)?;
        let line = desk.log().get(sequence)?.unwrap_or_default();
        let entry = Entry::read(&line).map_err(|source| DeskError::Entry { sequence, source })?;
        let same = Draft { batch: entry.draft.batch, ..draft.clone() };
        if entry.same_content(&same, &entry.author) { Ok(()) } else { Err(taken()) }
    }

    fn take(&mut self, draft: Draft) -> Result<(), DeskError> {
        let entry = Entry {
            draft: draft.clone(),
            source: self.state.source().to_owned(),
            author: self.author,
            recorded: self.state.recorded().map_or(self.now, |last| self.now.max(last)),
            sequence: self.state.size(),
            previous: self.state.head(),
        };
        let line = entry.to_bytes().map_err(Refusal::from)?;
        self.state.apply(entry, Hash::of(&line))?;
        self.drafts.push(draft);
        Ok(())
    }
}
