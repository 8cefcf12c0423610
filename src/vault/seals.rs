//! Sealed values: opened while their person's key is there.

use std::io;
use std::path::{Path, PathBuf};

use super::disk;
use super::envelope;
use super::error::VaultError;
use super::keys::{KeyKept, Keys};
use crate::event::{BodyId, Json, Sealed};

/// The sealed values of a ledger, with the keys that open them.
#[derive(Clone, Debug)]
pub struct Vault {
    folder: PathBuf,
    keys: Keys,
}

/// Why a sealed value stays closed.
#[derive(Debug, thiserror::Error)]
pub enum Closed {
    /// The person's key is not on this computer, or was destroyed.
    #[error("no key")]
    NoKey,
    /// Its file is not there.
    #[error("the sealed file is missing")]
    Missing,
    /// Its file, or the key, is not the one it was sealed with.
    #[error("the sealed file was altered, or the key is another")]
    Altered,
    /// The key cannot be read.
    #[error(transparent)]
    Key(VaultError),
    /// Its file cannot be read.
    #[error("the sealed file cannot be read: {0}")]
    Unreadable(io::Error),
}

impl Vault {
    /// The sealed values of the ledger in this folder.
    pub fn new(ledger: &Path, keys: Keys) -> Self {
        Self { folder: ledger.join("sealed"), keys }
    }

    /// The value that was sealed.
    pub fn open(&self, sealed: &Sealed) -> Result<Json, Closed> {
        let key = self.keys.person(&sealed.person).map_err(Closed::Key)?.ok_or(Closed::NoKey)?;
        let bytes = disk::read(&self.path(sealed)).map_err(Closed::Unreadable)?.ok_or(Closed::Missing)?;
        envelope::open(&bytes, sealed, &key).ok_or(Closed::Altered)
    }

    /// What is kept of a person's key.
    pub fn kept(&self, person: &BodyId) -> Result<KeyKept, VaultError> {
        self.keys.kept(person)
    }

    /// Whether a person's key is here, be it to be destroyed.
    pub fn has_key(&self, person: &BodyId) -> bool {
        self.kept(person).is_ok_and(|kept| kept == KeyKept::Here)
    }

    /// Destroys a person's key, so that nothing that is sealed for them can be
    /// read again; whether there was one.
    pub fn destroy(&self, person: &BodyId) -> Result<bool, VaultError> {
        self.keys.destroy_person(person)
    }

    pub(super) const fn keys(&self) -> &Keys {
        &self.keys
    }

    pub(super) fn path(&self, sealed: &Sealed) -> PathBuf {
        disk::place(&self.folder, sealed.hash)
    }
}
