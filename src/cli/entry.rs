//! What commands about one entry share: types, fields, entries by id or
//! place, receipts.

use serde_json::json;

use super::context::Context;
use super::{Format, Problem, Usage};
use crate::event::{EntryId, Object, Period};
use crate::exchange::{
    FieldError, FieldTrouble, Setting, TypeError, TypedError, field_named, typed_date, typed_fields,
    typed_type,
};
use crate::figures::{Record, State};
use crate::ledger::{Receipt, Refusal};
use crate::plan::{ActivityType, Field};

/// The type that people call so.
pub(super) fn type_of<'a>(state: &'a State, typed: &str) -> Result<&'a ActivityType, Problem> {
    typed_type(typed, &state.catalogue()).map_err(|error| match error {
        TypeError::Unknown { typed, near } => Refusal::UnknownType { typed, near }.into(),
        TypeError::Several { typed, near } => Problem::TwoTypes { typed, near },
    })
}

/// The days that were typed.
pub(super) fn days(state: &State, typed: &str) -> Result<Period, Problem> {
    Ok(typed_date(typed, &setting(state).calendar)?)
}

/// The stored fields of what was typed as name=value; all that is wrong with
/// them is told at once.
pub(super) fn fields(state: &State, kind: &ActivityType, typed: &[String]) -> Result<Object, Problem> {
    let pair = |pair: &'_ String| Usage::Pair(pair.clone());
    let given = typed.iter().map(|it| it.split_once('=').ok_or_else(|| pair(it)));
    let given: Vec<(&str, &str)> = given.collect::<Result<_, _>>()?;
    typed_fields(kind, &given, &setting(state)).map_err(|errors| {
        // Names are looked up in the ledger, which refuses those it has not.
        let is_usage = |trouble: &FieldTrouble| {
            matches!(trouble, FieldTrouble::Value(error) if !matches!(error, TypedError::Body(_)))
        };
        if errors.iter().all(|it| is_usage(&it.trouble)) {
            Usage::Fields(errors).into()
        } else {
            Problem::Fields(errors)
        }
    })
}

/// The field that people call so.
pub(super) fn field_of<'a>(kind: &'a ActivityType, typed: &str) -> Result<&'a Field, Problem> {
    let wrong = |trouble| Problem::Fields(vec![FieldError { at: 0, field: typed.to_owned(), trouble }]);
    field_named(kind, typed).map_err(wrong)
}

fn setting(state: &State) -> Setting<'_> {
    Setting::of(state, Context::moment().day(state.zone()))
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
