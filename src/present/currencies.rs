//! Symbols of currencies, so that no two of them look alike.
//!
//! Of the ledger's own currency the symbol that is used at home. Of any other
//! what CLDR has for fr-CA and en-CA (`symbol` in `currencies.json` of
//! unicode-org/cldr-json, folder cldr-numbers-full), which
//! is the code of all that are not named here.

use super::Language;
use crate::event::Currency;

/// The code, then the symbol in French and in English.
const SYMBOLS: &[(&str, &str, &str)] = &[
    ("AUD", "$\u{a0}AU", "A$"),
    ("BRL", "R$", "R$"),
    ("CAD", "$", "$"),
    ("CNY", "CN¥", "CN¥"),
    ("EUR", "€", "€"),
    ("GBP", "£", "£"),
    ("HKD", "$\u{a0}HK", "HK$"),
    ("ILS", "ILS", "₪"),
    ("INR", "INR", "₹"),
    ("JPY", "¥", "JP¥"),
    ("KRW", "KRW", "₩"),
    ("MXN", "MXN", "MX$"),
    ("NZD", "$\u{a0}NZ", "NZ$"),
    ("PHP", "PHP", "₱"),
    ("SGD", "$\u{a0}SG", "SGD"),
    ("TWD", "TWD", "NT$"),
    ("USD", "$\u{a0}US", "US$"),
    ("VND", "VND", "₫"),
    ("XAF", "XAF", "FCFA"),
];

/// The symbol of the currency of a code, in a ledger whose own it may be.
pub(super) fn symbol(language: Language, home: Option<Currency>, code: &str) -> String {
    let own = home.filter(|home| home.code() == code).map(Currency::symbol);
    let symbol = own.unwrap_or_else(|| foreign(language, home, code).to_owned());
    // As CLDR spaces currencies: letters do not touch digits.
    let touches = language == Language::English && symbol.ends_with(char::is_alphabetic);
    if touches { symbol + "\u{a0}" } else { symbol }
}

fn foreign(language: Language, home: Option<Currency>, code: &str) -> &str {
    let known = SYMBOLS.iter().find(|(known, _, _)| *known == code);
    let symbol = known.map_or(code, |(_, fr, en)| if language == Language::French { fr } else { en });
    match home.map(Currency::symbol) {
        // Elsewhere the dollar of Canada is one among others.
        Some(own) if own == symbol && code == "CAD" => match language {
            Language::French => "$\u{a0}CA",
            Language::English => "CA$",
        },
        Some(own) if own == symbol => code,
        _ => symbol,
    }
}

#[cfg(test)]
mod tests {
    use super::{SYMBOLS, symbol};
    use crate::event::Currency;
    use crate::present::Language;

    #[test]
    fn what_is_not_the_ledgers_own_is_told_apart() {
        let both = |home: &str, code: &str| {
            let home = home.parse().ok();
            [Language::French, Language::English].map(|language| symbol(language, home, code))
        };
        assert_eq!(both("CAD", "CAD"), ["$", "$"]);
        assert_eq!(both("CAD", "USD"), ["$\u{a0}US", "US$"]);
        assert_eq!(both("CAD", "EUR"), ["€", "€"]);
        assert_eq!(both("CAD", "CHF"), ["CHF", "CHF\u{a0}"]);
        assert_eq!(both("CAD", "ARS"), ["ARS", "ARS\u{a0}"]);
        assert_eq!(both("USD", "USD"), ["$", "$"]);
        assert_eq!(both("USD", "CAD"), ["$\u{a0}CA", "CA$"]);
        assert_eq!(both("CNY", "JPY"), ["JPY", "JP¥"]);
    }

    #[test]
    fn no_foreign_symbol_is_the_ledgers_own_or_another_ones() {
        let codes = SYMBOLS.iter().map(|(code, _, _)| *code).chain(["ARS", "CHF", "CLP", "XCD"]);
        for home in codes.clone().filter_map(|code| code.parse::<Currency>().ok()) {
            for language in [Language::French, Language::English] {
                let all: Vec<String> = codes.clone().map(|code| symbol(language, Some(home), code)).collect();
                let different: std::collections::BTreeSet<&String> = all.iter().collect();
                assert_eq!(different.len(), all.len(), "{home}: {all:?}");
            }
        }
    }
}
