//! Writing cells: text that nobody's program runs, numbers, dates, links.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Format, Formula, Worksheet, XlsxError};

use super::{Book, clipped, excel_day, float};
use crate::event::{Day, Exact};
use crate::present::harmless::is_like_a_formula;

/// Points of the highest row.
const MOST_POINTS: u32 = 409;
/// Characters of a cell.
const MOST_CHARACTERS: usize = 32_000;

/// Points of one line of text.
const LINE: u32 = 15;

/// A sheet on which cells are written.
pub(in crate::present) struct Sheet {
    pub(in crate::present) inner: Worksheet,
    /// Of each column, how many characters stand side by side.
    widths: Vec<u16>,
    /// The rows that take more than one line.
    lines: BTreeMap<u32, u32>,
}

impl Sheet {
    /// An empty sheet of this name.
    pub(in crate::present) fn new(name: &str) -> Result<Self, XlsxError> {
        Self::on(Worksheet::new(), name)
    }

    /// The same of a sheet that the maker of workbooks gave, which may keep its rows
    /// elsewhere than in memory.
    pub(super) fn on(mut sheet: Worksheet, name: &str) -> Result<Self, XlsxError> {
        sheet.set_name(clipped(name, 31))?;
        Ok(Self { inner: sheet, widths: Vec::new(), lines: BTreeMap::new() })
    }

    /// The same set up for print: across, on one page's width, the rows above
    /// its entries on every page.
    pub(in crate::present) fn printed(mut self, heads: [u32; 2], paper: u8) -> Result<Self, XlsxError> {
        self.inner.set_landscape().set_paper_size(paper).set_print_fit_to_pages(1, 0);
        self.inner.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3).set_footer("&C&P / &N");
        self.inner.set_repeat_rows(heads[0], heads[1])?;
        Ok(self)
    }

    /// Widths of the columns in order.
    pub(in crate::present) fn widths(&mut self, widths: &[u16]) -> Result<(), XlsxError> {
        for (column, width) in (0_u16..).zip(widths) {
            self.inner.set_column_width(column, f64::from(*width))?;
        }
        self.widths = widths.to_vec();
        Ok(())
    }

    /// The heads of the columns in order, by their messages; those of numbers
    /// stand at the right.
    pub(super) fn heads(
        &mut self,
        book: &Book<'_, '_>,
        ids: &[&str],
        numbers: &[u16],
    ) -> Result<(), XlsxError> {
        for (column, id) in (0_u16..).zip(ids) {
            let is_number = numbers.contains(&column);
            let look = if is_number { &book.styles.head_number } else { &book.styles.head };
            self.text(0, column, &book.messages.word(id), look)?;
        }
        Ok(())
    }

    /// The sheet, each row as high as its text: not every program finds that out
    /// by itself.
    pub(in crate::present) fn finished(mut self) -> Result<Worksheet, XlsxError> {
        for (row, lines) in self.lines {
            self.inner.set_row_height(row, (lines * LINE).min(MOST_POINTS))?;
        }
        Ok(self.inner)
    }

    /// Text over as many lines as the column's width makes of it.
    pub(in crate::present) fn wrapped(
        &mut self,
        row: u32,
        column: u16,
        text: &str,
        look: &Format,
    ) -> Result<(), XlsxError> {
        let width = usize::from(self.widths.get(usize::from(column)).copied().unwrap_or(10).max(1));
        // Letters are narrower than the digits by which widths are told.
        let width = (width * 11 / 10).max(1);
        let lines: usize = text.split('\n').map(|line| line.chars().count().div_ceil(width).max(1)).sum();
        let lines = u32::try_from(lines).unwrap_or(u32::MAX).min(MOST_POINTS / LINE);
        if lines > 1 {
            let most = self.lines.entry(row).or_insert(lines);
            *most = (*most).max(lines);
        }
        self.text(row, column, text, look)
    }

    /// Text as it is: never a formula, nor made one when it is edited again.
    pub(in crate::present) fn text(
        &mut self,
        row: u32,
        column: u16,
        text: &str,
        look: &Format,
    ) -> Result<(), XlsxError> {
        let text = clipped(text, MOST_CHARACTERS);
        if is_like_a_formula(&text) {
            let look = look.clone().set_quote_prefix();
            self.inner.write_string_with_format(row, column, text, &look)?;
        } else {
            self.inner.write_string_with_format(row, column, text, look)?;
        }
        Ok(())
    }

    /// A number in a format.
    pub(in crate::present) fn number(
        &mut self,
        at: (u32, u16),
        number: &Exact,
        code: &str,
        look: &Format,
    ) -> Result<(), XlsxError> {
        let look = look.clone().set_num_format(code);
        self.inner.write_number_with_format(at.0, at.1, float(number), &look)?;
        Ok(())
    }

    /// A formula with what it gives.
    pub(super) fn formula(
        &mut self,
        at: (u32, u16),
        formula: &str,
        gives: &Exact,
        code: &str,
        look: &Format,
    ) -> Result<(), XlsxError> {
        let look = look.clone().set_num_format(code);
        let formula = Formula::new(formula).set_result(float(gives).to_string());
        self.inner.write_formula_with_format(at.0, at.1, formula, &look)?;
        Ok(())
    }

    /// A day; one that workbooks do not have as text.
    pub(in crate::present) fn day(
        &mut self,
        row: u32,
        column: u16,
        day: Day,
        look: &Format,
    ) -> Result<(), XlsxError> {
        match excel_day(day.date()) {
            Some(date) => {
                self.inner.write_datetime_with_format(row, column, &date, look)?;
                Ok(())
            }
            None => self.text(row, column, &day.to_string(), look),
        }
    }

    /// Makes a cell lead to another; what it shows is written over it.
    pub(super) fn link(&mut self, row: u32, column: u16, to: &str, look: &Format) -> Result<(), XlsxError> {
        self.inner.write_url_with_format(row, column, to, look)?;
        Ok(())
    }
}

/// The name of a cell, as formulas have it.
pub(super) fn cell(row: u32, column: u16) -> String {
    rust_xlsxwriter::row_col_to_cell(row, column)
}

/// Where a cell of another sheet is.
pub(super) fn place(sheet: &str, row: u32, column: u16) -> String {
    format!("internal:'{}'!{}", sheet.replace('\'', "''"), cell(row, column))
}
