//! What people type: days, periods and numbers. What can be read two ways is
//! asked back, never guessed.

use crate::event::{Currency, Day, Exact, Json, MAX_TEXT, Money, Period, YearEnd, clean, json_text, object};
use crate::plan::{Field, FieldKind};

/// Why what was typed is not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TypedError {
    /// Not a date in any spelling.
    #[error(
        "“{0}” is not a date: write 2023-09-27, 2023-09, 2023, FY2024 or two of these with .. between them"
    )]
    Date(String),
    /// The calendar has no such day.
    #[error("the calendar has no {0}")]
    NoSuchDay(String),
    /// The end lies before the start.
    #[error("“{0}” ends before it begins")]
    EndBeforeStart(String),
    /// A date that can be read two ways.
    #[error("“{typed}” can be {one} or {other}: write the one you mean")]
    TwoDays {
        /// What was typed.
        typed: String,
        /// Day first.
        one: Day,
        /// Month first.
        other: Day,
    },
    /// Not a number in any spelling.
    #[error("“{0}” is not a number")]
    Number(String),
    /// A number that can be read two ways.
    #[error("“{typed}” can be {one} or {other}: write the one you mean")]
    TwoNumbers {
        /// What was typed.
        typed: String,
        /// The separator as grouping.
        one: String,
        /// The separator as decimals.
        other: String,
    },
    /// The value is not of the field's kind.
    #[error("“{typed}” cannot be the value of “{field}” ({expected})")]
    Value {
        /// What was typed.
        typed: String,
        /// The field.
        field: String,
        /// What it takes.
        expected: String,
    },
}

/// A day or period as people type it; FY*n* is the fiscal year that ends in
/// calendar year *n*.
pub fn typed_period(typed: &str, year_end: YearEnd) -> Result<Period, TypedError> {
    let text = typed.trim();
    let Some((from, to)) = text.split_once("..") else { return one_period(text, year_end) };
    let (from, to) = (one_period(from.trim(), year_end)?, one_period(to.trim(), year_end)?);
    Period::new(from.from, to.to).map_err(|_| TypedError::EndBeforeStart(typed.to_owned()))
}

fn one_period(text: &str, year_end: YearEnd) -> Result<Period, TypedError> {
    let refuse = || TypedError::Date(text.to_owned());
    let number = |part: &str| {
        let digits = !part.is_empty() && part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| part.parse::<i32>().ok()).flatten()
    };
    if let Some(year) = text.strip_prefix("FY").or_else(|| text.strip_prefix("fy")).and_then(number) {
        return year_end.year(year).ok_or_else(refuse);
    }
    if text.contains('/') {
        return slashed(text);
    }
    let parts: Option<Vec<i32>> = text.split('-').map(number).collect();
    match parts.as_deref() {
        Some([year]) if text.len() == 4 => calendar_year(*year).ok_or_else(refuse),
        Some([year, month]) if text.len() == 7 => month_of(*year, *month).ok_or_else(refuse),
        Some([_, _, _]) => text.parse().map(Period::on).map_err(|_| TypedError::NoSuchDay(text.to_owned())),
        _ => Err(refuse()),
    }
}

fn calendar_year(year: i32) -> Option<Period> {
    Period::new(Day::new(year, 1, 1)?, Day::new(year, 12, 31)?).ok()
}

fn month_of(year: i32, month: i32) -> Option<Period> {
    let month = u32::try_from(month).ok()?;
    Period::new(Day::new(year, month, 1)?, Day::month_end(year, month)?).ok()
}

/// `27/09/2023`: day first or month first, when only one of them is a date.
fn slashed(text: &str) -> Result<Period, TypedError> {
    let parts: Option<Vec<u32>> = text.split('/').map(|part| part.parse().ok()).collect();
    let Some([first, second, year]) = parts.as_deref().and_then(|parts| <[u32; 3]>::try_from(parts).ok())
    else {
        return Err(TypedError::Date(text.to_owned()));
    };
    let year = i32::try_from(if year < 100 { year + 2000 } else { year }).unwrap_or(0);
    match (Day::new(year, second, first), Day::new(year, first, second)) {
        (Some(one), Some(other)) if one != other => {
            Err(TypedError::TwoDays { typed: text.to_owned(), one, other })
        }
        (Some(day), _) | (None, Some(day)) => Ok(Period::on(day)),
        (None, None) => Err(TypedError::NoSuchDay(text.to_owned())),
    }
}

