//! Words that say how precisely a number is known.

use crate::event::Precision;

type Words = [(Precision, &'static [&'static str]); 4];

/// Before a number; of words that begin alike the longest stands first.
const BEFORE: Words = [
    (
        Precision::About,
        &[
            "a peu pres",
            "environ",
            "env.",
            "pres de",
            "quelque",
            "about",
            "approximately",
            "approx.",
            "approx",
            "around",
            "roughly",
            "~",
            "≈",
        ],
    ),
    (
        Precision::AtLeast,
        &[
            "plus de",
            "au moins",
            "au minimum",
            "minimum",
            "min.",
            "min",
            "pas moins de",
            "at least",
            "no less than",
            "more than",
            "over",
            "≥",
            ">=",
            ">",
        ],
    ),
    (
        Precision::AtMost,
        &[
            "au plus",
            "au maximum",
            "maximum",
            "max.",
            "max",
            "pas plus de",
            "no more than",
            "jusqu'a",
            "moins de",
            "at most",
            "up to",
            "less than",
            "≤",
            "<=",
            "<",
        ],
    ),
    (Precision::Rounded, &["arrondie a", "arrondi a", "arrondie", "arrondi", "rounded to", "rounded"]),
];

/// After a number.
const AFTER: Words = [
    (Precision::About, &["environ", "approximately", "approx."]),
    (Precision::AtLeast, &["+", "ou plus", "et plus", "or more", "au moins", "at least"]),
    (
        Precision::AtMost,
        &["ou moins", "or less", "au plus", "at most", "au maximum", "maximum", "max.", "max"],
    ),
    (Precision::Rounded, &["(arrondie)", "(arrondi)", "arrondie", "arrondi", "(rounded)", "rounded"]),
];

/// The precision that the text, in lower case and without accents, states,
/// and the number beside it.
pub(super) fn precision(text: &str) -> (Option<Precision>, &str) {
    let found = find(&BEFORE, |word| ends_a_word(word, text.strip_prefix(word)?)).or_else(|| {
        find(&AFTER, |word| text.strip_suffix(word).map(|rest| rest.trim_end().trim_end_matches(',')))
    });
    found.map_or((None, text), |(precision, rest)| (Some(precision), rest.trim()))
}

fn find<'a>(words: &Words, strip: impl Fn(&str) -> Option<&'a str>) -> Option<(Precision, &'a str)> {
    words.iter().find_map(|(precision, words)| {
        words.iter().find_map(|word| strip(word)).map(|rest| (*precision, rest))
    })
}

/// `environ` does not begin `environs`.
fn ends_a_word<'a>(word: &str, rest: &'a str) -> Option<&'a str> {
    let letters = word.ends_with(char::is_alphabetic) && rest.starts_with(char::is_alphabetic);
    (!letters).then_some(rest)
}
