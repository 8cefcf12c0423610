//! `jalon revisions`: what became of the values of a closed year.

use super::close::{closed, year_end};
use super::context::Context;
use super::kpi::plan_choice;
use super::named::sequence_of;
use super::{Format, Problem};
use crate::audit::{Since, revisions};
use crate::event::Entry;
use crate::figures::Ruling;
use crate::ledger::{Known, Refusal};
use crate::present::{Recorders, revisions_json, revisions_text};

/// Which year.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The fiscal year, such as FY2024, or its last day.
    year: String,
    /// The plan; the one adopted first otherwise.
    #[arg(long)]
    plan: Option<String>,
    /// A closing that another took the place of, by its entry number.
    #[arg(long, value_name = "ENTRY")]
    closing: Option<String>,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let choice = plan_choice(args.plan.as_deref())?;
    let reading = context.reading()?;
    let now = reading.state(Known::Now)?;
    let day = year_end(&now, &choice, &args.year)?;
    let year = match &args.closing {
        None => closed(&now, &choice, day)?,
        Some(typed) => {
            let entry = sequence_of(&now, typed).ok_or_else(|| Problem::Entry(typed.clone()))?;
            let plan = &Ruling::at(&now, &choice, day)?.adopted.adoption.id;
            now.closing_at(entry, plan, day).ok_or(Refusal::NoSuchClosing { entry, day })?
        }
    };
    let last = year.size.saturating_sub(1);
    let then = reading.state(Known::Sequence(last))?;
    let entry = |place: u64| Entry::read(&reading.line(place).ok()??).ok();
    let found = revisions(year, &Since { then: &then, now: &now, entry: &entry })?;
    match context.format {
        Format::Json => context.print_json(&revisions_json(year, now.size(), &found)),
        Format::Text => {
            let vault = context.vault_of(&now);
            let recorders = Recorders::readable(&now, vault.as_ref());
            let text = revisions_text(&context.messages, &now, &recorders, year, &found, Context::width());
            context.print(&text)
        }
    }
}
