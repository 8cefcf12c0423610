//! Whether the definitions of a plan make sense beside each other.

use std::collections::{BTreeMap, BTreeSet};

use super::plan_refusal::PlanRefusal;
use super::refusal::Refusal;
use crate::figures::State;
use crate::plan::{
    ActivityType, Definition, FieldKind, Group, Indicator, Opened, PlanHead, Rule, nearest_type,
};

/// Each id stands once, names have room under the ledger's prefix, and what a
/// rule, a mean or an approval names is there.
pub(super) fn check_together(state: &State, head: &PlanHead, all: &[Definition]) -> Result<(), Refusal> {
    let mut seen = BTreeSet::new();
    for definition in all {
        let (kind, id) = (definition.kind(), definition.id());
        if !seen.insert((kind, id)) {
            return Err(PlanRefusal::DefinedTwice { kind, id: id.to_owned() }.into());
        }
        match definition {
            Definition::Type(kind) => has_room(state, kind)?,
            Definition::Group(group) => has_rows(group)?,
            Definition::Indicator(indicator) => reads(state, head, indicator)?,
            _ => {}
        }
    }
    let rules: BTreeMap<&str, &Rule> = all.iter().filter_map(rule_of).collect();
    for definition in all {
        if let Definition::Indicator(indicator) = definition {
            has_parts(&rules, indicator)?;
        }
    }
    head.approval.iter().try_for_each(|kind| type_of(state, head, kind).map(|_| ()))
}

fn rule_of(definition: &Definition) -> Option<(&str, &Rule)> {
    match definition {
        Definition::Indicator(indicator) => Some((indicator.id.as_str(), &indicator.rule)),
        _ => None,
    }
}

/// A share is made of two indicators of the plan that are no shares, so that
/// none is made of itself, and that have its window.
fn has_parts(rules: &BTreeMap<&str, &Rule>, indicator: &Indicator) -> Result<(), Refusal> {
    let rule = &indicator.rule;
    for part in [&rule.part, &rule.whole].into_iter().flatten() {
        let (indicator, name) = (indicator.id.clone(), part.clone());
        match rules.get(part.as_str()).filter(|part| part.kind.is_a_part()) {
            None => return Err(PlanRefusal::UnfitPart { indicator, part: name }.into()),
            Some(part) if !rule.has_window_of(part) => {
                return Err(
                    PlanRefusal::OtherWindow { indicator, part: name, window: part.own_window() }.into()
                );
            }
            Some(_) => {}
        }
    }
    Ok(())
}

fn has_room(state: &State, kind: &ActivityType) -> Result<(), Refusal> {
    let room = state.opened().map_or(0, Opened::room_for_types);
    if kind.id.len() <= room {
        Ok(())
    } else {
        Err(PlanRefusal::LongTypeName { kind: kind.id.clone(), room }.into())
    }
}

fn has_rows(group: &Group) -> Result<(), Refusal> {
    let stranger = group.mean.iter().flatten().find(|id| !group.rows.contains(id));
    match stranger {
        Some(id) => Err(PlanRefusal::NotARow { group: group.id.clone(), id: id.clone() }.into()),
        None => Ok(()),
    }
}

/// A rule reads fields that are there and not sealed.
fn reads(state: &State, head: &PlanHead, indicator: &Indicator) -> Result<(), Refusal> {
    for source in &indicator.rule.from {
        let kind = type_of(state, head, &source.kind)?;
        let unreadable = |path: &&str| {
            let root = path.split('.').next().unwrap_or_default();
            let found = kind.field(root).is_some_and(|field| field.kind != FieldKind::Sealed);
            !found && root != "subject"
        };
        if let Some(path) = indicator.rule.paths(source).find(unreadable) {
            let (indicator, kind) = (indicator.id.clone(), kind.id.clone());
            return Err(PlanRefusal::Unreadable { indicator, kind, path: path.to_owned() }.into());
        }
    }
    Ok(())
}

/// The type as it will be once the plan is adopted.
fn type_of<'a>(state: &'a State, head: &'a PlanHead, id: &str) -> Result<&'a ActivityType, Refusal> {
    let known = head.types.iter().find(|kind| kind.id == id).or_else(|| state.activity_type(id));
    known.ok_or_else(|| {
        let near = nearest_type(id, state.catalogue().into_iter().chain(&head.types));
        Refusal::UnknownType { typed: id.to_owned(), near }
    })
}
