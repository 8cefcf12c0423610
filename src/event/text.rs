//! Text at the border: put in NFC, trimmed, without control characters other
//! than LF. Readers and verifiers never normalise.

use unicode_normalization::UnicodeNormalization;

/// Why a text cannot be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// A control character other than a line feed.
    #[error("the text holds the control character U+{0:04X}")]
    Control(u32),
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
/// tabs become spaces, as people paste both without meaning them.
pub fn clean(raw: &str, limit: usize) -> Result<String, TextError> {
    let unix = raw.replace("\r\n", "\n").replace(['\r'], "\n").replace('\t', " ");
    let text: String = unix.nfc().collect::<String>().trim().to_owned();
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

/// The same for text that stands on one line: line feeds become spaces.
pub fn clean_line(raw: &str, limit: usize) -> Result<String, TextError> {
    clean(&clean(raw, limit)?.replace('\n', " "), limit)
}
