//! A ledger open for reading.

use std::path::{Path, PathBuf};

use super::desk::DeskError;
use super::lost::{Lost, lost};
use super::outline::Outline;
use super::replaying::{
    ForValues, replay, replay_beyond, replay_derived, replay_on, replay_outline, replay_telling,
};
use super::saved;
use super::tree::KeptTree;
use crate::event::Entry;
use crate::figures::{Known, State};
use crate::log::{Lines, Log, LogError, Notice, TwinReader};
use crate::plan::Opened;

/// A ledger open for reading.
pub struct Reading {
    log: Box<dyn Log + Send>,
    notices: Vec<Notice>,
    dir: PathBuf,
}

impl Reading {
    pub(super) fn new(log: Box<dyn Log + Send>, notices: Vec<Notice>, dir: &Path) -> Self {
        Self { log, notices, dir: dir.to_owned() }
    }

    /// Of a file that holds all lines, as an export does. What has to be known of
    /// activities meanwhile lies in the system's folder for what is of no lasting use.
    pub fn of_file(path: &Path) -> Result<Self, LogError> {
        let reader = TwinReader::of_file(path)?;
        let notices = reader.ignored().into_iter().collect();
        Ok(Self::new(Box::new(reader), notices, &std::env::temp_dir()))
    }

    pub(super) fn log(&self) -> &dyn Log {
        self.log.as_ref()
    }

    /// The folder in which it lies.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The newest checkpoint that was signed of it on this computer and that it does not
    /// contain.
    pub fn lost(&self, state: &State) -> Result<Option<Lost>, DeskError> {
        lost(&self.dir, self.log.as_ref(), state)
    }

    /// What a person should hear of how it was opened.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// Why the store cannot be used, where that is its own fault and not that
    /// another process holds it, nothing can be written or the disk is full.
    pub fn take_damage(&mut self) -> Option<LogError> {
        let is_damage = |notice: &Notice| {
            let Notice::TwinOnly { because } = notice else { return false };
            match because {
                LogError::Damaged { .. } => true,
                LogError::Store { source } => source.is_doubtful(),
                _ => false,
            }
        };
        let at = self.notices.iter().position(is_damage)?;
        match self.notices.remove(at) {
            Notice::TwinOnly { because } => Some(because),
            _ => None,
        }
    }

    /// What its entries say, as known.
    pub fn state(&self, known: Known) -> Result<State, DeskError> {
        replay(self.log.as_ref(), known)
    }

    /// What its entries say beside its activities and reported totals.
    pub fn outlined(&self) -> Result<State, DeskError> {
        let log = self.log.as_ref();
        let kept = match Outline::kept(&self.dir) {
            Some(kept) if kept.is_of(log)? => replay_outline(&kept).ok().map(|state| (kept, state)),
            _ => None,
        };
        let (mut outline, state) = kept.unwrap_or_else(|| (Outline::default(), State::without_records()));
        replay_beyond(log, &mut outline, state)
    }

    /// What its entries say, as known, as far as values rest on it.
    pub fn state_for_values(&self, known: Known) -> Result<State, DeskError> {
        match known {
            Known::Now => saved::state_for_values(&self.dir, self.log.as_ref()),
            known => saved::state_known(&self.dir, self.log.as_ref(), known),
        }
    }

    /// Takes away the index from which values were to be worked out, where it turned
    /// out to be lost.
    pub fn drop_index(&self) {
        // Where that cannot be done it is found to be lost again.
        let _ = saved::drop_it(&self.dir);
    }

    /// Takes away all that is derived from the entries: outline, index and tree.
    pub fn drop_derived(&self) -> Result<(), LogError> {
        Outline::drop_it(&self.dir)?;
        KeptTree::drop_it(&self.dir)?;
        saved::drop_it(&self.dir)
    }

    /// Makes all of it anew from the entries, telling how many of these are read.
    pub fn make_derived(&self, told: &mut dyn FnMut(u64)) -> Result<(), DeskError> {
        let log = self.log.as_ref();
        let (ForValues { state, lines, .. }, outline, tree) =
            replay_derived(log, ForValues::beside(&self.dir), told)?;
        outline.write(&self.dir)?;
        tree.write(&self.dir)?;
        Ok(saved::write(&self.dir, &state, &lines)?)
    }

    /// The same of all that is known, from the entries alone.
    pub fn replayed_for_values(&self) -> Result<State, DeskError> {
        let anew = ForValues::beside(&self.dir);
        replay_on(self.log.as_ref(), anew, Known::Now).map(|replayed| replayed.state)
    }

    /// The same of what was known when it had so many entries, telling how many of these
    /// are taken up.
    pub fn replayed_for_values_at(&self, size: u64, told: &mut dyn FnMut(u64)) -> Result<State, DeskError> {
        let anew = ForValues::beside(&self.dir);
        let known = size.checked_sub(1).map_or(Known::Now, Known::Sequence);
        replay_telling(self.log.as_ref(), anew, known, told).map(|replayed| replayed.state)
    }

    /// How many entries it has.
    pub fn size(&self) -> u64 {
        self.log.head().size
    }

    /// Reads all of it through: every line hashed, each the one that follows.
    pub fn check(&self) -> Result<(), DeskError> {
        self.replayed_for_values().map(drop)
    }

    /// Its entries as they are stored, in order.
    pub fn lines(&self) -> Result<Lines<'_>, LogError> {
        self.log.read(0)
    }

    /// What entry 0 says, for what must be understood before anything is
    /// replayed; none where it cannot be read.
    pub fn opened(&self) -> Option<Opened> {
        let line = self.log.get(0).ok()??;
        Opened::read(&Entry::read(&line).ok()?.draft.data).ok()
    }

    /// One entry as it is stored.
    pub fn line(&self, sequence: u64) -> Result<Option<Vec<u8>>, LogError> {
        self.log.get(sequence)
    }

    /// Whether its first entries are these lines, byte for byte.
    pub fn begins_with(&self, lines: &[Vec<u8>]) -> Result<bool, LogError> {
        let mut kept = self.log.read(0)?;
        for line in lines {
            if kept.next().transpose()?.as_ref() != Some(line) {
                return Ok(false);
            }
        }
        Ok(true)
    }
}
