//! Dates and periods as people type them.
//!
//! The order of day and month is never taken from a language: `03/04/2024` is
//! asked back in French and in English.

use super::numeric_date::{calendar_year, fiscal_pair, fiscal_year, number, numeric};
use super::plain::{echo, is_too_long, plain};
use super::word_date::worded;
use super::DateError;
use crate::event::{Day, Period, YearEnd};

/// What the meaning of a typed date rests on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Calendar {
    /// Today in the ledger's time zone; absent where a file is read, whose
    /// meaning must not change overnight, so that “yesterday” is refused.
    pub today: Option<Day>,
    /// The last day of the fiscal year.
    pub year_end: YearEnd,
}

/// How a date was given.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Grain {
    /// One day.
    Day,
    /// A calendar month.
    Month,
    /// A calendar year.
    Year,
    /// A fiscal year.
    FiscalYear,
    /// From one to another.
    Range,
}

/// A date as typed: the days it names, both ends included.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Dated {
    /// The first and the last day.
    pub period: Period,
    /// How it was given.
    pub grain: Grain,
}

impl Dated {
    pub(super) const fn day(day: Day) -> Self {
        Self { period: Period::on(day), grain: Grain::Day }
    }
}

/// The days that were typed: one, a month, a calendar or fiscal year, or
/// `A..B`, which begins with A's first day and ends with B's last.
pub fn typed_date(typed: &str, calendar: &Calendar) -> Result<Dated, DateError> {
    if is_too_long(typed) {
        return Err(DateError::Unknown { typed: echo(typed) });
    }
    let text = plain(typed);
    let Some((from, to)) = text.split_once("..") else { return one(&text, typed, calendar) };
    let (first, last) = (from.trim(), to.trim());
    if first.is_empty() || last.is_empty() {
        return Err(DateError::Unknown { typed: echo(typed) });
    }
    let from = one(first, first, calendar)?.period.from;
    let to = one(last, last, calendar)?.period.to;
    let period = Period::new(from, to)
        .map_err(|_| DateError::EndBeforeStart { typed: echo(typed), from, to })?;
    Ok(Dated { period, grain: Grain::Range })
}

/// One day, for a field that holds no period.
pub fn typed_day(typed: &str, calendar: &Calendar) -> Result<Day, DateError> {
    let period = typed_date(typed, calendar)?.period;
    if period.is_exact() { Ok(period.from) } else { Err(DateError::NotOneDay { typed: echo(typed) }) }
}

/// The days that were typed where no day is today.
pub fn typed_period(typed: &str, year_end: YearEnd) -> Result<Period, DateError> {
    typed_date(typed, &Calendar { today: None, year_end }).map(|dated| dated.period)
}

/// One date without `..`; `text` is plain, `typed` is for errors.
fn one(text: &str, typed: &str, calendar: &Calendar) -> Result<Dated, DateError> {
    if text.is_empty() {
        return Err(DateError::Empty);
    }
    relative(text, calendar)
        .map(Ok)
        .or_else(|| fiscal(text, typed, calendar.year_end))
        .or_else(|| numeric(text, typed, calendar.year_end))
        .or_else(|| worded(text, typed))
        .unwrap_or_else(|| Err(DateError::Unknown { typed: echo(typed) }))
}

fn relative(text: &str, calendar: &Calendar) -> Option<Dated> {
    let today = calendar.today?;
    match text {
        "aujourd'hui" | "aujourdhui" | "today" => Some(Dated::day(today)),
        "hier" | "yesterday" => Some(Dated::day(today.previous())),
        _ => None,
    }
}

/// What announces a fiscal year, longest first.
const FISCAL: [&str; 6] =
    ["exercice financier", "annee financiere", "exercice", "fiscal year", "fiscal", "fy"];

/// `FY2024`, `exercice 2023-2024`: named by the calendar year in which it
/// ends, or by both. `None` when nothing announces a fiscal year.
fn fiscal(text: &str, typed: &str, year_end: YearEnd) -> Option<Result<Dated, DateError>> {
    let years = FISCAL.iter().find_map(|word| text.strip_prefix(word))?.trim();
    let years = years.replace(" - ", "-");
    let read = match years.split_once(['-', '/']) {
        None => year(&years).map(|last| fiscal_year(last, typed, year_end)),
        Some((first, last)) => fiscal_pair(first, last, typed, year_end),
    };
    Some(read.unwrap_or_else(|| Err(DateError::Unknown { typed: echo(typed) })))
}

/// A year of four digits, or of two in this century.
fn year(text: &str) -> Option<i32> {
    match text.len() {
        4 => number(text),
        2 => number(text).map(|short| 2000 + short),
        _ => None,
    }
}

pub(super) fn whole_year(year: i32, typed: &str) -> Result<Dated, DateError> {
    let period = calendar_year(year).ok_or_else(|| DateError::NoSuchDay { typed: echo(typed) })?;
    Ok(Dated { period, grain: Grain::Year })
}
