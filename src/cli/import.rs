//! `jalon import`: activities and reported totals from JSON Lines.

use std::path::PathBuf;

use super::Problem;
use super::context::Context;
use crate::exchange::{Refs, read_jsonl};

/// A file to import.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// JSON Lines files, read as one.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let mut refs = Refs::default();
    let mut lines = Vec::new();
    for path in &args.files {
        let text = Context::read(path)?;
        let file = path.display().to_string();
        let read = read_jsonl(&file, &text, &mut refs, &mut Context::new_id).map_err(Problem::Lines)?;
        lines.extend(read.into_iter().map(|line| (file.clone(), line)));
    }
    let mut desk = context.open()?;
    let author = context.author()?;
    for (file, line) in lines {
        let receipts = desk
            .execute(line.command, author, Context::moment(), false, &mut Context::new_id)
            .map_err(|error| Problem::Check(format!("{file}:{}: {error}", line.line)))?;
        receipts.iter().try_for_each(|it| context.print(&format!("#{} {}\n", it.sequence, it.kind)))?;
    }
    Ok(())
}
