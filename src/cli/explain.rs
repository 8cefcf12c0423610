//! `jalon explain`: what a value is made of.

use super::context::Context;
use super::entry::bodies_of;
use super::kpi::Asked;
use super::{Format, Problem};
use crate::figures::{
    self, Filter, Published, Question, Ruling, Scope, State, explain, may_be_published, table,
};
use crate::plan::{Indicator, indicators_called, nearest_indicator};
use crate::present::{Grounds, explain_json, explain_text};

/// Which value.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The indicator, by id or label.
    indicator: String,
    #[command(flatten)]
    asked: Asked,
    /// Only entries that name this project or partner, by register id or name.
    #[arg(long = "with", aliases = ["project", "partner"])]
    with: Vec<String>,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let (state, known) = args.asked.state(context)?;
    let day = args.asked.day(&state)?;
    let choice = args.asked.choice()?;
    let ruling = Ruling::at(&state, &choice, day)?;
    let indicator = indicator_of(&ruling, &args.indicator)?;
    let filter = Filter { bodies: bodies_of(context, &state, &args.with)? };
    let question = Question::new(&state, &ruling, day, filter);
    let row = explain(&question, indicator);
    let published = published(context, &state, &indicator.id)?;
    if context.format == Format::Json {
        return context.print_json(&explain_json(&state, &table(&question), &row, &published));
    }
    let scope = Scope { known, ..Scope::of(&state, &question.filter) };
    let recorders = context.recorders(&state);
    let grounds = Grounds {
        state: &state,
        ruling: &ruling,
        as_at: day,
        scope: &scope,
        recorders: &recorders,
        published: &published,
    };
    context.print(&explain_text(&context.messages, &grounds, &row, Context::width()))
}

/// Where a value was published: the ledger is replayed up to what each table
/// knew.
fn published(context: &Context, state: &State, indicator: &str) -> Result<Vec<Published>, Problem> {
    if !may_be_published(state, indicator) {
        return Ok(vec![]);
    }
    let reading = context.reading()?;
    Ok(figures::published(state, indicator, |known| reading.state(known))?)
}

/// The indicator of an id, or the one that is called so.
pub(super) fn indicator_of<'a>(ruling: &Ruling<'a>, typed: &str) -> Result<&'a Indicator, Problem> {
    if let Some(indicator) = ruling.indicator(typed) {
        return Ok(indicator);
    }
    match indicators_called(typed, ruling.indicators()).as_slice() {
        [one] => Ok(one),
        [] => Err(Problem::Indicator {
            typed: typed.to_owned(),
            near: nearest_indicator(typed, ruling.indicators()),
        }),
        several => Err(Problem::TwoIndicators {
            typed: typed.to_owned(),
            near: several.iter().map(|it| it.near()).collect(),
        }),
    }
}
