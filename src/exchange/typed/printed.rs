//! Numbers as they are printed, in digits or in words.

use super::plain::plain;
use super::precision::precision;
use super::{AmountError, Unit, typed_amount};
use crate::audit::{Read, Shown};
use crate::event::{Currency, Exact, Precision};

/// A number as it is printed, with what it says where it says it by itself. One
/// mark before three digits stands between thousands where it is a comma, and
/// before decimals where it is a point or the number is a percentage.
pub fn printed_number(text: &str, home: Currency) -> Shown {
    let text = text.trim();
    Shown { text: text.to_owned(), read: read(text, home) }
}

fn read(text: &str, home: Currency) -> Option<Read> {
    let falls = text.starts_with('↓');
    let bare = text.trim_start_matches(['↑', '↓', '+', '±']).trim();
    let mut read = in_words(bare).or_else(|| ordinal(bare)).or_else(|| in_digits(bare, home))?;
    if falls {
        read.value = -read.value;
    }
    Some(read)
}

fn in_digits(text: &str, home: Currency) -> Option<Read> {
    match typed_amount(text, home) {
        Ok(amount) => Some(Read {
            is_percent: amount.unit == Unit::Percent,
            value: amount.value,
            step: amount.step,
            precision: amount.precision,
        }),
        Err(AmountError::TwoReadings { readings, .. }) => two_readings(text, &readings),
        Err(_) => None,
    }
}

fn two_readings(text: &str, readings: &[String]) -> Option<Read> {
    let is_percent = text.contains('%');
    let is_grouped = text.contains(',') && !is_percent;
    let number = if is_grouped { readings.first() } else { readings.last() }?;
    // The second reading has a zero more, to be read one way.
    let number = if is_grouped { number } else { number.strip_suffix('0').unwrap_or(number) };
    let decimals = number.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let read = Read::plain(number.parse().ok()?, u32::try_from(decimals).ok()?);
    Some(Read { is_percent, precision: precision(&plain(text)).0, ..read })
}

/// Endings of ordinals: `5e année`, `the 5th year`.
const ORDINALS: [&str; 8] = ["e", "er", "ere", "eme", "st", "nd", "rd", "th"];

fn ordinal(text: &str) -> Option<Read> {
    let text = plain(text);
    let digits = text.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let ending = text.strip_prefix(digits)?;
    let number = digits.parse::<u32>().ok().filter(|_| ORDINALS.contains(&ending))?;
    Some(Read::plain(Exact::from(i64::from(number)), 0))
}

/// Small numbers in words.
const WORDS: [(&[&str], i64); 20] = [
    (&["un", "une", "one"], 1),
    (&["deux", "two"], 2),
    (&["trois", "three"], 3),
    (&["quatre", "four"], 4),
    (&["cinq", "five"], 5),
    (&["six"], 6),
    (&["sept", "seven"], 7),
    (&["huit", "eight"], 8),
    (&["neuf", "nine"], 9),
    (&["dix", "ten"], 10),
    (&["onze", "eleven"], 11),
    (&["douze", "twelve"], 12),
    (&["treize", "thirteen"], 13),
    (&["quatorze", "fourteen"], 14),
    (&["quinze", "fifteen"], 15),
    (&["seize", "sixteen"], 16),
    (&["dix-sept", "seventeen"], 17),
    (&["dix-huit", "eighteen"], 18),
    (&["dix-neuf", "nineteen"], 19),
    (&["vingt", "twenty"], 20),
];

/// Words for about so many.
const ABOUT: [(&[&str], i64); 9] = [
    (&["huitaine"], 8),
    (&["dizaine"], 10),
    (&["douzaine", "dozen"], 12),
    (&["quinzaine"], 15),
    (&["vingtaine"], 20),
    (&["trentaine"], 30),
    (&["quarantaine"], 40),
    (&["cinquantaine"], 50),
    (&["centaine"], 100),
];

/// A small number in words: `quatre`, `une vingtaine`, `près de dix`.
fn in_words(text: &str) -> Option<Read> {
    let text = plain(text);
    let (said, word) = precision(&text);
    let number = |words: &[(&[&str], i64)], word: &str| {
        words.iter().find(|(all, _)| all.contains(&word)).map(|(_, number)| Exact::from(*number))
    };
    if let Some(value) = number(&WORDS, word) {
        return Some(Read { precision: said, ..Read::plain(value, 0) });
    }
    let word = ["une ", "a "].iter().find_map(|article| word.strip_prefix(article)).unwrap_or(word);
    let value = number(&ABOUT, word)?;
    Some(Read { precision: said.or(Some(Precision::About)), ..Read::plain(value, 0) })
}

#[cfg(test)]
mod tests {
    use super::printed_number;
    use crate::event::{Currency, Precision};

    fn read(text: &str) -> Option<(String, String, Option<Precision>)> {
        let home = "CAD".parse().unwrap_or(Currency::NONE);
        let read = printed_number(text, home).read?;
        Some((read.value.to_decimal()?, read.step.to_decimal()?, read.precision))
    }

    #[test]
    fn numbers_are_read_as_they_are_printed() {
        for (text, value, step, precision) in [
            ("5,000,000$", "5000000", "1", None),
            ("$11,729,207", "11729207", "1", None),
            ("88%", "88", "1", None),
            ("7,11\u{a0}%", "7.11", "0.01", None),
            ("4,929", "4929", "1", None),
            ("1,234 %", "1.234", "0.001", None),
            ("3,3 M$", "3300000", "100000", None),
            ("Plus de 950 k$", "950000", "1000", Some(Precision::AtLeast)),
            ("Plus de 3,5 millions $ CA", "3500000", "100000", Some(Precision::AtLeast)),
            ("jusqu'à 450 000 $", "450000", "1", Some(Precision::AtMost)),
            ("↑182%", "182", "1", None),
            ("↓ 5 %", "-5", "1", None),
            ("quatre", "4", "1", None),
            ("5e", "5", "1", None),
            ("21st", "21", "1", None),
            ("Une", "1", "1", None),
            ("une vingtaine", "20", "1", Some(Precision::About)),
            ("près de dix", "10", "1", Some(Precision::About)),
        ] {
            let found = read(text);
            assert_eq!(found, Some((value.to_owned(), step.to_owned(), precision)), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_by_itself_is_left() {
        for text in ["", "n/d", "plusieurs", "4 ou 5", "1,2,3", "e", "5x"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
