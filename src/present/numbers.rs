//! Numbers, money and percentages by CLDR, from plain decimals: nothing is a
//! float on its way to the eye.

use std::cell::LazyCell;

use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_locale_core::Locale;

use super::currencies::symbol;
use super::{Arg, Language, Messages};
use crate::event::Exact;
use crate::plan::{Indicator, Unit};

thread_local! {
    /// What writes numbers in each language: made once, for a table has hundreds.
    static FORMATTERS: [LazyCell<Option<DecimalFormatter>>; 2] =
        [LazyCell::new(|| formatter(Language::French)), LazyCell::new(|| formatter(Language::English))];
}

fn formatter(language: Language) -> Option<DecimalFormatter> {
    let locale: Locale = language.tag().parse().unwrap_or(Locale::UNKNOWN);
    let mut options = DecimalFormatterOptions::default();
    options.grouping_strategy = Some(GroupingStrategy::Auto);
    DecimalFormatter::try_new(locale.into(), options).ok()
}

/// A plain decimal such as `4200000.50` as the language writes it.
pub fn number_words(language: Language, decimal: &str) -> String {
    let number = Decimal::try_from_str(decimal).ok();
    let words = |number: Decimal| {
        FORMATTERS.with(|each| {
            let [french, english] = each;
            let formatter = if language == Language::French { french } else { english };
            formatter.as_ref().map(|formatter| formatter.format(&number).to_string())
        })
    };
    number.and_then(words).unwrap_or_else(|| decimal.to_owned())
}

/// A whole number.
pub fn count_words(language: Language, count: u64) -> String {
    number_words(language, &count.to_string())
}

/// A percentage from its exact ratio (1 = 100 %).
pub fn percent_words(messages: &Messages, ratio: &Exact, decimals: u32) -> String {
    let hundredths = (ratio.clone() * Exact::from(100_i64)).round(decimals);
    let number = number_words(messages.language(), &hundredths);
    messages.say("percent", &[("number", Arg::Text(&number))])
}

/// A value in its indicator's unit: money with its symbol, percent with its
/// sign, anything else as a bare number.
pub fn unit_words(messages: &Messages, indicator: &Indicator, value: &Exact) -> String {
    let rounded = value.round(indicator.decimals);
    let number = number_words(messages.language(), &rounded);
    match indicator.unit() {
        Unit::Money(code) => money_words(messages, &rounded, code),
        Unit::Percent => messages.say("percent", &[("number", Arg::Text(&number))]),
        Unit::Words(_) | Unit::Number => number,
    }
}

/// An amount with the symbol of the currency of a code. The sign comes before
/// both, whichever of them the language writes first.
pub(super) fn money_words(messages: &Messages, amount: &str, code: &str) -> String {
    let symbol = symbol(messages.language(), messages.home(), code);
    let (sign, amount) = amount.strip_prefix('-').map_or(("", amount), |amount| ("-", amount));
    let number = number_words(messages.language(), amount);
    let values = [("number", Arg::Text(&number)), ("symbol", Arg::Text(&symbol))];
    format!("{sign}{}", messages.say("money", &values))
}

/// A change in an indicator's unit, with its sign; of percentages in points.
pub fn signed_words(messages: &Messages, indicator: &Indicator, change: &Exact) -> String {
    let words = match indicator.unit() {
        Unit::Percent => {
            let number = number_words(messages.language(), &change.round(indicator.decimals));
            messages.say("points", &[("number", Arg::Text(&number))])
        }
        _ => unit_words(messages, indicator, change),
    };
    if *change > Exact::zero() { format!("+{words}") } else { words }
}
