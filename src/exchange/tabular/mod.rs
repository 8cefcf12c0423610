//! Rows of cells under heads, whatever file they stand in: activities, or
//! reported totals.
//!
//! ```text
//! csv ──────┐
//!           ├──▶ Table: heads and lines of cells ──heads──▶ columns
//! workbook ─┘      (with places)                     └─row──▶ commands, or what is wrong where
//! ```

mod activities;
mod bodies;
mod body_heads;
mod cell;
mod column;
mod error;
mod heads;
mod holds;
mod lines;
mod listed;
mod look;
mod own;
mod row;
mod said;
mod table;
mod totals;

pub use body_heads::is_body_column;
pub use error::{CellFault, TableError, TableTrouble};
pub use heads::is_activity_column;
pub use holds::Holds;
pub use lines::{LinePlace, LinesOf, TableLines, lines_at};
pub use look::{Choice, ColumnLook, Lack, Look, Meaning, TableLook, look};
pub use own::{is_like_a_formula, marked};
pub use said::{LEFT_OUT, OF_REGISTER, TableSaid, TablesSaid};

pub(super) use bodies::Bodies;
pub(super) use cell::{Cell, Given, Origin};
pub(super) use said::Head;
pub(super) use table::{KindTable, Table};

use super::{ImportRow, Setting};
use crate::event::MAX_IMPORT_ROWS;
use crate::figures::{State, latest_indicators};
use crate::ledger::Command;

use activities::activities;
use body_heads::are_bodies;
use heads::{are_totals, type_column};

pub(super) use heads::KnownHeads;
pub(super) use listed::{ListColumn, Listed, read_listed};
use row::Row;
use table::Rows;
use totals::totals;

/// What a table holds: the rows that can be read, and all that cannot.
#[derive(Default)]
pub(super) struct Reading {
    /// What its lines ask for.
    pub rows: Vec<ImportRow>,
    /// What is wrong, in order of line.
    pub errors: Vec<TableError>,
}

/// Whether a table holds bodies of the register.
pub(super) fn is_register(table: &KindTable) -> bool {
    let names = table.table.names();
    let says_type = table.kind.is_some() || type_column(&names).is_some();
    table.rows.map_or_else(|| !says_type && are_bodies(&names), |rows| rows == Rows::Bodies)
}

/// Reads a table of bodies.
pub(super) fn read_bodies(table: &Table, bodies: &mut Bodies<'_>, state: &State) -> Reading {
    if let Some(error) = too_long(table) {
        return Reading::refused(error);
    }
    bodies::bodies(table, bodies, &Setting::of(state, None))
}

/// Reads a table of activities or totals.
pub(super) fn read_table(
    KindTable { table, kind, rows }: &KindTable,
    state: &State,
    setting: &Setting<'_>,
) -> Reading {
    if let Some(error) = too_long(table) {
        return Reading::refused(error);
    }
    let names = table.names();
    let by_heads = || kind.is_none() && type_column(&names).is_none() && are_totals(&names);
    if rows.map_or_else(by_heads, |rows| rows == Rows::Totals) {
        return totals(table, &latest_indicators(state), setting);
    }
    activities(table, kind.as_ref(), &state.catalogue(), setting)
}

fn too_long(table: &Table) -> Option<TableError> {
    let trouble = TableTrouble::Rows { limit: MAX_IMPORT_ROWS };
    let error = || TableError { spot: table.origin.at(1, 1), trouble };
    (table.lines.len() > MAX_IMPORT_ROWS).then(error)
}

impl Reading {
    /// That nothing can be read.
    pub(super) fn refused(error: TableError) -> Self {
        Self { rows: vec![], errors: vec![error] }
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
