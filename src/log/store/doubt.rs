//! Whether a store that failed may be used again: never. Why is noted in its
//! folder, so that the next open knows it.
//!
//! What failed is either the store, of which somebody must hear before it is made
//! anew, or the system under it. Of the second nothing is known against what was
//! there before, and nothing is to be chosen: the next open makes the store anew
//! from the twin, if that holds all that the store held.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use super::super::disk::on;
use super::super::layout;
use super::super::{Action, Damage, LogError, StoreFailure};

/// How sled tells an error of the system again, once it has told it to somebody.
const TOLD_AGAIN: &str = "Os { code: ";

/// How sled tells that it did not get the lock of its file, of which it has read
/// nothing then.
const NO_LOCK: &str = "could not acquire lock";

/// What an error that sled passes on says about the store. What the system says of
/// files that are not there, or of places that they do not have, may come from what
/// sled read in them: that is no failure of the system.
pub(super) fn of_system(source: io::Error) -> StoreFailure {
    let said = source.to_string();
    if matches!(source.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded) {
        return StoreFailure::Full { source };
    }
    if said.starts_with(NO_LOCK) {
        return StoreFailure::InUse;
    }
    let again = || said.strip_prefix(TOLD_AGAIN)?.split(',').next()?.parse().ok();
    match source.raw_os_error().or_else(again).filter(|code| is_of_system(*code)) {
        Some(code) => StoreFailure::System { source: io::Error::from_raw_os_error(code) },
        None => StoreFailure::Reported { source: Box::new(source) },
    }
}

#[cfg(unix)]
fn is_of_system(code: i32) -> bool {
    use nix::libc::{EIO, EMFILE, ENFILE, ENOMEM, EROFS};
    [EIO, EMFILE, ENFILE, ENOMEM, EROFS].contains(&code)
}

#[cfg(not(unix))]
fn is_of_system(_: i32) -> bool {
    false
}

/// Notes why a store failed, where that is a reason to doubt it.
pub(super) fn note_failure(dir: &Path, failure: &StoreFailure) {
    if failure.is_of_system() {
        note(dir, &format!("{failure}{}", layout::OF_SYSTEM));
    } else if failure.is_doubtful() {
        note(dir, failure);
    }
}

/// Notes in the store's folder that it is not to be opened again. If even
/// that fails, the error that is being reported says enough.
pub(super) fn note(dir: &Path, why: &impl ToString) {
    let _noted = fs::write(dir.join(layout::DOUBTFUL), why.to_string());
}

/// Refuses a store of which there is a note.
pub(super) fn refuse(dir: &Path) -> Result<(), LogError> {
    match noted(dir)? {
        Some(reason) => Err(Damage::StoreDoubtful { reason }.found(None, None)),
        None => Ok(()),
    }
}

/// Whether the note says that it was the system that failed.
pub(in crate::log) fn was_failed_by_system(dir: &Path) -> Result<bool, LogError> {
    Ok(noted(dir)?.is_some_and(|reason| reason.ends_with(layout::OF_SYSTEM)))
}

/// The note. An empty one could not be written: then it is the system that failed, at
/// least by then.
fn noted(dir: &Path) -> Result<Option<String>, LogError> {
    let note = dir.join(layout::DOUBTFUL);
    match fs::read(&note) {
        Ok(reason) if reason.is_empty() => Ok(Some(format!("nothing could be noted{}", layout::OF_SYSTEM))),
        Ok(reason) => Ok(Some(String::from_utf8_lossy(&reason).into_owned())),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(on(Action::Open, &note)(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn what_the_system_says_is_told_from_what_is_wrong_with_the_store() {
        let coded = io::Error::from_raw_os_error;
        let worded = |kind, words: &str| io::Error::new(kind, words.to_owned());
        let is_its = |failure: &StoreFailure| failure.is_of_system() && failure.is_doubtful();
        assert!(is_its(&of_system(coded(nix::libc::EIO))));
        // As sled tells it the second time.
        let again = format!("{:?}", coded(nix::libc::EIO));
        assert!(is_its(&of_system(worded(ErrorKind::Other, &again))), "{again}");
        assert!(matches!(of_system(coded(nix::libc::ENOSPC)), StoreFailure::Full { .. }));
        let busy = r#"could not acquire lock on "store/db": Os { code: 5 }"#;
        assert!(matches!(of_system(worded(ErrorKind::Other, busy)), StoreFailure::InUse));
        // A file or a place that sled was led to by what it read.
        for code in [nix::libc::ENOENT, nix::libc::EINVAL] {
            assert!(matches!(of_system(coded(code)), StoreFailure::Reported { .. }));
        }
        let short = worded(ErrorKind::UnexpectedEof, "failed to fill whole buffer");
        assert!(matches!(of_system(short), StoreFailure::Reported { .. }));
    }
}
