//! What went wrong while a ledger was made, of which there is none then.

use std::io;
use std::path::Path;

use super::Problem;
use crate::ledger::{DeskError, LogError, SealingError, is_full};
use crate::present::{Arg, Messages};
use crate::vault::VaultError;

impl Problem {
    /// The same of a ledger that was to be made in a folder: of what the system did not
    /// do, that there is none then.
    #[must_use]
    pub fn of_making(self, folder: &Path) -> Self {
        let is_of_system = match &self {
            Self::Log(error) | Self::Desk(DeskError::Log(error)) => is_of_system(error),
            Self::Vault(VaultError::Random(_)) => true,
            _ => self.of_file().is_some(),
        };
        if !is_of_system {
            return self;
        }
        Self::NotMade { folder: folder.to_owned(), source: Box::new(self) }
    }

    /// What the system said of a file that lies beside the log.
    const fn of_file(&self) -> Option<&io::Error> {
        match self {
            Self::Vault(VaultError::File { source, .. })
            | Self::Desk(DeskError::Sealing(SealingError::Vault(VaultError::File { source, .. })))
            | Self::File { source, .. } => Some(source),
            _ => None,
        }
    }

    /// Whether there was no room on a disk.
    fn is_full(&self) -> bool {
        match self {
            Self::Log(error) | Self::Desk(DeskError::Log(error)) => error.is_full(),
            _ => self.of_file().is_some_and(is_full),
        }
    }

    /// That there is no ledger in a folder for this reason, and what to do.
    pub(super) fn not_made(&self, messages: &Messages, folder: &Path) -> String {
        let id = if self.is_full() { "problem-not-made-full" } else { "problem-not-made" };
        let cause = self.sentence(messages);
        // What else it advises is of a ledger that is there.
        let cause = cause.lines().next().unwrap_or_default();
        messages.say(id, &[("cause", Arg::Text(cause)), ("folder", Arg::Shown(&folder.display()))])
    }
}

/// Whether the system did not do what a log asked of it.
fn is_of_system(error: &LogError) -> bool {
    match error {
        LogError::Io { .. } | LogError::Store { .. } => true,
        LogError::Unfinished { source } => is_of_system(source),
        _ => false,
    }
}
