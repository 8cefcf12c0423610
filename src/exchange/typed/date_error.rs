//! Why what was typed is not a date.

use crate::event::Day;

/// Why what was typed is not a date; `typed` is what was typed, shortened
/// when it is long.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Nothing was typed.
    #[error("the date is empty: write 2023-09-27, 2023-09, 2023, FY2024, or two of these with .. between")]
    Empty,
    /// No spelling of a date.
    #[error(
        "“{typed}” is not a date: write 2023-09-27, 27 septembre 2023, September 27, 2023, 2023-09, 2023, \
         FY2024, or two of these with .. between"
    )]
    Unknown {
        /// What was typed.
        typed: String,
    },
    /// A word whose meaning changes overnight, in a file.
    #[error("“{typed}” means another day tomorrow: in a file write the day itself, as in 2023-09-27")]
    Relative {
        /// What was typed.
        typed: String,
    },
    /// The month has no such day.
    #[error("“{typed}” does not exist: the last day of that month is {last}")]
    NoSuchDay {
        /// What was typed.
        typed: String,
        /// The last day of the month.
        last: Day,
    },
    /// The calendar has no such month or year.
    #[error("“{typed}” does not exist in the calendar")]
    NotInCalendar {
        /// What was typed.
        typed: String,
    },
    /// Several days can be meant.
    #[error("“{typed}” can be {}: write the one you mean", one_of(readings))]
    TwoReadings {
        /// What was typed.
        typed: String,
        /// The days that it can be, earliest first; at least two.
        readings: Vec<Day>,
    },
    /// The end lies before the start.
    #[error("“{typed}” ends ({to}) before it begins ({from})")]
    EndBeforeStart {
        /// What was typed.
        typed: String,
        /// The first day of what begins it.
        from: Day,
        /// The last day of what ends it.
        to: Day,
    },
    /// Two years that are no fiscal year of this ledger.
    #[error("“{typed}” is not a fiscal year here: for all days of both years write {first}..{last}")]
    NotAFiscalYear {
        /// What was typed.
        typed: String,
        /// The first year.
        first: i32,
        /// The last year.
        last: i32,
    },
    /// A day and a month without a year.
    #[error("“{typed}” has no year: add it, as in 27 septembre 2023")]
    NoYear {
        /// What was typed.
        typed: String,
    },
    /// The weekday is not that of the day.
    #[error("“{typed}”: {day} is not that day of the week; correct it or leave the weekday out")]
    OtherWeekday {
        /// What was typed.
        typed: String,
        /// The day that the rest names.
        day: Day,
    },
    /// One day was asked for and a longer period typed.
    #[error("“{typed}” is more than one day: write the day, as in 2023-09-27")]
    NotOneDay {
        /// What was typed.
        typed: String,
    },
}

fn one_of(readings: &[Day]) -> String {
    readings.iter().map(ToString::to_string).collect::<Vec<_>>().join(" or ")
}
