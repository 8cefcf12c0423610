//! The rows of the file: of a CSV file, or of the one sheet with a table.

use std::collections::BTreeSet;

use super::roles::best_heads;
use super::said::AdoptSaid;
use super::{AdoptError, AdoptTrouble};
use crate::exchange::csv::csv_lines;
use crate::exchange::tabular::{Cell, Origin};
use crate::exchange::workbook::{SheetCells, is_workbook, read_workbook};
use crate::exchange::{Spot, folded};

/// The rows of a table with all that stands around it.
pub(super) struct Lines {
    pub origin: Origin,
    pub rows: Vec<Vec<Cell>>,
    /// The rows, from 1, in which one cell spans columns.
    pub wide: BTreeSet<usize>,
}

pub(super) fn read_lines(file: &str, bytes: &[u8], said: &AdoptSaid) -> Result<Lines, AdoptError> {
    let table = |error: crate::exchange::TableError| AdoptError::new(error.spot, error.trouble);
    if !is_workbook(file, bytes) {
        let rows = csv_lines(file, bytes).map_err(|error| table(*error))?;
        return Ok(Lines { origin: Origin::file(file), rows, wide: BTreeSet::new() });
    }
    let book = read_workbook(file, bytes).map_err(|error| table(*error))?;
    let refused = |trouble| AdoptError::new(Spot::whole(file), trouble);
    let names: Vec<String> = book.sheets.iter().map(|sheet| sheet.name().to_owned()).collect();
    if let Some(typed) = &said.sheet {
        let wanted = folded(typed);
        let found = book.sheets.into_iter().find(|sheet| folded(sheet.name()) == wanted);
        let trouble = || refused(AdoptTrouble::NoSheet { typed: typed.clone(), known: names });
        return found.map(of_sheet).ok_or_else(trouble);
    }
    // Without a sheet that is named, the only one, or the only one with heads.
    let is_one = book.sheets.len() == 1;
    let has_table = |sheet: &SheetCells| is_one || best_heads(sheet.rows()).is_some();
    let mut tables: Vec<SheetCells> = book.sheets.into_iter().filter(has_table).collect();
    match (tables.pop(), tables.is_empty()) {
        (Some(sheet), true) => Ok(of_sheet(sheet)),
        (Some(last), false) => {
            let names = tables.iter().chain([&last]).map(|sheet| sheet.name().to_owned()).collect();
            Err(refused(AdoptTrouble::WhichSheet(names)))
        }
        (None, _) => Err(refused(AdoptTrouble::NoHeads)),
    }
}

fn of_sheet(sheet: SheetCells) -> Lines {
    let wide = sheet.wide_rows();
    let (origin, rows) = sheet.into_parts();
    Lines { origin, rows, wide }
}
