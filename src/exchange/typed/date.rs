//! Dates and periods as people type them.
//!
//! The order of day and month is never taken from a language: `03/04/2024` is
//! asked back in French and in English.

use super::DateError;
use super::numeric_date::{fiscal_pair, fiscal_year, number, numeric};
use super::plain::{echo, is_too_long, plain};
use super::word_date::worded;
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

/// The days that were typed, both ends included: one, a month, a calendar or
/// fiscal year, or `A..B`, which begins with A's first day and ends with B's
/// last.
pub fn typed_date(typed: &str, calendar: &Calendar) -> Result<Period, DateError> {
    if is_too_long(typed) {
        return Err(DateError::Unknown { typed: echo(typed) });
    }
    let text = plain(typed);
    let Some((first, last)) = text.split_once("..") else { return one(&text, typed, calendar) };
    let (first, last) = (first.trim(), last.trim());
    if first.is_empty() || last.is_empty() {
        return Err(DateError::Unknown { typed: echo(typed) });
    }
    let from = one(first, first, calendar)?.from;
    let to = one(last, last, calendar)?.to;
    Period::new(from, to).map_err(|_| DateError::EndBeforeStart { typed: echo(typed), from, to })
}

/// One day, for a field that holds no period.
pub fn typed_day(typed: &str, calendar: &Calendar) -> Result<Day, DateError> {
    let period = typed_date(typed, calendar)?;
    if period.is_exact() { Ok(period.from) } else { Err(DateError::NotOneDay { typed: echo(typed) }) }
}

/// One date without `..`; `text` is plain, `typed` is for errors.
fn one(text: &str, typed: &str, calendar: &Calendar) -> Result<Period, DateError> {
    if text.is_empty() {
        return Err(DateError::Empty);
    }
    relative(text, typed, calendar)
        .or_else(|| fiscal(text, typed, calendar.year_end))
        .or_else(|| numeric(text, typed, calendar.year_end))
        .or_else(|| worded(text, typed))
        .unwrap_or_else(|| Err(DateError::Unknown { typed: echo(typed) }))
}

fn relative(text: &str, typed: &str, calendar: &Calendar) -> Option<Result<Period, DateError>> {
    let back = match text {
        "aujourd'hui" | "aujourdhui" | "today" => false,
        "hier" | "yesterday" => true,
        _ => return None,
    };
    let today = calendar.today.ok_or_else(|| DateError::Relative { typed: echo(typed) });
    Some(today.map(|today| Period::on(if back { today.previous() } else { today })))
}

/// What announces a fiscal year, longest first.
const FISCAL: [&str; 6] =
    ["exercice financier", "annee financiere", "exercice", "fiscal year", "fiscal", "fy"];

