//! When the ledger appended an entry: UTC, to the microsecond.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;

use super::Day;

/// An instant, written `YYYY-MM-DDTHH:MM:SS.ffffffZ`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(i64);

/// Why text is not a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a moment is written YYYY-MM-DDTHH:MM:SS.ffffffZ")]
pub struct MomentError;

const SHAPE: &str = "%Y-%m-%dT%H:%M:%S%.6fZ";

impl Moment {
    /// The moment of a `chrono` time, cut to the microsecond.
    pub fn from_utc(time: DateTime<Utc>) -> Self {
        Self(time.timestamp_micros())
    }

    /// Microseconds since 1970-01-01T00:00:00Z.
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// The moment so many microseconds after 1970-01-01T00:00:00Z.
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// The `chrono` time.
    pub fn utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp_micros(self.0).unwrap_or_default()
    }

    /// The calendar day of this moment in a time zone.
    pub fn day(self, zone: Tz) -> Option<Day> {
        Day::from_date(self.utc().with_timezone(&zone).date_naive())
    }

    /// The last microsecond of a day in a time zone.
    pub fn end_of(day: Day, zone: Tz) -> Self {
        // Midnight may not exist, or exist twice, where clocks change then;
        // the earliest instant of the next day is the end of this one.
        let next = day.next().date();
        let start = (0..24).find_map(|hour| {
            let time = next.and_hms_opt(hour, 0, 0)?;
            zone.from_local_datetime(&time).earliest()
        });
        let micros = start.map_or_else(
            || next.and_hms_opt(0, 0, 0).unwrap_or_default().and_utc().timestamp_micros(),
            |start| start.timestamp_micros(),
        );
        Self(micros - 1)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.utc().format(SHAPE))
    }
}

impl fmt::Debug for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Moment {
    type Err = MomentError;

    fn from_str(text: &str) -> Result<Self, MomentError> {
        if text.len() != 27 {
            return Err(MomentError);
        }
        let time = NaiveDateTime::parse_from_str(text, SHAPE).map_err(|_| MomentError)?;
        let moment = Self(time.and_utc().timestamp_micros());
        // A leap second or a signed year would come back in another spelling.
        if moment.to_string() == text { Ok(moment) } else { Err(MomentError) }
    }
}
