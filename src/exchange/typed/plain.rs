//! Typed text without the differences that mean nothing.

use unicode_normalization::UnicodeNormalization;

/// Characters that a date, number or word may have before it is refused
/// unread; the longest sensible one has fewer than half.
pub(super) const MAX_TYPED: usize = 200;

/// Characters of what was typed that an error repeats.
const MAX_ECHO: usize = 60;

/// The text in lower case without accents, every kind of space a single plain
/// one, every dash a hyphen, every apostrophe the typewriter's. Word
/// processors put the other ones in by themselves.
pub(super) fn plain(text: &str) -> String {
    let letters = text.nfd().filter(|letter| !is_accent(*letter)).map(unified);
    let lower = letters.collect::<String>().to_lowercase();
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_accent(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

const fn unified(letter: char) -> char {
    match letter {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{2018}' | '\u{2019}' | '\u{2bc}' => '\'',
        other => other,
    }
}

/// What was typed as an error repeats it: on one line and not for ever.
pub(in crate::exchange) fn echo(typed: &str) -> String {
    let shown: String = typed.trim().chars().map(|it| if it.is_control() { ' ' } else { it }).collect();
    if shown.chars().count() <= MAX_ECHO {
        return shown;
    }
    shown.chars().take(MAX_ECHO - 1).chain(['…']).collect()
}

/// Whether the text has more characters than anything that is meant.
pub(super) fn is_too_long(text: &str) -> bool {
    text.chars().nth(MAX_TYPED).is_some()
}

#[cfg(test)]
mod tests {
    use super::{echo, is_too_long, plain};

    #[test]
    fn what_word_processors_put_in_is_taken_out() {
        assert_eq!(plain("  Aujourd’hui "), "aujourd'hui");
        assert_eq!(plain("2023–2024"), "2023-2024");
        assert_eq!(plain("27\u{202f}FÉVR.\u{a0}2023"), "27 fevr. 2023");
    }

    #[test]
    fn an_error_repeats_one_short_line() {
        assert_eq!(echo(" a\nb "), "a b");
        assert_eq!(echo(&"é".repeat(61)).chars().count(), 60);
        assert!(!is_too_long(&"é".repeat(200)));
        assert!(is_too_long(&"é".repeat(201)));
    }
}
