//! A text in both languages of the interface.

use serde::{Deserialize, Serialize};

/// The same words in French and in English.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// French.
    pub fr: String,
    /// English.
    pub en: String,
}

impl Words {
    /// The same text in both languages, as for a name.
    pub fn both(text: &str) -> Self {
        Self { fr: text.to_owned(), en: text.to_owned() }
    }

    /// Both texts, French first.
    pub fn each(&self) -> [&str; 2] {
        [&self.fr, &self.en]
    }
}
