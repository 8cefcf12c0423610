//! Dates in digits alone.

use chrono::Datelike;

use super::date::{Dated, Grain, whole_year};
use super::plain::echo;
use super::DateError;
use crate::event::{Day, Period, YearEnd};

type Read = Option<Result<Dated, DateError>>;

/// `2023`, `2023-09`, `2023-2024`, `2023-09-27`, `27/09/2023` and their like;
/// `None` when there is more than digits and one kind of separator.
pub(super) fn numeric(text: &str, typed: &str, year_end: YearEnd) -> Read {
    let separator = text.chars().find(|letter| !letter.is_ascii_digit());
    if !matches!(separator, None | Some('-' | '/' | '.')) {
        return None;
    }
    let parts: Vec<&str> = separator.map_or_else(|| vec![text], |it| text.split(it).collect());
    if parts.iter().any(|part| number(part).is_none()) {
        // `2023 - 2024` is a fiscal year with spaces round the dash.
        return text.contains(" - ").then(|| numeric(&text.replace(" - ", "-"), typed, year_end))?;
    }
    match parts.as_slice() {
        [year] if year.len() == 4 => Some(whole_year(number(year)?, typed)),
        [first, second] if separator != Some('.') => pair(first, second, typed, year_end),
        [first, second, third] => triple([first, second, third], separator == Some('-'), typed),
        _ => None,
    }
}

/// The number of one to four digits.
pub(super) fn number(digits: &str) -> Option<i32> {
    let sound = (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    sound.then(|| digits.parse().ok()).flatten()
}

/// Year and month in either order, or two years. `2011-12` is December 2011,
/// as ISO 8601 has it; `2023-24` can only be a fiscal year.
fn pair(first: &str, second: &str, typed: &str, year_end: YearEnd) -> Read {
    let (one, other) = (number(first)?, number(second)?);
    match (first.len(), second.len()) {
        (4, 4) => fiscal_pair(first, second, typed, year_end),
        (4, 2) if other > 12 && other == (one + 1) % 100 => fiscal_pair(first, second, typed, year_end),
        (4, 1 | 2) => Some(month(one, other, typed)),
        (1 | 2, 4) => Some(month(other, one, typed)),
        _ => None,
    }
}

/// Day, month and year in every order that is in use for this shape.
fn triple(parts: [&str; 3], dashed: bool, typed: &str) -> Read {
    let [first, second, third] = [number(parts[0])?, number(parts[1])?, number(parts[2])?];
    let readings = match (parts[0].len(), parts[1].len(), parts[2].len()) {
        (4, 1 | 2, 1 | 2) => vec![day(first, second, third)],
        (1 | 2, 1 | 2, 4) => vec![day(third, second, first), day(third, first, second)],
        (length @ (1 | 2), 1 | 2, 2) => {
            // With dashes the year also came first: `24-03-31` was the
            // Canadian standard before it had four digits.
            let year_first = (dashed && length == 2).then(|| day(2000 + first, second, third)).flatten();
            vec![day(2000 + third, second, first), day(2000 + third, first, second), year_first]
        }
        _ => return None,
    };
    Some(the_one(readings, typed))
}

fn day(year: i32, month: i32, day: i32) -> Option<Day> {
    Day::new(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

fn the_one(readings: Vec<Option<Day>>, typed: &str) -> Result<Dated, DateError> {
    let mut days: Vec<Day> = readings.into_iter().flatten().collect();
    days.sort_unstable();
    days.dedup();
    match days.as_slice() {
        [] => Err(DateError::NoSuchDay { typed: echo(typed) }),
        [day] => Ok(Dated::day(*day)),
        _ => Err(DateError::TwoReadings { typed: echo(typed), readings: days }),
    }
}

pub(super) fn month(year: i32, month: i32, typed: &str) -> Result<Dated, DateError> {
    let bounds = || {
        let month = u32::try_from(month).ok()?;
        Period::new(Day::new(year, month, 1)?, Day::month_end(year, month)?).ok()
    };
    let period = bounds().ok_or_else(|| DateError::NoSuchDay { typed: echo(typed) })?;
    Ok(Dated { period, grain: Grain::Month })
}

pub(super) fn calendar_year(year: i32) -> Option<Period> {
    Period::new(Day::new(year, 1, 1)?, Day::new(year, 12, 31)?).ok()
}

/// The fiscal year that ends in this calendar year.
pub(super) fn fiscal_year(last: i32, typed: &str, year_end: YearEnd) -> Result<Dated, DateError> {
    let period = year_end.year(last).ok_or_else(|| DateError::NoSuchDay { typed: echo(typed) })?;
    Ok(Dated { period, grain: Grain::FiscalYear })
}

/// The fiscal year named by both its calendar years, the second perhaps by its
/// last two digits. Where the fiscal year is the calendar year, none is.
pub(super) fn fiscal_pair(first: &str, last: &str, typed: &str, year_end: YearEnd) -> Read {
    let (from, to) = (number(first)?, number(last)?);
    let to = match (first.len(), last.len()) {
        (4, 4) => to,
        (4, 2) => from - from % 100 + to + if to < from % 100 { 100 } else { 0 },
        _ => return None,
    };
    let year = fiscal_year(to, typed, year_end);
    let named = year.as_ref().is_ok_and(|it| to == from + 1 && it.period.from.date().year() == from);
    Some(if named { year } else { Err(DateError::NotAFiscalYear { typed: echo(typed), first: from, last: to }) })
}
