//! A plan's definitions: only those that differ become entries, then one
//! adoption names them all.

use super::command::PlanText;
use super::decide::Ids;
use super::drafts;
use super::plan_refusal::PlanRefusal;
use super::refusal::Refusal;
use super::together::check_together;
use crate::event::{Draft, MAX_INDICATORS, MAX_TYPES, Period};
use crate::figures::State;
use crate::plan::{
    ActivityType, Adoption, Definition, DefinitionError, FileGroup, Group, Indicator, Objective, PlanHead,
    Target,
};

/// The entries that a plan becomes.
pub(super) fn plan_drafts(state: &State, plan: PlanText, ids: Ids<'_>) -> Result<Vec<Draft>, Refusal> {
    let head = plan.head;
    let mut drafts = Vec::new();
    let mut sequences = Vec::new();
    let all = definitions(&head);
    check_together(state, &head, &all)?;
    for definition in all {
        let latest = state.latest(definition.kind(), definition.id());
        let version = latest.map_or(1, |(_, known)| known.version() + 1);
        match latest {
            Some((sequence, known)) if *known == definition.clone().with_version(known.version()) => {
                sequences.push(sequence);
                continue;
            }
            Some((_, known)) => {
                check_other_plans(state, &head, &definition)?;
                check_next_type(known, &definition)?;
            }
            None => {}
        }
        let definition = definition.with_version(version);
        sequences.push(state.size() + drafts.len() as u64);
        let data = definition.to_data()?;
        // What is written must read back.
        Definition::read(definition.kind(), &data)?;
        drafts.push(drafts::plain(ids(), definition.kind().entry_type(), data));
    }
    within_limits(state, &head)?;
    if let Some(adoption) = adoption(state, &head, sequences)? {
        drafts.push(Draft { id: ids(), ..adoption });
    }
    if drafts.is_empty() { Err(PlanRefusal::Unchanged.into()) } else { Ok(drafts) }
}

/// So many types in the ledger and indicators in the plan, and no more.
fn within_limits(state: &State, head: &PlanHead) -> Result<(), Refusal> {
    let is_new = |kind: &&ActivityType| state.activity_type(&kind.id).is_none();
    let types = state.catalogue().len() + head.types.iter().filter(is_new).count();
    let groups = head.objective.iter().flat_map(|it| &it.group).chain(&head.group);
    let indicators = head.indicator.len() + groups.map(|group| group.indicator.len()).sum::<usize>();
    let within = types <= MAX_TYPES && indicators <= MAX_INDICATORS;
    if within { Ok(()) } else { Err(DefinitionError::Value.into()) }
}

/// All definitions of a plan file in the order in which they are appended:
/// what is named comes before what names it.
pub(super) fn definitions(head: &PlanHead) -> Vec<Definition> {
    let lists = head.list.iter().cloned().map(Definition::List);
    let types = head.types.iter().cloned().map(Definition::Type);
    let mut all: Vec<Definition> = lists.chain(types).collect();
    for objective in &head.objective {
        all.push(Definition::Objective(Objective {
            id: objective.id.clone(),
            version: 1,
            number: objective.number.clone(),
            label: objective.label.clone(),
        }));
        for group in &objective.group {
            add_group(&mut all, group, Some(&objective.id));
        }
    }
    head.group.iter().for_each(|group| add_group(&mut all, group, None));
    head.indicator.iter().for_each(|indicator| add_indicator(&mut all, indicator));
    all
}

fn add_group(all: &mut Vec<Definition>, group: &FileGroup, objective: Option<&String>) {
    group.indicator.iter().for_each(|indicator| add_indicator(all, indicator));
    all.push(Definition::Group(Group {
        id: group.id.clone(),
        version: 1,
        objective: objective.cloned(),
        label: group.label.clone(),
        rows: group.indicator.iter().map(|indicator| indicator.id.clone()).collect(),
        mean: group.mean.clone(),
    }));
}

