//! Values being sealed: nothing is written until all of them are decided on.

use std::collections::BTreeMap;

use super::disk;
use super::envelope::{self, PersonKey};
use super::error::VaultError;
use super::keys::KeyKept;
use super::seals::Vault;
use crate::event::{BodyId, Json, Sealed};

/// Values sealed in memory, for entries that may yet be refused.
pub struct Sealing {
    vault: Vault,
    keys: BTreeMap<BodyId, Key>,
    files: Vec<(Sealed, Vec<u8>)>,
}

struct Key {
    key: PersonKey,
    is_new: bool,
}

impl Sealing {
    /// Nothing sealed yet.
    pub const fn new(vault: Vault) -> Self {
        Self { vault, keys: BTreeMap::new(), files: Vec::new() }
    }

    /// Seals a value for a person whose key is on this computer. Without it
    /// this is refused: a second key for one person would outlive the first.
    pub fn seal(&mut self, value: &Json, person: &BodyId) -> Result<Sealed, VaultError> {
        self.take(value, person, false)
    }

    /// Seals a value for a person who may be new, and then gets a key.
    pub fn seal_new(&mut self, value: &Json, person: &BodyId) -> Result<Sealed, VaultError> {
        self.take(value, person, true)
    }

    /// Writes keys, then sealed values: durable when this returns.
    pub fn keep(self) -> Result<(), VaultError> {
        for (person, Key { key, .. }) in self.keys.iter().filter(|(_, key)| key.is_new) {
            self.vault.keys().keep_person(person, key)?;
        }
        for (sealed, bytes) in &self.files {
            disk::write(&self.vault.path(sealed), bytes)?;
        }
        Ok(())
    }

    fn take(&mut self, value: &Json, person: &BodyId, may_be_new: bool) -> Result<Sealed, VaultError> {
        let key = self.key(person, may_be_new)?;
        let (sealed, bytes) = envelope::seal(value, person, &key)?;
        self.files.push((sealed.clone(), bytes));
        Ok(sealed)
    }

    fn key(&mut self, person: &BodyId, may_be_new: bool) -> Result<PersonKey, VaultError> {
        if let Some(known) = self.keys.get(person) {
            return Ok(known.key.clone());
        }
        let kept = self.vault.keys().person(person)?;
        let is_new = kept.is_none();
        let key = match kept {
            Some(key) => key,
            None if may_be_new && self.vault.kept(person)? == KeyKept::Nowhere => PersonKey::generate()?,
            None => return Err(VaultError::NoKey(person.clone())),
        };
        self.keys.insert(person.clone(), Key { key: key.clone(), is_new });
        Ok(key)
    }
}
