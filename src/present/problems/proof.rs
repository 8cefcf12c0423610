//! Signing keys.

use crate::present::{Arg, Messages};
use crate::proof::KeyError;

/// Why there is no key.
pub fn key_sentence(messages: &Messages, error: &KeyError) -> String {
    match error {
        KeyError::Name(typed) => messages.say("key-name", &[("typed", Arg::Text(typed))]),
        KeyError::Random(words) => messages.say("key-random", &[("words", Arg::Shown(words))]),
        KeyError::File => messages.word("key-file"),
    }
}
