//! The sheet of contributions: for each indicator a row with its value, and
//! below it the entries that make it; of a share those of both its sides.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::Book;
use super::codes::unit_code;
use super::entries::{Named, Spot, citation, documents, put_entry, version};
use super::sheet::{Sheet, cell, place};
use super::sides::{Side, side_rows, sides};
use super::table_sheet::in_cells;
use crate::event::Exact;
use crate::figures::{Contribution, RowTable, Value};
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
        put_below(book, &mut sheet, at, row)?;
    }
    sheet.inner.set_freeze_panes(1, 0)?;
    sheet.finished()
}

/// What the value is made of: its entries, or both sides of a share.
fn put_below(book: &Book<'_, '_>, sheet: &mut Sheet, at: u32, row: &RowTable<'_>) -> Result<(), XlsxError> {
    let Some(sides) = sides(book.table.ruling, row) else {
        let amounts = shown_amounts(book.table.ruling, row);
        for (at, (it, (unit, _))) in (at + 1..).zip(row.value.contributions.iter().zip(amounts)) {
            put_contribution(book, sheet, at, row, it, unit)?;
        }
        return Ok(());
    };
    for (head, side) in side_rows(at, &sides).into_iter().zip(&sides) {
        put_side(book, sheet, head, row, side)?;
        for (at, it) in (head + 1..).zip(&side.value.contributions) {
            put_contribution(book, sheet, at, row, it, side.indicator)?;
        }
    }
    Ok(())
}

/// The value: its label leads back to the table, and it is a formula over the
/// amounts below wherever they make it.
fn put_head(book: &Book<'_, '_>, sheet: &mut Sheet, at: u32, row: &RowTable<'_>) -> Result<(), XlsxError> {
    let (messages, styles, indicator) = (book.messages, &book.styles, row.indicator);
    put_band(book, sheet, at, row)?;
    if let Some(place_of) = book.layout.place(&indicator.id) {
        sheet.link(at, LABEL, &place(&book.layout.names[0], place_of, 2), &styles.linked)?;
    }
    sheet.text(at, LABEL, messages.language().of(&indicator.title()), &styles.linked)?;
    let Some(delivered) = row.value.delivered.as_ref().filter(|_| indicator.rule.kind != Kind::Narrative)
    else {
        return Ok(());
    };
    let (value, code) = (in_cells(indicator, delivered), unit_code(messages, indicator));
    match formula(book, at, row) {
        Some(formula) => sheet.formula((at, AMOUNT), &formula, &value, &code, &styles.group_number),
        None => sheet.number((at, AMOUNT), &value, &code, &styles.group_number),
    }
}

/// The number of one side of a share, above its entries.
fn put_side(
    book: &Book<'_, '_>,
    sheet: &mut Sheet,
    at: u32,
    row: &RowTable<'_>,
    side: &Side<'_>,
) -> Result<(), XlsxError> {
    let (messages, look) = (book.messages, &book.styles.group_number);
    put_band(book, sheet, at, row)?;
    sheet.text(at, LABEL, messages.language().of(&side.indicator.title()), &book.styles.group)?;
    let (value, code) = (in_cells(side.indicator, side.number), unit_code(messages, side.indicator));
    match over_amounts(at, side.indicator, side.value) {
        Some(formula) => sheet.formula((at, AMOUNT), &formula, &value, &code, look),
        None => sheet.number((at, AMOUNT), &value, &code, look),
    }
}

fn put_band(book: &Book<'_, '_>, sheet: &mut Sheet, at: u32, row: &RowTable<'_>) -> Result<(), XlsxError> {
    for column in 0..u16::try_from(HEADS.len()).unwrap_or(14) {
        sheet.text(at, column, "", &book.styles.group)?;
    }
    sheet.text(at, 0, &row.indicator.id, &book.styles.group)
}

/// The value of a row as a reference to its formula on this sheet, where it is
/// one.
pub(super) fn reference(book: &Book<'_, '_>, row: &RowTable<'_>) -> Option<String> {
    let at = book.layout.block(&row.indicator.id)?;
    formula(book, at, row)?;
    let place = place(&book.layout.names[1], at, AMOUNT);
    place.strip_prefix("internal:").map(str::to_owned)
}

/// How the value follows from what stands below it, where it does.
fn formula(book: &Book<'_, '_>, at: u32, row: &RowTable<'_>) -> Option<String> {
    let Some(sides) = sides(book.table.ruling, row) else {
        return over_amounts(at, row.indicator, &row.value);
    };
    let [part, whole] = side_rows(at, &sides);
    Some(format!("{}/{}", cell(part, AMOUNT), cell(whole, AMOUNT)))
}

/// A value as the sum or the mean of its amounts, which stand below it.
fn over_amounts(at: u32, indicator: &Indicator, value: &Value) -> Option<String> {
    let (delivered, amounts) = (value.delivered.as_ref()?, &value.contributions);
    let count = u32::try_from(amounts.len()).ok().filter(|count| *count > 0)?;
    let area = format!("{}:{}", cell(at + 1, AMOUNT), cell(at + count, AMOUNT));
    let sum: Exact = amounts.iter().map(|it| &it.amount).sum();
    match indicator.rule.kind {
        Kind::Share | Kind::Narrative => None,
        Kind::Mean => {
            let mean = sum.divided_by(&Exact::from(i64::from(count)))?;
            (mean == *delivered).then(|| format!("AVERAGE({area})"))
        }
        _ => (sum == *delivered).then(|| format!("SUBTOTAL(9,{area})")),
    }
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
