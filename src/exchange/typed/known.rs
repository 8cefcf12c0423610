//! Up to where entries are known, as people type it.

use super::{Calendar, DateError, lacks_offset, typed_date, typed_moment};
use crate::figures::Known;

/// Why what was typed says no such place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KnownError {
    /// A moment without its offset.
    #[error("“{0}” needs its offset")]
    NoOffset(String),
    /// Not a date, a moment or a number.
    #[error("“{0}” is not a date, a moment or a number")]
    Unknown(String),
    /// A date that can be read two ways, or is none.
    #[error(transparent)]
    Date(DateError),
}

/// A moment, the number of an entry, or the last day of a period. Digits alone
/// are a number, never a year.
pub fn typed_known(typed: &str, calendar: &Calendar) -> Result<Known, KnownError> {
    let text = typed.trim();
    if let Some(moment) = typed_moment(text) {
        return Ok(Known::Moment(moment));
    }
    if lacks_offset(text) {
        return Err(KnownError::NoOffset(typed.to_owned()));
    }
    if let Ok(sequence) = text.trim_start_matches('#').parse::<u64>() {
        return Ok(Known::Sequence(sequence));
    }
    typed_date(text, calendar).map(|days| Known::Day(days.to)).map_err(|error| match error {
        DateError::Unknown { .. } | DateError::Empty => KnownError::Unknown(typed.to_owned()),
        other => KnownError::Date(other),
    })
}
