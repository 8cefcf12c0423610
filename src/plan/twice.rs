//! What stands twice in plan files that are read as one. An id names one
//! definition of its kind, whatever file or group it stands in.

use std::collections::BTreeSet;

use super::{DefinitionKind, FileGroup, Indicator, Place, PlanHead};

/// A definition whose id another before it has.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Doubled {
    /// The file, by its place among them.
    pub file: usize,
    /// Where its id stands in that file.
    pub place: Place,
    /// What is defined.
    pub kind: DefinitionKind,
    /// The id.
    pub id: String,
}

/// Every definition whose id stands before, in the same file or another.
pub fn doubled(heads: &[&PlanHead]) -> Vec<Doubled> {
    let mut seen = BTreeSet::new();
    let all = heads.iter().enumerate().flat_map(|(file, head)| {
        named(head).into_iter().map(move |(kind, id, place)| Doubled { file, place, kind, id })
    });
    all.filter(|it| !seen.insert((it.kind, it.id.clone()))).collect()
}

/// A definition by kind and id, and where its id stands.
type Named = (DefinitionKind, String, Place);

fn named(head: &PlanHead) -> Vec<Named> {
    let mut all = Vec::new();
    let lists = head.list.iter().map(|it| &it.id).enumerate();
    all.extend(lists.map(|(at, id)| named_at(DefinitionKind::List, id, &[], "list", at)));
    let types = head.types.iter().map(|it| &it.id).enumerate();
    all.extend(types.map(|(at, id)| named_at(DefinitionKind::Type, id, &[], "type", at)));
    for (at, objective) in head.objective.iter().enumerate() {
        all.push(named_at(DefinitionKind::Objective, &objective.id, &[], "objective", at));
        add_groups(&mut all, &objective.group, &["objective".to_owned(), at.to_string()]);
    }
    add_groups(&mut all, &head.group, &[]);
    add_indicators(&mut all, &head.indicator, &[]);
    all
}

fn add_groups(all: &mut Vec<Named>, groups: &[FileGroup], within: &[String]) {
    for (at, group) in groups.iter().enumerate() {
        all.push(named_at(DefinitionKind::Group, &group.id, within, "group", at));
        let steps = ["group".to_owned(), at.to_string()];
        add_indicators(all, &group.indicator, &[within, &steps].concat());
    }
}

fn add_indicators(all: &mut Vec<Named>, indicators: &[Indicator], within: &[String]) {
    let ids = indicators.iter().map(|it| &it.id).enumerate();
    all.extend(ids.map(|(at, id)| named_at(DefinitionKind::Indicator, id, within, "indicator", at)));
}

fn named_at(kind: DefinitionKind, id: &str, within: &[String], array: &str, at: usize) -> Named {
    let steps = [array.to_owned(), at.to_string(), "id".to_owned()];
    (kind, id.to_owned(), [within, &steps].concat())
}
