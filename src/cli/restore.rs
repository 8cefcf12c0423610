//! `jalon restore`: lay down a ledger from its export, byte for byte.

use std::path::PathBuf;

use super::context::Context;
use super::entry::receipts;
use super::{Format, Problem};
use crate::audit::{BesideCheck, Sound, verify_lines};
use crate::event::Entry;
use crate::ledger::{Desk, DeskError, LogError, check_clock};
use crate::plan::Opened;
use crate::present::{Arg, restored_json};
use crate::vault::Documents;

/// An export.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// What `jalon export jsonl` printed.
    file: PathBuf,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let text = Context::read(&args.file)?;
    let lines: Vec<Vec<u8>> = text.split_terminator('\n').map(|line| line.as_bytes().to_vec()).collect();
    let sound = checked(context, args, &lines)?;
    let mut desk = context.with_custody(context.folder().create()?.lay(&lines)?)?;
    let done = desk.note_restore(context.writer()?, &mut Context::new_id)?;
    let missing = missing(context, &desk, &lines)?;
    if context.format == Format::Json {
        return context.print_json(&restored_json(desk.state(), sound, missing, &done));
    }
    receipts(context, desk.state(), &done)?;
    if missing > 0 {
        context.tell(&context.messages.say("restore-beside", &[("count", Arg::Count(missing))]));
    }
    Ok(())
}

/// How many documents and sealed values the entries name that are not here: an
/// export holds entries alone.
fn missing(context: &Context, desk: &Desk, lines: &[Vec<u8>]) -> Result<usize, Problem> {
    let vault = context.vault_of(desk.state());
    let mut beside = BesideCheck::new(Documents::of(&context.ledger), vault);
    for (sequence, line) in (0..).zip(lines) {
        beside.entry(&Entry::read(line).map_err(|source| DeskError::Entry { sequence, source })?);
    }
    Ok(beside.done().findings.len())
}

/// Everything that can be refused, before anything is created.
fn checked(context: &Context, args: &Args, lines: &[Vec<u8>]) -> Result<Sound, Problem> {
    let Some(first) = lines.first() else { return Err(Problem::EmptyExport(args.file.clone())) };
    let sound = verify_lines(lines.iter().cloned().map(Ok))
        .map_err(|source| Problem::Fault { path: Some(args.file.clone()), source: Box::new(source) })?;
    if let Some(last) = lines.last() {
        check_clock(first, last, Context::moment(), context.accept_clock)?;
    }
    if context.folder().is_ledger() {
        return Err(LogError::Exists { dir: context.ledger.clone() }.into());
    }
    let opened = Entry::read(first).ok().and_then(|entry| Opened::read(&entry.draft.data).ok());
    opened.map_or(Ok(()), |opened| context.vault(opened.ledger).map(drop))?;
    Ok(sound)
}
