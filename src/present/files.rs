//! A table as a file, in each form that a file of it can have.

use super::{Messages, Supplement};
use super::{
    comparison_json, csv, html_page, kpi_json, markdown, printed_comparison, printed_table, workbook,
};
use crate::event::SentFormat;
use crate::figures::{Comparison, State, Table};
use crate::present::WorkbookError;

/// Forms that are files of their own: what they are called and their media type.
pub const FILES: [(SentFormat, &str); 5] = [
    (SentFormat::Xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (SentFormat::Html, "text/html; charset=utf-8"),
    (SentFormat::Csv, "text/csv; charset=utf-8"),
    (SentFormat::Md, "text/markdown; charset=utf-8"),
    (SentFormat::Json, "application/json"),
];

/// The bytes of a table, or of it beside an older one; none in a form that is no
/// file of its own.
pub fn table_bytes(
    messages: &Messages,
    state: &State,
    format: SentFormat,
    table: &Table<'_>,
    comparison: Option<&Comparison<'_>>,
) -> Result<Option<Vec<u8>>, WorkbookError> {
    let printed = || match comparison {
        None => printed_table(messages, table, Supplement::Shown),
        Some(comparison) => printed_comparison(messages, comparison),
    };
    let json = || {
        let document = comparison.map_or_else(|| kpi_json(table), comparison_json);
        serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
    };
    Ok(match format {
        SentFormat::Json => Some(json().into_bytes()),
        SentFormat::Md => Some(markdown(&printed()).into_bytes()),
        SentFormat::Html => Some(html_page(&printed()).into_bytes()),
        SentFormat::Csv => Some(csv(table, comparison)),
        SentFormat::Xlsx => Some(workbook(messages, state, table, comparison)?),
        SentFormat::Text | SentFormat::Other => None,
    })
}
