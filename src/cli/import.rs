//! `jalon import`: activities and reported totals from JSON Lines.

use std::path::PathBuf;

use super::Problem;
use super::context::Context;
use crate::event::Hash;
use crate::exchange::{Refs, read_jsonl};
use crate::ledger::{DeskError, Import};
use crate::present::Arg;

/// A file to import.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// JSON Lines files, read as one.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let mut refs = Refs::default();
    let (mut rows, mut places, mut whole) = (Vec::new(), Vec::new(), Vec::new());
    for path in &args.files {
        let text = Context::read(path)?;
        let file = path.display().to_string();
        let read = read_jsonl(&file, &text, &mut refs, &mut Context::new_id).map_err(Problem::Lines)?;
        places.extend(read.iter().map(|line| format!("{file}:{}", line.line)));
        rows.extend(read.into_iter().map(|line| line.command));
        whole.extend_from_slice(text.as_bytes());
    }
    let mut desk = context.open()?;
    let author = context.author()?;
    let import = Import { file: Hash::of(&whole), rows };
    let located =
        |(index, error): (usize, DeskError)| (places.get(index).cloned().unwrap_or_default(), error);
    let done = desk
        .import(import, author, Context::moment(), &mut Context::new_id)
        .map_err(|refused| Problem::Rows(refused.into_iter().map(located).collect()))?;
    let (rows, skipped) = (done.receipts.len().saturating_sub(2), done.skipped);
    let values = [("rows", Arg::Count(rows)), ("skipped", Arg::Count(skipped))];
    context.print(&format!("{} · {}\n", done.batch, context.messages.say("import-done", &values)))
}
