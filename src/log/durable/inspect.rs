//! Both copies, read through: what to show before a repair.

use std::path::Path;

use super::super::holder::Holder;
use super::super::layout;
use super::super::store::{self, Store};
use super::super::twin::View;
use super::super::{Damage, Fault, Head, LogError};
use super::Options;
use super::compare::{twin_broken, walk};

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
}

impl Side {
    /// Whether the whole copy is one chain.
    pub fn is_sound(&self) -> bool {
        self.fault.is_none()
    }

    fn unreadable(fault: LogError) -> Self {
        Self { head: None, fault: Some(fault) }
    }
}

/// Reads both copies through and checks every link. Nothing is moved or
/// repaired, and a doubtful store is not opened.
pub fn inspect(dir: &Path, options: &Options) -> Result<Inspection, LogError> {
    let _holder = Holder::take(dir, options.now)?;
    Ok(Inspection { twin: inspect_twin(dir, options), store: inspect_store(dir, options) })
}

pub(super) fn inspect_twin(dir: &Path, options: &Options) -> Side {
    let walked = View::of(&dir.join(layout::LINES)).and_then(|view| {
        let view = view.ok_or_else(|| Damage::TwinMissing.found(None, None))?;
        Ok(walk(view.read(0)?, Head::default(), options.link, twin_broken))
    });
    side(walked)
}

fn inspect_store(dir: &Path, options: &Options) -> Side {
    let path = dir.join(layout::STORE);
    if !store::is_there(&path) {
        return Side::unreadable(LogError::Missing { dir: path });
    }
    match Store::open(&path, options.link, options.cache_bytes) {
        Ok(store) => walk_store(&store, options),
        Err(error) => Side::unreadable(error),
    }
}

pub(super) fn walk_store(store: &Store, options: &Options) -> Side {
    let lines = store.read(0);
    side(lines.map(|lines| walk(lines, Head::default(), options.link, store_broken)))
}

fn store_broken(sequence: u64, source: Fault) -> Damage {
    Damage::StoreChain { sequence, source }
}

fn side(walked: Result<(Head, Option<LogError>), LogError>) -> Side {
    match walked {
        Ok((head, fault)) => Side { head: Some(head), fault },
        Err(error) => Side::unreadable(error),
    }
}
