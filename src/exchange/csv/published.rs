//! A file of published figures: any table of a spreadsheet, cell by cell.

use super::CsvTrouble;
use super::cells::{self, Cell, Quotes};
use super::error::CsvError;
use crate::exchange::encoding::decode;
use crate::exchange::typed::echo;
use crate::exchange::{Spot, folded};

/// A table as a spreadsheet saves it.
pub struct Sheet {
    file: String,
    heads: Vec<String>,
    lines: Vec<Vec<Cell>>,
}

/// Reads a table: its separator and its encoding are those of its file. All
/// lines with a cell under no head are told.
pub fn read_sheet(file: &str, bytes: &[u8]) -> Result<Sheet, Vec<CsvError>> {
    let spot = |line, column| Spot { file: file.to_owned(), line, column };
    let refused = |line, column, trouble| vec![CsvError { spot: spot(line, column), trouble }];
    let text = decode(bytes).map_err(|error| refused(error.line, error.column, error.trouble.into()))?;
    let mut lines = cells::lines(&text).map_err(|(quotes, cell)| {
        let trouble = match quotes {
            Quotes::Open => CsvTrouble::OpenQuote,
            Quotes::Followed => CsvTrouble::AfterQuote,
        };
        refused(cell.line, cell.column, trouble)
    })?;
    if lines.is_empty() {
        return Err(refused(1, 1, CsvTrouble::Empty));
    }
    let heads: Vec<String> = lines.remove(0).iter().map(|head| folded(&head.text)).collect();
    let stray = lines.iter().filter_map(|line| line.iter().skip(heads.len()).find(|cell| !cell.is_empty()));
    let told = |cell: &Cell| refused(cell.line, cell.column, CsvTrouble::NoHead { typed: echo(&cell.text) });
    let errors: Vec<CsvError> = stray.flat_map(told).collect();
    if errors.is_empty() { Ok(Sheet { file: file.to_owned(), heads, lines }) } else { Err(errors) }
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
        Spot {
            file: self.file.clone(),
            line: cell.map_or(1, |cell| cell.line),
            column: cell.map_or(1, |cell| cell.column),
        }
    }
}
