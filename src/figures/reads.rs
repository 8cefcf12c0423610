//! What the indicators of a ledger look at.

use std::collections::BTreeSet;

use super::state::State;
use crate::plan::{ActivityType, Definition, DefinitionKind, Indicator, Kind, root_of};

/// The latest version of each indicator.
pub fn latest_indicators(state: &State) -> Vec<&Indicator> {
    let is_latest = |sequence: u64, id: &str| {
        state.latest(DefinitionKind::Indicator, id).is_some_and(|(latest, _)| latest == sequence)
    };
    let latest = state.definitions().filter_map(|(sequence, definition)| match definition {
        Definition::Indicator(indicator) if is_latest(sequence, &indicator.id) => Some(indicator.as_ref()),
        _ => None,
    });
    latest.collect()
}

/// The fields of a type that some indicator's rule reads, `subject` among them
/// where one reads what an activity is about; and the field by whose date the
/// type counts.
pub fn read_fields<'a>(state: &'a State, kind: &'a ActivityType) -> BTreeSet<&'a str> {
    let rules = latest_indicators(state).into_iter().map(|indicator| &indicator.rule);
    let paths = rules.flat_map(|rule| {
        let own = rule.from.iter().filter(|source| source.kind == kind.id);
        own.flat_map(|source| rule.paths(source))
    });
    let roots = paths.map(root_of);
    roots.chain(kind.countson.as_deref()).collect()
}

/// The fields of a type by which some `count` rule takes an entry for several.
pub fn counted_fields<'a>(state: &'a State, kind: &ActivityType) -> BTreeSet<&'a str> {
    let rules = latest_indicators(state).into_iter().map(|indicator| &indicator.rule);
    let sources = rules.filter(|rule| rule.kind == Kind::Count).flat_map(|rule| &rule.from);
    sources.filter(|source| source.kind == kind.id).filter_map(|source| source.field.as_deref()).collect()
}
