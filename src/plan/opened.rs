//! Entry 0: what the whole ledger keeps to.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Words;
use super::definition::{DefinitionError, from_data, to_data};
use crate::event::{Currency, MAX_ID, MAX_PREFIX, Object, YearEnd, is_type_name, types};
use crate::proof::is_verifier;

/// The `data` of `jalon.ledger.opened`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opened {
    /// The format of the bytes, 1.
    pub format: u32,
    /// The ledger's own UUID.
    pub ledger: Uuid,
    /// Key name of its signed notes.
    pub origin: String,
    /// Reverse-DNS prefix of its activity types.
    pub typeprefix: String,
    /// Its key for checking signed notes.
    pub verifierkey: String,
    /// Name of the hash.
    pub hash: String,
    /// Name of the tree.
    pub tree: String,
    /// IANA time zone of its days.
    pub timezone: String,
    /// Last day of its fiscal year, `MM-DD`.
    pub fiscalyearend: String,
    /// Its currency.
    pub currency: String,
    /// The languages of its interface.
    pub languages: Vec<String>,
    /// Whose ledger it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Words>,
    /// Whether it is a demonstration, whose key is published.
    #[serde(default, skip_serializing_if = "super::catalogue::is_false")]
    pub demonstration: bool,
}

/// What of an opening is not as format 1 has it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum OpeningTrouble {
    /// Another hash or tree than format 1's.
    #[error("another hash or tree")]
    HashOrTree,
    /// The origin does not follow from the source.
    #[error("its origin is not its source without the scheme")]
    Origin,
    /// The key is not spelled as one, or another origin's.
    #[error("its key is not a verifier key of its origin")]
    Key,
    /// The prefix is no type name, too long, or the program's own.
    #[error("its prefix is not one of its own of at most 32 characters")]
    Prefix,
    /// The fiscal year has no last day.
    #[error("its fiscal year has no last day")]
    YearEnd,
    /// No currency of ISO 4217.
    #[error("an unknown currency")]
    Currency,
    /// Other languages than fr and en, or one twice.
    #[error("its languages are not fr and en")]
    Languages,
}

impl Opened {
    /// The name of the hash, the same in every ledger of format 1.
    pub const HASH: &'static str = "blake3-256";
    /// The name of the tree, the same in every ledger of format 1.
    pub const TREE: &'static str = "rfc6962-sha256";

    /// The `data` of its entry.
    pub fn to_data(&self) -> Result<Object, DefinitionError> {
        to_data(self)
    }

    /// What an entry's `data` opens.
    pub fn read(data: &Object) -> Result<Self, DefinitionError> {
        from_data(data)
    }

    /// What of it is not as format 1 opens the ledger with this URI, beside
    /// a format or a time zone that this build does not know.
    pub fn trouble(&self, source: &str) -> Option<OpeningTrouble> {
        let parts = source.split_once("://").filter(|(scheme, rest)| is_scheme(scheme) && !rest.is_empty());
        let address = parts.map(|(_, rest)| rest);
        let own = self.typeprefix == "jalon" || self.typeprefix.starts_with(types::PREFIX);
        match () {
            () if self.hash != Self::HASH || self.tree != Self::TREE => Some(OpeningTrouble::HashOrTree),
            () if address != Some(&self.origin) || !self.origin.bytes().all(is_origin) => {
                Some(OpeningTrouble::Origin)
            }
            () if !is_verifier(&self.origin, &self.verifierkey) => Some(OpeningTrouble::Key),
            () if own || !is_prefix(&self.typeprefix) => Some(OpeningTrouble::Prefix),
            () if self.year_end().is_none() => Some(OpeningTrouble::YearEnd),
            () if self.currency().is_none() => Some(OpeningTrouble::Currency),
            () if !self.has_languages() => Some(OpeningTrouble::Languages),
            () => None,
        }
    }

    /// How long the name of a type can be under its prefix.
    pub const fn room_for_types(&self) -> usize {
        MAX_ID.saturating_sub(self.typeprefix.len() + 1)
    }

    /// Whether its languages are some of fr and en, each once.
    fn has_languages(&self) -> bool {
        let languages: BTreeSet<&str> = self.languages.iter().map(String::as_str).collect();
        let known = languages.iter().all(|it| matches!(*it, "fr" | "en"));
        known && !languages.is_empty() && languages.len() == self.languages.len()
    }

    /// The end of its fiscal year.
    pub fn year_end(&self) -> Option<YearEnd> {
        self.fiscalyearend.parse().ok()
    }

    /// Its currency.
    pub fn currency(&self) -> Option<Currency> {
        self.currency.parse().ok()
    }
}

/// Whether types can be named under a prefix.
pub fn is_prefix(text: &str) -> bool {
    is_type_name(text) && text.len() <= MAX_PREFIX
}

/// What a key name may hold: the letters of a URI but `+` and `#`.
const fn is_origin(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(
            byte,
            b'-' | b'.'
                | b'_'
                | b'~'
                | b':'
                | b'/'
                | b'?'
                | b'['
                | b']'
                | b'@'
                | b'!'
                | b'$'
                | b'&'
                | b'\''
                | b'('
                | b')'
                | b'*'
                | b','
                | b';'
                | b'='
                | b'%'
        )
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"+.-".contains(&byte))
}
