//! The table for programs: a CSV file of one row for each indicator, and the
//! `datapackage.json` that says what is in it.
//!
//! ```text
//! Table, Comparison ──▶ rows.rs ──▶ columns.rs ──▶ CSV
//!                                        └───────▶ package.rs ──▶ datapackage.json
//! ```

mod beside;
mod columns;
mod package;
mod rows;

use super::harmless::as_csv_text;
use crate::figures::{Comparison, Table};
pub use beside::package_with;
use columns::{COLUMNS, Column, OLDER};
pub use package::{PACKAGE, package_json};
use rows::rows;

/// The table as CSV: UTF-8, commas, lines that end in LF, heads in English.
pub fn csv(table: &Table<'_>, compared: Option<&Comparison<'_>>) -> Vec<u8> {
    let columns = columns(compared.is_some());
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    // Writing into memory does not fail, and every row has all columns.
    let _ = writer.write_record(columns.iter().map(|column| column.name));
    for row in rows(table, compared) {
        let cells = columns.iter().map(|column| {
            let text = (column.cell)(&row);
            if column.is_typed { as_csv_text(&text) } else { text }
        });
        let _ = writer.write_record(cells);
    }
    writer.into_inner().unwrap_or_default()
}

/// The columns of a table, with those of an older date where there is one.
fn columns(with_older: bool) -> Vec<&'static Column> {
    let older = OLDER.iter().filter(|_| with_older);
    COLUMNS.iter().chain(older).collect()
}
