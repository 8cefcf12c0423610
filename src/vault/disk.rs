//! Files that are there as a whole or not at all, and stay when the power goes.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::error::VaultError;
use crate::event::Hash;

/// Turns what the system said into an error that names the file.
pub(super) fn on(path: &Path) -> impl FnOnce(io::Error) -> VaultError {
    move |source| VaultError::File { path: path.to_owned(), source }
}

/// Random bytes from the system.
pub(super) fn random<const N: usize>() -> Result<[u8; N], VaultError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(VaultError::Random)?;
    Ok(bytes)
}

/// Where a file named by a hash lies within its folder: `c2/c2d1…`.
pub(super) fn place(folder: &Path, hash: Hash) -> PathBuf {
    let name = hash.to_string();
    folder.join(&name[..2]).join(name)
}

/// Creates a folder and those above it that are missing, durably.
pub(super) fn create_folder(folder: &Path) -> Result<(), VaultError> {
    if folder.is_dir() {
        return Ok(());
    }
    let parent = folder.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
    create_folder(parent)?;
    match fs::create_dir(folder) {
        Ok(()) => sync_folder(parent),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(on(folder)(error)),
    }
}

/// Makes the names in a folder durable.
pub(super) fn sync_folder(folder: &Path) -> Result<(), VaultError> {
    File::open(folder).and_then(|it| it.sync_all()).map_err(on(folder))
}

/// A file being written under a temporary name, deleted unless it gets its own.
pub(super) struct Draft {
    pub(super) file: File,
    path: PathBuf,
    named: bool,
}

impl Draft {
    /// A new empty file in a folder that is there.
    pub(super) fn new(folder: &Path) -> Result<Self, VaultError> {
        let turn = u64::from_be_bytes(random()?);
        let path = folder.join(format!("{turn:016x}.tmp"));
        let file = File::create_new(&path).map_err(on(&path))?;
        Ok(Self { file, path, named: false })
    }

    /// Makes the bytes durable and gives the file its name, over another of
    /// that name if there is one; the folder is left to be synced.
    pub(super) fn name(mut self, path: &Path) -> Result<(), VaultError> {
        self.file.sync_all().map_err(on(&self.path))?;
        fs::rename(&self.path, path).map_err(on(path))?;
        self.named = true;
        Ok(())
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if !self.named {
            // What stays is a temporary file that nothing names.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Writes a whole file, durably, over another of that name if there is one.
/// Its folder is created where it is missing.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), VaultError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    create_folder(folder)?;
    let mut draft = Draft::new(folder)?;
    draft.file.write_all(bytes).map_err(on(path))?;
    draft.name(path)?;
    sync_folder(folder)
}

/// The bytes of a file; none where there is no file.
pub(super) fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
