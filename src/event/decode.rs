//! Reads canonical bytes and refuses every other spelling.
//!
//! Whoever decodes an entry may hash and store the very bytes that were read:
//! `encode(decode(bytes)) == bytes` holds for all that is accepted, because
//! each rule of the canonical form is checked where its byte is read.

use super::limits::{MAX_DEPTH, MAX_INTEGER};
use super::{Json, Object};

/// Why bytes are not a canonical object of our subset.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("byte {at}: {reason}")]
pub struct DecodeError {
    /// Offset of the byte at which reading stopped.
    pub at: usize,
    /// What is wrong there.
    pub reason: &'static str,
}

/// The object that `bytes` spell, all of them and canonically.
pub fn decode(bytes: &[u8]) -> Result<Object, DecodeError> {
    let mut reader = Reader::new(bytes)?;
    let members = reader.object(1)?;
    if reader.at == bytes.len() { Ok(members) } else { Err(reader.error("something follows the object")) }
}

/// The value of any kind that `bytes` spell, all of them and canonically.
pub fn decode_value(bytes: &[u8]) -> Result<Json, DecodeError> {
    let mut reader = Reader::new(bytes)?;
    let value = reader.value(1)?;
    if reader.at == bytes.len() { Ok(value) } else { Err(reader.error("something follows the value")) }
}

struct Reader<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn new(bytes: &'a [u8]) -> Result<Self, DecodeError> {
        let text = std::str::from_utf8(bytes)
            .map_err(|error| DecodeError { at: error.valid_up_to(), reason: "not UTF-8" })?;
        Ok(Self { text, bytes, at: 0 })
    }

    const fn error(&self, reason: &'static str) -> DecodeError {
        DecodeError { at: self.at, reason }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn expect(&mut self, byte: u8, reason: &'static str) -> Result<(), DecodeError> {
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
            Some(b'n') => Err(self.error("null is not allowed")),
            Some(b'-' | b'0'..=b'9') => self.integer(),
            _ => Err(self.error("a value is expected")),
        }
    }

    fn object(&mut self, depth: usize) -> Result<Object, DecodeError> {
        self.enter(depth)?;
        self.expect(b'{', "an object is expected")?;
        let mut members = Object::new();
        let mut last: Option<String> = None;
        while self.peek() != Some(b'}') {
            if last.is_some() {
                self.expect(b',', "a comma or the object's end is expected")?;
            }
            let start = self.at;
            let name = self.string()?;
            if !is_name(&name) {
                return Err(DecodeError { at: start, reason: "a name is [a-z][a-z0-9_]*" });
            }
            if last.as_ref().is_some_and(|last| *last >= name) {
                return Err(DecodeError { at: start, reason: "names are not in order, or one stands twice" });
            }
            self.expect(b':', "a colon is expected")?;
            let value = self.value(depth + 1)?;
            members.insert(name.clone(), value);
            last = Some(name);
        }
        self.at += 1;
        Ok(members)
    }

    fn array(&mut self, depth: usize) -> Result<Vec<Json>, DecodeError> {
        self.enter(depth)?;
        self.expect(b'[', "an array is expected")?;
        let mut items = Vec::new();
        while self.peek() != Some(b']') {
            if !items.is_empty() {
                self.expect(b',', "a comma or the array's end is expected")?;
            }
            items.push(self.value(depth + 1)?);
        }
        self.at += 1;
        Ok(items)
    }

    const fn enter(&self, depth: usize) -> Result<(), DecodeError> {
        if depth > MAX_DEPTH { Err(self.error("nested too deeply")) } else { Ok(()) }
    }

    fn word(&mut self, word: &str, truth: bool) -> Result<Json, DecodeError> {
        if self.bytes[self.at..].starts_with(word.as_bytes()) {
            self.at += word.len();
            Ok(Json::Bool(truth))
        } else {
            Err(self.error("a value is expected"))
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
            return Err(DecodeError { at: start, reason: "not an integer in its one spelling" });
        }
        if matches!(self.peek(), Some(b'.' | b'e' | b'E')) {
            return Err(self.error("fractions and exponents are not allowed"));
        }
        match self.text[start..self.at].parse::<i64>() {
            Ok(number) if number.abs() <= MAX_INTEGER => Ok(Json::Int(number)),
            _ => Err(DecodeError { at: start, reason: "an integer beyond ±(2^53−1)" }),
        }
    }

    /// A string: plain runs are copied whole, escapes one by one.
    fn string(&mut self) -> Result<String, DecodeError> {
        self.expect(b'"', "a string is expected")?;
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
                    self.at += 1;
                    return Ok(out);
                }
                Some(b'\\') => out.push(self.escape()?),
                Some(_) => return Err(self.error("a control character stands unescaped")),
                None => return Err(self.error("the string does not end")),
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
            Some((offset, _)) => Err(DecodeError { at: run + offset, reason: CONTROL }),
            None => Ok(()),
        }
    }

    fn escape(&mut self) -> Result<char, DecodeError> {
        let letter = match self.bytes.get(self.at + 1) {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'n') => '\n',
            Some(b'b' | b't' | b'f' | b'r' | b'u') => return Err(self.error(CONTROL)),
            _ => return Err(self.error("an escape that is not the shortest")),
        };
        self.at += 2;
        Ok(letter)
    }
}

const CONTROL: &str = "control characters other than LF are not allowed";

fn is_name(name: &str) -> bool {
    let mut bytes = name.bytes();
    bytes.next().is_some_and(|first| first.is_ascii_lowercase())
        && bytes.all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}
