//! Opening for whoever only reads.

use std::path::Path;

use super::{Damage, DurableLog, Log, LogError, Notice, Options, TwinReader, end, is_full, is_ledger};

/// What the store may keep in memory for a scan, which reads each page once.
const SCAN_CACHE_BYTES: u64 = 8 << 20;

/// A log to read from, and what to tell about how it was opened.
pub struct Reading {
    /// The twin, or the store where it was opened.
    pub log: Box<dyn Log + Send>,
    /// What a person should hear of.
    pub notices: Vec<Notice>,
}

/// Both copies, each a log of its own, and what to tell about how they were
/// opened.
pub struct Copies {
    /// The store; none when it cannot be used or another process has it.
    pub store: Option<DurableLog>,
    /// The twin.
    pub twin: TwinReader,
    /// What a person should hear of.
    pub notices: Vec<Notice>,
}

/// Reads the twin alone, without the lock, as long as it holds what the store
/// held last ([`end`]): nobody who writes waits for a reader. Otherwise both
/// copies are opened and compared, as [`open_copies`] does.
pub fn open_for_reading(dir: &Path, options: &Options) -> Result<Reading, LogError> {
    if let Some(twin) = whole_twin(dir) {
        let notices = twin.ignored().into_iter().collect();
        return Ok(Reading { log: Box::new(twin), notices });
    }
    let Copies { store, twin, notices } = open_copies(dir, options)?;
    let log: Box<dyn Log + Send> = match store {
        Some(store) => Box::new(store),
        None => Box::new(twin),
    };
    Ok(Reading { log, notices })
}

/// The twin, if it is known to hold what the store holds.
fn whole_twin(dir: &Path) -> Option<TwinReader> {
    let end = end::read(dir).filter(|_| is_ledger(dir))?;
    // What is wrong with it is said when both copies are opened.
    let twin = TwinReader::open_after(dir, Some(end)).ok()?;
    twin.holds(end.head).is_ok_and(|held| held).then_some(twin)
}

/// Opens each copy on its own, the ledger as a writer would; the twin alone
/// when another process holds it, when nothing can be written there or the disk is
/// full, or when its store cannot be used. Other damage is an error: then it is not known
/// which copy is right.
pub fn open_copies(dir: &Path, options: &Options) -> Result<Copies, LogError> {
    let mut options = options.clone();
    options.cache_bytes = options.cache_bytes.min(SCAN_CACHE_BYTES);
    match DurableLog::open(dir, &options) {
        Ok(mut log) => {
            let notices = log.take_notices();
            Ok(Copies { store: Some(log), twin: TwinReader::open(dir)?, notices })
        }
        Err(because) if twin_will_do(&because) => {
            let twin = TwinReader::open(dir)?;
            let ignored = twin.ignored();
            let notices = [Notice::TwinOnly { because }].into_iter().chain(ignored).collect();
            Ok(Copies { store: None, twin, notices })
        }
        Err(error) => Err(error),
    }
}

fn twin_will_do(error: &LogError) -> bool {
    match error {
        LogError::Held { .. } | LogError::ReadOnlyFolder { .. } | LogError::Store { .. } => true,
        LogError::Io { source, .. } => is_full(source),
        LogError::Damaged { source, .. } => matches!(
            **source,
            Damage::StoreUnusable { .. }
                | Damage::StoreDoubtful { .. }
                | Damage::StoreBlock { .. }
                | Damage::StoreChain { .. }
        ),
        _ => false,
    }
}
