//! A ledger that is open to import into it and for nothing else, of any size: its
//! activities are known as far as rules read them, and what the import appends waits
//! in a file beside the log.
//!
//! ```text
//! Folder::open_to_import ─▶ Intake ──ready──▶ Intake ──attempt──▶ Attempt: rows, one by one
//!                                   whole where rows look back        │ all of them sound
//!                                                                     ▼ commit, in groups
//!                                                                   the state to tell of
//! ```

use std::path::{Path, PathBuf};

use super::administering::{Writer, preface};
use super::ahead::Ahead;
use super::alike::Alike;
use super::command::Command;
use super::committed::{AnyLog, Committed};
use super::decide::Ids;
use super::desk::{Desk, DeskError};
use super::importing::{ImportRefused, Imported, ImportedRows};
use super::lost::contains_signed;
use super::outline::{MOST_BEYOND, Outline};
use super::ready::{ReadyRow, Readying};
use super::rehearsal::Rehearsal;
use super::replaying::ForValues;
use super::saved;
use super::sealing::{Custody, Sealer};
use super::sought::Sought;
use super::spool::Spool;
use super::trial::Trial;
use crate::event::Hash;
use crate::figures::State;

/// A ledger that is open to import into it.
pub struct Intake {
    desk: Desk,
    /// The lines about no activity: the index is kept with them.
    outline: Outline,
    /// Up to where what is kept of it was taken. That does not say how much of an import
    /// came.
    kept: u64,
    dir: PathBuf,
}

impl Intake {
    pub(super) fn of(log: AnyLog, dir: &Path) -> Result<Self, DeskError> {
        let replayed = saved::for_values(dir, log.as_ref())?;
        let ForValues { state, lines: outline, from: kept } = replayed;
        Ok(Self { desk: Desk::of(Committed::new(log, state)), outline, kept, dir: dir.to_owned() })
    }

    /// Refuses a ledger that does not contain what was signed of it.
    pub(super) fn contains_signed(&self) -> Result<(), DeskError> {
        contains_signed(&self.dir, self.desk.now().log().as_ref(), self.state())
    }

    /// The same, all of it replayed.
    fn replayed(mut self) -> Result<Self, DeskError> {
        let ForValues { state, lines, .. } = self.desk.now().replayed_for_values(&self.dir)?;
        self.desk.take_state(state);
        Ok(Self { outline: lines, kept: 0, ..self })
    }

    /// The same with what lies beside the log.
    #[must_use]
    pub fn with(self, custody: Custody) -> Self {
        Self { desk: self.desk.with(custody), ..self }
    }

    /// What its entries say, as far as is known of them.
    pub fn state(&self) -> &State {
        self.desk.state()
    }

    /// The same, whole where what is decided of rows looks at activities that are
    /// there.
    pub fn ready(mut self, ahead: &Ahead) -> Result<Self, DeskError> {
        if ahead.looks_back(self.state()) {
            self.desk.make_whole()?;
        } else if self.kept > 0 && self.state().is_lost() {
            return self.replayed()?.ready(ahead);
        }
        Ok(self)
    }

    /// Begins an import. The ledger has it or, where it is not committed, is as it
    /// was.
    pub fn attempt(
        self,
        file: Hash,
        ahead: &Ahead,
        writer: Writer,
        ids: Ids<'_>,
    ) -> Result<Attempt, ImportRefused> {
        let unfinished = ahead.batch_of(file, self.state())?;
        if unfinished.is_some() && self.kept > 0 && self.state().is_for_values() {
            return self.replayed()?.attempt(file, ahead, writer, ids);
        }
        let Self { mut desk, outline, kept, dir } = self;
        let alike = Alike::of(desk.state());
        let (state, before) = (desk.state(), desk.state().size());
        let sought = state.is_for_values().then(|| Sought::of(state.kept_fields()));
        let mut sealer = Sealer::new(desk.custody());
        let preface = preface(desk.state(), writer, &mut sealer, ids)?;
        let mut rehearsal = Rehearsal::over(desk.give_state(), preface, sealer, writer.author, writer.now);
        (rehearsal.lines, rehearsal.outline) = (Spool::beside(&dir)?, outline);
        let mut trial = Trial::new(rehearsal, file, ahead, unfinished, ids)?;
        trial.sought = sought;
        Ok(Attempt { trial, desk, alike, before, kept, dir })
    }
}

/// An import that is tried out row after row.
pub struct Attempt {
    trial: Trial,
    /// Without its state, which the trial has.
    desk: Desk,
    alike: Alike,
    /// The size of the ledger before it.
    before: u64,
    /// Up to where the index goes.
    kept: u64,
    dir: PathBuf,
}

impl Attempt {
    /// The state after the rows so far.
    pub const fn state(&self) -> &State {
        &self.trial.rehearsal.state
    }

    /// What the rows so far become.
    pub const fn rows(&self) -> &ImportedRows {
        &self.trial.rows
    }

    /// Takes the next row, or says why it is refused: then nothing of the import is
    /// to be committed.
    pub fn take(&mut self, row: Command, ids: Ids<'_>) -> Result<(), DeskError> {
        self.trial.take(row, &self.alike, self.desk.now(), ids)
    }

    /// What rows can be made ready by beside whoever takes them; none where all of
    /// them have to be taken as they are.
    pub fn readying(&self) -> Option<Readying> {
        self.trial.readying()
    }

    /// Takes the next row, which was made ready.
    pub fn take_ready(&mut self, row: ReadyRow<'_>, ids: Ids<'_>) -> Result<(), DeskError> {
        self.trial.take_ready(row, &self.alike, ids)
    }

    /// Commits what the rows bring, none of which was refused; the state that it
    /// leaves, to tell of it. The index goes along where it would be far behind.
    pub fn commit(self, ids: Ids<'_>) -> Result<(State, Imported), ImportRefused> {
        let Self { trial, mut desk, before, kept, dir, .. } = self;
        let mut trial = trial.end(ids)?;
        if let Some(sought) = trial.sought.take() {
            trial.rows.alike = sought.found(&trial.rehearsal.state, before, desk.now(), &dir)?;
        }
        if trial.brings_nothing() {
            let Trial { rehearsal, rows, .. } = trial;
            return Ok((rehearsal.state, Imported { batch: None, appended: 0, rows }));
        }
        let mut outline = std::mem::take(&mut trial.rehearsal.outline);
        let done = desk.take_up(trial)?;
        let state = desk.into_state();
        outline.reach(state.size(), state.head());
        if done.appended as u64 > MOST_BEYOND {
            saved::keep_after(&dir, &state, &outline, kept);
        }
        Ok((state, done))
    }
}
