//! A number and how precisely it is known.

use super::Exact;

/// How a source printed a number that is not exact.
#[derive(Clone, Copy, PartialEq, Eq, Debug, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// Rounded, as in "3,3 M$".
    Rounded,
    /// "Plus de", "at least".
    AtLeast,
    /// "Environ", "près de".
    About,
    /// "Au plus", "at most".
    AtMost,
}

impl Precision {
    /// The word stored in entries.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Rounded => "rounded",
            Self::AtLeast => "atleast",
            Self::About => "about",
            Self::AtMost => "atmost",
        }
    }

    /// The precision of a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Rounded, Self::AtLeast, Self::About, Self::AtMost].into_iter().find(|it| it.word() == word)
    }

    /// What a value is that contains both.
    pub fn joined(one: Option<Self>, other: Option<Self>) -> Option<Self> {
        match (one, other) {
            (Some(one), Some(other)) if one != other => Some(Self::About),
            (one, other) => one.or(other),
        }
    }
}

/// A number as a source printed it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Precise {
    /// The number that counts.
    pub value: Exact,
    /// Absent when the number is exact.
    pub precision: Option<Precision>,
}

impl Precise {
    /// A number known exactly.
    pub const fn exact(value: Exact) -> Self {
        Self { value, precision: None }
    }
}
