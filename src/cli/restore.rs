//! `jalon restore`: lay down a ledger from its export, byte for byte.

use std::path::PathBuf;
use std::sync::Mutex;

use super::context::Context;
use super::entry::receipts;
use super::{Format, Problem};
use crate::audit::{BesideCheck, Sound, verify_through};
use crate::event::Entry;
use crate::ledger::{Desk, DeskError, Export, LogError, check_clock};
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
    let sound = checked(context, args)?;
    let mut desk = context.with_custody(context.folder().create()?.lay(lines(args)?)?)?;
    if desk.state().head() != sound.head {
        return Err(Problem::ExportChanged(args.file.clone()));
    }
    let done = desk.note_restore(context.writer()?, &mut Context::new_id)?;
    let missing = missing(context, &desk, args)?;
    context.folder().make_index_after(usize::try_from(sound.size).unwrap_or(usize::MAX));
    if context.format == Format::Json {
        return context.print_json(&restored_json(desk.state(), sound, missing, &done));
    }
    receipts(context, desk.state(), &done)?;
    if missing > 0 {
        context.tell(&context.messages.say("restore-beside", &[("count", Arg::Count(missing))]));
    }
    Ok(())
}

/// The lines of the export from the first on.
fn lines(args: &Args) -> Result<impl Iterator<Item = Result<Vec<u8>, LogError>>, Problem> {
    let failed = |source| Problem::File { path: args.file.clone(), source };
    Export::of(&args.file).lines().map_err(failed)
}

/// How many documents and sealed values the entries name that are not here: an
/// export holds entries alone.
fn missing(context: &Context, desk: &Desk, args: &Args) -> Result<usize, Problem> {
    let vault = context.vault_of(desk.state());
    let mut beside = BesideCheck::new(Documents::of(&context.ledger), vault);
    for (sequence, line) in (0..).zip(lines(args)?) {
        beside.entry(&Entry::read(&line?).map_err(|source| DeskError::Entry { sequence, source })?);
    }
    Ok(beside.done().findings.len())
}

/// Everything that can be refused, before anything is created.
fn checked(context: &Context, args: &Args) -> Result<Sound, Problem> {
    let path = || args.file.clone();
    let Some(first) = lines(args)?.next().transpose()? else { return Err(Problem::EmptyExport(path())) };
    let last = Mutex::new(Vec::new());
    let seen = |line: &[u8]| {
        if let Ok(mut last) = last.lock() {
            last.clear();
            last.extend_from_slice(line);
        }
    };
    let sound = verify_through(&Export::of(&args.file).through(seen))
        .map_err(|source| Problem::Fault { path: Some(path()), source: Box::new(source) })?;
    let last = last.into_inner().unwrap_or_default();
    check_clock(&first, &last, Context::moment(), context.accept_clock)?;
    if context.folder().is_ledger() {
        return Err(LogError::Exists { dir: context.ledger.clone() }.into());
    }
    let opened = Entry::read(&first).ok().and_then(|entry| Opened::read(&entry.draft.data).ok());
    opened.map_or(Ok(()), |opened| context.vault(opened.ledger).map(drop))?;
    Ok(sound)
}
