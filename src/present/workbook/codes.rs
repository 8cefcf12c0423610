//! Number formats: how a cell shows its number. They name no language, so each
//! reader's program groups digits as its own language does; the words around
//! them are the table's.

use crate::event::Currency;
use crate::figures::Value;
use crate::plan::{Indicator, Unit};
use crate::present::{Arg, Messages};

/// What stands where the number goes in a sentence.
const MARK: &str = "\u{1}";

/// The format of an indicator's numbers.
pub(in crate::present) fn unit_code(messages: &Messages, indicator: &Indicator) -> String {
    let decimals = indicator.decimals;
    match indicator.unit() {
        Unit::Money(code) => {
            let symbol = code.parse::<Currency>().map_or_else(|_| code.to_owned(), Currency::symbol);
            let said = messages.say("money", &[("number", Arg::Text(MARK)), ("symbol", Arg::Text(&symbol))]);
            around(&said, &digits(decimals))
        }
        Unit::Percent => percent_code(messages, decimals),
        Unit::Words(_) | Unit::Number => digits(decimals),
    }
}

/// The format of a percentage.
pub(super) fn percent_code(messages: &Messages, decimals: u32) -> String {
    let said = messages.say("percent", &[("number", Arg::Text(MARK))]);
    let digits = if decimals == 0 { "0".to_owned() } else { digits(decimals).replace("#,##", "") };
    // The sign itself multiplies by a hundred; what stands before it is text.
    match said.strip_suffix('%') {
        Some(rest) => format!("{}%", around(rest, &digits)),
        None => format!("{digits}%"),
    }
}

/// The format of a value, with how precisely its source knows it and whether
/// listed items contradict it.
pub(super) fn value_code(messages: &Messages, indicator: &Indicator, value: &Value) -> String {
    let code = unit_code(messages, indicator);
    let precise = value.precision.map(|precision| {
        messages.say(&format!("precision-{}", precision.word()), &[("value", Arg::Text(MARK))])
    });
    if precise.is_none() && !value.contradicts {
        return code;
    }
    let said = precise.unwrap_or_else(|| MARK.to_owned());
    let said = if value.contradicts { format!("{said} ≠") } else { said };
    // Otherwise the sign would come before the words.
    format!("{};{}", around(&said, &code), around(&said, &format!("-{code}")))
}

/// The format of a change, with its sign.
pub(super) fn change_code(messages: &Messages, indicator: &Indicator) -> String {
    let code = unit_code(messages, indicator);
    format!("+{code};-{code};{code}")
}

fn digits(decimals: u32) -> String {
    let point = if decimals == 0 { "" } else { "." };
    let zeros = "0".repeat(usize::try_from(decimals.min(18)).unwrap_or(0));
    format!("#,##0{point}{zeros}")
}

/// A format within the words of a sentence.
fn around(said: &str, code: &str) -> String {
    let (before, after) = said.split_once(MARK).unwrap_or(("", said));
    format!("{}{code}{}", quoted(before), quoted(after))
}

/// Text within a number format.
fn quoted(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    if text.contains('"') {
        return text.chars().flat_map(|letter| ['\\', letter]).collect();
    }
    format!("\"{text}\"")
}

#[cfg(test)]
mod tests {
    use super::{around, percent_code, quoted};
    use crate::present::{Language, Messages};

    #[test]
    fn words_stand_around_the_digits() {
        assert_eq!(around("environ \u{1}", "#,##0"), "\"environ \"#,##0");
        assert_eq!(quoted("a\"b"), "\\a\\\"\\b");
        assert_eq!(percent_code(&Messages::new(Language::French), 0), "0\"\u{a0}\"%");
        assert_eq!(percent_code(&Messages::new(Language::English), 2), "0.00%");
    }
}
