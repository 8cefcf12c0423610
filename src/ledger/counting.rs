//! A new type of activity, and the indicators that count it from a day on: the
//! plan as it stands with the one and the others changed. It is adopted as any
//! plan is.

use super::command::PlanText;
use super::plan_refusal::PlanRefusal;
use super::refusal::Refusal;
use crate::event::{Day, types};
use crate::figures::{Adopted, Content, PlanChoice, Ruling, State};
use crate::plan::{
    ActivityType, Definition, FieldKind, FileGroup, FileObjective, Indicator, Kind, PlanHead, Rule, Source,
    Unit, Window, Words,
};

/// What is counted of the activities of a type.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum How {
    /// Each activity is one.
    Entries,
    /// The numbers or amounts of a field are added up.
    Sum(String),
    /// Each value of a field is one, however often it stands there.
    Distinct(String),
}

/// Which indicators count a new type, how, and from when on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Counting {
    /// Their ids.
    pub indicators: Vec<String>,
    /// What is counted.
    pub how: How,
    /// First day on which the plan says so; after the last reported total where
    /// nothing is said.
    pub since: Option<Day>,
    /// What a reader is told of the rule.
    pub words: Words,
}

/// The catalogue with a new type, and the plan with what counts it.
pub fn with_type(state: &State, kind: ActivityType, counting: &Counting) -> Result<PlanText, Refusal> {
    if state.activity_type(&kind.id).is_some() {
        return Err(PlanRefusal::TypeThere(kind.id).into());
    }
    if counting.indicators.is_empty() {
        return Ok(PlanText { head: PlanHead { types: vec![kind], ..PlanHead::default() } });
    }
    let adopted = holder(state)?;
    let mut head = standing_plan(state, adopted);
    for id in &counting.indicators {
        let indicator =
            indicator_mut(&mut head, id).ok_or_else(|| super::decide::unknown_indicator(state, id))?;
        count(indicator, &kind, counting)?;
    }
    let since = counting.since.unwrap_or_else(|| after_totals(state, &counting.indicators).max(adopted.day));
    if since < adopted.day {
        return Err(PlanRefusal::BeforeVersion { since, from: adopted.day }.into());
    }
    head.inforce = Some(since);
    head.types.push(kind);
    Ok(PlanText { head })
}

/// The last version of the plan adopted first, which is the one that people see.
fn holder(state: &State) -> Result<&Adopted, Refusal> {
    let first = state.adoptions().first().ok_or(PlanRefusal::NoPlan)?;
    let versions = state.adoptions().iter().filter(|it| it.adoption.id == first.adoption.id);
    Ok(versions.max_by_key(|it| (it.day, it.sequence)).unwrap_or(first))
}

/// The day after the last reported total of some indicators.
fn after_totals(state: &State, indicators: &[String]) -> Day {
    let total = |record: &crate::figures::Record| match &record.standing(false).ok()?.content {
        Content::Total(total) if indicators.contains(&total.indicator) => Some(total.to),
        _ => None,
    };
    let last = state.of_kind(types::TOTAL_REPORTED).filter_map(total).max();
    last.map_or(Day::FIRST, Day::next)
}

