//! Opening for whoever only reads.

use std::path::Path;

use super::{Damage, DurableLog, Log, LogError, Notice, Options, TwinReader};

/// What the store may keep in memory for a scan, which reads each page once.
const SCAN_CACHE_BYTES: u64 = 8 << 20;

/// A log to read from, and what to tell about how it was opened.
pub struct Reading {
    /// Both copies where possible, else the twin alone.
    pub log: Box<dyn Log + Send>,
    /// What a person should hear of.
    pub notices: Vec<Notice>,
}

/// Opens the ledger as a writer would; reads the twin alone when another
/// process holds it, when nothing can be written there, or when its store
/// cannot be used. Other damage is an error: then it is not known which copy
/// is right.
pub fn open_for_reading(dir: &Path, options: &Options) -> Result<Reading, LogError> {
    let mut options = options.clone();
    options.cache_bytes = options.cache_bytes.min(SCAN_CACHE_BYTES);
    match DurableLog::open(dir, &options) {
        Ok(mut log) => {
            let notices = log.take_notices();
            let log = Box::new(log);
            Ok(Reading { log, notices })
        }
        Err(because) if twin_will_do(&because) => read_twin(dir, because),
        Err(error) => Err(error),
    }
}

fn read_twin(dir: &Path, because: LogError) -> Result<Reading, LogError> {
    let log = TwinReader::open(dir)?;
    let ignored = log.ignored();
    let notices = [Notice::TwinOnly { because }].into_iter().chain(ignored);
    Ok(Reading { notices: notices.collect(), log: Box::new(log) })
}

fn twin_will_do(error: &LogError) -> bool {
    match error {
        LogError::Held { .. } | LogError::ReadOnlyFolder { .. } | LogError::Store { .. } => true,
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
