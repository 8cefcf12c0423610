//! The population that an auditor takes samples of: each activity and each published
//! total once, with totals to control it by; or what one value is made of.
//!
//! ```text
//! lines ──place, time, hash──▶ Member ◀── Record, its version that counts
//!                                │ one after the other: none of them is kept
//!                                ▼
//!                             Control   how many, how much, of which ledger
//! ```

use std::collections::{BTreeMap, BTreeSet};

use crate::event::{Day, Exact, Glance, Hash, Moment};
use crate::figures::{
    Absent, Content, Contribution, Record, Remark, RowTable, Ruling, State, Stated, Version, counts_on,
    stated_money,
};
use crate::ledger::LogError;
use crate::plan::{Indicator, Kind};

/// One of the population.
#[derive(Debug)]
pub struct Member<'a> {
    /// The entry.
    pub record: &'a Record,
    /// The version that counts; where none does, the last one.
    pub version: &'a Version,
    /// Why none counts.
    pub absent: Option<Absent>,
    /// The day on which it counts.
    pub counts_on: Day,
    /// When its original was appended.
    pub recorded: Moment,
    /// Hash of its original's line, made anew from its bytes.
    pub hash: Hash,
    /// What it is in the value asked for, where one is.
    pub part: Option<Share<'a>>,
}

/// The part that an entry has in one value.
#[derive(Clone, Copy, Debug)]
pub struct Share<'a> {
    /// What it adds.
    pub contribution: &'a Contribution,
    /// In whose unit: the indicator itself or, of a share, the side on which it stands.
    pub unit: &'a Indicator,
}

/// An amount of money by its column: the field that states it, and its currency.
pub type MoneyColumn = (String, String);

/// What is to be listed.
pub struct Population<'a> {
    state: &'a State,
    ruling: Option<&'a Ruling<'a>>,
    /// The parts in the value asked for, by place; none where all entries are listed.
    parts: Option<Parts<'a>>,
}

struct Parts<'a> {
    row: &'a RowTable<'a>,
    by_place: BTreeMap<u64, Vec<Share<'a>>>,
    sides: Vec<&'a Indicator>,
}

/// How many there are and how much, to control a population by.
#[derive(Clone, Debug, Default)]
pub struct Control {
    /// How many rows.
    pub rows: u64,
    /// How many different entries.
    pub entries: u64,
    /// How many of them are published totals.
    pub totals: u64,
    /// The number of the first entry.
    pub first: Option<u64>,
    /// The number of the last entry.
    pub last: Option<u64>,
    /// How many entries stand, and how many do not for each reason.
    pub standing: BTreeMap<&'static str, u64>,
    /// Sums of stated amounts of money: by type, field and currency.
    pub money: BTreeMap<Stated, Tallied>,
    /// What the parts in the value come to, by the side on which they stand.
    pub subtotals: Vec<Subtotal>,
}

/// Amounts together: of all entries, and of those that stand.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Tallied {
    /// How many state it.
    pub count: u64,
    /// The sum.
    pub amount: Exact,
    /// How many of those that stand do.
    pub standing: u64,
    /// Their sum.
    pub standing_amount: Exact,
}

/// What the parts on one side of a value come to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Subtotal {
    /// The indicator whose value it is to be.
    pub indicator: String,
    /// How many rows.
    pub rows: u64,
    /// What they add.
    pub amount: Exact,
}

impl<'a> Population<'a> {
    /// All activities and published totals; which version of each counts may rest on the
    /// approval that a plan asks for.
    pub const fn of_all(state: &'a State, ruling: Option<&'a Ruling<'a>>) -> Self {
        Self { state, ruling, parts: None }
    }

    /// What the value of a row is made of, of a share on both sides of its line.
    pub fn of_value(state: &'a State, ruling: &'a Ruling<'a>, row: &'a RowTable<'a>) -> Self {
        let mut parts = Parts { row, by_place: BTreeMap::new(), sides: vec![] };
        let rule = &row.indicator.rule;
        let side = |id: &Option<String>| ruling.indicator(id.as_deref()?);
        // What is published of a share is it whole, whatever its sides give.
        let is_stated = |it: &Contribution| it.remark == Some(Remark::WholeTotal);
        let sides = row.value.parts.as_deref().filter(|_| !row.value.contributions.iter().any(is_stated));
        match (sides, side(&rule.part), side(&rule.whole)) {
            (Some((part, whole)), Some(above), Some(below)) if rule.kind == Kind::Share => {
                parts.add(&part.contributions, above);
                parts.add(&whole.contributions, below);
            }
            _ => parts.add(&row.value.contributions, row.indicator),
        }
        Self { state, ruling: Some(ruling), parts: Some(parts) }
    }

    /// How many rows there will be.
    pub fn rows(&self) -> usize {
        match &self.parts {
            Some(parts) => parts.by_place.values().map(Vec::len).sum(),
            None => self.state.records().len(),
        }
    }

    /// The fields that state money, each with its currency: a column for each.
    pub fn money_columns(&self) -> Vec<MoneyColumn> {
        let records = self.state.records().iter().filter(|it| self.holds(it.sequence));
        let stated = records.flat_map(|record| {
            let (version, _) = self.version(record);
            stated_money(version)
                .into_iter()
                .map(|(field, currency, _)| (field, currency))
                .collect::<Vec<_>>()
        });
        let all: BTreeSet<(&str, &str)> = stated.collect();
        all.into_iter().map(|(field, currency)| (field.to_owned(), currency.to_owned())).collect()
    }

