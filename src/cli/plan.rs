//! `jalon plan`: check plan files and adopt what changed.

use std::path::PathBuf;

use super::Problem;
use super::context::Context;
use crate::exchange::spot;
use crate::ledger::{Command, PlanText};
use crate::plan::{PlanFile, PlanHead};

/// Plan files, read as one.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// TOML files: a catalogue, a plan, or both in one.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let mut head = PlanHead::default();
    for path in &args.files {
        let text = Context::read(path)?;
        let file = PlanFile::parse(&text).map_err(|error| Problem::Spot {
            spot: spot(&path.display().to_string(), &text, error.span.start),
            message: error.message,
        })?;
        head = head.joined(file.head);
    }
    let mut desk = context.open()?;
    let command = Command::Plan(PlanText { head });
    let author = context.author()?;
    let receipts = desk.execute(command, author, Context::moment(), false, &mut Context::new_id)?;
    receipts
        .iter()
        .try_for_each(|it| context.print(&format!("#{} {} {}\n", it.sequence, it.kind, it.hash.short())))
}
