//! Reads canonical bytes and refuses every other spelling.
//!
//! Whoever decodes an entry may hash and store the very bytes that were read:
//! `encode(decode(bytes)) == bytes` holds for all that is accepted, because
//! each rule of the canonical form is checked where its byte is read.

use super::reader::Reader;
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
    let members = reader.object()?;
    reader.end()?;
    Ok(members)
}

/// The value of any kind that `bytes` spell, all of them and canonically.
pub fn decode_value(bytes: &[u8]) -> Result<Json, DecodeError> {
    let mut reader = Reader::new(bytes)?;
    let value = reader.value()?;
    reader.end()?;
    Ok(value)
}
