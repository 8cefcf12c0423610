//! Why something cannot be kept or sealed beside the log.

use super::{io_words, text_sentence};
use crate::ledger::SealingError;
use crate::log::is_full;
use crate::present::{Arg, Messages};
use crate::vault::VaultError;

/// Why something cannot be kept beside the log.
pub fn vault_sentence(messages: &Messages, error: &VaultError) -> String {
    let path = |id: &str, path: &std::path::Path| {
        messages.say(id, &[("path", Arg::Text(&path.display().to_string()))])
    };
    match error {
        VaultError::File { path, source } => {
            let cause = io_words(messages, source);
            let values = [("path", Arg::Shown(&path.display())), ("cause", Arg::Text(&cause))];
            let sentence = messages.say("vault-file", &values);
            if is_full(source) {
                messages.say("log-full", &[("cause", Arg::Text(&sentence))])
            } else {
                sentence
            }
        }
        VaultError::NotAFile { path: file } => path("vault-not-a-file", file),
        VaultError::Empty { path: file } => path("vault-empty", file),
        VaultError::TooLarge { path: file } => path("vault-too-large", file),
        VaultError::Name { path: file, source } => {
            let cause = text_sentence(messages, source);
            messages.say("vault-name", &[("path", Arg::Shown(&file.display())), ("cause", Arg::Text(&cause))])
        }
        VaultError::NoKeyFolder => messages.word("vault-no-key-folder"),
        VaultError::KeysInside { path: folder } => path("vault-keys-inside", folder),
        VaultError::NoKey(person) => messages.say("vault-no-key", &[("person", Arg::Text(person.as_str()))]),
        VaultError::NoKeyToDestroy(person) => {
            messages.say("vault-no-key-to-destroy", &[("person", Arg::Text(person.as_str()))])
        }
        VaultError::KeyFile { path: file } => path("vault-key-file", file),
        VaultError::Checkpoint { path: file } => path("vault-checkpoint", file),
        VaultError::Accounts { path: file } => path("vault-accounts", file),
        VaultError::Random(source) => {
            messages.say("vault-random", &[("cause", Arg::Text(&source.to_string()))])
        }
        VaultError::TooLong => messages.word("vault-too-long"),
    }
}

/// Why something cannot be sealed.
pub fn sealing_sentence(messages: &Messages, error: &SealingError) -> String {
    match error {
        SealingError::NoSuchPerson(typed) => {
            messages.say("sealing-no-such-person", &[("typed", Arg::Text(typed))])
        }
        SealingError::SeveralPersons { typed, persons } => {
            let persons: Vec<&str> = persons.iter().map(crate::event::BodyId::as_str).collect();
            let values = [("typed", Arg::Text(typed)), ("persons", Arg::Text(&persons.join(", ")))];
            messages.say("sealing-several-persons", &values)
        }
        SealingError::ErasureAsked { person, request } => messages
            .say("refused-erasure-asked", &[("person", Arg::Shown(person)), ("entry", Arg::Shown(request))]),
        SealingError::Text(error) => {
            messages.say("sealing-text", &[("cause", Arg::Text(&text_sentence(messages, error)))])
        }
        SealingError::Vault(error) => vault_sentence(messages, error),
    }
}
