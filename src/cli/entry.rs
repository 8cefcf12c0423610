//! What commands about one entry share: types, fields, entries by id or
//! place, receipts.

use serde_json::json;

use super::context::Context;
use super::{Format, Problem, Usage};
use crate::event::{Currency, EntryId, Object};
use crate::exchange::typed_value;
use crate::figures::{Record, State};
use crate::ledger::{Receipt, Refusal};
use crate::plan::{ActivityType, Field, Near, check_fields, folded, nearest_type, unknown_field};

/// The type that people call so.
pub(super) fn type_of<'a>(state: &'a State, typed: &str) -> Result<&'a ActivityType, Problem> {
    if let Some(kind) = state.activity_type(typed) {
        return Ok(kind);
    }
    let catalogue = state.catalogue();
    let wanted = folded(typed);
    let named: Vec<&&ActivityType> =
        catalogue.iter().filter(|kind| kind.names().iter().any(|name| folded(name) == wanted)).collect();
    if let [one] = named.as_slice() {
        return Ok(one);
    }
    let typed = typed.to_owned();
    if named.is_empty() {
        let near = nearest_type(&typed, catalogue.into_iter());
        return Err(Refusal::UnknownType { typed, near }.into());
    }
    let near = |kind: &&&ActivityType| Near { id: kind.id.clone(), label: kind.label.clone() };
    Err(Problem::TwoTypes { typed, near: named.iter().map(near).collect() })
}

/// The stored fields of what was typed as name=value.
pub(super) fn fields(state: &State, kind: &ActivityType, typed: &[String]) -> Result<Object, Problem> {
    let currency = state.currency().unwrap_or(Currency::NONE);
    let (mut fields, mut problems) = (Object::new(), Vec::new());
    for pair in typed {
        let (name, value) = pair.split_once('=').ok_or_else(|| Usage::Pair(pair.clone()))?;
        match field_of(kind, name) {
            Some(field) => {
                fields.insert(field.name.clone(), typed_value(field, value, currency)?);
            }
            None => problems.push(unknown_field(kind, name)),
        }
    }
    if problems.is_empty() {
        return Ok(fields);
    }
    // What else is wrong is told with it, so that one look is enough.
    problems.extend(check_fields(kind, &fields, currency, state.register()));
    Err(Refusal::Fields { kind: kind.id.clone(), problems }.into())
}

/// The field that people call so.
fn field_of<'a>(kind: &'a ActivityType, name: &str) -> Option<&'a Field> {
    let wanted = folded(name);
    let is_called = |field: &&Field| field.label.each().iter().any(|label| folded(label) == wanted);
    kind.field(name).or_else(|| kind.fields.iter().find(is_called))
}

/// An entry by its id or its place.
pub(super) fn record_of<'a>(state: &'a State, typed: &str) -> Result<&'a Record, Problem> {
    let by_place = || {
        let sequence: u64 = typed.trim_start_matches('#').parse().ok()?;
        state.records().iter().find(|record| {
            record.sequence == sequence || record.versions.iter().any(|it| it.sequence == sequence)
        })
    };
    let by_id = || typed.parse::<EntryId>().ok().and_then(|id| state.record(id));
    by_id().or_else(by_place).ok_or_else(|| Problem::Entry(typed.to_owned()))
}

/// Prints what a recorder keeps.
pub(super) fn receipts(context: &Context, receipts: &[Receipt]) -> Result<(), Problem> {
    match context.format {
        Format::Text => receipts.iter().try_for_each(|it| {
            context.print(&format!("#{} · {} · {} · {}\n", it.sequence, it.kind, it.id, it.hash))
        }),
        Format::Json => {
            let entries: Vec<_> = receipts
                .iter()
                .map(|it| {
                    json!({
                        "hash": it.hash.to_string(), "id": it.id.to_string(), "repeated": it.repeated,
                        "sequence": it.sequence, "type": it.kind,
                    })
                })
                .collect();
            context.print_json(&json!({"entries": entries, "jalon": "receipt/1"}))
        }
    }
}
