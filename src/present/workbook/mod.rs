//! The table as a workbook, in the plan's own layout: cells are numbers with a
//! format, percentages are formulas with what they give, and each value leads
//! to the entries that it is made of.
//!
//! ```text
//! Table ──▶ layout.rs (which row stands where) ──▶ table_sheet.rs
//!                                               ├▶ contributions.rs, left_out.rs
//!                                               └▶ rules.rs
//! ```
//!
//! The bytes are the same for the same ledger and arguments: nothing in them
//! comes from a clock.

mod codes;
mod contributions;
mod entries;
mod layout;
mod left_out;
mod population;
mod rules;
mod settling;
mod sheet;
mod sides;
mod styles;
mod table_sheet;

use chrono::Datelike;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

pub use settling::reconciliation_workbook;

use super::Messages;
use super::harmless::without_turns;
use super::paper::Paper;
use crate::event::{Day, Exact};
use crate::figures::{Comparison, Scope, State, Table};
use layout::Layout;
pub use population::PopulationBook;

pub(super) use codes::unit_code;
pub(super) use sheet::Sheet;
pub(super) use styles::Styles;

/// Why a workbook cannot be made: a sheet has no more rows, or no more room.
#[derive(Debug, thiserror::Error)]
#[error("the workbook cannot be made: {0}")]
pub struct WorkbookError(#[from] XlsxError);

impl WorkbookError {
    /// What its maker says.
    pub const fn cause(&self) -> &(dyn std::error::Error + Send + Sync + 'static) {
        &self.0
    }
}

/// What every sheet is made with.
struct Book<'b, 'a> {
    messages: &'b Messages,
    state: &'b State,
    table: &'b Table<'a>,
    compared: Option<&'b Comparison<'a>>,
    layout: Layout<'b, 'a>,
    styles: Styles,
}

/// The workbook's bytes.
pub fn workbook(
    messages: &Messages,
    state: &State,
    table: &Table<'_>,
    compared: Option<&Comparison<'_>>,
) -> Result<Vec<u8>, WorkbookError> {
    let table = &table.listed(state);
    let layout = Layout::of(messages, table);
    let book = Book { messages, state, table, compared, layout, styles: Styles::new() };
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(&book)?);
    workbook.push_worksheet(table_sheet::sheet(&book)?);
    workbook.push_worksheet(contributions::sheet(&book)?);
    workbook.push_worksheet(left_out::sheet(&book)?);
    workbook.push_worksheet(rules::sheet(&book)?);
    Ok(workbook.save_to_buffer()?)
}

/// The title, and the day on which the last entry was recorded.
fn properties(book: &Book<'_, '_>) -> Result<DocProperties, XlsxError> {
    let title = super::table::table_title(book.messages, book.table);
    properties_of(&title, &book.table.scope, book.table.as_at)
}

/// A title, and the day on which the last entry was recorded: a workbook has a day on
/// which it was made, and a clock would make each one another.
fn properties_of(title: &str, scope: &Scope, otherwise: Day) -> Result<DocProperties, XlsxError> {
    let day = scope.last.and_then(|moment| moment.day(&scope.zone)).unwrap_or(otherwise).date();
    let made = excel_day(day).map_or_else(|| ExcelDateTime::from_ymd(2000, 1, 1), Ok)?;
    Ok(DocProperties::new().set_title(clipped(&without_turns(title), 255)).set_creation_datetime(&made))
}

/// A day as workbooks have it, from 1900 on.
pub(super) fn excel_day(day: chrono::NaiveDate) -> Option<ExcelDateTime> {
    let part = |number: u32| u8::try_from(number).ok();
    let year = u16::try_from(day.year()).ok().filter(|year| *year >= 1900)?;
    ExcelDateTime::from_ymd(year, part(day.month())?, part(day.day())?).ok()
}

/// The paper of the ledger's zone, by its number in workbooks.
fn paper(table: &Table<'_>) -> u8 {
    match Paper::of_zone(table.scope.zone.name()) {
        Paper::Letter => 1,
        Paper::A4 => 9,
    }
}

/// A number as workbooks have it: the nearest one of double precision.
fn float(number: &Exact) -> f64 {
    number.to_decimal().unwrap_or_else(|| number.round(17)).parse().unwrap_or_default()
}

/// At most so many characters, with an ellipsis where there were more.
pub(super) fn clipped(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most.saturating_sub(1)).chain(['…']).collect()
}
