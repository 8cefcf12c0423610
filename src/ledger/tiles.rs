//! The tree as files that any web server can offer (C2SP tlog-tiles): hashes alone,
//! nothing of what happened.
//!
//! ```text
//! OUT/tile/L/N…         those that are not there yet, each whole or not at all
//! OUT/tile/entries/N…   of each entry its hash, which is what stands in the tree
//! OUT/checkpoint       last, once every tile that it rests on is there
//! ```

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::proving::{Prover, ProvingError};
use super::tree::Tree;
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

/// Writes what a folder lacks of the tree up to a checkpoint, and of those that were signed
/// on the way, and then the checkpoint. Everything is durable before that stands there.
pub fn publish_tree(
    prover: &Prover<'_>,
    signed: &SignedCheckpoint,
    kept: &[SignedCheckpoint],
    out: &Path,
) -> Result<PublishedTree, TilesError> {
    let size = signed.checkpoint.size;
    let before = published(prover, signed, &out.join(CHECKPOINT))?;
    let on_the_way = kept.iter().map(|it| &it.checkpoint).filter(|it| it.size < size);
    let sizes: BTreeSet<u64> =
        on_the_way.filter(|it| prover.contains(it).is_ok()).map(|it| it.size).collect();
    let (mut tiles, mut folders) = (0, BTreeSet::new());
    for tile in sizes.into_iter().flat_map(Tile::partial_of).chain(Tile::new_since(0, size)) {
        let tree = prover.tree();
        tiles += u64::from(lay(out, &tile.path(), tile.bytes_len(), &mut folders, || tile.bytes(tree))?);
        if tile.level == 0 {
            let length = tile.entries_len();
            tiles += u64::from(lay(out, &tile.entries_path(), length, &mut folders, || entries(tree, tile))?);
        }
    }
    for folder in &folders {
        sync(folder)?;
    }
    write(&out.join(CHECKPOINT), signed.note.to_string().as_bytes())?;
    sync(out)?;
    Ok(PublishedTree { before, size, tiles })
}

/// The entries below a tile: of each the 32 bytes of its hash, which is all that stands in
/// the tree, after their length.
fn entries(tree: &Tree<'_>, tile: Tile) -> Result<Vec<u8>, LogError> {
    let hashes = tree.hashes(tile.first(), u64::from(tile.width))?;
    Ok(hashes.iter().flat_map(|hash| [&[0, 32][..], &hash.0].concat()).collect())
}

/// Writes a file where it is not there as long as it must be; whether it was written.
fn lay(
    out: &Path,
    name: &str,
    length: usize,
    folders: &mut BTreeSet<PathBuf>,
    bytes: impl FnOnce() -> Result<Vec<u8>, LogError>,
) -> Result<bool, TilesError> {
    let path = out.join(name);
    if fs::metadata(&path).is_ok_and(|it| it.len() == length as u64) {
        return Ok(false);
    }
    write(&path, &bytes()?)?;
    // Each folder on the way may be a new one.
    folders.extend(path.ancestors().skip(1).take_while(|it| it.starts_with(out)).map(Path::to_owned));
    Ok(true)
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

/// Writes a file that others may read at any moment, durably but for its name.
fn write(path: &Path, bytes: &[u8]) -> Result<(), TilesError> {
    let new = path.with_added_extension("new");
    let folder = path.parent().unwrap_or(Path::new("."));
    let written = fs::create_dir_all(folder)
        .and_then(|()| File::create(&new))
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&new, path));
    written.map_err(|source| TilesError::File { path: path.to_owned(), source })
}

/// Makes the names in a folder durable.
fn sync(folder: &Path) -> Result<(), TilesError> {
    let synced = File::open(folder).and_then(|it| it.sync_all());
    synced.map_err(|source| TilesError::File { path: folder.to_owned(), source })
}
