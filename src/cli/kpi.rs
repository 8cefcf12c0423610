//! `jalon kpi`: the table of indicators as at a date.

use super::context::Context;
use super::entry::bodies_of;
use super::{Format, Problem, Usage};
use crate::event::{Day, Moment};
use crate::figures::{Comparison, Filter, KnownBy, PlanChoice, Question, Ruling, State, table};
use crate::ledger::Known;
use crate::present::{Supplement, comparison_json, comparison_text, kpi_json, table_text};

/// Which table.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    pub(super) asked: Asked,
    /// Only entries that name this project or partner, by register id or name.
    #[arg(long = "with", visible_aliases = ["project", "partner"])]
    with: Vec<String>,
    /// An earlier date beside it, by the same rules, YYYY-MM-DD.
    #[arg(long, value_name = "COMPARE")]
    compare: Option<Day>,
}

/// What is asked of a date, for tables and explanations alike.
#[derive(clap::Args, Debug)]
pub(super) struct Asked {
    /// The date, YYYY-MM-DD; today otherwise.
    #[arg(long)]
    as_at: Option<Day>,
    /// What was recorded by a date, a moment or a sequence number.
    #[arg(long)]
    known_at: Option<String>,
    /// A plan, PLAN or PLAN@VERSION; the plan adopted first otherwise.
    #[arg(long)]
    plan: Option<String>,
}

impl Asked {
    pub(super) fn state(&self, context: &Context) -> Result<State, Problem> {
        let known = match self.known()? {
            None => Known::Now,
            Some(KnownBy::Day(day)) => Known::Day(day),
            Some(KnownBy::Moment(moment)) => Known::Moment(moment),
            Some(KnownBy::Place(place)) => Known::Sequence(place),
        };
        Ok(context.reading()?.state(known)?)
    }

    /// Up to where entries are known, when that is asked for.
    pub(super) fn known(&self) -> Result<Option<KnownBy>, Problem> {
        self.known_at.as_deref().map(known).transpose()
    }

    pub(super) fn day(&self, state: &State) -> Day {
        self.as_at.or_else(|| Context::moment().day(state.zone())).unwrap_or(Day::FIRST)
    }

    pub(super) fn choice(&self) -> Result<PlanChoice, Problem> {
        let Some(text) = &self.plan else { return Ok(PlanChoice::default()) };
        let (id, version) = text.split_once('@').map_or((text.as_str(), None), |(id, it)| (id, Some(it)));
        let version = version.map(str::parse).transpose();
        let version = version.map_err(|_| Usage::Plan(text.clone()))?;
        Ok(PlanChoice { id: Some(id.to_owned()), version })
    }
}

fn known(text: &str) -> Result<KnownBy, Problem> {
    let day = || text.parse::<Day>().map(KnownBy::Day).ok();
    let moment = || text.parse::<Moment>().map(KnownBy::Moment).ok();
    let place = || text.parse::<u64>().map(KnownBy::Place).ok();
    place().or_else(day).or_else(moment).ok_or_else(|| Usage::Known(text.to_owned()).into())
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let state = args.asked.state(context)?;
    let day = args.asked.day(&state);
    let choice = args.asked.choice()?;
    let shown = Shown {
        filter: Filter { bodies: bodies_of(&state, &args.with)? },
        known: args.asked.known()?,
        supplement: Supplement::Shown,
    };
    match args.compare {
        None => print_table(context, &state, &choice, day, shown)?,
        Some(other) => print_comparison(context, &state, &choice, [day, other], &shown)?,
    }
    // The process ends here; taking the state apart piece by piece is of no use.
    std::mem::forget(state);
    Ok(())
}

/// What of a table is shown.
pub(super) struct Shown {
    pub(super) filter: Filter,
    pub(super) known: Option<KnownBy>,
    pub(super) supplement: Supplement,
}

/// The table at the later of two dates beside that at the earlier one.
fn print_comparison(
    context: &Context,
    state: &State,
    choice: &PlanChoice,
    days: [Day; 2],
    shown: &Shown,
) -> Result<(), Problem> {
    let [newer, older] = [days[0].max(days[1]), days[0].min(days[1])];
    let ruling = Ruling::at(state, choice, newer)?;
    let mut comparison = Comparison::new(state, &ruling, [newer, older], &shown.filter)?;
    comparison.newer.scope.known = shown.known;
    match context.format {
        Format::Json => context.print_json(&comparison_json(&comparison)),
        Format::Text => context.print(&comparison_text(&context.messages, &comparison, Context::width())),
    }
}

/// The table of a state, in the format asked for.
pub(super) fn print_table(
    context: &Context,
    state: &State,
    choice: &PlanChoice,
    day: Day,
    shown: Shown,
) -> Result<(), Problem> {
    let ruling = Ruling::at(state, choice, day)?;
    let mut table = table(&Question::new(state, &ruling, day, shown.filter));
    table.scope.known = shown.known;
    match context.format {
        Format::Json => context.print_json(&kpi_json(&table)),
        Format::Text => {
            context.print(&table_text(&context.messages, &table, shown.supplement, Context::width()))
        }
    }
}
