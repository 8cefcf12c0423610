//! The strict reader of canonical bytes, one value after the other.
//!
//! Text without escapes is borrowed from the bytes: replay reads every entry,
//! and most of an entry's attributes are parsed on the spot and not kept.

use std::borrow::Cow;
use std::cmp::Ordering;

use super::decode::{DecodeError, Misspelt};
use super::limits::{MAX_DEFINITION_ITEMS, MAX_DEPTH, MAX_INTEGER, MAX_TEXT};
use super::{Json, Object};

/// What is left to read.
pub(super) struct Reader<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    /// How many objects and arrays are open here.
    depth: usize,
}

impl<'a> Reader<'a> {
    /// At the first of these bytes, which must be UTF-8.
    pub(super) fn new(bytes: &'a [u8]) -> Result<Self, DecodeError> {
        let text = std::str::from_utf8(bytes)
            .map_err(|error| DecodeError { at: error.valid_up_to(), reason: Misspelt::NotUtf8 })?;
        Ok(Self { text, bytes, at: 0, depth: 0 })
    }

    /// Nothing follows.
    pub(super) fn end(&self) -> Result<(), DecodeError> {
        if self.at == self.bytes.len() { Ok(()) } else { Err(self.error(Misspelt::Trailing)) }
    }

    /// The members of an object, each handed to `take` with the reader before
    /// its value, which `take` must read.
    pub(super) fn members(
        &mut self,
        mut take: impl FnMut(&mut Self, &'a str) -> Result<(), DecodeError>,
    ) -> Result<(), DecodeError> {
        self.enter()?;
        self.expect(b'{', Misspelt::NoObject)?;
        let mut last = "";
        while self.peek() != Some(b'}') {
            if !last.is_empty() {
                self.expect(b',', Misspelt::NoComma)?;
            }
            let start = self.at;
            let name = self.name()?;
            if !is_before(last, name) {
                return Err(DecodeError { at: start, reason: Misspelt::Order });
            }
            self.expect(b':', Misspelt::NoColon)?;
            take(self, name)?;
            last = name;
        }
        self.leave();
        Ok(())
    }

    /// An object with all that is in it.
    pub(super) fn object(&mut self) -> Result<Object, DecodeError> {
        let mut members = Vec::new();
        self.members(|reader, name| {
            members.push((name.to_owned(), reader.value()?));
            Ok(())
        })?;
        Ok(Object::in_order(members))
    }

    /// Any value.
    pub(super) fn value(&mut self) -> Result<Json, DecodeError> {
        match self.peek() {
            Some(b'"') => Ok(Json::Text(self.string()?.into_owned())),
            Some(b'{') => Ok(Json::Object(self.object()?)),
            Some(b'[') => Ok(Json::Array(self.array()?)),
            Some(b't') => self.word("true", true),
            Some(b'f') => self.word("false", false),
            Some(b'n') => Err(self.error(Misspelt::Null)),
            Some(b'-' | b'0'..=b'9') => self.integer(),
            _ => Err(self.error(Misspelt::NoValue)),
        }
    }

    /// Any value, read as strictly and not kept.
    pub(super) fn pass(&mut self) -> Result<(), DecodeError> {
        match self.peek() {
            Some(b'"') => self.string().map(drop),
            Some(b'{') => self.members(|reader, _| reader.pass()),
            Some(b'[') => self.items(Self::pass),
            _ => self.value().map(drop),
        }
    }

    /// How many bytes were read.
    pub(super) const fn at(&self) -> usize {
        self.at
    }

    /// A text; none when another value comes, which is read and passed over.
    pub(super) fn text(&mut self) -> Result<Option<Cow<'a, str>>, DecodeError> {
        if self.peek() == Some(b'"') { self.string().map(Some) } else { self.value().map(|_| None) }
    }

    /// Passes these very bytes, where they come next.
    pub(super) fn literal<const N: usize>(&mut self, bytes: &[u8; N]) -> Option<()> {
        let is_next = self.bytes.get(self.at..)?.first_chunk() == Some(bytes);
        is_next.then(|| self.at += N)
    }

