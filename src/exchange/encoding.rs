//! Files of people: their bytes as text.

use encoding_rs::WINDOWS_1252;

/// Why a file's bytes are no text, and where reading stopped; both from 1.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct EncodingError {
    /// The line.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
    /// What stands there.
    pub trouble: EncodingTrouble,
}

/// What stands in a file that is no text.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum EncodingTrouble {
    /// Bytes that are not UTF-8 in a file that otherwise is.
    #[error("the file is in UTF-8 but for this place, which is damaged; save it again in UTF-8")]
    Utf8,
    /// Another encoding where only UTF-8 is read.
    #[error("the file is not in UTF-8, perhaps in Windows-1252; save it again in UTF-8")]
    NotUtf8,
    /// Half a character of UTF-16.
    #[error("the file is in UTF-16 but for this place, which is damaged; save it again in UTF-8")]
    Utf16,
    /// A control character, so that no encoding known here fits.
    #[error("the file is in no encoding known here (UTF-8, UTF-16, Windows-1252); save it again in UTF-8")]
    Unknown,
}

/// The text of a file that a spreadsheet saved: UTF-8 or UTF-16 when its first
/// bytes say so, UTF-8 when it is, Windows-1252 otherwise.
pub(super) fn decode(bytes: &[u8]) -> Result<String, EncodingError> {
    let text = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest)?,
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes)?,
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes)?,
        _ if is_damaged_utf8(bytes) => utf8(bytes)?,
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
        },
    };
    let control = |letter: char| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t');
    match text.find(control) {
        Some(at) => Err(stopped(&text[..at], EncodingTrouble::Unknown)),
        None => Ok(text),
    }
}

/// The text of a file that must be UTF-8, with or without a byte order mark.
pub(super) fn utf8(bytes: &[u8]) -> Result<String, EncodingError> {
    let bytes = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    std::str::from_utf8(bytes).map(str::to_owned).map_err(|error| {
        let before = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
        stopped(&before, EncodingTrouble::Utf8)
    })
}

/// The same where nothing else is read: a file that is not UTF-8 but for a
/// damaged place is in another encoding.
pub(super) fn utf8_only(bytes: &[u8]) -> Result<String, EncodingError> {
    let marked = bytes.starts_with(&[0xef, 0xbb, 0xbf]);
    let is_utf8 = marked || is_damaged_utf8(bytes);
    utf8(bytes).map_err(|error| {
        if is_utf8 { error } else { EncodingError { trouble: EncodingTrouble::NotUtf8, ..error } }
    })
}

/// Whether more letters are sound UTF-8 than not: two bytes of Windows-1252
/// can by chance be one letter of UTF-8, but not most of them.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let chunks = || bytes.utf8_chunks();
    let broken = chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
    let sound = chunks().flat_map(|chunk| chunk.valid().chars()).filter(|letter| !letter.is_ascii()).count();
    broken > 0 && sound > broken
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, EncodingError> {
    let mut text = String::new();
    let pairs = bytes.chunks_exact(2);
    let whole = pairs.remainder().is_empty();
    for letter in char::decode_utf16(pairs.map(|pair| unit([pair[0], pair[1]]))) {
        match letter {
            Ok(letter) => text.push(letter),
            Err(_) => return Err(stopped(&text, EncodingTrouble::Utf16)),
        }
    }
    if whole { Ok(text) } else { Err(stopped(&text, EncodingTrouble::Utf16)) }
}

fn stopped(before: &str, trouble: EncodingTrouble) -> EncodingError {
    let here = super::spot("", before, before.len());
    EncodingError { line: here.line, column: here.column, trouble }
}

#[cfg(test)]
mod tests {
    use super::{EncodingTrouble, decode, utf8_only};

    #[test]
    fn what_spreadsheets_save_is_read() {
        assert_eq!(decode("é;€".as_bytes()).as_deref(), Ok("é;€"));
        assert_eq!(decode("\u{feff}é".as_bytes()).as_deref(), Ok("é"));
        assert_eq!(decode(b"Qualit\xe9\xa0: 5\x80").as_deref(), Ok("Qualité\u{a0}: 5€"));
        assert_eq!(decode(b"QUALIT\xc9\xa0: \xe9t\xe9").as_deref(), Ok("QUALITÉ\u{a0}: été"));
        assert_eq!(decode(b"\xff\xfea\0\xe9\0").as_deref(), Ok("aé"));
        assert_eq!(decode(b"\xfe\xff\0a\0\xe9").as_deref(), Ok("aé"));
        assert_eq!(decode(b"").as_deref(), Ok(""));
    }

    #[test]
    fn what_is_no_text_is_refused_with_its_place() {
        let stopped = |bytes: &[u8]| decode(bytes).map_err(|it| (it.line, it.column, it.trouble));
        assert_eq!(stopped("ééé\nab\0".as_bytes()), Err((2, 3, EncodingTrouble::Unknown)));
        assert_eq!(stopped(b"\x81"), Err((1, 1, EncodingTrouble::Unknown)));
        assert_eq!(stopped(b"\xc3\xa9\xc3\xa9\n\xff"), Err((2, 1, EncodingTrouble::Utf8)));
        assert_eq!(stopped(b"\xef\xbb\xbfa\xe9b"), Err((1, 2, EncodingTrouble::Utf8)));
        assert_eq!(stopped(b"\xff\xfea\0\x00\xd8"), Err((1, 2, EncodingTrouble::Utf16)));
        assert_eq!(stopped(b"\xff\xfea\0\n\0b"), Err((2, 1, EncodingTrouble::Utf16)));
        assert_eq!(
            utf8_only(b"a\xe9").map_err(|it| (it.column, it.trouble)),
            Err((2, EncodingTrouble::NotUtf8))
        );
        let damaged = utf8_only(b"\xc3\xa9\xc3\xa9\xff").map_err(|it| (it.column, it.trouble));
        assert_eq!(damaged, Err((3, EncodingTrouble::Utf8)));
    }
}
