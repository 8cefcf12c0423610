//! One line of a table under its heads.

use super::column::Column;
use super::{Cell, Given, Origin, TableError, TableTrouble};
use crate::event::{Basis, Citation, Day, EntryId, MAX_NAME, MAX_TEXT, clean, clean_line};
use crate::exchange::typed::echo;
use crate::exchange::{DateError, RowPlaces, Spot, TypedError, field_named};
use crate::plan::ActivityType;

/// A line under its heads, and all that is wrong with it.
pub(super) struct Row<'a> {
    origin: &'a Origin,
    heads: &'a [Cell],
    columns: &'a [Option<Column>],
    cells: &'a [Cell],
    kind: Option<&'a ActivityType>,
    /// What is wrong, in the order in which it was found.
    pub errors: Vec<TableError>,
}

impl<'a> Row<'a> {
    /// The line; a cell under no head is wrong.
    pub(super) fn new(
        origin: &'a Origin,
        heads: &'a [Cell],
        columns: &'a [Option<Column>],
        cells: &'a [Cell],
    ) -> Self {
        let mut row = Self { origin, heads, columns, cells, kind: None, errors: Vec::new() };
        for (at, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            if columns.get(at).is_some_and(|column| *column == Some(Column::LeftOut)) {
                continue;
            }
            if columns.get(at).is_none_or(|column| *column == Some(Column::Nothing)) {
                let (typed, in_sheet) = (echo(&cell.text), origin.sheet.is_some());
                row.refuse(cell, TableTrouble::NoHead { typed, in_sheet });
            } else if let Given::Fault(fault) = &cell.given {
                row.refuse(cell, fault.clone().into());
            }
        }
        row
    }

    /// Where the line begins.
    pub(super) fn spot(&self) -> Spot {
        self.cells.first().map_or_else(|| self.origin.at(1, 1), |it| self.at(it))
    }

    /// Where the line and its cells stand, by the names of what they become.
    pub(super) fn places(&self) -> RowPlaces {
        let named = self.columns.iter().zip(self.cells).filter_map(|(column, cell)| {
            let name = match column.as_ref()? {
                Column::Field(head) => format!("fields.{}", self.field_name(head)),
                column => column.member()?.to_owned(),
            };
            Some((name, self.at(cell)))
        });
        RowPlaces { row: self.spot(), members: named.collect() }
    }

    /// Says the type of the line, by which its fields have their names.
    pub(super) const fn is_of(&mut self, kind: &'a ActivityType) {
        self.kind = Some(kind);
    }

    /// The name of the field under a head; the head where the type is not known.
    fn field_name(&self, head: &'a str) -> &'a str {
        let field = self.kind.and_then(|kind| field_named(kind, head).ok());
        field.map_or(head, |field| field.name.as_str())
    }

    fn at(&self, cell: &Cell) -> Spot {
        self.origin.of(cell)
    }

    /// The cell of a column, when the file has it and something is written
    /// there.
    pub(super) fn cell(&self, column: &Column) -> Option<&'a Cell> {
        self.place(column).filter(|cell| !cell.is_empty())
    }

