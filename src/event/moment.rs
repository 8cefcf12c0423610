//! When the ledger appended an entry: UTC, to the microsecond.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, NaiveDate, Utc};

use super::{Day, Zone};

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
    pub fn day(self, zone: &Zone) -> Option<Day> {
        Day::from_date(zone.shown(self)?.date())
    }

    /// Today, where the clock of a zone says this moment: its day there, the
    /// first of the calendar where it lies beyond it.
    pub fn today(self, zone: &Zone) -> Day {
        self.day(zone).unwrap_or(Day::FIRST)
    }

    /// The last microsecond of a day in a time zone.
    pub fn end_of(day: Day, zone: &Zone) -> Self {
        zone.end_of(day)
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

    /// Read by hand: replay reads one for every entry, and only this one
    /// spelling is allowed.
    fn from_str(text: &str) -> Result<Self, MomentError> {
        const PATTERN: &[u8] = b"dddd-dd-ddTdd:dd:dd.ddddddZ";
        let bytes = text.as_bytes();
        let shaped = bytes.len() == PATTERN.len()
            && bytes.iter().zip(PATTERN).all(|(byte, wanted)| match wanted {
                b'd' => byte.is_ascii_digit(),
                literal => byte == literal,
            });
        let number = |from: usize, to: usize| {
            bytes[from..to].iter().fold(0_u32, |number, byte| number * 10 + u32::from(byte - b'0'))
        };
        let time = || {
            // The calendar of days begins with the year 1.
            let year = i32::try_from(number(0, 4)).ok().filter(|year| *year > 0)?;
            let date = NaiveDate::from_ymd_opt(year, number(5, 7), number(8, 10))?;
            date.and_hms_micro_opt(number(11, 13), number(14, 16), number(17, 19), number(20, 26))
        };
        let time = shaped.then(time).flatten().ok_or(MomentError)?;
        Ok(Self(time.and_utc().timestamp_micros()))
    }
}

#[cfg(test)]
mod tests {
    use super::Moment;

    #[test]
    fn one_spelling_reads_back_and_no_other_is_read() {
        let text = "2024-02-29T23:59:59.000001Z";
        assert_eq!(text.parse::<Moment>().map(|it| it.to_string()).as_deref(), Ok(text));
        for other in [
            "2024-02-30T00:00:00.000000Z",
            "0000-02-28T00:00:00.000000Z",
            "2024-02-29T24:00:00.000000Z",
            "2024-02-29T23:59:60.000000Z",
            "2024-02-29T23:59:59.00001Z",
            "2024-02-29t23:59:59.000001Z",
            "2024-02-29T23:59:59.000001z",
            "+024-02-29T23:59:59.000001Z",
            "2024-02-29T23:59:59.000001+",
            "",
        ] {
            assert!(other.parse::<Moment>().is_err(), "{other}");
        }
    }
}
