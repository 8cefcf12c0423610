//! What an import is made of: the rows of its files, and all that is wrong
//! with them.

use super::{CsvTrouble, LineTrouble, Refs, Spot, read_csv, read_jsonl};
use crate::event::EntryId;
use crate::figures::State;
use crate::ledger::{Command, DeskError, Refusal, RefusedRows};
use crate::plan::{ActivityType, FieldProblem, PersonNames};

/// A row of a file.
#[derive(Clone, Debug)]
pub struct ImportRow {
    /// Where it and its members stand.
    pub places: RowPlaces,
    /// What it asks for.
    pub command: Command,
}

/// Where a row begins, and where each of its members does.
#[derive(Clone, Debug)]
pub struct RowPlaces {
    /// Where the row begins.
    pub row: Spot,
    /// Where members stand, by their names: `subject`, `fields.editions`.
    pub members: Vec<(String, Spot)>,
}

impl RowPlaces {
    /// Where the first of these members stands that the row has; where the row
    /// begins when it has none.
    fn of(&self, names: &[&str]) -> Spot {
        let place = |name: &&str| self.members.iter().find(|(member, _)| member == name);
        names.iter().find_map(place).map_or(&self.row, |(_, spot)| spot).clone()
    }
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
    /// A file in which no row stands.
    #[error("the file has no rows")]
    NoRows,
    /// The ledger refuses a field of the row.
    #[error("a field of “{kind}” cannot be kept as given")]
    Field {
        /// The type.
        kind: String,
        /// What is wrong with which field.
        problem: FieldProblem,
    },
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
/// are of the type `kind` when it is given; any other as JSON Lines. Names of
/// persons are opened by `open`.
pub fn read_import(
    files: &[(String, Vec<u8>)],
    kind: Option<&ActivityType>,
    state: &State,
    open: &dyn Fn() -> PersonNames,
    ids: &mut dyn FnMut() -> EntryId,
) -> Incoming {
    let mut incoming = Incoming::default();
    let mut refs = Refs::default();
    for (name, bytes) in files {
        let before = (incoming.rows.len(), incoming.problems.len());
        if is_csv(name) {
            let reading = read_csv(name, bytes, kind, state, open);
            incoming.rows.extend(reading.rows);
            let errors = reading.errors.into_iter();
            incoming
                .problems
                .extend(errors.map(|it| ImportProblem { spot: it.spot, trouble: it.trouble.into() }));
        } else {
            incoming.take_lines(name, bytes, &mut refs, ids, state);
        }
        if before == (incoming.rows.len(), incoming.problems.len()) {
            let spot = Spot { file: name.clone(), line: 1, column: 1 };
            incoming.problems.push(ImportProblem { spot, trouble: ImportTrouble::NoRows });
        }
    }
    incoming
}

fn is_csv(name: &str) -> bool {
    let extension = std::path::Path::new(name).extension().and_then(|it| it.to_str()).unwrap_or_default();
    ["csv", "tsv", "txt"].iter().any(|known| extension.eq_ignore_ascii_case(known))
}

impl Incoming {
    fn take_lines(
        &mut self,
        name: &str,
        bytes: &[u8],
        refs: &mut Refs,
        ids: &mut dyn FnMut() -> EntryId,
        state: &State,
    ) {
        let (lines, errors) = read_jsonl(name, bytes, refs, ids);
        let told = errors.into_iter().map(|it| ImportProblem { spot: it.spot, trouble: it.trouble.into() });
        self.problems.extend(told);
        for mut line in lines {
            if let Command::Record(new) = &mut line.command {
                new.kind = state.short_kind(&new.kind).to_owned();
            }
            let spot = |column| Spot { file: name.to_owned(), line: line.line, column };
            if line.amends {
                self.problems.push(ImportProblem { spot: spot(1), trouble: LineTrouble::Amendment.into() });
                continue;
            }
            match line.recorded {
                None => {
                    let members = line.places.iter().map(|(member, column)| (member.clone(), spot(*column)));
                    let places = RowPlaces { row: spot(1), members: members.collect() };
                    self.rows.push(ImportRow { places, command: line.command });
                }
                Some((column, _)) => {
                    let trouble = LineTrouble::RecordedTime.into();
                    self.problems.push(ImportProblem { spot: spot(column), trouble });
                }
            }
        }
    }
}

/// All that is wrong with an import, in the order of its files and lines: what
/// could not be read, and the rows, by their places, that the ledger refuses.
pub fn all_problems(
    files: &[(String, Vec<u8>)],
    unread: Vec<ImportProblem>,
    rows: &[RowPlaces],
    refused: RefusedRows,
) -> Vec<ImportProblem> {
    let is_whole = unread.is_empty();
    let mut problems = unread;
    for (index, error) in refused {
        // What it names may be one of the rows that could not be read.
        let unsure = matches!(error, DeskError::Refused(Refusal::UnknownEntry(_)));
        let Some(row) = rows.get(index).filter(|_| is_whole || !unsure) else { continue };
        problems.extend(refusals(row, error));
    }
    let order = |spot: &Spot| (files.iter().position(|(name, _)| *name == spot.file), spot.line, spot.column);
    problems.sort_by_key(|problem| order(&problem.spot));
    problems
}

/// What the ledger refuses of a row, each where it stands: every field on its
/// own.
fn refusals(row: &RowPlaces, error: DeskError) -> Vec<ImportProblem> {
    match error {
        DeskError::Refused(Refusal::Fields { kind, problems }) => problems
            .into_iter()
            .map(|problem| {
                let spot = row.of(&[&format!("fields.{}", problem.field), "fields"]);
                ImportProblem { spot, trouble: ImportTrouble::Field { kind: kind.clone(), problem } }
            })
            .collect(),
        error => vec![ImportProblem { spot: row.of(members_of(&error)), trouble: error.into() }],
    }
}

/// The members of a row that a refusal is about.
const fn members_of(error: &DeskError) -> &'static [&'static str] {
    let DeskError::Refused(refusal) = error else { return &[] };
    match refusal {
        Refusal::UnknownType { .. } => &["type"],
        Refusal::UnknownBody { .. } => &["subject"],
        Refusal::IdTaken(_) => &["id"],
        Refusal::UnknownEntry(_) | Refusal::NotTheOriginal { .. } | Refusal::Withdrawn(_) => &["partof"],
        Refusal::UnknownIndicator { .. } => &["indicator"],
        Refusal::TotalNumber(_) | Refusal::TotalMoney { .. } => &["value"],
        Refusal::Overlap { .. } => &["from", "to"],
        Refusal::Future(_) => &["to"],
        _ => &[],
    }
}
