//! Keys and values in sled, and all that sled 0.34.7 must be kept from.
//!
//! * Its `flush` ends in `sync_file_range`: what is to be durable is synced
//!   again through a handle of our own.
//! * It panics on damaged files and shreds the log's tail while it does: a
//!   store that failed is noted as doubtful and never opened again.
//! * Dropping a failed handle writes: it is leaked instead.
//! * It may wait for ever for a write that failed: it is nudged (`nudge.rs`).
//! * It takes a snapshot that it did not finish, for want of room or because it was
//!   killed, for its newest and then gives up the store: it is removed before.
//! * Its background flusher swallows errors: there is none.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use super::super::disk::{self, on};
use super::super::layout::{self, BlockFault};
use super::super::steps::{Step, Steps};
use super::super::{Action, Damage, LogError, StoreFailure};
use super::Value;
use super::doubt;
use super::nudge::Nudge;
use super::quiet::{calling, lost_threads};
use super::values::Values;

/// How often, 10 ms apart, a lock is tried: threads of a handle that this
/// process has just closed may keep it for a moment.
const LOCK_TRIES: usize = 100;

/// The tree of blocks.
pub(super) struct Tree {
    handles: Option<(Handles, Nudge)>,
    /// Our own handle on sled's file, for `fdatasync`.
    db: File,
    dir: PathBuf,
    lost_before: usize,
    failed: AtomicBool,
}

/// sled, and its tree of blocks.
type Handles = (sled::Db, sled::Tree);

impl Tree {
    /// Opens the tree in this existing folder, making sled's files if there
    /// are none.
    pub(super) fn open(dir: &Path, cache_bytes: u64) -> Result<Self, LogError> {
        doubt::refuse(dir)?;
        Self::open_in_doubt(dir, cache_bytes)
    }

    /// The same, whatever is noted of it.
    pub(super) fn open_in_doubt(dir: &Path, cache_bytes: u64) -> Result<Self, LogError> {
        refuse_in_use(dir)?;
        remove_unfinished(dir)?;
        let lost_before = lost_threads();
        let handles = open_sled(dir, cache_bytes).map_err(|source| unusable(dir, source))?;
        let path = dir.join(layout::DB);
        let opened = OpenOptions::new().write(true).open(&path);
        let tree = Self {
            handles: Some(handles),
            db: opened.map_err(on(Action::Open, &path))?,
            dir: dir.to_owned(),
            lost_before,
            failed: AtomicBool::new(false),
        };
        tree.sync_files()?;
        Ok(tree)
    }

    pub(super) fn has_failed(&self) -> bool {
        self.failed.load(Ordering::Acquire)
    }

    /// The first sequence of the last block.
    pub(super) fn last_block(&self) -> Result<Option<u64>, LogError> {
        let last = self.call(sled::Tree::last)?;
        last.map(|(key, _)| self.first_of(&key)).transpose()
    }

    /// The first sequence of the block that holds this one, if any does.
    pub(super) fn block_with(&self, sequence: u64) -> Result<Option<u64>, LogError> {
        let after = layout::key(sequence.saturating_add(1), 0);
        let last = self.call(|blocks| blocks.get_lt(after))?;
        last.map(|(key, _)| self.first_of(&key)).transpose()
    }

    /// Keys and values from the first part of this block on.
    pub(super) fn values_from(&self, first: u64) -> Result<Values<'_>, LogError> {
        let values = self.call(|blocks| Ok(blocks.range(layout::key(first, 0)..)))?;
        Ok(Values::of(self, values))
    }

    /// Writes all of these values or none, durably.
    pub(super) fn write(&self, values: Vec<Value>, steps: &mut Steps) -> Result<(), LogError> {
        self.call(|blocks| {
            insert(blocks, values)?;
            blocks.flush()
        })?;
        steps.done(Step::BlocksWritten)?;
        self.sync_db()?;
        steps.done(Step::BlocksDurable)
    }

    /// Does to the tree what only a test would.
    #[cfg(test)]
    pub(super) fn change(&self, change: impl FnOnce(&sled::Tree)) {
        let changed = self.call(|blocks| {
            change(blocks);
            blocks.flush()
        });
        assert!(changed.is_ok());
    }

    /// Makes durable what sled may just have created: a file that is not in
    /// its folder after a power cut is no file.
    fn sync_files(&self) -> Result<(), LogError> {
        let settings = self.dir.join(layout::CONF);
        File::open(&settings).and_then(|file| file.sync_all()).map_err(on(Action::Sync, &settings))?;
        self.sync_db()?;
        disk::sync_dir(&self.dir)
    }

    fn sync_db(&self) -> Result<(), LogError> {
        self.db.sync_data().map_err(|source| self.fail(StoreFailure::NotDurable { source }))
    }

    /// One call to sled, unless an earlier one failed.
    pub(super) fn call<T>(&self, call: impl FnOnce(&sled::Tree) -> sled::Result<T>) -> Result<T, LogError> {
        let Some(((_, blocks), nudge)) = self.handles.as_ref().filter(|_| !self.has_failed()) else {
            return Err(LogError::Stopped);
        };
        let result = nudge.around(|| calling(|| call(blocks))).and_then(|result| result.map_err(reported));
        // What a lost thread was doing is not known to be done.
        let result = result.and_then(|value| self.no_thread_lost().map(|()| value));
        result.map_err(|source| self.fail(source))
    }

    fn no_thread_lost(&self) -> Result<(), StoreFailure> {
        if lost_threads() == self.lost_before {
            return Ok(());
        }
        let message = "one of its threads was lost".to_owned();
        Err(StoreFailure::Panicked { message })
    }

    fn fail(&self, source: StoreFailure) -> LogError {
        self.failed.store(true, Ordering::Release);
        doubt::note_failure(&self.dir, &source);
        LogError::Store { source }
    }

    /// A block that cannot be read fails the store too, unless a newer
    /// program may have written it.
    pub(super) fn fail_block(&self, sequence: u64, source: BlockFault) -> LogError {
        let is_newer = matches!(source, BlockFault::Format { .. });
        let damage = Damage::StoreBlock { sequence, source };
        self.failed.store(true, Ordering::Release);
        if !is_newer {
            doubt::note(&self.dir, &damage);
        }
        damage.found(None, None)
    }

    fn first_of(&self, key: &[u8]) -> Result<u64, LogError> {
        let key = layout::read_key(key).ok_or(BlockFault::Key);
        key.map(|(first, _)| first).map_err(|fault| self.fail_block(0, fault))
    }
}

