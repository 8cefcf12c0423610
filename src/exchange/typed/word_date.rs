//! Dates with the month in words: `27 septembre 2023`, `Sept 27, 2023`.

use chrono::Datelike;

use super::DateError;
use super::calendar_words::{month, weekday};
use super::numeric_date::{month as whole_month, no_such_day, number};
use super::plain::echo;
use crate::event::{Day, Period};

/// A day or month whose month is in words; `None` when no word is a month.
pub(super) fn worded(text: &str, typed: &str) -> Option<Result<Period, DateError>> {
    let mut words: Vec<&str> =
        text.split([' ', ',', '.', '-', '/']).filter(|word| !word.is_empty() && *word != "le").collect();
    let named = words.first().and_then(|word| weekday(word));
    if named.is_some() {
        words.remove(0);
    }
    let at = words.iter().position(|word| month(word).is_some())?;
    let month = month(words.remove(at))?;
    let period = match assembled(&words, at) {
        Parts::Month { year } => whole_month(year, i32::try_from(month).unwrap_or(0), typed),
        Parts::Day { year, day } => Day::new(year, month, day)
            .map(Period::on)
            .ok_or_else(|| no_such_day(Day::month_end(year, month), typed)),
        Parts::NoYear => Err(DateError::NoYear { typed: echo(typed) }),
        Parts::Strange => Err(DateError::Unknown { typed: echo(typed) }),
    };
    Some(period.and_then(|period| agreeing(period, named, typed)))
}

/// What stands around the month.
enum Parts {
    Month { year: i32 },
    Day { year: i32, day: u32 },
    NoYear,
    Strange,
}

/// What the words mean that are left when the month, which stood at `at`, is
/// taken out.
fn assembled(words: &[&str], at: usize) -> Parts {
    let (year, day) = match *words {
        [year] if year.len() == 4 => {
            return number(year).map_or(Parts::Strange, |year| Parts::Month { year });
        }
        [day] if day_number(day).is_some() => return Parts::NoYear,
        [year, day] if at == 1 && year.len() == 4 => (year, day),
        [day, year] if at < 2 => (year, day),
        _ => return Parts::Strange,
    };
    let year = match (year.len(), number(year)) {
        (4, Some(year)) => Some(year),
        (2, Some(short)) => Some(2000 + short),
        _ => None,
    };
    match (year, day_number(day)) {
        (Some(year), Some(day)) => Parts::Day { year, day },
        _ => Parts::Strange,
    }
}

/// The number of a day, which may be an ordinal: `1er`, `27th`.
fn day_number(word: &str) -> Option<u32> {
    let digits = ["er", "st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    let short = digits.len() <= 2;
    short.then(|| number(digits)).flatten().and_then(|day| u32::try_from(day).ok())
}

/// A weekday that was typed must be that of the day: one of the two is wrong,
/// and which is not ours to choose.
fn agreeing(period: Period, named: Option<u32>, typed: &str) -> Result<Period, DateError> {
    let day = period.from;
    match named {
        None => Ok(period),
        Some(_) if !period.is_exact() => Err(DateError::Unknown { typed: echo(typed) }),
        Some(weekday) if day.date().weekday().num_days_from_monday() == weekday => Ok(period),
        Some(_) => Err(DateError::OtherWeekday { typed: echo(typed), day }),
    }
}
