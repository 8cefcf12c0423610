//! `jalon sample`: items of a value for an auditor to test, and what was found.

mod results;

use std::path::{Path, PathBuf};

use super::context::Context;
use super::entry::bodies_of;
use super::explain::indicator_of;
use super::kpi::Asked;
use super::named::Typed;
use super::written::{check_terminal, write_or_print};
use super::{Format, Problem, TableFormat, Testing, Usage};
use crate::event::{Currency, Exact, MAX_NAME, SampleMethod, clean_line};
use crate::exchange::{Unit, typed_amount};
use crate::figures::{
    Filter, PlanChoice, Question, Ruling, SampleRecord, Sampling, Selection, State, sample,
};
use crate::ledger::{Known, NotTested, Reading, Refusal};
use crate::present::{
    Messages, ShownSample, sample_json, sample_text, samples_json, samples_text, workpaper,
};

/// Which sample.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The indicator, by id or label; or a sample that is recorded, by its
    /// number or id. Without it, all samples that are recorded.
    indicator: Option<String>,
    /// How many items are drawn, beside those that are all taken.
    #[arg(long, value_name = "COUNT", aliases = ["taille"], requires = "indicator")]
    size: Option<u64>,
    /// A text or number that decides which items are drawn; the auditor
    /// chooses it.
    #[arg(long, value_name = "SEED", aliases = ["germe"], requires = "indicator")]
    seed: Option<String>,
    /// How items are drawn: random, interval (every n-th) or monetary (every
    /// n-th unit of the amounts).
    #[arg(long, value_name = "METHOD", aliases = ["méthode", "methode"], requires = "indicator")]
    method: Option<Method>,
    /// Take all items above this amount first, and draw from the others.
    #[arg(long, value_name = "AMOUNT", aliases = ["au-dessus"], requires = "indicator")]
    all_above: Option<String>,
    #[command(flatten)]
    asked: Asked,
    /// Only entries that name this project or partner, by register id or name.
    #[arg(long = "with", aliases = ["project", "partner"])]
    with: Vec<String>,
    /// The working paper to write (.xlsx), with columns to fill in.
    #[arg(long)]
    out: Option<PathBuf>,
    /// A working paper that is filled in, a workbook or CSV: what was found is
    /// recorded.
    #[arg(long, value_name = "WORKPAPER", aliases = ["résultats", "resultats"],
        conflicts_with_all = ["indicator", "out", "as_at", "known_at", "plan", "with"])]
    results: Option<PathBuf>,
}

/// A way of drawing items, as it is typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, clap::ValueEnum)]
enum Method {
    /// Any set of items is as likely as any other.
    #[value(aliases = ["hasard", "aléatoire", "aleatoire"])]
    Random,
    /// Every n-th item.
    #[value(aliases = ["intervalle", "systématique", "systematique"])]
    Interval,
    /// Every n-th unit of the amounts.
    #[value(aliases = ["monétaire", "monetaire"])]
    Monetary,
}

impl Method {
    const fn stored(self) -> SampleMethod {
        match self {
            Self::Random => SampleMethod::Random,
            Self::Interval => SampleMethod::Interval,
            Self::Monetary => SampleMethod::Monetary,
        }
    }
}

impl Args {
    /// The file to write it into.
    pub(super) fn out(&self) -> Option<&Path> {
        self.out.as_deref()
    }
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    if let Some(paper) = &args.results {
        return results::record(context, paper);
    }
    check_terminal(context, args.out())?;
    let Some(typed) = &args.indicator else { return list(context) };
    let reading = context.reading()?;
    let recorded = recorded(&reading, typed)?;
    match recorded {
        Some(record) => {
            let state = as_drawn(&reading, &record.sampling)?;
            show(context, args, &state, &record.sampling, Some(&record))
        }
        None => {
            let (state, _) = args.asked.state(context)?;
            let sampling = asked(context, args, &state, typed)?;
            let now = reading.state(Known::Now)?;
            let record = now.standing_samples().find(|it| it.sampling == sampling).cloned();
            show(context, args, &state, &sampling, record.as_ref())
        }
    }
}

fn list(context: &Context) -> Result<(), Problem> {
    let state = context.reading()?.state(Known::Now)?;
    if context.table == TableFormat::Xlsx {
        return Err(Usage::NoSampleAsked.into());
    }
    match context.format {
        Format::Json => context.print_json(&samples_json(&state)),
        Format::Text => {
            context.print(&samples_text(&context.messages, &state, Context::width()))?;
            context.print_notice(&state)
        }
    }
}

