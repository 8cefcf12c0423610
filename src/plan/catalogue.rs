//! The catalogue: types of activity and their fields.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::indicator::is_zero;
use super::{Near, Words, nearest_of};
use crate::event::{BodyKind, MAX_DECIMALS, MAX_FIELDS, is_field_name, is_type_name, is_word};

/// A type of activity. Its next version may add optional fields or retire
/// fields; it never changes a field's meaning, kind or unit.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActivityType {
    /// Short name, without the ledger's prefix: `newsletter.sent`.
    pub id: String,
    /// From 1.
    #[serde(default = "first")]
    pub version: u32,
    /// What people read.
    pub label: Words,
    /// What it is for and when to use it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Words>,
    /// Words people use for it.
    #[serde(default, skip_serializing_if = "Synonyms::are_none")]
    pub synonyms: Option<Synonyms>,
    /// Its fields, in the order in which they are asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty", rename = "fields", alias = "field")]
    pub fields: Vec<Field>,
    /// The date field that is the counting date, instead of `occurredto`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub countson: Option<String>,
    /// The opening that an activity of this type closes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closes: Option<Closes>,
}

pub(super) const fn first() -> u32 {
    1
}

/// Words people use for a type, by language.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Synonyms {
    /// French words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fr: Vec<String>,
    /// English words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub en: Vec<String>,
}

impl Synonyms {
    /// What holds no word is not written.
    #[expect(clippy::ref_option, reason = "serde calls it with a reference")]
    fn are_none(synonyms: &Option<Self>) -> bool {
        synonyms.as_ref().is_none_or(|words| words.fr.is_empty() && words.en.is_empty())
    }
}

/// Which opening an activity closes: the last one of that type with equal key
/// fields.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closes {
    /// The opening type.
    #[serde(rename = "type")]
    pub kind: String,
    /// Fields that must be equal in both.
    pub keys: Vec<String>,
}

/// A field of a type.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// `[a-z][a-z0-9_]*`, never reused for another meaning.
    pub name: String,
    /// What values it takes.
    pub kind: FieldKind,
    /// What people read.
    pub label: Words,
    /// What belongs in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Words>,
    /// Whether an activity must have it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub required: bool,
    /// Whether it holds several values without repeats.
    #[serde(default, skip_serializing_if = "is_false")]
    pub many: bool,
    /// Whether new activities may no longer have it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub retired: bool,
    /// The words of a choice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
    /// The kinds of body that a reference may name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refers: Vec<String>,
    /// The decimals of a decimal.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub decimals: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
pub(super) const fn is_false(truth: &bool) -> bool {
    !*truth
}

/// A word of a choice.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The stored word.
    pub word: String,
    /// What people read.
    pub label: Words,
}

/// What values a field takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FieldKind {
    /// Words, at most 4,000 characters.
    Text,
    /// True or false.
    YesNo,
    /// An integer.
    Count,
    /// A number with declared decimals.
    Decimal,
    /// An amount with its currency.
    Money,
    /// A calendar day.
    Date,
    /// One of declared words.
    Choice,
    /// A body of the register.
    Reference,
    /// A value kept outside the log, encrypted under a person's key.
    Sealed,
}

impl ActivityType {
    /// Whether a next version counts on the same date and closes the same: what
    /// is recorded keeps its meaning.
    pub fn counts_like(&self, next: &Self) -> bool {
        self.countson == next.countson && self.closes == next.closes
    }

    /// Whether its words are spelled as format 1 has them, its fields differ,
    /// and what it names is there.
    pub(super) fn is_sound(&self) -> bool {
        let names: BTreeSet<&str> = self.fields.iter().map(|field| field.name.as_str()).collect();
        let dates = |name: &String| self.field(name).is_some_and(Field::is_one_date);
        let closes = |closes: &Closes| {
            is_type_name(&closes.kind)
                && !closes.keys.is_empty()
                && closes.keys.iter().all(|key| names.contains(key.as_str()))
        };
        is_type_name(&self.id)
            && self.fields.len() <= MAX_FIELDS
            && names.len() == self.fields.len()
            && self.fields.iter().all(Field::is_sound)
            && self.countson.as_ref().is_none_or(dates)
            && self.closes.as_ref().is_none_or(closes)
    }

    /// The field of this name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// All words by which people may call the type: labels, synonyms, name.
    pub fn names(&self) -> Vec<&str> {
        let synonyms = self.synonyms.iter().flat_map(|words| words.fr.iter().chain(&words.en));
        let labels = self.label.each();
        std::iter::once(self.id.as_str()).chain(labels).chain(synonyms.map(String::as_str)).collect()
    }
}

/// At most three types that people call much like what was typed.
pub fn nearest_type<'a>(typed: &str, known: impl Iterator<Item = &'a ActivityType>) -> Vec<Near> {
    let near = |kind: &ActivityType| Near { id: kind.id.clone(), label: kind.label.clone() };
    nearest_of(typed, known.map(|kind| (near(kind), kind.names())))
}

impl Field {
    /// Whether its name and its words are spelled as format 1 has them, and it
    /// has what its kind asks for and nothing else.
    fn is_sound(&self) -> bool {
        let words = self.choices.iter().all(|choice| is_word(&choice.word));
        let bodies = self.refers.iter().all(|word| BodyKind::from_word(word).is_some());
        self.is_named()
            && words
            && bodies
            && (self.kind == FieldKind::Choice) != self.choices.is_empty()
            && (self.kind == FieldKind::Reference || self.refers.is_empty())
            && (self.kind == FieldKind::Decimal || self.decimals == 0)
            && self.decimals <= MAX_DECIMALS
    }

    /// Whether its name is one: `subject` stands for what an activity is about.
    pub(super) fn is_named(&self) -> bool {
        is_field_name(&self.name) && self.name != "subject"
    }

    /// Whether it can say the one day on which an activity counts.
    pub fn is_one_date(&self) -> bool {
        self.kind == FieldKind::Date && !self.many
    }

    /// Whether an activity that does not have it yet may lack it.
    pub const fn may_lack(&self) -> bool {
        !self.required || self.retired
    }

    /// Whether what is stored of it keeps its meaning under this next version
    /// of it: the same kind of values, all choices and bodies that there were.
    pub fn is_kept_by(&self, next: &Self) -> bool {
        let word = |old: &Choice| next.choices.iter().any(|new| new.word == old.word);
        let bodies = next.refers.is_empty()
            || (!self.refers.is_empty() && self.refers.iter().all(|old| next.refers.contains(old)));
        self.kind == next.kind
            && self.many == next.many
            && self.decimals == next.decimals
            && self.choices.iter().all(word)
            && bodies
            && (!self.retired || next.retired)
    }

    /// Whether a reference may name this kind of body.
    pub fn may_refer(&self, kind: BodyKind) -> bool {
        self.refers.is_empty() || self.refers.iter().any(|word| word == kind.word())
    }
}
