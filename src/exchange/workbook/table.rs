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
    let at = found_row(&sheet, known, least)?;
    Some(split(sheet, at))
}

/// The table of a sheet whose heads stand on this line of it, whatever they are.
/// Where nothing stands there it is the one that is found, else its heads are
/// the first of the rows in which most is written.
pub(in crate::exchange) fn said_table(
    sheet: SheetCells,
    line: usize,
    known: &KnownHeads,
    least: usize,
) -> Table {
    let said = sheet.rows.iter().position(|row| row.first().is_some_and(|cell| cell.line == line));
    let at = said.or_else(|| found_row(&sheet, known, least)).unwrap_or_else(|| {
        let written = |row: &Vec<Cell>| row.iter().filter(|cell| !cell.is_empty()).count();
        most(sheet.rows.iter().map(written)).0
    });
    split(sheet, at)
}

fn found_row(sheet: &SheetCells, known: &KnownHeads, least: usize) -> Option<usize> {
    let (at, count) = most(sheet.rows.iter().map(|row| known.count(row)));
    (count >= least).then_some(at)
}

/// The place of the first of the largest counts, and that count.
fn most(counts: impl Iterator<Item = usize>) -> (usize, usize) {
    let counts = counts.take(MAX_TITLES).enumerate();
    counts.fold((0, 0), |best, next| if next.1 > best.1 { next } else { best })
}

fn split(sheet: SheetCells, at: usize) -> Table {
    let SheetCells { origin, mut rows, merged } = sheet;
    let lines = rows.split_off((at + 1).min(rows.len()));
    let mut heads = rows.pop().unwrap_or_default();
    fill_merged(&mut heads, &rows, &merged);
    Table::new(origin, heads, lines)
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
