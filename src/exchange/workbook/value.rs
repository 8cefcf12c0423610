//! The value of a cell as the spreadsheet shows it.

use calamine::{DataRef, ExcelDateTime};

use super::format::sign;
use crate::exchange::tabular::{Cell, CellFault, Given};

/// From here on serials are no days of Excel's: 31 December 9999.
const DAYS: f64 = 2_958_466.0;

/// A cell of a sheet, at a row and a column from 1; none where nothing stands
/// in it.
pub(super) fn cell(value: &DataRef<'_>, format: Option<&str>, line: usize, column: usize) -> Option<Cell> {
    let (text, given) = match value {
        DataRef::Empty => return None,
        DataRef::SharedString(text) => ((*text).to_owned(), Given::Text),
        DataRef::String(text) | DataRef::DurationIso(text) => (text.clone(), Given::Text),
        DataRef::DateTimeIso(text) => iso(text),
        DataRef::Bool(truth) => (truth.to_string(), Given::Text),
        DataRef::Int(number) => number_cell(&number.to_string(), format),
        DataRef::Float(number) => number_cell(&shown(*number), format),
        DataRef::DateTime(moment) => day(moment),
        DataRef::Error(error) => fault(CellFault::Error(error.to_string()), error.to_string()),
    };
    let indent = text.chars().take_while(|letter| letter.is_whitespace()).count();
    let cell = Cell { text: text.trim().to_owned(), line, column, given, indent };
    (!cell.is_empty()).then_some(cell)
}

fn fault(fault: CellFault, text: String) -> (String, Given) {
    (text, Given::Fault(fault))
}

/// A number with what its format shows beside it.
fn number_cell(number: &str, format: Option<&str>) -> (String, Given) {
    let sign = format.and_then(sign);
    if sign.as_deref() == Some("%") {
        let hundredths = shifted(number, 2);
        return (format!("{hundredths} %"), Given::Number { plain: one_way(&hundredths), sign });
    }
    (number.to_owned(), Given::Number { plain: one_way(number), sign })
}

/// A number so spelled that its point cannot be taken for one between
/// thousands.
fn one_way(number: &str) -> String {
    match number.split_once('.') {
        Some((_, fraction)) if fraction.len() == 3 => format!("{number}0"),
        _ => number.to_owned(),
    }
}

/// The shortest decimal of a number at the 15 significant digits that
/// spreadsheets show: 0.1 + 0.2 is 0.3.
fn shown(number: f64) -> String {
    if !number.is_finite() {
        return number.to_string();
    }
    let scientific = format!("{number:.14e}");
    let Some((mantissa, exponent)) = scientific.split_once('e') else { return scientific };
    let (sign, mantissa) = mantissa.strip_prefix('-').map_or(("", mantissa), |rest| ("-", rest));
    let plain = shifted(mantissa, exponent.parse().unwrap_or(0));
    if plain == "0" { plain } else { format!("{sign}{plain}") }
}

/// A decimal with its point moved to the right, without idle zeros.
fn shifted(number: &str, places: i32) -> String {
    let (sign, number) = number.strip_prefix('-').map_or(("", number), |rest| ("-", rest));
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let digits = format!("{whole}{fraction}");
    let point = i32::try_from(whole.len()).unwrap_or(0) + places;
    let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or(0));
    let length = i32::try_from(digits.len()).unwrap_or(0);
    let padded = format!("{}{digits}{}", zeros(1 - point), zeros(point - length));
    let at = usize::try_from(point.max(1)).unwrap_or(1);
    let (whole, fraction) = padded.split_at(at);
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{fraction}")
}

/// A serial that is shown as a date: its day, and a time where it has one.
fn day(moment: &ExcelDateTime) -> (String, Given) {
    let serial = moment.as_f64();
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    if moment.is_duration() || (0.0..1.0).contains(&serial) {
        return (time, Given::Text);
    }
    if !(1.0..DAYS).contains(&serial) {
        let text = shown(serial);
        return fault(CellFault::Date(text.clone()), text);
    }
    let date = format!("{year:04}-{month:02}-{day:02}");
    let text = if (hour, minute, second) == (0, 0, 0) { date.clone() } else { format!("{date} {time}") };
    (text, Given::Day(date))
}

