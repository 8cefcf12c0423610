//! Files of JSON Lines, of which no more is held than a few rows, however large they
//! and the ledger are.
//!
//! ```text
//! file ──looked through──▶ what its rows give, its hash
//! file ──read──▶ rows, in groups ──▶ decided, spelt: in a file without a name ──▶ appended
//!      one thread                    the other
//! ```

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;

use super::told::{Told, tell};
use super::{Args, parts};
use crate::cli::Problem;
use crate::cli::context::Context;
use crate::event::{Hash, Hashing};
use crate::exchange::{
    ImportProblem, Refs, RowRead, Scouted, Spot, StreamedRow, StreamedRows, in_order, is_table_file,
    is_unsure, shorten,
};
use crate::ledger::{Attempt, ImportRefused, Writer};

/// How much of a file is read at once.
const AT_ONCE: usize = 1 << 20;

/// How many rows are handed over together.
const TOGETHER: usize = 256;

/// How many groups of rows may wait.
const AHEAD: usize = 8;

/// What is known of the files where their rows can be read one by one; none where
/// they are to be read whole.
pub(super) fn scouted(context: &Context, args: &Args) -> Result<Option<Scouted>, Problem> {
    let said = [&args.sheets, &args.new, &args.distinct, &args.maps];
    let is_plain = said.iter().all(|said| said.is_empty()) && args.kind.is_none() && !args.only_register;
    if args.dry_run || !is_plain || context.is_within_a_server() {
        return Ok(None);
    }
    let mut scouted = Scouted::default();
    for path in &args.files {
        // What can be read once only is not even opened here.
        if !std::fs::metadata(path).map_err(failed(path))?.is_file() {
            return Ok(None);
        }
        let mut first = Vec::new();
        open(path)?.take(8).read_to_end(&mut first).map_err(failed(path))?;
        if is_table_file(&path.display().to_string(), &first) {
            return Ok(None);
        }
        if !scouted.look(buffered(path)?, &mut Context::new_id).map_err(failed(path))? {
            return Ok(None);
        }
    }
    Ok(Some(scouted))
}

pub(super) fn run(context: &Context, args: &Args, scouted: &Scouted) -> Result<(), Problem> {
    let intake = context.open_to_import()?.ready(&scouted.ahead)?;
    let (author, now) = (context.author_to_be()?, Context::moment());
    let writer = Writer { author, now, accept_clock: context.accept_clock };
    let refused = |refused| parts(args, Err(refused)).err().unwrap_or_else(|| Problem::Import(vec![]));
    let file = scouted.file();
    let attempt = intake.attempt(file, &scouted.ahead, writer, &mut Context::new_id).map_err(refused)?;
    let Taking { attempt, names, places, .. } = taken(args, attempt, file)?;
    context.keep_author(author)?;
    let committed: Result<_, ImportRefused> = attempt.commit(&mut Context::new_id);
    let (state, done) = committed.map_err(refused)?;
    context.folder().make_index_after(done.appended);
    let started = done.batch.and_then(|id| state.sequence_of(id));
    let place = |index: usize| {
        let (file, line) = *places.get(index)?;
        Some(Spot::new(names.get(usize::from(file))?, line as usize, 1))
    };
    let told = Told {
        state: &state,
        batch: done.batch.zip(started),
        rows: &done.rows,
        place: &place,
        preview: None,
        notices: &[],
        names: &[],
    };
    tell(context, &told)
}

/// An import whose rows are taken one after the other.
struct Taking {
    attempt: Attempt,
    /// The names of the files.
    names: Vec<String>,
    /// The file and the line of each row.
    places: Vec<(u16, u32)>,
    problems: Vec<ImportProblem>,
    /// What is wrong only if all rows could be read: what a row names may be another.
    unsure: Vec<ImportProblem>,
    is_whole: bool,
}

/// Takes all rows, or says all that is wrong with them.
fn taken(args: &Args, attempt: Attempt, file: Hash) -> Result<Taking, Problem> {
    let names: Vec<String> = args.files.iter().map(|path| path.display().to_string()).collect();
    let (places, problems, unsure) = (vec![], vec![], vec![]);
    let mut taking = Taking { attempt, names: names.clone(), places, problems, unsure, is_whole: true };
    let changed = || Problem::FileChanged(args.files.first().cloned().unwrap_or_default());
    let read = thread::scope(|scope| {
        let (send, groups) = sync_channel(AHEAD);
        let reader = scope.spawn(move || read_all(&args.files, &names, &send));
        for (number, rows) in groups {
            for row in rows {
                taking.take(number, row);
            }
        }
        reader.join().unwrap_or_else(|_| Err(changed()))
    })?;
    if taking.is_whole {
        taking.problems.append(&mut taking.unsure);
    }
    if !taking.problems.is_empty() {
        let names: Vec<&str> = taking.names.iter().map(String::as_str).collect();
        return Err(Problem::Import(in_order(&names, taking.problems)));
    }
    if read == file { Ok(taking) } else { Err(changed()) }
}

impl Taking {
    fn take(&mut self, number: usize, row: RowRead) {
        let StreamedRow { mut command, place } = match row {
            Ok(row) => row,
            Err(problem) => {
                self.is_whole = false;
                return self.problems.push(*problem);
            }
        };
        shorten(&mut command, self.attempt.state());
        let file = u16::try_from(number).unwrap_or(u16::MAX);
        self.places.push((file, u32::try_from(place.line).unwrap_or(u32::MAX)));
        if let Err(error) = self.attempt.take(command, &mut Context::new_id) {
            let told = if is_unsure(&error) { &mut self.unsure } else { &mut self.problems };
            told.extend(place.refused(&self.names[number], error));
        }
    }
}

/// Hands over the rows of all files; the hash of what was read.
fn read_all(
    paths: &[PathBuf],
    names: &[String],
    send: &SyncSender<(usize, Vec<RowRead>)>,
) -> Result<Hash, Problem> {
    let (mut whole, mut refs) = (Hashing::default(), Refs::default());
    for (number, (path, name)) in paths.iter().zip(names).enumerate() {
        send_rows(path, name, number, (&mut whole, &mut refs), send)?;
    }
    Ok(whole.end())
}

/// The rows of one file, to whoever takes them.
fn send_rows(
    path: &Path,
    name: &str,
    number: usize,
    (whole, refs): (&mut Hashing, &mut Refs),
    send: &SyncSender<(usize, Vec<RowRead>)>,
) -> Result<(), Problem> {
    let mut rows = StreamedRows::of(name, buffered(path)?);
    let mut ids = Context::new_id;
    while let Some(group) = rows.next_rows(TOGETHER, whole, refs, &mut ids).map_err(failed(path))? {
        if send.send((number, group)).is_err() {
            break;
        }
    }
    Ok(())
}

fn open(path: &Path) -> Result<File, Problem> {
    File::open(path).map_err(failed(path))
}

fn buffered(path: &Path) -> Result<BufReader<File>, Problem> {
    Ok(BufReader::with_capacity(AT_ONCE, open(path)?))
}

fn failed(path: &Path) -> impl FnOnce(std::io::Error) -> Problem {
    move |source| Problem::File { path: path.to_owned(), source }
}
