//! Lines of tables as they stand in their file, to be given back to whoever mends
//! them.

use std::collections::BTreeSet;

use super::{Cell, Table, TableError};
use crate::exchange::ImportSaid;
use crate::exchange::csv::csv_table_at;
use crate::exchange::workbook::{is_workbook, sheet_tables};
use crate::figures::State;

/// A line of a file: the sheet, from 0, of a workbook; and the line, from 1.
pub type LinePlace = (Option<usize>, usize);

/// Some lines of a table under its heads.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TableLines {
    /// The sheet, of a workbook: which it is, from 0, and its name.
    pub sheet: Option<(usize, String)>,
    /// Its heads as they stand in the file.
    pub heads: Vec<String>,
    /// Where each line begins, and its cells.
    pub lines: Vec<(usize, Vec<String>)>,
}

impl TableLines {
    /// Where its lines begin.
    pub fn places(&self) -> impl Iterator<Item = LinePlace> {
        let sheet = self.sheet.as_ref().map(|(index, _)| *index);
        self.lines.iter().map(move |(line, _)| (sheet, *line))
    }
}

/// The lines in which these places stand; none where one of them is no line below
/// heads: what is wrong there is wrong with the table.
pub fn lines_at(
    file: &str,
    bytes: &[u8],
    said: &ImportSaid<'_>,
    state: &State,
    places: &BTreeSet<LinePlace>,
) -> Result<Option<Vec<TableLines>>, Box<TableError>> {
    let tables: Vec<Table> = if is_workbook(file, bytes) {
        sheet_tables(file, bytes, said, state)?.0.into_iter().map(|sheet| sheet.table).collect()
    } else {
        let line = said.tables.and_then(|tables| tables.of(None)).map_or(0, |table| table.line);
        vec![csv_table_at(file, bytes, line)?]
    };
    let mut met = BTreeSet::new();
    let lines: Vec<TableLines> = tables.iter().map(|table| of_table(table, places, &mut met)).collect();
    let lines = lines.into_iter().filter(|table| !table.lines.is_empty()).collect();
    Ok((met == *places).then_some(lines))
}

fn of_table(table: &Table, places: &BTreeSet<LinePlace>, met: &mut BTreeSet<LinePlace>) -> TableLines {
    let sheet = table.origin.sheet.as_deref();
    let index = sheet.map(|sheet| sheet.index);
    let texts = |cells: &[Cell]| cells.iter().map(|cell| cell.text.clone()).collect::<Vec<String>>();
    let begins = |cells: &[Cell]| cells.first().map(|cell| cell.line);
    let mut lines = Vec::new();
    for (at, cells) in table.lines.iter().enumerate() {
        let Some(line) = begins(cells) else { continue };
        // A cell of several lines goes on below the first of them.
        let next = table.lines.get(at + 1).and_then(|cells| begins(cells)).unwrap_or(usize::MAX);
        let within: Vec<LinePlace> = places.range((index, line)..(index, next)).copied().collect();
        if !within.is_empty() {
            lines.push((line, texts(cells)));
            met.extend(within);
        }
    }
    TableLines { sheet: sheet.map(|it| (it.index, it.name.clone())), heads: texts(&table.heads), lines }
}
