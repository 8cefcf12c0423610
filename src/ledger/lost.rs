//! Whether a ledger still contains the newest checkpoint that was signed of it.
//!
//! An older copy of it does not, nor does one that lost entries. Whoever wrote in
//! such a ledger would give places to other entries than those that were signed
//! there: two histories under one key. So it is opened for reading only, until
//! `resume` says why it goes on, with another key.

use std::path::Path;

use super::desk::DeskError;
use super::sealing::SealingError;
use crate::event::{Entry, Hash};
use crate::figures::State;
use crate::log::{Log, LogError};
use crate::plan::Opened;
use crate::proof::SignedCheckpoint;
use crate::vault::{Checkpoints, Keys, VaultError};

/// A checkpoint that was signed of a ledger which does not contain it.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("a checkpoint of {} entries was signed, which this ledger of {size} does not contain", signed.checkpoint.size)]
pub struct Lost {
    /// The newest checkpoint.
    pub signed: SignedCheckpoint,
    /// How many entries there are.
    pub size: u64,
}

/// A checkpoint that a computer remembers, with the hash of the last entry that it
/// covers where that is known.
pub(super) struct Remembered {
    pub(super) head: Option<Hash>,
    pub(super) signed: SignedCheckpoint,
}

impl Remembered {
    /// As it stands beside the key: the hash, a line feed, the note.
    pub(super) fn text(&self) -> String {
        format!("{}\n{}", self.head.unwrap_or_default(), self.signed.note)
    }

    fn read(text: &str) -> Option<Self> {
        let (head, note) = text.split_once('\n')?;
        Some(Self { head: Some(head.parse().ok()?), signed: SignedCheckpoint::read(note).ok()? })
    }

    /// Whether a log has the entries that it covers.
    fn is_in(&self, log: &dyn Log) -> Result<bool, LogError> {
        let size = self.signed.checkpoint.size;
        if size > log.head().size {
            return Ok(false);
        }
        match (size.checked_sub(1), self.head) {
            (Some(last), Some(head)) => Ok(log.get(last)?.is_some_and(|line| Hash::of(&line) == head)),
            _ => Ok(true),
        }
    }

    /// Whether an entry says that the ledger goes on without entries that it covers.
    fn is_told(&self, state: &State) -> bool {
        let size = self.signed.checkpoint.size;
        state.key_changes().iter().filter_map(|change| change.lost.as_ref()).any(|lost| {
            let named = SignedCheckpoint::read(&lost.checkpoint).map(|it| it.checkpoint.size);
            lost.size < size && named.is_ok_and(|named| size <= named)
        })
    }
}

/// Refuses a ledger that does not contain what was signed of it, unless it says that it
/// goes on without.
pub(super) fn contains_signed(dir: &Path, log: &dyn Log, state: &State) -> Result<(), DeskError> {
    lost(dir, log, state)?.map_or(Ok(()), |lost| Err(DeskError::Lost(Box::new(lost))))
}

/// The checkpoint of the most entries that was signed and that a log does not contain,
/// where none of its entries says that it goes on without.
pub(super) fn lost(dir: &Path, log: &dyn Log, state: &State) -> Result<Option<Lost>, DeskError> {
    let Some(opened) = opened(log)? else { return Ok(None) };
    let remembered = remembered(dir, &opened).map_err(SealingError::from)?;
    let mut newest: Option<SignedCheckpoint> = None;
    for it in remembered {
        let is_more = newest.as_ref().is_none_or(|newest| newest.checkpoint.size < it.signed.checkpoint.size);
        if is_more && !it.is_told(state) && !it.is_in(log)? {
            newest = Some(it.signed);
        }
    }
    Ok(newest.map(|signed| Lost { signed, size: log.head().size }))
}

/// What entry 0 says, which is read of the log: a state may not be there yet.
fn opened(log: &dyn Log) -> Result<Option<Opened>, LogError> {
    let line = log.get(0)?;
    Ok(line.and_then(|line| Opened::read(&Entry::read(&line).ok()?.draft.data).ok()))
}

/// What stands beside the key, and those of the most entries in the ledger's own folder.
/// One that cannot be read may be the one that matters: then nothing is known.
fn remembered(dir: &Path, opened: &Opened) -> Result<Vec<Remembered>, VaultError> {
    let mut found = Vec::new();
    // Without a folder for keys nothing was signed here.
    if let Ok(keys) = Keys::of(opened.ledger, dir)
        && let Some((path, text)) = keys.newest_signed()?
    {
        found.push(Remembered::read(&text).ok_or(VaultError::Checkpoint { path })?);
    }
    for (path, size, note) in Checkpoints::of(dir).newest()? {
        let signed = SignedCheckpoint::read(&note).ok();
        let is_it =
            |it: &SignedCheckpoint| it.checkpoint.size == size && it.checkpoint.origin == opened.origin;
        let signed = signed.filter(is_it).ok_or(VaultError::Checkpoint { path })?;
        found.push(Remembered { head: None, signed });
    }
    Ok(found)
}
