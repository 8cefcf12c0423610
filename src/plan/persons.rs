//! Names of persons. They are sealed in the ledger: what can be opened of them
//! here is handed in, is looked at, and is written nowhere.

use std::collections::BTreeMap;

use super::{Body, Register, Words, folded};
use crate::event::{BodyId, Json, Sealed};

/// The names of a register's persons, as far as they can be opened here.
#[derive(Clone, Debug, Default)]
pub struct PersonNames {
    /// The latest name of each first.
    opened: BTreeMap<BodyId, Vec<String>>,
    closed: usize,
}

impl PersonNames {
    /// The names of a register's persons, each opened if that can be done.
    pub fn of(register: &Register, open: impl Fn(&Sealed) -> Option<Json>) -> Self {
        let mut names = Self::default();
        for body in register.bodies().filter(|body| body.sealed_name().is_some()) {
            let called = called(body, &open);
            if !called.is_empty() {
                names.opened.insert(body.id.clone(), called);
            } else if register.canonical(&body.id) == &body.id {
                names.closed += 1;
            }
        }
        names
    }

    /// The name of a person, where it can be read here.
    pub fn opened(&self, person: &BodyId) -> Option<&str> {
        self.all(person).first().map(String::as_str)
    }

    /// The same as words of both languages.
    pub fn words(&self, person: &BodyId) -> Option<Words> {
        self.opened(person).map(Words::both)
    }

    /// All names by which a person was ever called.
    pub fn all(&self, person: &BodyId) -> &[String] {
        self.opened.get(person).map(Vec::as_slice).unwrap_or_default()
    }

    /// All persons that have a name here, with their names.
    pub fn iter(&self) -> impl Iterator<Item = (&BodyId, &[String])> {
        self.opened.iter().map(|(person, names)| (person, names.as_slice()))
    }

    /// Whether a text holds the name of a person, as far as names can be read
    /// here.
    pub fn are_in(&self, text: &str) -> bool {
        let text = folded(text);
        self.opened.values().flatten().any(|name| text.contains(&folded(name)))
    }

    /// How many persons have a name that cannot be opened here.
    pub const fn closed(&self) -> usize {
        self.closed
    }
}

/// The latest name of one person, where it can be opened; what others were is not
/// looked at.
pub fn person_name(body: &Body, open: impl Fn(&Sealed) -> Option<Json>) -> Option<String> {
    body.sealed_names().find_map(|sealed| texts(&open(sealed)?).into_iter().next())
}

/// All names of a person that can be opened, the latest first.
fn called(body: &Body, open: &impl Fn(&Sealed) -> Option<Json>) -> Vec<String> {
    body.sealed_names().flat_map(|sealed| open(sealed).iter().flat_map(texts).collect::<Vec<_>>()).collect()
}

/// What a sealed name says: one text, or one in each language, French first.
fn texts(name: &Json) -> Vec<String> {
    match name {
        Json::Object(members) => {
            let each = ["fr", "en"].into_iter().filter_map(|language| members.get(language)?.as_text());
            each.map(str::to_owned).collect()
        }
        one => one.as_text().into_iter().map(str::to_owned).collect(),
    }
}
