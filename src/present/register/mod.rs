//! The register for people and for programs: the list of its bodies, and one
//! body with all that is known of it.
//!
//! ```text
//! Bodies ────▶ list.rs      text, `register/1`
//! ShownBody ─┬▶ body.rs     for people
//!            └▶ document.rs for programs, `body/1`
//! ```

mod body;
mod document;
mod list;

use crate::event::{BodyId, Day};
use crate::figures::State;
use crate::plan::{Attributes, Body, PersonNames};

use super::Messages;
use super::activity::person_words;

pub use body::body_text;
pub use document::body_json;
pub use list::{register_json, register_text};

/// A body by its own name, whatever it is merged into, and its id.
fn named(messages: &Messages, state: &State, names: &PersonNames, body: &Body) -> String {
    let id = &body.id;
    match (names.opened(id), body.sealed_name()) {
        (Some(name), _) => format!("{name} ({id})"),
        (None, Some(_)) => person_words(messages, state, id),
        (None, None) => match messages.language().of(&body.name()) {
            name if name == id.slug() => id.to_string(),
            name => format!("{name} ({id})"),
        },
    }
}

/// A body to show.
pub struct ShownBody<'a> {
    /// What is known.
    pub state: &'a State,
    /// The body of this very id, which may be merged into another.
    pub body: &'a Body,
    /// The names of persons that can be read here.
    pub names: &'a PersonNames,
    /// How many activities and totals that stand name it, or a name that is
    /// one with it.
    pub records: usize,
}

/// The values of an attribute from a day on, or from the first; and the entry
/// that says so.
struct Held<'a> {
    name: &'a str,
    values: &'a [String],
    from: Option<Day>,
    sequence: u64,
}

/// A body on the other side of a merge, and the place of the entry that says it.
struct MergedWith<'a> {
    body: &'a BodyId,
    sequence: Option<u64>,
}

impl<'a> ShownBody<'a> {
    /// Its attributes by name, of each the earliest first.
    fn attributes(&self) -> Vec<Held<'a>> {
        let held = |(from, sequence, attributes): (Option<Day>, u64, &'a Attributes)| {
            attributes.iter().map(move |(name, values)| Held { name, values, from, sequence })
        };
        let facts = self.body.facts().map(|(from, sequence, fact)| (from, sequence, &fact.attributes));
        let mut all: Vec<Held<'a>> = facts.flat_map(held).collect();
        all.sort_by_key(|held| held.name);
        all
    }

    /// What it is merged into, by one standing merge at most.
    fn merged_into(&self) -> Option<MergedWith<'a>> {
        let mut merges = self.state.register().merges();
        let (entry, _, body) = merges.find(|(_, gone, _)| **gone == self.body.id)?;
        Some(MergedWith { body, sequence: self.state.sequence_of(entry) })
    }

    /// What is merged into it.
    fn merged(&self) -> Vec<MergedWith<'a>> {
        let merges = self.state.register().merges().filter(|(_, _, kept)| **kept == self.body.id);
        merges.map(|(entry, body, _)| MergedWith { body, sequence: self.state.sequence_of(entry) }).collect()
    }

    /// The bodies that took its place.
    fn successors(&self) -> Vec<(Option<Day>, u64, &'a BodyId)> {
        let facts = self.body.facts();
        facts.filter_map(|(from, sequence, fact)| Some((from, sequence, fact.successor.as_ref()?))).collect()
    }

    /// Other words by which it is or was called.
    fn other_words(&self) -> Vec<&'a str> {
        let name = self.body.name();
        self.body.names().into_iter().filter(|word| !name.each().contains(word)).collect()
    }
}
