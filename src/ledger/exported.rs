//! The lines of an export, read anew each time: it may be larger than memory.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

use super::through::Through;
use crate::log::{Action, LogError};

/// How much of it is read at once.
const READ_AT_ONCE: usize = 1 << 20;

/// A file with one entry a line.
pub struct Export {
    path: PathBuf,
}

impl Export {
    /// The export in a file.
    pub fn of(path: &Path) -> Self {
        Self { path: path.to_owned() }
    }

    /// Its lines, to be read through; each is handed to `seen` besides.
    pub fn through<'a>(&'a self, seen: impl Fn(&[u8]) + Send + Copy + 'a) -> Through<'a> {
        let failed = |source| LogError::Io { action: Action::Open, path: self.path.clone(), source };
        Through::lines(move || {
            let lines = self.lines().map_err(failed)?;
            Ok(Box::new(lines.inspect(move |line| line.iter().for_each(|line| seen(line)))))
        })
    }

    /// Its lines from the first on, or why the file cannot be opened.
    pub fn lines(&self) -> io::Result<impl Iterator<Item = Result<Vec<u8>, LogError>> + use<>> {
        let lines = BufReader::with_capacity(READ_AT_ONCE, File::open(&self.path)?).split(b'\n');
        let path = self.path.clone();
        let failed = move |source| LogError::Io { action: Action::Read, path: path.clone(), source };
        Ok(lines.map(move |line| line.map_err(&failed)))
    }
}
