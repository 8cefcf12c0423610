//! What the entries that name a body say together: who stands beside it, how
//! much money of which kind they state, its deliverables, and what is told of it
//! in words.

use std::collections::{BTreeMap, BTreeSet};

use super::filter::Filter;
use super::reads::latest_indicators;
use super::record::{Content, Record, Version};
use super::state::State;
use crate::event::{BodyId, BodyKind, Exact, Json};
use crate::plan::{ActivityType, FieldKind, Kind};

/// What the entries that name a body say together.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Dossier<'a> {
    /// The entries that stand, in order.
    pub records: Vec<&'a Record>,
    /// The other bodies that they name, each with how many of them do.
    pub beside: BTreeMap<BodyId, usize>,
    /// Sums of stated amounts: by type, field and currency.
    pub money: BTreeMap<Stated, Sum>,
    /// Those of the entries that are about deliverables: their types have a field
    /// that names one.
    pub deliverables: Vec<&'a Record>,
    /// Those that tell of it in words, by type.
    pub told: Vec<Told<'a>>,
}

/// What entries of a type tell of a body in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Told<'a> {
    /// The type.
    pub kind: &'a ActivityType,
    /// The entries, in order.
    pub records: Vec<&'a Record>,
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
        for other in bodies_named(state, version).into_iter().filter(|it| it != own) {
            *dossier.beside.entry(other).or_default() += 1;
        }
        dossier.add_money(record, version);
    }
    dossier.sort_out(state, body.kind());
    dossier
}

/// Whether entries of a type tell in words of bodies of a kind: a row in words
/// draws on them, or the type requires both a body of that kind and a text.
fn tells_of(state: &State, kind: &ActivityType, of: BodyKind) -> bool {
    let in_words = latest_indicators(state).into_iter().filter(|it| it.rule.kind == Kind::Narrative);
    let mut sources = in_words.flat_map(|it| &it.rule.from);
    let requires = |is: &dyn Fn(&crate::plan::Field) -> bool| {
        kind.fields.iter().any(|field| field.required && !field.retired && is(field))
    };
    let refers = refers_to(of);
    sources.any(|source| source.kind == kind.id)
        || requires(&refers) && requires(&|field| field.kind == FieldKind::Text)
}

/// Whether a field may name a body of a kind.
fn refers_to(kind: BodyKind) -> impl Fn(&crate::plan::Field) -> bool {
    move |field| field.kind == FieldKind::Reference && field.refers.iter().any(|it| it == kind.word())
}

/// A version without naming a body in its fields and as its subject: what is said
/// of it where the body is named already.
pub fn apart_from(state: &State, version: &Version, body: &BodyId) -> Version {
    let own = state.register().canonical(body);
    let is_own = |id: &BodyId| state.register().canonical(id) == own;
    let names_it = |value: &Json| {
        let id = value.as_text().and_then(|text| text.parse::<BodyId>().ok());
        id.is_some_and(|id| is_own(&id))
    };
    let mut version = version.clone();
    version.subject = version.subject.filter(|it| !is_own(it));
    if let Content::Activity(activity) = &mut version.content {
        let others =
            std::mem::take(&mut activity.fields).into_iter().filter_map(|(name, value)| match value {
                Json::Array(mut items) => {
                    items.retain(|item| !names_it(item));
                    (!items.is_empty()).then_some((name, Json::Array(items)))
                }
                one => (!names_it(&one)).then_some((name, one)),
            });
        activity.fields = others.collect();
    }
    version
}

impl<'a> Dossier<'a> {
    /// Which of its entries are about deliverables, and which tell in words.
    fn sort_out(&mut self, state: &'a State, of: BodyKind) {
        let names_deliverables = refers_to(BodyKind::Deliverable);
        for kind in state.catalogue() {
            let of_kind = || self.records.iter().copied().filter(|record| *record.kind == *kind.id);
            let records: Vec<&Record> = of_kind().collect();
            if records.is_empty() {
                continue;
            }
            if kind.fields.iter().any(&names_deliverables) {
                self.deliverables.extend(&records);
            }
            if tells_of(state, kind, of) {
                self.told.push(Told { kind, records });
            }
        }
        self.deliverables.sort_by_key(|record| record.sequence);
    }

    fn add_money(&mut self, record: &Record, version: &Version) {
        for (field, currency, amount) in stated_money(version) {
            let (kind, field) = (record.kind.to_string(), field.to_owned());
            let stated = Stated { kind, field, currency: currency.to_owned() };
            let sum = self.money.entry(stated).or_insert(Sum { amount: Exact::zero(), count: 0 });
            sum.amount = sum.amount.clone() + amount;
            sum.count += 1;
        }
    }
}

/// The amounts of money that a version states: of an activity by the names of its
/// fields, of a published total under `value`; each with its currency.
pub fn stated_money(version: &Version) -> Vec<(&str, &str, Exact)> {
    let fields: Vec<(&str, &Json)> = match &version.content {
        Content::Activity(activity) => {
            activity.fields.iter().map(|(name, value)| (name.as_str(), value)).collect()
        }
        Content::Total(total) => vec![("value", &total.value)],
    };
    let money = fields.into_iter().filter_map(|(field, value)| {
        let text = |name: &str| value.as_object()?.get(name).and_then(Json::as_text);
        let (amount, currency) = (text("amount")?, text("currency")?);
        Some((field, currency, amount.parse().ok()?))
    });
    money.collect()
}

/// The bodies that a version names, each once, under the id that is kept.
pub fn bodies_named(state: &State, version: &Version) -> BTreeSet<BodyId> {
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
