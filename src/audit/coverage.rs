//! What the values of a plan leave uncounted, and what they rest on.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::recount::Recount;
use crate::event::{Day, Exact};
use crate::figures::{
    Absent, Content, Filter, Grade, Grades, NoteRecord, Part, PlanChoice, Question, Reason, Record, Tally,
    Value, counts_on, explain, looks_at, never_reported, table, tally,
};
use crate::plan::{Indicator, Kind, Window};
use crate::vault::Documents;

/// What the values of a plan as at a date leave uncounted, and what they rest on.
#[derive(Debug)]
pub struct Coverage<'a> {
    /// The date.
    pub as_at: Day,
    /// How many activities and published totals there are.
    pub records: [usize; 2],
    /// How many of them have a part in a value.
    pub counted: usize,
    /// Those that have none, in order, and why.
    pub uncounted: Vec<Uncounted<'a>>,
    /// Notes whose type is not known, so that nothing can count them.
    pub notes: Vec<&'a NoteRecord>,
    /// Those that have a part in a value and name no document, in order.
    pub unbacked: Vec<&'a Record>,
    /// Those whose documents are not in the ledger's folder, with the names of these.
    pub absent: Vec<(&'a Record, Vec<String>)>,
    /// The values of the plan's table in its order, with what they rest on.
    pub values: Vec<Graded<'a>>,
    /// Indicators that no entry counts in and none was looked at for.
    pub silent: Vec<Silent<'a>>,
    /// How many entries there are, counted from the lines.
    pub recount: Recount,
}

/// An entry that no value counts.
#[derive(Debug)]
pub struct Uncounted<'a> {
    /// The entry.
    pub record: &'a Record,
    /// Why none of its versions counts, whichever rule looks at it.
    pub absent: Option<Absent>,
    /// Each indicator that looks at entries like it, and why it leaves this one; none
    /// where no indicator of the plan does.
    pub left: Vec<Left<'a>>,
}

/// Why one indicator leaves an entry.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Left<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// Why.
    pub why: Missed,
}

/// Why a rule that looks at a type does not count an entry of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Missed {
    /// As its value says.
    Reason(Reason),
    /// It counts after the date.
    AfterDate,
    /// It counts in an earlier fiscal year.
    OtherYear,
    /// It does not meet what the rule asks.
    Conditions,
}

impl Missed {
    /// Its word, in documents.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Reason(reason) => reason.word(),
            Self::AfterDate => "afterdate",
            Self::OtherYear => "otheryear",
            Self::Conditions => "conditions",
        }
    }
}

/// A value with what it rests on.
#[derive(Clone, Debug)]
pub struct Graded<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// Its value.
    pub value: Arc<Value>,
    /// How many contributions rest on a document, on an entry without one, on a
    /// published total.
    pub counts: [usize; 3],
}

impl Graded<'_> {
    /// Which part of what the value is made of rests on what, each of one; none where
    /// it is made of nothing.
    pub fn shares(&self) -> Option<[Exact; 3]> {
        let parts = grade_parts(&self.value.grade);
        let whole: Exact = parts.iter().copied().sum();
        let [documented, itemised, reported] = parts.map(|part| part.divided_by(&whole));
        Some([documented?, itemised?, reported?])
    }

    /// What all of it rests on, where that is one thing.
    pub fn whole(&self) -> Option<Grade> {
        let parts = grade_parts(&self.value.grade);
        let grades = [Grade::Documented, Grade::Itemised, Grade::Reported];
        let mut held = grades.into_iter().zip(parts).filter(|(_, part)| !part.is_zero());
        let first = held.next()?;
        held.next().is_none().then_some(first.0)
    }
}

/// The parts of a grade in order: with document, without, published total.
pub(super) const fn grade_parts(grade: &Grades) -> [&Exact; 3] {
    [&grade.documented, &grade.itemised, &grade.reported]
}

/// An indicator without entries.
#[derive(Clone, Copy, Debug)]
pub struct Silent<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// Whether there was none at the end of any earlier fiscal year either.
    pub ever: bool,
}

/// How values rest on documents, by how many values.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Standings {
    /// All of it on documents.
    pub documented: usize,
    /// All of it on entries without document.
    pub itemised: usize,
    /// All of it on published totals.
    pub reported: usize,
    /// On several of these.
    pub mixed: usize,
    /// Nothing that could rest on anything: n/d, or 0.
    pub nothing: usize,
}

impl<'a> Coverage<'a> {
    /// Looks at all entries as the plan counts them at a date; the lines were counted
    /// before.
    pub fn of(question: &Question<'a>, choice: &PlanChoice, documents: &Documents, recount: Recount) -> Self {
        let state = question.state;
        let tally = tally(question);
        let records = || state.records().iter();
        let counts = |record: &&Record| tally.counts(record.sequence);
        let totals = records().filter(|it| matches!(it.latest().content, Content::Total(_))).count();
        let waits = |note: &&NoteRecord| note.resolved.is_none() && note.withdrawn.is_none();
        Self {
            as_at: question.as_at,
            records: [state.records().len() - totals, totals],
            counted: records().filter(counts).count(),
            uncounted: records()
                .filter(|record| !counts(record))
                .map(|record| uncounted(question, &tally, record))
                .collect(),
            notes: state.notes().iter().filter(waits).collect(),
            unbacked: records().filter(counts).filter(|it| names_none(question, it)).collect(),
            absent: records().filter_map(|record| absent(record, documents)).collect(),
            values: values(question),
            silent: silent(question, choice),
            recount,
        }
    }

