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
mod published;
mod row;
mod totals;

pub use error::{CellFault, TableError, TableTrouble};
pub use heads::is_activity_column;
pub use published::{Sheet, read_sheet};

pub(super) use cell::{Cell, Given, Origin};

use super::{ImportRow, Setting};
use crate::event::MAX_IMPORT_ROWS;
use crate::figures::{State, latest_indicators};
use crate::ledger::Command;
use crate::plan::{ActivityType, PersonNames};

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
    /// What stands under them.
    pub lines: Vec<Vec<Cell>>,
}

/// What a table holds: the rows that can be read, and all that cannot.
#[derive(Default)]
pub(super) struct Reading {
    /// What its lines ask for.
    pub rows: Vec<ImportRow>,
    /// What is wrong, in order of line.
    pub errors: Vec<TableError>,
}

/// Reads a table; `kind` is the type of all its rows when no column says it;
/// names of persons are opened by `open`.
pub(super) fn read_table(
    table: &Table,
    kind: Option<&ActivityType>,
    state: &State,
    open: &dyn Fn() -> PersonNames,
) -> Reading {
    if table.lines.len() > MAX_IMPORT_ROWS {
        let trouble = TableTrouble::Rows { limit: MAX_IMPORT_ROWS };
        return Reading::refused(TableError { spot: table.origin.at(1, 1), trouble });
    }
    let setting = Setting::of(state, None).opening(open);
    if kind.is_none() && type_column(&table.heads).is_none() && are_totals(&table.heads) {
        return totals(table, &latest_indicators(state), &setting);
    }
    activities(table, kind, &state.catalogue(), &setting)
}

/// Whether a column of the table says the type of its rows.
pub(super) fn names_type(table: &Table) -> bool {
    type_column(&table.heads).is_some()
}

impl Reading {
    /// Takes up what another table holds.
    pub(super) fn add(&mut self, other: Self) {
        self.rows.extend(other.rows);
        self.errors.extend(other.errors);
    }

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
