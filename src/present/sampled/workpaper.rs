//! The working paper of a sample: a cover with what draws it, and a row for each item
//! with room for what is found. `jalon sample --results` reads it back.
//!
//! The last column says in each row what draws the sample, as it is stored: the paper
//! comes back from any program, as a workbook or as CSV.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError,
};

use super::ShownSample;
use super::item::{Item, has_amounts};
use super::parameters::{drawn_words, sample_parameters, stratum_lines};
use super::results::projection_lines;
use crate::event::{Exact, Json, encode_value};
use crate::figures::Drawn;
use crate::plan::{Indicator, Unit};
use crate::present::harmless::without_turns;
use crate::present::paper::Paper;
use crate::present::workbook::{Sheet, Styles, WorkbookError, clipped, excel_day, unit_code};
use crate::present::{Arg, Messages};

/// The heads of the columns, by their messages.
pub const PAPER_HEADS: [&str; 20] = [
    "paper-nth",
    "column-entry",
    "column-entry-id",
    "column-from",
    "column-to",
    "column-type",
    "column-said",
    "paper-subject",
    "column-counts-on",
    "column-amount",
    "paper-stratum",
    "column-citation",
    "paper-documents",
    TESTED,
    "paper-exception",
    "paper-audited",
    "paper-remark",
    "paper-tester",
    "paper-on",
    "paper-sample",
];

const TESTED: &str = "paper-tested";

/// Where what is filled in begins, and where what draws the sample stands.
const FILLED: u16 = 13;
const AMOUNT: u16 = 9;
const AUDITED: u16 = 15;
const SAMPLE: u16 = 19;

/// Characters of each column.
const WIDTHS: [u16; 20] = [5, 8, 12, 11, 11, 26, 44, 24, 11, 15, 18, 32, 40, 9, 9, 15, 36, 14, 12, 14];

/// The bytes of the paper, the same for the same sample.
pub fn workpaper(messages: &Messages, shown: &ShownSample<'_>) -> Result<Vec<u8>, WorkbookError> {
    let styles = Styles::new();
    let mut workbook = Workbook::new();
    let day = shown.state.recorded().and_then(|moment| moment.day(shown.state.zone()));
    let day = day.unwrap_or(shown.sampling.as_at).date();
    let made = excel_day(day).map_or_else(|| ExcelDateTime::from_ymd(2000, 1, 1), Ok)?;
    let title = clipped(&without_turns(&messages.word("sample-title")), 255);
    workbook.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&made));
    workbook.push_worksheet(cover(messages, shown, &styles)?);
    workbook.push_worksheet(items(messages, shown, &styles)?);
    Ok(workbook.save_to_buffer()?)
}

/// What draws the sample, what it is drawn of, and how the paper is filled in.
fn cover(messages: &Messages, shown: &ShownSample<'_>, styles: &Styles) -> Result<Worksheet, XlsxError> {
    let mut sheet = Sheet::new(&messages.word("paper-cover"))?;
    sheet.widths(&[34, 78])?;
    sheet.text(0, 0, &messages.word("sample-title"), &styles.title)?;
    let mut at = 2;
    for parameter in sample_parameters(messages, shown) {
        sheet.text(at, 0, &parameter.name, &styles.soft)?;
        sheet.wrapped(at, 1, &parameter.value, &styles.paragraph)?;
        at += 1;
    }
    at += 1;
    sheet.text(at, 0, &messages.word("sample-strata"), &styles.objective)?;
    for line in stratum_lines(messages, shown) {
        at += 1;
        sheet.wrapped(at, 1, &line, &styles.paragraph)?;
    }
    for line in projection_lines(messages, shown) {
        at += 1;
        sheet.wrapped(at, 1, line.trim(), &styles.paragraph)?;
    }
    at += 2;
    sheet.text(at, 0, &messages.word("paper-how"), &styles.objective)?;
    for id in ["paper-how-fill", "paper-how-exception", "paper-how-back", "paper-how-again"] {
        at += 1;
        sheet.wrapped(at, 1, &messages.word(id), &styles.paragraph)?;
    }
    sheet.inner.set_portrait().set_paper_size(paper(shown)).set_print_fit_to_pages(1, 0);
    sheet.finished()
}

/// A row for each item.
fn items(messages: &Messages, shown: &ShownSample<'_>, styles: &Styles) -> Result<Worksheet, XlsxError> {
    let mut sheet = Sheet::new(&messages.word("paper-items"))?.printed([0, 0], paper(shown))?;
    sheet.widths(&WIDTHS)?;
    for (column, id) in (0_u16..).zip(PAPER_HEADS) {
        let look = if matches!(column, AMOUNT | AUDITED) { &styles.head_number } else { &styles.head };
        sheet.text(0, column, &messages.word(id), look)?;
    }
    let mut code = Vec::new();
    encode_value(&Json::Object(shown.sampling.to_data()), &mut code);
    let code = String::from_utf8(code).unwrap_or_default();
    for (row, drawn) in (1_u32..).zip(&shown.sample.items) {
        put_item(messages, shown, styles, &mut sheet, row, drawn)?;
        sheet.text(row, SAMPLE, &code, &styles.name)?;
    }
    let last = u32::try_from(shown.sample.items.len()).unwrap_or(u32::MAX).max(1);
    for column in [FILLED, FILLED + 1] {
        sheet.inner.add_data_validation(1, column, last, column, &yes_no(messages)?)?;
    }
    sheet.inner.autofilter(0, 0, last, SAMPLE)?;
    sheet.inner.set_freeze_panes(1, 2)?;
    sheet.finished()
}

