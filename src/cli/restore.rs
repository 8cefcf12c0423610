//! `jalon restore`: lay down a ledger from its export, byte for byte.

use std::path::{Path, PathBuf};
use std::sync::Mutex;

use memchr::memmem;

use super::context::Context;
use super::entry::receipts;
use super::{Format, Problem};
use crate::audit::{BesideCheck, Sound, verify_beside};
use crate::event::Entry;
use crate::ledger::{DeskError, Export, LogError, Lost, check_clock};
use crate::plan::Opened;
use crate::present::{Arg, restored_json};
use crate::vault::{Documents, Vault};

/// An export.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// What `jalon export jsonl` printed.
    file: PathBuf,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let Checked { sound, vault } = checked(context, args)?;
    let mut beside = BesideCheck::new(Documents::of(&context.ledger), vault);
    let (desk, done, lost) = context.make(|blank| {
        let laid = lines(args)?.inspect(|line| look_beside(&mut beside, line));
        let mut desk = context.with_custody(blank.lay_large(laid)?)?;
        if desk.state().head() != sound.head {
            return Err(Problem::ExportChanged(args.file.clone()));
        }
        // Where more was signed than it holds, it is laid down to be read.
        let lost = desk.lost(&context.ledger)?;
        let done = match lost {
            None => desk.note_restore(context.writer()?, &mut Context::new_id)?,
            Some(_) => Vec::new(),
        };
        Ok((desk, done, lost))
    })?;
    let missing = beside.done(desk.state()).findings.len();
    match context.format {
        Format::Json => context.print_json(&restored_json(desk.state(), sound, missing, &done))?,
        Format::Text => {
            receipts(context, desk.state(), &done)?;
            if missing > 0 {
                context.tell(&context.messages.say("restore-beside", &[("count", Arg::Count(missing))]));
            }
        }
    }
    // The store and the index that is made would take up too much memory together.
    drop(desk);
    context.folder().make_index_after(usize::try_from(sound.size).unwrap_or(usize::MAX));
    unless(lost)
}

/// Says what was signed and is not there.
fn unless(lost: Option<Lost>) -> Result<(), Problem> {
    lost.map_or(Ok(()), |lost| Err(DeskError::Lost(Box::new(lost)).into()))
}

/// Looks whether the documents and sealed values that an entry names are here: an
/// export holds entries alone. Most entries name none, and their lines say so.
fn look_beside(beside: &mut BesideCheck, line: &Result<Vec<u8>, LogError>) {
    let Ok(line) = line else { return };
    let may_name = |name: &str| memmem::find(line, name.as_bytes()).is_some();
    // That all lines are entries was checked before any was laid down.
    if (may_name("\"evidence\":") || may_name("\"sealed\":"))
        && let Ok(entry) = Entry::read(line)
    {
        beside.entry(&entry);
    }
}

/// The lines of the export from the first on.
fn lines(args: &Args) -> Result<impl Iterator<Item = Result<Vec<u8>, LogError>>, Problem> {
    let failed = |source| Problem::File { path: args.file.clone(), source };
    Export::of(&args.file).lines().map_err(failed)
}

/// Where there is room for what is too large for memory: in the folder in which the ledger
/// is to be, or the next one above that is there.
fn room_beside(ledger: &Path) -> &Path {
    ledger.ancestors().skip(1).find(|folder| folder.is_dir()).unwrap_or(Path::new("."))
}

/// What is known of an export before anything is created.
struct Checked {
    sound: Sound,
    /// What lies beside the ledger that it is of.
    vault: Option<Vault>,
}

/// Everything that can be refused, before anything is created.
fn checked(context: &Context, args: &Args) -> Result<Checked, Problem> {
    let path = || args.file.clone();
    let Some(first) = lines(args)?.next().transpose()? else { return Err(Problem::EmptyExport(path())) };
    let last = Mutex::new(Vec::new());
    let seen = |line: &[u8]| {
        if let Ok(mut last) = last.lock() {
            last.clear();
            last.extend_from_slice(line);
        }
    };
    let sound = verify_beside(&Export::of(&args.file).through(seen), room_beside(&context.ledger))
        .map_err(|source| Problem::Fault { path: Some(path()), source: Box::new(source) })?;
    let last = last.into_inner().unwrap_or_default();
    check_clock(&first, &last, Context::moment(), context.accept_clock)?;
    if context.folder().is_ledger() {
        return Err(LogError::Exists { dir: context.ledger.clone() }.into());
    }
    let opened = Entry::read(&first).ok().and_then(|entry| Opened::read(&entry.draft.data).ok());
    let vault = opened.map(|opened| context.vault(opened.ledger)).transpose()?;
    Ok(Checked { sound, vault })
}
