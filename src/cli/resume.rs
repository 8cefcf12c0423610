//! `jalon resume`: a ledger that lost entries goes on without them.

use super::context::Context;
use super::entry::receipts;
use super::{Format, Problem};
use crate::present::Arg;

/// Why.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Why it goes on without entries that were signed, for whoever checks.
    #[arg(long)]
    reason: String,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let mut desk = context.open_to_resume()?;
    let keys = context.keys(desk.state())?;
    let writer = context.writer()?;
    let (lost, done) = desk.resume(&context.ledger, &keys, &args.reason, writer, &mut Context::new_id)?;
    if context.format == Format::Text {
        let (size, lost) = (lost.size, lost.signed.checkpoint.size);
        context.tell(
            &context.messages.say("resumed", &[("size", Arg::Shown(&size)), ("lost", Arg::Shown(&lost))]),
        );
        context.tell(desk.state().verifier_at(desk.state().size()));
    }
    receipts(context, desk.state(), &done)
}
