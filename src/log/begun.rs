//! A ledger that is being made is none before it is whole.
//!
//! Several appends make a ledger: its opening and its plan, or all the lines of an
//! export. From before the first until after the last a file says so. Where a kill, a
//! failing disk or a refusal ends it in between, nobody takes the half for a ledger,
//! and whoever makes one in the same folder begins anew. Nothing in the half had a
//! receipt: it is removed, not moved aside.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use super::disk::{self, on};
use super::layout;
use super::{Action, LogError};

/// Whether a log was begun in this folder that is not whole.
pub fn is_begun(dir: &Path) -> bool {
    dir.join(layout::BEGUN).exists()
}

/// Notes, durably, that a log is begun, and removes what is left of one that was
/// begun before.
pub(super) fn begin(dir: &Path) -> Result<(), LogError> {
    if is_begun(dir) {
        // Whoever noted it may have got no further.
        disk::sync_dir(dir)?;
    } else {
        disk::create_file(dir, layout::BEGUN, b"")?;
    }
    for name in [layout::LINES, layout::NEW_LINES, layout::STORE] {
        remove(&dir.join(name), |folder| fs::remove_dir_all(folder))?;
    }
    remove(&dir.join(layout::END), |file| fs::remove_file(file))
}

/// Notes, durably, that the log is whole.
pub fn complete(dir: &Path) -> Result<(), LogError> {
    remove(&dir.join(layout::BEGUN), |file| fs::remove_file(file))?;
    disk::sync_dir(dir)
}

/// Removes what may not be there.
fn remove(path: &Path, remove: impl FnOnce(&Path) -> io::Result<()>) -> Result<(), LogError> {
    match remove(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(on(Action::Remove, path)(error)),
        _ => Ok(()),
    }
}
