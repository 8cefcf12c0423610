//! `jalon prove`: what somebody else can check without the ledger.

mod value;

use std::fs;
use std::path::{Path, PathBuf};

use super::checkpoint::newest;
use super::context::Context;
use super::kpi::Asked;
use super::named::{Typed, sequence_of};
use super::waiting::Progress;
use super::{Format, Problem, Unproved};
use crate::ledger::{Prover, Reading};
use crate::present::{consistency_json, inclusion_json};
use crate::proof::{ConsistencyFile, InclusionFile, SignedCheckpoint};
use crate::vault::Checkpoints;

/// What is to be shown.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// An entry, by id or number: that it is one of those that a checkpoint covers. An
    /// indicator, by id or label: its value, with the entries that it rests on.
    #[arg(value_name = "ENTRY_OR_INDICATOR", required_unless_present = "from")]
    what: Option<String>,
    /// That the newest checkpoint continues the one in this file.
    #[arg(long, value_name = "CHECKPOINT", conflicts_with = "what")]
    from: Option<PathBuf>,
    #[command(flatten)]
    asked: Asked,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    match (&args.what, &args.from) {
        (_, Some(from)) => print_consistency(context, &consistency(context, from)?),
        (Some(what), None) if Typed::read(what).is_none() => value::print(context, &args.asked, what),
        (Some(what), None) => print_inclusion(context, &inclusion(context, what)?),
        (None, None) => Ok(()),
    }
}

/// That an entry is there, by a checkpoint that is kept; where none covers it, one is
/// signed.
fn inclusion(context: &Context, what: &str) -> Result<InclusionFile, Problem> {
    let reading = context.reading()?;
    let state = reading.outlined()?;
    let unknown = || Problem::Entry(what.to_owned());
    let index = match sequence_of(&state, what) {
        Some(index) => index,
        // Where activities were passed over, their ids are found by reading all of it.
        None => sequence_of(&reading.state(crate::figures::Known::Now)?, what).ok_or_else(unknown)?,
    };
    let prover = prover(context, &reading)?;
    if let Some(kept) = kept(context, &prover, index)? {
        return Ok(prover.inclusion(index, kept)?);
    }
    let signed = newest(context)?;
    Ok(self::prover(context, &context.reading()?)?.inclusion(index, signed)?)
}

/// The newest checkpoint that is kept, covers an entry, and covers none that was lost.
fn kept(context: &Context, prover: &Prover<'_>, index: u64) -> Result<Option<SignedCheckpoint>, Problem> {
    for (_, size, note) in Checkpoints::of(&context.ledger).all()?.into_iter().rev() {
        let signed = SignedCheckpoint::read(&note).ok().filter(|_| index < size);
        if let Some(signed) = signed.filter(|it| prover.contains(&it.checkpoint).is_ok()) {
            return Ok(Some(signed));
        }
    }
    Ok(None)
}

/// That the newest checkpoint continues an older one.
fn consistency(context: &Context, from: &Path) -> Result<ConsistencyFile, Problem> {
    let older = read_checkpoint(from)?;
    let signed = newest(context)?;
    let reading = context.reading()?;
    Ok(prover(context, &reading)?.consistency(&older.checkpoint, signed)?)
}

/// The tree of a ledger that is open for reading.
pub(super) fn prover<'r>(context: &Context, reading: &'r Reading) -> Result<Prover<'r>, Problem> {
    let mut progress = Progress::begun(context, "tree-progress", reading.size());
    Ok(Prover::of(reading, &mut |size| progress.reached(size))?)
}

/// The checkpoint that somebody kept in a file, by itself or in the notice of a closing.
pub(super) fn read_checkpoint(path: &Path) -> Result<SignedCheckpoint, Problem> {
    let signed = SignedCheckpoint::within(&read(path)?);
    Ok(signed.map_err(|source| Unproved::Checkpoint { path: path.to_owned(), source })?)
}

/// The text of a file.
pub(super) fn read(path: &Path) -> Result<String, Problem> {
    fs::read_to_string(path).map_err(|source| Problem::File { path: path.to_owned(), source })
}

fn print_inclusion(context: &Context, file: &InclusionFile) -> Result<(), Problem> {
    match context.format {
        Format::Json => context.print_json(&inclusion_json(file)),
        Format::Text => context.print(&file.to_string()),
    }
}

fn print_consistency(context: &Context, file: &ConsistencyFile) -> Result<(), Problem> {
    match context.format {
        Format::Json => context.print_json(&consistency_json(file)),
        Format::Text => context.print(&file.to_string()),
    }
}
