//! `jalon kpi`: the table of indicators as at a date.

mod output;
mod sent;

use std::path::{Path, PathBuf};

use super::context::Context;
use super::entry::{bodies_of, last_day, today};
use super::written::check_terminal;
use super::{Format, Problem, TableFormat, Usage};
use crate::event::{Day, YearEnd};
use crate::exchange::{Calendar, KnownError, typed_known};
use crate::figures::{Comparison, Filter, Known, PlanChoice, Question, Ruling, State, table};
use crate::ledger::{DeskError, Reading};
use crate::present::{Arg, Supplement, day_words, kpi_json, table_text};
use output::Answer;

/// Which table.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    pub(super) asked: Asked,
    /// Only entries that name this project or partner, by register id or name.
    #[arg(long = "with", aliases = ["project", "partner"])]
    with: Vec<String>,
    /// An earlier date beside it, by the same rules; of a period its last day. Of
    /// two dates the table is always of the later one.
    #[arg(long, value_name = "COMPARE")]
    compare: Option<String>,
    /// The file to write it into, whose ending is that of a format; of CSV a file
    /// or a folder, beside a description of it.
    #[arg(long)]
    out: Option<PathBuf>,
    #[command(flatten)]
    sent: sent::SentArgs,
}

impl Args {
    /// The file to write it into.
    pub(super) fn out(&self) -> Option<&Path> {
        self.out.as_deref()
    }
}

/// What is asked of a date, for tables and explanations alike.
#[derive(clap::Args, Debug)]
pub(super) struct Asked {
    /// The date, of a period its last day; today otherwise.
    #[arg(long)]
    as_at: Option<String>,
    #[command(flatten)]
    by: AskedBy,
}

/// Up to where entries are known, and which plan rules.
#[derive(clap::Args, Debug)]
pub(super) struct AskedBy {
    /// What was recorded by the end of a date or period, by a moment such as
    /// 2026-06-30T12:00-04:00, or up to a sequence number.
    #[arg(long)]
    known_at: Option<String>,
    /// A plan, PLAN or PLAN@VERSION; the plan adopted first otherwise.
    #[arg(long)]
    plan: Option<String>,
}

impl Asked {
    /// All that is known.
    pub(super) fn state(&self, context: &Context) -> Result<(State, Known), Problem> {
        self.by.state(context)
    }

    /// What is known, as far as values rest on it.
    fn state_for_values(&self, context: &Context) -> Result<(State, Known), Problem> {
        self.by.known(context, Reading::state_for_values)
    }

    pub(super) fn day(&self, state: &State) -> Result<Day, Problem> {
        self.as_at.as_deref().map_or_else(|| Ok(today(state)), |typed| last_day(state, typed))
    }

    pub(super) fn choice(&self) -> Result<PlanChoice, Problem> {
        self.by.choice()
    }
}

impl AskedBy {
    /// All that is known.
    pub(super) fn state(&self, context: &Context) -> Result<(State, Known), Problem> {
        self.known(context, Reading::state)
    }

    fn known(&self, context: &Context, replay: Replay) -> Result<(State, Known), Problem> {
        let reading = context.reading()?;
        let known = self.known_at.as_deref().map_or(Ok(Known::Now), |typed| known(typed, &reading))?;
        let state = replay(&reading, known)?;
        match (known, &self.known_at) {
            // What is asked for was never recorded: another ledger is meant.
            (Known::Sequence(sequence), Some(typed)) if sequence >= state.size() => {
                let last = state.size().saturating_sub(1);
                Err(Usage::BeyondLast { typed: typed.clone(), last }.into())
            }
            _ if state.adoptions().is_empty() && known != Known::Now => {
                let later = replay(&reading, Known::Now)?.adoptions().first().map(|it| it.sequence);
                later.map_or(Ok((state, known)), |entry| Err(Problem::PlanLater { entry }))
            }
            _ => Ok((state, known)),
        }
    }

    pub(super) fn choice(&self) -> Result<PlanChoice, Problem> {
        Ok(plan_choice(self.plan.as_deref())?)
    }
}

