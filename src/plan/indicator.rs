//! Objectives, groups, indicators, targets and lists.

use serde::{Deserialize, Serialize};

use super::catalogue::first;
use super::{Near, Rule, Words, folded, nearest_of};
use crate::event::{Citation, Currency, Exact, MAX_DECIMALS, is_definition_id};

/// A strategic objective.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Objective {
    /// Its id.
    pub id: String,
    /// From 1.
    #[serde(default = "first")]
    pub version: u32,
    /// The organisation's own numbering.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// What people read.
    pub label: Words,
}

/// A group of rows, under an objective or supplementary.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Its id.
    pub id: String,
    /// From 1.
    #[serde(default = "first")]
    pub version: u32,
    /// The objective it stands under; none for a supplementary group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objective: Option<String>,
    /// What people read.
    pub label: Words,
    /// Ids of its indicators in order.
    pub rows: Vec<String>,
    /// The rows in the group's mean; all when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mean: Option<Vec<String>>,
}

impl Group {
    /// Whether all ids are spelled as format 1 has them.
    pub(super) fn is_sound(&self) -> bool {
        let rows = self.rows.iter().chain(self.mean.iter().flatten());
        let ids = rows.chain([&self.id]).chain(&self.objective);
        !self.rows.is_empty() && ids.into_iter().all(|id| is_definition_id(id))
    }
}

/// An indicator and its rule.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Its id, of one meaning in the whole ledger.
    pub id: String,
    /// From 1.
    #[serde(default = "first")]
    pub version: u32,
    /// A label that consecutive rows share.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<Words>,
    /// What people read.
    pub label: Words,
    /// What is counted, in words; for money the currency stands instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Words>,
    /// The currency of an indicator in money.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// Decimals shown.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub decimals: u32,
    /// Whether more is better.
    #[serde(default, skip_serializing_if = "Direction::is_up")]
    pub direction: Direction,
    /// How its value is made.
    pub rule: Rule,
    /// Where the rule comes from.
    pub status: Status,
    /// What the rule supposes, and why, for a reader.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Words>,
    /// Decimals of the percentage.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub percentdecimals: u32,
    /// When given: percentage = (delivered − baseline) / (target − baseline).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Number>,
    /// Who answers for the value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Words>,
    /// Where its data come from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Words>,
    /// How often it is reported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frequency: Option<Words>,
    /// Who approved the rule, by office, and on which day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved: Option<super::Approval>,
    /// In plan files only: the target, which becomes an entry of its own.
    #[serde(default, skip_serializing)]
    pub target: Option<Number>,
    /// In plan files only: why the target was revised.
    #[serde(default, skip_serializing)]
    pub targetreason: Option<Words>,
    /// Where the indicator is printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub citation: Option<Citation>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
pub(super) const fn is_zero(number: &u32) -> bool {
    *number == 0
}

/// The unit of an indicator's values.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit<'a> {
    /// Money in a currency, by code.
    Money(&'a str),
    /// Percent.
    Percent,
    /// What is counted, in words.
    Words(&'a Words),
    /// A bare number.
    Number,
}

impl Indicator {
    /// Whether its words are spelled as format 1 has them.
    pub(super) fn is_sound(&self) -> bool {
        is_definition_id(&self.id)
            && self.currency.as_ref().is_none_or(|code| code.parse::<Currency>().is_ok())
            && self.decimals <= MAX_DECIMALS
            && self.percentdecimals <= MAX_DECIMALS
            && self.rule.is_sound()
    }

    /// What it is called outside its table, where no heading stands above it:
    /// its heading tells rows of one label apart.
    pub fn title(&self) -> Words {
        let title = |language: fn(&Words) -> &str| match &self.heading {
            Some(heading) => format!("{} — {}", language(heading), language(&self.label)),
            None => language(&self.label).to_owned(),
        };
        Words { fr: title(|it| &it.fr), en: title(|it| &it.en) }
    }

    /// Whether its value is what was reported of it: its rule draws on no type,
    /// as in a plan that was made of a table.
    pub const fn is_as_reported(&self) -> bool {
        self.rule.from.is_empty() && matches!(self.rule.kind, super::Kind::Latest | super::Kind::Sum)
    }

    /// It, as it is offered in place of what was typed.
    pub fn near(&self) -> Near {
        Near { id: self.id.clone(), label: self.title() }
    }

    fn names(&self) -> Vec<String> {
        let whole = self.title();
        vec![self.label.fr.clone(), self.label.en.clone(), whole.fr, whole.en]
    }

    /// The unit of its values.
    pub fn unit(&self) -> Unit<'_> {
        match (&self.currency, &self.unit) {
            (Some(code), _) => Unit::Money(code),
            (None, Some(words)) if words.en == "%" => Unit::Percent,
            (None, Some(words)) => Unit::Words(words),
            (None, None) if self.rule.kind == super::Kind::Share => Unit::Percent,
            (None, None) => Unit::Number,
        }
    }
}

