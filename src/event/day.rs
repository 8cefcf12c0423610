//! Calendar days of the organisation, and the period within which one moment
//! lies.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// A calendar day, written `YYYY-MM-DD`, years 0001 to 9999.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day(NaiveDate);

/// Why text is not a day or two days not a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PeriodError {
    /// The text is not `YYYY-MM-DD` or names no day of the calendar.
    #[error("a day is written YYYY-MM-DD and exists in the calendar")]
    NotADay,
    /// The end lies before the start.
    #[error("the end lies before the start")]
    EndBeforeStart,
}

impl Day {
    /// The first day of the calendar, 0001-01-01.
    pub const FIRST: Self = Self(match NaiveDate::from_ymd_opt(1, 1, 1) {
        Some(date) => date,
        None => NaiveDate::MIN,
    });

    /// The day of these numbers, when the calendar has it.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let date = NaiveDate::from_ymd_opt(year, month, day)?;
        (1..=9999).contains(&year).then_some(Self(date))
    }

    /// The day of a `chrono` date, when its year has four digits.
    pub fn from_date(date: NaiveDate) -> Option<Self> {
        (1..=9999).contains(&date.year()).then_some(Self(date))
    }

    /// The `chrono` date, for formatting and arithmetic.
    pub const fn date(self) -> NaiveDate {
        self.0
    }

    /// The next day; the last day of the calendar is its own next.
    #[must_use]
    pub fn next(self) -> Self {
        self.0.succ_opt().and_then(Self::from_date).unwrap_or(self)
    }

    /// The day before; the first day of the calendar is its own predecessor.
    #[must_use]
    pub fn previous(self) -> Self {
        self.0.pred_opt().and_then(Self::from_date).unwrap_or(self)
    }

    /// The day halfway to a later one; of two that follow each other, the first.
    #[must_use]
    pub fn midway(self, later: Self) -> Self {
        let between = u64::try_from((later.0 - self.0).num_days() / 2).unwrap_or_default();
        self.0.checked_add_days(chrono::Days::new(between)).and_then(Self::from_date).unwrap_or(self)
    }

    /// So many days later, earlier where the number is negative; no further than the
    /// calendar goes.
    #[must_use]
    pub fn moved(self, days: i64) -> Self {
        let by = chrono::TimeDelta::try_days(days);
        let moved = by.and_then(|by| self.0.checked_add_signed(by)).and_then(Self::from_date);
        let end = if days < 0 { Some(Self::FIRST) } else { Self::new(9999, 12, 31) };
        moved.or(end).unwrap_or(self)
    }

    /// How many days it lies after another; below zero where it lies before.
    pub fn days_after(self, other: Self) -> i64 {
        (self.0 - other.0).num_days()
    }

    /// The last day of the month.
    pub fn month_end(year: i32, month: u32) -> Option<Self> {
        (28..=31).rev().find_map(|day| Self::new(year, month, day))
    }
}

impl TryFrom<String> for Day {
    type Error = PeriodError;

    fn try_from(text: String) -> Result<Self, PeriodError> {
        text.parse()
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = self.0;
        write!(f, "{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Day {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let parts = || {
            let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes().first_chunk::<10>()? else {
                return None;
            };
            let is_shaped =
                text.len() == 10 && [y1, y2, y3, y4, m1, m2, d1, d2].into_iter().all(u8::is_ascii_digit);
            let number = |digits: &[&u8]| {
                digits.iter().fold(0, |number: u16, digit| number * 10 + u16::from(**digit & 0x0f))
            };
            let (year, month, day) = (number(&[y1, y2, y3, y4]), number(&[m1, m2]), number(&[d1, d2]));
            Self::new(year.into(), month.into(), day.into()).filter(|_| is_shaped)
        };
        parts().ok_or(PeriodError::NotADay)
    }
}

/// Within which days one moment lies: imprecision, never duration. Both ends
/// are included.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, PartialOrd, Ord)]
pub struct Period {
    /// First day on which it can have been.
    pub from: Day,
    /// Last day on which it can have been.
    pub to: Day,
}

impl Period {
    /// The period from one day to another.
    pub fn new(from: Day, to: Day) -> Result<Self, PeriodError> {
        if to < from { Err(PeriodError::EndBeforeStart) } else { Ok(Self { from, to }) }
    }

    /// One day known exactly.
    pub const fn on(day: Day) -> Self {
        Self { from: day, to: day }
    }

    /// Whether `other` lies within this period.
    pub fn contains(&self, other: &Self) -> bool {
        self.from <= other.from && other.to <= self.to
    }

    /// Whether the two share a day.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }

    /// Whether the moment's day is known exactly.
    pub fn is_exact(&self) -> bool {
        self.from == self.to
    }
}

/// The last day of a fiscal year, written `MM-DD`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct YearEnd {
    month: u32,
    day: u32,
}

impl YearEnd {
    /// The end of the calendar year.
    pub const fn december() -> Self {
        Self { month: 12, day: 31 }
    }

    /// The last day of the fiscal year that ends in this calendar year.
    pub fn last_day(self, year: i32) -> Option<Day> {
        // 29 February is the 28th in the years that have none.
        Day::new(year, self.month, self.day).or_else(|| Day::month_end(year, self.month))
    }

    /// The fiscal year FY*n*, which ends in calendar year *n*.
    pub fn year(self, year: i32) -> Option<Period> {
        let from = self.last_day(year - 1)?.next();
        Some(Period { from, to: self.last_day(year)? })
    }

    /// The number *n* of the fiscal year that holds the day.
    pub fn number(self, day: Day) -> i32 {
        let year = day.0.year();
        match self.last_day(year) {
            Some(last) if day > last => year + 1,
            _ => year,
        }
    }

    /// The fiscal year that holds the day.
    pub fn holding(self, day: Day) -> Period {
        self.year(self.number(day)).unwrap_or(Period { from: day, to: day })
    }
}

impl FromStr for YearEnd {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        // A leap year, so that 02-29 is a possible last day.
        let date = format!("2000-{text}").parse::<Day>()?.date();
        Ok(Self { month: date.month(), day: date.day() })
    }
}

impl fmt::Display for YearEnd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}
