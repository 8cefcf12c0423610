//! `jalon quality`: a sheet on the quality of one value's data.

use super::Problem;
use super::context::Context;
use super::explain::indicator_of;
use super::kpi::Asked;
use super::reports::{Destination, scope};
use crate::audit::Quality;
use crate::figures::{Filter, Question, Ruling};
use crate::present::{Basis, quality_json, quality_report};
use crate::vault::Documents;

/// Of which value.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The indicator, by id or label.
    indicator: String,
    #[command(flatten)]
    asked: Asked,
    #[command(flatten)]
    pub(super) to: Destination,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let (state, known) = args.asked.state(context)?;
    let day = args.asked.day(&state)?;
    let ruling = Ruling::at(&state, &args.asked.choice()?, day)?;
    let indicator = indicator_of(&ruling, &args.indicator)?;
    let question = Question::new(&state, &ruling, day, Filter::default());
    let quality = Quality::of(&question, indicator, &Documents::of(&context.ledger));
    let scope = scope(&state, known);
    let basis = Basis { state: &state, ruling: &ruling, as_at: day, scope: &scope };
    args.to.give(
        context,
        || quality_report(&context.messages, &basis, &quality),
        || quality_json(&basis, &quality),
    )
}
