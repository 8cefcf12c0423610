//! What documents say in words, in both languages.

use serde_json::{Value as Json, json};

use super::{Language, Messages};

/// The sentences of both languages. Documents open nothing that is sealed: they are
/// passed on.
pub(super) struct Both {
    fr: Messages,
    en: Messages,
}

impl Both {
    pub(super) fn new() -> Self {
        Self { fr: Messages::new(Language::French), en: Messages::new(Language::English) }
    }

    /// What is said in each language.
    pub(super) fn say(&self, words: impl Fn(&Messages) -> String) -> Json {
        json!({"en": words(&self.en), "fr": words(&self.fr)})
    }
}
