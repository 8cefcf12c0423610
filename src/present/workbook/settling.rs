//! The list to settle before printing, with columns to fill in.

use std::collections::BTreeMap;

use rust_xlsxwriter::{DocProperties, Workbook, Worksheet, XlsxError};

use super::sheet::Sheet;
use super::styles::Styles;
use super::{WorkbookError, clipped, excel_day, paper};
use crate::audit::Reconciliation;
use crate::event::Exact;
use crate::exchange::Tied;
use crate::figures::Table;
use crate::present::harmless::without_turns;
use crate::present::reconciled::{SettlingLine, settling_lines, untied};
use crate::present::{Arg, Messages, day_words};

/// The columns: what was found, then what people fill in.
const HEADS: [&str; 10] = [
    "settle-column-number",
    "settle-column-kind",
    "settle-column-subject",
    "settle-column-places",
    "settle-column-arithmetic",
    "settle-column-agrees",
    "settle-column-by",
    "settle-column-decision",
    "settle-column-decided",
    "settle-column-on",
];

/// The first of those that people fill in.
const TO_FILL: u16 = 7;

/// The list to settle as a workbook, what is not checked on a sheet behind it.
pub fn reconciliation_workbook(
    messages: &Messages,
    table: &Table<'_>,
    found: &Reconciliation<'_>,
    tied: &BTreeMap<usize, Tied>,
) -> Result<Vec<u8>, WorkbookError> {
    let styles = Styles::new();
    let mut workbook = Workbook::new();
    let day = day_words(messages.language(), table.as_at);
    let label = messages.language().of(&table.ruling.adopted.adoption.label);
    let title = messages.say("settle-title", &[("label", Arg::Text(label)), ("day", Arg::Text(&day))]);
    let mut properties = DocProperties::new().set_title(clipped(&without_turns(&title), 255));
    // The clock is in no document: that of the table stands for it.
    if let Some(made) = excel_day(table.as_at.date()) {
        properties = properties.set_creation_datetime(&made);
    }
    workbook.set_properties(&properties);
    workbook.push_worksheet(list(messages, table, found, &styles)?);
    let untied = untied(messages, found, tied);
    if !untied.is_empty() {
        workbook.push_worksheet(not_checked(messages, table, &untied, &styles)?);
    }
    Ok(workbook.save_to_buffer()?)
}

fn list(
    messages: &Messages,
    table: &Table<'_>,
    found: &Reconciliation<'_>,
    styles: &Styles,
) -> Result<Worksheet, XlsxError> {
    let mut sheet = Sheet::new(&messages.word("settle-sheet"))?.printed([0, 0], paper(table))?;
    sheet.widths(&[5, 24, 30, 52, 52, 44, 24, 32, 20, 12])?;
    for (column, id) in (0_u16..).zip(HEADS) {
        sheet.text(0, column, &messages.word(id), &styles.head)?;
    }
    let mut at = 0;
    for line in settling_lines(messages, found) {
        let SettlingLine { kind, subject, places, arithmetic, agrees, settler } = line;
        let places = places.join("\n");
        at += 1;
        sheet.number((at, 0), &Exact::from(i64::from(at)), "0", &styles.plain)?;
        for (column, text) in (1_u16..).zip([kind, subject, places, arithmetic, agrees, settler]) {
            sheet.wrapped(at, column, &text, &styles.words)?;
        }
        for column in TO_FILL..TO_FILL + 3 {
            sheet.text(at, column, "", if column == TO_FILL + 2 { &styles.date } else { &styles.words })?;
        }
    }
    if at == 0 {
        sheet.text(1, 0, &messages.say("settle-count", &[("count", Arg::Count(0))]), &styles.soft)?;
    } else {
        sheet.inner.autofilter(0, 0, at, TO_FILL + 2)?;
    }
    sheet.inner.set_freeze_panes(1, 3)?;
    sheet.finished()
}

fn not_checked(
    messages: &Messages,
    table: &Table<'_>,
    untied: &[String],
    styles: &Styles,
) -> Result<Worksheet, XlsxError> {
    let mut sheet = Sheet::new(&messages.word("settle-sheet-unchecked"))?.printed([0, 0], paper(table))?;
    sheet.widths(&[120])?;
    sheet.text(0, 0, &messages.word("settle-sheet-unchecked"), &styles.head)?;
    for (at, line) in (1_u32..).zip(untied) {
        sheet.wrapped(at, 0, line, &styles.words)?;
    }
    sheet.finished()
}
