//! `jalon itemise`: items of a published total, brought as one batch.

use std::path::PathBuf;

use super::asking::{confirm, is_someone_there};
use super::context::Context;
use super::import::{self, RowsSaid};
use super::kpi::plan_choice;
use super::named::record_of;
use super::{Format, Problem, Testing};
use crate::event::EntryId;
use crate::exchange::{ImportProblem, ImportTrouble, Incoming, RowPlaces, all_problems};
use crate::figures::{
    Batch, ItemFate, Itemised, PlanChoice, Record, State, item_fates, itemised, standing_total,
};
use crate::ledger::{Command, Committed, Import, NewActivity, RowVerdict};
use crate::present::{Arg, ShownItem, ShownItems, itemised_json, itemised_text, unsound_item_words};

/// Which total, and its items.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The published total, by its number or id.
    total: String,
    /// Its items: a workbook (.xlsx), .csv, .tsv or .txt as CSV, any other as
    /// JSON Lines.
    file: PathBuf,
    /// The type of all rows of a table without a column that says it.
    #[arg(long = "type", value_name = "TYPE")]
    kind: Option<String>,
    #[command(flatten)]
    said: RowsSaid,
    /// The plan by which items count, PLAN or PLAN@VERSION; the plan adopted
    /// first otherwise.
    #[arg(long)]
    plan: Option<String>,
    /// Show what would become of it; write nothing.
    #[arg(long)]
    dry_run: bool,
    /// Record items that exceed the total, lie outside its days or do not
    /// count in its indicator all the same.
    #[arg(long, aliases = ["quand-même", "quand-meme"])]
    anyway: bool,
}

/// What the file holds, tried out.
struct Tried {
    before: Itemised,
    after: Itemised,
    items: Vec<ShownItem>,
    there: usize,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let rows = import::Args::of_items(&args.file, args.kind.clone(), args.said.clone());
    let files = [import::read(&args.file)?];
    let ledger = context.rehearse()?.committed();
    let state = ledger.state();
    let choice = plan_choice(args.plan.as_deref())?;
    let total = record_of(state, &args.total).ok_or_else(|| no_total(state, &args.total))?;
    standing_total(total).ok_or(Testing::NotAStandingTotal(total.sequence))?;
    if let Some(batch) = recorded_before(state, &files).filter(|_| !args.anyway) {
        return Err(Testing::ItemisedAlready(batch).into());
    }
    let tried = tried(context, &rows, &ledger, total, &choice, &files)?;
    let shown = ShownItems {
        state,
        total: (total.sequence, total.id),
        before: &tried.before,
        after: &tried.after,
        items: &tried.items,
        there: tried.there,
        file: &files[0].0,
    };
    if context.format == Format::Text {
        context.print(&itemised_text(&context.messages, &shown, Context::width()))?;
    } else if args.dry_run {
        context.print_json(&itemised_json(&shown, None))?;
    }
    let unsound: Vec<&ShownItem> = tried.items.iter().filter(|item| !item.fate.is_sound()).collect();
    if !unsound.is_empty() && !args.anyway {
        let told = unsound.into_iter().map(|item| unsound_item_words(&context.messages, &shown, item));
        return Err(Testing::Unsound(told.collect()).into());
    }
    if args.dry_run {
        return Ok(());
    }
    if context.format == Format::Text && is_someone_there(context) {
        let question = context.messages.say("itemise-ask", &[("count", Arg::Count(tried.items.len()))]);
        if !confirm(context, &question)? {
            return Err(Problem::Unanswered);
        }
    }
    let (state, done) = import::brought(context, &rows, &files, &mut None)?;
    let batch = done.batch.and_then(|id| state.sequence_of(id));
    match (context.format, batch) {
        (Format::Json, batch) => context.print_json(&itemised_json(&shown, batch)),
        (Format::Text, None) => context.print(&(context.messages.word("receipt-nothing") + "\n")),
        (Format::Text, Some(batch)) => {
            let values = [("count", Arg::Count(tried.items.len())), ("batch", Arg::Shown(&batch))];
            context.print(&(context.messages.say("itemise-done", &values) + "\n"))?;
            context.tell_notice(&state);
            Ok(())
        }
    }
}

