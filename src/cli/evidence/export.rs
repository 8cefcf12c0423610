//! `jalon evidence export`: copies of documents in a folder, under names that can be
//! read, with a list of their hashes that `sha256sum -c` takes.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use super::super::context::Context;
use super::super::entry::{days, last_day, today};
use super::super::explain::indicator_of;
use super::super::kpi::plan_choice;
use super::super::problem::PaperTrouble;
use super::super::written::check_empty;
use super::super::{Format, Problem};
use super::backed;
use crate::audit::{WantedPapers, papers};
use crate::event::Period;
use crate::figures::{Filter, Question, Ruling, State, explain};
use crate::ledger::Known;
use crate::present::{Given, SUMS, evidence_names, given_json, given_text, sums};
use crate::vault::Documents;

/// Which documents, and where to.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// The folder; it is made where there is none, and has to be empty.
    folder: PathBuf,
    /// Only those of this entry, by id or number.
    #[arg(long)]
    entry: Option<String>,
    /// Only those of what happened in these days, such as FY2024.
    #[arg(long, value_name = "DURING")]
    during: Option<String>,
    /// Only those of what counts in this indicator, by id or label.
    #[arg(long)]
    indicator: Option<String>,
    /// With --indicator: its date, of a period the last day; today otherwise.
    #[arg(long, requires = "indicator")]
    as_at: Option<String>,
    /// With --indicator: a plan, PLAN or PLAN@VERSION; the plan adopted first otherwise.
    #[arg(long, requires = "indicator")]
    plan: Option<String>,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let state = context.reading()?.state(Known::Now)?;
    let documents = Documents::of(&context.ledger);
    let wanted = WantedPapers { entries: entries(&state, args)?, standing: true, ..WantedPapers::default() };
    let papers = papers(&state, &documents, &wanted);
    if papers.is_empty() {
        // No folder is made for nothing.
        context.tell(&context.messages.word("evidence-none"));
        return Ok(());
    }
    check_empty(&args.folder)?;
    fs::create_dir_all(&args.folder).map_err(|source| Problem::File { path: args.folder.clone(), source })?;
    let mut given = Given::default();
    for (file, paper) in evidence_names(papers) {
        match documents.give(&paper.document, &args.folder.join(&file))? {
            Ok(()) => given.files.push((file, paper)),
            Err(fault) => given.missing.push((paper, fault)),
        }
    }
    let path = args.folder.join(SUMS);
    fs::write(&path, sums(&given)).map_err(|source| Problem::File { path, source })?;
    match context.format {
        Format::Json => context.print_json(&given_json(&state, &given))?,
        Format::Text => {
            context.print(&given_text(&context.messages, &given, Context::width()))?;
            context.print_notice(&state)?;
        }
    }
    match given.missing.len() {
        0 => Ok(()),
        count => Err(PaperTrouble::Missing(count).into()),
    }
}

/// The entries whose documents are wanted; none where those of all are.
fn entries(state: &State, args: &Args) -> Result<Option<BTreeSet<u64>>, Problem> {
    let own = args.entry.as_deref().map(|typed| backed(state, typed)).transpose()?;
    let during = args.during.as_deref().map(|typed| days(state, typed)).transpose()?;
    let counted = args.indicator.as_deref().map(|typed| counted(state, args, typed)).transpose()?;
    let sets = [own.map(|place| BTreeSet::from([place])), during.map(|days| happened(state, days)), counted];
    Ok(sets.into_iter().flatten().reduce(|one, other| &one & &other))
}

/// The entries whose days touch a period.
fn happened(state: &State, days: Period) -> BTreeSet<u64> {
    let records = state.records().iter().map(|record| (record.sequence, record.latest().occurred));
    let notes = state.notes().iter().filter_map(|note| Some((note.sequence, note.occurred?)));
    let sent = state.publications().iter().map(|it| (it.sequence, Period::on(it.sent.on)));
    let all = records.chain(notes).chain(sent);
    all.filter(|(_, occurred)| occurred.overlaps(&days)).map(|(place, _)| place).collect()
}

/// The entries that count in an indicator.
fn counted(state: &State, args: &Args, typed: &str) -> Result<BTreeSet<u64>, Problem> {
    let day = args.as_at.as_deref().map_or_else(|| Ok(today(state)), |typed| last_day(state, typed))?;
    let choice = plan_choice(args.plan.as_deref())?;
    let ruling = Ruling::at(state, &choice, day)?;
    let indicator = indicator_of(&ruling, typed)?;
    let row = explain(&Question::new(state, &ruling, day, Filter::default()), indicator);
    Ok(row.value.contributions.iter().map(|it| it.sequence).collect())
}
