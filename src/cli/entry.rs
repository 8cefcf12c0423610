//! What commands about one entry share: types, fields, entries by id or
//! place, receipts.

use serde_json::json;

use super::context::Context;
use super::{Format, Problem};
use crate::event::{Currency, EntryId, Object};
use crate::exchange::{folded, nearest, typed_value};
use crate::figures::{Record, State};
use crate::ledger::{Receipt, Refusal};
use crate::plan::ActivityType;

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
    let near = if named.is_empty() {
        nearest(typed, catalogue.iter().flat_map(|kind| kind.names()))
    } else {
        named.iter().map(|kind| kind.id.as_str()).collect()
    };
    let refusal = Refusal::UnknownType(typed.to_owned());
    Err(Problem::Check(with_near(&refusal.to_string(), &near)))
}

fn with_near(sentence: &str, near: &[&str]) -> String {
    if near.is_empty() { sentence.to_owned() } else { format!("{sentence}; nearest: {}", near.join(", ")) }
}

/// The stored fields of what was typed as name=value.
pub(super) fn fields(state: &State, kind: &ActivityType, typed: &[String]) -> Result<Object, Problem> {
    let currency = state.currency().unwrap_or(Currency::NONE);
    let mut fields = Object::new();
    for pair in typed {
        let (name, value) =
            pair.split_once('=').ok_or_else(|| Problem::Usage(format!("“{pair}” is not NAME=VALUE")))?;
        let wanted = folded(name);
        let by_label = || {
            kind.fields.iter().find(|field| field.label.each().iter().any(|label| folded(label) == wanted))
        };
        let field = kind.field(name).or_else(by_label).ok_or_else(|| {
            let near = nearest(name, kind.fields.iter().map(|field| field.name.as_str()));
            let all: Vec<&str> = kind.fields.iter().map(|field| field.name.as_str()).collect();
            let near = if near.is_empty() { all } else { near };
            Problem::Check(with_near(&format!("“{}” has no field “{name}”", kind.id), &near))
        })?;
        let stored =
            typed_value(field, value, currency).map_err(|error| Problem::Usage(error.to_string()))?;
        fields.insert(field.name.clone(), stored);
    }
    Ok(fields)
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
    by_id()
        .or_else(by_place)
        .ok_or_else(|| Problem::Check(format!("there is no activity or total “{typed}”")))
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
