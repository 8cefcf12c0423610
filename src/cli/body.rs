//! A body of the register, which `jalon show` shows as it does an entry.

use super::context::Context;
use super::{Format, Problem};
use crate::event::BodyId;
use crate::figures::{Filter, JournalRow, State, Wanted, journal};
use crate::present::{ShownBody, body_json, body_text};

/// Shows the body of an id of the register.
pub(super) fn show(context: &Context, state: &State, id: &BodyId) -> Result<(), Problem> {
    let Some(body) = state.register().get(id) else { return Err(Problem::Entry(id.to_string())) };
    let names = context.persons(state);
    let shown = ShownBody { state, body, names: &names, records: naming(state, id) };
    match context.format {
        Format::Json => context.print_json(&body_json(&shown)),
        Format::Text => {
            context.print(&body_text(&context.messages, &shown, Context::width()))?;
            context.print_notice(state)
        }
    }
}

/// How many activities and totals that stand name a body.
fn naming(state: &State, id: &BodyId) -> usize {
    let wanted = Wanted { filter: Filter { bodies: vec![id.clone()] }, ..Wanted::default() };
    let stands =
        |row: &JournalRow<'_>| matches!(row, JournalRow::Record(record) if record.withdrawn.is_none());
    journal(state, &wanted).iter().filter(|row| stands(row)).count()
}
