//! Files of JSON Lines of which no more is held than a few lines: read once to see
//! what their rows give, and once more for the rows.

use std::borrow::Cow;
use std::io::{self, BufRead};

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::{ImportProblem, RowPlaces, refusals};
use crate::event::{EntryId, Hashing, MAX_IMPORT_ROWS};
use crate::exchange::jsonl::{places_of, read_one};
use crate::exchange::{ImportLine, LineTrouble, Refs, Spot};
use crate::figures::State;
use crate::ledger::{Ahead, Command, DeskError};

/// What is known of files before their rows are read.
#[derive(Default)]
pub struct Scouted {
    /// What their rows give.
    pub ahead: Ahead,
    has_names: bool,
    /// Of the file that is looked through.
    lines: usize,
    rows: usize,
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

/// What rows of a group of lines give.
pub struct Looked {
    /// Of each row, where that can be told.
    rows: Vec<Option<RowHead>>,
    lines: usize,
    is_text: bool,
}

/// What is known of a row before it is read.
struct RowHead {
    given: Option<EntryId>,
    is_called: bool,
    is_part: bool,
}

impl Looked {
    /// Looks through a group of lines.
    pub fn at(group: &LineGroup) -> Self {
        let mut looked = Self { rows: Vec::with_capacity(group.ends.len()), lines: 0, is_text: true };
        for line in group.lines() {
            looked.lines += 1;
            match std::str::from_utf8(line) {
                Ok(text) if text.trim().is_empty() => {}
                Ok(text) => looked.rows.push(RowHead::of(text)),
                Err(_) => looked.is_text = false,
            }
        }
        looked
    }
}

impl RowHead {
    /// That of a line; one that cannot be read is told when it is read.
    fn of(text: &str) -> Option<Self> {
        let head = serde_json::from_str::<Head<'_>>(text).ok()?;
        let given = head.id.and_then(|id| id.trim().parse().ok());
        Some(Self { given, is_called: head.r#ref.is_some(), is_part: head.partof.is_some() })
    }
}

impl Scouted {
    /// Takes in what was seen of the next lines; whether rows can be read one by one.
    /// What else is wrong with them is said by whoever reads them whole.
    pub fn add(&mut self, looked: &Looked, ids: &mut dyn FnMut() -> EntryId) -> bool {
        self.lines += looked.lines;
        self.rows += looked.rows.len();
        for row in looked.rows.iter().flatten() {
            self.has_names |= row.is_called;
            // A row that is called something gets its id from its file.
            let given = row.given.or_else(|| row.is_called.then(&mut *ids));
            self.ahead.add(given, row.is_part);
        }
        looked.is_text && self.lines <= MAX_IMPORT_ROWS
    }

    /// The last line of a file was taken in; whether it had any row.
    pub fn end_file(&mut self) -> bool {
        self.lines = 0;
        std::mem::take(&mut self.rows) > 0
    }

    /// Whether rows are called something, by which others may name them.
    pub const fn has_names(&self) -> bool {
        self.has_names
    }
}

/// Some lines of a file, one after the other.
#[derive(Default)]
pub struct LineGroup {
    /// The number of the first.
    first: usize,
    bytes: Vec<u8>,
    /// Where each ends, with its line feed.
    ends: Vec<usize>,
}

impl LineGroup {
    /// Its lines without their ends.
    fn lines(&self) -> impl Iterator<Item = &[u8]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| {
            let line = &self.bytes[start..*end];
            let ended = line.strip_suffix(b"\n");
            ended.map_or(line, |line| line.strip_suffix(b"\r").unwrap_or(line))
        })
    }
}

/// The lines of a file in groups.
pub struct LineGroups<R> {
    from: R,
    read: usize,
}

impl<R: BufRead> LineGroups<R> {
    /// Those of a file.
    pub const fn of(from: R) -> Self {
        Self { from, read: 0 }
    }

    /// The next lines, so many at most; none at the end. All that is read goes into
    /// `whole`.
    pub fn next_group(&mut self, most: usize, whole: &mut Hashing) -> io::Result<Option<LineGroup>> {
        let mut group = LineGroup { first: self.read + 1, ..LineGroup::default() };
        while group.ends.len() < most
            && group.bytes.len() < MOST_BYTES
            && self.from.read_until(b'\n', &mut group.bytes)? > 0
        {
            group.ends.push(group.bytes.len());
        }
        whole.add(&group.bytes);
        if self.read == 0 && group.bytes.starts_with(MARK) {
            group.bytes.drain(..MARK.len());
            group.ends.iter_mut().for_each(|end| *end -= MARK.len());
        }
        self.read += group.ends.len();
        Ok(Some(group).filter(|group| !group.ends.is_empty()))
    }
}

/// How many bytes are held of a file at once, but for the line that ends there.
const MOST_BYTES: usize = 1 << 20;

/// The mark of a byte order, with which some files begin.
const MARK: &[u8] = &[0xef, 0xbb, 0xbf];

/// A row of a file that is not held.
pub struct StreamedRow {
    /// What it asks for.
    pub command: Command,
    /// The number of its line.
    pub line: usize,
}

/// Where a row stands, with its line.
pub struct StreamedPlace {
    line: usize,
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

impl LineGroup {
    /// The rows that its lines hold, in order, and what is wrong with others.
    pub fn rows<'r>(
        &'r self,
        file: &'r str,
        refs: &'r mut Refs,
        ids: &'r mut dyn FnMut() -> EntryId,
    ) -> impl Iterator<Item = RowRead> + 'r {
        (self.first..).zip(self.lines()).filter_map(move |(number, line)| {
            // Of what was looked through all is UTF-8; another file is told by its hash.
            let text = String::from_utf8_lossy(line);
            (!text.trim().is_empty()).then(|| row(file, number, &text, refs, ids))
        })
    }

    /// The row on a line, which names no other.
    pub fn row(&self, file: &str, line: usize, ids: &mut dyn FnMut() -> EntryId) -> RowRead {
        row(file, line, &self.text(line), &mut Refs::default(), ids)
    }

    /// Where a row stands, by the number of its line.
    pub fn place(&self, line: usize) -> StreamedPlace {
        StreamedPlace { line, text: self.text(line).into_owned() }
    }

    fn text(&self, line: usize) -> Cow<'_, str> {
        let text = line.checked_sub(self.first).and_then(|at| self.lines().nth(at));
        String::from_utf8_lossy(text.unwrap_or_default())
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
        None => Ok(StreamedRow { command, line }),
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
