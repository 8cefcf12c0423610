//! The bodies of a register file.

use std::path::Path;

use super::{Args, distinct};
use crate::cli::context::Context;
use crate::cli::entry::today;
use crate::cli::{Problem, Usage};
use crate::event::{BodyId, BodyKind, Day, Period};
use crate::exchange::{KnownAttributes, spotted};
use crate::figures::State;
use crate::ledger::Command;
use crate::plan::{BodyFact, FileTrouble, PlanFileError, RegisterBody, RegisterFile};

/// The bodies of a file, and how many are there already as it says.
pub(super) fn commands(
    context: &Context,
    state: &State,
    path: &Path,
    args: &Args,
) -> Result<(Vec<Command>, usize), Problem> {
    let text = Context::read(path)?;
    let name = path.display().to_string();
    let refused = |errors| Problem::PlanFile(spotted(&name, &text, errors));
    let file = RegisterFile::parse(&text).map_err(refused)?;
    let misspelt =
        if args.new_attribute { vec![] } else { misspelt(&KnownAttributes::of(state), &file, &text) };
    if !misspelt.is_empty() {
        return Err(refused(misspelt));
    }
    let today = today(state);
    let mut commands = Vec::new();
    let bodies = file.body.len();
    for body in file.body {
        let (id, occurred, fact) = registration(body, today)?;
        let known = state.register().get(&id).and_then(|body| body.facts().next());
        if known.is_none() && !args.distinct {
            check_new_person(context, state, &id, &fact)?;
        }
        if !known.is_some_and(|(_, _, known)| *known == fact) {
            commands.push(Command::Register { body: id, occurred, fact });
        }
    }
    let skipped = bodies - commands.len();
    Ok((commands, skipped))
}

/// Asks back where a person who is not there yet may be one who is, by another
/// id: ids of other bodies are chosen by who writes them.
fn check_new_person(context: &Context, state: &State, id: &BodyId, fact: &BodyFact) -> Result<(), Problem> {
    let Some(name) = fact.name.as_ref().filter(|_| id.kind() == BodyKind::Person) else { return Ok(()) };
    let persons = context.persons(state);
    let of_body = |source| Problem::OfBody { body: id.clone(), source: Box::new(source) };
    name.each()
        .into_iter()
        .try_for_each(|name| distinct(state.register(), &persons, BodyKind::Person, name).map_err(of_body))
}

/// The attributes of a file that are called or spelled much like one that there
/// is: no rule would read them.
fn misspelt(known: &KnownAttributes<'_>, file: &RegisterFile, text: &str) -> Vec<PlanFileError> {
    let mut told = Vec::new();
    for (index, body) in file.body.iter().enumerate() {
        for typed in body.attributes.keys() {
            let near = known.like(typed);
            if !near.is_empty() {
                let place = ["body", &index.to_string(), "attributes", typed].map(str::to_owned);
                let trouble = FileTrouble::Attribute { typed: typed.clone(), near };
                told.push((place.to_vec(), trouble));
            }
        }
    }
    PlanFileError::all_at(text, told)
}

fn registration(body: RegisterBody, today: Day) -> Result<(BodyId, Period, BodyFact), Problem> {
    let from = body.on.or(body.from).unwrap_or(today);
    let to = body.on.or(body.to).unwrap_or(from);
    let occurred = Period::new(from, to).map_err(|source| Usage::Days { body: body.id.clone(), source })?;
    let fact = body.fact();
    Ok((body.id, occurred, fact))
}
