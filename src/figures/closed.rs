//! A value as it is written down when a year is closed: exact, and in words that the
//! entry holds.

use super::value::{Grades, Value};
use crate::event::{Exact, Json, Object, Precision, json_text, object};

/// The value of one indicator when a year was closed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ClosedValue {
    /// The indicator.
    pub indicator: String,
    /// What was certain; none for n/d.
    pub delivered: Option<String>,
    /// Whether it could only be more.
    pub at_least: bool,
    /// Smallest and largest possible value, where it was not certain.
    pub low: Option<String>,
    /// The largest; none when unknown.
    pub high: Option<String>,
    /// How precisely the source knew it.
    pub precision: Option<String>,
    /// Whether items contradicted a published total.
    pub contradicts: bool,
    /// How much of it was backed by a document, by an entry without, by a published
    /// total.
    pub grade: [String; 3],
}

/// The members of the three parts of a grade.
const GRADES: [&str; 3] = ["documented", "itemised", "reported"];

impl ClosedValue {
    /// A value as it is written down.
    pub fn of(indicator: &str, value: &Value) -> Self {
        let spelt = |number: &Option<Exact>| number.as_ref().map(spelt_number);
        let grade = &value.grade;
        Self {
            indicator: indicator.to_owned(),
            delivered: spelt(&value.delivered),
            at_least: value.at_least,
            low: spelt(&value.low),
            high: spelt(&value.high),
            precision: value.precision.map(|it| it.word().to_owned()),
            contradicts: value.contradicts,
            grade: [&grade.documented, &grade.itemised, &grade.reported].map(spelt_number),
        }
    }

    /// As an entry holds it: what says nothing is left out.
    pub fn to_json(&self) -> Json {
        let mut members = object([("indicator", json_text(self.indicator.as_str()))]);
        let texts = [
            ("delivered", &self.delivered),
            ("low", &self.low),
            ("high", &self.high),
            ("precision", &self.precision),
        ];
        for (name, text) in texts {
            members.extend(text.as_ref().map(|text| (name.to_owned(), json_text(text.as_str()))));
        }
        for (name, is_so) in [("atleast", self.at_least), ("contradicts", self.contradicts)] {
            members.extend(is_so.then(|| (name.to_owned(), Json::Bool(true))));
        }
        for (name, part) in GRADES.iter().zip(&self.grade).filter(|(_, part)| *part != "0") {
            members.insert((*name).to_owned(), json_text(part.as_str()));
        }
        Json::Object(members)
    }

    /// What an entry holds.
    pub(super) fn read(value: &Json) -> Option<Self> {
        let members = value.as_object()?;
        let text = |name: &str| members.get(name).and_then(Json::as_text).map(str::to_owned);
        Some(Self {
            indicator: text("indicator")?,
            delivered: text("delivered"),
            at_least: members.contains_key("atleast"),
            low: text("low"),
            high: text("high"),
            precision: text("precision"),
            contradicts: members.contains_key("contradicts"),
            grade: GRADES.map(|name| text(name).unwrap_or_else(|| "0".to_owned())),
        })
    }

    /// The value as far as it was written down.
    pub fn value(&self) -> Value {
        let [documented, itemised, reported] =
            self.grade.each_ref().map(|part| read_number(part).unwrap_or_default());
        let exact = |text: &Option<String>| text.as_deref().and_then(read_number);
        Value {
            delivered: exact(&self.delivered),
            at_least: self.at_least,
            low: exact(&self.low),
            high: exact(&self.high),
            precision: self.precision.as_deref().and_then(Precision::from_word),
            contradicts: self.contradicts,
            grade: Grades { documented, itemised, reported },
            ..Value::default()
        }
    }

    /// The number that was certain.
    pub fn exact(&self) -> Option<Exact> {
        self.delivered.as_deref().and_then(read_number)
    }
}

/// A number in its one spelling: the shortest decimal, else a ratio in lowest terms.
pub fn spelt_number(number: &Exact) -> String {
    number.to_decimal().unwrap_or_else(|| number.ratio())
}

/// A number that was spelt so.
pub fn read_number(text: &str) -> Option<Exact> {
    let Some((num, den)) = text.split_once('/') else { return text.parse().ok() };
    num.parse::<Exact>().ok()?.divided_by(&den.parse().ok()?)
}

/// The values of an array as an entry holds it.
pub(super) fn closed_values(data: &Object) -> Option<Vec<ClosedValue>> {
    data.get("values")?.as_array()?.iter().map(ClosedValue::read).collect()
}
