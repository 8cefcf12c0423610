//! What commands about one entry share: types, fields, entries by id or
//! place, receipts.

use serde_json::json;

use super::context::Context;
use super::{Format, Problem};
use crate::event::{EntryId, Object, Period};
use crate::exchange::{FieldTrouble, Setting, TypedError, field_named, typed_date, typed_fields, typed_type};
use crate::figures::{Record, State};
use crate::ledger::Receipt;
use crate::plan::{ActivityType, Field};
use crate::present::Arg;
use crate::present::problems::{date_sentence, type_sentence, typed_field_sentence};

/// The type that people call so.
pub(super) fn type_of<'a>(
    context: &Context,
    state: &'a State,
    typed: &str,
) -> Result<&'a ActivityType, Problem> {
    typed_type(typed, &state.catalogue())
        .map_err(|error| Problem::Check(type_sentence(&context.messages, &error)))
}

/// The days that were typed.
pub(super) fn days(context: &Context, state: &State, typed: &str) -> Result<Period, Problem> {
    let calendar = setting(state).calendar;
    typed_date(typed, &calendar).map_err(|error| Problem::Usage(date_sentence(&context.messages, &error)))
}

/// The stored fields of what was typed as name=value; all that is wrong with
/// them is told at once.
pub(super) fn fields(
    context: &Context,
    state: &State,
    kind: &ActivityType,
    typed: &[String],
) -> Result<Object, Problem> {
    let pair = |pair: &str| context.messages.say("typed-field-pair", &[("typed", Arg::Text(pair))]);
    let given: Vec<(&str, &str)> = typed
        .iter()
        .map(|it| it.split_once('=').ok_or_else(|| Problem::Usage(pair(it))))
        .collect::<Result<_, _>>()?;
    typed_fields(kind, &given, &setting(state)).map_err(|errors| {
        let told = errors.iter().map(|it| typed_field_sentence(&context.messages, &it.field, &it.trouble));
        let told = told.collect::<Vec<_>>().join("\n");
        // Names are looked up in the ledger, which refuses those it has not.
        let is_usage = |trouble: &FieldTrouble| {
            matches!(trouble, FieldTrouble::Value(error) if !matches!(error, TypedError::Body(_)))
        };
        if errors.iter().all(|it| is_usage(&it.trouble)) { Problem::Usage(told) } else { Problem::Check(told) }
    })
}

/// The field that people call so.
pub(super) fn field_of<'a>(
    context: &Context,
    kind: &'a ActivityType,
    typed: &str,
) -> Result<&'a Field, Problem> {
    field_named(kind, typed)
        .map_err(|trouble| Problem::Usage(typed_field_sentence(&context.messages, typed, &trouble)))
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
