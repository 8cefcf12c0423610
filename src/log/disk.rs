//! Files and folders, with the error that names them.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::error::{Action, LogError};
use super::layout;

/// Turns what the system said into an error that says what was tried on what.
pub(super) fn on(action: Action, path: &Path) -> impl FnOnce(io::Error) -> LogError {
    move |source| LogError::Io { action, path: path.to_owned(), source }
}

/// Makes the names in a folder durable.
pub(super) fn sync_dir(dir: &Path) -> Result<(), LogError> {
    File::open(dir).and_then(|folder| folder.sync_all()).map_err(on(Action::Sync, dir))
}

/// Opens a file to write over it, and creates it where there is none. A link
/// that somebody put in its place is refused: what it leads to is not ours.
pub(super) fn open_own(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, nix::libc::O_NOFOLLOW);
    options.open(path)
}

/// Creates a folder and those above it that are missing, durably.
pub(super) fn create_dirs(dir: &Path) -> Result<(), LogError> {
    if dir.is_dir() {
        return Ok(());
    }
    let parent = dir.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
    create_dirs(parent)?;
    match fs::create_dir(dir) {
        Ok(()) => sync_dir(parent),
        // Another process was quicker, or a file is in its place.
        Err(_) if dir.is_dir() => Ok(()),
        Err(error) => Err(on(Action::Create, dir)(error)),
    }
}

/// Creates a folder inside an existing one if it is not there, durably.
pub(super) fn create_dir(parent: &Path, name: &str) -> Result<PathBuf, LogError> {
    let dir = parent.join(name);
    match fs::create_dir(&dir) {
        Ok(()) => sync_dir(parent)?,
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(on(Action::Create, &dir)(error)),
    }
    Ok(dir)
}

/// Creates a new file with these bytes, durably.
pub(super) fn create_file(dir: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, LogError> {
    let path = dir.join(name);
    let mut file = File::create_new(&path).map_err(on(Action::Create, &path))?;
    file.write_all(bytes)
        .map_err(on(Action::Write, &path))
        .and_then(|()| file.sync_all().map_err(on(Action::Sync, &path)))?;
    sync_dir(dir)?;
    Ok(path)
}

/// Gives a file or folder another name in the same or another folder, durably.
pub(super) fn rename(from: &Path, to: &Path) -> Result<(), LogError> {
    fs::rename(from, to).map_err(on(Action::Move, from))?;
    for path in [to, from] {
        if let Some(dir) = path.parent() {
            sync_dir(dir)?;
        }
    }
    Ok(())
}

/// Moves `dir/name` into `dir/aside/` under a name that says when and what.
pub(super) fn move_aside(dir: &Path, name: &str, stamp: &str) -> Result<PathBuf, LogError> {
    let to = free_aside(dir, stamp, name)?;
    rename(&dir.join(name), &to)?;
    Ok(to)
}

/// A path in `dir/aside/`, which is created if need be, that is not taken.
pub(super) fn free_aside(dir: &Path, stamp: &str, what: &str) -> Result<PathBuf, LogError> {
    let aside = create_dir(dir, layout::ASIDE)?;
    let mut turn = 0;
    loop {
        let path = aside.join(layout::aside_name(stamp, what, turn));
        if !path.exists() {
            return Ok(path);
        }
        turn += 1;
    }
}
