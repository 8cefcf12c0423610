//! Who recorded: a name where it can be read here, else the first digits of
//! the recorder's id.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::{Arg, Messages};
use crate::figures::State;
use crate::vault::Vault;

/// The recorders' names that can be read here.
#[derive(Clone, Debug, Default)]
pub struct Recorders(BTreeMap<Uuid, String>);

impl Recorders {
    /// These names.
    pub fn new(names: impl IntoIterator<Item = (Uuid, String)>) -> Self {
        Self(names.into_iter().collect())
    }

    /// Those of a ledger that can be opened with what lies beside it.
    pub fn readable(state: &State, vault: Option<&Vault>) -> Self {
        let Some(vault) = vault else { return Self::default() };
        let name = |sealed| vault.open(sealed).ok()?.as_text().map(str::to_owned);
        Self::new(state.named_users().filter_map(|(user, sealed)| Some((user, name(sealed)?))))
    }

    /// A recorder as people read it.
    pub fn words(&self, messages: &Messages, user: Uuid) -> String {
        let digits = || user.simple().to_string().chars().take(8).collect::<String>();
        match self.0.get(&user) {
            Some(name) => name.clone(),
            None => messages.say("recorder-unnamed", &[("digits", Arg::Text(&digits()))]),
        }
    }
}