/// That there is no such entry, or that it is there and no total.
fn no_total(state: &State, typed: &str) -> Problem {
    let place = typed.trim_start_matches('#').parse().ok().filter(|place| *place < state.size());
    place.map_or_else(|| Problem::Entry(typed.to_owned()), |place| Testing::NotAStandingTotal(place).into())
}

/// Where the import begins that brought the same file whole, and stands.
fn recorded_before(state: &State, files: &[(String, Vec<u8>)]) -> Option<u64> {
    let file = import::hash_of(files);
    let mut batches = state.batches().values();
    let is_it = |batch: &&Batch| batch.file == file && batch.completed && batch.withdrawn.is_none();
    batches.find(is_it).map(|batch| batch.sequence)
}

/// What the rows would become beside the total: all of them are tried out first.
fn tried(
    context: &Context,
    args: &import::Args,
    ledger: &Committed,
    total: &Record,
    choice: &PlanChoice,
    files: &[(String, Vec<u8>)],
) -> Result<Tried, Problem> {
    let incoming = import::incoming(context, args, ledger.state(), files)?;
    import::tell_before(context, &incoming);
    let Incoming { rows, problems, .. } = incoming;
    let (places, mut commands): (Vec<RowPlaces>, Vec<Command>) =
        rows.into_iter().map(|row| (row.places, row.command)).unzip();
    for command in &mut commands {
        if let Command::Record(new) = command {
            new.id.get_or_insert_with(Context::new_id);
        }
    }
    let import = Import { file: import::hash_of(files), rows: commands.clone() };
    let (now, ids) = (Context::moment(), &mut Context::new_id);
    let done = ledger.rehearse(import, import::nobody(), now, context.accept_clock, ids);
    let (refused, done) = import::parts(args, done)?;
    let mut problems = all_problems(files, problems, &places, refused);
    let others = places.iter().zip(&commands).filter(|(_, it)| matches!(it, Command::Report(_)));
    problems.extend(
        others
            .map(|(places, _)| ImportProblem { spot: places.row.clone(), trouble: ImportTrouble::NotAnItem }),
    );
    if !problems.is_empty() {
        return Err(Problem::Import(problems));
    }
    let is_new = |at: usize| done.each.get(at).is_none_or(|verdict| *verdict != RowVerdict::There);
    let (mut items, mut news): (Vec<(RowPlaces, EntryId, NewActivity)>, Vec<Command>) = (vec![], vec![]);
    let mut there = 0;
    for (at, (places, command)) in places.into_iter().zip(commands).enumerate() {
        match &command {
            Command::Record(new) if is_new(at) => {
                items.extend(new.id.map(|id| (places, id, new.clone())));
                news.push(command);
            }
            Command::Record(_) => there += 1,
            _ if is_new(at) => news.push(command),
            _ => {}
        }
    }
    let state = ledger.rehearsed(news, import::nobody(), now, ids)?;
    let seen = |state: &State| -> Result<Itemised, Problem> {
        let record = state.record(total.id).ok_or(Testing::NotAStandingTotal(total.sequence))?;
        itemised(state, record, choice)?.ok_or_else(|| Testing::NotInPlan(total.sequence).into())
    };
    let ids: Vec<EntryId> = items.iter().map(|(_, id, _)| *id).collect();
    let record = state.record(total.id).ok_or(Testing::NotAStandingTotal(total.sequence))?;
    let fates: Vec<ItemFate> =
        item_fates(&state, record, choice, &ids)?.ok_or(Testing::NotInPlan(total.sequence))?;
    let items = items.into_iter().zip(fates);
    let items = items.map(|((places, _, activity), fate)| ShownItem { spot: places.row, activity, fate });
    Ok(Tried { before: seen(ledger.state())?, after: seen(&state)?, items: items.collect(), there })
}