    /// The next so many bytes.
    pub(super) fn fixed(&mut self, length: usize) -> Option<&'a str> {
        let fixed = self.text.get(self.at..self.at + length)?;
        self.at += length;
        Some(fixed)
    }

    /// What stands within quotation marks, behind the first, where it is not empty
    /// and nothing of it is escaped.
    pub(super) fn plain(&mut self) -> Option<&'a str> {
        let text = self.run().ok()?;
        let is_long = text.len() > MAX_TEXT && text.chars().count() > MAX_TEXT;
        (self.peek() == Some(b'"') && !text.is_empty() && !is_long).then_some(text)
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

    /// Goes into an object or an array.
    pub(super) const fn enter(&mut self) -> Result<(), DecodeError> {
        if self.depth == MAX_DEPTH {
            return Err(self.error(Misspelt::Depth));
        }
        self.depth += 1;
        Ok(())
    }

    const fn leave(&mut self) {
        self.at += 1;
        self.depth -= 1;
    }

    /// `[a-z][a-z0-9_]*` between quotes: what needs an escape is no name.
    fn name(&mut self) -> Result<&'a str, DecodeError> {
        let start = self.at;
        let refused = DecodeError { at: start, reason: Misspelt::Name };
        self.expect(b'"', Misspelt::NoString)?;
        let rest = &self.bytes[self.at..];
        let length = rest.iter().position(|byte| !IN_NAMES[usize::from(*byte)]).unwrap_or(rest.len());
        let begins = rest.first().is_some_and(u8::is_ascii_lowercase);
        if !begins || rest.get(length) != Some(&b'"') {
            return Err(refused);
        }
        self.at += length + 1;
        Ok(&self.text[start + 1..self.at - 1])
    }

    fn array(&mut self) -> Result<Vec<Json>, DecodeError> {
        let mut items = Vec::new();
        self.items(|reader| {
            items.push(reader.value()?);
            Ok(())
        })?;
        Ok(items)
    }

    /// The items of an array, each read by `take`.
    fn items(
        &mut self,
        mut take: impl FnMut(&mut Self) -> Result<(), DecodeError>,
    ) -> Result<(), DecodeError> {
        self.enter()?;
        self.expect(b'[', Misspelt::NoArray)?;
        let mut count = 0;
        while self.peek() != Some(b']') {
            if count > 0 {
                self.expect(b',', Misspelt::NoComma)?;
            }
            if count == MAX_DEFINITION_ITEMS {
                return Err(self.error(Misspelt::LongArray));
            }
            take(self)?;
            count += 1;
        }
        self.leave();
        Ok(())
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

    /// A string: borrowed when it is one plain run, else put together from
    /// its runs and escapes.
    fn string(&mut self) -> Result<Cow<'a, str>, DecodeError> {
        self.expect(b'"', Misspelt::NoString)?;
        let first = self.run()?;
        if self.peek() == Some(b'"') {
            self.end_string(first)?;
            return Ok(Cow::Borrowed(first));
        }
        let mut whole = first.to_owned();
        loop {
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') => whole.push(self.escape()?),
                Some(_) => return Err(self.error(Misspelt::Unescaped)),
                None => return Err(self.error(Misspelt::Unended)),
            }
            whole.push_str(self.run()?);
        }
        self.end_string(&whole)?;
        Ok(Cow::Owned(whole))
    }

    /// Passes the quote after a text that is not too long.
    fn end_string(&mut self, text: &str) -> Result<(), DecodeError> {
        // Counted only where the bytes could be too many.
        if text.len() > MAX_TEXT && text.chars().count() > MAX_TEXT {
            return Err(self.error(Misspelt::LongText));
        }
        self.at += 1;
        Ok(())
    }

    /// What stands as it is, up to a quote, a backslash, a C0 control or the
    /// end. DEL and the C1 controls need no escape in JSON, so they are looked
    /// for here.
    fn run(&mut self) -> Result<&'a str, DecodeError> {
        let start = self.at;
        loop {
            self.at = next_marked(self.bytes, self.at);
            match self.peek() {
                Some(0x7f) => return Err(self.error(Misspelt::Control)),
                Some(C1_LEAD) => match self.bytes.get(self.at + 1) {
                    Some(0x80..=0x9f) => return Err(self.error(Misspelt::Control)),
                    _ => self.at += 2,
                },
                _ => return Ok(&self.text[start..self.at]),
            }
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

/// Whether one name comes before another; the first byte mostly decides.
fn is_before(one: &str, other: &str) -> bool {
    match one.as_bytes().first().cmp(&other.as_bytes().first()) {
        Ordering::Equal => one < other,
        decided => decided.is_lt(),
    }
}

/// Which bytes a name is made of.
const IN_NAMES: [bool; 256] = {
    let mut found = [false; 256];
    let mut byte: u8 = 0;
    while byte < 0x80 {
        found[byte as usize] = byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        byte += 1;
    }
    found
};

/// The first byte of U+0080 to U+00BF, of which the lower half are controls.
const C1_LEAD: u8 = 0xc2;

/// Whether a byte ends a plain run or may begin a control character.
const fn is_marked(byte: u8) -> bool {
    byte < 0x20 || matches!(byte, b'"' | b'\\' | 0x7f | C1_LEAD)
}

/// Where the next marked byte stands, or the end. Most of an entry is text, so
/// eight bytes are looked at together.
fn next_marked(bytes: &[u8], mut at: usize) -> usize {
    while let Some(chunk) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        let marks = marks(u64::from_le_bytes(*chunk));
        if marks != 0 {
            return at + (marks.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().position(|byte| is_marked(*byte)).unwrap_or(rest.len())
}

/// The high bit of each marked byte, the first of them exactly: a borrow can
/// only mark bytes above one that is marked rightly.
const fn marks(word: u64) -> u64 {
    const EACH: u64 = u64::MAX / 255;
    const fn below(word: u64, limit: u8) -> u64 {
        word.wrapping_sub(EACH * limit as u64) & !word
    }
    const fn equal(word: u64, byte: u8) -> u64 {
        below(word ^ (EACH * byte as u64), 1)
    }
    let ends = below(word, 0x20) | equal(word, b'"') | equal(word, b'\\');
    (ends | equal(word, 0x7f) | equal(word, C1_LEAD)) & (EACH << 7)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{is_marked, next_marked};

    proptest! {
        #[test]
        fn the_next_mark_is_the_first_marked_byte(bytes: Vec<u8>, from in 0_usize..8) {
            let rest = bytes.get(from..).unwrap_or_default();
            let first = rest.iter().position(|byte| is_marked(*byte)).unwrap_or(rest.len());
            prop_assert_eq!(next_marked(&bytes, from), from + first);
        }
    }

    #[test]
    fn each_byte_is_told_at_each_place() {
        for (byte, place) in (0..=255_u8).flat_map(|byte| (0..8).map(move |place| (byte, place))) {
            let mut bytes = [b' '; 8];
            bytes[place] = byte;
            let expected = if is_marked(byte) { place } else { 8 };
            assert_eq!(next_marked(&bytes, 0), expected, "{byte} at {place}");
        }
    }
}
