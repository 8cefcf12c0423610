//! `jalon restore`: lay down a ledger from its export, byte for byte.

use std::path::PathBuf;

use super::Problem;
use super::context::Context;
use super::entry::receipts;
use crate::audit::verify_lines;
use crate::ledger::check_clock;

/// An export.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// What `jalon export jsonl` printed.
    file: PathBuf,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let text = Context::read(&args.file)?;
    let lines: Vec<Vec<u8>> = text.split_terminator('\n').map(|line| line.as_bytes().to_vec()).collect();
    verify_lines(lines.iter().cloned().map(Ok))
        .map_err(|source| Problem::Fault { path: Some(args.file.clone()), source: Box::new(source) })?;
    if let (Some(first), Some(last)) = (lines.first(), lines.last()) {
        check_clock(first, last, Context::moment(), context.accept_clock)?;
    }
    let mut desk = context.with_custody(context.folder().create()?.lay(&lines)?)?;
    let done = desk.note_restore(context.writer()?, &mut Context::new_id)?;
    receipts(context, &done)
}
