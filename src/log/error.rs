//! What can go wrong, one sentence each, and what is worth telling.

use std::io;
use std::path::PathBuf;

use super::chain::{Fault, Head};
use super::layout::BlockFault;

/// Why a log could not be opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum LogError {
    /// Neither copy is there.
    #[error("there is no ledger in {}", dir.display())]
    Missing {
        /// Where it was looked for.
        dir: PathBuf,
    },
    /// A copy is already there, so none is created.
    #[error("there is a ledger in {} already", dir.display())]
    Exists {
        /// Where it was to be created.
        dir: PathBuf,
    },
    /// Another process holds the ledger. Both fields are absent when it has
    /// not yet said who it is.
    #[error("another process holds the ledger")]
    Held {
        /// Its process id.
        pid: Option<u32>,
        /// When it took the ledger, `YYYY-MM-DDTHH:MM:SSZ`.
        since: Option<String>,
    },
    /// Nothing can be written into the folder: read with `TwinReader`.
    #[error("the folder {} can only be read", dir.display())]
    ReadOnlyFolder {
        /// The ledger's folder.
        dir: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// An append to a log that was opened for reading.
    #[error("this log is open for reading only")]
    ReadOnly,
    /// A write failed before: nothing more is written until the next open.
    #[error("an earlier write failed, so nothing more is written until the ledger is opened again")]
    Stopped,
    /// A line cannot be the next one; nothing was written.
    #[error("the line at {sequence} cannot be added")]
    Refused {
        /// Where it would have stood.
        sequence: u64,
        /// Why.
        source: Fault,
    },
    /// The copies do not agree, or one cannot be used; nothing was written.
    #[error("the ledger is damaged")]
    Damaged {
        /// In what way.
        source: Box<Damage>,
        /// The end of the twin, if it could be read.
        twin: Option<Head>,
        /// The end of the store, if it could be read.
        store: Option<Head>,
    },
    /// The operating system refused.
    #[error("cannot {action} {}", path.display())]
    Io {
        /// What was tried.
        action: Action,
        /// On what.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The store failed while it was used.
    #[error("the store failed")]
    Store {
        /// How.
        source: StoreFailure,
    },
    /// A write failed in the middle: what it was to add has no receipt, and may
    /// be there when the log is opened again.
    #[error("what was to be written may be there in part")]
    Unfinished {
        /// What failed.
        source: Box<LogError>,
    },
}

/// In what way a ledger is damaged.
#[derive(Debug, thiserror::Error)]
pub enum Damage {
    /// The folder of the twin is gone while the store has entries.
    #[error("the folder lines/ is missing")]
    TwinMissing,
    /// A segment does not begin where the one before it ends.
    #[error("lines/ continues at {found} where {expected} was expected")]
    TwinGap {
        /// The sequence that should come.
        expected: u64,
        /// The sequence that comes, or where the lines end.
        found: u64,
    },
    /// A line of the twin does not continue its chain.
    #[error("the line at {sequence} in lines/ does not continue the chain")]
    TwinBroken {
        /// Which line.
        sequence: u64,
        /// Why not.
        source: Fault,
    },
    /// There is no store, which is made anew from the twin.
    #[error("the folder store/ is missing")]
    StoreMissing,
    /// The store holds entries that the twin does not.
    #[error("store/ holds more entries than lines/")]
    StoreLonger,
    /// The copies hold different bytes.
    #[error("lines/ and store/ hold different bytes at {sequence}")]
    Differs {
        /// At which sequence first.
        sequence: u64,
    },
    /// A line of the store does not continue its chain.
    #[error("the entry at {sequence} in store/ does not continue the chain")]
    StoreChain {
        /// Which entry.
        sequence: u64,
        /// Why not.
        source: Fault,
    },
    /// A block of the store cannot be read.
    #[error("the block of store/ at {sequence} cannot be read")]
    StoreBlock {
        /// The first sequence of the block.
        sequence: u64,
        /// Why not.
        source: BlockFault,
    },
    /// The store could not be opened.
    #[error("store/ cannot be opened")]
    StoreUnusable {
        /// How it failed.
        source: StoreFailure,
    },
    /// The store failed before and is not opened again.
    #[error("store/ failed before and is not opened again ({reason})")]
    StoreDoubtful {
        /// What was noted then.
        reason: String,
    },
}

/// How the store failed. No type of the store itself is named here.
#[derive(Debug, thiserror::Error)]
pub enum StoreFailure {
    /// It panicked.
    #[error("the store stopped unexpectedly: {message}")]
    Panicked {
        /// Its last words.
        message: String,
    },
    /// It reported an error.
    #[error("the store reported an error")]
    Reported {
        /// Which.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The system refused what it asked for.
    #[error("the system failed the store")]
    System {
        /// What the system said.
        source: io::Error,
    },
    /// Its file could not be made durable.
    #[error("the store's file cannot be made durable")]
    NotDurable {
        /// What the system said.
        source: io::Error,
    },
    /// The disk is full: no reason to doubt the store.
    #[error("the disk is full")]
    Full {
        /// What the system said.
        source: io::Error,
    },
    /// A handle of this or another process still has its files.
    #[error("the store's files are in use")]
    InUse,
}

/// What was tried on a file or folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Make it.
    Create,
    /// Open or list it.
    Open,
    /// Read from it.
    Read,
    /// Write to it.
    Write,
    /// Make it durable.
    Sync,
    /// Give it another name.
    Move,
    /// Delete it.
    Remove,
    /// Take its lock.
    Lock,
}

/// Something an open did, or could not do, that a person should hear of.
#[derive(Debug)]
pub enum Notice {
    /// The last line had no line feed and was moved aside.
    LineMovedAside {
        /// The sequence it would have had.
        sequence: u64,
        /// Its length.
        bytes: u64,
        /// Where it is now.
        path: PathBuf,
    },
    /// The last line has no line feed and was passed over.
    LineIgnored {
        /// The sequence it would have.
        sequence: u64,
        /// Its length.
        bytes: u64,
    },
    /// The store was behind the twin and has been given what it lacked.
    CaughtUp {
        /// The store's size before.
        from: u64,
        /// Its size now.
        to: u64,
    },
    /// The store was missing or empty and has been made anew from the twin.
    StoreRebuilt {
        /// How many entries it has now.
        entries: u64,
        /// Where what was there is now.
        aside: Option<PathBuf>,
    },
    /// The twin alone is read.
    TwinOnly {
        /// Why.
        because: LogError,
    },
}

impl std::fmt::Display for Action {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Create => "create",
            Self::Open => "open",
            Self::Read => "read",
            Self::Write => "write",
            Self::Sync => "make durable",
            Self::Move => "move",
            Self::Remove => "remove",
            Self::Lock => "lock",
        })
    }
}

