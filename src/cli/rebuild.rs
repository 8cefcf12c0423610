//! `jalon rebuild`: what is derived from the entries, made anew.

use super::context::Context;
use super::waiting::Progress;
use super::{Format, Problem};
use crate::present::{Arg, rebuilt_json};

/// What becomes of what is derived.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Only take it away; whoever needs it makes it again.
    #[arg(long)]
    drop: bool,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let reading = context.reading()?;
    reading.drop_derived()?;
    if !args.drop {
        let mut progress = Progress::begun(context, "rebuild-progress", reading.size());
        reading.make_derived(&mut |size| progress.reached(size))?;
    }
    let count = usize::try_from(reading.size()).unwrap_or(usize::MAX);
    let id = if args.drop { "rebuild-dropped" } else { "rebuild-made" };
    match context.format {
        Format::Json => context.print_json(&rebuilt_json(reading.size(), !args.drop)),
        Format::Text => context.print(&context.messages.say(id, &[("count", Arg::Count(count))])),
    }
}
