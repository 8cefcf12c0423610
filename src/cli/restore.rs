//! `jalon restore`: lay down a ledger from its export, byte for byte.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use super::context::Context;
use super::entry::receipts;
use super::{Format, Problem};
use crate::audit::{BesideCheck, Sound, verify_lines};
use crate::event::Entry;
use crate::ledger::{Desk, DeskError, LogError, check_clock};
use crate::log::Action;
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
    let export = Export(&args.file);
    let sound = checked(context, &export)?;
    let mut desk = context.with_custody(context.folder().create()?.lay(export.lines()?)?)?;
    if desk.state().head() != sound.head {
        return Err(Problem::ExportChanged(args.file.clone()));
    }
    let done = desk.note_restore(context.writer()?, &mut Context::new_id)?;
    let missing = missing(context, &desk, &export)?;
    if context.format == Format::Json {
        return context.print_json(&restored_json(desk.state(), sound, missing, &done));
    }
    receipts(context, desk.state(), &done)?;
    if missing > 0 {
        context.tell(&context.messages.say("restore-beside", &[("count", Arg::Count(missing))]));
    }
    Ok(())
}

/// The lines of a file, read anew each time: an export may be larger than memory.
struct Export<'p>(&'p Path);

impl Export<'_> {
    fn lines(&self) -> Result<impl Iterator<Item = Result<Vec<u8>, LogError>>, Problem> {
        let path = self.0.to_owned();
        let file = File::open(&path).map_err(|source| Problem::File { path: path.clone(), source })?;
        let lines = BufReader::with_capacity(1 << 20, file).split(b'\n');
        let failed = move |source| LogError::Io { action: Action::Read, path: path.clone(), source };
        Ok(lines.map(move |line| line.map_err(&failed)))
    }
}

/// How many documents and sealed values the entries name that are not here: an
/// export holds entries alone.
fn missing(context: &Context, desk: &Desk, export: &Export<'_>) -> Result<usize, Problem> {
    let vault = context.vault_of(desk.state());
    let mut beside = BesideCheck::new(Documents::of(&context.ledger), vault);
    for (sequence, line) in (0..).zip(export.lines()?) {
        beside.entry(&Entry::read(&line?).map_err(|source| DeskError::Entry { sequence, source })?);
    }
    Ok(beside.done().findings.len())
}

/// Everything that can be refused, before anything is created.
fn checked(context: &Context, export: &Export<'_>) -> Result<Sound, Problem> {
    let path = || export.0.to_owned();
    let Some(first) = export.lines()?.next().transpose()? else { return Err(Problem::EmptyExport(path())) };
    let mut last = Vec::new();
    let lines = export.lines()?.inspect(|line| {
        if let Ok(line) = line {
            last.clone_from(line);
        }
    });
    let sound = verify_lines(lines)
        .map_err(|source| Problem::Fault { path: Some(path()), source: Box::new(source) })?;
    check_clock(&first, &last, Context::moment(), context.accept_clock)?;
    if context.folder().is_ledger() {
        return Err(LogError::Exists { dir: context.ledger.clone() }.into());
    }
    let opened = Entry::read(&first).ok().and_then(|entry| Opened::read(&entry.draft.data).ok());
    opened.map_or(Ok(()), |opened| context.vault(opened.ledger).map(drop))?;
    Ok(sound)
}