impl Damage {
    /// The damage as an error, with what is known of the two ends.
    pub(super) fn found(self, twin: Option<Head>, store: Option<Head>) -> LogError {
        LogError::Damaged { source: Box::new(self), twin, store }
    }
}

/// Whether the system says that there is no room left.
pub fn is_full(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)
}

impl LogError {
    /// Whether what was to be written may be there nonetheless.
    pub const fn is_unfinished(&self) -> bool {
        matches!(self, Self::Unfinished { .. })
    }

    /// Whether there was no room left.
    pub fn is_full(&self) -> bool {
        match self {
            Self::Io { source, .. } => is_full(source),
            Self::Store { source } => matches!(source, StoreFailure::Full { .. }),
            Self::Unfinished { source } => source.is_full(),
            _ => false,
        }
    }

    /// The same error, with the ends of the copies where they were not known.
    pub(super) fn with_heads(self, twin: Option<Head>, store: Option<Head>) -> Self {
        match self {
            Self::Damaged { source, twin: known_twin, store: known_store } => {
                source.found(known_twin.or(twin), known_store.or(store))
            }
            other => other,
        }
    }
}

impl StoreFailure {
    /// Whether the store may have lost or spoilt what it holds.
    pub const fn is_doubtful(&self) -> bool {
        !matches!(self, Self::Full { .. } | Self::InUse)
    }

    /// Whether it was the system that failed: nothing is known against what the
    /// store held before.
    pub(super) fn is_of_system(&self) -> bool {
        matches!(self, Self::System { .. } | Self::NotDurable { .. })
    }
}
