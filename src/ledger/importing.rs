//! An import: validated whole before its first append, then one batch.

use std::collections::BTreeMap;

use super::ahead::Ahead;
use super::alike::Alike;
use super::command::Command;
use super::committed::Committed;
use super::decide;
use super::desk::{Desk, DeskError};
use super::rehearsal::Rehearsal;
use super::trial::Trial;
use crate::event::{Author, EntryId, Hash, Moment};
use crate::figures::State;

/// What an import did.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The batch; none where every row was there already and nothing is
    /// appended.
    pub batch: Option<EntryId>,
    /// How many entries were appended, the batch's own among them.
    pub appended: usize,
    /// How many rows of what became entries.
    pub rows: ImportedRows,
}

/// How many rows of an import become entries.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ImportedRows {
    /// By type, short for the catalogue's.
    pub added: BTreeMap<String, usize>,
    /// Those of them that end after today: planned, they do not count yet.
    pub planned: usize,
    /// Rows that were there already with the same content.
    pub skipped: usize,
    /// Rows, by their index, of which each says what a standing activity says
    /// that was there before, with its place.
    pub alike: Vec<(usize, u64)>,
    /// Rows, by their index, of which each says what an earlier one of the same
    /// import says, with the index of that one.
    pub twins: Vec<(usize, usize)>,
    /// What becomes of each row, in order.
    pub each: Vec<RowVerdict>,
}

/// What becomes of a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RowVerdict {
    /// It becomes an entry.
    Added,
    /// It becomes an entry that does not count before it is confirmed.
    Planned,
    /// Its entry is there already, or stands in an earlier row.
    There,
    /// The ledger refuses it.
    Refused,
}

impl RowVerdict {
    /// Whether the row becomes an entry. One that is there already is not there
    /// twice.
    pub(super) const fn is_taken(self) -> bool {
        matches!(self, Self::Added | Self::Planned)
    }
}

/// Why rows are refused: each with its index.
pub type RefusedRows = Vec<(usize, DeskError)>;

/// Why an import is refused; nothing was written.
#[derive(Debug)]
pub enum ImportRefused {
    /// As a whole, whatever its rows say.
    Whole(DeskError),
    /// For some of its rows.
    Rows {
        /// Those, and why.
        refused: RefusedRows,
        /// What would become of all of them.
        rows: Box<ImportedRows>,
    },
}

impl<E: Into<DeskError>> From<E> for ImportRefused {
    fn from(error: E) -> Self {
        Self::Whole(error.into())
    }
}

/// What an import is made of.
#[derive(Clone)]
pub struct Import {
    /// BLAKE3 of the file.
    pub file: Hash,
    /// Its rows. Bodies that it registers stand before what names them: they
    /// are of no batch, and are appended together with it.
    pub rows: Vec<Command>,
}

/// An import that only waits to be committed: nothing else has to be committed
/// in between.
pub struct Prepared(Trial);

impl Desk {
    /// Imports rows as one batch, or says of each bad row why and writes
    /// nothing. The same file again continues where its batch stopped.
    pub fn import(
        &mut self,
        import: Import,
        author: Author,
        now: Moment,
        accept_clock: bool,
        ids: decide::Ids<'_>,
    ) -> Result<Imported, ImportRefused> {
        self.make_whole()?;
        let prepared = self.now().prepare(import, author, now, accept_clock, ids)?;
        Ok(self.take_up(prepared.0)?)
    }

    /// Commits an import that was prepared; nothing where something else was
    /// committed since.
    pub fn commit_import(&mut self, prepared: Prepared) -> Result<Option<Imported>, DeskError> {
        let is_as_it_was = prepared.0.rehearsal.before == self.state().head();
        is_as_it_was.then(|| self.take_up(prepared.0)).transpose()
    }

    pub(super) fn take_up(&mut self, tried: Trial) -> Result<Imported, DeskError> {
        let brings_nothing = tried.brings_nothing();
        let Trial { rehearsal, batch, rows, .. } = tried;
        if brings_nothing {
            return Ok(Imported { batch: None, appended: 0, rows });
        }
        let appended = rehearsal.lines.len();
        self.commit_in_groups(rehearsal)?;
        Ok(Imported { batch, appended, rows })
    }
}

impl Committed {
    /// An import, validated whole beside whoever writes.
    pub fn prepare(
        &self,
        import: Import,
        author: Author,
        now: Moment,
        accept_clock: bool,
        ids: decide::Ids<'_>,
    ) -> Result<Prepared, ImportRefused> {
        self.trial(import, author, now, accept_clock, ids).map(Prepared)
    }

    /// What an import would do; nothing is written.
    pub fn rehearse(
        &self,
        import: Import,
        author: Author,
        now: Moment,
        accept_clock: bool,
        ids: decide::Ids<'_>,
    ) -> Result<ImportedRows, ImportRefused> {
        self.trial(import, author, now, accept_clock, ids).map(|trial| trial.rows)
    }

    /// The same, with the state in which it would leave the ledger.
    pub fn foresee(
        &self,
        import: Import,
        author: Author,
        now: Moment,
        accept_clock: bool,
        ids: decide::Ids<'_>,
    ) -> Result<(ImportedRows, State), ImportRefused> {
        let trial = self.trial(import, author, now, accept_clock, ids)?;
        Ok((trial.rows, trial.rehearsal.state))
    }

    fn trial(
        &self,
        import: Import,
        author: Author,
        now: Moment,
        accept_clock: bool,
        ids: decide::Ids<'_>,
    ) -> Result<Trial, ImportRefused> {
        let ahead = Ahead::of(&import.rows);
        let unfinished = ahead.batch_of(import.file, self.state())?;
        let rehearsal = Rehearsal::new(self, author, now, accept_clock, ids)?;
        let mut trial = Trial::new(rehearsal, import.file, &ahead, unfinished, ids)?;
        let mut refused = RefusedRows::new();
        let alike = Alike::of(self.state());
        for (index, row) in import.rows.into_iter().enumerate() {
            trial.take(row, &alike, self, ids).unwrap_or_else(|error| refused.push((index, error)));
        }
        if refused.is_empty() { trial.end(ids) } else { Err(trial.refused(refused)) }
    }
}

/// Whether a row registers a body.
pub(super) const fn is_body(row: &Command) -> bool {
    matches!(row, Command::Register { .. })
}
