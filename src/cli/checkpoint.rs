//! `jalon checkpoint`: how large the ledger is, and the root over its entries, signed.

use super::context::Context;
use super::waiting::Progress;
use super::{Format, Problem};
use crate::ledger::Desk;
use crate::present::{checkpoint_json, verifier_json};
use crate::proof::SignedCheckpoint;

/// What to print.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Print the verifier key instead, by which others check what this ledger signs.
    #[arg(long)]
    key: bool,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    if args.key {
        return print_key(context);
    }
    let signed = newest(context)?;
    match context.format {
        Format::Json => context.print_json(&checkpoint_json(&signed)),
        Format::Text => context.print(&signed.note.to_string()),
    }
}

/// The verifier key, for which nothing has to be signed.
pub(super) fn print_key(context: &Context) -> Result<(), Problem> {
    let state = context.reading()?.outlined()?;
    let key = state.verifier_at(state.size());
    match context.format {
        Format::Json => context.print_json(&verifier_json(key)),
        Format::Text => context.print(&format!("{key}\n")),
    }
}

/// A checkpoint of all entries, which is signed now unless it was before.
pub(super) fn newest(context: &Context) -> Result<SignedCheckpoint, Problem> {
    sign(context, context.open_alone_to_record()?.desk()?)
}

/// The same of a ledger that is open.
pub(super) fn sign(context: &Context, desk: &Desk) -> Result<SignedCheckpoint, Problem> {
    let keys = context.keys(desk.state())?;
    if desk.state().opened().is_some_and(|opened| opened.demonstration) {
        context.tell(&context.messages.word("verify-demonstration"));
    }
    let mut progress = Progress::begun(context, "tree-progress", desk.state().size());
    Ok(desk.checkpoint(&context.ledger, &keys, &mut |size| progress.reached(size))?)
}
