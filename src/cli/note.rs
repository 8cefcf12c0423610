//! `jalon note`: keep a text whose type is not known yet.

use super::Problem;
use super::context::Context;
use super::entry::receipts;
use super::evidence::EvidenceArgs;
use crate::event::{MAX_TEXT, YearEnd, clean};
use crate::exchange::typed_period;
use crate::ledger::Command;

/// A text; it counts nowhere until it is given a type.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The words.
    text: String,
    /// When it happened.
    #[arg(long)]
    on: Option<String>,
    #[command(flatten)]
    evidence: EvidenceArgs,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let mut desk = context.open()?;
    let year_end = desk.state().year_end().unwrap_or(YearEnd::december());
    let usage = |error: &dyn std::fmt::Display| Problem::Usage(error.to_string());
    let occurred = args.on.as_deref().map(|on| typed_period(on, year_end)).transpose();
    let text = clean(&args.text, MAX_TEXT).map_err(|error| usage(&error))?;
    let occurred = occurred.map_err(|error| usage(&error))?;
    let command = Command::Note { text, occurred, evidence: args.evidence.keep(context)? };
    let author = context.author()?;
    let done = desk.execute(command, author, Context::moment(), false, &mut Context::new_id)?;
    receipts(context, &done)
}
