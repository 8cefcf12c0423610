//! What is wrong with a plan or register file, told by the one who reads it.
//!
//! Values are read by `serde`, whose own messages are English. So they are read
//! by a reader of ours, whose errors are values: which name is not known, which
//! word, what is missing, what is expected instead.

use std::fmt::Display;

use serde::Deserializer;
use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{Error, Expected, IntoDeserializer, Unexpected, Visitor};
use serde_json::Value;

use super::Near;
use super::rule::CONDITION;
use crate::event::{IdError, NumberError, PeriodError};

/// What is wrong at a place of a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileTrouble {
    /// The text is not TOML.
    #[error("this is not TOML ({0:?})")]
    Syntax(Syntax),
    /// A body of a register file has no id of the register.
    #[error(transparent)]
    Body(#[from] IdError),
    /// A country that is none of ISO 3166-1's.
    #[error("“{typed}” is no country of ISO 3166-1, such as CA")]
    Country {
        /// What is written there.
        typed: String,
        /// Countries that are called much like it.
        near: Vec<Near>,
    },
    /// An attribute that is called or spelled much like one that there is.
    #[error("“{typed}” is no attribute that there is")]
    Attribute {
        /// What is written there.
        typed: String,
        /// The attributes that may be meant.
        near: Vec<Near>,
    },
    /// A name that is not known here.
    #[error("“{name}” is not known here; known: {}", known.join(", "))]
    UnknownName {
        /// The name.
        name: String,
        /// The names that are.
        known: Vec<&'static str>,
    },
    /// None of the words that may stand here.
    #[error("“{word}” is none of: {}", known.join(", "))]
    UnknownWord {
        /// The word.
        word: String,
        /// The words that may.
        known: Vec<&'static str>,
    },
    /// A name that is needed.
    #[error("“{0}” is missing")]
    Missing(&'static str),
    /// A name that stands twice, perhaps under its two spellings.
    #[error("“{0}” stands twice")]
    Twice(&'static str),
    /// Another kind of value.
    #[error("not as it should be ({0:?})")]
    Wanted(Wanted),
}

/// What in a text is not TOML, as far as it can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// A key that stands twice.
    DuplicateKey,
    /// A text in quotation marks.
    Text,
    /// A word that needs quotation marks.
    Unquoted,
    /// A date or a time.
    Date,
    /// A number.
    Number,
    /// A table between braces.
    Braces,
    /// An array.
    Array,
    /// The head of a table.
    Head,
    /// What stands on both sides of an equals sign.
    Assignment,
    /// A key.
    Key,
    /// Something else.
    Other,
}

/// What should stand at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A text in quotation marks.
    Text,
    /// `true` or `false`.
    Truth,
    /// A whole number that is not negative.
    Whole,
    /// A number.
    Number,
    /// A day.
    Day,
    /// An array.
    Array,
    /// A table.
    Table,
    /// A text for each language.
    Words,
    /// A text, or one for each language.
    Name,
    /// A text or an array of texts.
    Values,
    /// A path and one test.
    Condition,
    /// Something else.
    Other,
}

impl Syntax {
    /// The kind of what the parser says in English.
    pub(super) fn of(message: &str) -> Self {
        let says = |words: &[&str]| words.iter().any(|word| message.contains(word));
        match message {
            _ if says(&["duplicate key"]) => Self::DuplicateKey,
            _ if says(&["values must be quoted"]) => Self::Unquoted,
            _ if says(&["string", "quote", "escape", "unicode"]) => Self::Text,
            _ if says(&["date", "time"]) => Self::Date,
            _ if says(&["integer", "radix", "number", "float", "digits", "zero", "sign"])
                && !says(&["assignment"]) =>
            {
                Self::Number
            }
            _ if says(&["inline table", "comma between key-value"]) => Self::Braces,
            _ if says(&["array table", "table header", "unclosed table", "table open"]) => Self::Head,
            _ if says(&["array"]) => Self::Array,
            _ if says(&["assignment", "`=`", "value"]) => Self::Assignment,
            _ if says(&["key"]) => Self::Key,
            _ => Self::Other,
        }
    }
}

impl Wanted {
    /// What `serde` expects, in its own words.
    fn of(expected: &str) -> Self {
        match expected {
            "a string" => Self::Text,
            "a boolean" => Self::Truth,
            "u32" | "i64" | "u64" => Self::Whole,
            "a sequence" => Self::Array,
            "struct Words" => Self::Words,
            other if other == "a map" || other.starts_with("struct ") => Self::Table,
            other => Self::said(other),
        }
    }

    /// What our own types say that they are made of.
    fn said(words: &str) -> Self {
        let untagged = |name: &str| words.ends_with(&format!("untagged enum {name}"));
        match words {
            _ if words == PeriodError::NotADay.to_string() => Self::Day,
            _ if words == NumberError.to_string() || untagged("WrittenNumber") => Self::Number,
            _ if untagged("Name") => Self::Name,
            _ if untagged("Values") => Self::Values,
            _ if words == CONDITION => Self::Condition,
            _ => Self::Other,
        }
    }
}

impl Error for FileTrouble {
    fn custom<T: Display>(words: T) -> Self {
        Self::Wanted(Wanted::said(&words.to_string()))
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::Wanted(Wanted::of(&expected.to_string()))
    }

    fn invalid_value(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::Wanted(Wanted::of(&expected.to_string()))
    }

    fn unknown_variant(word: &str, known: &'static [&'static str]) -> Self {
        Self::UnknownWord { word: word.to_owned(), known: known.to_vec() }
    }

    fn unknown_field(name: &str, known: &'static [&'static str]) -> Self {
        Self::UnknownName { name: name.to_owned(), known: known.to_vec() }
    }

    fn missing_field(name: &'static str) -> Self {
        Self::Missing(name)
    }

    fn duplicate_field(name: &'static str) -> Self {
        Self::Twice(name)
    }
}

/// A plain value of a file, which is read with our own errors.
pub(super) struct Plain(pub(super) Value);

impl IntoDeserializer<'_, FileTrouble> for Plain {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Plain {
    type Error = FileTrouble;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, FileTrouble> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(truth) => visitor.visit_bool(truth),
            Value::Number(number) => visitor.visit_i64(number.as_i64().unwrap_or_default()),
            Value::String(text) => visitor.visit_string(text),
            // What was taken out of an array is passed over.
            Value::Array(items) => {
                let items = items.into_iter().filter(|item| !item.is_null());
                visitor.visit_seq(SeqDeserializer::new(items.map(Plain)))
            }
            Value::Object(members) => {
                let members = members.into_iter().map(|(name, value)| (name, Self(value)));
                visitor.visit_map(MapDeserializer::new(members))
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, FileTrouble> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, FileTrouble> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, FileTrouble> {
        match self.0 {
            Value::String(word) => visitor.visit_enum(word.into_deserializer()),
            _ => Err(FileTrouble::Wanted(Wanted::Text)),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}
