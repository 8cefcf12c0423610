//! CSV as spreadsheets save it.
//!
//! ```text
//! bytes ──encoding──▶ text ──cells──▶ a table of cells, each with its place
//! ```

mod cells;

use super::encoding::{EncodingTrouble, decode};
use super::tabular::{Cell, Origin, Table, TableError};
use super::workbook::{MAX_CELLS, MAX_COLUMNS};

use cells::{Quotes, lines, titled_lines};

/// What is wrong with a file as CSV.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CsvTrouble {
    /// The bytes are no text.
    #[error(transparent)]
    Encoding(#[from] EncodingTrouble),
    /// A quote that opens is never closed.
    #[error("this quotation mark is never closed")]
    OpenQuote,
    /// Something follows a closing quote within its cell.
    #[error("something follows the closing quotation mark; a mark within a cell is written twice")]
    AfterQuote,
    /// More cells than are read.
    #[error("the file has more than {limit} cells")]
    TooManyCells {
        /// How many are read.
        limit: usize,
    },
    /// Something stands beyond the last column that is read.
    #[error("something stands beyond the column {limit}")]
    Columns {
        /// The last column.
        limit: usize,
    },
    /// The file has no line.
    #[error("the file is empty; its first line names the columns")]
    Empty,
}

/// What splits a text into cells.
type Split = fn(&str) -> Result<Vec<Vec<Cell>>, (Quotes, Cell)>;

/// The lines of a CSV file that begins with titles, from the first on which
/// something stands.
pub(super) fn csv_lines(file: &str, bytes: &[u8]) -> Result<Vec<Vec<Cell>>, Box<TableError>> {
    read_lines(file, bytes, titled_lines)
}

fn read_lines(file: &str, bytes: &[u8], split: Split) -> Result<Vec<Vec<Cell>>, Box<TableError>> {
    let origin = Origin::file(file);
    let refused = |line: usize, column: usize, trouble: CsvTrouble| {
        Box::new(TableError { spot: origin.at(line, column), trouble: trouble.into() })
    };
    let text = decode(bytes).map_err(|error| refused(error.line, error.column, error.trouble.into()))?;
    let mut lines = split(&text).map_err(|(quotes, cell)| {
        let trouble = match quotes {
            Quotes::Open => CsvTrouble::OpenQuote,
            Quotes::Followed => CsvTrouble::AfterQuote,
            Quotes::TooMany => CsvTrouble::TooManyCells { limit: MAX_CELLS },
        };
        refused(cell.line, cell.column, trouble)
    })?;
    // Each column that has a head is looked for among all that there may be.
    let beyond = lines.iter().filter_map(|line| line.get(MAX_COLUMNS..)).flatten();
    if let Some(cell) = beyond.into_iter().find(|cell| !cell.is_empty()) {
        return Err(refused(cell.line, cell.column, CsvTrouble::Columns { limit: MAX_COLUMNS }));
    }
    for line in &mut lines {
        line.truncate(MAX_COLUMNS);
    }
    if lines.is_empty() { Err(refused(1, 1, CsvTrouble::Empty)) } else { Ok(lines) }
}

/// A CSV file as a table whose heads stand on this line; 0 is the first, and so
/// is one on which nothing stands.
pub(super) fn csv_table_at(file: &str, bytes: &[u8], line: usize) -> Result<Table, Box<TableError>> {
    // Below titles the separator may be another mark than in their words.
    let titled = if line > 1 { Table::at(Origin::file(file), csv_lines(file, bytes)?, line) } else { None };
    titled.map_or_else(|| csv_table(file, bytes), Ok)
}

/// A CSV file as a table: its first line names the columns.
pub(super) fn csv_table(file: &str, bytes: &[u8]) -> Result<Table, Box<TableError>> {
    let mut lines = read_lines(file, bytes, lines)?;
    let heads = lines.remove(0);
    Ok(Table::new(Origin::file(file), heads, lines))
}