    /// How many values rest on what.
    pub fn standings(&self) -> Standings {
        let mut all = Standings::default();
        for value in &self.values {
            let count = match (value.whole(), value.shares()) {
                (Some(Grade::Documented), _) => &mut all.documented,
                (Some(Grade::Itemised), _) => &mut all.itemised,
                (Some(Grade::Reported), _) => &mut all.reported,
                (None, Some(_)) => &mut all.mixed,
                (None, None) => &mut all.nothing,
            };
            *count += 1;
        }
        all
    }

    /// The entries without document, by type.
    pub fn unbacked_by_kind(&self) -> BTreeMap<&'a str, Vec<u64>> {
        let mut kinds: BTreeMap<&'a str, Vec<u64>> = BTreeMap::new();
        for record in &self.unbacked {
            kinds.entry(&record.kind).or_default().push(record.sequence);
        }
        kinds
    }
}

/// Whether what counts of an entry names no document beside where it is printed.
fn names_none(question: &Question<'_>, record: &Record) -> bool {
    let version = record.standing(question.ruling.asks_approval(&record.kind));
    version.unwrap_or_else(|_| record.latest()).content.evidence().is_empty()
}

fn absent<'a>(record: &'a Record, documents: &Documents) -> Option<(&'a Record, Vec<String>)> {
    if record.withdrawn.is_some() {
        return None;
    }
    let evidence = record.latest().content.evidence().iter();
    let names: Vec<String> =
        evidence.filter(|it| !documents.is_there(it)).map(|it| it.name.clone()).collect();
    (!names.is_empty()).then_some((record, names))
}

fn uncounted<'a>(question: &Question<'a>, tally: &Tally<'a>, record: &'a Record) -> Uncounted<'a> {
    let absent = record.standing(question.ruling.asks_approval(&record.kind)).err();
    // A share looks at entries through its sides.
    let indicators = question.ruling.indicators().filter(|it| looks_at(question, it, record));
    let left = indicators.map(|indicator| {
        let why = missed(question, tally, indicator, record);
        Left { indicator, why }
    });
    Uncounted { record, absent, left: left.collect() }
}

fn missed(question: &Question<'_>, tally: &Tally<'_>, indicator: &Indicator, record: &Record) -> Missed {
    let told = tally.of(record.sequence).iter().find_map(|it| match &it.part {
        Part::LeftOut(left) if it.indicator.id == indicator.id => Some(left.reason.clone()),
        _ => None,
    });
    if let Some(reason) = told {
        return Missed::Reason(reason);
    }
    let version = record.standing(question.ruling.asks_approval(&record.kind));
    let date = counts_on(question.state, record, version.unwrap_or_else(|_| record.latest())).to;
    let is_yearly = indicator.rule.window == Some(Window::FiscalYear);
    if date > question.as_at {
        Missed::AfterDate
    } else if is_yearly && date < question.ruling.fiscal_year(question.as_at).from {
        Missed::OtherYear
    } else {
        Missed::Conditions
    }
}

/// The values of the table, those in words left aside.
fn values<'a>(question: &Question<'a>) -> Vec<Graded<'a>> {
    let ids = question.ruling.groups.iter().flat_map(|group| &group.rows);
    let indicators = ids.filter_map(|id| question.ruling.indicator(id));
    let graded = |indicator: &'a Indicator| {
        let value = explain(question, indicator).value;
        let of = |grade| value.contributions.iter().filter(|it| it.grade == grade).count();
        let counts = [Grade::Documented, Grade::Itemised, Grade::Reported].map(of);
        Graded { indicator, value, counts }
    };
    indicators.filter(|it| it.rule.kind != Kind::Narrative).map(graded).collect()
}

fn silent<'a>(question: &Question<'a>, choice: &PlanChoice) -> Vec<Silent<'a>> {
    let (state, ruling) = (question.state, question.ruling);
    let table = table(&Question::new(state, ruling, question.as_at, Filter::default()));
    let never = never_reported(state, choice, &table);
    let never: Vec<&str> = never.into_iter().map(|row| row.indicator.id.as_str()).collect();
    let ids = ruling.groups.iter().flat_map(|group| &group.rows);
    let indicators = ids.filter_map(|id| ruling.indicator(id));
    let silent = indicators.filter(|indicator| explain(question, indicator).value.is_silent());
    // A row in words that is empty today was so before.
    let ever = |it: &Indicator| it.rule.kind != Kind::Narrative && !never.contains(&it.id.as_str());
    silent.map(|indicator| Silent { indicator, ever: ever(indicator) }).collect()
}
