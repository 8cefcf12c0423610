//! `jalon withdraw`, `confirm`, `approve` and `reject`.

use super::Problem;
use super::context::Context;
use super::entry::{receipts, record_of};
use crate::event::EntryId;
use crate::ledger::Command;

/// Which entry, and why.
#[derive(clap::Args, Debug)]
pub struct Withdraw {
    /// The entry, by id or number.
    entry: String,
    /// Only this correction of it, by id.
    #[arg(long)]
    correction: Option<EntryId>,
    /// Why.
    #[arg(long)]
    reason: String,
}

/// Which entry.
#[derive(clap::Args, Debug)]
pub struct Entry {
    /// The entry, by id or number.
    entry: String,
}

/// Which entry, and why.
#[derive(clap::Args, Debug)]
pub struct Reject {
    /// The entry, by id or number.
    entry: String,
    /// Why.
    #[arg(long)]
    reason: String,
}

pub(super) fn withdraw(context: &Context, args: &Withdraw) -> Result<(), Problem> {
    about(context, &args.entry, |entry| Command::Withdraw {
        entry,
        correction: args.correction,
        reason: args.reason.clone(),
    })
}

pub(super) fn confirm(context: &Context, args: &Entry) -> Result<(), Problem> {
    about(context, &args.entry, |entry| Command::Confirm { entry })
}

pub(super) fn approve(context: &Context, args: &Entry) -> Result<(), Problem> {
    about(context, &args.entry, |entry| Command::Judge { entry, approved: true, reason: None })
}

pub(super) fn reject(context: &Context, args: &Reject) -> Result<(), Problem> {
    let reason = Some(args.reason.clone());
    about(context, &args.entry, |entry| Command::Judge { entry, approved: false, reason: reason.clone() })
}

fn about(context: &Context, entry: &str, command: impl Fn(EntryId) -> Command) -> Result<(), Problem> {
    let mut desk = context.open()?;
    let id = record_of(desk.state(), entry)?.id;
    let author = context.author()?;
    let done =
        desk.execute(command(id), author, Context::moment(), context.accept_clock, &mut Context::new_id)?;
    receipts(context, &done)
}
