//! Rows of cells under heads, whatever file they stand in: activities, or
//! reported totals.
//!
//! ```text
//! csv ──────┐
//!           ├──▶ Table: heads and lines of cells ──heads──▶ columns
//! workbook ─┘      (with places)                     └─row──▶ commands, or what is wrong where
//! ```

mod activities;
mod cell;
mod error;
mod heads;
mod look;
mod published;
mod row;
mod said;
mod totals;

pub use error::{CellFault, TableError, TableTrouble};
pub use heads::is_activity_column;
pub use look::{Choice, ColumnLook, Holds, Lack, Look, Meaning, TableLook, look};
pub use published::{Sheet, read_sheet};
pub use said::{LEFT_OUT, TableSaid, TablesSaid};

pub(super) use cell::{Cell, Given, Origin};
pub(super) use said::Head;

use super::{ImportRow, Reader, folded};
use crate::event::{MAX_IMPORT_ROWS, types};
use crate::figures::latest_indicators;
use crate::ledger::Command;
use crate::plan::ActivityType;

use activities::activities;
use heads::{are_totals, type_column};

pub(super) use heads::KnownHeads;
use row::Row;
use totals::totals;

/// Heads, and the lines below them.
pub(super) struct Table {
    /// Where it stands.
    pub origin: Origin,
    /// What names the columns.
    pub heads: Vec<Cell>,
    /// What is said to name columns in place of their heads.
    said: Vec<Option<String>>,
    /// What stands under them.
    pub lines: Vec<Vec<Cell>>,
}

impl Table {
    /// A table of which nothing is said.
    pub(super) const fn new(origin: Origin, heads: Vec<Cell>, lines: Vec<Vec<Cell>>) -> Self {
        Self { origin, heads, said: Vec::new(), lines }
    }

    /// The table whose heads stand on a line of these, with what is below it;
    /// none where that line has nothing on it.
    pub(super) fn at(origin: Origin, mut rows: Vec<Vec<Cell>>, line: usize) -> Option<Self> {
        let is_it = |row: &Vec<Cell>| row.first().is_some_and(|cell| cell.line == line);
        let at = rows.iter().position(is_it)?;
        let lines = rows.split_off(at + 1);
        Some(Self::new(origin, rows.pop()?, lines))
    }

    /// What names its columns.
    pub(super) fn names(&self) -> Vec<Head<'_>> {
        let said = self.said.iter().map(Option::as_deref).chain(std::iter::repeat(None));
        let each = self.heads.iter().zip(said);
        each.map(|(head, said)| Head { text: said.unwrap_or(&head.text), is_said: said.is_some() }).collect()
    }

    /// Takes up what is said of heads; returns which of it is of one here.
    fn say_heads(&mut self, said: &[(String, String)]) -> Vec<usize> {
        let folded: Vec<String> = said.iter().map(|(head, _)| folded(head)).collect();
        let mut met = Vec::new();
        self.said.resize(self.heads.len().max(self.said.len()), None);
        for (head, name) in self.heads.iter().zip(&mut self.said) {
            let own = self::folded(&head.text);
            if let Some(at) = folded.iter().position(|it| *it == own && !own.is_empty()) {
                *name = Some(said[at].1.clone());
                met.push(at);
            }
        }
        met
    }

    /// Takes up what is said of columns by their places, those among them over
    /// which no head stands. Where the type of all rows is said, no column says
    /// it.
    fn say(&mut self, said: &TableSaid) {
        let width = self.width();
        for at in self.heads.len()..width {
            let line = self.heads.first().map_or(1, |head| head.line);
            self.heads.push(Cell::new(String::new(), line, at + 1));
        }
        self.said.resize(width, None);
        for (at, name) in said.columns.iter().filter(|(at, _)| *at < width) {
            self.said[*at] = Some(name.clone());
        }
        if said.one().is_some() {
            let of_type = type_column(&self.names());
            of_type.into_iter().for_each(|at| self.said[at] = Some(LEFT_OUT.to_owned()));
        }
    }

    /// How many columns have a head or anything below.
    fn width(&self) -> usize {
        let written = |cells: &Vec<Cell>| cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |at| at + 1);
        self.lines.iter().map(written).max().unwrap_or(0).max(self.heads.len())
    }
}

/// What a table holds: the rows that can be read, and all that cannot.
#[derive(Default)]
pub(super) struct Reading {
    /// What its lines ask for.
    pub rows: Vec<ImportRow>,
    /// What is wrong, in order of line.
    pub errors: Vec<TableError>,
    /// Which of what is said of heads is of one there.
    pub met: Vec<usize>,
}

/// Reads a table; `kind` is the type of all its rows when no column says it.
pub(super) fn read_table(mut table: Table, kind: Option<&ActivityType>, reader: &Reader<'_>) -> Reading {
    if table.lines.len() > MAX_IMPORT_ROWS {
        let trouble = TableTrouble::Rows { limit: MAX_IMPORT_ROWS };
        return Reading::refused(TableError { spot: table.origin.at(1, 1), trouble });
    }
    let met = table.say_heads(&reader.said.heads);
    let said = reader.said.of(table.origin.sheet.as_ref().map(|sheet| sheet.index));
    said.into_iter().for_each(|said| table.say(said));
    let (names, state, setting) = (table.names(), reader.state, reader.setting());
    let holds = said.and_then(TableSaid::one);
    let kind = match said {
        Some(_) => holds.and_then(|id| state.activity_type(id)),
        None => kind,
    };
    let by_heads = said.is_none() && kind.is_none() && type_column(&names).is_none() && are_totals(&names);
    let reading = if by_heads || holds == Some(types::TOTAL_REPORTED) {
        totals(&table, &latest_indicators(state), &setting)
    } else {
        activities(&table, kind, &state.catalogue(), &setting)
    };
    Reading { met, ..reading }
}

/// Whether a column of the table says the type of its rows.
pub(super) fn names_type(table: &Table, said: &[(String, String)]) -> bool {
    let is_type = |head: &Cell| {
        let own = folded(&head.text);
        let said = said.iter().find(|(it, _)| folded(it) == own && !own.is_empty());
        let text = said.map_or(head.text.as_str(), |(_, name)| name.as_str());
        type_column(&[Head { text, is_said: said.is_some() }]).is_some()
    };
    table.heads.iter().any(is_type)
}

impl Reading {
    /// Takes up what another table holds.
    pub(super) fn add(&mut self, other: Self) {
        self.rows.extend(other.rows);
        self.errors.extend(other.errors);
        self.met.extend(other.met);
    }

    /// That nothing can be read.
    pub(super) fn refused(error: TableError) -> Self {
        Self { errors: vec![error], ..Self::default() }
    }

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
