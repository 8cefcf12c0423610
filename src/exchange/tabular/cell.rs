//! Cells of a table, whatever file it stands in.

use std::borrow::Cow;

use super::CellFault;
use crate::exchange::{SheetPlace, Spot};
use crate::plan::FieldKind;

/// A cell and where it stands, both from 1.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::exchange) struct Cell {
    /// What is shown of it; of a CSV file without the quotes around it.
    pub text: String,
    /// The line of the file, or the row of the sheet.
    pub line: usize,
    /// The character of that line, or the column of the sheet.
    pub column: usize,
    /// What else is known of it than its text.
    pub given: Given,
    /// How far its format sets the text in, beside spaces that it begins with.
    pub indent: usize,
}

/// What a cell holds: only a text is as somebody typed it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::exchange) enum Given {
    /// A text.
    Text,
    /// A number, so spelled that it reads one way, and what its format shows
    /// beside it: a currency or `%`.
    Number {
        /// The number; in hundredths where its format shows `%`.
        plain: String,
        /// What stands beside it.
        sign: Option<String>,
    },
    /// A day, of which the text may also say a time.
    Day(String),
    /// Nothing that can be read.
    Fault(CellFault),
}

impl Cell {
    /// A cell with a text.
    pub(in crate::exchange) const fn new(text: String, line: usize, column: usize) -> Self {
        Self { text, line, column, given: Given::Text, indent: 0 }
    }

    /// Whether nothing is written in it.
    pub(in crate::exchange) fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// How far its text is set in.
    pub(in crate::exchange) fn set_in(&self) -> usize {
        self.indent + self.text.chars().take_while(|letter| letter.is_whitespace()).count()
    }

    /// What is read where a day, a number or an amount is meant.
    pub(in crate::exchange) fn typed(&self) -> Cow<'_, str> {
        match &self.given {
            Given::Number { plain, sign: Some(sign) } => Cow::Owned(format!("{plain} {sign}")),
            Given::Number { plain, sign: None } => Cow::Borrowed(plain),
            Given::Day(day) => Cow::Borrowed(day),
            Given::Text | Given::Fault(_) => Cow::Borrowed(&self.text),
        }
    }

    /// What is read where a field of this kind is meant: a currency that a
    /// format shows says nothing of what is no money.
    pub(super) fn typed_as(&self, kind: FieldKind) -> Cow<'_, str> {
        match (&self.given, kind) {
            (_, FieldKind::Text | FieldKind::Sealed | FieldKind::Reference | FieldKind::Choice) => {
                Cow::Borrowed(&self.text)
            }
            (Given::Number { plain, sign: Some(sign) }, kind) if sign != "%" && kind != FieldKind::Money => {
                Cow::Borrowed(plain)
            }
            _ => self.typed(),
        }
    }
}

/// The table that cells stand in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::exchange) struct Origin {
    /// The file as it was named.
    pub file: String,
    /// The sheet, of a workbook.
    pub sheet: Option<Box<SheetPlace>>,
}

impl Origin {
    /// That of a file which is one table.
    pub(in crate::exchange) fn file(file: &str) -> Self {
        Self { file: file.to_owned(), sheet: None }
    }

    /// Where a cell stands.
    pub(in crate::exchange) fn of(&self, cell: &Cell) -> Spot {
        self.at(cell.line, cell.column)
    }

    /// The place of this line and column.
    pub(in crate::exchange) fn at(&self, line: usize, column: usize) -> Spot {
        Spot { file: self.file.clone(), sheet: self.sheet.clone(), line, column }
    }
}
