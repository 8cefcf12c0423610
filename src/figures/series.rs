//! One value over time: at the end of each fiscal year, by the plan in force
//! then; and the values of which nothing was reported at any of them.

use std::sync::Arc;

use super::filter::Filter;
use super::ruling::{PlanChoice, Ruling};
use super::state::State;
use super::table::{GroupTable, ObjectiveTable, Question, RowTable, Table, row, table};
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
    /// Each objective in order; in a plan without objectives, each group.
    pub objectives: Vec<ObjectiveProgress>,
    /// Of all together.
    pub all: [usize; 2],
    /// How many of all have no value yet (n/d).
    pub unknown: usize,
}

impl Progress {
    /// How many there are, where anything is known of them: that none reaches its
    /// target and that nobody knows are two things.
    pub fn known(&self) -> Option<usize> {
        known(self.all, self.unknown)
    }
}

impl ObjectiveProgress {
    /// The same of one objective.
    pub fn known(&self) -> Option<usize> {
        known(self.reached, self.unknown)
    }
}

fn known([reached, of]: [usize; 2], unknown: usize) -> Option<usize> {
    (of == 0 || unknown < of).then_some(reached)
}

/// How far one objective, or one group, is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ObjectiveProgress {
    /// Its id.
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
    let row = row(&Question::new(state, &ruling, day, filter.clone()), indicator);
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
    let of = |id: &str, groups: &[&GroupTable<'_>]| {
        let sum = |counts: fn(&GroupTable<'_>) -> [usize; 2]| {
            let each = groups.iter().map(|group| counts(group));
            each.fold([0, 0], |[some, of], [its, all]| [some + its, of + all])
        };
        let unknown: usize = groups.iter().map(|group| group.unknown()).sum();
        ObjectiveProgress {
            id: id.to_owned(),
            reached: if is_whole { sum(|group| [group.reached, group.of]) } else { sum(counting) },
            unknown: if is_whole { unknown } else { 0 },
        }
    };
    let objectives: Vec<ObjectiveProgress> = if table.objectives.is_empty() {
        table.groups().map(|group| of(&group.group.id, &[group])).collect()
    } else {
        let of_objective =
            |it: &ObjectiveTable<'_>| of(&it.objective.id, &it.groups.iter().collect::<Vec<_>>());
        table.objectives.iter().map(of_objective).collect()
    };
    let sum = |[some, of]: [usize; 2], it: &ObjectiveProgress| [some + it.reached[0], of + it.reached[1]];
    let (all, unknown) = (objectives.iter().fold([0, 0], sum), objectives.iter().map(|it| it.unknown).sum());
    Some(Progress { day, objectives, all, unknown })
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

/// How many rows of a group count something, of how many.
fn counting(group: &GroupTable<'_>) -> [usize; 2] {
    let counts = group.rows.iter().filter(|row| row.value.counted > 0).count();
    [counts, group.rows.len()]
}
