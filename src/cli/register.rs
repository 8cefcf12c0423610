//! `jalon register`: add the bodies of a file to the register.

use std::path::PathBuf;

use super::context::Context;
use super::{Problem, Usage};
use crate::event::{Day, Period};
use crate::exchange::spot;
use crate::ledger::Command;
use crate::plan::{BodyFact, RegisterBody, RegisterFile};

/// A register file.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// A TOML file of bodies.
    file: PathBuf,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let text = Context::read(&args.file)?;
    let file = RegisterFile::parse(&text).map_err(|source| Problem::PlanFile {
        spot: spot(&args.file.display().to_string(), &text, source.span.start),
        source,
    })?;
    let mut desk = context.open()?;
    let author = context.author()?;
    let today = Context::moment().day(desk.state().zone()).unwrap_or(Day::FIRST);
    for body in file.body {
        let command = registration(body, today)?;
        let receipts =
            desk.execute(command, author, Context::moment(), context.accept_clock, &mut Context::new_id)?;
        receipts.iter().try_for_each(|it| context.print(&format!("#{} {}\n", it.sequence, it.kind)))?;
    }
    Ok(())
}

fn registration(body: RegisterBody, today: Day) -> Result<Command, Problem> {
    let from = body.on.or(body.from).unwrap_or(today);
    let to = body.on.or(body.to).unwrap_or(from);
    let occurred = Period::new(from, to).map_err(|source| Usage::Days { body: body.id.clone(), source })?;
    let fact = BodyFact {
        name: body.name.as_ref().map(crate::plan::Name::words),
        synonyms: body.synonyms,
        attributes: body.attributes,
        citation: body.citation,
        ..BodyFact::default()
    };
    Ok(Command::Register { body: body.id, occurred, fact })
}
