//! A population as a workbook: a sheet of control totals, which are formulas over the
//! other sheet with what they give, and a sheet of the population itself, whose rows
//! wait in a file.

use std::io::Write;

use rust_xlsxwriter::{Workbook, XlsxError};

use super::WorkbookError;
use super::properties_of;
use super::sheet::{Sheet, cell};
use super::styles::Styles;
use crate::audit::{Member, Subtotal, Tallied};
use crate::event::Exact;
use crate::present::population::{Cell, Columns, ControlGrounds, control_facts, money_rows};
use crate::present::{Arg, Messages};

/// Rows that a sheet has below its heads.
const MOST: usize = 1_048_575;

/// A population as a workbook that is being made.
pub struct PopulationBook<'a> {
    messages: &'a Messages,
    columns: &'a Columns<'a>,
    styles: Styles,
    workbook: Workbook,
    sheet: Sheet,
    row: u32,
}

impl<'a> PopulationBook<'a> {
    /// How many rows a workbook holds at most.
    pub const fn most_rows() -> usize {
        MOST
    }

    /// Begins with the heads.
    pub fn begin(messages: &'a Messages, columns: &'a Columns<'a>) -> Result<Self, WorkbookError> {
        let mut workbook = Workbook::new();
        let sheet = workbook.new_worksheet_with_constant_memory()?;
        let mut sheet = Sheet::on(sheet, &messages.word("sheet-population"))?;
        let styles = Styles::new();
        let heads = columns.heads(messages);
        sheet.widths(&heads.iter().map(|(_, width)| *width).collect::<Vec<_>>())?;
        sheet.inner.set_freeze_panes(1, 1)?;
        for (column, (words, _)) in (0_u16..).zip(&heads) {
            sheet.text(0, column, words, &styles.head)?;
        }
        Ok(Self { messages, columns, styles, workbook, sheet, row: 0 })
    }

    /// Writes one row.
    pub fn row(&mut self, it: &Member<'_>) -> Result<(), WorkbookError> {
        self.row += 1;
        for (column, one) in (0_u16..).zip(self.columns.cells(self.messages, it)) {
            self.put(column, &one)?;
        }
        Ok(())
    }

    fn put(&mut self, column: u16, one: &Cell) -> Result<(), XlsxError> {
        let (at, styles) = ((self.row, column), &self.styles);
        match one {
            Cell::Nothing => Ok(()),
            Cell::Text(text) | Cell::Typed(text) => self.sheet.text(at.0, at.1, text, &styles.plain),
            Cell::Count(count) => self.sheet.number(at, &whole(*count), "0", &styles.number),
            Cell::Amount(amount) => self.sheet.number(at, amount, AMOUNT, &styles.number),
            Cell::Day(day) => self.sheet.day(at.0, at.1, *day, &styles.date),
        }
    }

    /// Writes the workbook, the control totals first.
    pub fn finish(
        mut self,
        grounds: &ControlGrounds<'_>,
        out: impl Write + Send,
    ) -> Result<(), WorkbookError> {
        let last = u16::try_from(self.columns.heads(self.messages).len()).unwrap_or(1).saturating_sub(1);
        if self.row > 0 {
            self.sheet.inner.autofilter(0, 0, self.row, last)?;
        }
        let title = self.messages.word("population-title");
        let properties = properties_of(&title, grounds.basis.scope, grounds.basis.as_at)?;
        self.workbook.set_properties(&properties);
        let control = ControlSheet { book: &self, grounds }.sheet()?.finished()?;
        self.workbook.push_worksheet(control);
        self.workbook.push_worksheet(self.sheet.finished()?);
        self.workbook.save_to_writer(out)?;
        Ok(())
    }

    /// A column of the population, as formulas have it: the name of its sheet, and from
    /// its first row to its last.
    fn area(&self, column: usize) -> String {
        let column = u16::try_from(column).unwrap_or(u16::MAX);
        let name = self.messages.word("sheet-population").replace('\'', "''");
        let [first, last] = [1, self.row.max(1)].map(|row| fixed(&cell(row, column)));
        format!("'{name}'!{first}:{last}")
    }
}

/// A cell's name that stays what it is where a formula is copied.
fn fixed(name: &str) -> String {
    let letters = name.trim_end_matches(|it: char| it.is_ascii_digit());
    format!("${letters}${}", &name[letters.len()..])
}

/// The columns of the population that its control totals look at.
const SEQUENCE: usize = 0;
const KIND: usize = 2;
const STANDING: usize = 3;

/// How amounts of money are shown.
const AMOUNT: &str = "#,##0.00";

fn whole(count: u64) -> Exact {
    Exact::from(i64::try_from(count).unwrap_or(i64::MAX))
}

struct ControlSheet<'s, 'a> {
    book: &'s PopulationBook<'a>,
    grounds: &'s ControlGrounds<'s>,
}

