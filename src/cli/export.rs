//! `jalon export`: the entries as they are stored.

use super::Problem;
use super::context::Context;

/// The format.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// jsonl: one entry a line, byte for byte.
    #[arg(value_parser = ["jsonl"])]
    what: String,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    debug_assert_eq!(args.what, "jsonl", "the parser takes no other");
    for line in context.reading()?.lines()? {
        let line = String::from_utf8_lossy(&line?).into_owned();
        context.print(&(line + "\n"))?;
    }
    Ok(())
}
