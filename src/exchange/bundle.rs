//! A whole ledger as files that people can read and write: what opens it, its
//! plan, its register, its activities. Ids and times stand in the files too,
//! so that the same files make the same bytes everywhere.

use std::collections::HashMap;

use serde::Deserialize;

use super::{ImportLine, Refs, read_jsonl, spot};
use crate::event::{Author, Day, EntryId, Moment, Period};
use crate::ledger::{Command, Desk, DeskError, NewLedger, PlanText};
use crate::log::{Log, MemoryLog};
use crate::plan::{BodyFact, Name, Opened, PlanFile, PlanHead, RegisterFile};

/// A file by name.
pub type Named<'a> = (&'a str, &'a str);

/// The files of a ledger.
#[derive(Clone, Copy, Debug)]
pub struct Bundle<'a> {
    /// `ledger.json`: source, recorder and what entry 0 says.
    pub opening: Named<'a>,
    /// `ids.jsonl`: id and time of entry 0, the recorder, every definition,
    /// the adoption and every register fact, in that order.
    pub ids: Named<'a>,
    /// Plan files, read as one.
    pub plans: &'a [Named<'a>],
    /// The register.
    pub register: Named<'a>,
    /// Activities and reported totals, in order.
    pub activities: &'a [Named<'a>],
}

/// Why files do not make a ledger.
#[derive(Debug, thiserror::Error)]
pub enum BundleError {
    /// A file cannot be understood.
    #[error("{0}")]
    File(String),
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
            serde_json::from_str(self.opening.1).map_err(|error| wrong(self.opening.0, &error))?;
        let author = Author::read(&opening.authid, &opening.authtype);
        let author = author.ok_or_else(|| wrong(self.opening.0, &"the recorder is not user/<uuid>"))?;
        let mut pen = Pen::new(self.ids, author)?;
        let new = NewLedger { source: opening.source, opened: opening.opened };
        let log = Box::new(MemoryLog::new(crate::event::link));
        let mut desk = pen.open(log, &new)?;
        pen.write(&mut desk, self.plans[0].0, Command::Plan(PlanText { head: self.plan()? }))?;
        for (place, command) in self.registrations()? {
            pen.write(&mut desk, &place, command)?;
        }
        for (place, line) in self.activities()? {
            pen.write_line(&mut desk, &place, line)?;
        }
        let refused =
            |source: DeskError| BundleError::Refused { place: "log".to_owned(), source: Box::new(source) };
        let lines = desk.log().read(0).map_err(|error| refused(error.into()))?;
        lines.collect::<Result<_, _>>().map_err(|error| refused(error.into()))
    }

    fn plan(&self) -> Result<PlanHead, BundleError> {
        self.plans.iter().try_fold(PlanHead::default(), |head, (name, text)| {
            let file = PlanFile::parse(text).map_err(|error| {
                BundleError::File(format!("{}: {}", spot(name, text, error.span.start), error.message))
            })?;
            Ok(head.joined(file.head))
        })
    }

    fn registrations(&self) -> Result<Vec<(String, Command)>, BundleError> {
        let (name, text) = self.register;
        let file = RegisterFile::parse(text).map_err(|error| {
            BundleError::File(format!("{}: {}", spot(name, text, error.span.start), error.message))
        })?;
        file.body
            .into_iter()
            .map(|body| {
                let place = format!("{name}: {}", body.id);
                let (from, to) = (body.on.or(body.from), body.on.or(body.to));
                let occurred = from.zip(to).and_then(|(from, to)| Period::new(from, to).ok());
                let occurred =
                    occurred.ok_or_else(|| wrong(&place, &"its days are missing or out of order"))?;
                let fact = BodyFact {
                    name: body.name.as_ref().map(Name::words),
                    synonyms: body.synonyms,
                    attributes: body.attributes,
                    citation: body.citation,
                    ..BodyFact::default()
                };
                Ok((place, Command::Register { body: body.id, occurred, fact }))
            })
            .collect()
    }

    fn activities(&self) -> Result<Vec<(String, ImportLine)>, BundleError> {
        let mut refs = Refs::default();
        let mut all = Vec::new();
        for (name, text) in self.activities {
            let nil = &mut || EntryId::new(uuid::Uuid::nil());
            let lines = read_jsonl(name, text, &mut refs, nil).map_err(|errors| {
                BundleError::File(errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
            })?;
            all.extend(lines.into_iter().map(|line| (format!("{name}:{}", line.line), line)));
        }
        Ok(all)
    }
}

fn wrong(place: &str, error: &dyn std::fmt::Display) -> BundleError {
    BundleError::File(format!("{place}: {error}"))
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
            let numbered: Numbered = serde_json::from_str(line).map_err(|error| wrong(&place, &error))?;
            let id: EntryId = numbered.id.parse().map_err(|error| wrong(&place, &error))?;
            last = numbered.recordedtime.parse().map_err(|error| wrong(&place, &error))?;
            given.push(id);
            times.insert(id, last);
        }
        Ok(Self { author, given: given.into_iter(), times, last })
    }

    fn open(&mut self, log: Box<dyn Log + Send>, new: &NewLedger) -> Result<Desk, BundleError> {
        let given: Vec<EntryId> = self.given.by_ref().take(2).collect();
        let mut ids = given.iter().copied();
        let first = given.first().and_then(|id| self.times.get(id)).copied().unwrap_or(self.last);
        let desk = Desk::create(log, new, None, self.author, first, &mut || {
            ids.next().unwrap_or_else(|| EntryId::new(uuid::Uuid::nil()))
        });
        desk.map_err(|source| BundleError::Refused { place: "ledger".to_owned(), source: Box::new(source) })
    }

    fn write(&mut self, desk: &mut Desk, place: &str, command: Command) -> Result<(), BundleError> {
        let (given, times, last) = (&mut self.given, &self.times, self.last);
        let mut missing = false;
        let mut next = || {
            given.next().unwrap_or_else(|| {
                missing = true;
                EntryId::new(uuid::Uuid::nil())
            })
        };
        let today = last.day(desk.state().zone()).unwrap_or(Day::FIRST);
        let time = |id: EntryId| times.get(&id).copied().unwrap_or(last);
        let written = desk.append_given(command, self.author, &mut next, time, today);
        written
            .map_err(|source| BundleError::Refused { place: place.to_owned(), source: Box::new(source) })?;
        if missing { Err(wrong(place, &"ids.jsonl has no id left for it")) } else { Ok(()) }
    }

    fn write_line(&mut self, desk: &mut Desk, place: &str, line: ImportLine) -> Result<(), BundleError> {
        let id = line.id.ok_or_else(|| wrong(place, &"the line has no id"))?;
        let time: Moment = line
            .recorded
            .and_then(|text| text.parse().ok())
            .ok_or_else(|| wrong(place, &"the line has no recordedtime"))?;
        self.times.insert(id, time);
        self.last = time;
        self.write(desk, place, line.command)
    }
}
