//! `jalon export`: the entries as they are stored.

use std::io::{BufWriter, Write};

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
    let reading = context.reading()?;
    // A damaged log is told, not copied.
    reading.check()?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    for line in reading.lines()? {
        out.write_all(&line?)?;
        out.write_all(b"\n")?;
    }
    Ok(out.flush()?)
}
