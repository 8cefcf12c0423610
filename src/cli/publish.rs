//! `jalon publish`: the tree as files that any web server can offer.

use std::path::{Path, PathBuf};

use super::checkpoint::newest;
use super::context::Context;
use super::prove::prover;
use super::{Format, Problem, Unproved};
use crate::ledger::publish_tree;
use crate::present::{Arg, SUMS, published_tree_json};
use crate::proof::SignedCheckpoint;
use crate::vault::Checkpoints;

/// Where to.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The folder: what it lacks is added, the newest checkpoint last. It holds
    /// fingerprints only, nothing of what happened.
    folder: PathBuf,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    check_folder(&args.folder)?;
    let signed = newest(context)?;
    let reading = context.reading()?;
    let kept = Checkpoints::of(&context.ledger).all()?.into_iter();
    let kept: Vec<_> = kept.filter_map(|(_, _, note)| SignedCheckpoint::read(&note).ok()).collect();
    let published = publish_tree(&prover(context, &reading)?, &signed, &kept, &args.folder)?;
    match context.format {
        Format::Json => context.print_json(&published_tree_json(published, &signed)),
        Format::Text => {
            let count = usize::try_from(published.tiles).unwrap_or(usize::MAX);
            let values = [("count", Arg::Count(count)), ("size", Arg::Shown(&published.size))];
            context.print(&format!("{}\n", context.messages.say("published-tree", &values)))
        }
    }
}

/// Refuses a folder that holds an audit pack or a ledger: a checkpoint lies there that is not
/// beside a tree, and would be replaced, or lines that nobody means to offer.
fn check_folder(folder: &Path) -> Result<(), Problem> {
    let has = |name: &str| folder.join(name).exists();
    if has(SUMS) || has("lines") {
        return Err(Unproved::OtherFolder(folder.to_owned()).into());
    }
    if has("checkpoint") && !has("tile") {
        return Err(Unproved::LoneCheckpoint(folder.join("checkpoint")).into());
    }
    Ok(())
}