/// The plan that was typed; the one adopted first where none was.
pub(super) fn plan_choice(typed: Option<&str>) -> Result<PlanChoice, Usage> {
    let Some(text) = typed else { return Ok(PlanChoice::default()) };
    PlanChoice::typed(text).ok_or_else(|| Usage::Plan(text.to_owned()))
}

/// What is replayed.
type Replay = fn(&Reading, Known) -> Result<State, DeskError>;

/// Up to where entries are known.
fn known(text: &str, reading: &Reading) -> Result<Known, Problem> {
    let opened = reading.opened();
    let today = opened.as_ref().and_then(|it| Some(Context::moment().today(&it.timezone.parse().ok()?)));
    let year_end = opened.and_then(|it| it.year_end()).unwrap_or(YearEnd::december());
    typed_known(text, &Calendar { today, year_end }).map_err(|error| match error {
        KnownError::NoOffset(typed) => Usage::NoOffset(typed).into(),
        KnownError::Unknown(typed) => Usage::Known(typed).into(),
        KnownError::Date(error) => error.into(),
    })
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    // A workbook lists all that counts, with what was said of it.
    let is_listed = context.table == TableFormat::Xlsx;
    let known = if is_listed { args.asked.state(context)? } else { args.asked.state_for_values(context)? };
    show(context, args, known)
}

fn show(context: &Context, args: &Args, (state, known): (State, Known)) -> Result<(), Problem> {
    let day = args.asked.day(&state)?;
    let choice = args.asked.choice()?;
    check_terminal(context, args.out.as_deref())?;
    let filter = Filter { bodies: bodies_of(context, &state, &args.with)? };
    let other = args.compare.as_deref().map(|typed| last_day(&state, typed)).transpose()?;
    // The later of two dates comes first.
    let newer = other.map_or(day, |other| day.max(other));
    let older = other.map(|other| day.min(other));
    if let Some(older) = older.filter(|_| newer != day) {
        let [newer, older] = [newer, older].map(|day| day_words(context.messages.language(), day));
        let values = [("newer", Arg::Text(&newer)), ("older", Arg::Text(&older))];
        context.tell(&context.messages.say("compare-later", &values));
    }
    let ruling = Ruling::at(&state, &choice, newer)?;
    let answer = answer(&state, &ruling, (newer, older), filter, known)?;
    let bytes = answer.bytes(context, &state)?;
    if state.is_lost() {
        // Part of the index was not as it was written: the entries say it all.
        context.reading()?.drop_index();
        return show(context, args, args.asked.state(context)?);
    }
    let mark = args.sent.marked(context, &state, &answer, &bytes)?;
    match &args.out {
        None => output::print(context, &answer, &bytes)?,
        Some(out) => output::write(context, &answer, &bytes, out)?,
    }
    if let Some(command) = mark {
        sent::SentArgs::record(context, command)?;
    }
    // The process ends here, so that taking all of it apart piece by piece is of
    // no use; a server goes on, and has its memory back.
    if !context.is_within_a_server() {
        std::mem::forget(answer);
        std::mem::forget(ruling);
        std::mem::forget(state);
    }
    Ok(())
}

/// The table at a date, beside that at an older one where there is one.
fn answer<'a>(
    state: &'a State,
    ruling: &'a Ruling<'a>,
    (newer, older): (Day, Option<Day>),
    filter: Filter,
    known: Known,
) -> Result<Answer<'a>, Problem> {
    let Some(older) = older else {
        let mut table = table(&Question::new(state, ruling, newer, filter));
        table.scope.known = known;
        return Ok(Answer::One(Box::new(table)));
    };
    let mut comparison = Comparison::new(state, ruling, [newer, older], &filter)?;
    comparison.newer.scope.known = known;
    Ok(Answer::Two(Box::new(comparison)))
}

/// What of a table is shown.
pub(super) struct Shown {
    pub(super) filter: Filter,
    pub(super) known: Known,
    pub(super) supplement: Supplement,
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