impl Drop for Tree {
    fn drop(&mut self) {
        let Some((handles, nudge)) = self.handles.take() else { return };
        // It has a handle of its own, which is not to be the last.
        drop(nudge);
        if self.has_failed() {
            std::mem::forget(handles);
            return;
        }
        // Nothing is left to write, and nobody is left to tell.
        let _closed = calling(|| drop(handles));
    }
}

/// A value alone is written as one message of sled's log, all of it or nothing. A
/// batch begins with a message of its own, which is written apart: sled waits for
/// the disk once more.
fn insert(blocks: &sled::Tree, mut values: Vec<Value>) -> sled::Result<()> {
    if values.len() == 1
        && let Some((key, value)) = values.pop()
    {
        return blocks.insert(key, value).map(drop);
    }
    let mut batch = sled::Batch::default();
    for (key, value) in values {
        batch.insert(&key, value);
    }
    blocks.apply_batch(batch)
}

/// Removes the snapshots that sled was writing when it stopped. The one before is
/// there until the next has its name, and all of them can be made from `db`.
fn remove_unfinished(dir: &Path) -> Result<(), LogError> {
    let failed = |source| on(Action::Open, dir)(source);
    for file in fs::read_dir(dir).map_err(failed)? {
        let path = file.map_err(failed)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with(layout::SNAPSHOT) && name.ends_with(layout::UNFINISHED) {
            fs::remove_file(&path).map_err(on(Action::Remove, &path))?;
        }
    }
    Ok(())
}

fn open_sled(dir: &Path, cache_bytes: u64) -> Result<(Handles, Nudge), StoreFailure> {
    let config = sled::Config::new().path(dir).cache_capacity(cache_bytes).flush_every_ms(None);
    let open = || -> sled::Result<_> {
        let db = config.open()?;
        let nudge = Nudge::begin(&db);
        let blocks = nudge.around(|| {
            let blocks = db.open_tree(layout::BLOCKS)?;
            db.flush().map(|_| blocks)
        })?;
        Ok(((db, blocks), nudge))
    };
    calling(open)?.map_err(reported)
}

fn reported(error: sled::Error) -> StoreFailure {
    match error {
        sled::Error::Io(source) => doubt::of_system(source),
        error => StoreFailure::Reported { source: Box::new(error) },
    }
}

/// The error of an open that failed, noted so that there is no second try.
fn unusable(dir: &Path, source: StoreFailure) -> LogError {
    doubt::note_failure(dir, &source);
    if source.is_doubtful() && !source.is_of_system() {
        return Damage::StoreUnusable { source }.found(None, None);
    }
    LogError::Store { source }
}

/// A lock that is taken is no reason to doubt the store, so it is asked for
/// before sled is.
fn refuse_in_use(dir: &Path) -> Result<(), LogError> {
    let path = dir.join(layout::DB);
    let db = match File::open(&path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        opened => opened.map_err(on(Action::Open, &path))?,
    };
    for _ in 0..LOCK_TRIES {
        match db.try_lock() {
            Ok(()) => return db.unlock().map_err(on(Action::Lock, &path)),
            Err(TryLockError::WouldBlock) => thread::sleep(Duration::from_millis(10)),
            Err(TryLockError::Error(error)) => return Err(on(Action::Lock, &path)(error)),
        }
    }
    let source = StoreFailure::InUse;
    Err(LogError::Store { source })
}