/// A date that a workbook writes as ISO 8601 does.
fn iso(text: &str) -> (String, Given) {
    let (day, time) = text.split_once('T').unwrap_or((text, ""));
    let is_midnight = time.chars().all(|letter| !letter.is_ascii_digit() || letter == '0');
    let shown = if is_midnight { day.to_owned() } else { text.replace('T', " ") };
    (shown, Given::Day(day.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{cell, shifted, shown};
    use crate::exchange::tabular::{Cell, Given};
    use calamine::{DataRef, ExcelDateTime, ExcelDateTimeType};
    use proptest::prelude::*;

    fn read(value: &DataRef<'_>, format: &str) -> Cell {
        cell(value, Some(format), 1, 1).unwrap_or_else(|| unreachable!("a cell"))
    }

    fn date(serial: f64, is_1904: bool) -> Cell {
        let moment = ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, is_1904);
        read(&DataRef::DateTime(moment), "yyyy-mm-dd")
    }

    #[test]
    fn numbers_are_what_spreadsheets_show() {
        for (number, text) in [
            // What 0.1 + 0.2 is.
            (0.300_000_000_000_000_04, "0.3"),
            (1.0, "1"),
            (-1.5, "-1.5"),
            (4_200_000.0, "4200000"),
            (1234.5678, "1234.5678"),
            (1e-7, "0.0000001"),
            (1e21, "1000000000000000000000"),
            (0.56, "0.56"),
            (-0.0, "0"),
            (2.675, "2.675"),
            (123_456_789_012_345.0, "123456789012345"),
        ] {
            assert_eq!(shown(number), text);
        }
        assert_eq!(shifted("0.29", 2), "29");
        assert_eq!(shifted("7.4", 2), "740");
        assert_eq!(shifted("0.005", 2), "0.5");
    }

    #[test]
    fn a_number_reads_one_way_and_keeps_its_sign() {
        let number = read(&DataRef::Float(1.234), "General");
        assert_eq!((number.text.as_str(), number.typed().as_ref()), ("1.234", "1.2340"));
        let money = read(&DataRef::Float(1200.5), "#,##0.00 \"$\"");
        assert_eq!((money.text.as_str(), money.typed().as_ref()), ("1200.5", "1200.5 $"));
        let percent = read(&DataRef::Float(0.56), "0 %");
        assert_eq!((percent.text.as_str(), percent.typed().as_ref()), ("56 %", "56 %"));
        assert_eq!(read(&DataRef::Float(12.345), "0%").typed(), "1234.5 %");
    }

    #[test]
    fn serials_are_days_of_either_calendar() {
        assert_eq!(date(45_382.0, false).text, "2024-03-31");
        assert_eq!(date(43_920.0, true).text, "2024-03-31");
        let timed = date(45_382.604_166_666_664, false);
        assert_eq!((timed.text.as_str(), timed.typed().as_ref()), ("2024-03-31 14:30:00", "2024-03-31"));
        for serial in [-1.0, 2_958_466.0, 1e300, f64::NAN] {
            assert!(matches!(date(serial, false).given, Given::Fault(_)), "{serial}");
        }
        assert_eq!(date(0.5, false).text, "12:00:00");
    }

    proptest! {
        #[test]
        fn what_is_shown_is_the_number_at_fifteen_digits(number in any::<f64>()) {
            let text = shown(number);
            if number.is_finite() {
                let again: f64 = text.parse().unwrap_or(f64::NAN);
                prop_assert_eq!(format!("{again:.14e}").replace("-0.00000000000000e0", "0.00000000000000e0"), format!("{number:.14e}").replace("-0.00000000000000e0", "0.00000000000000e0"));
            }
        }
    }
}