/// `FY2024`, `exercice 2023-2024`: named by the calendar year in which it
/// ends, or by both. `None` when nothing announces a fiscal year.
fn fiscal(text: &str, typed: &str, year_end: YearEnd) -> Option<Result<Period, DateError>> {
    let years = FISCAL.iter().find_map(|word| text.strip_prefix(word))?.trim().replace(" - ", "-");
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

#[cfg(test)]
mod tests {
    use super::{Calendar, typed_date, typed_day};
    use crate::event::{Day, YearEnd};
    use crate::exchange::DateError;

    fn calendar() -> Calendar {
        Calendar { today: Day::new(2024, 3, 1), year_end: "03-31".parse().unwrap_or(YearEnd::december()) }
    }

    fn period(typed: &str) -> Result<String, DateError> {
        typed_date(typed, &calendar()).map(|period| format!("{}..{}", period.from, period.to))
    }

    fn day(typed: &str) -> String {
        typed_day(typed, &calendar()).map_or_else(|error| format!("{error:?}"), |day| day.to_string())
    }

    #[test]
    fn a_day_is_read_in_every_spelling_that_is_one_day() {
        for typed in [
            "2023-09-27",
            "27/09/2023",
            "09/27/2023",
            "27.09.2023",
            "27-09-2023",
            "2023/9/27",
            "27 septembre 2023",
            "le 27 septembre 2023",
            "mercredi 27 septembre 2023",
            "September 27, 2023",
            "Wednesday, September 27th, 2023",
            "27 sept. 2023",
            "27\u{a0}SEPT.\u{202f}2023",
            "27-sept-2023",
            "2023 September 27",
            "27/09/23",
        ] {
            assert_eq!(day(typed), "2023-09-27", "{typed}");
        }
        assert_eq!(day("1er mars 2024"), "2024-03-01");
        assert_eq!(day("04/04/2023"), "2023-04-04");
        assert_eq!(day("aujourd’hui"), "2024-03-01");
        assert_eq!(day("Yesterday"), "2024-02-29");
    }

    #[test]
    fn months_years_and_ranges_are_read() {
        let read = |typed: &str| period(typed).unwrap_or_else(|error| format!("{error:?}"));
        for typed in ["2024-02", "février 2024", "Feb 2024", "02/2024", "févr. 2024"] {
            assert_eq!(read(typed), "2024-02-01..2024-02-29", "{typed}");
        }
        assert_eq!(read("2023"), "2023-01-01..2023-12-31");
        assert_eq!(read("2011-12"), "2011-12-01..2011-12-31");
        assert_eq!(read("2021..2022-03"), "2021-01-01..2022-03-31");
        assert_eq!(read("1er mars 2024 .. 3 mars 2024"), "2024-03-01..2024-03-03");
    }

    #[test]
    fn a_fiscal_year_is_never_read_as_a_month() {
        for typed in [
            "FY2024",
            "fy 2024",
            "FY24",
            "exercice 2023-2024",
            "Exercice 2023–2024",
            "exercice financier 2023-24",
            "fiscal year 2023/2024",
            "2023-2024",
            "2023-24",
            "année financière 2024",
        ] {
            assert_eq!(period(typed).as_deref(), Ok("2023-04-01..2024-03-31"), "{typed}");
        }
        assert_eq!(period("exercice 2011-12").as_deref(), Ok("2011-04-01..2012-03-31"));
        assert!(matches!(period("exercice 2023-2025"), Err(DateError::NotAFiscalYear { .. })));
        let december = Calendar { today: None, year_end: YearEnd::december() };
        assert!(matches!(typed_date("2023-2024", &december), Err(DateError::NotAFiscalYear { .. })));
    }

    #[test]
    fn what_can_be_two_days_is_asked_back_with_both() {
        let readings = |typed: &str| match period(typed) {
            Err(DateError::TwoReadings { readings, .. }) => {
                readings.iter().map(ToString::to_string).collect::<Vec<_>>()
            }
            other => vec![format!("{other:?}")],
        };
        assert_eq!(readings("03/04/2024"), ["2024-03-04", "2024-04-03"]);
        assert_eq!(readings("03-04-2024"), ["2024-03-04", "2024-04-03"]);
        assert_eq!(readings("1.2.24"), ["2024-01-02", "2024-02-01"]);
        assert_eq!(readings("24-03-31"), ["2024-03-31", "2031-03-24"]);
    }

    #[test]
    fn a_day_that_does_not_exist_is_told_with_the_last_of_its_month() {
        let last = |typed: &str| match period(typed) {
            Err(DateError::NoSuchDay { last, .. }) => last.to_string(),
            other => format!("{other:?}"),
        };
        assert_eq!(last("2023-02-30"), "2023-02-28");
        assert_eq!(last("30/02/2024"), "2024-02-29");
        assert_eq!(last("31 avril 2024"), "2024-04-30");
        assert_eq!(last("2024-04-00"), "2024-04-30");
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for typed in ["2023-13", "2023-13-01", "31/31/2023", "0000-01-01", "0000"] {
            assert!(matches!(period(typed), Err(DateError::NotInCalendar { .. })), "{typed}");
        }
        for typed in [
            "demain",
            "20-1",
            "2023-9-",
            "..",
            "1/2",
            "FY",
            "99999",
            "20230927",
            "27/09-2023",
            "2023..",
            "27 septembre octobre 2023",
            "mars",
            "2023-09-27-01",
            "٢٠٢٣",
        ] {
            assert!(matches!(period(typed), Err(DateError::Unknown { .. })), "{typed}: {:?}", period(typed));
        }
        assert!(matches!(period(" "), Err(DateError::Empty)));
        assert!(matches!(period(&"1".repeat(300)), Err(DateError::Unknown { .. })));
        assert!(matches!(period("27 septembre"), Err(DateError::NoYear { .. })));
        assert!(matches!(period("lundi 27 septembre 2023"), Err(DateError::OtherWeekday { .. })));
        assert!(matches!(period("2024..2023"), Err(DateError::EndBeforeStart { .. })));
        assert!(matches!(typed_day("2023", &calendar()), Err(DateError::NotOneDay { .. })));
        let in_a_file = Calendar { today: None, ..calendar() };
        assert!(matches!(typed_date("hier", &in_a_file), Err(DateError::Relative { .. })));
    }
}
