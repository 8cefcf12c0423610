//! A whole ledger as files that people can read and write: what opens it, its
//! plan, its register, its activities. Ids and times stand in the files too,
//! so that the same files make the same bytes everywhere.

use std::collections::HashMap;

use serde::Deserialize;

use super::{ImportLine, JsonlError, Refs, Spot, read_jsonl, spotted};
use crate::event::{Author, EntryId, IdError, Moment, MomentError, Period};
use crate::ledger::{Command, Desk, DeskError, NewLedger, PlanText};
use crate::plan::{Opened, PlanFile, PlanFileError, PlanHead, RegisterFile};

/// A file by name.
pub type Named<'a> = (&'a str, &'a str);

/// The files of a ledger.
#[derive(Clone, Copy, Debug)]
pub struct Bundle<'a> {
    /// `ledger.json`: source, recorder and what entry 0 says.
    pub opening: Named<'a>,
    /// `ids.jsonl`: id and time of entry 0, the recorder, every definition,
    /// every adoption and every registration, in the order of the parts.
    pub ids: Named<'a>,
    /// What the ledger holds, in order.
    pub parts: &'a [Part<'a>],
}

/// Files that say a part of a ledger.
#[derive(Clone, Copy, Debug)]
pub enum Part<'a> {
    /// Plan files, read as one.
    Plan(&'a [Named<'a>]),
    /// A register file.
    Register(Named<'a>),
    /// Activities, reported totals, and what was said of them later.
    Lines(Named<'a>),
}

/// Why files do not make a ledger.
#[derive(Debug, thiserror::Error)]
pub enum BundleError {
    /// A file or line is not the JSON that it should be.
    #[error("{place}: {source}")]
    Json {
        /// Where.
        place: String,
        /// Why.
        source: serde_json::Error,
    },
    /// The recorder is not `user/<uuid>`.
    #[error("{place}: the recorder is not user/<uuid>")]
    Recorder {
        /// Where.
        place: String,
    },
    /// A plan or register file cannot be read.
    #[error("{}", .0.iter().map(|(spot, error)| format!("{spot}: {error}")).collect::<Vec<_>>().join("\n"))]
    Plan(Vec<(Spot, PlanFileError)>),
    /// Lines of activities cannot be read.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Lines(Vec<JsonlError>),
    /// A line of the ids names no id.
    #[error("{place}: {source}")]
    Id {
        /// Where.
        place: String,
        /// Why.
        source: IdError,
    },
    /// A line of the ids names no moment.
    #[error("{place}: {source}")]
    Time {
        /// Where.
        place: String,
        /// Why.
        source: MomentError,
    },
    /// A body of the register without days.
    #[error("{place}: its days are missing or out of order")]
    Days {
        /// Where.
        place: String,
    },
    /// The file of ids has fewer than there are entries.
    #[error("{place}: ids.jsonl has no id left for it")]
    NoIdLeft {
        /// Where.
        place: String,
    },
    /// An activity without id.
    #[error("{place}: the line has no id")]
    NoId {
        /// Where.
        place: String,
    },
    /// An activity without the time at which it was recorded.
    #[error("{place}: the line has no recordedtime")]
    NoTime {
        /// Where.
        place: String,
    },
    /// The ledger refuses what a file says.
    #[error("{place}: {source}")]
    Refused {
        /// Where.
        place: String,
        /// Why.
        source: Box<DeskError>,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Opening {
    source: String,
    authid: String,
    authtype: String,
    opened: Opened,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Numbered {
    id: String,
    recordedtime: String,
}

impl Bundle<'_> {
    /// The lines of the ledger that the files make.
    pub fn lines(&self) -> Result<Vec<Vec<u8>>, BundleError> {
        let opening: Opening =
            serde_json::from_str(self.opening.1).map_err(|source| json_error(self.opening.0, source))?;
        let author = Author::read(&opening.authid, &opening.authtype);
        let author = author.ok_or_else(|| BundleError::Recorder { place: self.opening.0.to_owned() })?;
        let mut pen = Pen::new(self.ids, author)?;
        let new = NewLedger { source: opening.source, opened: opening.opened };
        let mut desk = pen.open(&new)?;
        let mut refs = Refs::default();
        for part in self.parts {
            part.write(&mut pen, &mut desk, &mut refs)?;
        }
        desk.lines()
            .map_err(|error| BundleError::Refused { place: "log".to_owned(), source: Box::new(error.into()) })
    }
}

impl Part<'_> {
    fn write(&self, pen: &mut Pen, desk: &mut Desk, refs: &mut Refs) -> Result<(), BundleError> {
        match self {
            Self::Plan(files) => {
                let place = files.first().map_or("", |file| file.0);
                pen.write(desk, place, Command::Plan(PlanText { head: plan(files)? }))
            }
            Self::Register(file) => registrations(*file)?
                .into_iter()
                .try_for_each(|(place, command)| pen.write(desk, &place, command)),
            Self::Lines(file) => lines(*file, refs)?
                .into_iter()
                .try_for_each(|(place, line)| pen.write_line(desk, &place, line)),
        }
    }
}

fn plan(files: &[Named<'_>]) -> Result<PlanHead, BundleError> {
    files.iter().try_fold(PlanHead::default(), |head, (name, text)| {
        let file = PlanFile::parse(text).map_err(|errors| plan_error(name, text, errors))?;
        Ok(head.joined(file.head))
    })
}

fn registrations((name, text): Named<'_>) -> Result<Vec<(String, Command)>, BundleError> {
    let file = RegisterFile::parse(text).map_err(|errors| plan_error(name, text, errors))?;
    file.body
        .into_iter()
        .map(|body| {
            let place = format!("{name}: {}", body.id);
            let (from, to) = (body.on.or(body.from), body.on.or(body.to));
            let occurred = from.zip(to).and_then(|(from, to)| Period::new(from, to).ok());
            let occurred = occurred.ok_or_else(|| BundleError::Days { place: place.clone() })?;
            let fact = body.fact();
            Ok((place, Command::Register { body: body.id, occurred, fact }))
        })
        .collect()
}

fn lines((name, text): Named<'_>, refs: &mut Refs) -> Result<Vec<(String, ImportLine)>, BundleError> {
    let nil = &mut || EntryId::new(uuid::Uuid::nil());
    let (lines, errors) = read_jsonl(name, text.as_bytes(), refs, nil);
    if !errors.is_empty() {
        return Err(BundleError::Lines(errors));
    }
    Ok(lines.into_iter().map(|line| (format!("{name}:{}", line.line), line)).collect())
}

fn json_error(place: &str, source: serde_json::Error) -> BundleError {
    BundleError::Json { place: place.to_owned(), source }
}

fn plan_error(name: &str, text: &str, errors: Vec<PlanFileError>) -> BundleError {
    BundleError::Plan(spotted(name, text, errors))
}

/// Writes with ids and times that are given.
struct Pen {
    author: Author,
    given: std::vec::IntoIter<EntryId>,
    times: HashMap<EntryId, Moment>,
    /// The day as at which everything is recorded: that of the last time.
    last: Moment,
}

impl Pen {
    fn new((name, text): Named<'_>, author: Author) -> Result<Self, BundleError> {
        let mut given = Vec::new();
        let mut times = HashMap::new();
        let mut last = Moment::from_micros(0);
        for (index, line) in text.lines().enumerate() {
            let place = format!("{name}:{}", index + 1);
            let numbered: Numbered =
                serde_json::from_str(line).map_err(|source| json_error(&place, source))?;
            let id = numbered.id.parse();
            let id: EntryId = id.map_err(|source| BundleError::Id { place: place.clone(), source })?;
            let time = numbered.recordedtime.parse();
            last = time.map_err(|source| BundleError::Time { place, source })?;
            given.push(id);
            times.insert(id, last);
        }
        Ok(Self { author, given: given.into_iter(), times, last })
    }

    fn open(&mut self, new: &NewLedger) -> Result<Desk, BundleError> {
        let given: Vec<EntryId> = self.given.by_ref().take(2).collect();
        let mut ids = given.iter().copied();
        let first = given.first().and_then(|id| self.times.get(id)).copied().unwrap_or(self.last);
        let desk = Desk::in_memory(new, self.author, first, &mut || {
            ids.next().unwrap_or_else(|| EntryId::new(uuid::Uuid::nil()))
        });
        desk.map_err(|source| BundleError::Refused { place: "ledger".to_owned(), source: Box::new(source) })
    }

    fn write(&mut self, desk: &mut Desk, place: &str, command: Command) -> Result<(), BundleError> {
        self.write_as(desk, place, command, None)
    }

    /// The same with the id that the command's entry has of its own.
    fn write_as(
        &mut self,
        desk: &mut Desk,
        place: &str,
        command: Command,
        own: Option<EntryId>,
    ) -> Result<(), BundleError> {
        let (given, times, last) = (&mut self.given, &self.times, self.last);
        let mut missing = false;
        let mut own = own;
        let mut next = || {
            own.take().or_else(|| given.next()).unwrap_or_else(|| {
                missing = true;
                EntryId::new(uuid::Uuid::nil())
            })
        };
        let today = last.today(desk.state().zone());
        let time = |id: EntryId| times.get(&id).copied().unwrap_or(last);
        let written = desk.append_given(command, self.author, &mut next, time, today);
        // Without an id the entry itself is refused, for no reason of its own.
        if missing {
            return Err(BundleError::NoIdLeft { place: place.to_owned() });
        }
        written
            .map_err(|source| BundleError::Refused { place: place.to_owned(), source: Box::new(source) })?;
        Ok(())
    }

    fn write_line(&mut self, desk: &mut Desk, place: &str, line: ImportLine) -> Result<(), BundleError> {
        let id = line.id.ok_or_else(|| BundleError::NoId { place: place.to_owned() })?;
        let time: Moment = line
            .recorded
            .and_then(|(_, text)| text.parse().ok())
            .ok_or_else(|| BundleError::NoTime { place: place.to_owned() })?;
        self.times.insert(id, time);
        self.last = time;
        self.write_as(desk, place, line.command, line.amends.then_some(id))
    }
}
