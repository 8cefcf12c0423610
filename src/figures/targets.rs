//! The targets that an indicator had, one version of its plan after another.

use super::ruling::Ruling;
use super::state::{Adopted, State};
use crate::event::Day;
use crate::plan::{Definition, Target};

/// A target and the first day in force of the first plan version that names
/// it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DatedTarget<'a> {
    /// Its first day.
    pub since: Day,
    /// The target.
    pub target: &'a Target,
}

/// The targets of an indicator in the plan that rules, the first one first,
/// the one that rules last.
pub fn target_history<'a>(state: &'a State, ruling: &Ruling<'_>, id: &str) -> Vec<DatedTarget<'a>> {
    let own = ruling.adopted;
    let versions = state
        .adoptions()
        .iter()
        .filter(|it| it.adoption.id == own.adoption.id && it.adoption.version <= own.adoption.version);
    let mut history: Vec<DatedTarget<'a>> = Vec::new();
    for adopted in versions {
        let Some(target) = target_in(state, adopted, id) else { continue };
        if history.last().is_none_or(|last| last.target != target) {
            history.push(DatedTarget { since: adopted.day, target });
        }
    }
    history
}

fn target_in<'a>(state: &'a State, adopted: &Adopted, id: &str) -> Option<&'a Target> {
    adopted.adoption.definitions.iter().find_map(|&sequence| match state.definition(sequence) {
        Some(Definition::Target(target)) if target.id == id => Some(target),
        _ => None,
    })
}
