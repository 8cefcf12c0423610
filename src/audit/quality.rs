//! What a ledger knows of the quality of one value's data: a sheet in the five words
//! of USAID's data quality assessments, for a reviewer to judge by.

use std::collections::{BTreeMap, BTreeSet};

use super::coverage::grade_parts;
use crate::event::{Day, EvidenceKind, Exact, Period};
use crate::figures::{
    Content, Contribution, DatedTarget, Defined, NotCounted, Question, Reason, Record, Remark, RowTable,
    State, Value, counts_on, definition_history, explain, target_history,
};
use crate::plan::Indicator;
use crate::vault::Documents;

/// What a ledger knows of the data of one value.
#[derive(Debug)]
pub struct Quality<'a> {
    /// The row: its definition, its target, its value.
    pub row: RowTable<'a>,
    /// The date.
    pub as_at: Day,
    /// Its definitions, the first one first.
    pub definitions: Vec<Defined<'a>>,
    /// Its targets, the first one first.
    pub targets: Vec<DatedTarget<'a>>,
    /// Activities and published totals that it is made of.
    pub entries: [usize; 2],
    /// How many people recorded them.
    pub recorders: usize,
    /// The documents that they name.
    pub backing: Backing,
    /// How long after they happened activities were recorded.
    pub delay: Option<Delay>,
    /// What was recorded after the end of the fiscal year in which it counts.
    pub late: Vec<Late>,
    /// What was changed.
    pub changes: Changes,
    /// What was looked at and not counted, by place.
    pub left: Vec<NotCounted>,
    /// The published totals that listed items contradict.
    pub contradicted: BTreeSet<u64>,
    /// How many contributions add nothing, for what they are was counted already.
    pub already: usize,
}

/// The documents that the entries of a value name.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Backing {
    /// Entries that name one.
    pub with: usize,
    /// Entries that name none.
    pub without: usize,
    /// How many entries name one of each kind, by its word.
    pub kinds: BTreeMap<&'static str, usize>,
    /// Entries whose documents are not in the ledger's folder.
    pub absent: Vec<u64>,
}

/// How long after they happened entries were recorded, in days.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Delay {
    /// Of how many activities.
    pub count: usize,
    /// The middle one; of an even number the mean of the two in the middle.
    pub median: Exact,
    /// The longest.
    pub most: i64,
    /// The entry of which it is.
    pub most_of: u64,
}

/// An entry that was recorded after the end of the fiscal year in which it counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Late {
    /// Its place.
    pub sequence: u64,
    /// The day it was recorded.
    pub recorded: Day,
    /// The last day of the fiscal year.
    pub year_end: Day,
}

/// What of the entries of a value was changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Changes {
    /// Entries that were corrected.
    pub corrected: usize,
    /// Corrections that stand.
    pub corrections: usize,
    /// Entries that were withdrawn.
    pub withdrawn: usize,
}

impl<'a> Quality<'a> {
    /// What is known of the data of an indicator's value.
    pub fn of(question: &Question<'a>, indicator: &'a Indicator, documents: &Documents) -> Self {
        let (state, ruling) = (question.state, question.ruling);
        let row = explain(question, indicator);
        let (counted, left) = looked_at(&row.value);
        let records: Vec<&Record> = counted.iter().filter_map(|it| state.records().at(it.sequence)).collect();
        let totals = records.iter().filter(|it| is_total(it)).count();
        Self {
            as_at: question.as_at,
            definitions: definition_history(state, ruling, &indicator.id),
            targets: target_history(state, ruling, &indicator.id),
            entries: [records.len() - totals, totals],
            recorders: records.iter().map(|it| it.original.author.user).collect::<BTreeSet<_>>().len(),
            backing: backing(state, &counted, documents),
            delay: delay(&records),
            late: late(question, &records),
            changes: changes(&records, &left),
            contradicted: contradicted(&left),
            already: counted.iter().filter(|it| is_counted_already(it)).count(),
            left: left.into_iter().cloned().collect(),
            row,
        }
    }

