//! Who recorded: a name where it can be read here, else the first digits of
//! the recorder's id.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::{Arg, Messages};
use crate::event::Sealed;
use crate::figures::State;
use crate::vault::Vault;

/// The recorders' names that can be read here.
#[derive(Clone, Debug, Default)]
pub struct Recorders {
    names: BTreeMap<Uuid, String>,
    /// Those whose name nobody is to read any more.
    erased: BTreeSet<Uuid>,
}

impl Recorders {
    /// These names.
    pub fn new(names: impl IntoIterator<Item = (Uuid, String)>) -> Self {
        Self { names: names.into_iter().collect(), erased: BTreeSet::new() }
    }

    /// Those of a ledger that can be opened with what lies beside it.
    pub fn readable(state: &State, vault: Option<&Vault>) -> Self {
        let is_erased = |name: &Sealed| state.erasure(&name.person).is_some();
        let erased = state.named_users().filter(|(_, name)| is_erased(name)).map(|(user, _)| user);
        let name = |sealed| vault?.open(sealed).ok()?.as_text().map(str::to_owned);
        let names = state.named_users().filter_map(|(user, sealed)| Some((user, name(sealed)?)));
        Self { names: names.collect(), erased: erased.collect() }
    }

    /// A recorder as people read it.
    pub fn words(&self, messages: &Messages, user: Uuid) -> String {
        let digits = || user.simple().to_string().chars().take(8).collect::<String>();
        match self.names.get(&user) {
            Some(name) => name.clone(),
            None if self.erased.contains(&user) => {
                messages.say("recorder-erased", &[("digits", Arg::Text(&digits()))])
            }
            None => messages.say("recorder-unnamed", &[("digits", Arg::Text(&digits()))]),
        }
    }
}
