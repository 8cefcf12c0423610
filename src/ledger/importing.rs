//! An import: validated whole before its first append, then one batch.

use std::collections::{BTreeMap, BTreeSet};

use super::alike::{Alike, Twins};
use super::command::{Command, Receipt};
use super::committed::Committed;
use super::decide;
use super::desk::{Desk, DeskError};
use super::drafts;
use super::refusal::Refusal;
use super::rehearsal::Rehearsal;
use super::row_there::{given_id, is_the_same, is_there};
use crate::event::{Author, Draft, EntryId, Hash, Json, Moment, json_text, object, types};
use crate::figures::{Batch, State};

/// What an import did.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The batch; none where every row was there already and nothing is
    /// appended.
    pub batch: Option<EntryId>,
    /// Receipts of all that was appended, the batch's own entries among them.
    pub receipts: Vec<Receipt>,
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
    const fn is_taken(self) -> bool {
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

/// An import, tried out: its entries and what its rows became.
struct Trial {
    rehearsal: Rehearsal,
    /// None where no row becomes an entry of it.
    batch: Option<EntryId>,
    rows: ImportedRows,
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
        Ok(self.take_up(prepared)?)
    }

    /// Commits an import that was prepared; nothing where something else was
    /// committed since.
    pub fn commit_import(&mut self, prepared: Prepared) -> Result<Option<Imported>, DeskError> {
        let is_as_it_was = prepared.0.rehearsal.before == self.state().head();
        is_as_it_was.then(|| self.take_up(prepared)).transpose()
    }

    fn take_up(&mut self, prepared: Prepared) -> Result<Imported, DeskError> {
        let Trial { rehearsal, batch, rows } = prepared.0;
        if batch.is_none() && rows.added.is_empty() {
            return Ok(Imported { batch: None, receipts: vec![], rows });
        }
        let receipts = self.commit(rehearsal)?;
        Ok(Imported { batch, receipts, rows })
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
        let unfinished = self.batch_of(&import)?;
        let rehearsal = Rehearsal::new(self, author, now, accept_clock, ids)?;
        let batch = unfinished.map_or_else(&mut *ids, |(id, _)| id);
        let brought = self.brought(&import.rows, batch);
        let count = Json::Int(i64::try_from(brought).unwrap_or(i64::MAX));
        let mut trial = Trial { rehearsal, batch: None, rows: ImportedRows::default() };
        let mut refused = RefusedRows::new();
        let bodies = import.rows.iter().take_while(|row| is_body(row)).count();
        let mut rows = import.rows.into_iter().enumerate();
        for (index, row) in rows.by_ref().take(bodies) {
            trial.take_row(index, row, self, &mut refused, ids);
        }
        let without_batch = trial.rehearsal.mark();
        let registered = trial.rows.added.len();
        trial.batch = Some(batch);
        let mut done = 0;
        if let Some((_, known)) = unfinished {
            done = known.entries;
            if known.rows != brought {
                return Err(
                    Refusal::BatchDiffers { batch: known.sequence, rows: known.rows, now: brought }.into()
                );
            }
        } else {
            let data = object([("file", json_text(import.file.to_string())), ("rows", count.clone())]);
            trial.rehearsal.take(drafts::plain(batch, types::BATCH_STARTED, data))?;
        }
        let mut given = BTreeSet::new();
        let (alike, mut twins) = (Alike::of(self.state()), Twins::default());
        for (index, row) in rows {
            // A row that stands twice is one entry, counted once.
            let is_first = given_id(&row).is_none_or(|id| given.insert(id));
            if is_first && self.is_done(&row, batch, &mut done) {
                trial.rows.each.push(RowVerdict::There);
                continue;
            }
            let same = alike.find(&row);
            let (known, twin) = twins.find(&row);
            if trial.take_row(index, row, self, &mut refused, ids).is_taken() {
                twins.take(known, index);
                trial.rows.twins.extend(twin.map(|first| (index, first)));
                trial.rows.alike.extend(same.map(|sequence| (index, sequence)));
            }
        }
        if !refused.is_empty() {
            return Err(ImportRefused::Rows { refused, rows: Box::new(trial.rows) });
        }
        if unfinished.is_none() && trial.rows.added.len() == registered {
            trial.batch = None;
            trial.rehearsal.go_back(without_batch);
            return Ok(trial);
        }
        let end = drafts::about(ids(), types::BATCH_COMPLETED, batch, object([("rows", count)]));
        trial.rehearsal.take(end)?;
        Ok(trial)
    }

    /// The unfinished batch of a file. A finished one is refused where some rows
    /// give no id: whether they are there already cannot be told.
    fn batch_of(&self, import: &Import) -> Result<Option<(EntryId, &Batch)>, Refusal> {
        let known = self.state().batches().iter();
        let all_given = || import.rows.iter().all(|row| is_body(row) || given_id(row).is_some());
        match known.rev().find(|(_, batch)| batch.file == import.file && batch.withdrawn.is_none()) {
            None => Ok(None),
            Some((_, batch)) if batch.completed && all_given() => Ok(None),
            Some((_, batch)) if batch.completed => Err(Refusal::AlreadyImported(batch.sequence)),
            Some((id, batch)) => Ok(Some((*id, batch))),
        }
    }

    /// Whether a row is one of the `done` first that its batch appended. A row
    /// whose id was there before the batch is none of them.
    fn is_done(&self, row: &Command, batch: EntryId, done: &mut u64) -> bool {
        let given = given_id(row);
        let record = given.and_then(|id| self.state().record(id));
        let is_its = given.is_none() || record.is_some_and(|record| record.batch == Some(batch));
        if *done == 0 || !is_its {
            return false;
        }
        *done -= 1;
        true
    }

    /// How many entries rows bring with a batch: a row that stands twice is one
    /// entry, and one that is there otherwise is none.
    fn brought(&self, rows: &[Command], batch: EntryId) -> u64 {
        let mut given = BTreeSet::new();
        let is_new = |row: &&Command| {
            !is_body(row) && !self.is_elsewhere(row, batch) && given_id(row).is_none_or(|id| given.insert(id))
        };
        rows.iter().filter(is_new).count() as u64
    }

    /// Whether a row's entry is there and came otherwise than with this batch.
    fn is_elsewhere(&self, row: &Command, batch: EntryId) -> bool {
        let known = given_id(row).filter(|id| self.state().sequence_of(*id).is_some());
        known.is_some_and(|id| self.state().record(id).is_none_or(|record| record.batch != Some(batch)))
    }
}

