//! Files of JSON Lines, of which no more is held than a few rows, however large they
//! and the ledger are.
//!
//! ```text
//! file ──looked through──▶ what its rows give, its hash                     all cores
//! file ──read──▶ rows ──decided, spelt──▶ ready, in groups                  all cores
//!            in order ──place, hash──▶ in a file without a name ──▶ appended
//! ```

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

use super::in_turn::in_turn;
use super::made::{Done, Made, Making};
use super::told::{Told, tell};
use super::{Args, parts};
use crate::cli::Problem;
use crate::cli::context::Context;
use crate::event::{Hash, Hashing};
use crate::exchange::{
    ImportProblem, LineGroup, LineGroups, Looked, Refs, Scouted, Spot, StreamedRow, in_order, is_table_file,
    is_unsure, shorten,
};
use crate::ledger::{Attempt, ImportRefused, Writer};

/// How much of a file is read at once.
const AT_ONCE: usize = 1 << 20;

/// How many lines are handed over together.
const TOGETHER: usize = 256;

/// What is known of files before their rows are read.
pub(super) struct Known {
    scouted: Scouted,
    /// The hash of all of them, one after the other.
    hash: Hash,
}

/// What is known of the files where their rows can be read one by one; none where
/// they are to be read whole.
pub(super) fn scouted(context: &Context, args: &Args) -> Result<Option<Known>, Problem> {
    let said = [&args.said.sheets, &args.said.new, &args.said.distinct, &args.said.maps];
    let is_plain = said.iter().all(|said| said.is_empty()) && args.kind.is_none() && !args.only_register;
    if args.dry_run || !is_plain || context.is_within_a_server() {
        return Ok(None);
    }
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
    }
    let (mut files, mut scouted) = (Files::of(&args.files), Scouted::default());
    let looked = in_turn(
        || files.next().map_err(Looking::Problem),
        |next| next.map(|(_, group)| Looked::at(&group)),
        |looked| {
            let can_be_read = match &looked {
                Some(looked) => scouted.add(looked, &mut Context::new_id),
                None => scouted.end_file(),
            };
            if can_be_read { Ok(()) } else { Err(Looking::Whole) }
        },
    );
    match looked {
        Ok(()) => Ok(Some(Known { scouted, hash: files.hash.end() })),
        Err(Looking::Whole) => Ok(None),
        Err(Looking::Problem(problem)) => Err(problem),
    }
}

/// Why files are not looked through to their end.
enum Looking {
    /// They are to be read whole.
    Whole,
    Problem(Problem),
}

pub(super) fn run(context: &Context, args: &Args, known: &Known) -> Result<(), Problem> {
    let Known { scouted, hash } = known;
    let intake = context.open_to_import()?.ready(&scouted.ahead)?;
    let (author, now) = (context.author_to_be()?, Context::moment());
    let writer = Writer { author, now, accept_clock: context.accept_clock };
    let refused = |refused| parts(args, Err(refused)).err().unwrap_or_else(|| Problem::Import(vec![]));
    let attempt = intake.attempt(*hash, &scouted.ahead, writer, &mut Context::new_id).map_err(refused)?;
    let Taking { attempt, names, places, .. } = taken(args, attempt, known)?;
    context.keep_author(author)?;
    let committed: Result<_, ImportRefused> = attempt.commit(&mut Context::new_id);
    let (state, done) = committed.map_err(refused)?;
    if !state.is_for_values() {
        context.folder().make_index_after(done.appended);
    }
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
fn taken(args: &Args, attempt: Attempt, known: &Known) -> Result<Taking, Problem> {
    let names: Vec<String> = args.files.iter().map(|path| path.display().to_string()).collect();
    let readying = attempt.readying().filter(|_| !known.scouted.has_names());
    let making = Making { names: &names, readying };
    let (places, problems, unsure) = (vec![], vec![], vec![]);
    let mut taking = Taking { attempt, names: names.clone(), places, problems, unsure, is_whole: true };
    let (mut files, mut refs) = (Files::of(&args.files), Refs::default());
    in_turn(
        || Ok(files.next()?.map(|next| next.map(|(number, group)| making.begin(number, group, &mut refs)))),
        |next| next.map(|begun| making.end(begun)),
        |made| made.map_or(Ok(()), |made| taking.take_all(made)),
    )?;
    if taking.is_whole {
        taking.problems.append(&mut taking.unsure);
    }
    if !taking.problems.is_empty() {
        let names: Vec<&str> = taking.names.iter().map(String::as_str).collect();
        return Err(Problem::Import(in_order(&names, taking.problems)));
    }
    if files.hash.end() == known.hash {
        return Ok(taking);
    }
    Err(Problem::FileChanged(args.files.first().cloned().unwrap_or_default()))
}

impl Taking {
    /// Takes the next rows. What cannot be written ends it.
    fn take_all(&mut self, made: Made) -> Result<(), Problem> {
        let Made { number, group, mut ready, each } = made;
        let mut ready = ready.each();
        for done in each {
            match done {
                Done::Ready(line) => {
                    self.place(number, line);
                    let Some(row) = ready.next() else { continue };
                    // The rules were asked already.
                    self.attempt.take_ready(row, &mut Context::new_id)?;
                }
                Done::Row(row) => self.take(number, &group, *row),
                Done::Wrong(problem) => {
                    self.is_whole = false;
                    self.problems.push(*problem);
                }
                Done::Refused { line, is_unsure, problems } => {
                    self.place(number, line);
                    self.told(is_unsure).extend(problems);
                }
            }
        }
        Ok(())
    }

    fn take(&mut self, number: usize, group: &LineGroup, row: StreamedRow) {
        let StreamedRow { mut command, line } = row;
        shorten(&mut command, self.attempt.state());
        self.place(number, line);
        if let Err(error) = self.attempt.take(command, &mut Context::new_id) {
            let is_unsure = is_unsure(&error);
            let problems = group.place(line).refused(&self.names[number], error);
            self.told(is_unsure).extend(problems);
        }
    }

    fn told(&mut self, is_unsure: bool) -> &mut Vec<ImportProblem> {
        if is_unsure { &mut self.unsure } else { &mut self.problems }
    }

    fn place(&mut self, number: usize, line: usize) {
        let file = u16::try_from(number).unwrap_or(u16::MAX);
        self.places.push((file, u32::try_from(line).unwrap_or(u32::MAX)));
    }
}

/// The lines of all files, one after the other.
struct Files<'f> {
    paths: &'f [PathBuf],
    /// Which of them is read.
    number: usize,
    open: Option<LineGroups<BufReader<File>>>,
    hash: Hashing,
}

impl<'f> Files<'f> {
    fn of(paths: &'f [PathBuf]) -> Self {
        Self { paths, number: 0, open: None, hash: Hashing::default() }
    }

    /// The next lines with the number of their file, or that it ends there; none at
    /// the end of all of them.
    #[expect(clippy::option_option, reason = "the end of a file is not the end of all")]
    fn next(&mut self) -> Result<Option<Option<(usize, LineGroup)>>, Problem> {
        let Some(path) = self.paths.get(self.number) else { return Ok(None) };
        let open = match &mut self.open {
            Some(open) => open,
            none => none.insert(LineGroups::of(buffered(path)?)),
        };
        if let Some(group) = open.next_group(TOGETHER, &mut self.hash).map_err(failed(path))? {
            return Ok(Some(Some((self.number, group))));
        }
        (self.open, self.number) = (None, self.number + 1);
        Ok(Some(None))
    }
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
