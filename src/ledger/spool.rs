//! The lines of an import between the moment when they are decided and the one
//! when they are appended: nothing is appended before all of it is known to be
//! sound, and all of it may be too much to be held.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Seek, SeekFrom, Write};
use std::ops::DerefMut;
use std::path::{Path, PathBuf};

use super::committed::AnyLog;
use crate::log::{Action, LogError};

/// How many lines are appended together.
pub(super) const TOGETHER: usize = 1_000;

/// How much of it is written or read at once.
const AT_ONCE: usize = 256 << 10;

/// Lines that wait to be appended.
#[derive(Default)]
pub(super) struct Spool {
    held: Vec<Vec<u8>>,
    file: Option<Kept>,
    count: usize,
}

/// A file without a name: whatever happens, nothing of it stays.
struct Kept {
    file: BufWriter<File>,
    dir: PathBuf,
}

impl Spool {
    /// One that keeps its lines in a file beside a log.
    pub(super) fn beside(dir: &Path) -> Result<Self, LogError> {
        let file = tempfile::tempfile_in(dir).map_err(failed(Action::Create, dir))?;
        let file = BufWriter::with_capacity(AT_ONCE, file);
        Ok(Self { file: Some(Kept { file, dir: dir.to_owned() }), ..Self::default() })
    }

    /// Adds a line.
    pub(super) fn add(&mut self, line: &[u8]) -> Result<(), LogError> {
        self.count += 1;
        let Some(Kept { file, dir }) = &mut self.file else {
            self.held.push(line.to_vec());
            return Ok(());
        };
        let mut write = || file.write_all(line).and_then(|()| file.write_all(b"\n"));
        write().map_err(failed(Action::Write, dir))
    }

    /// How many lines there are.
    pub(super) const fn len(&self) -> usize {
        self.count
    }

    /// Appends the lines to a log in groups, in order, until one fails. Lines that are
    /// held may be many that somebody waits to read: the log is free between two groups
    /// of them.
    pub(super) fn append_to<L: DerefMut<Target = AnyLog>>(self, log: impl Fn() -> L) -> Result<(), LogError> {
        for group in self.held.chunks(TOGETHER) {
            log().append(group)?;
        }
        let Some(Kept { file, dir }) = self.file else { return Ok(()) };
        let again = || {
            let mut file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
            file.seek(SeekFrom::Start(0))?;
            Ok(BufReader::with_capacity(AT_ONCE, file))
        };
        let mut lines = again().map_err(failed(Action::Read, &dir))?.split(b'\n');
        log().append_groups(&mut || {
            let group: io::Result<Vec<Vec<u8>>> = lines.by_ref().take(TOGETHER).collect();
            let group = group.map_err(failed(Action::Read, &dir))?;
            Ok(Some(group).filter(|group| !group.is_empty()))
        })
    }
}

fn failed(action: Action, dir: &Path) -> impl FnOnce(io::Error) -> LogError {
    move |source| LogError::Io { action, path: dir.to_owned(), source }
}
