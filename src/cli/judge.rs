//! `jalon withdraw`, `confirm`, `approve` and `reject`.

use super::Problem;
use super::context::Context;
use super::entry::receipts;
use super::held::Held;
use super::named::{Named, correction_of, named, original, other, standing};
use crate::event::{Entry as StoredEntry, EntryId, Hash, types};
use crate::figures::{State, stands};
use crate::ledger::Command;

/// Which entry, and why.
#[derive(clap::Args, Debug)]
pub struct Withdraw {
    /// The entry, by id or number; by that of a correction the correction
    /// alone.
    entry: String,
    /// Only this correction of it, by id or number.
    #[arg(long)]
    correction: Option<String>,
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
    let (entry, correction) = withdrawable(&desk, args)?;
    let command = Command::Withdraw { entry, correction, reason: args.reason.clone() };
    execute(context, &mut desk, command)
}

/// What is withdrawn: an activity, a total, a note, an import, a merge or the
/// mark of a table that was sent; or one correction.
fn withdrawable(desk: &Held<'_>, args: &Withdraw) -> Result<(EntryId, Option<EntryId>), Problem> {
    match named(desk, &args.entry)? {
        Named::Record(record) => {
            let correction = args.correction.as_deref().map(|typed| correction_of(record, typed));
            Ok((record.id, correction.transpose()?.map(|version| version.id)))
        }
        Named::Correction(record, version) => {
            let given = args.correction.as_deref().map(|typed| correction_of(record, typed)).transpose()?;
            Ok((record.id, Some(standing(given.unwrap_or(version))?.id)))
        }
        Named::Other(entry) => {
            check_other(desk.state(), &entry)?;
            // Only an activity or a total has corrections.
            match &args.correction {
                Some(typed) => Err(Problem::NotACorrection { typed: typed.clone(), entry: entry.sequence }),
                None => Ok((entry.draft.id, None)),
            }
        }
    }
}

/// Whether an entry that is no record can be withdrawn.
fn check_other(state: &State, entry: &StoredEntry) -> Result<(), Problem> {
    match stands(state, entry.draft.id, &entry.draft.kind) {
        None => Err(other(state, entry)),
        // Whether an import is withdrawn already is the ledger's to say.
        Some(false) if entry.draft.kind != types::BATCH_STARTED => {
            Err(Problem::AlreadyWithdrawn(entry.sequence))
        }
        Some(_) => Ok(()),
    }
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
    let id = original(context, &desk, entry)?.id;
    execute(context, &mut desk, command(id))
}

fn execute(context: &Context, desk: &mut Held<'_>, command: Command) -> Result<(), Problem> {
    let done = desk.execute(context, command)?;
    receipts(context, desk.state(), &done)
}
