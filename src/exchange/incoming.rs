//! What an import is made of: the rows of its files, and all that is wrong
//! with them.

use super::{CsvTrouble, LineTrouble, Refs, Spot, read_csv, read_jsonl};
use crate::event::EntryId;
use crate::figures::State;
use crate::ledger::{Command, DeskError, Refusal, RefusedRows};
use crate::plan::ActivityType;

/// A row of a file.
#[derive(Clone, Debug)]
pub struct ImportRow {
    /// Where it begins.
    pub spot: Spot,
    /// What it asks for.
    pub command: Command,
}

/// What is wrong with a row.
#[derive(Debug)]
pub struct ImportProblem {
    /// Where.
    pub spot: Spot,
    /// What is wrong there.
    pub trouble: ImportTrouble,
}

/// What is wrong at a place of a file.
#[derive(Debug, thiserror::Error)]
pub enum ImportTrouble {
    /// A cell, or the file as CSV.
    #[error(transparent)]
    Csv(#[from] CsvTrouble),
    /// A line of JSON.
    #[error(transparent)]
    Line(#[from] LineTrouble),
    /// The ledger refuses the row.
    #[error(transparent)]
    Refused(#[from] DeskError),
}

/// The rows of an import's files, in order.
#[derive(Default)]
pub struct Incoming {
    /// The rows that can be read.
    pub rows: Vec<ImportRow>,
    /// What is wrong with the others.
    pub problems: Vec<ImportProblem>,
}

/// Reads files by name and bytes: `.csv`, `.tsv` and `.txt` as CSV, whose rows
/// are of the type `kind` when it is given; any other as JSON Lines.
pub fn read_import(
    files: &[(String, Vec<u8>)],
    kind: Option<&ActivityType>,
    state: &State,
    ids: &mut dyn FnMut() -> EntryId,
) -> Incoming {
    let mut incoming = Incoming::default();
    let mut refs = Refs::default();
    for (name, bytes) in files {
        if is_csv(name) {
            let reading = read_csv(name, bytes, kind, state);
            incoming.rows.extend(reading.rows);
            let errors = reading.errors.into_iter();
            incoming
                .problems
                .extend(errors.map(|it| ImportProblem { spot: it.spot, trouble: it.trouble.into() }));
        } else {
            incoming.take_lines(name, bytes, &mut refs, ids);
        }
    }
    incoming
}

fn is_csv(name: &str) -> bool {
    let extension = std::path::Path::new(name).extension().and_then(|it| it.to_str()).unwrap_or_default();
    ["csv", "tsv", "txt"].iter().any(|known| extension.eq_ignore_ascii_case(known))
}

impl Incoming {
    fn take_lines(&mut self, name: &str, bytes: &[u8], refs: &mut Refs, ids: &mut dyn FnMut() -> EntryId) {
        let (lines, errors) = read_jsonl(name, bytes, refs, ids);
        let told = errors.into_iter().map(|it| ImportProblem { spot: it.spot, trouble: it.trouble.into() });
        self.problems.extend(told);
        for line in lines {
            let spot = |column| Spot { file: name.to_owned(), line: line.line, column };
            if line.amends {
                self.problems.push(ImportProblem { spot: spot(1), trouble: LineTrouble::Amendment.into() });
                continue;
            }
            match line.recorded {
                None => self.rows.push(ImportRow { spot: spot(1), command: line.command }),
                Some((column, _)) => {
                    let trouble = LineTrouble::RecordedTime.into();
                    self.problems.push(ImportProblem { spot: spot(column), trouble });
                }
            }
        }
    }
}

/// All that is wrong with an import, in the order of its files and lines: what
/// could not be read, and the rows, by their spots, that the ledger refuses.
pub fn all_problems(
    files: &[(String, Vec<u8>)],
    unread: Vec<ImportProblem>,
    spots: &[Spot],
    refused: RefusedRows,
) -> Vec<ImportProblem> {
    let is_whole = unread.is_empty();
    let mut problems = unread;
    for (index, error) in refused {
        // What it names may be one of the rows that could not be read.
        let unsure = matches!(error, DeskError::Refused(Refusal::UnknownEntry(_)));
        let Some(spot) = spots.get(index).filter(|_| is_whole || !unsure) else { continue };
        problems.push(ImportProblem { spot: spot.clone(), trouble: error.into() });
    }
    let order = |spot: &Spot| (files.iter().position(|(name, _)| *name == spot.file), spot.line, spot.column);
    problems.sort_by_key(|problem| order(&problem.spot));
    problems
}
