//! One value over time: at the end of each fiscal year, by the plan in force
//! then; and the values of which nothing was reported at any of them.

use std::sync::Arc;

use super::filter::Filter;
use super::ruling::{PlanChoice, Ruling};
use super::state::State;
use super::table::{ObjectiveTable, Question, RowTable, Table, explain, table};
use super::value::Value;
use crate::event::{Day, Exact};
use crate::plan::Kind;

/// A value at a day, with the target that it was measured by.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Point {
    /// The day.
    pub day: Day,
    /// The value.
    pub value: Arc<Value>,
    /// The target in force.
    pub target: Option<Exact>,
    /// Exact ratio to the target, 1 = 100 %.
    pub percent: Option<Exact>,
}

/// How many rows of each objective reach their target, of how many have one, at a
/// day. Where a filter lets a part through, which no target is for: how many rows
/// count something of it, of all rows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Progress {
    /// The day.
    pub day: Day,
    /// Each objective in order.
    pub objectives: Vec<ObjectiveProgress>,
    /// Of all objectives together.
    pub all: [usize; 2],
}

/// How far one objective is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ObjectiveProgress {
    /// The objective.
    pub id: String,
    /// How many of its rows do, of how many.
    pub reached: [usize; 2],
    /// How many of those have no value yet (n/d).
    pub unknown: usize,
}

/// The last days of the fiscal years of a plan that end by a day, oldest first;
/// the first of them is that of the year in which the plan begins.
pub fn year_ends(ruling: &Ruling<'_>, by: Day) -> Vec<Day> {
    let end = ruling.year_end;
    let [first, last] = [ruling.first_day, by].map(|day| end.number(day));
    (first..=last).filter_map(|year| end.last_day(year)).filter(|day| *day <= by).collect()
}

/// The value of an indicator at each of some days; none for a day on which no
/// plan of the choice has it.
pub fn series(state: &State, choice: &PlanChoice, id: &str, days: &[Day], filter: &Filter) -> Vec<Point> {
    days.iter().filter_map(|&day| point(state, choice, id, day, filter)).collect()
}

fn point(state: &State, choice: &PlanChoice, id: &str, day: Day, filter: &Filter) -> Option<Point> {
    let ruling = Ruling::at(state, choice, day).ok()?;
    let indicator = ruling.indicator(id)?;
    let row = explain(&Question::new(state, &ruling, day, filter.clone()), indicator);
    let target = row.target.map(|it| it.value.exact());
    Some(Point { day, value: row.value, target, percent: row.percent })
}

/// How far each objective of the plan is at each of some days, by what a filter
/// lets through.
pub fn progress(state: &State, choice: &PlanChoice, days: &[Day], filter: &Filter) -> Vec<Progress> {
    days.iter().filter_map(|&day| progress_at(state, choice, day, filter)).collect()
}

fn progress_at(state: &State, choice: &PlanChoice, day: Day, filter: &Filter) -> Option<Progress> {
    let ruling = Ruling::at(state, choice, day).ok()?;
    let table = table(&Question::new(state, &ruling, day, filter.clone()));
    let is_whole = filter.is_empty();
    let each = table.objectives.iter().map(|it| ObjectiveProgress {
        id: it.objective.id.clone(),
        reached: if is_whole { it.reached() } else { counting(it) },
        unknown: if is_whole { it.unknown() } else { 0 },
    });
    let objectives: Vec<ObjectiveProgress> = each.collect();
    let sum = |[some, of]: [usize; 2], it: &ObjectiveProgress| [some + it.reached[0], of + it.reached[1]];
    let all = objectives.iter().fold([0, 0], sum);
    Some(Progress { day, objectives, all })
}

/// The rows of a table as at today of which nothing was ever reported: at no year
/// end of the plan and not today does an entry count, or is one looked at and left
/// out. What a fiscal year counts anew is empty when a year begins, and was
/// reported all the same. Rows in words are none of them.
pub fn never_reported<'t, 'a>(
    state: &State,
    choice: &PlanChoice,
    table: &'t Table<'a>,
) -> Vec<&'t RowTable<'a>> {
    let days = year_ends(table.ruling, table.as_at);
    let was_reported = |id: &str| {
        let mut latest_first = days.iter().rev();
        latest_first
            .any(|&day| point(state, choice, id, day, &table.filter).is_some_and(|it| !it.value.is_silent()))
    };
    let rows = table.groups().flat_map(|group| &group.rows);
    let silent = rows.filter(|row| row.indicator.rule.kind != Kind::Narrative && row.value.is_silent());
    silent.filter(|row| !was_reported(&row.indicator.id)).collect()
}

/// How many rows of an objective count something, of how many.
fn counting(objective: &ObjectiveTable<'_>) -> [usize; 2] {
    let rows = || objective.groups.iter().flat_map(|group| &group.rows);
    [rows().filter(|row| !row.value.contributions.is_empty()).count(), rows().count()]
}
