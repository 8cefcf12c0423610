//! Who recorded: a name where it can be read here, else the first digits of
//! the recorder's id.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::{Arg, Messages};

/// The recorders' names that can be read here.
#[derive(Clone, Debug, Default)]
pub struct Recorders(BTreeMap<Uuid, String>);

impl Recorders {
    /// These names.
    pub fn new(names: impl IntoIterator<Item = (Uuid, String)>) -> Self {
        Self(names.into_iter().collect())
    }

    /// A recorder as people read it.
    pub(super) fn words(&self, messages: &Messages, user: Uuid) -> String {
        let digits = || user.simple().to_string().chars().take(8).collect::<String>();
        match self.0.get(&user) {
            Some(name) => name.clone(),
            None => messages.say("recorder-unnamed", &[("digits", Arg::Text(&digits()))]),
        }
    }
}
