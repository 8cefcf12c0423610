//! Dates with the month in words: `27 septembre 2023`, `Sept 27, 2023`.

use chrono::Datelike;

use super::calendar_words::{month, weekday};
use super::date::Dated;
use super::numeric_date::{month as whole_month, number};
use super::plain::echo;
use super::DateError;
use crate::event::Day;

/// A day or month whose month is in words; `None` when no word is a month.
pub(super) fn worded(text: &str, typed: &str) -> Option<Result<Dated, DateError>> {
    let mut words: Vec<&str> =
        text.split([' ', ',', '.', '-', '/']).filter(|word| !word.is_empty() && *word != "le").collect();
    let named = words.first().and_then(|word| weekday(word));
    if named.is_some() {
        words.remove(0);
    }
    let at = words.iter().position(|word| month(word).is_some())?;
    let number_of_month = month(words.remove(at))?;
    Some(assembled(&words, at, number_of_month, typed).and_then(|dated| agreeing(dated, named, typed)))
}

/// The date of the words that are left when the month, which stood at `at`, is
/// taken out.
fn assembled(words: &[&str], at: usize, month: u32, typed: &str) -> Result<Dated, DateError> {
    let typed = || echo(typed);
    let month_number = i32::try_from(month).unwrap_or(0);
    match *words {
        [year] if year.len() == 4 && number(year).is_some() => {
            whole_month(number(year).unwrap_or(0), month_number, &typed())
        }
        [day] if day_number(day).is_some() => Err(DateError::NoYear { typed: typed() }),
        [year, day] if at == 1 && year.len() == 4 => on(year, month, day, typed()),
        [day, year] if at < 2 => on(year, month, day, typed()),
        _ => Err(DateError::Unknown { typed: typed() }),
    }
}

fn on(year: &str, month: u32, day: &str, typed: String) -> Result<Dated, DateError> {
    let year = match (year.len(), number(year)) {
        (4, Some(year)) => Some(year),
        (2, Some(short)) => Some(2000 + short),
        _ => None,
    };
    let (Some(year), Some(day)) = (year, day_number(day)) else { return Err(DateError::Unknown { typed }) };
    Day::new(year, month, day).map(Dated::day).ok_or(DateError::NoSuchDay { typed })
}

/// The number of a day, which may be an ordinal: `1er`, `27th`.
fn day_number(word: &str) -> Option<u32> {
    let digits = ["er", "st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    let short = digits.len() <= 2;
    short.then(|| number(digits)).flatten().and_then(|day| u32::try_from(day).ok())
}

/// A weekday that was typed must be that of the day: one of the two is wrong,
/// and which is not ours to choose.
fn agreeing(dated: Dated, named: Option<u32>, typed: &str) -> Result<Dated, DateError> {
    let day = dated.period.from;
    match named {
        None => Ok(dated),
        Some(_) if !dated.period.is_exact() => Err(DateError::Unknown { typed: echo(typed) }),
        Some(weekday) if day.date().weekday().num_days_from_monday() == weekday => Ok(dated),
        Some(_) => Err(DateError::OtherWeekday { typed: echo(typed), day }),
    }
}
