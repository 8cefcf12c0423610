//! Checkpoints that were signed, each in a file of its own, durable before anyone
//! is shown it, and never replaced.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::disk::{self, on};
use super::error::VaultError;

/// How the name of a checkpoint's file ends.
const ENDING: &str = ".note";
/// How many digits the size has in it.
const DIGITS: usize = 20;

/// The checkpoints of one ledger.
#[derive(Clone, Debug)]
pub struct Checkpoints {
    folder: PathBuf,
}

/// A checkpoint that is kept: its file, the size in the name of that, and the note, which
/// reads as nothing that was signed where the file is no text.
pub type KeptNote = (PathBuf, u64, String);

impl Checkpoints {
    /// Those in a ledger's folder.
    pub fn of(ledger_folder: &Path) -> Self {
        Self { folder: ledger_folder.join("checkpoints") }
    }

    /// Keeps a signed checkpoint of so many entries. Where another of that size is kept,
    /// of entries that were lost, this one has a second name.
    pub fn keep(&self, size: u64, note: &str) -> Result<(), VaultError> {
        for turn in 0_u32.. {
            let again = if turn == 0 { String::new() } else { format!("-{turn}") };
            let path = self.folder.join(format!("{size:0DIGITS$}{again}{ENDING}"));
            match disk::read(&path).map_err(on(&path))? {
                None => return disk::write(&path, note.as_bytes()),
                Some(kept) if kept == note.as_bytes() => return Ok(()),
                Some(_) => {}
            }
        }
        Ok(())
    }

    /// All of them, by size.
    pub fn all(&self) -> Result<Vec<KeptNote>, VaultError> {
        self.files()?.into_iter().map(read).collect()
    }

    /// Those of the most entries.
    pub fn newest(&self) -> Result<Vec<KeptNote>, VaultError> {
        let files = self.files()?;
        let newest = files.last().map(|(size, _)| *size);
        files.into_iter().filter(|(size, _)| Some(*size) == newest).map(read).collect()
    }

    /// Their files, by size; other files are passed over.
    fn files(&self) -> Result<Vec<(u64, PathBuf)>, VaultError> {
        let files = match fs::read_dir(&self.folder) {
            Ok(files) => files,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(on(&self.folder)(error)),
        };
        let mut found = Vec::new();
        for file in files {
            let name = file.map_err(on(&self.folder))?.file_name();
            let size = name.to_str().and_then(size_of);
            found.extend(size.map(|size| (size, self.folder.join(&name))));
        }
        found.sort();
        Ok(found)
    }
}

/// The size in the name of a file.
fn size_of(name: &str) -> Option<u64> {
    let (digits, rest) = name.strip_suffix(ENDING)?.split_at_checked(DIGITS)?;
    let turn = rest.strip_prefix('-').unwrap_or("0");
    let are_digits = |text: &str| text.bytes().all(|it| it.is_ascii_digit());
    let is_ours = are_digits(digits) && are_digits(turn) && (rest.is_empty() || rest.starts_with('-'));
    digits.parse().ok().filter(|_| is_ours)
}

fn read((size, path): (u64, PathBuf)) -> Result<KeptNote, VaultError> {
    let bytes = fs::read(&path).map_err(on(&path))?;
    Ok((path, size, String::from_utf8(bytes).unwrap_or_default()))
}
