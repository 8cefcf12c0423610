//! What can go wrong beside the log, one sentence each.

use std::io;
use std::path::PathBuf;

use crate::event::{BodyId, TextError};

/// Why something cannot be kept beside the log.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// A file or folder cannot be read or written.
    #[error("{}: {source}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A document that is a folder or a device.
    #[error("{} is not a file", path.display())]
    NotAFile {
        /// What was named.
        path: PathBuf,
    },
    /// A document without a byte.
    #[error("{} is empty", path.display())]
    Empty {
        /// The document.
        path: PathBuf,
    },
    /// A document over the limit.
    #[error("{} has more than 4 GiB", path.display())]
    TooLarge {
        /// The document.
        path: PathBuf,
    },
    /// A document whose name no entry can hold.
    #[error("the name of {} cannot be kept: {source}", path.display())]
    Name {
        /// The document.
        path: PathBuf,
        /// Why.
        source: TextError,
    },
    /// Neither the environment nor the account says where keys lie.
    #[error("there is no folder for keys; JALON_KEYS names one")]
    NoKeyFolder,
    /// Keys inside the ledger would be copied with it.
    #[error("the folder for keys, {}, lies inside the ledger", path.display())]
    KeysInside {
        /// The folder for keys.
        path: PathBuf,
    },
    /// The person's key is not on this computer, or was destroyed.
    #[error("the key of {0} is not on this computer")]
    NoKey(BodyId),
    /// The key that is to be destroyed is not on this computer.
    #[error("the key of {0} is not on this computer, and cannot be destroyed here")]
    NoKeyToDestroy(BodyId),
    /// A key file that is not as it was written.
    #[error("the key file {} is not as it was written", path.display())]
    KeyFile {
        /// The file.
        path: PathBuf,
    },
    /// What was kept as a checkpoint of the ledger is none.
    #[error("{} is no checkpoint of this ledger", path.display())]
    Checkpoint {
        /// The file.
        path: PathBuf,
    },
    /// The table of accounts is not as it was written.
    #[error("{} is not as it was written", path.display())]
    Accounts {
        /// The file.
        path: PathBuf,
    },
    /// The system gives no random bytes.
    #[error("the system gives no random bytes: {0}")]
    Random(getrandom::Error),
    /// A value too long to be encrypted.
    #[error("the value is too long to be sealed")]
    TooLong,
}
