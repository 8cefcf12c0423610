//! What draws a sample: of which value, as known when, and how. It is stored and
//! stands in working papers as one object, so that the same items are drawn again.

use crate::event::{BodyId, Day, Exact, Hash, Json, Object, SampleMethod, json_text, object};
use crate::figures::filter::Filter;

/// How items are drawn.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Selection {
    /// The way of drawing.
    pub method: SampleMethod,
    /// How many items, beside those that are all taken.
    pub items: u64,
    /// What decides which: a text that the auditor chooses.
    pub seed: String,
    /// All items of a larger amount are taken.
    pub above: Option<Exact>,
}

impl Selection {
    /// Whether amounts have a say in what is drawn.
    pub fn is_by_amount(&self) -> bool {
        self.method == SampleMethod::Monetary || self.above.is_some()
    }
}

/// A sample by what draws it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sampling {
    /// The indicator whose value it is of.
    pub indicator: String,
    /// The date of the value.
    pub as_at: Day,
    /// How many entries were known.
    pub size: u64,
    /// Hash of the last of them.
    pub head: Hash,
    /// The plan that ruled.
    pub plan: String,
    /// Its version.
    pub version: u32,
    /// The bodies that entries had to name.
    pub filter: Filter,
    /// How its items are drawn.
    pub selection: Selection,
}

impl Sampling {
    /// The stored form.
    pub fn to_data(&self) -> Object {
        let Selection { method, items, seed, above } = &self.selection;
        let mut data = object([
            ("asat", json_text(self.as_at.to_string())),
            ("head", json_text(self.head.to_string())),
            ("indicator", json_text(&self.indicator)),
            ("items", whole(*items)),
            ("method", json_text(method.word())),
            ("plan", json_text(&self.plan)),
            ("seed", json_text(seed)),
            ("size", whole(self.size)),
            ("version", Json::Int(self.version.into())),
        ]);
        let above = above.as_ref().and_then(Exact::to_decimal);
        above.map(|above| data.insert("above".into(), json_text(above)));
        if !self.filter.is_empty() {
            let bodies = self.filter.bodies.iter().map(|body| json_text(body.as_str())).collect();
            data.insert("filter".into(), Json::Array(bodies));
        }
        data
    }

    /// The sample of a stored form.
    pub fn read(data: &Object) -> Option<Self> {
        let word = |name: &str| data.get(name).and_then(Json::as_text);
        let number = |name: &str| u64::try_from(data.get(name)?.as_int()?).ok();
        let above = match word("above") {
            None => None,
            Some(text) => Some(text.parse().ok()?),
        };
        let bodies: Option<Vec<BodyId>> = match data.get("filter") {
            None => Some(vec![]),
            Some(items) => items.as_array()?.iter().map(|it| it.as_text()?.parse().ok()).collect(),
        };
        Some(Self {
            indicator: word("indicator")?.to_owned(),
            as_at: word("asat")?.parse().ok()?,
            size: number("size")?,
            head: word("head")?.parse().ok()?,
            plan: word("plan")?.to_owned(),
            version: u32::try_from(number("version")?).ok()?,
            filter: Filter { bodies: bodies? },
            selection: Selection {
                method: SampleMethod::from_word(word("method")?)?,
                items: number("items")?,
                seed: word("seed")?.to_owned(),
                above,
            },
        })
    }
}

fn whole(number: u64) -> Json {
    Json::Int(i64::try_from(number).unwrap_or(i64::MAX))
}
