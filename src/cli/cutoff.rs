//! `jalon cutoff`: whether entries count in the right fiscal year.

use super::context::Context;
use super::entry::last_day;
use super::kpi::AskedBy;
use super::reports::{Destination, scope};
use super::{Problem, Usage};
use crate::audit::{Around, CutOff, last_year_end, rulings};
use crate::event::Day;
use crate::figures::{PlanChoice, Ruling, State};
use crate::present::{Basis, CutOffGrounds, cutoff_json, cutoff_report};

/// Around which day.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The day, of a period its last day; the end of the last fiscal year of which
    /// something is recorded otherwise.
    #[arg(long, value_name = "DATE")]
    around: Option<String>,
    /// How many days before and after it are looked at.
    #[arg(long, default_value = "15", value_name = "DAYS", allow_negative_numbers = true)]
    days: String,
    #[command(flatten)]
    by: AskedBy,
    #[command(flatten)]
    pub(super) to: Destination,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let days = days(&args.days)?;
    let (state, known) = args.by.state(context)?;
    let choice = args.by.choice()?;
    let day = match &args.around {
        Some(typed) => last_day(&state, typed)?,
        None => year_end(&state, &choice)?,
    };
    let around = Around { day, days };
    let [ruling, later] = rulings(&state, &choice, around)?;
    let cutoff = CutOff::of(&state, &ruling, &later, around);
    let scope = scope(&state, known);
    let basis = Basis { state: &state, ruling: &ruling, as_at: day, scope: &scope };
    let recorders = context.recorders(&state);
    let grounds = CutOffGrounds { basis, recorders: &recorders, most: usize::MAX };
    args.to.give(
        context,
        || cutoff_report(&context.messages, &grounds, &cutoff),
        || cutoff_json(&grounds.basis, &cutoff),
    )
}

fn days(typed: &str) -> Result<u16, Usage> {
    Around::days_of(typed).ok_or_else(|| Usage::AroundDays(typed.to_owned()))
}

/// The end of the last fiscal year of the plan asked for.
fn year_end(state: &State, choice: &PlanChoice) -> Result<Day, Problem> {
    let today = super::entry::today(state);
    let ruling = Ruling::at(state, choice, today)?;
    Ok(last_year_end(state, ruling.year_end).unwrap_or(today))
}
