//! The sheet of what was looked at and not counted, and why.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::Book;
use super::entries::{Named, Spot, citation, put_entry};
use super::sheet::{Sheet, place};
use crate::present::reasons::reason_words;

const HEADS: [&str; 10] = [
    "column-id",
    "column-indicator",
    "column-entry",
    "column-entry-id",
    "column-from",
    "column-to",
    "column-type",
    "column-said",
    "column-reason",
    "column-citation",
];

pub(super) fn sheet(book: &Book<'_, '_>) -> Result<Worksheet, XlsxError> {
    let (messages, styles) = (book.messages, &book.styles);
    let mut sheet = Sheet::new(&book.layout.names[2])?.printed([0, 0], book.paper())?;
    sheet.widths(&[22, 40, 8, 12, 11, 11, 30, 48, 48, 40])?;
    sheet.heads(book, &HEADS, &[])?;
    let mut at = 0;
    for row in book.layout.indicators() {
        for it in &row.value.not_counted {
            at += 1;
            let named =
                Named { sequence: it.sequence, version: it.version, id: it.id, occurred: it.occurred };
            sheet.text(at, 0, &row.indicator.id, &styles.plain)?;
            if let Some(block) = book.layout.place(&row.indicator.id) {
                sheet.link(at, 1, &place(&book.layout.names[0], block, 2), &styles.words)?;
            }
            let title = book.layout.title(messages, row);
            sheet.wrapped(at, 1, &title, &styles.words)?;
            put_entry(book, &mut sheet, Spot { row: at, column: 2 }, &named)?;
            let kind = book.state.record(it.id).and_then(|record| book.state.activity_type(&record.kind));
            sheet.wrapped(at, 8, &reason_words(messages, book.state, kind, &it.reason), &styles.words)?;
            sheet.wrapped(at, 9, &citation(book, &named), &styles.words)?;
        }
    }
    if at == 0 {
        sheet.text(1, 0, &messages.word("sheet-nothing"), &styles.soft)?;
    } else {
        sheet.inner.autofilter(0, 0, at, 9)?;
    }
    sheet.inner.set_freeze_panes(1, 0)?;
    sheet.finished()
}
