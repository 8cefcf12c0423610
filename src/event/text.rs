//! Text at the border: put in NFC, trimmed, without control characters other
//! than LF, without marks that nobody sees, and refused where it turns the
//! direction of what stands around it. Readers and verifiers never normalise.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Why a text cannot be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// A control character other than a line feed.
    #[error("the text holds the control character U+{0:04X}")]
    Control(u32),
    /// A mark that turns the direction of text, so that a name looks like another.
    #[error("the text holds the mark U+{0:04X}, which turns the direction of text")]
    Turns(u32),
    /// Nothing is left after trimming.
    #[error("the text is empty")]
    Empty,
    /// More characters than the limit.
    #[error("the text has {length} characters; the limit is {limit}")]
    TooLong {
        /// Characters given.
        length: usize,
        /// Characters allowed.
        limit: usize,
    },
}

/// The text as it is kept, of at most `limit` characters; CR LF becomes LF and
/// tabs become spaces, and what nobody sees is left out, as people paste all of
/// them without meaning them.
pub fn clean(raw: &str, limit: usize) -> Result<String, TextError> {
    if is_clean(raw, limit) {
        return Ok(raw.to_owned());
    }
    let unix = raw.replace("\r\n", "\n").replace(['\r'], "\n").replace('\t', " ");
    let text: String = unix.nfc().filter(|letter| !is_unseen(*letter)).collect::<String>().trim().to_owned();
    if let Some(mark) = text.chars().find(|&letter| turns(letter)) {
        return Err(TextError::Turns(mark.into()));
    }
    if let Some(control) = text.chars().find(|&letter| letter.is_control() && letter != '\n') {
        return Err(TextError::Control(control.into()));
    }
    let length = text.chars().count();
    match length {
        0 => Err(TextError::Empty),
        _ if length > limit => Err(TextError::TooLong { length, limit }),
        _ => Ok(text),
    }
}

/// Whether a text is surely kept as it is, which most are. One of which this cannot
/// be told at a glance may be kept so too.
pub fn is_clean(text: &str, limit: usize) -> bool {
    // Most texts are of such letters alone, which is seen of many bytes at once.
    let is_simple = text.bytes().fold(true, |simple, byte| simple & matches!(byte, b' '..=b'~'));
    let is_plain = |letter: char| !letter.is_control() && !is_unseen(letter) && !turns(letter);
    let is_within = !text.is_empty() && text.len() <= limit && !text.starts_with(' ') && !text.ends_with(' ');
    // Other white space is left to whoever trims it.
    let is_trimmed = || text.trim().len() == text.len();
    let is_usual = || {
        let is_normal = || is_nfc_quick(text.chars()) == IsNormalized::Yes;
        text.chars().all(is_plain) && is_trimmed() && is_normal()
    };
    is_within && (is_simple || is_usual())
}

/// The same for text that stands on one line: line feeds become spaces.
pub fn clean_line(raw: &str, limit: usize) -> Result<String, TextError> {
    clean(&clean(raw, limit)?.replace('\n', " "), limit)
}

/// Whether a letter turns the direction of what follows, beyond its own text: words
/// written from right to left do not need it.
pub const fn turns(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a letter is one that nobody sees and that joins or parts nothing: a soft
/// hyphen, a space without width, a mark of direction for one letter, the mark of a
/// byte order, a tag. Those that join letters of some scripts are kept.
pub const fn is_unseen(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{2060}'..='\u{2064}'
            | '\u{206a}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::{TextError, clean, clean_line, is_clean, is_unseen};

    proptest! {
        #[test]
        fn what_is_clean_at_a_glance_is_kept_as_it_is(text in "[ -~\\PC\u{300}-\u{310}\u{ac00}-\u{ac20}\n\t]{0,20}") {
            let slowly = || {
                let whole: String = text.nfc().filter(|letter| !is_unseen(*letter)).collect();
                (whole.trim() == text).then(|| whole.trim().to_owned())
            };
            if is_clean(&text, 20) {
                prop_assert_eq!(slowly(), Some(text.clone()));
                prop_assert_eq!(clean(&text, 20), Ok(text));
            }
        }
    }

    #[test]
    fn what_turns_text_is_refused_and_what_nobody_sees_is_left_out() {
        for mark in ['\u{202a}', '\u{202e}', '\u{2066}', '\u{2069}'] {
            let refused = clean(&format!("{mark}airnI"), 20);
            assert_eq!(refused, Err(TextError::Turns(mark.into())));
        }
        assert_eq!(clean_line("\u{feff}In\u{ad}\u{200b}ria\u{200f}\u{e0041}", 20).as_deref(), Ok("Inria"));
        assert_eq!(clean("\u{200b}\u{2060}", 20), Err(TextError::Empty));
        // Persian and some emoji are written with these.
        assert_eq!(clean("می\u{200c}خواهم 👩\u{200d}🔬", 20).as_deref(), Ok("می\u{200c}خواهم 👩\u{200d}🔬"));
    }
}
