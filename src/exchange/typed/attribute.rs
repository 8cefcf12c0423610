//! What is known of a body, from what was typed as name and values.
//!
//! A rule reads an attribute by its name, so one that is spelled otherwise
//! would be read by none, without a word. So a name is one that a rule reads or
//! that the register has, by itself or by the words of the plan; a new one is
//! taken only where that is asked for.

use std::collections::BTreeMap;

use super::choice::chosen;
use super::plain::echo;
use crate::event::{MAX_NAME, TextError, clean_line, is_field_name};
use crate::exchange::folded;
use crate::figures::State;
use crate::plan::{
    Attributes, Body, COUNTRY, CountryError, Definition, FieldKind, Near, Rule, Words, attribute_choices,
    attribute_words, country_code, field_called, nearest_of,
};

/// Why what was typed is not an attribute.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AttributeError {
    /// No rule reads it and no body has it.
    #[error("no attribute is called “{typed}”")]
    Unknown {
        /// What was typed.
        typed: String,
        /// The attributes most like it; all of them when none is.
        near: Vec<Near>,
    },
    /// A new one that is not spelled as a name.
    #[error("“{typed}” is no name of an attribute")]
    Name {
        /// What was typed.
        typed: String,
    },
    /// No country.
    #[error(transparent)]
    Country(#[from] CountryError),
    /// No text.
    #[error(transparent)]
    Text(#[from] TextError),
}

/// The attributes that there are, by name, with what people call each.
pub struct KnownAttributes<'a> {
    state: &'a State,
    known: BTreeMap<&'a str, Words>,
}

impl<'a> KnownAttributes<'a> {
    /// Those that rules of the ledger read, those of its register, and the
    /// country, which the program knows itself.
    pub fn of(state: &'a State) -> Self {
        let catalogue = state.catalogue();
        let label = |name: &str| attribute_words(&catalogue, name);
        let rules = state.definitions().filter_map(|(_, definition)| match definition {
            Definition::Indicator(indicator) => Some(&indicator.rule),
            _ => None,
        });
        let facts = state.register().bodies().flat_map(Body::facts);
        let names = facts.flat_map(|(_, _, fact)| fact.attributes.keys()).map(String::as_str);
        let names = names.chain(rules.flat_map(read_by)).chain([COUNTRY]);
        let known = names.map(|name| (name, label(name))).collect();
        Self { state, known }
    }

