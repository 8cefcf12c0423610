//! Dates in digits alone.

use chrono::Datelike;

use super::DateError;
use super::plain::echo;
use crate::event::{Day, Period, YearEnd};

type Read = Option<Result<Period, DateError>>;

/// `2023`, `2023-09`, `2023-2024`, `2023-09-27`, `27/09/2023` and their like;
/// `None` when there is more than digits and one kind of separator.
pub(super) fn numeric(text: &str, typed: &str, year_end: YearEnd) -> Read {
    let text = text.replace(" - ", "-");
    let separator = text.chars().find(|letter| !letter.is_ascii_digit());
    if !matches!(separator, None | Some('-' | '/' | '.')) {
        return None;
    }
    let parts: Vec<&str> = separator.map_or_else(|| vec![text.as_str()], |it| text.split(it).collect());
    match parts.as_slice() {
        [year] if year.len() == 4 => Some(calendar_year(number(year)?, typed)),
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
        (4, 1 | 2, 1 | 2) => vec![[first, second, third]],
        (1 | 2, 1 | 2, 4) => vec![[third, second, first], [third, first, second]],
        (length @ (1 | 2), 1 | 2, 2) => {
            let mut readings = vec![[2000 + third, second, first], [2000 + third, first, second]];
            // With dashes the year also came first: `24-03-31` was the
            // Canadian standard before it had four digits.
            if dashed && length == 2 {
                readings.push([2000 + first, second, third]);
            }
            readings
        }
        _ => return None,
    };
    Some(the_one(&readings, typed))
}

/// The one reading that the calendar has.
fn the_one(readings: &[[i32; 3]], typed: &str) -> Result<Period, DateError> {
    let number = |number: i32| u32::try_from(number).unwrap_or(0);
    let mut days: Vec<Day> = readings
        .iter()
        .filter_map(|[year, month, day]| Day::new(*year, number(*month), number(*day)))
        .collect();
    days.sort_unstable();
    days.dedup();
    match days.as_slice() {
        [day] => Ok(Period::on(*day)),
        [] => {
            let last = readings.iter().find_map(|[year, month, _]| Day::month_end(*year, number(*month)));
            Err(no_such_day(last, typed))
        }
        _ => Err(DateError::TwoReadings { typed: echo(typed), readings: days }),
    }
}

/// What to say of a day that the calendar does not have, when its month ends
/// so, or has no such month either.
pub(super) fn no_such_day(last: Option<Day>, typed: &str) -> DateError {
    let typed = echo(typed);
    last.map_or(DateError::NotInCalendar { typed: typed.clone() }, |last| DateError::NoSuchDay {
        typed,
        last,
    })
}

pub(super) fn month(year: i32, month: i32, typed: &str) -> Result<Period, DateError> {
    let bounds = || {
        let month = u32::try_from(month).ok()?;
        Period::new(Day::new(year, month, 1)?, Day::month_end(year, month)?).ok()
    };
    bounds().ok_or_else(|| DateError::NotInCalendar { typed: echo(typed) })
}

fn calendar_year(year: i32, typed: &str) -> Result<Period, DateError> {
    let bounds = || Period::new(Day::new(year, 1, 1)?, Day::new(year, 12, 31)?).ok();
    bounds().ok_or_else(|| DateError::NotInCalendar { typed: echo(typed) })
}

/// The fiscal year that ends in this calendar year.
pub(super) fn fiscal_year(last: i32, typed: &str, year_end: YearEnd) -> Result<Period, DateError> {
    year_end.year(last).ok_or_else(|| DateError::NotInCalendar { typed: echo(typed) })
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
    let named = year.as_ref().is_ok_and(|it| to == from + 1 && it.from.date().year() == from);
    Some(if named {
        year
    } else {
        Err(DateError::NotAFiscalYear { typed: echo(typed), first: from, last: to })
    })
}
