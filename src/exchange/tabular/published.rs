//! A file of published figures: any table of a spreadsheet, cell by cell.

use super::{Cell, Origin, TableError, TableTrouble};
use crate::exchange::csv::csv_table;
use crate::exchange::typed::echo;
use crate::exchange::{Spot, folded};

/// A table as a spreadsheet saves it.
pub struct Sheet {
    origin: Origin,
    heads: Vec<String>,
    lines: Vec<Vec<Cell>>,
}

/// Reads a table: its separator and its encoding are those of its file. All
/// lines with a cell under no head are told.
pub fn read_sheet(file: &str, bytes: &[u8]) -> Result<Sheet, Vec<TableError>> {
    let table = csv_table(file, bytes).map_err(|error| vec![*error])?;
    let heads: Vec<String> = table.heads.iter().map(|head| folded(&head.text)).collect();
    let stray =
        table.lines.iter().filter_map(|line| line.iter().skip(heads.len()).find(|cell| !cell.is_empty()));
    let told = |cell: &Cell| {
        let trouble = TableTrouble::NoHead { typed: echo(&cell.text), in_sheet: false };
        TableError { spot: table.origin.of(cell), trouble }
    };
    let errors: Vec<TableError> = stray.map(told).collect();
    if errors.is_empty() {
        Ok(Sheet { origin: table.origin, heads, lines: table.lines })
    } else {
        Err(errors)
    }
}

impl Sheet {
    /// The column with one of these heads.
    pub fn column(&self, heads: &[&str]) -> Option<usize> {
        self.heads.iter().position(|head| heads.contains(&head.as_str()))
    }

    /// How many lines it has.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether it has heads only.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// What stands in a column of a line; nothing where there is no cell.
    pub fn cell(&self, line: usize, column: usize) -> &str {
        let cell = self.lines.get(line).and_then(|line| line.get(column));
        cell.map_or("", |cell| cell.text.trim())
    }

    /// Where a line's cell stands in its file.
    pub fn spot(&self, line: usize, column: usize) -> Spot {
        let cells = self.lines.get(line);
        let cell = cells.and_then(|cells| cells.get(column).or_else(|| cells.first()));
        cell.map_or_else(|| self.origin.at(1, 1), |cell| self.origin.of(cell))
    }
}
