//! Both copies, read through: what to show before a repair.

use std::path::Path;

use super::super::end::{self, End};
use super::super::holder::Holder;
use super::super::layout;
use super::super::store::{self, Store};
use super::super::twin::View;
use super::super::{Damage, Fault, Head, Lines, LogError};
use super::compare::{twin_broken, walk};
use super::{Options, demand_ledger};

/// What is known of the two copies.
#[derive(Debug)]
pub struct Inspection {
    /// The lines in `lines/`.
    pub twin: Side,
    /// The entries in `store/`.
    pub store: Side,
}

/// One copy, read from its first entry on.
#[derive(Debug)]
pub struct Side {
    /// The end of its chain, or of as much of it as holds; none when nothing
    /// could be read.
    pub head: Option<Head>,
    /// What stops it there; none when the copy is sound to its end.
    pub fault: Option<LogError>,
    /// Its first line and its last, as far as it was read.
    pub ends: Option<(Vec<u8>, Vec<u8>)>,
}

impl Side {
    /// Whether the whole copy is one chain.
    pub fn is_sound(&self) -> bool {
        self.fault.is_none()
    }

    fn unreadable(fault: LogError) -> Self {
        Self { head: None, fault: Some(fault), ends: None }
    }
}

/// Reads both copies through and checks every link. Nothing is moved or
/// repaired, and a doubtful store is not opened but where [`open_store`] says so.
pub fn inspect(dir: &Path, options: &Options) -> Result<Inspection, LogError> {
    demand_ledger(dir)?;
    let _holder = Holder::take(dir, options.now)?;
    let twin = inspect_twin(dir, options);
    Ok(Inspection { store: inspect_store(dir, options, &twin), twin })
}

pub(super) fn inspect_twin(dir: &Path, options: &Options) -> Side {
    let view = View::of(&dir.join(layout::LINES), None)
        .and_then(|view| view.ok_or_else(|| Damage::TwinMissing.found(None, None)));
    match view {
        Ok(view) => side(view.read(0), options, twin_broken),
        Err(error) => Side::unreadable(error),
    }
}

fn inspect_store(dir: &Path, options: &Options, twin: &Side) -> Side {
    match open_store(dir, options, || is_whole(dir, twin)) {
        Ok(store) => walk_store(&store, options),
        Err(error) => Side::unreadable(error),
    }
}

/// Opens the store to read it through: one that the system failed only where the twin
/// is not whole. Then it may be all that there is, and nothing is known against what it
/// held; otherwise it may hold less than the twin, from which it was to be made.
pub(super) fn open_store(
    dir: &Path,
    options: &Options,
    is_twin_whole: impl FnOnce() -> bool,
) -> Result<Store, LogError> {
    let path = dir.join(layout::STORE);
    if !store::is_there(&path) {
        return Err(Damage::StoreMissing.found(None, None));
    }
    if store::was_failed_by_system(&path)? && !is_twin_whole() {
        return Store::open_in_doubt(&path, options.link, options.cache_bytes);
    }
    Store::open(&path, options.link, options.cache_bytes)
}

/// Whether a twin is sound and known to hold all that the store held.
pub(super) fn is_whole(dir: &Path, twin: &Side) -> bool {
    let holds = |end: End| View::of(&dir.join(layout::LINES), None).ok()??.holds(end.head).ok();
    twin.is_sound() && end::last(dir).and_then(holds) == Some(true)
}

pub(super) fn walk_store(store: &Store, options: &Options) -> Side {
    side(store.read(0), options, store_broken)
}

fn store_broken(sequence: u64, source: Fault) -> Damage {
    Damage::StoreChain { sequence, source }
}

fn side(lines: Result<Lines<'_>, LogError>, options: &Options, broken: fn(u64, Fault) -> Damage) -> Side {
    let lines = match lines {
        Ok(lines) => lines,
        Err(error) => return Side::unreadable(error),
    };
    let (mut first, mut last) = (None, Vec::new());
    let seen = lines.inspect(|line| {
        if let Ok(line) = line {
            first.get_or_insert_with(|| line.clone());
            last.clone_from(line);
        }
    });
    let (head, fault) = walk(seen, Head::default(), options.link, broken);
    Side { head: Some(head), fault, ends: first.map(|first| (first, last)) }
}
