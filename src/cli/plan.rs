//! `jalon plan`: check plan files, show what changes, adopt it.

use std::path::PathBuf;

use super::context::Context;
use super::held::Held;
use super::{Format, Problem};
use crate::exchange::{Spot, spot, spotted};
use crate::figures::State;
use crate::ledger::{Changes, Command, PlanText, Receipt};
use crate::plan::{
    ActivityType, DefinitionKind, Opened, PlanFile, PlanHead, PlanTrouble, Surroundings, check, doubled,
};
use crate::present::{changes_json, changes_text, receipt_text};

/// Plan files, read as one.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// TOML files: a catalogue, a plan, or both in one.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Show what would change, and change nothing.
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let (changes, entries) = if args.dry_run {
        let state = context.reading()?.state(crate::ledger::Known::Now)?;
        let changes = Changes::of(&state, &read(&state, &args.files)?)?;
        show(context, &changes)?;
        (changes, vec![])
    } else {
        adopt(context, &mut context.open_alone()?, &args.files)?
    };
    match context.format {
        Format::Json => context.print_json(&changes_json(&changes, &entries)),
        Format::Text => Ok(()),
    }
}

/// Says what was changed by another command, or what it would change.
pub(super) fn answer(
    context: &Context,
    changes: &Changes,
    entries: &[u64],
    is_only_shown: bool,
) -> Result<(), Problem> {
    if is_only_shown {
        show(context, changes)?;
    }
    match context.format {
        Format::Json => context.print_json(&changes_json(changes, entries)),
        Format::Text => Ok(()),
    }
}

/// Shows what files change in a ledger, then adopts it: the changes, and the
/// places of what was appended. For programs nothing is shown here.
fn adopt(context: &Context, desk: &mut Held<'_>, files: &[PathBuf]) -> Result<(Changes, Vec<u64>), Problem> {
    let plan = read(desk.state(), files)?;
    put(context, desk, plan)
}

/// The same of a plan that was read.
pub(super) fn put(
    context: &Context,
    desk: &mut Held<'_>,
    plan: PlanText,
) -> Result<(Changes, Vec<u64>), Problem> {
    let changes = Changes::of(desk.state(), &plan)?;
    show(context, &changes)?;
    if changes.is_empty() {
        return Ok((changes, vec![]));
    }
    let done = desk.execute(context, Command::Plan(plan))?;
    tell(context, desk.state(), &done)?;
    Ok((changes, places(&done)))
}

/// The places of what was appended.
pub(super) fn places(done: &[Receipt]) -> Vec<u64> {
    done.iter().map(|it| it.sequence).collect()
}

/// For people, that it is adopted.
pub(super) fn tell(context: &Context, state: &State, done: &[Receipt]) -> Result<(), Problem> {
    if let (Format::Text, Some(last)) = (context.format, done.last()) {
        context.print(&receipt_text(&context.messages, state, last))?;
        context.tell_notice(state);
    }
    Ok(())
}

/// For people, what changes.
pub(super) fn show(context: &Context, changes: &Changes) -> Result<(), Problem> {
    if context.format == Format::Json {
        return Ok(());
    }
    context.print(&changes_text(&context.messages, changes))?;
    if changes.is_empty() {
        context.tell(&context.messages.word("refused-plan-unchanged"));
    }
    Ok(())
}

/// The plan of files, which is checked against what a ledger has.
pub(super) fn read(state: &State, paths: &[PathBuf]) -> Result<PlanText, Problem> {
    let named = paths.iter().map(|path| Ok((path.display().to_string(), Context::read(path)?)));
    read_texts(state, named.collect::<Result<_, Problem>>()?)
}

/// The same of texts, each with the name of its file.
pub(super) fn read_texts(state: &State, texts: Vec<(String, String)>) -> Result<PlanText, Problem> {
    let (mut files, mut told) = (Vec::new(), Vec::new());
    for (name, text) in texts {
        match PlanFile::parse(&text) {
            Ok(file) => files.push((name, file)),
            Err(errors) => told.extend(spotted(&name, &text, errors)),
        }
    }
    if !told.is_empty() {
        return Err(Problem::PlanFile(told));
    }
    let head = files.iter().fold(PlanHead::default(), |head, (_, file)| head.joined(file.head.clone()));
    check_all(state, &head, &files)?;
    Ok(PlanText { head })
}

/// What stands twice, in one file or in two, and where.
fn twice(files: &[(String, PlanFile)]) -> Vec<(Spot, PlanTrouble)> {
    let heads: Vec<&PlanHead> = files.iter().map(|(_, file)| &file.head).collect();
    let told = doubled(&heads).into_iter().map(|it| {
        let (name, file) = &files[it.file];
        let at = spot(name, file.text(), file.span(&it.place).start);
        (at, PlanTrouble::Twice { kind: it.kind, id: it.id })
    });
    told.collect()
}

/// What the files name exists, in one of them or in the ledger.
fn check_all(state: &State, head: &PlanHead, files: &[(String, PlanFile)]) -> Result<(), Problem> {
    let known = state.catalogue();
    let newer = |kind: &&&ActivityType| !head.types.iter().any(|it| it.id == kind.id);
    let groups = head.objective.iter().flat_map(|it| &it.group).chain(&head.group);
    let indicators = groups.flat_map(|group| &group.indicator).chain(&head.indicator);
    let lists = state.definitions().filter(|(_, it)| it.kind() == DefinitionKind::List);
    let around = Surroundings {
        types: head.types.iter().chain(known.iter().filter(newer).copied()).collect(),
        lists: head.list.iter().map(|it| it.id.as_str()).chain(lists.map(|(_, it)| it.id())).collect(),
        indicators: indicators.map(|it| (it.id.as_str(), it.rule.kind)).collect(),
        room: state.opened().map_or(0, Opened::room_for_types),
    };
    let mut told = twice(files);
    for (name, file) in files {
        for problem in check(&file.head, &around) {
            let at = spot(name, file.text(), file.span(&problem.place).start);
            told.push((at, problem.trouble));
        }
    }
    if told.is_empty() { Ok(()) } else { Err(Problem::Plan(told)) }
}
