//! One copy made anew from the other, by command.
//!
//! The copy that is kept is read through first. The other is moved to
//! `aside/`, never deleted. A crash in the middle leaves a ledger that opens
//! as before, or one copy alone, from which the same repair starts again.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::super::disk::{self, on};
use super::super::holder::Holder;
use super::super::layout;
use super::super::steps::Steps;
use super::super::store::{self, Store};
use super::super::twin::{self, Twin, View};
use super::super::{Action, Damage, Head, LogError};
use super::compare::copy;
use super::inspect::{inspect_twin, is_whole, open_store, walk_store};
use super::{DurableLog, Options, demand_ledger, set_store_aside};

/// The copy to keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// `lines/`.
    Twin,
    /// `store/`.
    Store,
}

/// A repaired ledger, open, so that the repair itself can be recorded.
pub struct Repaired {
    /// The log, both copies equal.
    pub log: DurableLog,
    /// Where the copy that was not kept is now, if it was there at all.
    pub aside: Option<PathBuf>,
}

/// Keeps one copy and makes the other anew from it. Refused, with nothing
/// written, when the copy to keep is not sound itself.
pub fn repair(dir: &Path, options: &Options, from: Source) -> Result<Repaired, LogError> {
    demand_ledger(dir)?;
    let holder = Holder::take(dir, options.now)?;
    let aside = match from {
        Source::Twin => replace_store(dir, options)?,
        Source::Store => replace_twin(dir, options)?,
    };
    let log = DurableLog::open_held(dir, options, holder)?;
    Ok(Repaired { log, aside })
}

/// Moves the store away; the open that follows makes a new one.
fn replace_store(dir: &Path, options: &Options) -> Result<Option<PathBuf>, LogError> {
    let twin = inspect_twin(dir, options);
    match twin.fault {
        Some(fault) => Err(fault.with_heads(twin.head, None)),
        None => set_store_aside(dir, &options.stamp()),
    }
}

fn replace_twin(dir: &Path, options: &Options) -> Result<Option<PathBuf>, LogError> {
    let store = open_store(dir, options, || is_whole(dir, &inspect_twin(dir, options)))?;
    let side = walk_store(&store, options);
    if let Some(fault) = side.fault {
        return Err(fault.with_heads(None, side.head));
    }
    write_new_lines(dir, &store, options)?;
    let lines = dir.join(layout::LINES);
    let mut aside = None;
    if lines.exists() {
        aside = Some(disk::move_aside(dir, layout::LINES, &options.stamp())?);
    }
    disk::rename(&dir.join(layout::NEW_LINES), &lines)?;
    drop(store);
    if store::was_failed_by_system(&dir.join(layout::STORE))? {
        // It gave back what it held; it is not written to again.
        set_store_aside(dir, &options.stamp())?;
    }
    Ok(aside)
}

fn write_new_lines(dir: &Path, store: &Store, options: &Options) -> Result<(), LogError> {
    let path = dir.join(layout::NEW_LINES);
    match fs::remove_dir_all(&path) {
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        removed => removed.map_err(on(Action::Remove, &path))?,
    }
    twin::create(dir, layout::NEW_LINES)?;
    let view = View::of(&path, None)?.ok_or_else(|| Damage::TwinMissing.found(None, None))?;
    let (mut twin, _) = Twin::settle(view, options.segment_bytes, &options.stamp())?;
    copy(store.read(0)?, Head::default(), |lines, head| {
        twin.append(&twin::join(lines), head, &mut Steps::default())
    })
}