    /// The attribute of this name, or of this label in either language.
    pub fn named(&self, typed: &str) -> Result<&'a str, AttributeError> {
        let wanted = folded(typed);
        let is_called = |name: &str, label: &Words| {
            folded(name) == wanted || label.each().iter().any(|label| folded(label) == wanted)
        };
        let exact = self.known.keys().find(|name| **name == typed.trim()).copied();
        let called: Vec<&'a str> =
            self.known.iter().filter(|(name, label)| is_called(name, label)).map(|(name, _)| *name).collect();
        match (exact, called.as_slice()) {
            (Some(name), _) => Ok(name),
            (None, [name]) => Ok(*name),
            (None, several) => {
                Err(AttributeError::Unknown { typed: echo(typed), near: self.near(typed, several) })
            }
        }
    }

    /// The same; one that there is not is a new one where it is spelled as a
    /// name.
    pub fn or_new(&self, typed: &str) -> Result<String, AttributeError> {
        match self.named(typed) {
            Ok(name) => Ok(name.to_owned()),
            Err(_) if is_field_name(typed.trim()) => Ok(typed.trim().to_owned()),
            Err(_) => Err(AttributeError::Name { typed: echo(typed) }),
        }
    }

    /// What may be meant by a name that a file spells: nothing where none is
    /// like it, for a file may bring new ones.
    pub fn like(&self, written: &str) -> Vec<Near> {
        match self.named(written) {
            Ok(name) if name == written => vec![],
            Ok(name) => vec![self.one(name)],
            Err(_) => self.nearest(written),
        }
    }

    /// Those that are called so, else those most like what was typed, else all.
    fn near(&self, typed: &str, called: &[&str]) -> Vec<Near> {
        let near = match called {
            [] => self.nearest(typed),
            several => several.iter().map(|name| self.one(name)).collect(),
        };
        if near.is_empty() { self.known.keys().map(|name| self.one(name)).collect() } else { near }
    }

    fn nearest(&self, typed: &str) -> Vec<Near> {
        let names = |name: &'a str| {
            let label = &self.known[name];
            [name, label.fr.as_str(), label.en.as_str()].to_vec()
        };
        nearest_of(typed, self.known.keys().map(|name| (self.one(name), names(name))))
    }

    fn one(&self, name: &str) -> Near {
        let label = self.known.get(name).cloned().unwrap_or_else(|| Words::both(name));
        Near { id: name.to_owned(), label }
    }

    /// All of them by name, with what people read.
    pub fn all(&self) -> impl Iterator<Item = (&'a str, &Words)> {
        self.known.iter().map(|(name, label)| (*name, label))
    }

    /// The names of all, and what people call each.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.known.iter().flat_map(|(name, label)| std::iter::once(*name).chain(label.each()))
    }

    /// Their names in order.
    pub fn names(&self) -> impl Iterator<Item = (&'a str, &Words)> {
        self.known.iter().map(|(name, label)| (*name, label))
    }

    /// The values of an attribute of this name, several between semicolons, as
    /// they are stored.
    pub fn values(&self, name: &str, typed: &str) -> Result<Vec<String>, AttributeError> {
        typed.split(';').map(|value| self.value(name, value)).collect()
    }

    /// A value as it is stored: a country by its code, a choice of the plan by
    /// its word, anything else as it was typed.
    fn value(&self, name: &str, typed: &str) -> Result<String, AttributeError> {
        let text = clean_line(typed, MAX_NAME)?;
        if name == COUNTRY {
            return Ok(country_code(&text)?);
        }
        let catalogue = self.state.catalogue();
        if let Some(field) = field_called(&catalogue, name) {
            let field = Some(field).filter(|field| field.kind == FieldKind::Choice);
            return Ok(field.and_then(|field| chosen(field, &text).ok()).unwrap_or(text));
        }
        let wanted = folded(&text);
        let is_called = |label: &Words| label.each().iter().any(|label| folded(label) == wanted);
        let choices = attribute_choices(&catalogue, name);
        Ok(choices.into_iter().find(|(_, label)| is_called(label)).map_or(text, |(word, _)| word))
    }
}

/// The attributes that a rule reads: what stands behind the point of a path.
fn read_by(rule: &Rule) -> impl Iterator<Item = &str> {
    let paths = rule.from.iter().flat_map(|source| rule.paths(source));
    paths.filter_map(|path| path.split_once('.')).map(|(_, attribute)| attribute)
}

/// The attributes of what was typed as name and values, or all that is wrong
/// with it. Given twice, an attribute has several values; `may_be_new` takes
/// names that there are not yet.
pub fn typed_attributes(
    state: &State,
    given: &[(&str, &str)],
    may_be_new: bool,
) -> Result<Attributes, Vec<AttributeError>> {
    let known = KnownAttributes::of(state);
    let mut attributes = Attributes::new();
    let mut errors = Vec::new();
    for (typed, text) in given {
        let name = if may_be_new { known.or_new(typed) } else { known.named(typed).map(str::to_owned) };
        let name = match name {
            Ok(name) => name,
            Err(error) => {
                errors.push(error);
                continue;
            }
        };
        for value in text.split(';') {
            match known.value(&name, value) {
                Ok(value) => attributes.entry(name.clone()).or_default().push(value),
                Err(error) => errors.push(error),
            }
        }
    }
    if errors.is_empty() { Ok(attributes) } else { Err(errors) }
}
