//! The table of a plan at a date, as plain data.

use std::sync::Arc;

use super::answers::answer;
use super::contradictions::Contradictions;
use super::evaluate::evaluate_alone;
use super::filter::Filter;
use super::parallel::{each, each_heaviest_first};
use super::percent::{percentage, reached};
use super::round::look_together;
use super::ruling::Ruling;
use super::scope::Scope;
use super::state::State;
use super::value::Value;
use crate::event::{Day, Exact, Hash};
use crate::plan::{Group, Indicator, Kind, Objective, Target};

/// What is asked: which entries are known, which plan rules, which date.
pub struct Question<'a> {
    /// The entries that are known.
    pub state: &'a State,
    /// The plan that rules.
    pub ruling: &'a Ruling<'a>,
    /// The date.
    pub as_at: Day,
    /// Which entries are looked at.
    pub filter: Filter,
    /// Whether the values of a table come with what explains them.
    is_listing: bool,
}

impl<'a> Question<'a> {
    /// The question as at a date, about what a filter lets through.
    pub fn new(state: &'a State, ruling: &'a Ruling<'a>, as_at: Day, filter: Filter) -> Self {
        Self { state, ruling, as_at, filter, is_listing: false }
    }

    /// The same question as at another date.
    pub(super) fn at(&self, as_at: Day) -> Self {
        Self { as_at, filter: self.filter.clone(), ..*self }
    }

    /// The same, each value of its table with what explains it.
    fn listing(self) -> Self {
        Self { is_listing: true, ..self }
    }
}

/// The table of a plan at a date.
#[derive(Debug)]
pub struct Table<'a> {
    /// The plan.
    pub ruling: &'a Ruling<'a>,
    /// The date.
    pub as_at: Day,
    /// How many entries were known.
    pub size: u64,
    /// Hash of the last of them.
    pub head: Hash,
    /// The bodies that entries had to name.
    pub filter: Filter,
    /// What of the ledger it looks at.
    pub scope: Scope,
    /// Objectives in order.
    pub objectives: Vec<ObjectiveTable<'a>>,
    /// Groups outside the objectives, and narrative rows.
    pub supplementary: Vec<ExtraRow<'a>>,
}

impl<'a> Table<'a> {
    /// All its groups: those of objectives in order, then the others.
    pub fn groups(&self) -> impl Iterator<Item = &GroupTable<'a>> {
        let extra = self.supplementary.iter().filter_map(|extra| match extra {
            ExtraRow::Group(group) => Some(group),
            ExtraRow::Narrative(_) => None,
        });
        self.objectives.iter().flat_map(|objective| &objective.groups).chain(extra)
    }

    /// The groups whose rows are counted together: those of the objectives; in a
    /// plan without objectives, all.
    pub fn counted(&self) -> impl Iterator<Item = &GroupTable<'a>> {
        self.groups().filter(|group| self.objectives.is_empty() || group.group.objective.is_some())
    }

    /// The same table of the state that it was made from, each value with what
    /// explains it.
    #[must_use]
    pub fn listed<'s>(&self, state: &'s State) -> Table<'s>
    where
        'a: 's,
    {
        let question = Question::new(state, self.ruling, self.as_at, self.filter.clone()).listing();
        Table { scope: self.scope.clone(), ..table(&question) }
    }

    /// How many rows of those groups reach their target, of how many.
    pub fn reached(&self) -> [usize; 2] {
        self.counted().fold([0, 0], |[reached, of], group| [reached + group.reached, of + group.of])
    }

    /// How many of those rows have no value yet (n/d), which is not the same as
    /// one that does not reach its target.
    pub fn unknown(&self) -> usize {
        self.counted().map(GroupTable::unknown).sum()
    }
}

/// An objective with its groups.
#[derive(Debug)]
pub struct ObjectiveTable<'a> {
    /// The objective.
    pub objective: &'a Objective,
    /// Its groups in order.
    pub groups: Vec<GroupTable<'a>>,
}

impl ObjectiveTable<'_> {
    /// How many rows of its groups reach their target, of how many.
    pub fn reached(&self) -> [usize; 2] {
        self.groups.iter().fold([0, 0], |[reached, of], group| [reached + group.reached, of + group.of])
    }

    /// How many of those rows have no value yet (n/d).
    pub fn unknown(&self) -> usize {
        self.groups.iter().map(GroupTable::unknown).sum()
    }
}

/// What stands outside the objectives.
#[derive(Debug)]
pub enum ExtraRow<'a> {
    /// A group without objective.
    Group(GroupTable<'a>),
    /// A narrative row of an objective's group.
    Narrative(Box<RowTable<'a>>),
}

/// A group with its rows.
#[derive(Debug)]
pub struct GroupTable<'a> {
    /// The group.
    pub group: &'a Group,
    /// Its rows in order.
    pub rows: Vec<RowTable<'a>>,
    /// Mean of the exact percentages of its included rows with a target; none
    /// when one of them has none.
    pub percent: Option<Exact>,
    /// How many of those rows reach their target.
    pub reached: usize,
    /// How many of those rows there are.
    pub of: usize,
}

impl<'a> GroupTable<'a> {
    /// The rows that its mean is made of: those with a target, of these the ones
    /// that the plan includes.
    pub fn included(&self) -> impl Iterator<Item = &RowTable<'a>> {
        self.rows.iter().filter(|row| is_included(self.group, row))
    }

    /// How many of its included rows have no value yet (n/d).
    pub fn unknown(&self) -> usize {
        self.included().filter(|row| row.value.delivered.is_none()).count()
    }

    /// How many of its included rows have no percentage, without which there is no
    /// mean.
    pub fn without_percent(&self) -> usize {
        self.included().filter(|row| row.percent.is_none()).count()
    }
}

