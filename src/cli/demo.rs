//! `jalon demo`: CEIMIA's ledger, from records that travel in the program.

use std::path::PathBuf;

use super::Problem;
use super::context::Context;
use super::kpi::print_table;
use crate::event::Day;
use crate::exchange::{Bundle, Part};
use crate::figures::{Filter, PlanChoice};
use crate::ledger::Known;

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
    let state = if here.folder().is_ledger() {
        let reading = here.reading()?;
        // Entries of one's own may come after those of the demonstration.
        if !reading.begins_with(&lines)? {
            return Err(Problem::OtherLedger(args.folder.clone()));
        }
        reading.state(Known::Now)?
    } else {
        here.folder().create()?.lay(&lines)?.into_state()
    };
    let day = Day::new(2024, 3, 31).unwrap_or(Day::FIRST);
    print_table(&here, &state, &PlanChoice::default(), day, Filter::default())?;
    let folder = args.folder.display().to_string();
    here.tell(&here.messages.say("demo-next", &[("folder", crate::present::Arg::Text(&folder))]));
    Ok(())
}
