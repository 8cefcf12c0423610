//! What people typed, where it goes to a program that does more with text than
//! show it.

pub(super) use crate::exchange::is_like_a_formula;

use crate::event::turns;

/// The text without the marks that turn the direction of what follows: words
/// written from right to left do not need them.
pub(super) fn without_turns(text: &str) -> String {
    text.chars().filter(|letter| !turns(*letter)).collect()
}

/// The text of a cell of a CSV file, with an apostrophe wherever a spreadsheet
/// could take what follows for a formula: at its beginning, and after what may
/// be read as the end of a cell or a line, for a file with commas may be opened
/// where semicolons or tabs are usual.
pub(super) fn as_csv_text(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for piece in text.split_inclusive([';', '\t', '\n', '\r']) {
        if is_like_a_formula(piece) {
            safe.push('\'');
        }
        safe.push_str(piece);
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::{as_csv_text, is_like_a_formula, without_turns};

    #[test]
    fn what_a_spreadsheet_runs_is_kept_from_running() {
        for text in ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", " =1", "＝1", "=HYPERLINK(\"x\")"] {
            assert!(is_like_a_formula(text), "{text:?}");
            assert_eq!(as_csv_text(text).chars().next(), Some('\''), "{text:?}");
        }
        for text in ["", "a=1", "'=1", "Montréal", "1+1"] {
            assert_eq!(as_csv_text(text), text);
        }
        assert_eq!(as_csv_text("a;=cmd|' /C calc'!A0;b"), "a;'=cmd|' /C calc'!A0;b");
        assert_eq!(as_csv_text("a\n-1"), "a\n'-1");
    }

    #[test]
    fn marks_that_turn_text_are_left_out_and_words_are_not() {
        assert_eq!(without_turns("a\u{202e}b\u{2066}ع"), "abع");
    }
}
