//! The languages of the interface, French first.

use crate::plan::Words;

/// A language of the interface.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Language {
    /// French as in Canada.
    #[default]
    French,
    /// English as in Canada.
    English,
}

impl Language {
    /// The language of a tag or locale such as `fr`, `en-CA` or `fr_CA.UTF-8`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.get(..2)?.to_ascii_lowercase().as_str() {
            "fr" => Some(Self::French),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// The BCP 47 tag of the language with its country.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::French => "fr-CA",
            Self::English => "en-CA",
        }
    }

    /// The words in this language.
    pub fn of(self, words: &Words) -> &str {
        match self {
            Self::French => &words.fr,
            Self::English => &words.en,
        }
    }
}
