//! The sheet of contributions: for each indicator a row with its value, and
//! below it the entries that make it.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::Book;
use super::codes::unit_code;
use super::entries::{Named, Spot, citation, documents, put_entry, version};
use super::sheet::{Sheet, cell, place};
use super::table_sheet::in_cells;
use crate::event::Exact;
use crate::figures::{Contribution, RowTable};
use crate::plan::{Indicator, Kind};
use crate::present::amounts::shown_amounts;
use crate::present::reasons::remark_words;

/// Where the amounts stand.
const AMOUNT: u16 = 8;
/// Where the value's label stands, with the types of entries below it.
const LABEL: u16 = 5;

const HEADS: [&str; 14] = [
    "column-id",
    "column-entry",
    "column-entry-id",
    "column-from",
    "column-to",
    "column-type",
    "column-said",
    "column-counts-on",
    "column-amount",
    "column-grade",
    "column-remark",
    "column-citation",
    "column-documents",
    "column-recorded",
];

pub(super) fn sheet(book: &Book<'_, '_>) -> Result<Worksheet, XlsxError> {
    let mut sheet = Sheet::new(&book.layout.names[1])?.printed([0, 0], book.paper())?;
    sheet.widths(&[22, 8, 12, 11, 11, 30, 48, 11, 16, 22, 28, 40, 26, 11])?;
    sheet.heads(book, &HEADS, &[AMOUNT])?;
    for row in book.layout.indicators() {
        let Some(at) = book.layout.block(&row.indicator.id) else { continue };
        put_head(book, &mut sheet, at, row)?;
        let amounts = shown_amounts(book.table.ruling, row);
        for (at, (it, (unit, _))) in (at + 1..).zip(row.value.contributions.iter().zip(amounts)) {
            put_contribution(book, &mut sheet, at, row, it, unit)?;
        }
    }
    sheet.inner.set_freeze_panes(1, 0)?;
    sheet.finished()
}

/// The value: its label leads back to the table, and its sum is a formula over
/// the amounts below wherever they make it.
fn put_head(book: &Book<'_, '_>, sheet: &mut Sheet, at: u32, row: &RowTable<'_>) -> Result<(), XlsxError> {
    let (messages, styles, indicator) = (book.messages, &book.styles, row.indicator);
    for column in 0..u16::try_from(HEADS.len()).unwrap_or(14) {
        sheet.text(at, column, "", &styles.group)?;
    }
    sheet.text(at, 0, &indicator.id, &styles.group)?;
    if let Some(place_of) = book.layout.place(&indicator.id) {
        sheet.link(at, LABEL, &place(&book.layout.names[0], place_of, 2), &styles.linked)?;
    }
    let language = messages.language();
    let heading = indicator.heading.as_ref().map(|words| format!("{} — ", language.of(words)));
    let label = format!("{}{}", heading.unwrap_or_default(), language.of(&indicator.label));
    sheet.text(at, LABEL, &label, &styles.linked)?;
    let Some(delivered) = row.value.delivered.as_ref().filter(|_| indicator.rule.kind != Kind::Narrative)
    else {
        return Ok(());
    };
    let (value, code) = (in_cells(indicator, delivered), unit_code(messages, indicator));
    let amounts = &row.value.contributions;
    let sum: Exact = amounts.iter().map(|it| &it.amount).sum();
    if sum != *delivered || amounts.is_empty() {
        return sheet.number((at, AMOUNT), &value, &code, &styles.group_number);
    }
    let last = at + u32::try_from(amounts.len()).unwrap_or(u32::MAX);
    let formula = format!("SUBTOTAL(9,{}:{})", cell(at + 1, AMOUNT), cell(last, AMOUNT));
    sheet.formula((at, AMOUNT), &formula, &value, &code, &styles.group_number)
}

fn put_contribution(
    book: &Book<'_, '_>,
    sheet: &mut Sheet,
    at: u32,
    row: &RowTable<'_>,
    it: &Contribution,
    unit: &Indicator,
) -> Result<(), XlsxError> {
    let (messages, styles) = (book.messages, &book.styles);
    let named = Named { sequence: it.sequence, version: it.version, id: it.id, occurred: it.occurred };
    sheet.text(at, 0, &row.indicator.id, &styles.plain)?;
    put_entry(book, sheet, Spot { row: at, column: 1 }, &named)?;
    sheet.day(at, 7, it.date, &styles.date)?;
    // A row in words has no amounts.
    if row.indicator.rule.kind == Kind::Narrative {
        sheet.text(at, AMOUNT, "", &styles.number)?;
    } else {
        sheet.number(
            (at, AMOUNT),
            &in_cells(unit, &it.amount),
            &amount_code(book, unit, it),
            &styles.number,
        )?;
    }
    sheet.wrapped(at, 9, &messages.word(&format!("grade-{}", it.grade.word())), &styles.grade)?;
    let remark = it.remark.map(|remark| remark_words(messages, remark)).unwrap_or_default();
    sheet.wrapped(at, 10, &remark, &styles.words)?;
    sheet.wrapped(at, 11, &citation(book, &named), &styles.words)?;
    sheet.wrapped(at, 12, &documents(book, &named), &styles.words)?;
    match version(book, &named) {
        Some(version) => sheet.day(at, 13, version.recorded, &styles.date),
        None => Ok(()),
    }
}

/// The unit's format, with all the decimals that the amount has.
fn amount_code(book: &Book<'_, '_>, unit: &Indicator, it: &Contribution) -> String {
    let decimals = it.amount.to_decimal().and_then(|text| Some(text.split_once('.')?.1.len()));
    let decimals = decimals.and_then(|count| u32::try_from(count).ok()).unwrap_or(0);
    if decimals <= unit.decimals {
        return unit_code(book.messages, unit);
    }
    unit_code(book.messages, &Indicator { decimals: decimals.min(18), ..unit.clone() })
}
