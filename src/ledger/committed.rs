//! A ledger as its last commit left it: what everyone reads while one writes.
//!
//! ```text
//! Committed ──prepare──▶ Prepared ──▶ Desk::commit ──append──▶ Committed, the next one
//!     │                                  │ something was committed since: nothing is done
//!     ▼
//!  pages, values, what something would change
//! ```
//!
//! It never changes: whoever writes makes the next one beside it. Copies share
//! the log, whose lines up to here never change either.

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::desk::DeskError;
use super::replaying::{ForValues, replay, replay_on};
use super::sealing::Custody;
use crate::figures::{Known, State};
use crate::log::{Lines, Log, LogError};

/// A log, of which lines are read while others may be appended.
pub(super) type AnyLog = Box<dyn Log + Send>;

/// A ledger as its last commit left it.
#[derive(Clone)]
pub struct Committed {
    pub(super) log: Arc<Mutex<AnyLog>>,
    pub(super) state: Arc<State>,
    pub(super) custody: Option<Arc<Custody>>,
}

impl Committed {
    pub(super) fn new(log: AnyLog, state: State) -> Self {
        Self { log: Arc::new(Mutex::new(log)), state: Arc::new(state), custody: None }
    }

    /// What its entries say.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// What lies beside its log.
    pub(super) fn custody(&self) -> Option<&Custody> {
        self.custody.as_deref()
    }

    /// Its log, for as long as a line is read or a group is appended.
    pub(super) fn log(&self) -> MutexGuard<'_, AnyLog> {
        // A log that stopped in the middle says so itself.
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// One entry as it is stored; whoever asks waits for no more than a group
    /// that is being appended.
    pub fn line(&self, sequence: u64) -> Result<Option<Vec<u8>>, LogError> {
        self.log().get(sequence)
    }

    /// Reads its lines through from the first on, beside whoever appends.
    pub fn read_lines<T>(&self, read: impl FnOnce(Lines<'_>) -> T) -> Result<T, LogError> {
        let log = self.log().beside()?;
        let lines = log.read(0)?;
        Ok(read(lines))
    }

    /// The state as known, replayed beside whoever appends.
    pub fn known(&self, known: Known) -> Result<State, DeskError> {
        let log = self.log().beside()?;
        replay(log.as_ref(), known)
    }

    /// The state for values of all that its log holds.
    pub(super) fn replayed_for_values(&self, dir: &Path) -> Result<ForValues, DeskError> {
        replay_on(self.log().as_ref(), ForValues::beside(dir), Known::Now)
    }

    /// Waits until what is being appended is there whole.
    pub fn wait(&self) {
        drop(self.log());
    }
}
