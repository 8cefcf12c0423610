//! The sheet of the table, as the plan prints it.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::codes::{change_code, percent_code, unit_code, value_code};
use super::contributions::reference;
use super::layout::Laid;
use super::sheet::{Sheet, cell, place};
use super::{Book, paper};
use crate::event::{Day, Exact};
use crate::figures::{GroupTable, RowTable, Value};
use crate::plan::{Indicator, Kind, Number, Unit};
use crate::present::printed::parameters;
use crate::present::table::{
    grade_marks, group_percent, group_reached, heads, legend_lines, table_title, value_words,
};
use crate::present::{Messages, day_words};

const LABEL: u16 = 0;
const TARGET: u16 = 1;
const DELIVERED: u16 = 2;
const PERCENT: u16 = 3;
const GRADE: u16 = 4;
/// What is certain of a value that is said in words.
const CERTAIN: u16 = 5;
const BEFORE: u16 = 6;
const BEFORE_PERCENT: u16 = 7;
const CHANGE: u16 = 8;

pub(super) fn sheet(book: &Book<'_, '_>) -> Result<Worksheet, XlsxError> {
    let head = book.layout.head;
    let mut sheet = Sheet::new(&book.layout.names[0])?.printed([head, head], book.paper())?;
    sheet.widths(&[62, 15, 17, 12, 20, 14])?;
    if book.compared.is_some() {
        sheet.inner.set_column_range_width(BEFORE, CHANGE, 15)?;
    }
    let title = match book.compared {
        Some(comparison) => crate::present::compared::comparison_title(book.messages, comparison),
        None => table_title(book.messages, book.table),
    };
    sheet.inner.set_row_height(0, 26)?;
    sheet.text(0, LABEL, &title, &book.styles.title)?;
    for (row, line) in (1..).zip(&book.layout.above) {
        sheet.text(row, LABEL, line, &book.styles.soft)?;
    }
    put_heads(book, &mut sheet)?;
    for (at, laid) in &book.layout.rows {
        match laid {
            Laid::Objective(words) => {
                sheet.inner.set_row_height(*at, 24)?;
                sheet.text(*at, LABEL, words, &book.styles.objective)?;
            }
            Laid::Group(group) => put_group(book, &mut sheet, *at, group)?,
            Laid::Heading(words) => sheet.wrapped(*at, LABEL, words, &book.styles.heading)?,
            Laid::Row(row) => put_row(book, &mut sheet, *at, row)?,
        }
    }
    let is_in_words = |row: &RowTable<'_>| row.value.delivered.is_some() && plain(row).is_none();
    if !book.layout.indicators().any(is_in_words) {
        sheet.inner.set_column_hidden(CERTAIN)?;
    }
    sheet.inner.set_freeze_panes(head + 1, 1)?;
    put_below(book, &mut sheet)?;
    sheet.finished()
}

impl Book<'_, '_> {
    /// The paper of the ledger's zone, by its number in workbooks.
    pub(super) fn paper(&self) -> u8 {
        paper(self.table)
    }

    /// The row at the older date.
    fn older(&self, id: &str) -> Option<&RowTable<'_>> {
        self.compared.and_then(|comparison| comparison.older_row(id))
    }
}

fn put_heads(book: &Book<'_, '_>, sheet: &mut Sheet) -> Result<(), XlsxError> {
    let messages = book.messages;
    let at = book.layout.head;
    let [target, delivered, percent] = heads(messages, book.table);
    let mut put = |column, words: &str, look: &Format| sheet.text(at, column, words, look);
    put(LABEL, &messages.word("column-indicator"), &book.styles.head)?;
    put(TARGET, &target, &book.styles.head_number)?;
    put(DELIVERED, &delivered, &book.styles.head_number)?;
    put(PERCENT, &percent, &book.styles.head_number)?;
    put(GRADE, &messages.word("column-grade"), &book.styles.head_marks)?;
    put(CERTAIN, &messages.word("column-certain"), &book.styles.head_number)?;
    let Some(comparison) = book.compared else { return Ok(()) };
    let day = |day: Day| day_words(messages.language(), day);
    put(BEFORE, &day(comparison.older.as_at), &book.styles.head_number)?;
    put(BEFORE_PERCENT, "%", &book.styles.head_number)?;
    put(CHANGE, &messages.word("column-change"), &book.styles.head_number)
}

