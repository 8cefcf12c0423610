//! `jalon publish`: the tree as files that any web server can offer.

use std::path::PathBuf;

use super::checkpoint::newest;
use super::context::Context;
use super::prove::prover;
use super::{Format, Problem};
use crate::ledger::publish_tree;
use crate::present::{Arg, published_tree_json};
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
