//! Plans and registers as people write them, in TOML.
//!
//! The text is read three times over: by the TOML parser, which keeps where
//! everything stands; into plain values; and into our own types. So every
//! problem, of spelling or of sense, is told with its line and column.

use std::ops::Range;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{ActivityType, Attributes, Columns, Indicator, List, Words};
use crate::event::{BodyId, Citation, Day, IdError};

/// A place in a file: a path of keys and indexes.
pub type Place = Vec<String>;

/// Why a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{cause}")]
pub struct PlanFileError {
    /// Bytes of the text that the message is about.
    pub span: Range<usize>,
    /// At which step of reading.
    pub step: ReadingStep,
    /// What is wrong, in the parser's English.
    pub cause: String,
}

/// A step of reading a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadingStep {
    /// The text is not TOML.
    Syntax,
    /// It is TOML, but not what a file of this kind holds.
    Shape,
    /// A body of a register file has no id of the register.
    Body(IdError),
}

/// A plan file: what was read and where it stands.
#[derive(Debug, Clone)]
pub struct PlanFile {
    /// What was read.
    pub head: PlanHead,
    text: String,
}

/// What a plan file may hold.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanHead {
    /// The plan's id; absent from a file that holds a catalogue only.
    pub plan: Option<String>,
    /// What people read.
    pub label: Option<Words>,
    /// First day in force.
    pub inforce: Option<Day>,
    /// Last day of its fiscal year, `MM-DD`.
    pub fiscalyearend: Option<String>,
    /// The office that approved it.
    pub approver: Option<Words>,
    /// Types that count only once approved.
    #[serde(default)]
    pub approval: Vec<String>,
    /// Said once with every output.
    pub notice: Option<Words>,
    /// Column heads.
    pub columns: Option<Columns>,
    /// Lists.
    #[serde(default)]
    pub list: Vec<List>,
    /// Activity types.
    #[serde(default, rename = "type")]
    pub types: Vec<ActivityType>,
    /// Objectives with their groups.
    #[serde(default)]
    pub objective: Vec<FileObjective>,
    /// Supplementary groups.
    #[serde(default)]
    pub group: Vec<FileGroup>,
    /// Indicators in no group.
    #[serde(default)]
    pub indicator: Vec<Indicator>,
}

impl PlanHead {
    /// Two files read as one: what the later one says of the plan itself
    /// holds, and its definitions follow.
    #[must_use]
    pub fn joined(mut self, mut later: Self) -> Self {
        self.list.append(&mut later.list);
        self.types.append(&mut later.types);
        self.objective.append(&mut later.objective);
        self.group.append(&mut later.group);
        self.indicator.append(&mut later.indicator);
        self.approval.append(&mut later.approval);
        Self {
            plan: later.plan.or(self.plan),
            label: later.label.or(self.label),
            inforce: later.inforce.or(self.inforce),
            fiscalyearend: later.fiscalyearend.or(self.fiscalyearend),
            approver: later.approver.or(self.approver),
            notice: later.notice.or(self.notice),
            columns: later.columns.or(self.columns),
            ..self
        }
    }
}

/// An objective with its groups.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileObjective {
    /// Its id.
    pub id: String,
    /// The organisation's own numbering.
    pub number: Option<String>,
    /// What people read.
    pub label: Words,
    /// Its groups.
    #[serde(default)]
    pub group: Vec<FileGroup>,
}

/// A group with its indicators.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileGroup {
    /// Its id.
    pub id: String,
    /// What people read.
    pub label: Words,
    /// The rows in the mean; all when absent.
    pub mean: Option<Vec<String>>,
    /// Its rows.
    #[serde(default)]
    pub indicator: Vec<Indicator>,
}

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

impl PlanFile {
    /// The plan that a text spells.
    pub fn parse(text: &str) -> Result<Self, PlanFileError> {
        Ok(Self { head: parse(text)?, text: text.to_owned() })
    }

