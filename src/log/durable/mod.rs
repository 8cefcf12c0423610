//! Twin and store as one log.
//!
//! ```text
//! append   (a) lines to the twin, fdatasync
//!          (b) blocks to the store, flush, fdatasync of its file
//!          (c) the caller is told
//! open     lock ─▶ look at both ─▶ compare ─▶ put the twin in order ─▶ catch the store up
//! ```
//!
//! Because of that order the twin is never behind after a crash. At open, a
//! store that is behind gets what it lacks if the twin's lines continue its
//! chain; anything else that differs is damage, and nothing is written until
//! somebody who has seen both ends says which copy to keep ([`repair`]).

mod appending;
mod compare;
mod inspect;
mod repair;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::begun;
use super::chain::follow_each;
use super::end::{self, End};
use super::holder::Holder;
use super::steps::Steps;
use super::store::{self, Store};
use super::twin::{self, Twin, TwinReader, View};
use super::{
    Action, Damage, Groups, Head, Lines, Link, Log, LogError, NextGroup, Notice, Packed, disk, layout,
};

pub use inspect::{Inspection, Side, inspect};
pub use repair::{Repaired, Source, repair};

/// What the store may keep in memory. It is a soft limit.
const CACHE_BYTES: u64 = 128 << 20;

/// What an open needs to be told.
#[derive(Debug, Clone)]
pub struct Options {
    /// Where a line names the one before it.
    pub link: Link,
    /// The moment, for the lock and for the names of what is moved aside.
    pub now: SystemTime,
    /// How large a segment of the twin grows.
    pub segment_bytes: u64,
    /// How much the store may keep in memory. sled frees late: it keeps to
    /// this only roughly.
    pub cache_bytes: u64,
}

impl Options {
    /// The usual sizes.
    pub fn new(link: Link, now: SystemTime) -> Self {
        Self { link, now, segment_bytes: layout::SEGMENT_BYTES, cache_bytes: CACHE_BYTES }
    }

    fn stamp(&self) -> String {
        layout::stamp(self.now)
    }
}

/// The log of a ledger that this process holds, kept twice.
pub struct DurableLog {
    dir: PathBuf,
    twin: Twin,
    store: Store,
    head: Head,
    link: Link,
    stopped: bool,
    pub(super) steps: Steps,
    notices: Vec<Notice>,
    holder: Option<Holder>,
}

impl DurableLog {
    /// Makes an empty log in this existing folder and opens it.
    pub fn create(dir: &Path, options: &Options) -> Result<Self, LogError> {
        let log = Self::begin(dir, options)?;
        begun::complete(dir)?;
        Ok(log)
    }

    /// The same of a log that is none yet for anybody else: not before
    /// [`super::complete`]. What is left of one that was begun before is removed.
    pub fn begin(dir: &Path, options: &Options) -> Result<Self, LogError> {
        disk::create_dirs(dir)?;
        let holder = Holder::take(dir, options.now)?;
        if is_ledger(dir) {
            let dir = dir.to_owned();
            return Err(LogError::Exists { dir });
        }
        begun::begin(dir)?;
        twin::create(dir, layout::LINES)?;
        Self::open_held(dir, options, holder)
    }

    /// Opens the log of the ledger in this folder, for reading and writing.
    pub fn open(dir: &Path, options: &Options) -> Result<Self, LogError> {
        demand_ledger(dir)?;
        let holder = Holder::take(dir, options.now)?;
        Self::open_held(dir, options, holder)
    }

    fn open_held(dir: &Path, options: &Options, holder: Holder) -> Result<Self, LogError> {
        let end = end::read(dir);
        let view =
            View::of(&dir.join(layout::LINES), end)?.ok_or_else(|| Damage::TwinMissing.found(None, None))?;
        let (mut store, rebuilt) =
            open_store(dir, &view, options).map_err(|error| error.with_heads(Some(view.head()), None))?;
        let (twin, torn) = Twin::settle(view, options.segment_bytes, &options.stamp())?;
        let caught_up = compare::catch_up(&twin, &mut store)?;
        if end != Some(End { head: twin.head(), place: Some(twin.place()) }) {
            end::write(dir, twin.head(), twin.place());
        }
        Ok(Self {
            dir: dir.to_owned(),
            head: twin.head(),
            twin,
            store,
            link: options.link,
            stopped: false,
            steps: Steps::default(),
            notices: torn.into_iter().chain(rebuilt.or(caught_up)).collect(),
            holder: Some(holder),
        })
    }

    /// What the open did that a person should hear of; told once.
    pub fn take_notices(&mut self) -> Vec<Notice> {
        std::mem::take(&mut self.notices)
    }

