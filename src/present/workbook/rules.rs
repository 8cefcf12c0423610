//! The sheet of rules: how each value is made, and who says so.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::Book;
use super::sheet::Sheet;
use crate::present::{Arg, day_words, rule_sentence};

const HEADS: [&str; 6] =
    ["column-id", "column-indicator", "column-status", "column-approved", "column-rule", "column-rule-words"];

pub(super) fn sheet(book: &Book<'_, '_>) -> Result<Worksheet, XlsxError> {
    let (messages, styles) = (book.messages, &book.styles);
    let language = messages.language();
    let mut sheet = Sheet::new(&book.layout.names[3])?.printed([0, 0], book.paper())?;
    sheet.widths(&[22, 48, 13, 26, 60, 60])?;
    for (column, id) in (0..).zip(HEADS) {
        sheet.text(0, column, &messages.word(id), &styles.head)?;
    }
    for (at, row) in (1..).zip(book.layout.indicators()) {
        let indicator = row.indicator;
        sheet.text(at, 0, &indicator.id, &styles.plain)?;
        let title = book.layout.title(messages, row);
        sheet.wrapped(at, 1, &title, &styles.words)?;
        let status = messages.word(&format!("status-{}", indicator.status.word()));
        sheet.wrapped(at, 2, &status, &styles.words)?;
        let approved = indicator.approved.as_ref().map(|it| {
            let day = day_words(language, it.on);
            messages.say("rule-approved", &[("by", Arg::Text(language.of(&it.by))), ("day", Arg::Text(&day))])
        });
        sheet.wrapped(at, 3, &approved.unwrap_or_default(), &styles.words)?;
        let rule = rule_sentence(messages, book.state, book.table.ruling, indicator);
        sheet.wrapped(at, 4, &rule, &styles.words)?;
        let words = indicator.words.as_ref().map(|words| language.of(words)).unwrap_or_default();
        sheet.wrapped(at, 5, words, &styles.words)?;
    }
    sheet.inner.set_freeze_panes(1, 0)?;
    sheet.finished()
}
