//! What an import is made of: the rows of its files, and all that is wrong
//! with them.

mod leaving;
mod newcomers;
mod sources;
mod streamed;

pub use leaving::{Remaining, without_refused};
pub use newcomers::AlikeName;
pub use sources::{ImportSaid, is_table_file, read_import, read_import_as};
pub use streamed::{LineGroup, LineGroups, Looked, RowRead, Scouted, StreamedPlace, StreamedRow, shorten};

use super::{
    BodyError, FieldTrouble, JsonlError, LineTrouble, SheetNotice, Spot, TableError, TableTrouble, TypedError,
};
use crate::ledger::{Command, DeskError, Refusal, RefusedRows};
use crate::plan::{FieldProblem, Trouble};

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
    /// A row that is none of the register, where only such are taken.
    #[error("the row is none of the register")]
    NotRegister,
    /// A row that is no activity, where only items of a total are taken.
    #[error("the row is no activity")]
    NotAnItem,
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

impl From<TableError> for ImportProblem {
    fn from(error: TableError) -> Self {
        Self { spot: error.spot, trouble: error.trouble.into() }
    }
}

impl From<JsonlError> for ImportProblem {
    fn from(error: JsonlError) -> Self {
        Self { spot: error.spot, trouble: error.trouble.into() }
    }
}

impl ImportProblem {
    /// Whether it is about a file or a sheet as a whole and about no row.
    pub const fn is_of_file(&self) -> bool {
        self.spot.line == 0 || matches!(self.trouble, ImportTrouble::NoRows)
    }
}

impl ImportTrouble {
    /// What a cell names and the register lacks.
    pub(super) fn unknown_body(&self) -> Option<&BodyError> {
        match self {
            Self::Table(
                TableTrouble::Cell { error: TypedError::Body(error), .. }
                | TableTrouble::Field { trouble: FieldTrouble::Value(TypedError::Body(error)), .. },
            ) => Some(error).filter(|error| matches!(error, BodyError::Unknown { .. })),
            _ => None,
        }
    }

    /// Whether it names a body that the register lacks, and the register has
    /// one that is called much like it.
    pub fn is_like_a_body(&self) -> bool {
        match self {
            Self::Table(TableTrouble::LikeBody { .. } | TableTrouble::LikeRow { .. }) => true,
            Self::Table(_) => {
                matches!(self.unknown_body(), Some(BodyError::Unknown { near, .. }) if !near.is_empty())
            }
            Self::Field { problem, .. } => {
                matches!(&problem.trouble, Trouble::UnknownBody { near, .. } if !near.is_empty())
            }
            Self::Refused(DeskError::Refused(Refusal::UnknownBody { near, .. })) => !near.is_empty(),
            _ => false,
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
    /// Names that the register lacks and that are like others of these files.
    pub alike: Vec<AlikeName>,
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
        let Some(row) = rows.get(index).filter(|_| is_whole || !is_unsure(&error)) else { continue };
        problems.extend(refusals(row, error));
    }
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    in_order(&names, problems)
}

/// Whether what a row names may be another one that could not be read.
pub const fn is_unsure(error: &DeskError) -> bool {
    matches!(error, DeskError::Refused(Refusal::UnknownEntry(_)))
}

/// Problems in the order of files and lines.
pub fn in_order(files: &[&str], mut problems: Vec<ImportProblem>) -> Vec<ImportProblem> {
    let file = |spot: &Spot| files.iter().position(|name| *name == spot.file);
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
        Refusal::KnownBody(_) => &["id", "name"],
        Refusal::IdTaken(_) => &["id"],
        Refusal::UnknownEntry(_) | Refusal::NotTheOriginal { .. } | Refusal::Withdrawn(_) => &["partof"],
        Refusal::UnknownIndicator { .. } => &["indicator"],
        Refusal::TotalNumber(_) | Refusal::TotalMoney { .. } => &["value"],
        Refusal::Overlap { .. } => &["from", "to"],
        Refusal::Future(_) => &["to"],
        _ => &[],
    }
}