fn add_indicator(all: &mut Vec<Definition>, indicator: &Indicator) {
    let mut plain = indicator.clone();
    let (target, reason) = (plain.target.take(), plain.targetreason.take());
    all.push(Definition::Indicator(Box::new(plain)));
    all.extend(
        target
            .map(|value| Definition::Target(Target { id: indicator.id.clone(), version: 1, value, reason })),
    );
}

/// An id has one meaning in the whole ledger: only the plan that last adopted
/// it may give it a next version. Types and lists belong to all plans.
fn check_other_plans(state: &State, head: &PlanHead, definition: &Definition) -> Result<(), Refusal> {
    if matches!(definition, Definition::Type(_) | Definition::List(_)) {
        return Ok(());
    }
    let Some((sequence, _)) = state.latest(definition.kind(), definition.id()) else { return Ok(()) };
    let holder = state.adoptions().iter().rev().find(|it| it.adoption.definitions.contains(&sequence));
    match holder {
        Some(holder) if Some(&holder.adoption.id) != head.plan.as_ref() => Err(PlanRefusal::IdOfOtherPlan {
            id: definition.id().to_owned(),
            plan: holder.adoption.id.clone(),
        }
        .into()),
        _ => Ok(()),
    }
}

/// A next version of a type may add optional fields and retire fields; stored
/// data keeps its meaning.
fn check_next_type(known: &Definition, next: &Definition) -> Result<(), Refusal> {
    let (Definition::Type(known), Definition::Type(next)) = (known, next) else { return Ok(()) };
    for field in &known.fields {
        let dropped = || PlanRefusal::FieldDropped { kind: next.id.clone(), field: field.name.clone() };
        let kept = next.field(&field.name).ok_or_else(dropped)?;
        if !field.is_kept_by(kept) {
            return Err(PlanRefusal::FieldChanges { kind: next.id.clone(), field: field.name.clone() }.into());
        }
    }
    if !known.counts_like(next) {
        return Err(PlanRefusal::MeaningChanges(next.id.clone()).into());
    }
    required_later(known, next)
}

fn required_later(known: &ActivityType, next: &ActivityType) -> Result<(), Refusal> {
    let later = next
        .fields
        .iter()
        .find(|field| field.required && !known.field(&field.name).is_some_and(|old| old.required));
    match later {
        Some(field) => {
            Err(PlanRefusal::FieldRequired { kind: next.id.clone(), field: field.name.clone() }.into())
        }
        None => Ok(()),
    }
}

/// The adoption, unless the plan stands as it is or the file holds a
/// catalogue only.
fn adoption(state: &State, head: &PlanHead, definitions: Vec<u64>) -> Result<Option<Draft>, Refusal> {
    let Some(plan) = &head.plan else { return Ok(None) };
    let day = head.inforce.ok_or_else(|| PlanRefusal::WithoutDay(plan.clone()))?;
    let known = state.adoptions().iter().rev().find(|it| it.adoption.id == *plan);
    let adoption = Adoption {
        id: plan.clone(),
        version: known.map_or(1, |it| it.adoption.version),
        label: head.label.clone().ok_or_else(|| PlanRefusal::WithoutLabel(plan.clone()))?,
        approver: head.approver.clone(),
        approval: head.approval.clone(),
        columns: head.columns.clone(),
        fiscalyearend: head.fiscalyearend.clone(),
        notice: head.notice.clone(),
        definitions,
    };
    if known.is_some_and(|it| it.adoption == adoption && it.day == day) {
        return Ok(None);
    }
    let version = known.map_or(1, |it| it.adoption.version + 1);
    let data = Adoption { version, ..adoption }.to_data()?;
    Adoption::read(&data)?;
    let id = crate::event::EntryId::new(uuid::Uuid::nil());
    let draft = drafts::plain(id, crate::event::types::PLAN_ADOPTED, data);
    Ok(Some(Draft { occurred: Some(Period::on(day)), ..draft }))
}