    /// The lines as they stand in the twin, for whoever checks that both
    /// copies are equal. [`Log::read`] answers from the store.
    pub fn read_twin(&self, from: u64) -> Result<Lines<'_>, LogError> {
        self.twin.read(from)
    }
}

impl Log for DurableLog {
    fn head(&self) -> Head {
        self.head
    }

    fn append(&mut self, lines: &[Vec<u8>]) -> Result<(), LogError> {
        if self.stopped || self.store.has_failed() {
            return Err(LogError::Stopped);
        }
        let (head, hashes) = follow_each(self.head, lines, self.link)?;
        if lines.is_empty() {
            return Ok(());
        }
        // Stopped until the write is known to be whole.
        self.stopped = true;
        self.write(lines, &hashes, head).map_err(unfinished)?;
        self.stopped = false;
        self.head = head;
        end::write(&self.dir, head, self.twin.place());
        Ok(())
    }

    fn append_groups(&mut self, next: NextGroup<'_>) -> Result<(), LogError> {
        if self.stopped || self.store.has_failed() {
            return Err(LogError::Stopped);
        }
        self.write_groups(next)
    }

    fn read(&self, from: u64) -> Result<Lines<'_>, LogError> {
        self.store.read(from)
    }

    fn scan(&self, from: u64) -> Result<Groups<'_>, LogError> {
        self.twin.scan(from)
    }

    fn packed(&self) -> Result<Option<Packed<'_>>, LogError> {
        self.store.packed().map(Some)
    }

    /// The twin: it is read through quickest, and nobody who appends is waited for.
    fn beside(&self) -> Result<Box<dyn Log + Send>, LogError> {
        let end = End { head: self.head, place: Some(self.twin.place()) };
        Ok(Box::new(TwinReader::open_after(&self.dir, Some(end))?))
    }
}

impl Drop for DurableLog {
    fn drop(&mut self) {
        // A store that failed is leaked and keeps its files: so does the lock,
        // which then says who has them.
        if self.store.has_failed() {
            std::mem::forget(self.holder.take());
        }
    }
}

/// Whether there is a ledger in this folder, sound or not; one that is being made is
/// none yet.
pub fn is_ledger(dir: &Path) -> bool {
    let is_there = |name: &&str| dir.join(name).exists();
    [layout::LINES, layout::STORE, layout::NEW_LINES].iter().any(is_there) && !begun::is_begun(dir)
}

/// Refuses a folder in which there is none.
fn demand_ledger(dir: &Path) -> Result<(), LogError> {
    if is_ledger(dir) { Ok(()) } else { Err(missing(dir)) }
}

/// That there is no ledger in a folder, or that nobody may look whether there is.
fn missing(dir: &Path) -> LogError {
    match dir.read_dir() {
        Err(error) if error.kind() == ErrorKind::PermissionDenied => disk::on(Action::Open, dir)(error),
        _ => LogError::Missing { dir: dir.to_owned() },
    }
}

fn unfinished(error: LogError) -> LogError {
    LogError::Unfinished { source: Box::new(error) }
}

/// The store, if it agrees with the twin; a new one, still empty, when there
/// is none, it has lost everything or the system failed it, and the twin is sound.
fn open_store(dir: &Path, view: &View, options: &Options) -> Result<(Store, Option<Notice>), LogError> {
    let path = dir.join(layout::STORE);
    if store::is_there(&path) && !is_spent(dir, view)? {
        let store = Store::open(&path, options.link, options.cache_bytes)?;
        compare::agree(view, &store, options.link)?;
        if store.head().size > 0 || view.head().size == 0 {
            return Ok((store, None));
        }
    } else {
        compare::check_twin(view, Head::default(), options.link)?;
    }
    let aside = set_store_aside(dir, &options.stamp())?;
    disk::create_dir(dir, layout::STORE)?;
    let store = Store::open(&path, options.link, options.cache_bytes)?;
    let entries = view.head().size;
    let notice = (entries > 0).then_some(Notice::StoreRebuilt { entries, aside });
    Ok((store, notice))
}

/// Whether the system failed the store, and the twin is known to hold all that it
/// held: then there is nothing to choose.
fn is_spent(dir: &Path, view: &View) -> Result<bool, LogError> {
    let end = end::last(dir).filter(|end| view.holds(end.head).unwrap_or(false));
    Ok(store::was_failed_by_system(&dir.join(layout::STORE))? && end.is_some())
}

/// Moves the store out of use, unless there is nothing in its folder.
fn set_store_aside(dir: &Path, stamp: &str) -> Result<Option<PathBuf>, LogError> {
    let path = dir.join(layout::STORE);
    let is_empty = path.read_dir().map_or(true, |mut files| files.next().is_none());
    if is_empty {
        return Ok(None);
    }
    disk::move_aside(dir, layout::STORE, stamp).map(Some)
}