/// A number as people type it, with any of the usual groupings, as its plain
/// decimal.
pub fn typed_number(typed: &str) -> Result<String, TypedError> {
    let grouping = |letter: &char| matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'');
    let text: String = typed.trim().chars().filter(|letter| !grouping(letter)).collect();
    let refuse = || TypedError::Number(typed.to_owned());
    let separators: Vec<(usize, char)> =
        text.char_indices().filter(|(_, it)| matches!(it, ',' | '.')).collect();
    let kinds = |wanted: char| separators.iter().filter(|(_, it)| *it == wanted).count();
    let plain = match (separators.last(), kinds(','), kinds('.')) {
        (None, _, _) => text,
        (Some(_), commas, points) if (commas > 1 && points == 0) || (points > 1 && commas == 0) => {
            grouped(&text).ok_or_else(refuse)?
        }
        (Some((at, _)), commas, points) if commas > 0 && points > 0 => {
            format!("{}.{}", grouped(&text[..*at]).ok_or_else(refuse)?, &text[at + 1..])
        }
        (Some((at, _)), _, _) => {
            let before = text[..*at].trim_start_matches('-');
            let looks_grouped = text.len() - at == 4 && (1..=3).contains(&before.len()) && before != "0";
            let decimals = format!("{}.{}", &text[..*at], &text[at + 1..]);
            if looks_grouped {
                let one = text.replace([',', '.'], "");
                return Err(TypedError::TwoNumbers { typed: typed.to_owned(), one, other: decimals });
            }
            decimals
        }
    };
    plain.parse::<Exact>().map(|_| plain).map_err(|_| refuse())
}

/// Digits in groups of three after the first, joined; none when they are not.
fn grouped(text: &str) -> Option<String> {
    let separator = text.chars().find(|letter| matches!(letter, ',' | '.'))?;
    let mut groups = text.split(separator);
    let first = groups.next()?.trim_start_matches('-').len();
    let whole = (1..=3).contains(&first) && groups.all(|group| group.len() == 3);
    whole.then(|| text.replace(separator, ""))
}

/// The stored value of a field from what was typed; several values of a field
/// that holds many stand between semicolons.
pub fn typed_value(field: &Field, typed: &str, currency: Currency) -> Result<Json, TypedError> {
    if !field.many {
        return one_value(field, typed, currency);
    }
    let items = typed.split(';').map(str::trim).filter(|item| !item.is_empty());
    items.map(|item| one_value(field, item, currency)).collect::<Result<_, _>>().map(Json::Array)
}

fn one_value(field: &Field, typed: &str, currency: Currency) -> Result<Json, TypedError> {
    let refuse = |expected: &str| TypedError::Value {
        typed: typed.to_owned(),
        field: field.name.clone(),
        expected: expected.to_owned(),
    };
    match field.kind {
        // What is to be sealed stays in the clear until the ledger seals it.
        FieldKind::Text | FieldKind::Sealed => {
            clean(typed, MAX_TEXT).map(json_text).map_err(|error| refuse(&error.to_string()))
        }
        FieldKind::YesNo => match typed.trim().to_lowercase().as_str() {
            "oui" | "yes" | "vrai" | "true" => Ok(Json::Bool(true)),
            "non" | "no" | "faux" | "false" => Ok(Json::Bool(false)),
            _ => Err(refuse("oui / non, yes / no")),
        },
        FieldKind::Count => {
            let number = typed_number(typed)?;
            number.parse().map(Json::Int).map_err(|_| refuse("a whole number"))
        }
        FieldKind::Decimal => {
            let number = exact(typed)?;
            let decimals = field.decimals.unwrap_or(0);
            let fits = number.has_decimals(decimals);
            fits.then(|| json_text(number.round(decimals)))
                .ok_or_else(|| refuse(&format!("{decimals} decimals")))
        }
        FieldKind::Money => money(typed, currency).ok_or_else(|| refuse("an amount"))?,
        FieldKind::Date => typed
            .trim()
            .parse::<Day>()
            .map(|day| json_text(day.to_string()))
            .map_err(|_| refuse("a day, YYYY-MM-DD")),
        FieldKind::Choice => Ok(json_text(chosen(field, typed))),
        FieldKind::Reference => Ok(json_text(typed.trim())),
    }
}

