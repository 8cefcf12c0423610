//! One plan at two dates: both columns by the rules of the newer date.

use std::collections::BTreeMap;

use super::filter::Filter;
use super::ruling::{PlanChoice, Ruling, RulingError};
use super::state::State;
use super::table::{GroupTable, Question, RowTable, Table, table};
use super::targets::target_history;
use crate::event::{Day, Exact};
use crate::plan::{Indicator, Target};

/// The table at a date beside that at an earlier one.
#[derive(Debug)]
pub struct Comparison<'a> {
    /// The table at the newer date.
    pub newer: Table<'a>,
    /// The table at the older date, by the same rules.
    pub older: Table<'a>,
    /// The indicators that another plan version ruled at the older date, and
    /// how.
    pub changes: BTreeMap<&'a str, RowChange<'a>>,
}

/// How an indicator differs between the plan versions of two dates.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RowChange<'a> {
    /// Whether its value or its percentage was made otherwise, or not at all.
    pub rule: bool,
    /// The target of the older date, when another one stands now.
    pub target: Option<RevisedTarget<'a>>,
}

/// A target that was revised.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RevisedTarget<'a> {
    /// What it was; none when there was no target.
    pub before: Option<&'a Target>,
    /// The first day in force of the revised one.
    pub since: Day,
}

impl<'a> Comparison<'a> {
    /// Compares the plan that rules at the newer date with itself at an older
    /// one.
    pub fn new(
        state: &'a State,
        ruling: &'a Ruling<'a>,
        [newer, older]: [Day; 2],
        filter: &Filter,
    ) -> Result<Self, RulingError> {
        let at = |day| table(&Question::new(state, ruling, day, filter.clone()));
        let choice = PlanChoice { id: Some(ruling.adopted.adoption.id.clone()), version: None };
        // Before its first day the plan had no rule that could have changed.
        let before = match Ruling::at(state, &choice, older) {
            Ok(before) => Some(before),
            Err(RulingError::NotInForce { .. }) => None,
            Err(error) => return Err(error),
        };
        let changes = before.map(|before| changes(state, &before, ruling)).unwrap_or_default();
        Ok(Self { newer: at(newer), older: at(older), changes })
    }

    /// The same row at the older date.
    pub fn older_row(&self, id: &str) -> Option<&RowTable<'a>> {
        let in_group = |group: &'_ GroupTable<'a>| group.rows.iter().position(|row| row.indicator.id == id);
        self.older.groups().find_map(|group| in_group(group).map(|at| &group.rows[at]))
    }

    /// By how much a row changed; nothing when one of its values is not
    /// certain.
    pub fn change_of(&self, row: &RowTable<'a>) -> Option<Exact> {
        let certain = |row: &RowTable<'a>| row.value.delivered.clone().filter(|_| row.value.is_certain());
        let before = self.older_row(&row.indicator.id).and_then(certain)?;
        Some(certain(row)? - before)
    }

    /// The same group at the older date.
    pub fn older_group(&self, id: &str) -> Option<&GroupTable<'a>> {
        self.older.groups().find(|group| group.group.id == id)
    }
}

fn changes<'a>(
    state: &'a State,
    before: &Ruling<'a>,
    ruling: &'a Ruling<'a>,
) -> BTreeMap<&'a str, RowChange<'a>> {
    let change = |indicator: &'a Indicator| {
        let id = indicator.id.as_str();
        let (old, new) = (before.target(id), ruling.target(id));
        let since = target_history(state, ruling, id).last().map(|it| it.since);
        let target = since.filter(|_| old != new).map(|since| RevisedTarget { before: old, since });
        let rule = before.indicator(id).is_none_or(|old| !is_made_alike(old, indicator));
        (rule || target.is_some()).then_some((id, RowChange { rule, target }))
    };
    ruling.indicators().filter_map(change).collect()
}

/// Whether values and percentages follow from entries in the same way.
fn is_made_alike(old: &Indicator, new: &Indicator) -> bool {
    old.rule == new.rule
        && old.currency == new.currency
        && old.baseline == new.baseline
        && old.direction == new.direction
}
