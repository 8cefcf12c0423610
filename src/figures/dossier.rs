//! What the entries that name a body say together: who stands beside it, and
//! how much money of which kind they state.

use std::collections::{BTreeMap, BTreeSet};

use super::filter::Filter;
use super::record::{Content, Record, Version};
use super::state::State;
use crate::event::{BodyId, Exact, Json};

/// What the entries that name a body say together.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Dossier<'a> {
    /// The entries that stand, in order.
    pub records: Vec<&'a Record>,
    /// The other bodies that they name, each with how many of them do.
    pub beside: BTreeMap<BodyId, usize>,
    /// Sums of stated amounts: by type, field and currency.
    pub money: BTreeMap<Stated, Sum>,
}

/// A kind of amount.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Stated {
    /// The type of activity.
    pub kind: String,
    /// The field.
    pub field: String,
    /// The currency, by code.
    pub currency: String,
}

/// Amounts together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sum {
    /// Their sum.
    pub amount: Exact,
    /// How many there are.
    pub count: usize,
}

/// What the entries that name a body say together.
pub fn dossier<'a>(state: &'a State, body: &BodyId) -> Dossier<'a> {
    let filter = Filter { bodies: vec![body.clone()] };
    let own = state.register().canonical(body);
    let mut dossier = Dossier::default();
    for record in state.records() {
        let Ok(version) = record.standing(false) else { continue };
        if !filter.passes(state.register(), version) {
            continue;
        }
        dossier.records.push(record);
        for other in named(state, version).into_iter().filter(|it| it != own) {
            *dossier.beside.entry(other).or_default() += 1;
        }
        dossier.add_money(record, version);
    }
    dossier
}

impl Dossier<'_> {
    fn add_money(&mut self, record: &Record, version: &Version) {
        let Content::Activity(activity) = &version.content else { return };
        for (field, value) in &activity.fields {
            let text = |name: &str| value.as_object()?.get(name).and_then(Json::as_text);
            let (Some(amount), Some(currency)) = (text("amount"), text("currency")) else { continue };
            let Ok(amount) = amount.parse::<Exact>() else { continue };
            let stated =
                Stated { kind: record.kind.to_string(), field: field.clone(), currency: currency.to_owned() };
            let sum = self.money.entry(stated).or_insert(Sum { amount: Exact::zero(), count: 0 });
            sum.amount = sum.amount.clone() + amount;
            sum.count += 1;
        }
    }
}

/// The bodies that a version names, each once, under the id that is kept.
fn named(state: &State, version: &Version) -> BTreeSet<BodyId> {
    let Content::Activity(activity) = &version.content else {
        return version.subject.iter().cloned().collect();
    };
    let texts = activity.fields.values().flat_map(|value| match value {
        Json::Array(items) => items.iter().filter_map(Json::as_text).collect::<Vec<_>>(),
        one => one.as_text().into_iter().collect(),
    });
    let bodies = texts.filter_map(|text| text.parse::<BodyId>().ok());
    let known = bodies.chain(version.subject.clone()).filter(|id| state.register().get(id).is_some());
    known.map(|id| state.register().canonical(&id).clone()).collect()
}
