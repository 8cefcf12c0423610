//! The size that a ledger had when something was known of it.

use super::desk::DeskError;
use crate::event::{Entry, Hash, Moment, Zone};
use crate::figures::Known;
use crate::log::Log;
use crate::plan::Opened;

/// How many entries a log had as known; all of them where that is now.
pub(super) fn size_known(log: &dyn Log, known: Known) -> Result<u64, DeskError> {
    let size = log.head().size;
    match known {
        Known::Now => Ok(size),
        Known::Sequence(last) => Ok(size.min(last.saturating_add(1))),
        Known::Moment(moment) => recorded_by(log, size, moment),
        Known::Day(day) => {
            // Entry 0, which says the zone, was there before anyone asked.
            let moment = Moment::end_of(day, &zone_of(&entry(log, 0)?.0));
            Ok(recorded_by(log, size, moment)?.max(1).min(size))
        }
    }
}

/// How many entries were recorded by a moment: each is recorded no sooner than the one
/// before it.
fn recorded_by(log: &dyn Log, size: u64, moment: Moment) -> Result<u64, DeskError> {
    let (mut first, mut after) = (0, size);
    while first < after {
        let middle = u64::midpoint(first, after);
        if entry(log, middle)?.0.recorded <= moment {
            first = middle + 1;
        } else {
            after = middle;
        }
    }
    Ok(first)
}

/// The entry at a place, with the hash of its line.
pub(super) fn entry(log: &dyn Log, sequence: u64) -> Result<(Entry, Hash), DeskError> {
    let line = log.get(sequence)?.unwrap_or_default();
    let entry = Entry::read(&line).map_err(|source| DeskError::Entry { sequence, source })?;
    Ok((entry, Hash::of(&line)))
}

/// The time zone that an entry 0 says; that of a ledger where it says none that is one.
fn zone_of(opening: &Entry) -> Zone {
    let opened = Opened::read(&opening.draft.data).ok();
    opened.and_then(|opened| opened.timezone.parse().ok()).unwrap_or_default()
}
