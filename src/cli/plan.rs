//! `jalon plan`: check plan files and adopt what changed.

use std::path::PathBuf;

use super::Problem;
use super::context::Context;
use crate::exchange::spot;
use crate::figures::State;
use crate::ledger::{Command, PlanText};
use crate::plan::{ActivityType, DefinitionKind, PlanFile, PlanHead, Surroundings, check};

/// Plan files, read as one.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// TOML files: a catalogue, a plan, or both in one.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let mut files = Vec::new();
    for path in &args.files {
        let text = Context::read(path)?;
        let name = path.display().to_string();
        let file = PlanFile::parse(&text)
            .map_err(|source| Problem::PlanFile { spot: spot(&name, &text, source.span.start), source })?;
        files.push((name, file));
    }
    let head = files.iter().fold(PlanHead::default(), |head, (_, file)| head.joined(file.head.clone()));
    let mut desk = context.open()?;
    check_all(desk.state(), &head, &files)?;
    let command = Command::Plan(PlanText { head });
    let author = context.author()?;
    let receipts =
        desk.execute(command, author, Context::moment(), context.accept_clock, &mut Context::new_id)?;
    receipts
        .iter()
        .try_for_each(|it| context.print(&format!("#{} {} {}\n", it.sequence, it.kind, it.hash.short())))
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
        indicators: indicators.map(|it| it.id.as_str()).collect(),
    };
    let mut told = Vec::new();
    for (name, file) in files {
        for problem in check(&file.head, &around) {
            let at = spot(name, file.text(), file.span(&problem.place).start);
            told.push((at, problem.trouble));
        }
    }
    if told.is_empty() { Ok(()) } else { Err(Problem::Plan(told)) }
}
