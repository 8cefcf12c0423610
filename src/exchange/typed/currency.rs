//! Currencies as people write them.

use crate::event::Currency;

/// A currency that was typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Named {
    /// One only.
    One(Currency),
    /// A sign that several share.
    Sign(&'static str),
}

/// The spellings of a currency that are not its code, in lower case.
const SPELLINGS: [(&str, &[&str]); 4] = [
    (
        "CAD",
        &[
            "$ ca",
            "$ca",
            "ca$",
            "c$",
            "$ can",
            "$can",
            "can$",
            "$ cad",
            "$cad",
            "dollars canadiens",
            "canadian dollars",
        ],
    ),
    ("USD", &["$ us", "$us", "us$", "$ usd", "$usd", "dollars americains", "us dollars"]),
    ("EUR", &["€", "euro", "euros"]),
    ("GBP", &["£"]),
];

/// The currency that the text, in lower case and without accents, names.
pub(super) fn currency(text: &str) -> Option<Named> {
    if matches!(text, "$" | "dollar" | "dollars") {
        return Some(Named::Sign("$"));
    }
    let spelled = SPELLINGS.iter().find(|(_, spellings)| spellings.contains(&text));
    let code = spelled.map_or_else(|| text.to_uppercase(), |(code, _)| (*code).to_owned());
    code.parse().ok().map(Named::One)
}
