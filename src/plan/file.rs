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

use super::faults::{self};
use super::file_trouble::Syntax;
use super::register_file::misspelt_bodies;
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
    /// That something is wrong at a place of a text that is TOML.
    pub fn at(text: &str, place: &[String], trouble: FileTrouble) -> Self {
        let span = DeTable::parse(text).map_or(0..0, |table| {
            let key = place.last().and_then(|name| find_key(&table, place, name));
            key.unwrap_or_else(|| find(&table, place))
        });
        Self::new(text, span, trouble)
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

/// What a text spells, or all that is wrong with it, in order. Of a text that is
/// not TOML the first fault alone is told: what follows cannot be told apart.
pub(super) fn parse<T: DeserializeOwned>(text: &str) -> Result<T, Vec<PlanFileError>> {
    let table = DeTable::parse(text).map_err(|error| {
        let trouble = FileTrouble::Syntax(Syntax::of(error.message()));
        vec![PlanFileError::new(text, error.span().unwrap_or(0..0), trouble)]
    })?;
    let value = plain_table(table.get_ref());
    let told = misspelt_bodies(&value);
    faults::read(value, told).map_err(|faults| {
        let error = |(place, trouble): (Place, FileTrouble)| {
            let named = match &trouble {
                FileTrouble::UnknownName { name, .. } => find_key(&table, &place, name),
                _ => None,
            };
            PlanFileError::new(text, named.unwrap_or_else(|| find(&table, &place)), trouble)
        };
        let mut errors: Vec<PlanFileError> = faults.into_iter().map(error).collect();
        errors.sort_by_key(|error| error.span.start);
        errors
    })
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

/// The bytes of a name in the table at a place, which may end with the name.
fn find_key(table: &Spanned<DeTable<'_>>, place: &[String], name: &str) -> Option<Range<usize>> {
    let place = place.strip_suffix(&[name.to_owned()]).unwrap_or(place);
    let key_of =
        |table: &DeTable<'_>| table.iter().find(|(key, _)| key.get_ref() == name).map(|(key, _)| key.span());
    let Some((first, rest)) = place.split_first() else { return key_of(table.get_ref()) };
    let (_, value) = table.get_ref().iter().find(|(key, _)| key.get_ref() == first)?;
    key_of(table_at(value.get_ref(), rest)?)
}

/// The table at a place within a value.
fn table_at<'a, 'de>(value: &'a DeValue<'de>, place: &[String]) -> Option<&'a DeTable<'de>> {
    match (value, place.split_first()) {
        (DeValue::Table(table), None) => Some(table),
        (DeValue::Table(table), Some((first, rest))) => {
            let (_, value) = table.iter().find(|(key, _)| key.get_ref() == first)?;
            table_at(value.get_ref(), rest)
        }
        (DeValue::Array(items), Some((first, rest))) => {
            table_at(items.get(first.parse::<usize>().ok()?)?.get_ref(), rest)
        }
        _ => None,
    }
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