/// At most three indicators whose ids or labels are like what was typed.
pub fn nearest_indicator<'a>(typed: &str, known: impl Iterator<Item = &'a Indicator>) -> Vec<Near> {
    nearest_of(typed, known.map(|it| (it.near(), vec![it.id.as_str(), &it.label.fr, &it.label.en])))
}

/// The indicators that are called so in either language, with the heading
/// before the label or without.
pub fn indicators_called<'a>(typed: &str, known: impl Iterator<Item = &'a Indicator>) -> Vec<&'a Indicator> {
    let typed = folded(typed);
    let known: Vec<&'a Indicator> = known.collect();
    let called = |folded: &dyn Fn(&str) -> String| -> Vec<&'a Indicator> {
        known.iter().filter(|it| it.names().iter().any(|name| folded(name) == typed)).copied().collect()
    };
    let found = called(&folded);
    if found.is_empty() { called(&without_number) } else { found }
}

/// A label without the number that many tables put before it.
fn without_number(name: &str) -> String {
    let folded = folded(name);
    let is_number = |word: &&str| word.chars().all(char::is_numeric);
    folded.split(' ').skip_while(is_number).collect::<Vec<_>>().join(" ")
}

/// Whether more is better.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// More is better.
    #[default]
    Up,
    /// Less is better.
    Down,
}

impl Direction {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
    fn is_up(&self) -> bool {
        *self == Self::Up
    }
}

/// Where a rule comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, PartialOrd, Ord)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// The source prints it.
    Printed,
    /// The recorder supposes it.
    Supposed,
    /// The organisation confirmed it.
    Confirmed,
}

impl Status {
    /// The stored word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Printed => "printed",
            Self::Supposed => "supposed",
            Self::Confirmed => "confirmed",
        }
    }
}

/// The target of an indicator. A revised target is a next version; the one
/// before keeps standing beside it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// The indicator's id.
    pub id: String,
    /// From 1.
    #[serde(default = "first")]
    pub version: u32,
    /// A number in the indicator's unit.
    pub value: Number,
    /// Why it was revised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Words>,
}

/// A decimal number, kept as its text; plan files may write it without
/// quotation marks.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(try_from = "WrittenNumber", into = "String")]
pub struct Number(String);

#[derive(Deserialize)]
#[serde(untagged)]
enum WrittenNumber {
    Text(String),
    Integer(i64),
}

impl TryFrom<WrittenNumber> for Number {
    type Error = crate::event::NumberError;

    fn try_from(written: WrittenNumber) -> Result<Self, Self::Error> {
        let text = match written {
            WrittenNumber::Text(text) => text,
            WrittenNumber::Integer(number) => number.to_string(),
        };
        text.parse::<Exact>().map(|_| Self(text))
    }
}

impl From<Number> for String {
    fn from(number: Number) -> Self {
        number.0
    }
}

impl Number {
    /// The number itself.
    pub fn exact(&self) -> Exact {
        // The text was a decimal when the number was made.
        self.0.parse().unwrap_or_else(|_| Exact::zero())
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A named list of values, such as a group of countries.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Its id.
    pub id: String,
    /// From 1.
    #[serde(default = "first")]
    pub version: u32,
    /// Which edition of the list.
    pub edition: String,
    /// What people read.
    pub label: Words,
    /// Its members, as attributes spell them.
    pub members: Vec<String>,
    /// Who draws it up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}
