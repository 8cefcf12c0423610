//! One process holds the ledger.
//!
//! The lock is the operating system's, on the file `lock`: it ends with the
//! process, however that ends. What the file says is only for people.

use std::ffi::OsStr;
use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::Path;
use std::thread;
use std::time::{Duration, SystemTime};

use super::disk::{on, open_own};
use super::error::{Action, LogError};
use super::layout;

/// What the lock file may say, at most.
const NOTE_LIMIT: u64 = 256;

/// How often, 10 ms apart, a holder is asked who it is before it is given up:
/// it takes the lock first and writes its name after.
const ASKED: usize = 5;

/// The lock, held until this is dropped.
pub(super) struct Holder {
    file: File,
}

impl Holder {
    /// Takes the ledger, or says who has it.
    pub(super) fn take(dir: &Path, now: SystemTime) -> Result<Self, LogError> {
        let path = dir.join(layout::LOCK);
        let mut file = open_own(&path).map_err(|error| refused(dir, error))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(held(file)),
            Err(TryLockError::Error(error)) => return Err(on(Action::Lock, &path)(error)),
        }
        write_note(&mut file, now).map_err(on(Action::Write, &path))?;
        Ok(Self { file })
    }
}

impl Drop for Holder {
    fn drop(&mut self) {
        // Closing alone does not give it back where a process that was begun meanwhile
        // has the file too, for the moment before it becomes another program.
        let _ = self.file.unlock();
    }
}

/// Whether a file of a folder is the lock, and not one that only has its name.
pub fn is_lock(dir: &Path, name: &OsStr) -> bool {
    let said = || fs::read_to_string(dir.join(name)).ok();
    // Its name is written a moment after it is taken.
    name == layout::LOCK
        && said().is_some_and(|said| said.is_empty() || layout::read_lock_note(&said).is_some())
}

fn refused(dir: &Path, error: io::Error) -> LogError {
    match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            LogError::ReadOnlyFolder { dir: dir.to_owned(), source: error }
        }
        io::ErrorKind::NotFound => LogError::Missing { dir: dir.to_owned() },
        _ => on(Action::Open, &dir.join(layout::LOCK))(error),
    }
}

fn write_note(file: &mut File, now: SystemTime) -> io::Result<()> {
    let note = layout::lock_note(std::process::id(), now);
    file.set_len(0)?;
    file.rewind()?;
    file.write_all(note.as_bytes())
}

fn held(mut file: File) -> LogError {
    let mut known = None;
    for _ in 0..ASKED {
        known = read_note(&mut file);
        if known.is_some() {
            break;
        }
        thread::sleep(Duration::from_millis(10));
    }
    let (pid, since) = known.unzip();
    LogError::Held { pid, since }
}

fn read_note(file: &mut File) -> Option<(u32, String)> {
    let mut text = String::new();
    file.rewind().ok()?;
    file.take(NOTE_LIMIT).read_to_string(&mut text).ok()?;
    layout::read_lock_note(&text)
}
