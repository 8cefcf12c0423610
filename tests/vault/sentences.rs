//! Every sentence about what lies beside the log stands in both languages.

use std::io::Error;
use std::path::PathBuf;

use jalon::event::TextError;
use jalon::ledger::SealingError;
use jalon::present::problems::{sealing_sentence, vault_sentence};
use jalon::present::{Language, Messages};
use jalon::vault::VaultError;

use super::person;

fn errors() -> Vec<VaultError> {
    let path = || PathBuf::from("dossier/fichier");
    vec![
        VaultError::File { path: path(), source: Error::other("refus") },
        VaultError::NotAFile { path: path() },
        VaultError::Empty { path: path() },
        VaultError::TooLarge { path: path() },
        VaultError::Name { path: path(), source: TextError::Control(7) },
        VaultError::NoKeyFolder,
        VaultError::KeysInside { path: path() },
        VaultError::NoKey(person(1)),
        VaultError::KeyFile { path: path() },
        VaultError::Accounts { path: path() },
        VaultError::TooLong,
    ]
}

#[test]
fn every_error_has_its_sentence() {
    for language in [Language::French, Language::English] {
        let messages = Messages::new(language);
        let mut told: Vec<String> = errors().iter().map(|it| vault_sentence(&messages, it)).collect();
        let sealing = [
            SealingError::NoSuchPerson("Luc".to_owned()),
            SealingError::SeveralPersons { typed: "Luc".to_owned(), persons: vec![person(1), person(2)] },
            SealingError::Text(TextError::Empty),
        ];
        told.extend(sealing.iter().map(|it| sealing_sentence(&messages, it)));
        for (at, sentence) in told.iter().enumerate() {
            assert!(!sentence.contains(['⟨', '{']), "{sentence}");
            assert!(!told[..at].contains(sentence), "{sentence} stands twice");
        }
    }
}
