//! Which account of this computer's operating system is which user of the
//! ledger. The table holds numbers only, never a name.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use nix::unistd::{Uid, User};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::disk::{self, on};
use super::error::VaultError;
use crate::event::{MAX_NAME, clean_line};

/// Name and version of the file.
const FORMAT: &str = "accounts/1";

/// An account of the operating system.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Account {
    /// Its number, `uid:1000`.
    pub id: String,
    /// Its full name, else its own, else its number.
    pub name: String,
}

impl Account {
    /// The account under which the program runs.
    pub fn current() -> Self {
        let uid = Uid::effective();
        let id = format!("uid:{uid}");
        let user = User::from_uid(uid).ok().flatten();
        let full = user.as_ref().map(|user| user.gecos.to_string_lossy().into_owned());
        // The other fields of the same text are rooms and telephones.
        let full = full.map(|text| text.split(',').next().unwrap_or_default().to_owned());
        let mut names = full.into_iter().chain(user.map(|user| user.name));
        let name = names.find_map(|name| clean_line(&name, MAX_NAME).ok());
        Self { name: name.unwrap_or_else(|| id.clone()), id }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    accounts: BTreeMap<String, Uuid>,
    jalon: String,
}

/// The user of an account, by the table in the ledger's folder; an account not
/// seen before gets the new one.
pub fn user_of(ledger: &Path, account: &Account, new: impl FnOnce() -> Uuid) -> Result<Uuid, VaultError> {
    let path = path(ledger);
    let mut table = table(&path)?;
    if let Some(user) = table.accounts.get(&account.id) {
        return Ok(*user);
    }
    let user = new();
    table.accounts.insert(account.id.clone(), user);
    let text = serde_json::to_string_pretty(&table).unwrap_or_default() + "\n";
    disk::write(&path, text.as_bytes())?;
    Ok(user)
}

/// The user of an account; none of one not seen before.
pub fn known_user(ledger: &Path, account: &Account) -> Result<Option<Uuid>, VaultError> {
    Ok(table(&path(ledger))?.accounts.get(&account.id).copied())
}

fn path(ledger: &Path) -> PathBuf {
    ledger.join("accounts.json")
}

fn table(path: &Path) -> Result<Table, VaultError> {
    match disk::read(path).map_err(on(path))? {
        Some(bytes) => read(&bytes).ok_or_else(|| VaultError::Accounts { path: path.to_owned() }),
        None => Ok(Table { accounts: BTreeMap::new(), jalon: FORMAT.to_owned() }),
    }
}

fn read(bytes: &[u8]) -> Option<Table> {
    serde_json::from_slice(bytes).ok().filter(|table: &Table| table.jalon == FORMAT)
}