/// A plan that was adopted, as its file would say it.
pub fn standing_plan(state: &State, adopted: &Adopted) -> PlanHead {
    let own = &adopted.adoption;
    let choice = PlanChoice { id: Some(own.id.clone()), version: Some(own.version) };
    let mut head = PlanHead {
        plan: Some(own.id.clone()),
        label: Some(own.label.clone()),
        inforce: Some(adopted.day),
        fiscalyearend: own.fiscalyearend.clone(),
        approver: own.approver.clone(),
        approval: own.approval.clone(),
        notice: own.notice.clone(),
        columns: own.columns.clone(),
        ..PlanHead::default()
    };
    let Ok(ruling) = Ruling::at(state, &choice, adopted.day) else { return head };
    let whole = |id: &str| {
        let target = ruling.target(id);
        let indicator = ruling.indicator(id)?.clone();
        let (value, reason) = (target.map(|it| it.value.clone()), target.and_then(|it| it.reason.clone()));
        Some(Indicator { target: value, targetreason: reason, ..indicator })
    };
    for definition in own.definitions.iter().filter_map(|place| state.definition(*place)) {
        match definition {
            Definition::List(list) => head.list.push(list.clone()),
            // A type has one meaning in the whole ledger: its last version.
            Definition::Type(kind) => head.types.extend(state.activity_type(&kind.id).cloned()),
            Definition::Objective(it) => head.objective.push(FileObjective {
                id: it.id.clone(),
                number: it.number.clone(),
                label: it.label.clone(),
                group: vec![],
            }),
            Definition::Group(it) => {
                let group = FileGroup {
                    id: it.id.clone(),
                    label: it.label.clone(),
                    mean: it.mean.clone(),
                    indicator: it.rows.iter().filter_map(|id| whole(id)).collect(),
                };
                let above = |known: &&mut FileObjective| Some(&known.id) == it.objective.as_ref();
                match head.objective.iter_mut().find(above) {
                    Some(objective) => objective.group.push(group),
                    None => head.group.push(group),
                }
            }
            Definition::Indicator(it) if ruling.groups.iter().all(|group| !group.rows.contains(&it.id)) => {
                head.indicator.extend(whole(&it.id));
            }
            Definition::Indicator(_) | Definition::Target(_) => {}
        }
    }
    head
}

fn indicator_mut<'h>(head: &'h mut PlanHead, id: &str) -> Option<&'h mut Indicator> {
    let PlanHead { objective, group, indicator, .. } = head;
    let groups = objective.iter_mut().flat_map(|it| &mut it.group).chain(group);
    groups.flat_map(|it| &mut it.indicator).chain(indicator).find(|it| it.id == id)
}

/// Makes an indicator count a type. What was reported of it before stays: a rule
/// that adds up takes what came after.
fn count(indicator: &mut Indicator, kind: &ActivityType, counting: &Counting) -> Result<(), Refusal> {
    let (own, source) = source(indicator, kind, &counting.how)?;
    let rule = &mut indicator.rule;
    let window = rule.window.filter(|it| *it == Window::FiscalYear);
    let is_reported = rule.from.is_empty() && matches!(rule.kind, Kind::Latest | Kind::Sum);
    if is_reported {
        let since = rule.since;
        *rule = Rule {
            kind: own,
            window: Some(window.unwrap_or(Window::Cumulative)),
            since,
            from: vec![source],
            per: None,
            part: None,
            whole: None,
            having: None,
        };
        indicator.words = Some(counting.words.clone());
        return Ok(());
    }
    if rule.kind != own || rule.having.is_some() {
        let (indicator, kind) = (indicator.id.clone(), indicator.rule.kind);
        return Err(PlanRefusal::CountsOtherwise { indicator, kind }.into());
    }
    rule.from.push(source);
    Ok(())
}

/// The kind of rule and what it draws on, in the unit of the indicator.
fn source(indicator: &Indicator, kind: &ActivityType, how: &How) -> Result<(Kind, Source), Refusal> {
    let (own, field, key) = match how {
        How::Entries => (Kind::Count, None, None),
        How::Distinct(name) => (Kind::Distinct, None, Some(name.clone())),
        How::Sum(name) => {
            let found = kind.field(name).map(|it| it.kind);
            let own = match found {
                Some(FieldKind::Count) => Kind::Count,
                Some(FieldKind::Decimal | FieldKind::Money) => Kind::Sum,
                _ => return Err(PlanRefusal::NoNumber { kind: kind.id.clone(), field: name.clone() }.into()),
            };
            (own, Some(name.clone()), None)
        }
    };
    let is_money =
        field.as_ref().and_then(|name| kind.field(name)).is_some_and(|it| it.kind == FieldKind::Money);
    let fits = match indicator.unit() {
        Unit::Money(_) => is_money,
        Unit::Percent => false,
        Unit::Words(_) | Unit::Number => !is_money,
    };
    if !fits {
        return Err(PlanRefusal::OtherUnit(indicator.id.clone()).into());
    }
    Ok((own, Source { kind: kind.id.clone(), field, key, conditions: vec![] }))
}
