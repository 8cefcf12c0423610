//! `jalon coverage`: what no value counts, and what values rest on.

use super::Problem;
use super::context::Context;
use super::kpi::Asked;
use super::reports::{Destination, scope};
use crate::audit::{Coverage, recount};
use crate::figures::{Filter, Question, Ruling};
use crate::present::{Basis, coverage_json, coverage_report};
use crate::vault::Documents;

/// Of which date.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    asked: Asked,
    #[command(flatten)]
    pub(super) to: Destination,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let (state, known) = args.asked.state(context)?;
    let day = args.asked.day(&state)?;
    let choice = args.asked.choice()?;
    let ruling = Ruling::at(&state, &choice, day)?;
    let question = Question::new(&state, &ruling, day, Filter::default());
    let recount = recount(context.reading()?.lines()?, state.size())?;
    let coverage = Coverage::of(&question, &choice, &Documents::of(&context.ledger), recount);
    let scope = scope(&state, known);
    let basis = Basis { state: &state, ruling: &ruling, as_at: day, scope: &scope };
    args.to.give(
        context,
        || coverage_report(&context.messages, &basis, &coverage, usize::MAX),
        || coverage_json(&basis, &coverage),
    )
}
