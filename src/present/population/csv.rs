//! A population as CSV, row by row: UTF-8, commas, heads in English.

use std::io::{Error, Write};

use super::{Cell, Columns};
use crate::audit::Member;
use crate::present::Messages;
use crate::present::amounts::exact;
use crate::present::harmless::as_csv_text;

/// A population as CSV, of which only the row that is written is in memory.
pub struct PopulationCsv<'a, W: Write> {
    messages: &'a Messages,
    columns: &'a Columns<'a>,
    writer: csv::Writer<W>,
}

impl<'a, W: Write> PopulationCsv<'a, W> {
    /// Begins with the heads.
    pub fn begin(messages: &'a Messages, columns: &'a Columns<'a>, out: W) -> Result<Self, Error> {
        let mut writer = csv::WriterBuilder::new().from_writer(out);
        writer.write_record(columns.names())?;
        Ok(Self { messages, columns, writer })
    }

    /// Writes one row.
    pub fn row(&mut self, it: &Member<'_>) -> Result<(), Error> {
        let cells = self.columns.cells(self.messages, it).into_iter().map(text);
        Ok(self.writer.write_record(cells)?)
    }

    /// Writes what is left.
    pub fn finish(mut self) -> Result<(), Error> {
        self.writer.flush()
    }
}

fn text(cell: Cell) -> String {
    match cell {
        Cell::Nothing => String::new(),
        Cell::Text(text) => text,
        Cell::Typed(text) => as_csv_text(&text),
        Cell::Count(count) => count.to_string(),
        Cell::Amount(amount) => exact(&amount),
        Cell::Day(day) => day.to_string(),
    }
}
