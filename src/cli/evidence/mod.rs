//! `jalon evidence`: documents that back entries, listed, added, opened, given away, and
//! those that are astray.

mod add;
mod export;
mod given;
mod list;
mod open;
mod orphans;

use clap::Subcommand;

pub(super) use given::EvidenceArgs;

use super::context::Context;
use super::named::sequence_of;
use super::{Problem, Usage};
use crate::event::EvidenceKind;
use crate::figures::State;

/// What to do with documents; they are listed where nothing is said.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(subcommand)]
    act: Option<Act>,
}

/// What is done with documents.
#[derive(Subcommand, Debug)]
enum Act {
    /// List documents, with the entries that they back.
    #[command(alias = "lister")]
    List(list::Args),
    /// Add documents to an entry that is there.
    #[command(alias = "joindre")]
    Add(add::Args),
    /// Open a document, or all those of an entry.
    #[command(alias = "ouvrir")]
    Open(open::Args),
    /// Copy documents into a folder, under names that can be read.
    #[command(alias = "exporter")]
    Export(export::Args),
    /// Find files that no entry names, and documents that are not there.
    #[command(aliases = ["orphelines", "orphelins"])]
    Orphans(orphans::Args),
}

impl Args {
    /// Whether documents are named by files.
    pub(super) const fn names_files(&self) -> bool {
        matches!(self.act, Some(Act::Add(_) | Act::Export(_)))
    }
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    match &args.act {
        None => list::run(context, &list::Args::default()),
        Some(Act::List(args)) => list::run(context, args),
        Some(Act::Add(args)) => add::run(context, args),
        Some(Act::Open(args)) => open::run(context, args),
        Some(Act::Export(args)) => export::run(context, args),
        Some(Act::Orphans(args)) => orphans::run(context, args),
    }
}

/// The place of what is backed by whatever stands at the entry that was typed: of a
/// correction its original, of an addition what it adds to.
fn backed(state: &State, typed: &str) -> Result<u64, Problem> {
    let place = sequence_of(state, typed).ok_or_else(|| Problem::Entry(typed.to_owned()))?;
    if let Some((record, _)) = state.version_at(place) {
        return Ok(record.sequence);
    }
    let addition = state.additions().iter().find(|addition| addition.sequence == place);
    Ok(addition.and_then(|addition| state.sequence_of(addition.entry)).unwrap_or(place))
}

/// The kind that was typed.
fn kind(typed: &str) -> Result<EvidenceKind, Usage> {
    given::kind_of(typed).ok_or_else(|| Usage::EvidenceKind(typed.to_owned()))
}