impl ControlSheet<'_, '_> {
    fn sheet(&self) -> Result<Sheet, XlsxError> {
        let Self { book, grounds } = self;
        let (messages, styles) = (book.messages, &book.styles);
        let mut sheet = Sheet::new(&messages.word("sheet-control"))?;
        sheet.widths(&[46, 26, 12, 12, 18, 12, 18])?;
        sheet.text(0, 0, &messages.word("population-control"), &styles.title)?;
        let about = if grounds.row.is_some() { "population-about-value" } else { "population-about" };
        sheet.text(1, 0, &messages.word(about), &styles.soft)?;
        let mut at = 3;
        let facts = grounds.basis.parameters(messages).into_iter().map(|it| (it.name, it.value));
        for (name, value) in facts.chain(control_facts(messages, grounds)) {
            sheet.text(at, 0, &name, &styles.plain)?;
            sheet.text(at, 1, &value, &styles.plain)?;
            at += 1;
        }
        at = self.recounted(&mut sheet, at + 1)?;
        at = self.subtotals(&mut sheet, at)?;
        self.money(&mut sheet, at + 1)?;
        Ok(sheet)
    }

    /// What the other sheet gives of itself: how many rows, from which number to which.
    fn recounted(&self, sheet: &mut Sheet, mut at: u32) -> Result<u32, XlsxError> {
        let (book, control) = (self.book, self.grounds.control);
        let area = book.area(SEQUENCE);
        let all = [
            ("population-rows", format!("COUNT({area})"), control.rows),
            ("population-first", format!("MIN({area})"), control.first.unwrap_or_default()),
            ("population-last", format!("MAX({area})"), control.last.unwrap_or_default()),
        ];
        for (id, formula, gives) in all {
            let name =
                book.messages.say("population-recounted", &[("what", Arg::Text(&book.messages.word(id)))]);
            sheet.text(at, 0, &name, &book.styles.plain)?;
            sheet.formula((at, 1), &formula, &whole(gives), "0", &book.styles.number)?;
            at += 1;
        }
        Ok(at)
    }

    /// What the parts come to on each side of the value asked for.
    fn subtotals(&self, sheet: &mut Sheet, mut at: u32) -> Result<u32, XlsxError> {
        let Some([side, amount]) = self.book.columns.of_parts() else { return Ok(at) };
        let (side, amount) = (self.book.area(side), self.book.area(amount));
        for Subtotal { indicator, amount: gives, .. } in &self.grounds.control.subtotals {
            let name = self.book.messages.say("population-recounted", &[("what", Arg::Text(indicator))]);
            sheet.text(at, 0, &name, &self.book.styles.plain)?;
            let formula = format!("SUMIFS({amount},{side},\"{indicator}\")");
            sheet.formula((at, 1), &formula, gives, AMOUNT, &self.book.styles.number)?;
            at += 1;
        }
        Ok(at)
    }

    /// Sums of money by type, field and currency, of all and of those that stand.
    fn money(&self, sheet: &mut Sheet, mut at: u32) -> Result<(), XlsxError> {
        let (book, styles) = (self.book, &self.book.styles);
        let heads = ["population-money", "column-type", "population-currency", "population-count"];
        let more = ["population-sum", "population-count-standing", "population-sum-standing"];
        for (column, id) in (0_u16..).zip(heads.into_iter().chain(more)) {
            sheet.text(at, column, &book.messages.word(id), &styles.head)?;
        }
        for (words, stated, tallied) in money_rows(book.messages, self.grounds) {
            at += 1;
            sheet.text(at, 0, &words, &styles.plain)?;
            sheet.text(at, 1, &stated.kind, &styles.plain)?;
            sheet.text(at, 2, &stated.currency, &styles.plain)?;
            let Some(column) = book.columns.of_money(&stated.field, &stated.currency) else { continue };
            self.sums(sheet, at, &book.area(column), tallied)?;
        }
        Ok(())
    }

    fn sums(&self, sheet: &mut Sheet, at: u32, amounts: &str, tallied: &Tallied) -> Result<(), XlsxError> {
        let (book, look) = (self.book, &self.book.styles.number);
        let (kind, stands) = (book.area(KIND), format!("{},\"stands\"", book.area(STANDING)));
        let of_kind = format!("{kind},{}", cell(at, 1));
        let all = [
            (3, format!("COUNTIFS({of_kind},{amounts},\"<>\")"), whole(tallied.count), "0"),
            (4, format!("SUMIFS({amounts},{of_kind})"), tallied.amount.clone(), AMOUNT),
            (5, format!("COUNTIFS({of_kind},{stands},{amounts},\"<>\")"), whole(tallied.standing), "0"),
            (6, format!("SUMIFS({amounts},{of_kind},{stands})"), tallied.standing_amount.clone(), AMOUNT),
        ];
        for (column, formula, gives, code) in all {
            sheet.formula((at, column), &formula, &gives, code, look)?;
        }
        Ok(())
    }
}
