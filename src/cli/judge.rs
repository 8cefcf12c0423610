//! `jalon withdraw`, `confirm`, `approve` and `reject`.

use super::Problem;
use super::context::Context;
use super::entry::{receipts, record_of};
use crate::event::{EntryId, Hash};
use crate::figures::State;
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

/// Which version of an entry.
#[derive(clap::Args, Debug)]
pub struct Approve {
    /// The entry, by id or number.
    entry: String,
    /// Hash of the version that was seen; refused when another stands since.
    #[arg(long)]
    version: Option<Hash>,
}

/// Which version of an entry, and why.
#[derive(clap::Args, Debug)]
pub struct Reject {
    /// The entry, by id or number.
    entry: String,
    /// Hash of the version that was seen; refused when another stands since.
    #[arg(long)]
    version: Option<Hash>,
    /// Why.
    #[arg(long)]
    reason: String,
}

pub(super) fn withdraw(context: &Context, args: &Withdraw) -> Result<(), Problem> {
    let mut desk = context.open()?;
    let entry = withdrawable(desk.state(), &args.entry)?;
    let command = Command::Withdraw { entry, correction: args.correction, reason: args.reason.clone() };
    let author = context.author()?;
    let done =
        desk.execute(command, author, Context::moment(), context.accept_clock, &mut Context::new_id)?;
    receipts(context, &done)
}

/// An activity, a total, a note, an import or a merge, by id or number.
fn withdrawable(state: &State, typed: &str) -> Result<EntryId, Problem> {
    let unknown = match record_of(state, typed) {
        Ok(record) => return Ok(record.id),
        Err(unknown) => unknown,
    };
    let place: Option<u64> = typed.trim_start_matches('#').parse().ok();
    let id: Option<EntryId> = typed.parse().ok();
    let is_it = |known: EntryId, sequence: u64| Some(known) == id || Some(sequence) == place;
    let note = state.notes().iter().find(|it| is_it(it.id, it.sequence)).map(|it| it.id);
    let batch = || state.batches().iter().find(|(id, it)| is_it(**id, it.sequence)).map(|(id, _)| *id);
    let merge = || id.filter(|id| state.register().has_merge(*id));
    note.or_else(batch).or_else(merge).ok_or(unknown)
}

pub(super) fn confirm(context: &Context, args: &Entry) -> Result<(), Problem> {
    about(context, &args.entry, |entry| Command::Confirm { entry })
}

pub(super) fn approve(context: &Context, args: &Approve) -> Result<(), Problem> {
    let version = args.version;
    about(context, &args.entry, |entry| Command::Judge { entry, version, approved: true, reason: None })
}

pub(super) fn reject(context: &Context, args: &Reject) -> Result<(), Problem> {
    let (version, reason) = (args.version, Some(args.reason.clone()));
    about(context, &args.entry, |entry| Command::Judge {
        entry,
        version,
        approved: false,
        reason: reason.clone(),
    })
}

fn about(context: &Context, entry: &str, command: impl Fn(EntryId) -> Command) -> Result<(), Problem> {
    let mut desk = context.open()?;
    let id = record_of(desk.state(), entry)?.id;
    let author = context.author()?;
    let done =
        desk.execute(command(id), author, Context::moment(), context.accept_clock, &mut Context::new_id)?;
    receipts(context, &done)
}
