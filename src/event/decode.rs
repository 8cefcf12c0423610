//! Reads canonical bytes and refuses every other spelling.
//!
//! Whoever decodes an entry may hash and store the very bytes that were read:
//! `encode(decode(bytes)) == bytes` holds for all that is accepted, because
//! each rule of the canonical form is checked where its byte is read.

use super::limits::{MAX_DEFINITION_ITEMS, MAX_DEPTH, MAX_INTEGER, MAX_TEXT};
use super::{Json, Object};

/// Why bytes are not a canonical object of our subset.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("byte {at}: {reason}")]
pub struct DecodeError {
    /// Offset of the byte at which reading stopped.
    pub at: usize,
    /// What is wrong there.
    pub reason: Misspelt,
}

/// Which rule of the canonical form the bytes break.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Misspelt {
    /// The bytes are not UTF-8.
    #[error("not UTF-8")]
    NotUtf8,
    /// Something follows the object.
    #[error("something follows the object")]
    Trailing,
    /// A null.
    #[error("null is not allowed")]
    Null,
    /// No value where one is expected.
    #[error("a value is expected")]
    NoValue,
    /// No object where one is expected.
    #[error("an object is expected")]
    NoObject,
    /// Neither a comma nor the end of the object or array.
    #[error("a comma or the end of the object or array is expected")]
    NoComma,
    /// A name that is not `[a-z][a-z0-9_]*`.
    #[error("a name is [a-z][a-z0-9_]*")]
    Name,
    /// Names out of order, or one twice.
    #[error("names are not in order, or one stands twice")]
    Order,
    /// No colon after a name.
    #[error("a colon is expected")]
    NoColon,
    /// No array where one is expected.
    #[error("an array is expected")]
    NoArray,
    /// Nested too deeply.
    #[error("nested too deeply")]
    Depth,
    /// An integer in another spelling.
    #[error("not an integer in its one spelling")]
    Integer,
    /// A fraction or an exponent.
    #[error("fractions and exponents are not allowed")]
    Fraction,
    /// An integer beyond ±(2^53−1).
    #[error("an integer beyond ±(2^53−1)")]
    LargeInteger,
    /// No string where one is expected.
    #[error("a string is expected")]
    NoString,
    /// A text over 4,000 characters.
    #[error("a text over 4,000 characters")]
    LongText,
    /// An array over 4,000 items.
    #[error("an array over 4,000 items")]
    LongArray,
    /// A control character other than LF.
    #[error("control characters other than LF are not allowed")]
    Control,
    /// A control character that is not escaped.
    #[error("a control character stands unescaped")]
    Unescaped,
    /// A string without an end.
    #[error("the string does not end")]
    Unended,
    /// An escape that is not the shortest.
    #[error("an escape that is not the shortest")]
    Escape,
}

/// The object that `bytes` spell, all of them and canonically.
pub fn decode(bytes: &[u8]) -> Result<Object, DecodeError> {
    let mut reader = Reader::new(bytes)?;
    let members = reader.object(1)?;
    if reader.at == bytes.len() { Ok(members) } else { Err(reader.error(Misspelt::Trailing)) }
}

/// The value of any kind that `bytes` spell, all of them and canonically.
pub fn decode_value(bytes: &[u8]) -> Result<Json, DecodeError> {
    let mut reader = Reader::new(bytes)?;
    let value = reader.value(1)?;
    if reader.at == bytes.len() { Ok(value) } else { Err(reader.error(Misspelt::Trailing)) }
}