fn put_item(
    messages: &Messages,
    shown: &ShownSample<'_>,
    styles: &Styles,
    sheet: &mut Sheet,
    row: u32,
    drawn: &Drawn,
) -> Result<(), XlsxError> {
    let item = Item::of(shown, &drawn.contribution);
    let (it, indicator) = (item.it, shown.row.indicator);
    let whole = |number: u64| Exact::from(i64::try_from(number).unwrap_or(i64::MAX));
    sheet.number((row, 0), &whole(row.into()), "0", &styles.number)?;
    sheet.number((row, 1), &whole(it.sequence), "0", &styles.number)?;
    sheet.text(row, 2, &it.id.to_string(), &styles.plain)?;
    sheet.day(row, 3, it.occurred.from, &styles.date)?;
    sheet.day(row, 4, it.occurred.to, &styles.date)?;
    sheet.wrapped(row, 5, &item.kind(messages, shown), &styles.words)?;
    sheet.wrapped(row, 6, &item.said(messages, shown), &styles.words)?;
    sheet.wrapped(row, 7, &item.subject(messages, shown), &styles.words)?;
    sheet.day(row, 8, it.date, &styles.date)?;
    if has_amounts(shown) {
        sheet.number(
            (row, AMOUNT),
            &it.amount,
            &amount_code(messages, indicator, &it.amount),
            &styles.number,
        )?;
    } else {
        sheet.text(row, AMOUNT, "", &styles.number)?;
    }
    sheet.wrapped(row, 10, &drawn_words(messages, drawn.stratum), &styles.words)?;
    sheet.wrapped(row, 11, &item.citation(messages), &styles.words)?;
    let documents: Vec<String> = item.documents().iter().map(|it| document_words(messages, it)).collect();
    sheet.wrapped(row, 12, &documents.join("\n"), &styles.words)?;
    put_filled(messages, shown, styles, sheet, row, drawn)
}

/// What is recorded already, and empty cells for what is to be filled in.
fn put_filled(
    messages: &Messages,
    shown: &ShownSample<'_>,
    styles: &Styles,
    sheet: &mut Sheet,
    row: u32,
    drawn: &Drawn,
) -> Result<(), XlsxError> {
    let it = &drawn.contribution;
    let word = |truth: bool| messages.word(if truth { "yes" } else { "no" });
    let test = shown.test(it.id);
    let tested = test.map(|_| word(true)).unwrap_or_default();
    let exception = test.map(|test| word(test.exception)).unwrap_or_default();
    sheet.text(row, FILLED, &tested, &styles.filled)?;
    sheet.text(row, FILLED + 1, &exception, &styles.filled)?;
    let code = amount_code(messages, shown.row.indicator, &it.amount);
    match test.and_then(|test| test.audited.as_ref()) {
        Some(audited) => sheet.number((row, AUDITED), audited, &code, &styles.filled)?,
        None => sheet.text(row, AUDITED, "", &styles.filled.clone().set_num_format(code))?,
    }
    let remark = test.and_then(|test| test.remark.clone()).unwrap_or_default();
    sheet.wrapped(row, AUDITED + 1, &remark, &styles.filled)?;
    sheet.text(row, AUDITED + 2, "", &styles.filled)?;
    match test.and_then(|test| test.on) {
        Some(on) => sheet.day(row, AUDITED + 3, on, &styles.filled_date),
        None => sheet.text(row, AUDITED + 3, "", &styles.filled_date),
    }
}

/// A document by what anyone can check it with.
fn document_words(messages: &Messages, document: &crate::event::Evidence) -> String {
    let kind = messages.word(&format!("evidence-{}", document.kind.word()));
    let values = [
        ("name", Arg::Text(&document.name)),
        ("kind", Arg::Text(&kind)),
        ("blake3", Arg::Shown(&document.blake3)),
        ("sha256", Arg::Shown(&document.sha256)),
    ];
    messages.say("paper-document", &values)
}

/// The unit's format with all the decimals that the amount has; of percentages as the
/// bare numbers that they are.
fn amount_code(messages: &Messages, indicator: &Indicator, amount: &Exact) -> String {
    let decimals = amount.to_decimal().and_then(|text| Some(text.split_once('.')?.1.len()));
    let decimals = decimals.and_then(|count| u32::try_from(count).ok()).unwrap_or(0);
    let shown = Indicator { decimals: decimals.max(indicator.decimals).min(18), ..indicator.clone() };
    let code = unit_code(messages, &shown);
    if matches!(indicator.unit(), Unit::Percent) { code.replace('%', "") } else { code }
}

/// Yes or no, and nothing else.
fn yes_no(messages: &Messages) -> Result<DataValidation, XlsxError> {
    let words = ["yes", "no"].map(|id| messages.word(id));
    DataValidation::new()
        .allow_list_strings(&words)?
        .set_error_style(DataValidationErrorStyle::Stop)
        .set_error_message(messages.word("template-not-a-choice"))
}

/// The paper of the ledger's zone, by its number in workbooks.
fn paper(shown: &ShownSample<'_>) -> u8 {
    match Paper::of_zone(shown.state.zone().name()) {
        Paper::Letter => 1,
        Paper::A4 => 9,
    }
}
