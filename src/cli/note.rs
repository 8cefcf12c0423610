//! `jalon note`: keep a text whose type is not known yet.

use super::Problem;
use super::context::Context;
use super::entry::{days, receipts};
use super::evidence::EvidenceArgs;
use crate::event::{MAX_TEXT, clean};
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

impl Args {
    /// Whether documents are named.
    pub(super) const fn names_files(&self) -> bool {
        !self.evidence.is_empty()
    }
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let mut desk = context.open_to_record()?;
    let occurred = args.on.as_deref().map(|on| days(desk.state(), on)).transpose();
    let text = clean(&args.text, MAX_TEXT)?;
    let command = Command::Note { text, occurred: occurred?, evidence: args.evidence.keep(context)? };
    let done = desk.execute(context, command)?;
    receipts(context, desk.state(), &done)
}
