//! The tree as files that any web server can offer (C2SP tlog-tiles): hashes alone,
//! nothing of what happened.
//!
//! ```text
//! OUT/tile/…           those that are not there yet, each whole or not at all
//! OUT/checkpoint       last, once every tile that it rests on is there
//! ```

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::proving::{Prover, ProvingError};
use crate::log::LogError;
use crate::proof::{CheckpointError, SignedCheckpoint, Tile};

/// The name of the newest checkpoint.
const CHECKPOINT: &str = "checkpoint";

/// Why nothing is published.
#[derive(Debug, thiserror::Error)]
pub enum TilesError {
    /// A file cannot be read or written.
    #[error("{}: {source}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// What is published there is not the beginning of this ledger.
    #[error("{}: {source}", path.display())]
    Another {
        /// The checkpoint there.
        path: PathBuf,
        /// Why it is none of this ledger.
        source: Box<ProvingError>,
    },
    /// What stands there as a checkpoint is none.
    #[error("{}: {source}", path.display())]
    NoCheckpoint {
        /// The checkpoint there.
        path: PathBuf,
        /// Why.
        source: CheckpointError,
    },
    /// The log cannot be read.
    #[error(transparent)]
    Log(#[from] LogError),
}

/// What was published.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PublishedTree {
    /// How many entries were published before.
    pub before: u64,
    /// How many are now.
    pub size: u64,
    /// How many tiles were written.
    pub tiles: u64,
}

/// Writes what a folder lacks of the tree up to a checkpoint, and then that.
pub fn publish_tree(
    prover: &Prover<'_>,
    signed: &SignedCheckpoint,
    out: &Path,
) -> Result<PublishedTree, TilesError> {
    let size = signed.checkpoint.size;
    let before = published(prover, signed, &out.join(CHECKPOINT))?;
    let mut tiles = 0;
    for tile in Tile::new_since(before, size) {
        write(&out.join(tile.path()), &tile.bytes(prover.tree())?)?;
        tiles += 1;
    }
    write(&out.join(CHECKPOINT), signed.note.to_string().as_bytes())?;
    Ok(PublishedTree { before, size, tiles })
}

/// Up to where the tree is published in a folder, where that is this one's beginning.
fn published(prover: &Prover<'_>, signed: &SignedCheckpoint, path: &Path) -> Result<u64, TilesError> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(0),
        Err(source) => return Err(TilesError::File { path: path.to_owned(), source }),
    };
    let no_checkpoint = |source| TilesError::NoCheckpoint { path: path.to_owned(), source };
    let there = SignedCheckpoint::read(&text).map_err(no_checkpoint)?.checkpoint;
    match prover.consistency(&there, signed.clone()) {
        Ok(_) => Ok(there.size),
        Err(ProvingError::Log(error)) => Err(error.into()),
        Err(source) => Err(TilesError::Another { path: path.to_owned(), source: Box::new(source) }),
    }
}

/// Writes a file that others may read at any moment.
fn write(path: &Path, bytes: &[u8]) -> Result<(), TilesError> {
    let new = path.with_added_extension("new");
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&new, bytes))
        .and_then(|()| fs::rename(&new, path))
        .map_err(|source| TilesError::File { path: path.to_owned(), source })
}