    /// The bytes at which a place of the file stands; of its nearest holder
    /// when the place itself is absent.
    pub fn span(&self, place: &[String]) -> Range<usize> {
        DeTable::parse(&self.text).map_or(0..0, |table| find(&table, place))
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl RegisterFile {
    /// The register that a text spells.
    pub fn parse(text: &str) -> Result<Self, PlanFileError> {
        parse(text)
    }
}

/// The first body whose id is none, which is told apart from what else may be
/// wrong: ids are what people most often misspell.
fn misspelt_body(value: &serde_json::Value) -> Option<(Place, IdError)> {
    let bodies = value.get("body")?.as_array()?;
    let ids = bodies.iter().map(|body| body.get("id").and_then(serde_json::Value::as_str));
    ids.enumerate().find_map(|(index, id)| {
        let error = id?.parse::<BodyId>().err()?;
        Some((vec!["body".to_owned(), index.to_string(), "id".to_owned()], error))
    })
}

fn parse<T: DeserializeOwned>(text: &str) -> Result<T, PlanFileError> {
    let table = DeTable::parse(text).map_err(|error| PlanFileError {
        span: error.span().unwrap_or(0..0),
        step: ReadingStep::Syntax,
        cause: error.message().to_owned(),
    })?;
    let value = plain_table(table.get_ref());
    if let Some((place, error)) = misspelt_body(&value) {
        let (span, cause) = (find(&table, &place), error.to_string());
        return Err(PlanFileError { span, step: ReadingStep::Body(error), cause });
    }
    serde_path_to_error::deserialize(value).map_err(|error| {
        let place: Place = error.path().iter().filter_map(step).collect();
        let cause = error.inner().to_string();
        PlanFileError { span: find(&table, &place), step: ReadingStep::Shape, cause }
    })
}

fn step(segment: &serde_path_to_error::Segment) -> Option<String> {
    use serde_path_to_error::Segment;
    match segment {
        Segment::Seq { index } => Some(index.to_string()),
        Segment::Map { key } => Some(key.clone()),
        Segment::Enum { .. } | Segment::Unknown => None,
    }
}

/// Plain values: dates and fractions become their text, so that a plan may
/// write `2021-01-01` and `0.5` with or without quotation marks.
fn plain(value: &DeValue<'_>) -> serde_json::Value {
    match value {
        DeValue::String(text) => text.as_ref().into(),
        DeValue::Integer(number) => {
            let parsed = i64::from_str_radix(number.as_str(), number.radix());
            parsed.map_or_else(|_| number.as_str().into(), Into::into)
        }
        DeValue::Float(number) => number.as_str().into(),
        DeValue::Boolean(truth) => (*truth).into(),
        DeValue::Datetime(time) => time.to_string().into(),
        DeValue::Array(items) => items.iter().map(|item| plain(item.get_ref())).collect(),
        DeValue::Table(table) => plain_table(table),
    }
}

fn plain_table(table: &DeTable<'_>) -> serde_json::Value {
    let pairs = table.iter().map(|(key, value)| (key.get_ref().to_string(), plain(value.get_ref())));
    serde_json::Value::Object(pairs.collect())
}

fn find(table: &Spanned<DeTable<'_>>, place: &[String]) -> Range<usize> {
    let Some((first, rest)) = place.split_first() else {
        return table.span();
    };
    let entry = table.get_ref().iter().find(|(key, _)| key.get_ref() == first);
    entry.map_or_else(|| table.span(), |(key, value)| find_value(key.span(), value, rest))
}

fn find_value(key: Range<usize>, value: &Spanned<DeValue<'_>>, place: &[String]) -> Range<usize> {
    let Some((first, rest)) = place.split_first() else {
        return if matches!(value.get_ref(), DeValue::Table(_)) { key } else { value.span() };
    };
    match value.get_ref() {
        DeValue::Array(items) => {
            let item = first.parse::<usize>().ok().and_then(|index| items.get(index));
            item.map_or(key, |item| find_value(item.span(), item, rest))
        }
        DeValue::Table(table) => {
            let entry = table.iter().find(|(name, _)| name.get_ref() == first);
            entry.map_or_else(|| value.span(), |(name, value)| find_value(name.span(), value, rest))
        }
        _ => value.span(),
    }
}
