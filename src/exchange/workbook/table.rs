//! The table within a sheet: title lines above the heads, columns beside it
//! and merged heads do not matter.

use super::names::sheet_name;
use super::read::SheetCells;
use crate::exchange::folded;
use crate::exchange::tabular::{Cell, KnownHeads, Table};
use crate::plan::ActivityType;

/// Rows among which the heads are looked for.
const MAX_TITLES: usize = 50;

/// The type whose name or label is that of the sheet.
pub(in crate::exchange) fn is_called<'a>(
    sheet: &SheetCells,
    catalogue: &[&'a ActivityType],
) -> Option<&'a ActivityType> {
    let name = folded(&sheet.origin.sheet.as_ref()?.name);
    let is_its = |kind: &&&ActivityType| {
        let labels = kind.label.each().into_iter().map(|label| folded(&sheet_name(label)));
        folded(&kind.id) == name || labels.into_iter().any(|label| label == name)
    };
    let called: Vec<&&ActivityType> = catalogue.iter().filter(is_its).collect();
    if let [one] = called.as_slice() { Some(one) } else { None }
}

/// The table of a sheet of activities or totals: its heads are the row, of the
/// first, in which most columns are known. None where no row has at least so
/// many.
pub(in crate::exchange) fn found_table(sheet: SheetCells, known: &KnownHeads, least: usize) -> Option<Table> {
    let counts = sheet.rows.iter().take(MAX_TITLES).map(|row| known.count(row)).enumerate();
    let (at, count) = counts.fold((0, 0), |best, next| if next.1 > best.1 { next } else { best });
    if count < least {
        return None;
    }
    let mut rows = sheet.rows;
    let lines = rows.split_off(at + 1);
    let mut heads = rows.pop()?;
    fill_merged(&mut heads, &rows, &sheet.merged);
    Some(Table { origin: sheet.origin, heads, lines })
}

/// Heads that are merged with cells above them stand in the uppermost.
fn fill_merged(heads: &mut Vec<Cell>, above: &[Vec<Cell>], merged: &[calamine::Dimensions]) {
    let Some(line) = heads.first().map(|head| head.line) else { return };
    for range in merged {
        let (top, left) = (range.start.0 as usize + 1, range.start.1 as usize);
        let is_upright = range.start.1 == range.end.1;
        if !is_upright || top >= line || (range.end.0 as usize + 1) < line {
            continue;
        }
        let Some(text) = above.iter().flatten().find(|cell| cell.line == top && cell.column == left + 1)
        else {
            continue;
        };
        while heads.len() <= left {
            heads.push(Cell::new(String::new(), line, heads.len() + 1));
        }
        if heads[left].is_empty() {
            heads[left].text.clone_from(&text.text);
        }
    }
}

/// Whether a sheet holds words below each other only: such a sheet explains
/// something and is no table.
pub(in crate::exchange) fn is_prose(sheet: &SheetCells) -> bool {
    let mut columns = sheet.rows.iter().flatten().filter(|cell| !cell.is_empty()).map(|cell| cell.column);
    let first = columns.next();
    columns.all(|column| Some(column) == first)
}