    /// The cell of a column, written or not.
    pub(super) fn place(&self, column: &Column) -> Option<&'a Cell> {
        let at = self.columns.iter().position(|it| it.as_ref() == Some(column))?;
        self.cells.get(at)
    }

    /// The head of a column as its file has it.
    pub(super) fn head(&self, column: &Column) -> Option<&'a str> {
        let at = self.columns.iter().position(|it| it.as_ref() == Some(column))?;
        self.heads.get(at).map(|head| without_mark(&head.text))
    }

    /// Notes that a cell is empty which must not be, by the head of the first of
    /// these columns that the file has; by `name` when it has none.
    pub(super) fn refuse_empty(&mut self, columns: &[Column], name: &str) {
        let column = columns.iter().find(|column| self.head(column).is_some());
        let head = column.and_then(|column| self.head(column)).unwrap_or(name).to_owned();
        let place = column.and_then(|column| self.place(column));
        self.refuse_line(place, TableTrouble::EmptyCell { head });
    }

    /// The cell of the first field column whose name is meant, written or not.
    pub(super) fn field_place(&self, is_meant: impl Fn(&str) -> bool) -> Option<&'a Cell> {
        let meant = |column: &Option<Column>| matches!(column, Some(Column::Field(name)) if is_meant(name));
        self.cells.get(self.columns.iter().position(meant)?)
    }

    /// The cells of fields in which something is written, each with the name
    /// and the text of its head.
    pub(super) fn fields(&self) -> impl Iterator<Item = (&'a str, &'a str, &'a Cell)> {
        let named = self.columns.iter().zip(self.heads).zip(self.cells);
        named.filter(|(_, cell)| !cell.is_empty()).filter_map(|((column, head), cell)| match column {
            Some(Column::Field(name)) => Some((name.as_str(), without_mark(&head.text), cell)),
            _ => None,
        })
    }

    /// Notes what is wrong with a cell.
    pub(super) fn refuse(&mut self, cell: &Cell, trouble: TableTrouble) {
        self.refuse_line(Some(cell), trouble);
    }

    /// Notes what is wrong with the line, at this cell where there is one.
    pub(super) fn refuse_line(&mut self, cell: Option<&Cell>, trouble: TableTrouble) {
        let spot = cell.map_or_else(|| self.spot(), |cell| self.at(cell));
        // Of a cell that holds no value nothing else can be said.
        let is_told = |it: &TableError| it.spot == spot && matches!(it.trouble, TableTrouble::Fault(_));
        if !self.errors.iter().any(is_told) {
            self.errors.push(TableError { spot, trouble });
        }
    }

    /// The value of a cell, or none when it is empty or wrong, which is noted.
    pub(super) fn read<T>(
        &mut self,
        column: &Column,
        read: impl FnOnce(&str) -> Result<T, TableTrouble>,
    ) -> Option<T> {
        let cell = self.cell(column)?;
        read(&cell.text).map_err(|trouble| self.refuse(cell, trouble)).ok()
    }

    /// The same for what people type.
    pub(super) fn typed<T, E: Into<TypedError>>(
        &mut self,
        column: &Column,
        read: impl FnOnce(&str) -> Result<T, E>,
    ) -> Option<T> {
        let head = self.head(column).unwrap_or_default();
        let typed = self.cell(column)?.typed();
        self.read(column, |_| {
            read(&typed).map_err(|error| match error.into() {
                TypedError::Date(DateError::Unknown { .. }) if serial_day(&typed).is_some() => {
                    let day = serial_day(&typed).unwrap_or(Day::FIRST);
                    TableTrouble::Serial { head: head.to_owned(), typed: echo(&typed), day }
                }
                error => TableTrouble::Cell { head: head.to_owned(), error },
            })
        })
    }

    /// A text.
    pub(super) fn text(&mut self, column: &Column) -> Option<String> {
        let head = self.head(column).unwrap_or_default();
        self.read(column, |text| {
            let cleaned = clean(text, MAX_TEXT);
            cleaned.map_err(|error| TableTrouble::Cell { head: head.to_owned(), error: error.into() })
        })
    }

    /// A text of one line.
    pub(super) fn line(&mut self, column: &Column) -> Option<String> {
        let head = self.head(column).unwrap_or_default();
        self.read(column, |text| {
            let cleaned = clean_line(text, MAX_NAME);
            cleaned.map_err(|error| TableTrouble::Cell { head: head.to_owned(), error: error.into() })
        })
    }

    /// The id of an entry.
    pub(super) fn id(&mut self, column: &Column) -> Option<EntryId> {
        self.read(column, |text| text.trim().parse().map_err(|_| TableTrouble::Id { typed: echo(text) }))
    }

    /// The source that says it.
    pub(super) fn citation(&mut self) -> Option<Citation> {
        let source = self.text(&Column::Source);
        let section = self.text(&Column::Section);
        let line = self.text(&Column::Line);
        let words = self.text(&Column::Words);
        if let Some(source) = source {
            return Some(Citation { source, section, line, words });
        }
        let said = [Column::Section, Column::Line, Column::Words].iter().find_map(|column| self.cell(column));
        if let Some(cell) = said.filter(|_| self.cell(&Column::Source).is_none()) {
            let head = self.head(&Column::Source).unwrap_or("citation").to_owned();
            self.refuse(cell, TableTrouble::NoSource { head });
        }
        None
    }

    /// What the recorder had in hand.
    pub(super) fn basis(&mut self) -> Option<Basis> {
        self.read(&Column::Basis, |text| {
            let word = match crate::exchange::folded(text).as_str() {
                "de premiere main" | "premiere main" | "first hand" => "firsthand".to_owned(),
                "rapport" => "report".to_owned(),
                other => other.to_owned(),
            };
            Basis::from_word(&word).ok_or_else(|| TableTrouble::Basis { typed: echo(text) })
        })
    }
}

/// A head as people call it: a template marks with an asterisk what a row needs.
fn without_mark(head: &str) -> &str {
    head.trim().trim_end_matches('*').trim_end()
}

/// The day of which a whole number is the serial, as spreadsheets count days:
/// they show it as a number where its cell has no format of dates.
fn serial_day(typed: &str) -> Option<Day> {
    let serial: u64 = typed.trim().parse().ok().filter(|serial| SERIALS.contains(serial))?;
    let first = chrono::NaiveDate::from_ymd_opt(1899, 12, 30)?;
    first.checked_add_days(chrono::Days::new(serial))?.to_string().parse().ok()
}

/// Serials of the days from 1954 to 2118: other numbers are rather no days.
const SERIALS: std::ops::Range<u64> = 20_000..80_000;