    fn holds(&self, place: u64) -> bool {
        self.parts.as_ref().is_none_or(|parts| parts.by_place.contains_key(&place))
    }

    fn version(&self, record: &'a Record) -> (&'a Version, Option<Absent>) {
        let approval = self.ruling.is_some_and(|ruling| ruling.asks_approval(&record.kind));
        match record.standing(approval) {
            Ok(version) => (version, None),
            Err(absent) => (record.latest(), Some(absent)),
        }
    }

    /// Has each of them told as its line comes, and says what they come to together.
    pub fn each<E: From<LogError>>(
        &self,
        lines: impl Iterator<Item = Result<Vec<u8>, LogError>>,
        mut tell: impl FnMut(&Member<'_>) -> Result<(), E>,
    ) -> Result<Control, E> {
        let mut control = self.control();
        for line in lines.take(usize::try_from(self.state.size()).unwrap_or(usize::MAX)) {
            let line = line?;
            let Some(glance) = Glance::at(&line) else { continue };
            let Some(record) = self.state.records().at(glance.sequence) else { continue };
            for member in self.members(record, &glance, &line) {
                control.add(&member);
                tell(&member)?;
            }
        }
        Ok(control)
    }

    /// An entry, once for each part that it has in the value asked for.
    fn members(&self, record: &'a Record, glance: &Glance, line: &[u8]) -> Vec<Member<'a>> {
        let (version, absent) = self.version(record);
        let (hash, recorded) = (Hash::of(line), glance.recorded);
        let counts_on = counts_on(self.state, record, version).to;
        let member = |part| Member { record, version, absent, counts_on, recorded, hash, part };
        match &self.parts {
            None => vec![member(None)],
            Some(parts) => {
                let own = parts.by_place.get(&record.sequence).map_or(&[][..], Vec::as_slice);
                own.iter().map(|share| member(Some(*share))).collect()
            }
        }
    }

    fn control(&self) -> Control {
        let sides = self.parts.iter().flat_map(|parts| &parts.sides);
        let subtotal =
            |side: &&'a Indicator| Subtotal { indicator: side.id.clone(), rows: 0, amount: Exact::zero() };
        Control { subtotals: sides.map(subtotal).collect(), ..Control::default() }
    }

    /// Whether what was listed comes to the value by its rule; none where no value was
    /// asked for, or nothing of it is certain.
    pub fn agrees(&self, control: &Control) -> Option<bool> {
        let row = self.parts.as_ref()?.row;
        let delivered = row.value.delivered.as_ref()?;
        let made = match control.subtotals.as_slice() {
            [one] if row.indicator.rule.kind == Kind::Mean => {
                one.amount.divided_by(&Exact::from(usize::try_from(one.rows).unwrap_or(usize::MAX)))?
            }
            [one] => one.amount.clone(),
            [above, below] => above.amount.divided_by(&below.amount)? * Exact::from(100_i64),
            _ => return None,
        };
        Some(made == *delivered)
    }
}

impl<'a> Parts<'a> {
    fn add(&mut self, contributions: &'a [Contribution], unit: &'a Indicator) {
        self.sides.push(unit);
        for contribution in contributions {
            let shares = self.by_place.entry(contribution.sequence).or_default();
            shares.push(Share { contribution, unit });
        }
    }
}

impl Control {
    fn add(&mut self, member: &Member<'_>) {
        let (record, is_again) = (member.record, self.last == Some(member.record.sequence));
        self.rows += 1;
        if let Some(share) = &member.part
            && let Some(subtotal) = self.subtotals.iter_mut().find(|it| it.indicator == share.unit.id)
        {
            subtotal.rows += 1;
            subtotal.amount = subtotal.amount.clone() + share.contribution.amount.clone();
        }
        // An entry on both sides of a share is one.
        if is_again {
            return;
        }
        self.entries += 1;
        self.totals += u64::from(matches!(member.version.content, Content::Total(_)));
        self.first = self.first.or(Some(record.sequence));
        self.last = Some(record.sequence);
        *self.standing.entry(standing_word(member.absent)).or_default() += 1;
        for (field, currency, amount) in stated_money(member.version) {
            let (kind, field) = (record.kind.to_string(), field.to_owned());
            let stated = Stated { kind, field, currency: currency.to_owned() };
            self.money.entry(stated).or_default().add(&amount, member.absent.is_none());
        }
    }
}

impl Tallied {
    fn add(&mut self, amount: &Exact, stands: bool) {
        self.count += 1;
        self.amount = self.amount.clone() + amount.clone();
        if stands {
            self.standing += 1;
            self.standing_amount = self.standing_amount.clone() + amount.clone();
        }
    }
}

/// Why no version of an entry counts, as documents have it; `stands` where one does.
pub const fn standing_word(absent: Option<Absent>) -> &'static str {
    match absent {
        None => "stands",
        Some(Absent::Withdrawn(_)) => "withdrawn",
        Some(Absent::Planned) => "planned",
        Some(Absent::NotApproved) => "notapproved",
        Some(Absent::Rejected) => "rejected",
    }
}
