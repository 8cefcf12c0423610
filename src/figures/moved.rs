//! Which values two states of one ledger give otherwise.

use std::sync::Arc;

use super::filter::Filter;
use super::ruling::{PlanChoice, Ruling};
use super::state::State;
use super::table::{Question, explain};
use super::value::Value;
use crate::event::Day;
use crate::plan::Indicator;

/// A value that differs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Moved<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// The value before.
    pub before: Arc<Value>,
    /// The value after.
    pub after: Arc<Value>,
}

/// The values of every plan in force at a day that the state after gives
/// otherwise than the one before; of a row in words, that it is told by others.
pub fn moved<'a>(before: &State, after: &'a State, day: Day) -> Vec<Moved<'a>> {
    let mut plans: Vec<&str> = after.adoptions().iter().map(|it| it.adoption.id.as_str()).collect();
    plans.sort_unstable();
    plans.dedup();
    plans.into_iter().flat_map(|plan| moved_in(before, after, plan, day)).collect()
}

fn moved_in<'a>(before: &State, after: &'a State, plan: &str, day: Day) -> Vec<Moved<'a>> {
    let choice = PlanChoice { id: Some(plan.to_owned()), version: None };
    let (Ok(old), Ok(new)) = (Ruling::at(before, &choice, day), Ruling::at(after, &choice, day)) else {
        return vec![];
    };
    let [was, is] = [(before, &old), (after, &new)]
        .map(|(state, ruling)| Question::new(state, ruling, day, Filter::default()));
    let all = new.indicators().filter_map(|indicator| {
        let before = explain(&was, old.indicator(&indicator.id)?).value;
        let after = explain(&is, indicator).value;
        // Entries of the rehearsal have no ids that last, so values are compared
        // by what is read of them.
        let read = |value: &Value| {
            let Value { delivered, at_least, low, high, contradicts, contributions, .. } = value;
            (delivered.clone(), *at_least, low.clone(), high.clone(), *contradicts, contributions.len())
        };
        let same = Arc::ptr_eq(&before, &after) || read(&before) == read(&after);
        (!same).then_some(Moved { indicator, before, after })
    });
    all.collect()
}
