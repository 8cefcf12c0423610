//! `jalon explain`: what a value is made of.

use super::context::Context;
use super::kpi::Asked;
use super::{Format, Problem};
use crate::figures::{Filter, Question, Ruling, explain, table};
use crate::plan::nearest_indicator;
use crate::present::{explain_json, explain_text};

/// Which value.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The indicator's id.
    indicator: String,
    #[command(flatten)]
    asked: Asked,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let state = args.asked.state(context)?;
    let day = args.asked.day(&state)?;
    let choice = args.asked.choice()?;
    let ruling = Ruling::at(&state, &choice, day)?;
    let indicator = ruling.indicator(&args.indicator).ok_or_else(|| Problem::Indicator {
        typed: args.indicator.clone(),
        near: nearest_indicator(&args.indicator, ruling.indicators()),
    })?;
    let question = Question::new(&state, &ruling, day, Filter::default());
    let row = explain(&question, indicator);
    match context.format {
        Format::Json => context.print_json(&explain_json(&state, &table(&question), &row)),
        Format::Text => {
            context.print(&explain_text(&context.messages, &state, &ruling, &row, day, Context::width()))
        }
    }
}
