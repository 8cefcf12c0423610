//! What can go wrong for a command, and the exit code that says so.

use std::path::PathBuf;

use crate::event::IdError;
use crate::exchange::JsonlError;
use crate::figures::RulingError;
use crate::ledger::DeskError;
use crate::log::LogError;
use crate::present::Messages;
use crate::present::problems::{sealing_sentence, vault_sentence};
use crate::vault::VaultError;

/// Why a command did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// The ledger refuses it, or cannot be used.
    #[error(transparent)]
    Desk(#[from] DeskError),
    /// The log cannot be opened.
    #[error(transparent)]
    Log(#[from] LogError),
    /// Something beside the log cannot be kept.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// No plan rules.
    #[error(transparent)]
    Ruling(#[from] RulingError),
    /// No such indicator.
    #[error("there is no indicator “{0}” in the plan; `jalon kpi --format json` lists them")]
    Indicator(String),
    /// A file cannot be read.
    #[error("{}: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A file says something that cannot be understood.
    #[error("{spot}: {message}")]
    Spot {
        /// Where.
        spot: crate::exchange::Spot,
        /// What.
        message: String,
    },
    /// Lines of an import cannot be read.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Lines(Vec<JsonlError>),
    /// An argument is not what it should be.
    #[error("{0}")]
    Usage(String),
    /// An id is not one.
    #[error(transparent)]
    Id(#[from] IdError),
    /// A check failed.
    #[error("{0}")]
    Check(String),
    /// Standard output cannot be written.
    #[error(transparent)]
    Print(#[from] std::io::Error),
}

impl Problem {
    /// The sentence with its causes.
    pub fn sentence(&self) -> String {
        let mut text = self.to_string();
        let mut cause = std::error::Error::source(self);
        while let Some(error) = cause {
            let words = error.to_string();
            if !text.contains(&words) {
                text = format!("{text}: {words}");
            }
            cause = error.source();
        }
        text
    }

    /// The sentence in a person's language, where there is one.
    pub fn told(&self, messages: &Messages) -> String {
        match self {
            Self::Vault(error) => vault_sentence(messages, error),
            Self::Desk(DeskError::Sealing(error)) => sealing_sentence(messages, error),
            other => other.sentence(),
        }
    }

    /// 1 refused or a check failed, 2 wrong usage, 3 the ledger cannot be
    /// opened or is damaged.
    pub const fn exit_code(&self) -> u8 {
        match self {
            Self::Usage(_) | Self::Id(_) => 2,
            Self::Log(_) | Self::Desk(DeskError::Log(_) | DeskError::Entry { .. } | DeskError::Replay(_)) => {
                3
            }
            _ => 1,
        }
    }
}