struct Reader<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn new(bytes: &'a [u8]) -> Result<Self, DecodeError> {
        let text = std::str::from_utf8(bytes)
            .map_err(|error| DecodeError { at: error.valid_up_to(), reason: Misspelt::NotUtf8 })?;
        Ok(Self { text, bytes, at: 0 })
    }

    const fn error(&self, reason: Misspelt) -> DecodeError {
        DecodeError { at: self.at, reason }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn expect(&mut self, byte: u8, reason: Misspelt) -> Result<(), DecodeError> {
        if self.peek() == Some(byte) {
            self.at += 1;
            Ok(())
        } else {
            Err(self.error(reason))
        }
    }

    fn value(&mut self, depth: usize) -> Result<Json, DecodeError> {
        match self.peek() {
            Some(b'"') => Ok(Json::Text(self.string()?)),
            Some(b'{') => Ok(Json::Object(self.object(depth)?)),
            Some(b'[') => Ok(Json::Array(self.array(depth)?)),
            Some(b't') => self.word("true", true),
            Some(b'f') => self.word("false", false),
            Some(b'n') => Err(self.error(Misspelt::Null)),
            Some(b'-' | b'0'..=b'9') => self.integer(),
            _ => Err(self.error(Misspelt::NoValue)),
        }
    }

    fn object(&mut self, depth: usize) -> Result<Object, DecodeError> {
        self.enter(depth)?;
        self.expect(b'{', Misspelt::NoObject)?;
        let mut members = Object::new();
        let mut last: Option<String> = None;
        while self.peek() != Some(b'}') {
            if last.is_some() {
                self.expect(b',', Misspelt::NoComma)?;
            }
            let start = self.at;
            let name = self.string()?;
            if !is_name(&name) {
                return Err(DecodeError { at: start, reason: Misspelt::Name });
            }
            if last.as_ref().is_some_and(|last| *last >= name) {
                return Err(DecodeError { at: start, reason: Misspelt::Order });
            }
            self.expect(b':', Misspelt::NoColon)?;
            let value = self.value(depth + 1)?;
            members.insert(name.clone(), value);
            last = Some(name);
        }
        self.at += 1;
        Ok(members)
    }

    fn array(&mut self, depth: usize) -> Result<Vec<Json>, DecodeError> {
        self.enter(depth)?;
        self.expect(b'[', Misspelt::NoArray)?;
        let mut items = Vec::new();
        while self.peek() != Some(b']') {
            if !items.is_empty() {
                self.expect(b',', Misspelt::NoComma)?;
            }
            if items.len() == MAX_DEFINITION_ITEMS {
                return Err(self.error(Misspelt::LongArray));
            }
            items.push(self.value(depth + 1)?);
        }
        self.at += 1;
        Ok(items)
    }

    const fn enter(&self, depth: usize) -> Result<(), DecodeError> {
        if depth > MAX_DEPTH { Err(self.error(Misspelt::Depth)) } else { Ok(()) }
    }

    fn word(&mut self, word: &str, truth: bool) -> Result<Json, DecodeError> {
        if self.bytes[self.at..].starts_with(word.as_bytes()) {
            self.at += word.len();
            Ok(Json::Bool(truth))
        } else {
            Err(self.error(Misspelt::NoValue))
        }
    }

    fn integer(&mut self) -> Result<Json, DecodeError> {
        let start = self.at;
        let negative = self.peek() == Some(b'-');
        self.at += usize::from(negative);
        let digits = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        let count = self.at - digits;
        let leading_zero = self.bytes.get(digits) == Some(&b'0') && (count > 1 || negative);
        if count == 0 || count > 16 || leading_zero {
            return Err(DecodeError { at: start, reason: Misspelt::Integer });
        }
        if matches!(self.peek(), Some(b'.' | b'e' | b'E')) {
            return Err(self.error(Misspelt::Fraction));
        }
        match self.text[start..self.at].parse::<i64>() {
            Ok(number) if number.abs() <= MAX_INTEGER => Ok(Json::Int(number)),
            _ => Err(DecodeError { at: start, reason: Misspelt::LargeInteger }),
        }
    }

    /// A string: plain runs are copied whole, escapes one by one.
    fn string(&mut self) -> Result<String, DecodeError> {
        self.expect(b'"', Misspelt::NoString)?;
        let mut out = String::new();
        loop {
            let run = self.at;
            while self.peek().is_some_and(|byte| byte >= 0x20 && byte != b'"' && byte != b'\\') {
                self.at += 1;
            }
            self.plain(run)?;
            out.push_str(&self.text[run..self.at]);
            match self.peek() {
                Some(b'"') => {
                    // Counted only where the bytes could be too many.
                    if out.len() > MAX_TEXT && out.chars().count() > MAX_TEXT {
                        return Err(self.error(Misspelt::LongText));
                    }
                    self.at += 1;
                    return Ok(out);
                }
                Some(b'\\') => out.push(self.escape()?),
                Some(_) => return Err(self.error(Misspelt::Unescaped)),
                None => return Err(self.error(Misspelt::Unended)),
            }
        }
    }

    /// DEL and the C1 controls need no escape in JSON, so they are looked for
    /// in the plain runs.
    fn plain(&self, run: usize) -> Result<(), DecodeError> {
        let bytes = &self.bytes[run..self.at];
        if bytes.is_ascii() && !bytes.contains(&0x7f) {
            return Ok(());
        }
        match self.text[run..self.at].char_indices().find(|(_, letter)| letter.is_control()) {
            Some((offset, _)) => Err(DecodeError { at: run + offset, reason: Misspelt::Control }),
            None => Ok(()),
        }
    }

    fn escape(&mut self) -> Result<char, DecodeError> {
        let letter = match self.bytes.get(self.at + 1) {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'n') => '\n',
            Some(b'b' | b't' | b'f' | b'r' | b'u') => return Err(self.error(Misspelt::Control)),
            _ => return Err(self.error(Misspelt::Escape)),
        };
        self.at += 2;
        Ok(letter)
    }
}

fn is_name(name: &str) -> bool {
    let mut bytes = name.bytes();
    bytes.next().is_some_and(|first| first.is_ascii_lowercase())
        && bytes.all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}
