//! CSV as spreadsheets save it: activities, or reported totals.
//!
//! ```text
//! bytes ──encoding──▶ text ──cells──▶ lines of cells ──heads──▶ columns
//!                                        (with places)    └─row─▶ commands, or what is wrong where
//! ```

mod activities;
mod cells;
mod error;
mod heads;
mod published;
mod row;
mod totals;

pub use error::{CsvError, CsvTrouble};
pub use published::{Sheet, read_sheet};

use super::encoding::decode;
use super::{ImportRow, Setting, Spot};
use crate::event::MAX_IMPORT_ROWS;
use crate::figures::{State, latest_indicators};
use crate::ledger::Command;
use crate::plan::{ActivityType, PersonNames};

use activities::activities;
use cells::Quotes;
use heads::{are_totals, type_column};
use row::Row;
use totals::totals;

/// What a file holds: the rows that can be read, and all that cannot.
#[derive(Default)]
pub struct Reading {
    /// What its lines ask for.
    pub rows: Vec<ImportRow>,
    /// What is wrong, in order of line.
    pub errors: Vec<CsvError>,
}

/// Reads a CSV file; `kind` is the type of all its rows when no column says
/// it; names of persons are opened by `open`.
pub fn read_csv(
    file: &str,
    bytes: &[u8],
    kind: Option<&ActivityType>,
    state: &State,
    open: &dyn Fn() -> PersonNames,
) -> Reading {
    let refused = |line: usize, column: usize, trouble: CsvTrouble| Reading {
        rows: vec![],
        errors: vec![CsvError { spot: Spot { file: file.to_owned(), line, column }, trouble }],
    };
    let text = match decode(bytes) {
        Ok(text) => text,
        Err(error) => return refused(error.line, error.column, error.trouble.into()),
    };
    let lines = match cells::lines(&text) {
        Ok(lines) => lines,
        Err((Quotes::Open, cell)) => return refused(cell.line, cell.column, CsvTrouble::OpenQuote),
        Err((Quotes::Followed, cell)) => return refused(cell.line, cell.column, CsvTrouble::AfterQuote),
    };
    let Some((heads, lines)) = lines.split_first() else { return refused(1, 1, CsvTrouble::Empty) };
    if lines.len() > MAX_IMPORT_ROWS {
        return refused(1, 1, CsvTrouble::Rows { limit: MAX_IMPORT_ROWS });
    }
    let setting = Setting::of(state, None).opening(open);
    if kind.is_none() && type_column(heads).is_none() && are_totals(heads) {
        return totals(file, heads, lines, &latest_indicators(state), &setting);
    }
    activities(file, heads, lines, kind, &state.catalogue(), &setting)
}

impl Reading {
    /// Takes up a line's command, or what is wrong with it.
    fn take(&mut self, row: Row<'_>, command: Option<Command>) {
        match command {
            Some(command) if row.errors.is_empty() => {
                self.rows.push(ImportRow { places: row.places(), command });
            }
            _ => self.errors.extend(row.errors),
        }
    }
}
