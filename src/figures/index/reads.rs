//! Which fields rules read, by type: what an index has to keep.

use std::cmp::Ordering;
use std::sync::Arc;

use hashbrown::HashMap;

use crate::event::names_a_body;
use crate::plan::{ActivityType, Definition, Indicator, root_of};

/// The field that closes an activity by a day of its own.
const ENDS: &str = "ends";

/// The fields that rules read of each type, in order.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Reads(HashMap<String, Vec<String>>);

impl Reads {
    /// Adds what a definition makes rules read; the types of which they read
    /// more than before.
    pub(super) fn define(&mut self, definition: &Definition) -> Vec<String> {
        let mut grown = Vec::new();
        for (kind, name) in read_by(definition) {
            let names = self.0.entry(kind.to_owned()).or_default();
            if let Err(place) = names.binary_search_by(|known| known.as_str().cmp(name)) {
                names.insert(place, name.to_owned());
                grown.push(kind.to_owned());
            }
        }
        grown
    }

    /// What is kept of a type.
    pub(super) fn of(&self, kind: &str) -> Keeps<'_> {
        Keeps(self.0.get(kind).map(Vec::as_slice).unwrap_or_default())
    }
}

/// Which fields of a type are kept, of those that come after the ones that were asked.
pub(super) struct Keeps<'r>(&'r [String]);

impl Keeps<'_> {
    /// Whether the next field, of an activity that states them in order, is to be kept:
    /// some rule reads it, or its value names a body, by which a table may be filtered.
    pub(super) fn keeps(&mut self, name: &str, spelt: &[u8]) -> bool {
        while let Some((read, left)) = self.0.split_first() {
            match read.as_str().cmp(name) {
                Ordering::Less => self.0 = left,
                Ordering::Equal => return true,
                Ordering::Greater => break,
            }
        }
        name == ENDS || names_a_body(spelt)
    }
}

/// Which fields of activities the index keeps.
#[derive(Clone, Debug)]
pub struct KeptFields(Arc<Reads>);

impl KeptFields {
    pub(super) fn of(reads: Reads) -> Self {
        Self(Arc::new(reads))
    }

    /// Those that are kept whatever rules read.
    pub fn least() -> Self {
        Self::of(Reads::default())
    }

    /// Those of them that an activity of a type states, of its fields in their order, each
    /// with the canonical bytes of its value.
    pub fn among<'l>(
        &self,
        kind: &str,
        fields: impl Iterator<Item = (&'l str, &'l [u8])>,
    ) -> impl Iterator<Item = (&'l str, &'l [u8])> {
        let mut keeps = self.0.of(kind);
        fields.filter(move |(name, spelt)| keeps.keeps(name, spelt))
    }
}

/// The fields that a definition reads, each with its type.
fn read_by(definition: &Definition) -> Vec<(&str, &str)> {
    match definition {
        Definition::Indicator(indicator) => by_rule(indicator),
        Definition::Type(kind) => by_type(kind),
        _ => vec![],
    }
}

fn by_rule(indicator: &Indicator) -> Vec<(&str, &str)> {
    let rule = &indicator.rule;
    let of_source = |source| rule.paths(source).map(root_of);
    rule.from.iter().flat_map(|it| of_source(it).map(|name| (it.kind.as_str(), name))).collect()
}

fn by_type(kind: &ActivityType) -> Vec<(&str, &str)> {
    let dated = kind.countson.as_deref().map(|name| (kind.id.as_str(), name));
    let keys = kind.closes.iter().flat_map(|closes| {
        let both = [kind.id.as_str(), closes.kind.as_str()];
        closes.keys.iter().flat_map(move |path| both.map(|kind| (kind, root_of(path))))
    });
    dated.into_iter().chain(keys).collect()
}