fn exact(typed: &str) -> Result<Exact, TypedError> {
    typed_number(typed)?.parse().map_err(|_| TypedError::Number(typed.to_owned()))
}

fn money(typed: &str, ledger: Currency) -> Option<Result<Json, TypedError>> {
    let symbol = ledger.symbol();
    let bare = typed.replace(&symbol, "").replace('$', "");
    let code: String = bare.chars().filter(char::is_ascii_alphabetic).collect();
    let currency = if code.is_empty() { ledger } else { code.parse().ok()? };
    let digits: String = bare.chars().filter(|letter| !letter.is_ascii_alphabetic()).collect();
    let number = match exact(&digits) {
        Ok(number) => number,
        Err(error) => return Some(Err(error)),
    };
    let amount = number.has_decimals(currency.digits()).then(|| number.round(currency.digits()))?;
    Money::parse(&amount, currency).ok()?;
    let members = object([("amount", json_text(amount)), ("currency", json_text(currency.code()))]);
    Some(Ok(Json::Object(members)))
}

/// A choice by its word or by what people read.
fn chosen(field: &Field, typed: &str) -> String {
    let typed = typed.trim();
    let wanted = super::folded(typed);
    let named =
        field.choices.iter().find(|choice| choice.label.each().iter().any(|it| super::folded(it) == wanted));
    named.map_or_else(|| typed.to_owned(), |choice| choice.word.clone())
}

#[cfg(test)]
mod tests {
    use super::{TypedError, typed_number, typed_period};
    use crate::event::YearEnd;

    fn period(typed: &str) -> Result<String, TypedError> {
        let year_end = "03-31".parse().unwrap_or(YearEnd::december());
        typed_period(typed, year_end).map(|period| format!("{}..{}", period.from, period.to))
    }

    #[test]
    fn periods_are_read_as_typed() {
        assert_eq!(period("2023-09-27").as_deref(), Ok("2023-09-27..2023-09-27"));
        assert_eq!(period("2024-02").as_deref(), Ok("2024-02-01..2024-02-29"));
        assert_eq!(period("FY2024").as_deref(), Ok("2023-04-01..2024-03-31"));
        assert_eq!(period("2021..2022-03").as_deref(), Ok("2021-01-01..2022-03-31"));
        assert_eq!(period("27/09/2023").as_deref(), Ok("2023-09-27..2023-09-27"));
        assert_eq!(period("04/04/2023").as_deref(), Ok("2023-04-04..2023-04-04"));
    }

    #[test]
    fn periods_that_are_none_or_two_are_refused() {
        assert!(matches!(period("03/04/2024"), Err(TypedError::TwoDays { .. })));
        assert!(matches!(period("2023-02-30"), Err(TypedError::NoSuchDay(_))));
        assert!(matches!(period("31/31/2023"), Err(TypedError::NoSuchDay(_))));
        assert!(matches!(period("2024..2023"), Err(TypedError::EndBeforeStart(_))));
        for text in ["", "hier", "2023-13", "20-1", "2023-9-", "..", "1/2", "FY", "99999"] {
            assert!(period(text).is_err(), "{text}");
        }
    }

    #[test]
    fn numbers_are_read_in_every_grouping() {
        for text in [
            "4 200 000,50",
            "4,200,000.50",
            "4\u{202f}200\u{202f}000,50",
            "4\u{a0}200\u{a0}000.50",
            "4.200.000,50",
        ] {
            assert_eq!(typed_number(text).as_deref(), Ok("4200000.50"), "{text}");
        }
        assert_eq!(typed_number("-5").as_deref(), Ok("-5"));
        assert_eq!(typed_number("0,125").as_deref(), Ok("0.125"));
        assert_eq!(typed_number("1,234,567").as_deref(), Ok("1234567"));
    }

    #[test]
    fn numbers_that_are_none_or_two_are_refused() {
        assert!(matches!(typed_number("1,234"), Err(TypedError::TwoNumbers { .. })));
        assert!(matches!(typed_number("1.234"), Err(TypedError::TwoNumbers { .. })));
        for text in ["", "douze", "1,2,", "--1", "1e3", "∞"] {
            assert!(typed_number(text).is_err(), "{text}");
        }
    }
}
