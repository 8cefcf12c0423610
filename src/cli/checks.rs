//! `jalon checks`: what is open, worth a look before a value is published.

use super::context::Context;
use super::entry::today;
use super::{Format, Problem};
use crate::audit::Checks;
use crate::ledger::Known;
use crate::present::{checks_json, checks_text};
use crate::vault::Documents;

/// Nothing to choose.
#[derive(clap::Args, Debug)]
pub struct Args {}

pub(super) fn run(context: &Context, _args: &Args) -> Result<(), Problem> {
    let state = context.reading()?.state(Known::Now)?;
    let today = today(&state);
    let checks = Checks::of(&state, today, &Documents::of(&context.ledger));
    match context.format {
        Format::Json => context.print_json(&checks_json(&state, today, &checks)),
        Format::Text => {
            context.print(&checks_text(&context.messages, &state, &checks, Context::width()))?;
            context.print_notice(&state)
        }
    }
}
