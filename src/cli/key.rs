//! `jalon key`: with which key the ledger signs.

use clap::Subcommand;

use super::checkpoint::print_key;
use super::context::Context;
use super::entry::receipts;
use super::{Format, Problem};

/// What about it.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(subcommand)]
    what: Option<What>,
}

/// What is done.
#[derive(Subcommand, Debug)]
enum What {
    /// Put another key in its place; both sign that it follows.
    #[command(alias = "remplacer")]
    Rotate {
        /// Why.
        #[arg(long)]
        reason: Option<String>,
    },
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    match &args.what {
        None => print_key(context),
        Some(What::Rotate { reason }) => rotate(context, reason.as_deref()),
    }
}

fn rotate(context: &Context, reason: Option<&str>) -> Result<(), Problem> {
    let mut held = context.open_alone_to_record()?;
    let desk = held.desk()?;
    let keys = context.keys(desk.state())?;
    let done = desk.rotate_key(&keys, reason, context.writer()?, &mut Context::new_id)?;
    if context.format == Format::Text {
        context.tell(&context.messages.word("rotated"));
        context.tell(desk.state().verifier_at(desk.state().size()));
    }
    receipts(context, desk.state(), &done)
}