fn put_group(
    book: &Book<'_, '_>,
    sheet: &mut Sheet,
    at: u32,
    group: &GroupTable<'_>,
) -> Result<(), XlsxError> {
    let (messages, styles) = (book.messages, &book.styles);
    let label = messages.language().of(&group.group.label);
    sheet.wrapped(at, LABEL, label, &styles.group)?;
    let last = if book.compared.is_some() { CHANGE } else { CERTAIN };
    for column in [TARGET, DELIVERED, CERTAIN].into_iter().chain(BEFORE..=last) {
        sheet.text(at, column, "", &styles.group)?;
    }
    sheet.text(at, GRADE, &group_reached(messages, group), &styles.reached)?;
    put_mean(book, sheet, (at, PERCENT), group)?;
    let older = book.compared.and_then(|comparison| comparison.older_group(&group.group.id));
    older.map_or(Ok(()), |older| put_mean(book, sheet, (at, BEFORE_PERCENT), older))
}

/// The mean of the rows' percentages, as a formula over their cells.
fn put_mean(
    book: &Book<'_, '_>,
    sheet: &mut Sheet,
    at: (u32, u16),
    group: &GroupTable<'_>,
) -> Result<(), XlsxError> {
    let look = &book.styles.group_number;
    let included: Vec<u32> = group
        .rows
        .iter()
        .filter(|row| row.reached.is_some() && row.indicator.rule.kind != Kind::Narrative)
        .filter(|row| group.group.mean.as_ref().is_none_or(|mean| mean.contains(&row.indicator.id)))
        .filter_map(|row| book.layout.place(&row.indicator.id))
        .collect();
    match &group.percent {
        Some(percent) if !included.is_empty() => {
            let formula = format!("AVERAGE({})", ranges(&included, at.1));
            sheet.formula(at, &formula, percent, &percent_code(book.messages, 0), look)
        }
        _ => sheet.text(at.0, at.1, &group_percent(book.messages, group), look),
    }
}

/// Cells of a column, those that follow each other as a range.
fn ranges(rows: &[u32], column: u16) -> String {
    let mut runs: Vec<[u32; 2]> = Vec::new();
    for &row in rows {
        match runs.last_mut() {
            Some(run) if run[1] + 1 == row => run[1] = row,
            _ => runs.push([row, row]),
        }
    }
    let name = |[from, to]: [u32; 2]| {
        if from == to { cell(from, column) } else { format!("{}:{}", cell(from, column), cell(to, column)) }
    };
    runs.into_iter().map(name).collect::<Vec<_>>().join(",")
}

fn put_row(book: &Book<'_, '_>, sheet: &mut Sheet, at: u32, row: &RowTable<'_>) -> Result<(), XlsxError> {
    let (messages, styles, indicator) = (book.messages, &book.styles, row.indicator);
    let label = if indicator.heading.is_some() { &styles.label_under } else { &styles.label };
    sheet.wrapped(at, LABEL, messages.language().of(&indicator.label), label)?;
    match row.target {
        Some(target) => {
            let number = in_cells(indicator, &target.value.exact());
            sheet.number((at, TARGET), &number, &unit_code(messages, indicator), &styles.number)?;
        }
        None => sheet.text(at, TARGET, "", &styles.number)?,
    }
    let leading = styles.leading();
    if let Some(block) = book.layout.block(&indicator.id) {
        sheet.link(at, DELIVERED, &place(&book.layout.names[1], block, 0), &leading)?;
    }
    match reference(book, row).zip(plain(row)) {
        // It follows the entries below it there.
        Some((formula, number)) => {
            let code = value_code(messages, indicator, &row.value);
            sheet.formula((at, DELIVERED), &formula, &in_cells(indicator, number), &code, &leading)?;
        }
        None => put_value(messages, sheet, (at, DELIVERED), row, &leading)?,
    }
    put_percent(messages, sheet, (at, PERCENT), DELIVERED, row, &styles.number)?;
    sheet.text(at, GRADE, &grade_marks(&row.value), &styles.marks)?;
    match row.value.delivered.as_ref().filter(|_| plain(row).is_none()) {
        Some(certain) => {
            let code = unit_code(messages, indicator);
            sheet.number((at, CERTAIN), &in_cells(indicator, certain), &code, &styles.number)?;
        }
        None => sheet.text(at, CERTAIN, "", &styles.number)?,
    }
    put_older(book, sheet, at, row)
}

