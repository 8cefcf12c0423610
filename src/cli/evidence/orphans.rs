//! `jalon evidence orphans`: files that no entry names, and documents that are not there.

use super::super::context::Context;
use super::super::problem::PaperTrouble;
use super::super::{Format, Problem};
use crate::audit::orphans;
use crate::ledger::Known;
use crate::present::{orphans_json, orphans_text};
use crate::vault::Documents;

/// Nothing to choose.
#[derive(clap::Args, Debug)]
pub(super) struct Args {}

pub(super) fn run(context: &Context, _args: &Args) -> Result<(), Problem> {
    let state = context.reading()?.state(Known::Now)?;
    let found = orphans(&state, &Documents::of(&context.ledger))?;
    match context.format {
        Format::Json => context.print_json(&orphans_json(&state, &found))?,
        Format::Text => {
            context.print(&orphans_text(&context.messages, &state, &found, Context::width()))?;
            context.print_notice(&state)?;
        }
    }
    match found.missing.len() {
        0 => Ok(()),
        count => Err(PaperTrouble::Missing(count).into()),
    }
}