/// A row.
#[derive(Debug)]
pub struct RowTable<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// Its target.
    pub target: Option<&'a Target>,
    /// Its value.
    pub value: Arc<Value>,
    /// Exact ratio to the target, 1 = 100 %.
    pub percent: Option<Exact>,
    /// Whether the target is reached; none without target.
    pub reached: Option<bool>,
}

/// The table that answers a question.
pub fn table<'a>(question: &Question<'a>) -> Table<'a> {
    let mut tables = group_tables(question);
    let mut groups_of = |id: Option<&str>| {
        tables.extract_if(.., |table| table.group.objective.as_deref() == id).collect::<Vec<_>>()
    };
    let mut narratives = Vec::new();
    let mut objectives = Vec::new();
    for objective in &question.ruling.objectives {
        let mut groups = groups_of(Some(&objective.id));
        for group in &mut groups {
            let rows = std::mem::take(&mut group.rows);
            let (told, counted) =
                rows.into_iter().partition(|row| row.indicator.rule.kind == Kind::Narrative);
            group.rows = counted;
            narratives.extend::<Vec<_>>(told);
        }
        objectives.push(ObjectiveTable { objective, groups });
    }
    let narratives = narratives.into_iter().map(|row| ExtraRow::Narrative(Box::new(row)));
    let supplementary = narratives.chain(groups_of(None).into_iter().map(ExtraRow::Group)).collect();
    Table {
        ruling: question.ruling,
        as_at: question.as_at,
        size: question.state.size(),
        head: question.state.head(),
        filter: question.filter.clone(),
        scope: Scope::of(question.state, &question.filter),
        objectives,
        supplementary,
    }
}

/// All groups of the plan in order. Their rows do not depend on each other.
fn group_tables<'a>(question: &Question<'a>) -> Vec<GroupTable<'a>> {
    let ruling = question.ruling;
    let rows_of = |group: &&'a Group| group.rows.iter().filter_map(|id| ruling.indicator(id));
    let indicators: Vec<&Indicator> = ruling.groups.iter().flat_map(rows_of).collect();
    ask_together(question);
    let weight = |indicator: &&Indicator| question.state.bundles().weight(question, indicator);
    let mut rows = each_heaviest_first(&indicators, weight, |indicator| row(question, indicator)).into_iter();
    let table = |group| group_table(group, rows.by_ref().take(rows_of(&group).count()).collect());
    ruling.groups.iter().copied().map(table).collect()
}

fn group_table<'a>(group: &'a Group, rows: Vec<RowTable<'a>>) -> GroupTable<'a> {
    let counted: Vec<&RowTable<'a>> = rows.iter().filter(|row| is_included(group, row)).collect();
    let of = counted.len();
    let reached = counted.iter().filter(|row| row.reached == Some(true)).count();
    let ratios: Option<Vec<&Exact>> = counted.iter().map(|row| row.percent.as_ref()).collect();
    let percent = ratios.and_then(|ratios| ratios.into_iter().sum::<Exact>().divided_by(&Exact::from(of)));
    GroupTable { group, rows, percent, reached, of }
}

/// Whether a row is part of its group's mean. What a filter leaves is compared with
/// no target, so it reaches none; a row in words has no value that could reach
/// anything.
fn is_included(group: &Group, row: &RowTable<'_>) -> bool {
    row.reached.is_some()
        && row.indicator.rule.kind != Kind::Narrative
        && group.mean.as_ref().is_none_or(|mean| mean.contains(&row.indicator.id))
}

/// One row: a value with its target. Where nothing is listed it is made without what
/// explains it.
pub fn row<'a>(question: &Question<'a>, indicator: &'a Indicator) -> RowTable<'a> {
    if !is_alone(question) {
        return explain(question, indicator);
    }
    row_of(question, indicator, Arc::new(evaluate_alone(question, indicator)))
}

/// Whether values are made without what explains them.
fn is_alone(question: &Question<'_>) -> bool {
    !question.is_listing && question.filter.is_empty()
}

/// Has entries looked at once for all rows of the table.
fn ask_together(question: &Question<'_>) {
    let shown = question.ruling.shown();
    let is_known = |rule: &&Indicator| question.state.bundles().are_known(question, rule);
    // What is listed is known sooner than it is asked for, where there is a round to make.
    if is_alone(question) && !shown.iter().all(is_known) {
        look_together(question, &shown, &Contradictions::asked_at(question, &shown));
    }
}

/// One row with what explains its value.
pub fn explain<'a>(question: &Question<'a>, indicator: &'a Indicator) -> RowTable<'a> {
    row_of(question, indicator, answer(question, indicator))
}

/// What a function makes of each row of the plan that rules, be it in its table or
/// not, on all cores.
pub fn row_each<R: Send>(question: &Question<'_>, make: impl Fn(&RowTable<'_>) -> R + Sync) -> Vec<R> {
    let indicators: Vec<&Indicator> = question.ruling.indicators().collect();
    ask_together(question);
    each(&indicators, |indicator| make(&row(question, indicator)))
}

pub(super) fn row_of<'a>(
    question: &Question<'a>,
    indicator: &'a Indicator,
    value: Arc<Value>,
) -> RowTable<'a> {
    let target = question.ruling.target(&indicator.id);
    // A filter shows a part of the value; its target is for the whole.
    let compared = target.filter(|_| question.filter.is_empty());
    RowTable {
        indicator,
        target,
        percent: percentage(indicator, compared, &value),
        reached: compared.map(|target| reached(indicator, target, &value)),
        value,
    }
}
