//! Checkpoints that were signed, each in a file of its own, durable before anyone
//! is shown it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::disk::{self, on};
use super::error::VaultError;

/// How the name of a checkpoint's file ends.
const ENDING: &str = ".note";

/// The checkpoints of one ledger.
#[derive(Clone, Debug)]
pub struct Checkpoints {
    folder: PathBuf,
}

impl Checkpoints {
    /// Those in a ledger's folder.
    pub fn of(ledger_folder: &Path) -> Self {
        Self { folder: ledger_folder.join("checkpoints") }
    }

    /// Keeps a signed checkpoint of so many entries. Of one size there is one: another
    /// takes its place only where a key signed it that came later.
    pub fn keep(&self, size: u64, note: &str) -> Result<(), VaultError> {
        disk::write(&self.path(size), note.as_bytes())
    }

    /// All of them by size, each as it was signed; a file that is no text reads as
    /// nothing that was.
    pub fn all(&self) -> Result<Vec<(u64, String)>, VaultError> {
        self.sizes()?.into_iter().map(|size| self.read(size)).collect()
    }

    /// The one of the most entries.
    pub fn newest(&self) -> Result<Option<(u64, String)>, VaultError> {
        self.sizes()?.pop().map(|size| self.read(size)).transpose()
    }

    fn read(&self, size: u64) -> Result<(u64, String), VaultError> {
        let path = self.path(size);
        let bytes = fs::read(&path).map_err(on(&path))?;
        Ok((size, String::from_utf8(bytes).unwrap_or_default()))
    }

    fn path(&self, size: u64) -> PathBuf {
        self.folder.join(format!("{size:020}{ENDING}"))
    }

    /// Of how many entries there are checkpoints, in order; other files are passed over.
    fn sizes(&self) -> Result<Vec<u64>, VaultError> {
        let files = match fs::read_dir(&self.folder) {
            Ok(files) => files,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(on(&self.folder)(error)),
        };
        let mut sizes = Vec::new();
        for file in files {
            let name = file.map_err(on(&self.folder))?.file_name();
            let size = name.to_str().and_then(|name| name.strip_suffix(ENDING)).filter(|it| it.len() == 20);
            sizes.extend(size.and_then(|size| size.parse::<u64>().ok()));
        }
        sizes.sort_unstable();
        Ok(sizes)
    }
}
