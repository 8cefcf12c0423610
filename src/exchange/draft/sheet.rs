//! A table with named columns, in whatever file, cell by cell.

use super::DraftError;
use crate::exchange::csv::csv_lines;
use crate::exchange::tabular::{Cell, Origin, TableError, TableTrouble};
use crate::exchange::typed::echo;
use crate::exchange::workbook::{is_workbook, read_workbook};
use crate::exchange::{Spot, folded};

/// A table with named columns.
pub(super) struct Sheet {
    origin: Origin,
    heads: Vec<String>,
    lines: Vec<Vec<Cell>>,
}

/// Rows above the heads that are looked at.
const MOST_ABOVE: usize = 30;

/// The tables of which a row is heads: of a workbook those of all sheets. All lines
/// with a cell under no head are told.
pub(super) fn find_sheets(
    file: &str,
    bytes: &[u8],
    are_heads: impl Fn(&[String]) -> bool,
) -> Result<Vec<Sheet>, DraftError> {
    let refused = |error: Box<TableError>| DraftError::Table(vec![*error]);
    let all = if is_workbook(file, bytes) {
        let book = read_workbook(file, bytes).map_err(refused)?;
        book.sheets.into_iter().map(crate::exchange::workbook::SheetCells::into_parts).collect()
    } else {
        vec![(Origin::file(file), csv_lines(file, bytes).map_err(refused)?)]
    };
    let mut sheets = Vec::new();
    for (origin, mut rows) in all {
        let folded_row = |row: &Vec<Cell>| row.iter().map(|cell| folded(&cell.text)).collect::<Vec<_>>();
        let at = rows.iter().take(MOST_ABOVE).position(|row| are_heads(&folded_row(row)));
        let Some(at) = at else { continue };
        let lines = rows.split_off(at + 1);
        let heads = rows.last().map(folded_row).unwrap_or_default();
        sheets.push(Sheet { origin, heads, lines }.checked()?);
    }
    Ok(sheets)
}

impl Sheet {
    fn checked(self) -> Result<Self, DraftError> {
        let width = self.heads.len();
        let beyond = |line: &'_ Vec<Cell>| line.iter().skip(width).find(|cell| !cell.is_empty()).cloned();
        let told = |cell: Cell| {
            let trouble =
                TableTrouble::NoHead { typed: echo(&cell.text), in_sheet: self.origin.sheet.is_some() };
            TableError { spot: self.origin.of(&cell), trouble }
        };
        let errors: Vec<TableError> = self.lines.iter().filter_map(beyond).map(told).collect();
        if errors.is_empty() { Ok(self) } else { Err(DraftError::Table(errors)) }
    }

    /// Its heads, folded.
    pub(super) fn heads(&self) -> impl Iterator<Item = &str> {
        self.heads.iter().map(String::as_str)
    }

    /// The column with one of these heads: of several the one whose head comes first here.
    pub(super) fn column(&self, heads: &[&str]) -> Option<usize> {
        heads.iter().find_map(|head| self.heads.iter().position(|it| it == head))
    }

    /// Its lines with something on them.
    pub(super) fn lines(&self) -> impl Iterator<Item = &[Cell]> {
        self.lines.iter().filter(|line| !line.iter().all(Cell::is_empty)).map(Vec::as_slice)
    }

    /// Where a cell stands, or its line where it has none there.
    pub(super) fn spot(&self, line: &[Cell], column: Option<usize>) -> Spot {
        let cell = column.and_then(|at| line.get(at)).or_else(|| line.first());
        cell.map_or_else(|| self.origin.at(1, 1), |cell| self.origin.of(cell))
    }
}
