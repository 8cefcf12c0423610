//! Entry 0: what the whole ledger keeps to.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Words;
use super::definition::{DefinitionError, from_data, to_data};
use crate::event::{Currency, Object, YearEnd};

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

    /// The time zone of its days; UTC when this build does not know its name.
    pub fn zone(&self) -> chrono_tz::Tz {
        self.timezone.parse().unwrap_or(chrono_tz::UTC)
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