/// Whether a row registers a body.
const fn is_body(row: &Command) -> bool {
    matches!(row, Command::Register { .. })
}

impl Trial {
    /// Takes a row, or notes why it is refused.
    fn take_row(
        &mut self,
        index: usize,
        row: Command,
        ledger: &Committed,
        refused: &mut RefusedRows,
        ids: decide::Ids<'_>,
    ) -> RowVerdict {
        let verdict = self.row(row, ledger, ids).unwrap_or_else(|error| {
            refused.push((index, error));
            RowVerdict::Refused
        });
        self.rows.each.push(verdict);
        verdict
    }

    fn row(
        &mut self,
        row: Command,
        ledger: &Committed,
        ids: decide::Ids<'_>,
    ) -> Result<RowVerdict, DeskError> {
        if is_there(&row, &self.rehearsal.state) {
            self.rows.skipped += 1;
            return Ok(RowVerdict::There);
        }
        let mut verdict = RowVerdict::There;
        for draft in self.rehearsal.decide(row, ids)? {
            let state = &self.rehearsal.state;
            if state.sequence_of(draft.id).is_some() {
                match self.rehearsal.drafts.iter().find(|known| known.id == draft.id) {
                    Some(known) if *known == (Draft { batch: known.batch, ..draft.clone() }) => {}
                    Some(_) => return Err(Refusal::IdTaken(draft.id).into()),
                    None => is_the_same(&draft, ledger)?,
                }
                self.rows.skipped += 1;
                continue;
            }
            let kind = state.short_kind(&draft.kind).to_owned();
            let is_planned = draft.occurred.is_some_and(|occurred| occurred.to > self.rehearsal.today);
            self.rehearsal.take(Draft { batch: self.batch, ..draft })?;
            *self.rows.added.entry(kind).or_default() += 1;
            self.rows.planned += usize::from(is_planned);
            verdict = if is_planned { RowVerdict::Planned } else { RowVerdict::Added };
        }
        Ok(verdict)
    }
}
