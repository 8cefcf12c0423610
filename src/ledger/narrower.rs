//! What format 1 lets be and is recorded no more: what stands already is read
//! as before, and a correction may keep it.

use crate::event::{Day, Json, Object};
use crate::figures::{State, counted_fields};
use crate::plan::{ActivityType, Field, FieldKind, FieldProblem, Trouble, precise};

/// What is wrong with fields of an activity, beyond what makes them unreadable;
/// `kept` are those of the version before it.
pub(super) fn newly_refused(
    state: &State,
    kind: &ActivityType,
    fields: &Object,
    kept: Option<&Object>,
) -> Vec<FieldProblem> {
    let mut problems = below_zero(state, kind, fields, kept);
    problems.extend(ends_before(kind, fields, kept));
    problems
}

/// An end before the beginning, where a type says both by fields of its own.
fn ends_before(kind: &ActivityType, fields: &Object, kept: Option<&Object>) -> Option<FieldProblem> {
    let day = |fields: &Object, name: &str| -> Option<Day> {
        kind.field(name).filter(|field| field.is_one_date())?;
        fields.get(name)?.as_text()?.parse().ok()
    };
    let both = |fields: &Object| Some((day(fields, "begins")?, day(fields, "ends")?));
    let (begins, ends) = both(fields)?;
    let is_kept = kept.and_then(both) == Some((begins, ends));
    let field = kind.field("ends").filter(|_| ends < begins && !is_kept)?;
    Some(problem(field, Trouble::EndsBefore { begins, ends }))
}

fn problem(field: &Field, trouble: Trouble) -> FieldProblem {
    FieldProblem { field: field.name.clone(), label: Some(field.label.clone()), trouble }
}

/// The fields by which a `count` rule takes an entry for several, and which say
/// less than none: as of a total, what is counted is not below zero.
fn below_zero(
    state: &State,
    kind: &ActivityType,
    fields: &Object,
    kept: Option<&Object>,
) -> Vec<FieldProblem> {
    let is_new = |name: &str, value: &Json| kept.is_none_or(|kept| kept.get(name) != Some(value));
    let is_below = |value: &Json| precise(value, None).is_some_and(|it| it.value.is_negative());
    let below = kind.fields.iter().filter(|field| {
        let value = fields.get(&field.name).filter(|value| is_new(&field.name, value));
        field.kind == FieldKind::Count && value.is_some_and(is_below)
    });
    let mut below = below.peekable();
    if below.peek().is_none() {
        return vec![];
    }
    let counted = counted_fields(state, kind);
    let is_counted = |field: &&Field| counted.contains(field.name.as_str());
    below.filter(is_counted).map(|field| problem(field, Trouble::Negative)).collect()
}
