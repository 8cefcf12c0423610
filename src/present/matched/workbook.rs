//! A list beside the ledger, as a workbook: what is compared, what is one, and what is
//! missing on either side.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use super::ShownMatch;
use super::words::{count_lines, match_title, said_words, why_words};
use crate::audit::LedgerItem;
use crate::event::Exact;
use crate::exchange::OutsideRow;
use crate::present::harmless::without_turns;
use crate::present::workbook::{Sheet, Styles, WorkbookError, clipped, excel_day};
use crate::present::{Arg, Messages};

/// Heads of what the list says, and of what the ledger says.
const LISTED: [&str; 7] = [
    "match-column-place",
    "column-from",
    "column-to",
    "column-amount",
    "match-column-name",
    "match-column-title",
    "match-column-reference",
];
const OWN: [&str; 6] =
    ["column-entry", "column-entry-id", "column-from", "column-to", "column-said", "match-column-amounts"];
const LISTED_WIDTHS: [u16; 7] = [12, 11, 11, 14, 30, 34, 16];
const OWN_WIDTHS: [u16; 6] = [8, 12, 11, 11, 48, 18];

/// The bytes, the same for the same list and ledger.
pub fn matched_workbook(messages: &Messages, shown: &ShownMatch<'_>) -> Result<Vec<u8>, WorkbookError> {
    let writer = Writer { messages, shown, styles: Styles::new() };
    let mut workbook = Workbook::new();
    let day = shown.state.recorded().and_then(|moment| moment.day(shown.state.zone()));
    let made = day.and_then(|day| excel_day(day.date()));
    let made = made.map_or_else(|| ExcelDateTime::from_ymd(2000, 1, 1), Ok)?;
    let title = clipped(&without_turns(&match_title(messages, shown)), 255);
    workbook.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&made));
    workbook.push_worksheet(writer.cover()?);
    workbook.push_worksheet(writer.pairs()?);
    workbook.push_worksheet(writer.missing_in_ledger()?);
    workbook.push_worksheet(writer.missing_in_list()?);
    Ok(workbook.save_to_buffer()?)
}

struct Writer<'w, 'a> {
    messages: &'w Messages,
    shown: &'w ShownMatch<'a>,
    styles: Styles,
}

impl Writer<'_, '_> {
    fn cover(&self) -> Result<Worksheet, XlsxError> {
        let mut sheet = Sheet::new(&self.messages.word("match-sheet"))?;
        sheet.widths(&[96])?;
        sheet.wrapped(0, 0, &match_title(self.messages, self.shown), &self.styles.title)?;
        let apart = usize::try_from(self.shown.apart).unwrap_or(usize::MAX);
        let known = self.shown.state.size();
        let head = self.shown.state.head().to_string();
        let lines = count_lines(self.messages, self.shown).into_iter().chain([
            self.messages.say("match-apart", &[("count", Arg::Count(apart))]),
            self.messages.say("match-known", &[("size", Arg::Shown(&known)), ("head", Arg::Text(&head))]),
        ]);
        for (row, line) in (2..).zip(lines) {
            sheet.wrapped(row, 0, &line, &self.styles.paragraph)?;
        }
        sheet.finished()
    }

    /// A sheet with these heads.
    fn sheet(&self, name: &str, heads: &[&str], widths: &[u16]) -> Result<Sheet, XlsxError> {
        let mut sheet = Sheet::new(&self.messages.word(name))?.printed([0, 0], 9)?;
        sheet.widths(widths)?;
        for (column, id) in (0_u16..).zip(heads) {
            sheet.text(0, column, &self.messages.word(id), &self.styles.head)?;
        }
        sheet.inner.set_freeze_panes(1, 0)?;
        Ok(sheet)
    }

    fn pairs(&self) -> Result<Worksheet, XlsxError> {
        let heads = [&["match-column-kind", "match-column-why"], &LISTED[..], &OWN[..]].concat();
        let widths = [&[14, 40], &LISTED_WIDTHS[..], &OWN_WIDTHS[..]].concat();
        let mut sheet = self.sheet("match-sheet-pairs", &heads, &widths)?;
        for (row, pair) in (1_u32..).zip(&self.shown.matched.pairs) {
            let kind = if pair.likeness.is_exact { "match-kind-exact" } else { "match-kind-near" };
            let kind = if pair.likeness.differs() { "match-kind-differs" } else { kind };
            sheet.text(row, 0, &self.messages.word(kind), &self.styles.words)?;
            sheet.wrapped(row, 1, &why_words(self.messages, pair), &self.styles.words)?;
            self.put_row(&mut sheet, (row, 2), &self.shown.rows[pair.row])?;
            self.put_item(&mut sheet, (row, 9), &self.shown.items[pair.item])?;
        }
        sheet.finished()
    }

    fn missing_in_ledger(&self) -> Result<Worksheet, XlsxError> {
        let mut sheet = self.sheet("match-sheet-missing-in-ledger", &LISTED, &LISTED_WIDTHS)?;
        for (row, at) in (1_u32..).zip(&self.shown.matched.missing_in_ledger) {
            self.put_row(&mut sheet, (row, 0), &self.shown.rows[*at])?;
        }
        sheet.finished()
    }

    fn missing_in_list(&self) -> Result<Worksheet, XlsxError> {
        let mut sheet = self.sheet("match-sheet-missing-in-list", &OWN, &OWN_WIDTHS)?;
        for (row, at) in (1_u32..).zip(&self.shown.matched.missing_in_list) {
            self.put_item(&mut sheet, (row, 0), &self.shown.items[*at])?;
        }
        sheet.finished()
    }

    fn put_row(
        &self,
        sheet: &mut Sheet,
        (at, column): (u32, u16),
        row: &OutsideRow,
    ) -> Result<(), XlsxError> {
        let styles = &self.styles;
        sheet.text(at, column, &row.spot.within(), &styles.plain)?;
        if let Some(days) = row.days {
            sheet.day(at, column + 1, days.from, &styles.date)?;
            sheet.day(at, column + 2, days.to, &styles.date)?;
        }
        if let Some(amount) = &row.amount {
            sheet.number((at, column + 3), amount, &code(amount), &styles.number)?;
        }
        for (further, text) in (4..).zip([&row.name, &row.title, &row.reference]) {
            sheet.wrapped(at, column + further, text.as_deref().unwrap_or_default(), &styles.words)?;
        }
        Ok(())
    }

    fn put_item(
        &self,
        sheet: &mut Sheet,
        (at, column): (u32, u16),
        item: &LedgerItem,
    ) -> Result<(), XlsxError> {
        let styles = &self.styles;
        let place = Exact::from(i64::try_from(item.sequence).unwrap_or(i64::MAX));
        sheet.number((at, column), &place, "0", &styles.number)?;
        sheet.text(at, column + 1, &item.id.to_string(), &styles.plain)?;
        sheet.day(at, column + 2, item.occurred.from, &styles.date)?;
        sheet.day(at, column + 3, item.occurred.to, &styles.date)?;
        sheet.wrapped(at, column + 4, &said_words(self.messages, self.shown, item), &styles.words)?;
        if let Some(amount) = item.amounts.first() {
            sheet.number((at, column + 5), amount, &code(amount), &styles.number)?;
        }
        Ok(())
    }
}

/// A number with the decimals that it has.
fn code(amount: &Exact) -> String {
    let decimals = amount.to_decimal().and_then(|text| Some(text.split_once('.')?.1.len())).unwrap_or(0);
    if decimals == 0 { "#,##0".to_owned() } else { format!("#,##0.{}", "0".repeat(decimals.min(18))) }
}
