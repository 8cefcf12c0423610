//! What of the ledger is looked at, and which of it a row may be.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::ListRow;
use super::criteria::apart;
use crate::event::{BodyId, EntryId, Exact, Json, Period};
use crate::figures::{Content, Record, State, Version};
use crate::plan::{FieldKind, folded};

/// An entry that a row of a list may be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LedgerItem {
    /// Its id.
    pub id: EntryId,
    /// Its place.
    pub sequence: u64,
    /// Within which days it happened.
    pub occurred: Period,
    /// The amounts that it states.
    pub amounts: Vec<Exact>,
    /// The bodies that it names.
    pub bodies: BTreeSet<BodyId>,
    /// All names of those, and its texts.
    pub names: Vec<String>,
}

/// The items of entries that stand, in order; what a value counts of one comes first
/// among its amounts.
pub fn ledger_items<'a>(
    state: &State,
    records: impl Iterator<Item = (&'a Record, Option<Exact>)>,
) -> Vec<LedgerItem> {
    let mut items: Vec<LedgerItem> = records
        .filter_map(|(record, counted)| Some(item(state, record, record.standing(false).ok()?, counted)))
        .collect();
    items.sort_by_key(|item| item.sequence);
    items
}

fn item(state: &State, record: &Record, version: &Version, counted: Option<Exact>) -> LedgerItem {
    let mut item = LedgerItem {
        id: record.id,
        sequence: record.sequence,
        occurred: version.occurred,
        amounts: counted.into_iter().collect(),
        bodies: BTreeSet::new(),
        names: Vec::new(),
    };
    version.subject.iter().for_each(|body| item.name(state, body));
    match &version.content {
        Content::Total(total) => item.amounts.extend(numbers(&total.value)),
        Content::Activity(activity) => {
            let fields = state.activity_type(&record.kind).map_or(&[][..], |kind| &kind.fields);
            for field in fields {
                let Some(value) = activity.fields.get(&field.name) else { continue };
                each(value).for_each(|value| item.take(state, field.kind, value));
            }
            item.names.extend(activity.note.iter().cloned());
        }
    }
    item
}

/// The values of a field that may hold many.
fn each(value: &Json) -> std::slice::Iter<'_, Json> {
    match value {
        Json::Array(items) => items.iter(),
        one => std::slice::from_ref(one).iter(),
    }
}

impl LedgerItem {
    fn take(&mut self, state: &State, kind: FieldKind, value: &Json) {
        match kind {
            FieldKind::Count | FieldKind::Decimal | FieldKind::Money => self.amounts.extend(numbers(value)),
            FieldKind::Text => self.names.extend(value.as_text().map(str::to_owned)),
            FieldKind::Reference => {
                if let Some(body) = value.as_text().and_then(|text| text.parse().ok()) {
                    self.name(state, &body);
                }
            }
            _ => {}
        }
    }

    /// Takes up a body, with all names that it ever had.
    fn name(&mut self, state: &State, body: &BodyId) {
        let register = state.register();
        let kept = register.canonical(body);
        if self.bodies.insert(kept.clone()) {
            let named = [register.get(kept), register.get(body)].into_iter().flatten();
            self.names.extend(named.flat_map(|it| it.names()).map(str::to_owned));
        }
    }
}

/// The numbers that a value states: that of an amount, and what it was converted to.
fn numbers(value: &Json) -> Vec<Exact> {
    let text = |value: &Json| value.as_text().and_then(|text| text.parse().ok());
    match value {
        Json::Int(number) => vec![Exact::from(*number)],
        Json::Object(members) => {
            let own = ["amount", "value"].into_iter().filter_map(|name| members.get(name));
            let converted =
                members.get("converted").and_then(Json::as_object).and_then(|it| it.get("amount"));
            own.chain(converted).flat_map(numbers).collect()
        }
        other => text(other).into_iter().collect(),
    }
}

/// The pairs of a row and an item that are worth comparing: near in time, of one
/// amount or of one name; where a row states no date and no amount, it and all items.
pub(super) fn candidates(rows: &[ListRow], items: &[LedgerItem], days: u32) -> BTreeSet<(usize, usize)> {
    let places = Places::of(items);
    let mut pairs = BTreeSet::new();
    for (at, row) in rows.iter().enumerate() {
        let mut add = |item: usize| {
            pairs.insert((at, item));
        };
        if let Some(id) = row.id {
            places.ids.get(&id).into_iter().for_each(|item| add(*item));
            continue;
        }
        if row.days.is_none() && row.amount.is_none() {
            (0..items.len()).for_each(&mut add);
            continue;
        }
        let same_amount = row.amount.iter().filter_map(|amount| places.amounts.get(amount)).flatten();
        same_amount.for_each(|item| add(*item));
        let named = row.names.iter().filter_map(|name| places.names.get(&folded(name))).flatten();
        named.for_each(|item| add(*item));
        let body = row.body.iter().filter_map(|body| places.bodies.get(body)).flatten();
        body.for_each(|item| add(*item));
        if let Some(listed) = row.days {
            let near = |item: &&usize| apart(listed, items[**item].occurred) <= days;
            places.in_time(listed, days).filter(near).for_each(|item| add(*item));
        }
    }
    pairs
}

/// Where items are found.
struct Places<'i> {
    ids: HashMap<EntryId, usize>,
    amounts: HashMap<&'i Exact, Vec<usize>>,
    names: HashMap<String, Vec<usize>>,
    bodies: HashMap<&'i BodyId, Vec<usize>>,
    /// By their first day; and the longest of their periods, in days.
    by_day: BTreeMap<crate::event::Day, Vec<usize>>,
    longest: i64,
}

impl<'i> Places<'i> {
    fn of(items: &'i [LedgerItem]) -> Self {
        let mut places = Self {
            ids: HashMap::new(),
            amounts: HashMap::new(),
            names: HashMap::new(),
            bodies: HashMap::new(),
            by_day: BTreeMap::new(),
            longest: 0,
        };
        for (at, item) in items.iter().enumerate() {
            places.ids.insert(item.id, at);
            item.amounts.iter().for_each(|it| places.amounts.entry(it).or_default().push(at));
            item.names.iter().for_each(|it| places.names.entry(folded(it)).or_default().push(at));
            item.bodies.iter().for_each(|it| places.bodies.entry(it).or_default().push(at));
            places.by_day.entry(item.occurred.from).or_default().push(at);
            let length = (item.occurred.to.date() - item.occurred.from.date()).num_days();
            places.longest = places.longest.max(length);
        }
        places
    }

    /// The items whose first day lies where they may be near a period.
    fn in_time(&self, listed: Period, days: u32) -> impl Iterator<Item = &usize> {
        let far = i64::from(days);
        let first = listed.from.date().checked_sub_signed(chrono::TimeDelta::days(far + self.longest));
        let last = listed.to.date().checked_add_signed(chrono::TimeDelta::days(far));
        let within = move |day: &crate::event::Day| {
            first.is_none_or(|first| day.date() >= first) && last.is_none_or(|last| day.date() <= last)
        };
        self.by_day.iter().filter(move |(day, _)| within(day)).flat_map(|(_, items)| items)
    }
}