/// The value at the older date, and by how much it changed.
fn put_older(book: &Book<'_, '_>, sheet: &mut Sheet, at: u32, row: &RowTable<'_>) -> Result<(), XlsxError> {
    let (messages, look) = (book.messages, &book.styles.number);
    let Some(older) = book.older(&row.indicator.id) else { return Ok(()) };
    put_value(messages, sheet, (at, BEFORE), older, look)?;
    put_percent(messages, sheet, (at, BEFORE_PERCENT), BEFORE, older, look)?;
    match book.compared.and_then(|comparison| comparison.change_of(row)) {
        Some(change) if plain(row).is_some() && plain(older).is_some() => {
            let formula = format!("{}-{}", cell(at, DELIVERED), cell(at, BEFORE));
            let code = change_code(messages, row.indicator);
            sheet.formula((at, CHANGE), &formula, &in_cells(row.indicator, &change), &code, look)
        }
        _ => sheet.text(at, CHANGE, "", look),
    }
}

/// The value as a number where it is one, else in words.
fn put_value(
    messages: &Messages,
    sheet: &mut Sheet,
    at: (u32, u16),
    row: &RowTable<'_>,
    look: &Format,
) -> Result<(), XlsxError> {
    match plain(row) {
        Some(number) => {
            let code = value_code(messages, row.indicator, &row.value);
            sheet.number(at, &in_cells(row.indicator, number), &code, look)
        }
        None => sheet.text(at.0, at.1, &value_words(messages, row), look),
    }
}

/// The number of a value that is one: not n/d, at least, or between bounds.
fn plain<'r>(row: &'r RowTable<'_>) -> Option<&'r Exact> {
    let is_number = |value: &Value| value.is_certain() && row.indicator.rule.kind != Kind::Narrative;
    row.value.delivered.as_ref().filter(|_| is_number(&row.value))
}

/// The percentage as a formula over target and value.
fn put_percent(
    messages: &Messages,
    sheet: &mut Sheet,
    at: (u32, u16),
    value: u16,
    row: &RowTable<'_>,
    look: &Format,
) -> Result<(), XlsxError> {
    let Some(percent) = row.percent.as_ref().filter(|_| plain(row).is_some()) else {
        return sheet.text(at.0, at.1, "", look);
    };
    let (delivered, target) = (cell(at.0, value), cell(at.0, TARGET));
    let formula = match row.indicator.baseline.as_ref().map(Number::exact) {
        Some(baseline) => {
            let from = super::float(&in_cells(row.indicator, &baseline));
            format!("({delivered}-({from}))/({target}-({from}))")
        }
        None => format!("{delivered}/{target}"),
    };
    sheet.formula(at, &formula, percent, &percent_code(messages, row.indicator.percentdecimals), look)
}

/// A number as cells hold it: of a percentage the hundredth.
pub(super) fn in_cells(indicator: &Indicator, number: &Exact) -> Exact {
    match indicator.unit() {
        Unit::Percent => number.divided_by(&Exact::from(100_i64)).unwrap_or_else(|| number.clone()),
        _ => number.clone(),
    }
}

/// What marks mean, the parameters, what the plan says of itself.
fn put_below(book: &Book<'_, '_>, sheet: &mut Sheet) -> Result<(), XlsxError> {
    let (messages, styles) = (book.messages, &book.styles);
    let mut at = book.layout.end + 1;
    for line in legend_lines(messages) {
        sheet.text(at, LABEL, &line, &styles.soft)?;
        at += 1;
    }
    at += 1;
    for it in parameters(messages, book.table, book.compared.map(|it| it.older.as_at)) {
        sheet.text(at, LABEL, &it.name, &styles.name)?;
        sheet.text(at, TARGET, &it.value, &styles.soft)?;
        at += 1;
    }
    if let Some(notice) = &book.table.ruling.adopted.adoption.notice {
        let notice = messages.language().of(notice);
        sheet.inner.merge_range(at + 1, LABEL, at + 1, CERTAIN, "", &styles.paragraph)?;
        sheet.text(at + 1, LABEL, notice, &styles.paragraph)?;
        // A merged cell does not grow with its text.
        let lines = u32::try_from(notice.chars().count() / 120 + 1).unwrap_or(27);
        sheet.inner.set_row_height(at + 1, lines.min(27) * 15)?;
    }
    Ok(())
}
