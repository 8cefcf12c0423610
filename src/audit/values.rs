//! Every value recomputed from the entries alone.

use crate::event::{Day, Exact};
use crate::figures::{Filter, Grades, PlanChoice, Question, RowTable, Ruling, State, row_each};
use crate::plan::Kind;

/// A value that what counts in it does not add up to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ValueFinding {
    /// The plan.
    pub plan: String,
    /// The indicator.
    pub indicator: String,
    /// The date.
    pub day: Day,
}

/// What was recomputed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Values {
    /// Values recomputed.
    pub count: u64,
    /// Those that what counts in them does not add up to.
    pub findings: Vec<ValueFinding>,
}

/// Recomputes every value of every plan in force on a day; what counts, sums
/// or tells apart must be what counts in it adds up to, grade by grade.
pub fn check_values(state: &State, day: Day) -> Values {
    let mut values = Values::default();
    for plan in state.plans() {
        let choice = PlanChoice { id: Some(plan.to_owned()), version: None };
        let Ok(ruling) = Ruling::at(state, &choice, day) else { continue };
        let question = Question::new(state, &ruling, day, Filter::default());
        let looked = row_each(&question, |row| (!adds_up(row)).then(|| row.indicator.id.clone()));
        values.count += looked.len() as u64;
        let wrong = looked.into_iter().flatten();
        let found = |indicator| ValueFinding { plan: plan.to_owned(), indicator, day };
        values.findings.extend(wrong.map(found));
    }
    values
}

fn adds_up(row: &RowTable<'_>) -> bool {
    let added = matches!(row.indicator.rule.kind, Kind::Count | Kind::Sum | Kind::Distinct);
    let Grades { documented, itemised, reported } = &row.value.grade;
    let sum: Exact = [documented, itemised, reported].into_iter().sum();
    !added || row.value.delivered.as_ref().is_none_or(|delivered| *delivered == sum)
}