    /// Which part of what the value is made of rests on what, each of one.
    pub fn shares(&self) -> Option<[Exact; 3]> {
        let parts = grade_parts(&self.row.value.grade);
        let whole: Exact = parts.iter().copied().sum();
        let [documented, itemised, reported] = parts.map(|part| part.divided_by(&whole));
        Some([documented?, itemised?, reported?])
    }
}

/// What a value is made of and what it leaves out, each entry once; of a share on both
/// sides of its line.
fn looked_at(value: &Value) -> (Vec<&Contribution>, Vec<&NotCounted>) {
    let sides = value.parts.as_deref();
    let values = || std::iter::once(value).chain(sides.into_iter().flat_map(|(part, whole)| [part, whole]));
    let counted: BTreeMap<u64, &Contribution> =
        values().flat_map(|it| &it.contributions).map(|it| (it.sequence, it)).collect();
    let left: BTreeMap<u64, &NotCounted> = values()
        .flat_map(|it| &it.not_counted)
        .filter(|it| !counted.contains_key(&it.sequence))
        .map(|it| (it.sequence, it))
        .collect();
    (counted.into_values().collect(), left.into_values().collect())
}

const fn is_total(record: &Record) -> bool {
    matches!(record.original.content, Content::Total(_))
}

const fn is_counted_already(it: &Contribution) -> bool {
    matches!(it.remark, Some(Remark::AlreadyCounted(_)))
}

fn backing(state: &State, counted: &[&Contribution], documents: &Documents) -> Backing {
    let mut backing = Backing::default();
    for it in counted {
        let record = state.records().at(it.sequence);
        let Some(version) = record.and_then(|record| record.version(it.version)) else { continue };
        let evidence = version.content.evidence();
        let such = if evidence.is_empty() { &mut backing.without } else { &mut backing.with };
        *such += 1;
        let named = |kind: &EvidenceKind| evidence.iter().any(|it| it.kind == *kind);
        for kind in EvidenceKind::ALL.into_iter().filter(named) {
            *backing.kinds.entry(kind.word()).or_default() += 1;
        }
        if evidence.iter().any(|it| !documents.is_there(it)) {
            backing.absent.push(it.sequence);
        }
    }
    backing
}

/// Of activities alone: a total is printed after the days that it tells of. What was
/// planned is known to have happened when that was confirmed.
fn delay(records: &[&Record]) -> Option<Delay> {
    let delay_of = |record: &&Record| {
        let version = record.latest();
        let known = version.confirmed.map_or(record.original.recorded, |it| it.recorded);
        (known.days_after(version.occurred.to).max(0), record.sequence)
    };
    let mut delays: Vec<(i64, u64)> =
        records.iter().copied().filter(|it| !is_total(it)).map(|it| delay_of(&it)).collect();
    delays.sort_unstable();
    let (most, most_of) = *delays.last()?;
    let middle = [(delays.len() - 1) / 2, delays.len() / 2].map(|at| Exact::from(delays[at].0));
    let median = middle.iter().sum::<Exact>().divided_by(&Exact::from(2_i64))?;
    Some(Delay { count: delays.len(), median, most, most_of })
}

fn late(question: &Question<'_>, records: &[&Record]) -> Vec<Late> {
    let of_record = |record: &&Record| {
        let date = counts_on(question.state, record, record.latest()).to;
        let Period { to: year_end, .. } = question.ruling.fiscal_year(date);
        let recorded = record.original.recorded;
        (recorded > year_end).then_some(Late { sequence: record.sequence, recorded, year_end })
    };
    records.iter().copied().filter(|it| !is_total(it)).filter_map(|it| of_record(&it)).collect()
}

fn changes(records: &[&Record], left: &[&NotCounted]) -> Changes {
    let counts = records.iter().map(|it| it.standing_corrections().count());
    Changes {
        corrected: counts.clone().filter(|count| *count > 0).count(),
        corrections: counts.sum(),
        withdrawn: left.iter().filter(|it| matches!(it.reason, Reason::Withdrawn(_))).count(),
    }
}

fn contradicted(left: &[&NotCounted]) -> BTreeSet<u64> {
    let totals = left.iter().filter_map(|it| match it.reason {
        Reason::ContradictsTotal(total) => Some(total),
        _ => None,
    });
    totals.collect()
}
