//! Plans and registers as people write them, in TOML.
//!
//! The text is read three times over: by the TOML parser, which keeps where
//! everything stands; into plain values; and into our own types. So every
//! problem, of spelling or of sense, is told with its line and column.

use std::ops::Range;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::de::{DeTable, DeValue};

use super::faults::{self};
use super::file_trouble::Syntax;
use super::register_file::misspelt_bodies;
use super::standing::Standing;
use super::{ActivityType, Columns, Excerpt, FileTrouble, Indicator, List, Words};
use crate::event::Day;

/// A place in a file: a path of keys and indexes.
pub type Place = Vec<String>;

/// Why a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{trouble}")]
pub struct PlanFileError {
    /// Bytes of the text that the message is about.
    pub span: Range<usize>,
    /// The line in which they stand.
    pub excerpt: Excerpt,
    /// What is wrong there.
    pub trouble: Box<FileTrouble>,
}

impl PlanFileError {
    /// That something is wrong at places of a text that is TOML.
    pub fn all_at(text: &str, told: Vec<(Place, FileTrouble)>) -> Vec<Self> {
        let standing = DeTable::parse(text).map(|table| Standing::of(&table)).ok();
        let span = |place: &Place| {
            let standing = standing.as_ref()?;
            let key = place.last().and_then(|name| standing.find_key(place, name));
            Some(key.unwrap_or_else(|| standing.find(place)))
        };
        let error = |(place, trouble)| Self::new(text, span(&place).unwrap_or_default(), trouble);
        told.into_iter().map(error).collect()
    }

    fn new(text: &str, span: Range<usize>, trouble: FileTrouble) -> Self {
        Self { excerpt: Excerpt::of(text, &span), span, trouble: Box::new(trouble) }
    }
}

/// A plan file: what was read and where it stands.
#[derive(Debug, Clone)]
pub struct PlanFile {
    /// What was read.
    pub head: PlanHead,
    text: String,
    standing: Standing,
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

impl PlanFile {
    /// The plan that a text spells, or all that is wrong with its shape.
    pub fn parse(text: &str) -> Result<Self, Vec<PlanFileError>> {
        let (head, standing) = parse(text)?;
        Ok(Self { head, text: text.to_owned(), standing })
    }

    /// The bytes at which a place of the file stands; of its nearest holder
    /// when the place itself is absent.
    pub fn span(&self, place: &[String]) -> Range<usize> {
        self.standing.find(place)
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// What a text spells and where all of it stands, or all that is wrong with it, in
/// order. Of a text that is
/// not TOML the first fault alone is told: what follows cannot be told apart.
pub(super) fn parse<T: DeserializeOwned>(text: &str) -> Result<(T, Standing), Vec<PlanFileError>> {
    let table = DeTable::parse(text).map_err(|error| {
        let trouble = FileTrouble::Syntax(Syntax::of(error.message()));
        vec![PlanFileError::new(text, error.span().unwrap_or(0..0), trouble)]
    })?;
    let value = plain_table(table.get_ref());
    let standing = Standing::of(&table);
    let told = misspelt_bodies(&value);
    let read = faults::read(value, told).map_err(|faults| {
        let error = |(place, trouble): (Place, FileTrouble)| {
            let named = match &trouble {
                FileTrouble::UnknownName { name, .. } => standing.find_key(&place, name),
                _ => None,
            };
            PlanFileError::new(text, named.unwrap_or_else(|| standing.find(&place)), trouble)
        };
        let mut errors: Vec<PlanFileError> = faults.into_iter().map(error).collect();
        errors.sort_by_key(|error| error.span.start);
        errors
    })?;
    Ok((read, standing))
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
