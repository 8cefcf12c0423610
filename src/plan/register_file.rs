//! Registers as people write them, in TOML.

use serde::Deserialize;

use super::country::{CountryError, check_country};
use super::faults::Faults;
use super::file::parse;
use super::{Attributes, BodyFact, FileTrouble, Place, PlanFileError, Words};
use crate::event::{BodyId, Citation, Day};

/// A register file.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegisterFile {
    /// Bodies to register, or whose facts change.
    #[serde(default)]
    pub body: Vec<RegisterBody>,
}

/// A body as a register file names it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegisterBody {
    /// Its id.
    #[serde(deserialize_with = "body_id")]
    pub id: BodyId,
    /// Its name, one text or one for each language.
    pub name: Option<Name>,
    /// The day of the fact.
    pub on: Option<Day>,
    /// Or the first day on which it can have been.
    pub from: Option<Day>,
    /// And the last.
    pub to: Option<Day>,
    /// Other words for it.
    #[serde(default)]
    pub synonyms: Vec<String>,
    /// What is known of it.
    #[serde(default, deserialize_with = "attributes")]
    pub attributes: Attributes,
    /// Where a source says it.
    pub citation: Option<Citation>,
}

impl RegisterBody {
    /// What it says of its body.
    pub fn fact(&self) -> BodyFact {
        BodyFact {
            name: self.name.as_ref().map(Name::words),
            synonyms: self.synonyms.clone(),
            attributes: self.attributes.clone(),
            citation: self.citation.clone(),
            ..BodyFact::default()
        }
    }
}

/// A name: the same in both languages, or one for each.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum Name {
    /// The same in both languages.
    One(String),
    /// One for each language.
    Each(Words),
}

impl Name {
    /// The name in both languages.
    pub fn words(&self) -> Words {
        match self {
            Self::One(name) => Words::both(name),
            Self::Each(words) => words.clone(),
        }
    }
}

impl RegisterFile {
    /// The register that a text spells, or all that is wrong with its shape.
    pub fn parse(text: &str) -> Result<Self, Vec<PlanFileError>> {
        parse(text).map(|(file, _)| file)
    }
}

fn body_id<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<BodyId, D::Error> {
    String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
}

fn attributes<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Attributes, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Values {
        One(String),
        Many(Vec<String>),
    }
    let written = std::collections::BTreeMap::<String, Values>::deserialize(deserializer)?;
    let values = written.into_iter().map(|(name, values)| match values {
        Values::One(value) => (name, vec![value]),
        Values::Many(values) => (name, values),
    });
    Ok(values.collect())
}

/// The bodies whose id or country is none, which are told apart from what else
/// may be wrong: these are what people most often misspell.
pub(super) fn misspelt_bodies(value: &serde_json::Value) -> Faults {
    let bodies = value.get("body").and_then(serde_json::Value::as_array);
    let bodies = bodies.map(Vec::as_slice).unwrap_or_default().iter().enumerate();
    let told = bodies.flat_map(|(index, body)| {
        let told = misspelt_id(body).into_iter().chain(misspelt_country(body));
        told.map(move |(rest, trouble)| {
            let place = ["body".to_owned(), index.to_string()].into_iter().chain(rest);
            (place.collect(), trouble)
        })
    });
    told.collect()
}

fn misspelt_id(body: &serde_json::Value) -> Option<(Place, FileTrouble)> {
    let error = body.get("id")?.as_str()?.parse::<BodyId>().err()?;
    Some((vec!["id".to_owned()], error.into()))
}

fn misspelt_country(body: &serde_json::Value) -> Option<(Place, FileTrouble)> {
    let written = body.get("attributes")?.get("country")?;
    let place = ["attributes", "country"].map(str::to_owned);
    let wrong = |code: &serde_json::Value| {
        let CountryError { typed, near } = check_country(code.as_str()?).err()?;
        Some(FileTrouble::Country { typed, near })
    };
    match written.as_array() {
        None => Some((place.to_vec(), wrong(written)?)),
        Some(codes) => codes.iter().enumerate().find_map(|(at, code)| {
            Some((place.iter().cloned().chain([at.to_string()]).collect(), wrong(code)?))
        }),
    }
}
