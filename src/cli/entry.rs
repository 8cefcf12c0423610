//! What commands about one entry share: types, fields, entries by id or
//! place, receipts.

use serde_json::json;

use super::context::Context;
use super::named::Typed;
use super::{Format, Problem, Usage};
use crate::event::{BodyId, Day, Object, Period, YearEnd, Zone};
use crate::exchange::{
    Calendar, FieldError, FieldTrouble, Remedy, Setting, TypeError, TypedError, field_named, typed_body,
    typed_date, typed_fields, typed_total, typed_type,
};
use crate::figures::{NoteRecord, State, Total};
use crate::ledger::{Receipt, Refusal};
use crate::plan::{ActivityType, Definition, DefinitionKind, Field, FieldKind};
use crate::present::{body_words, notice_json, receipt_json, receipt_text};

/// The type that people call so, with or without the ledger's prefix.
pub(super) fn type_of<'a>(state: &'a State, typed: &str) -> Result<&'a ActivityType, Problem> {
    typed_type(state.short_kind(typed.trim()), &state.catalogue()).map_err(|error| match error {
        TypeError::Unknown { typed, near } => Refusal::UnknownType { typed, near }.into(),
        TypeError::Several { typed, near } => Problem::TwoTypes { typed, near },
    })
}

/// A day: the last one of what was typed, as `--on` takes it.
pub(super) fn last_day(state: &State, typed: &str) -> Result<Day, Problem> {
    days(state, typed).map(|days| days.to)
}

/// The days that were typed.
pub(super) fn days(state: &State, typed: &str) -> Result<Period, Problem> {
    Ok(typed_date(typed, &Setting::of(state, Some(today(state))).calendar)?)
}

/// The same where there is no ledger yet.
pub(super) fn days_with(typed: &str, year_end: YearEnd) -> Result<Period, Problem> {
    let today = Context::moment().day(&Zone::UTC);
    Ok(typed_date(typed, &Calendar { today, year_end })?)
}

/// The stored fields of what was typed as name=value; all that is wrong with
/// them is told at once.
pub(super) fn fields(
    context: &Context,
    state: &State,
    kind: &ActivityType,
    typed: &[String],
) -> Result<Object, Problem> {
    fields_in(&setting(context, state), kind, typed)
}

/// The same where the register is about to have more bodies.
pub(super) fn fields_in(
    setting: &Setting<'_>,
    kind: &ActivityType,
    typed: &[String],
) -> Result<Object, Problem> {
    typed_fields(kind, &name_values(typed)?, setting).map_err(refused)
}

/// A total with what was typed as name=value.
pub(super) fn total_of(
    context: &Context,
    state: &State,
    before: &Total,
    typed: &[String],
) -> Result<Total, Problem> {
    let latest = state.latest(DefinitionKind::Indicator, &before.indicator);
    let Some((_, Definition::Indicator(indicator))) = latest else {
        return Err(Problem::Indicator { typed: before.indicator.clone(), near: vec![] });
    };
    typed_total(before, &name_values(typed)?, indicator, &setting(context, state)).map_err(refused)
}

/// What was typed as name=value.
pub(super) fn name_values(typed: &[String]) -> Result<Vec<(&str, &str)>, Usage> {
    typed.iter().map(|it| it.split_once('=').ok_or_else(|| Usage::Pair(it.clone()))).collect()
}

fn refused(errors: Vec<FieldError>) -> Problem {
    // Names are looked up in the ledger, which refuses those it has not.
    let is_usage = |trouble: &FieldTrouble| matches!(trouble, FieldTrouble::Value(error) if !matches!(error, TypedError::Body(_)));
    if errors.iter().all(|it| is_usage(&it.trouble)) {
        Usage::Fields(errors).into()
    } else {
        Problem::Fields(errors)
    }
}

/// The field that people call so.
pub(super) fn field_of<'a>(kind: &'a ActivityType, typed: &str) -> Result<&'a Field, Problem> {
    let wrong = |trouble| Problem::Fields(vec![FieldError { at: 0, field: typed.to_owned(), trouble }]);
    field_named(kind, typed).map_err(wrong)
}

/// What typed values are read by; names of persons as far as they can be opened
/// here.
pub(super) fn setting<'a>(context: &'a Context, state: &'a State) -> Setting<'a> {
    Setting::of(state, Some(today(state))).opening(|| context.persons(state))
}

/// Today in the ledger's zone.
pub(super) fn today(state: &State) -> Day {
    Context::moment().today(state.zone())
}

/// The body of the register that people call so; it is looked for, so that
/// registering another one would be of no use.
pub(super) fn body_of(context: &Context, state: &State, typed: &str) -> Result<BodyId, Problem> {
    typed_body(typed, &[], &setting(context, state).with(Remedy::None)).map_err(Problem::Body)
}

/// The bodies of the register that people call so.
pub(super) fn bodies_of(context: &Context, state: &State, typed: &[String]) -> Result<Vec<BodyId>, Problem> {
    typed.iter().map(|typed| body_of(context, state, typed)).collect()
}

/// What people may type into a field, as they read it: the words of a choice,
/// the bodies that a reference may name.
pub(super) fn field_values(context: &Context, state: &State, field: &Field) -> Vec<String> {
    let messages = &context.messages;
    let language = messages.language();
    match field.kind {
        FieldKind::Choice => field.choices.iter().map(|it| language.of(&it.label).to_owned()).collect(),
        FieldKind::YesNo => ["yes", "no"].map(|id| messages.word(id)).to_vec(),
        FieldKind::Reference => {
            let bodies = state.register().bodies().filter(|body| field.may_refer(body.id.kind()));
            let persons = context.persons(state);
            let words = |id: &BodyId| {
                persons.opened(id).map_or_else(|| body_words(messages, state, id), str::to_owned)
            };
            bodies.map(|body| words(&body.id)).collect()
        }
        _ => vec![],
    }
}

/// A note that waits for its type, by its id or its place.
pub(super) fn note_of<'a>(state: &'a State, typed: &str) -> Result<&'a NoteRecord, Problem> {
    let meant = Typed::read(typed);
    let is_it = |note: &&NoteRecord| meant.is_some_and(|it| it.is(note.sequence, note.id));
    let waits = |note: &&NoteRecord| note.resolved.is_none() && note.withdrawn.is_none();
    state.notes().iter().filter(waits).find(is_it).ok_or_else(|| Problem::Note(typed.to_owned()))
}

/// Prints what a recorder keeps of entries that are in the ledger now.
pub(super) fn receipts(context: &Context, state: &State, receipts: &[Receipt]) -> Result<(), Problem> {
    if !receipts.is_empty() && receipts.iter().all(|it| it.repeated) {
        context.tell(&context.messages.word("receipt-nothing"));
    }
    match context.format {
        Format::Text => {
            receipts.iter().try_for_each(|it| context.print(&receipt_text(&context.messages, state, it)))?;
            context.tell_notice(state);
            Ok(())
        }
        Format::Json => {
            let entries: Vec<_> = receipts.iter().map(|it| receipt_json(state, it)).collect();
            context.print_json(&json!({
                "entries": entries, "jalon": "receipt/1", "notice": notice_json(state.notice()),
            }))
        }
    }
}