/// The sample that is recorded under this number or id.
fn recorded(reading: &Reading, typed: &str) -> Result<Option<SampleRecord>, Problem> {
    let Some(meant) = Typed::read(typed) else { return Ok(None) };
    let state = reading.state(Known::Now)?;
    let found = state.samples().iter().find(|it| meant.is(it.sequence, it.id)).cloned();
    found.map(Some).ok_or_else(|| Testing::NoSample(typed.to_owned()).into())
}

/// The entries that a sample knew; refused where it is none of this ledger's.
pub(super) fn as_drawn(reading: &Reading, sampling: &Sampling) -> Result<State, Problem> {
    let other = || Problem::from(Refusal::from(NotTested::OtherEntries(sampling.size)));
    let last = sampling.size.checked_sub(1).filter(|_| sampling.size <= reading.size());
    let state = reading.state(Known::Sequence(last.ok_or_else(other)?))?;
    if state.head() == sampling.head { Ok(state) } else { Err(other()) }
}

/// What is typed, as what draws a sample.
fn asked(context: &Context, args: &Args, state: &State, typed: &str) -> Result<Sampling, Problem> {
    let day = args.asked.day(state)?;
    let ruling = Ruling::at(state, &args.asked.choice()?, day)?;
    let indicator = indicator_of(&ruling, typed)?;
    let items = args.size.filter(|items| *items > 0).ok_or(Usage::SampleSize)?;
    let seed = args.seed.as_deref().map(|seed| clean_line(seed, MAX_NAME)).ok_or(Usage::SampleSeed)??;
    if seed.is_empty() {
        return Err(Usage::SampleSeed.into());
    }
    let above = args.all_above.as_deref().map(|typed| amount(state, typed)).transpose()?;
    let method = args.method.unwrap_or(Method::Random).stored();
    let adoption = &ruling.adopted.adoption;
    Ok(Sampling {
        indicator: indicator.id.clone(),
        as_at: day,
        size: state.size(),
        head: state.head(),
        plan: adoption.id.clone(),
        version: adoption.version,
        filter: Filter { bodies: bodies_of(context, state, &args.with)? },
        selection: Selection { method, items, seed, above },
    })
}

fn amount(state: &State, typed: &str) -> Result<Exact, Usage> {
    let amount = typed_amount(typed, state.currency().unwrap_or(Currency::NONE)).map_err(Usage::Amount)?;
    let is_plain = amount.unit != Unit::Percent && amount.precision.is_none();
    let is_sound = is_plain && !amount.value.is_negative();
    if is_sound { Ok(amount.value) } else { Err(Usage::SampleAbove(typed.to_owned())) }
}

/// Draws the sample and gives it in the format asked for.
fn show(
    context: &Context,
    args: &Args,
    state: &State,
    sampling: &Sampling,
    record: Option<&SampleRecord>,
) -> Result<(), Problem> {
    let ruling = ruling(state, sampling)?;
    let indicator = indicator_of(&ruling, &sampling.indicator)?;
    let question = Question::new(state, &ruling, sampling.as_at, sampling.filter.clone());
    let (row, sample) = sample(&question, indicator, &sampling.selection).map_err(Testing::Unsampled)?;
    let recorders = context.recorders(state);
    let shown = ShownSample {
        state,
        ruling: &ruling,
        row: &row,
        sampling,
        sample: &sample,
        record,
        recorders: &recorders,
    };
    if context.table == TableFormat::Xlsx {
        let bytes = workpaper(&context.messages, &shown).map_err(Problem::Workbook)?;
        return write_or_print(context, args.out(), &bytes);
    }
    match (context.format, args.out()) {
        (Format::Json, None) => context.print_json(&sample_json(&shown)),
        (Format::Json, Some(out)) => {
            let text = serde_json::to_string_pretty(&sample_json(&shown)).unwrap_or_default() + "\n";
            write_or_print(context, Some(out), text.as_bytes())
        }
        (Format::Text, None) => context.print(&text(&context.messages, &shown)),
        (Format::Text, Some(out)) => {
            let text = text(&context.messages, &shown);
            let plain = anstream::adapter::strip_str(&text).to_string();
            write_or_print(context, Some(out), plain.as_bytes())
        }
    }
}

fn text(messages: &Messages, shown: &ShownSample<'_>) -> String {
    sample_text(messages, shown, Context::width())
}

/// The plan that a sample is drawn by.
pub(super) fn ruling<'a>(state: &'a State, sampling: &Sampling) -> Result<Ruling<'a>, Problem> {
    let choice = PlanChoice { id: Some(sampling.plan.clone()), version: Some(sampling.version) };
    Ok(Ruling::at(state, &choice, sampling.as_at)?)
}
