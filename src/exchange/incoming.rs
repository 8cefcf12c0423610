//! What an import is made of: the rows of its files, and all that is wrong
//! with them.

use super::csv::csv_table_at;
use super::tabular::{Reading, read_table};
use super::workbook::{is_workbook, read_sheets};
use super::{
    BodyError, FieldTrouble, LineTrouble, Reader, Refs, Remedy, SheetNotice, Spot, TableTrouble, TablesSaid,
    TypedError, read_jsonl,
};
use crate::event::EntryId;
use crate::figures::State;
use crate::ledger::{Command, DeskError, Refusal, RefusedRows};
use crate::plan::{ActivityType, FieldProblem, Near, PersonNames, Trouble};

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
    /// A cell, or the file as a table.
    #[error(transparent)]
    Table(#[from] TableTrouble),
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

impl ImportTrouble {
    /// Whether it names a body that the register lacks, and the register has
    /// one that is called much like it.
    pub fn is_like_a_body(&self) -> bool {
        match self {
            Self::Table(
                TableTrouble::Cell { error: TypedError::Body(error), .. }
                | TableTrouble::Field { trouble: FieldTrouble::Value(TypedError::Body(error)), .. },
            ) => matches!(error, BodyError::Unknown { near, .. } if !near.is_empty()),
            Self::Field { problem, .. } => {
                matches!(&problem.trouble, Trouble::UnknownBody { near, .. } if !near.is_empty())
            }
            Self::Refused(DeskError::Refused(Refusal::UnknownBody { near, .. })) => !near.is_empty(),
            _ => false,
        }
    }

    /// The name that no body of the register has: as it was typed, the bodies
    /// called much like it, and the kinds that it may be of.
    pub fn missing_body(&self) -> Option<(&str, &[Near], &[String])> {
        let error = match self {
            Self::Table(
                TableTrouble::Cell { error: TypedError::Body(error), .. }
                | TableTrouble::Field { trouble: FieldTrouble::Value(TypedError::Body(error)), .. },
            ) => error,
            _ => return None,
        };
        match error {
            BodyError::Unknown { typed, near, kinds, .. } => Some((typed, near, kinds)),
            _ => None,
        }
    }
}

/// The rows of an import's files, in order.
#[derive(Default)]
pub struct Incoming {
    /// The rows that can be read.
    pub rows: Vec<ImportRow>,
    /// What is wrong with the others.
    pub problems: Vec<ImportProblem>,
    /// Sheets of workbooks that were not read.
    pub notices: Vec<SheetNotice>,
}

/// Reads files by name and bytes: workbooks, and `.csv`, `.tsv` and `.txt` as
/// CSV, whose rows are of the type `kind` when it is given; any other as JSON
/// Lines. Names of persons are opened by `open`.
pub fn read_import(
    files: &[(String, Vec<u8>)],
    kind: Option<&ActivityType>,
    state: &State,
    open: &dyn Fn() -> PersonNames,
    ids: &mut dyn FnMut() -> EntryId,
) -> Incoming {
    let said = TablesSaid::default();
    let reader =
        Reader { state, register: state.register(), open, remedy: Remedy::Register, kind, said: &said };
    read_files(files, &reader, ids)
}

/// The same where people say more of the files than their type.
pub fn read_files(
    files: &[(String, Vec<u8>)],
    reader: &Reader<'_>,
    ids: &mut dyn FnMut() -> EntryId,
) -> Incoming {
    let mut incoming = Incoming::default();
    let mut refs = Refs::default();
    let mut met = Vec::new();
    for (name, bytes) in files {
        let before = (incoming.rows.len(), incoming.problems.len());
        if is_workbook(name, bytes) {
            let (reading, notices) = read_sheets(name, bytes, reader);
            met.extend(incoming.take_table(reading));
            incoming.notices.extend(notices);
        } else if is_csv(name) {
            let line = reader.said.of(None).map_or(0, |said| said.line);
            let table = csv_table_at(name, bytes, line).map(|table| read_table(table, reader.kind, reader));
            met.extend(incoming.take_table(table.unwrap_or_else(|error| Reading::refused(*error))));
        } else {
            incoming.take_lines(name, bytes, &mut refs, ids, reader.state);
        }
        if before == (incoming.rows.len(), incoming.problems.len()) {
            let spot = if is_workbook(name, bytes) { Spot::whole(name) } else { Spot::new(name, 1, 1) };
            incoming.problems.push(ImportProblem { spot, trouble: ImportTrouble::NoRows });
        }
    }
    let heads = reader.said.heads.iter().enumerate();
    for (_, (head, _)) in heads.filter(|(at, _)| !met.contains(at)) {
        let trouble = TableTrouble::SaidHead { head: super::typed::echo(head) }.into();
        let spot = Spot::whole(files.first().map_or("", |(name, _)| name.as_str()));
        incoming.problems.push(ImportProblem { spot, trouble });
    }
    incoming
}

/// Whether a file is read as tables: a workbook, or CSV by its name.
pub fn is_table_file(name: &str, bytes: &[u8]) -> bool {
    is_workbook(name, bytes) || is_csv(name)
}

fn is_csv(name: &str) -> bool {
    let extension = std::path::Path::new(name).extension().and_then(|it| it.to_str()).unwrap_or_default();
    ["csv", "tsv", "txt"].iter().any(|known| extension.eq_ignore_ascii_case(known))
}

impl Incoming {
    /// Takes up what a table holds; gives which of what is said of heads is of
    /// one there.
    fn take_table(&mut self, reading: Reading) -> Vec<usize> {
        self.rows.extend(reading.rows);
        let errors = reading.errors.into_iter();
        self.problems.extend(errors.map(|it| ImportProblem { spot: it.spot, trouble: it.trouble.into() }));
        reading.met
    }

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
            let spot = |column| Spot::new(name, line.line, column);
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
    let file = |spot: &Spot| files.iter().position(|(name, _)| *name == spot.file);
    let sheet = |spot: &Spot| spot.sheet.as_ref().map(|sheet| sheet.index);
    let order = |spot: &Spot| (file(spot), sheet(spot), spot.line, spot.column);
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
