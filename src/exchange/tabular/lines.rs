//! Lines of tables as they stand in their file, to be given back to whoever mends
//! them.

use std::collections::BTreeSet;

use super::own::{is_added, is_own};
use super::{Cell, KindTable, TableError};
use crate::exchange::ImportSaid;
use crate::exchange::csv::csv_table_at;
use crate::exchange::workbook::{is_workbook, sheet_tables};
use crate::figures::State;

/// A line of a file: the sheet, from 0, of a workbook; and the line, from 1.
pub type LinePlace = (Option<usize>, usize);

/// What lines are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LinesOf {
    /// Activities, of which a column says the type.
    Activities,
    /// Reported totals.
    Totals,
    /// Bodies of the register.
    Bodies,
}

/// Some lines of a table under its heads, so that they can be read without what
/// was said of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TableLines {
    /// The sheet, of a workbook: which it is, from 0, and its name.
    pub sheet: Option<(usize, String)>,
    /// What its rows are.
    pub holds: LinesOf,
    /// Its heads as they stand in the file, or what is said in their place.
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
    let kind_table = |table, called| KindTable::new(table, [said.kind, called], said.tables, state).0;
    let tables: Vec<KindTable> = if is_workbook(file, bytes) {
        let sheets = sheet_tables(file, bytes, said, state)?.0.into_iter();
        sheets.map(|sheet| kind_table(sheet.table, sheet.called)).collect()
    } else {
        let line = said.tables.and_then(|tables| tables.of(None)).map_or(0, |table| table.line);
        vec![kind_table(csv_table_at(file, bytes, line)?, None)]
    };
    let mut met = BTreeSet::new();
    let lines: Vec<TableLines> = tables.iter().map(|table| of_table(table, places, &mut met)).collect();
    let lines = lines.into_iter().filter(|table| !table.lines.is_empty()).collect();
    Ok((met == *places).then_some(lines))
}

fn of_table(it: &KindTable, places: &BTreeSet<LinePlace>, met: &mut BTreeSet<LinePlace>) -> TableLines {
    let table = &it.table;
    let sheet = table.origin.sheet.as_deref();
    let index = sheet.map(|sheet| sheet.index);
    let names = table.names();
    let holds = it.holds();
    // The type that a sheet or people say of all rows stands in a column.
    let kind = it.kind.as_ref().filter(|_| holds == LinesOf::Activities).map(|kind| kind.id.clone());
    let is_own = is_own(names.iter().map(|head| head.text));
    let is_kept =
        |at: usize| names.get(at).is_none_or(|head| !(head.is_left_out() || is_own && is_added(head.text)));
    let row = |cells: &[Cell]| -> Vec<String> {
        let cells = cells.iter().enumerate().filter(|(at, _)| is_kept(*at));
        kind.iter().cloned().chain(cells.map(|(_, cell)| cell.text.clone())).collect()
    };
    let heads = names.iter().enumerate().filter(|(at, _)| is_kept(*at)).map(|(_, head)| head.text.to_owned());
    let heads = kind.iter().map(|_| TYPE.to_owned()).chain(heads).collect();
    let begins = |cells: &[Cell]| cells.first().map(|cell| cell.line);
    let mut lines = Vec::new();
    for (at, cells) in table.lines.iter().enumerate() {
        let Some(line) = begins(cells) else { continue };
        // A cell of several lines goes on below the first of them.
        let next = table.lines.get(at + 1).and_then(|cells| begins(cells)).unwrap_or(usize::MAX);
        let within: Vec<LinePlace> = places.range((index, line)..(index, next)).copied().collect();
        if !within.is_empty() {
            lines.push((line, row(cells)));
            met.extend(within);
        }
    }
    TableLines { sheet: sheet.map(|it| (it.index, it.name.clone())), holds, heads, lines }
}

/// The head of the column that says the type of an activity.
const TYPE: &str = "type";
