//! Files of JSON Lines of which no more is held than a few lines: read once to see
//! what their rows give, and once more for the rows.

use std::borrow::Cow;
use std::io::{self, BufRead};

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::{ImportProblem, RowPlaces, refusals};
use crate::event::{EntryId, Hash, Hashing, MAX_IMPORT_ROWS};
use crate::exchange::jsonl::{places_of, read_one};
use crate::exchange::{ImportLine, LineTrouble, Refs, Spot};
use crate::figures::State;
use crate::ledger::{Ahead, Command, DeskError};

/// What is known of files before their rows are read.
#[derive(Default)]
pub struct Scouted {
    /// What their rows give.
    pub ahead: Ahead,
    file: Hashing,
}

/// The part of a line that is looked at before all is read.
#[derive(Deserialize)]
struct Head<'a> {
    #[serde(borrow, default)]
    id: Option<Cow<'a, str>>,
    #[serde(default)]
    r#ref: Option<IgnoredAny>,
    #[serde(default)]
    partof: Option<IgnoredAny>,
}

impl Scouted {
    /// Looks through a file; whether its rows can be read one by one. What else is
    /// wrong with it is said by whoever reads it whole.
    pub fn look(&mut self, from: impl BufRead, ids: &mut dyn FnMut() -> EntryId) -> io::Result<bool> {
        let mut lines = Lines::of(from);
        let (mut count, mut rows) = (0, 0);
        while let Some(line) = lines.next(&mut self.file)? {
            let Ok(text) = std::str::from_utf8(line) else { return Ok(false) };
            count += 1;
            if !text.trim().is_empty() {
                rows += 1;
                self.add(text, ids);
            }
        }
        Ok(rows > 0 && count <= MAX_IMPORT_ROWS)
    }

    /// The hash of all files that were looked through, one after the other.
    pub fn file(&self) -> Hash {
        self.file.end()
    }

    fn add(&mut self, text: &str, ids: &mut dyn FnMut() -> EntryId) {
        // A line that cannot be read is told when it is read.
        let Ok(head) = serde_json::from_str::<Head<'_>>(text) else { return };
        let given = head.id.and_then(|id| id.trim().parse().ok());
        // A row that is called something gets its id from its file.
        let given = given.or_else(|| head.r#ref.map(|_| ids()));
        self.ahead.add(given, head.partof.is_some());
    }
}

/// The lines of a file without their ends, one after the other.
struct Lines<R> {
    from: R,
    line: Vec<u8>,
    is_begun: bool,
}

impl<R: BufRead> Lines<R> {
    const fn of(from: R) -> Self {
        Self { from, line: Vec::new(), is_begun: false }
    }

    fn next(&mut self, whole: &mut Hashing) -> io::Result<Option<&[u8]>> {
        self.line.clear();
        if self.from.read_until(b'\n', &mut self.line)? == 0 {
            return Ok(None);
        }
        whole.add(&self.line);
        let mut line = self.line.as_slice();
        if !self.is_begun {
            line = line.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(line);
            self.is_begun = true;
        }
        let ended = line.strip_suffix(b"\n");
        Ok(Some(ended.map_or(line, |line| line.strip_suffix(b"\r").unwrap_or(line))))
    }
}

/// A row of a file that is not held.
pub struct StreamedRow {
    /// What it asks for.
    pub command: Command,
    /// Where it stands.
    pub place: StreamedPlace,
}

/// Where a row stands, with its line.
pub struct StreamedPlace {
    /// The number of the line.
    pub line: usize,
    text: String,
}

impl StreamedPlace {
    /// What the ledger refuses of it, each where it stands.
    pub fn refused(&self, file: &str, error: DeskError) -> Vec<ImportProblem> {
        let spot = |column| Spot::new(file, self.line, column);
        let members = places_of(&self.text).into_iter().map(|(member, column)| (member, spot(column)));
        refusals(&RowPlaces { row: spot(1), members: members.collect() }, error)
    }
}

/// A row, or what is wrong with it.
pub type RowRead = Result<StreamedRow, Box<ImportProblem>>;

/// The rows of a file, in order.
pub struct StreamedRows<'f, R> {
    file: &'f str,
    lines: Lines<R>,
    number: usize,
}

impl<'f, R: BufRead> StreamedRows<'f, R> {
    /// Those of a file that was looked through.
    pub fn of(file: &'f str, from: R) -> Self {
        Self { file, lines: Lines::of(from), number: 0 }
    }

    /// The next rows, so many at most, and what is wrong with others; none at the
    /// end. All that is read goes into `whole`.
    pub fn next_rows(
        &mut self,
        most: usize,
        whole: &mut Hashing,
        refs: &mut Refs,
        ids: &mut dyn FnMut() -> EntryId,
    ) -> io::Result<Option<Vec<RowRead>>> {
        let mut rows = Vec::with_capacity(most);
        while rows.len() < most {
            let Some(line) = self.lines.next(whole)? else { break };
            self.number += 1;
            // Of what was looked through all is UTF-8; another file is told by its hash.
            let text = String::from_utf8_lossy(line);
            if !text.trim().is_empty() {
                rows.push(row(self.file, self.number, &text, refs, ids));
            }
        }
        Ok(Some(rows).filter(|rows| !rows.is_empty()))
    }
}

fn row(file: &str, number: usize, text: &str, refs: &mut Refs, ids: &mut dyn FnMut() -> EntryId) -> RowRead {
    let read = read_one(file, number, text, refs, ids).map_err(|error| Box::new(error.into()))?;
    let ImportLine { line, amends, recorded, command, .. } = read;
    let problem = |column, trouble: LineTrouble| {
        Box::new(ImportProblem { spot: Spot::new(file, number, column), trouble: trouble.into() })
    };
    match recorded {
        _ if amends => Err(problem(1, LineTrouble::Amendment)),
        Some((column, _)) => Err(problem(column, LineTrouble::RecordedTime)),
        None => Ok(StreamedRow { command, place: StreamedPlace { line, text: text.to_owned() } }),
    }
}

/// Puts the name of a row's type as the catalogue has it.
pub fn shorten(command: &mut Command, state: &State) {
    if let Command::Record(new) = command {
        let short = state.short_kind(&new.kind);
        if short.len() < new.kind.len() {
            new.kind = short.to_owned();
        }
    }
}
