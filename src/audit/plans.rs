//! Whether a definition or an adoption may follow the definitions before it.

use std::collections::BTreeSet;

use super::Misstep;
use super::follows::{holds, one_day, own_version};
use crate::event::{Draft, MAX_INDICATORS, MAX_TYPES};
use crate::figures::State;
use crate::plan::{
    ActivityType, Adoption, Definition, DefinitionKind, FieldKind, Group, Indicator, Opened, root_of,
};

pub(super) fn definition(state: &State, kind: DefinitionKind, draft: &Draft) -> Result<(), Misstep> {
    own_version(draft)?;
    let next = Definition::read(kind, &draft.data).map_err(|_| Misstep::Definition)?;
    let before = state.latest(kind, next.id());
    let known = before.map_or(0, |(_, known)| known.version());
    let many = kind == DefinitionKind::Type && known == 0 && state.catalogue().len() >= MAX_TYPES;
    holds(!many, Misstep::TooManyTypes)?;
    holds(next.version() == known + 1, Misstep::DefinitionVersion)?;
    match (&next, before) {
        (Definition::Type(next), Some((_, Definition::Type(before)))) => {
            holds(evolves(before, next), Misstep::TypeChanges)
        }
        (Definition::Type(next), _) => {
            let room = state.opened().map_or(0, Opened::room_for_types);
            holds(next.id.len() <= room, Misstep::TypeNameTooLong)
        }
        (Definition::Indicator(next), _) => holds(reads(state, next), Misstep::ReadsUnfit),
        _ => Ok(()),
    }
}

/// Whether a next version of a type keeps all fields with their meaning, and
/// asks nothing of activities that they may lack.
fn evolves(before: &ActivityType, next: &ActivityType) -> bool {
    let kept = |old: &crate::plan::Field| next.field(&old.name).is_some_and(|new| old.is_kept_by(new));
    let mut required = next.fields.iter().filter(|field| field.required);
    before.counts_like(next)
        && before.fields.iter().all(kept)
        && required.all(|new| before.field(&new.name).is_some_and(|old| old.required))
}

/// Whether everything that a rule reads of its types is there and not sealed.
fn reads(state: &State, indicator: &Indicator) -> bool {
    indicator.rule.from.iter().all(|source| {
        let Some(kind) = state.activity_type(&source.kind) else { return false };
        indicator.rule.paths(source).all(|path| {
            let root = root_of(path);
            let field = kind.field(root).map(|field| field.kind);
            root == "subject" || field.is_some_and(|kind| kind != FieldKind::Sealed)
        })
    })
}

pub(super) fn adoption(state: &State, draft: &Draft) -> Result<(), Misstep> {
    own_version(draft)?;
    let next = Adoption::read(&draft.data).map_err(|_| Misstep::Adoption)?;
    let before = state.adoptions().iter().filter(|it| it.adoption.id == next.id).count();
    holds(usize::try_from(next.version) == Ok(before + 1), Misstep::PlanVersion)?;
    one_day(draft.occurred)?;
    let named: Option<Vec<&Definition>> = next.definitions.iter().map(|it| state.definition(*it)).collect();
    let named = named.ok_or(Misstep::NotADefinition)?;
    let ids: BTreeSet<_> = named.iter().map(|it| (it.kind(), it.id())).collect();
    holds(ids.len() == named.len(), Misstep::DefinedTwice)?;
    let has = |kind: DefinitionKind, id: &str| ids.contains(&(kind, id));
    let indicators = ids.iter().filter(|(kind, _)| *kind == DefinitionKind::Indicator).count();
    holds(indicators <= MAX_INDICATORS, Misstep::TooManyIndicators)?;
    let rules: BTreeSet<&str> = named.iter().filter_map(|it| part(it)).collect();
    let mut rows = BTreeSet::new();
    for definition in &named {
        match definition {
            Definition::Target(target) => {
                holds(has(DefinitionKind::Indicator, &target.id), Misstep::TargetAlone)?;
            }
            Definition::Indicator(share) => {
                let parts = [&share.rule.part, &share.rule.whole];
                holds(
                    parts.into_iter().flatten().all(|id| rules.contains(&id.as_str())),
                    Misstep::PartUnfit,
                )?;
            }
            Definition::Group(group) => {
                let known = |id: &String| has(DefinitionKind::Indicator, id);
                holds(group.rows.iter().all(known) && has_mean(group), Misstep::RowUnknown)?;
                let objective = group.objective.as_ref();
                let under = objective.is_none_or(|id| has(DefinitionKind::Objective, id));
                holds(under, Misstep::ObjectiveUnknown)?;
                holds(group.rows.iter().all(|id| rows.insert(id)), Misstep::RowTwice)?;
            }
            _ => {}
        }
    }
    let approvals = next.approval.iter().all(|kind| state.activity_type(kind).is_some());
    holds(approvals, Misstep::ApprovalUnknown)
}

/// The id of an indicator of which a share can be made.
fn part(definition: &Definition) -> Option<&str> {
    match definition {
        Definition::Indicator(indicator) if indicator.rule.kind.is_a_part() => Some(&indicator.id),
        _ => None,
    }
}

fn has_mean(group: &Group) -> bool {
    group.mean.iter().flatten().all(|id| group.rows.contains(id))
}
