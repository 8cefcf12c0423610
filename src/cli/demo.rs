//! `jalon demo`: CEIMIA's ledger, from records that travel in the program.

use std::path::PathBuf;

use super::Problem;
use super::context::Context;
use super::kpi::print_table;
use crate::event::Day;
use crate::exchange::{Bundle, Part};
use crate::figures::{Filter, PlanChoice};
use crate::ledger::{Known, replay};
use crate::log::Log;

/// Where to lay it.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The folder; an existing ledger is never overwritten.
    #[arg(default_value = "ceimia.jalon")]
    folder: PathBuf,
}

macro_rules! record {
    ($name:literal) => {
        ($name, include_str!(concat!("../../events/ceimia/", $name)))
    };
}

/// The records of `events/ceimia/`.
pub const CEIMIA: Bundle<'static> = Bundle {
    opening: record!("ledger.json"),
    ids: record!("ids.jsonl"),
    parts: &[
        Part::Plan(&[record!("catalogue.toml"), record!("plan.toml")]),
        Part::Register(record!("register.toml")),
        Part::Lines(record!("2020-2021.jsonl")),
        Part::Lines(record!("2021-2022.jsonl")),
        Part::Lines(record!("2022-2023.jsonl")),
        Part::Lines(record!("2023-2024.jsonl")),
        Part::Lines(record!("totals.jsonl")),
    ],
};

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let lines = CEIMIA.lines()?;
    let here = Context { ledger: args.folder.clone(), ..context.in_same_language() };
    let log = match here.log() {
        Ok(log) => begins_with(log.as_ref(), &lines, &args.folder).map(|()| log)?,
        Err(Problem::Log(crate::log::LogError::Missing { .. })) => lay(&here, &lines)?,
        Err(problem) => return Err(problem),
    };
    let state = replay(log.as_ref(), Known::Now)?;
    let day = Day::new(2024, 3, 31).unwrap_or(Day::FIRST);
    print_table(&here, &state, &PlanChoice::default(), day, Filter::default())?;
    let folder = args.folder.display().to_string();
    here.tell(&here.messages.say("demo-next", &[("folder", crate::present::Arg::Text(&folder))]));
    Ok(())
}

fn lay(here: &Context, lines: &[Vec<u8>]) -> Result<Box<dyn Log + Send>, Problem> {
    let mut log = here.create_log()?;
    log.append(lines)?;
    Ok(log)
}

/// A ledger that begins with the same entries is the demonstration, perhaps
/// with entries of one's own after it.
fn begins_with(log: &dyn Log, lines: &[Vec<u8>], folder: &std::path::Path) -> Result<(), Problem> {
    let mut kept = log.read(0)?;
    for line in lines {
        if kept.next().transpose()?.as_ref() != Some(line) {
            return Err(Problem::OtherLedger(folder.to_owned()));
        }
    }
    Ok(())
}
