//! The subset of JSON that an entry may hold: no float, no null, no duplicate
//! key, integers within ±(2^53−1).

use super::Object;

/// A value inside an entry's `data`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Json {
    /// `true` or `false`.
    Bool(bool),
    /// An integer within ±(2^53−1).
    Int(i64),
    /// A string without control characters other than LF.
    Text(String),
    /// An array, order kept.
    Array(Vec<Json>),
    /// An object with ASCII names.
    Object(Object),
}

impl Json {
    /// The string, when this is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The string itself, when this is one.
    pub fn into_text(self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The integer, when this is one.
    pub const fn as_int(&self) -> Option<i64> {
        match self {
            Self::Int(number) => Some(*number),
            _ => None,
        }
    }

    /// The truth value, when this is one.
    pub const fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(truth) => Some(*truth),
            _ => None,
        }
    }

    /// The items, when this is an array.
    pub fn as_array(&self) -> Option<&[Self]> {
        match self {
            Self::Array(items) => Some(items),
            _ => None,
        }
    }

    /// The members, when this is an object.
    pub const fn as_object(&self) -> Option<&Object> {
        match self {
            Self::Object(members) => Some(members),
            _ => None,
        }
    }

    /// How deep the value nests: 1 for a scalar or an empty container.
    pub fn depth(&self) -> usize {
        match self {
            Self::Array(items) => 1 + items.iter().map(Self::depth).max().unwrap_or(0),
            Self::Object(members) => 1 + members.values().map(Self::depth).max().unwrap_or(0),
            _ => 0,
        }
    }

    /// The same value for `serde_json`, for the definitions, which are few.
    pub fn to_serde(&self) -> serde_json::Value {
        match self {
            Self::Bool(truth) => (*truth).into(),
            Self::Int(number) => (*number).into(),
            Self::Text(text) => text.as_str().into(),
            Self::Array(items) => items.iter().map(Self::to_serde).collect(),
            Self::Object(members) => {
                let pairs = members.iter().map(|(name, value)| (name.clone(), value.to_serde()));
                serde_json::Value::Object(pairs.collect())
            }
        }
    }

    /// Whether a `serde_json` value is the same.
    pub fn is_spelled(&self, value: &serde_json::Value) -> bool {
        use serde_json::Value;
        match (self, value) {
            (Self::Bool(truth), Value::Bool(other)) => truth == other,
            (Self::Int(number), Value::Number(other)) => other.as_i64() == Some(*number),
            (Self::Text(text), Value::String(other)) => text == other,
            (Self::Array(items), Value::Array(others)) => {
                items.len() == others.len()
                    && items.iter().zip(others).all(|(it, other)| it.is_spelled(other))
            }
            (Self::Object(members), Value::Object(others)) => members.is_spelled(others),
            _ => false,
        }
    }

    /// The value of a `serde_json` value; floats and nulls have none.
    pub fn from_serde(value: &serde_json::Value) -> Option<Self> {
        use serde_json::Value;
        Some(match value {
            Value::Null => return None,
            Value::Bool(truth) => Self::Bool(*truth),
            Value::Number(number) => Self::Int(number.as_i64()?),
            Value::String(text) => Self::Text(text.clone()),
            Value::Array(items) => Self::Array(items.iter().map(Self::from_serde).collect::<Option<_>>()?),
            Value::Object(members) => {
                let pair = |(name, value): (&String, &Value)| {
                    Self::from_serde(value).map(|value| (name.clone(), value))
                };
                Self::Object(members.iter().map(pair).collect::<Option<_>>()?)
            }
        })
    }
}

/// A string value.
pub fn text(value: impl Into<String>) -> Json {
    Json::Text(value.into())
}

/// An array of strings.
pub fn strings<I: IntoIterator<Item = S>, S: Into<String>>(values: I) -> Json {
    Json::Array(values.into_iter().map(text).collect())
}
