//! The sheets of a workbook as cells.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use calamine::{DataRef, Dimensions, Reader, SheetType, SheetVisible, Xlsx, open_workbook_from_rs};

use super::guarded::calling;
use super::value::cell;
use super::{MAX_CELL_TEXT, MAX_CELLS, MAX_COLUMNS, MAX_SHEETS, MAX_WALKED, WorkbookTrouble, container};
use crate::exchange::tabular::{Cell, CellFault, Given, Origin, TableError};
use crate::exchange::{SheetPlace, Spot, folded};

/// A workbook: its sheets with something in them, and those that are hidden.
pub(in crate::exchange) struct Workbook {
    /// The sheets that people see, in order.
    pub sheets: Vec<SheetCells>,
    /// Hidden sheets with something in them, which are read only where they are
    /// named.
    pub hidden: Vec<SheetCells>,
}

/// The cells of a sheet in which something stands.
pub(in crate::exchange) struct SheetCells {
    pub(in crate::exchange) origin: Origin,
    /// Rows from the first to the last with something in it, those with
    /// nothing left out.
    pub(in crate::exchange) rows: Vec<Vec<Cell>>,
    pub(super) merged: Vec<Dimensions>,
}

/// What more is read of a workbook.
struct Room {
    cells: usize,
    /// Those with only a format among them.
    walked: usize,
    text: usize,
    /// Whether a formula may stand anywhere.
    has_formulas: bool,
}

type Rows = BTreeMap<u32, BTreeMap<u32, Cell>>;

/// Reads a workbook; what is wrong with it as a whole is told with its file
/// or sheet.
pub(in crate::exchange) fn read_workbook(file: &str, bytes: &[u8]) -> Result<Workbook, Box<TableError>> {
    let refused =
        |trouble: WorkbookTrouble| Box::new(TableError { spot: Spot::whole(file), trouble: trouble.into() });
    let has_formulas = container::check(bytes).map_err(refused)?;
    let mut book: Xlsx<_> = calling(|| open_workbook_from_rs(Cursor::new(bytes))).map_err(refused)?;
    let known = book.sheets_metadata().to_vec();
    if known.len() > MAX_SHEETS {
        return Err(refused(WorkbookTrouble::Sheets { limit: MAX_SHEETS }));
    }
    let mut workbook = Workbook { sheets: vec![], hidden: vec![] };
    let mut room = Room { cells: MAX_CELLS, walked: MAX_WALKED, text: MAX_CELL_TEXT, has_formulas };
    for (index, sheet) in known.iter().enumerate().filter(|(_, it)| it.typ == SheetType::WorkSheet) {
        // What no spreadsheet shows is a program's own.
        if sheet.visible == SheetVisible::VeryHidden {
            continue;
        }
        let place = Box::new(SheetPlace { index, name: sheet.name.clone() });
        let origin = Origin { file: file.to_owned(), sheet: Some(place) };
        let told = |trouble: WorkbookTrouble| {
            Box::new(TableError { spot: origin.at(0, 0), trouble: trouble.into() })
        };
        let rows = cells(&mut book, &sheet.name, &mut room).map_err(told)?;
        if rows.is_empty() {
            continue;
        }
        let merged = calling(|| book.merge_cells_by_sheet_name(&sheet.name)).map_err(told)?;
        let rows = rows.into_iter().map(|(line, cells)| dense(line, cells)).collect();
        let cells = SheetCells { origin, rows, merged };
        if sheet.visible == SheetVisible::Hidden { &mut workbook.hidden } else { &mut workbook.sheets }
            .push(cells);
    }
    let is_empty = workbook.sheets.is_empty() && workbook.hidden.is_empty();
    if is_empty { Err(refused(WorkbookTrouble::NoCells)) } else { Ok(workbook) }
}

/// The cells of a sheet by row and column, both from 0, read one after the
/// other: a sheet of which two far corners are filled is small.
fn cells(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &str, room: &mut Room) -> Result<Rows, WorkbookTrouble> {
    let mut rows = Rows::new();
    let empty = values(book, sheet, &mut rows, room)?;
    // Most cells without a value are only formatted.
    if !empty.is_empty() {
        formulas(book, sheet, &empty, &mut rows, room)?;
    }
    Ok(rows)
}

/// Takes up the values; returns where cells stand that have none.
fn values(
    book: &mut Xlsx<Cursor<&[u8]>>,
    sheet: &str,
    rows: &mut Rows,
    room: &mut Room,
) -> Result<BTreeSet<(u32, u32)>, WorkbookTrouble> {
    let mut empty = BTreeSet::new();
    let mut reader = calling(|| book.worksheet_cells_reader(sheet))?;
    loop {
        let next = &mut reader;
        let Some((read, style)) = calling(move || next.next_cell_with_style_id())? else { return Ok(empty) };
        let walked = WorkbookTrouble::Cells { limit: MAX_WALKED };
        room.walked = room.walked.checked_sub(1).ok_or(walked)?;
        let (row, column) = read.get_position();
        if *read.get_value() == DataRef::Empty {
            if room.has_formulas && empty.len() < MAX_CELLS {
                empty.insert((row, column));
            }
            continue;
        }
        let style = reader.styles().get(style);
        let format = style.and_then(|style| style.number_format.as_ref());
        let format = format.map(|format| format.format_code.as_str());
        let indent = style.and_then(|style| style.alignment.as_ref()?.indent);
        if let Some(mut cell) = cell(read.get_value(), format, row as usize + 1, column as usize + 1) {
            cell.indent += usize::from(indent.unwrap_or(0));
            insert(rows, row, column, cell, room)?;
        }
    }
}

/// Takes up those of the empty cells that are formulas whose value was not
/// saved.
fn formulas(
    book: &mut Xlsx<Cursor<&[u8]>>,
    sheet: &str,
    empty: &BTreeSet<(u32, u32)>,
    rows: &mut Rows,
    room: &mut Room,
) -> Result<(), WorkbookTrouble> {
    let mut reader = calling(|| book.worksheet_cells_reader(sheet))?;
    while let Some(record) = calling(|| reader.next_cell_with_formula_metadata())? {
        if record.formula.is_some() && empty.contains(&record.pos) {
            let (row, column) = record.pos;
            let given = Given::Fault(CellFault::NoValue);
            let cell = Cell { given, ..Cell::new("=".to_owned(), row as usize + 1, column as usize + 1) };
            insert(rows, row, column, cell, room)?;
        }
    }
    Ok(())
}

fn insert(
    rows: &mut Rows,
    row: u32,
    column: u32,
    cell: Cell,
    room: &mut Room,
) -> Result<(), WorkbookTrouble> {
    if column as usize >= MAX_COLUMNS {
        return Err(WorkbookTrouble::Columns { limit: MAX_COLUMNS });
    }
    let full = WorkbookTrouble::Cells { limit: MAX_CELLS };
    room.cells = room.cells.checked_sub(1).ok_or(full)?;
    let too_large = WorkbookTrouble::TooLarge { megabytes: (MAX_CELL_TEXT >> 20) as u64 };
    room.text = room.text.checked_sub(cell.text.len()).ok_or(too_large)?;
    rows.entry(row).or_default().insert(column, cell);
    Ok(())
}

/// The cells of a row up to its last one, those between filled with empty ones.
fn dense(row: u32, cells: BTreeMap<u32, Cell>) -> Vec<Cell> {
    let mut line = Vec::new();
    for (column, cell) in cells {
        while line.len() < column as usize {
            line.push(Cell::new(String::new(), row as usize + 1, line.len() + 1));
        }
        line.push(cell);
    }
    line
}

impl SheetCells {
    /// The name of the sheet.
    pub(in crate::exchange) fn name(&self) -> &str {
        self.origin.sheet.as_ref().map_or("", |sheet| sheet.name.as_str())
    }

    /// Which of the sheets it is, from 0.
    pub(super) fn index(&self) -> usize {
        self.origin.sheet.as_ref().map_or(0, |sheet| sheet.index)
    }

    /// Whether it is meant, by its name or by its number from 1.
    pub(in crate::exchange) fn is_said(&self, typed: &str) -> bool {
        folded(self.name()) == folded(typed) || typed.trim().parse() == Ok(self.index() + 1)
    }

    /// Its rows.
    pub(in crate::exchange) fn rows(&self) -> &[Vec<Cell>] {
        &self.rows
    }

    /// The rows, from 1, in which one cell spans columns.
    pub(in crate::exchange) fn wide_rows(&self) -> BTreeSet<usize> {
        let wide = self.merged.iter().filter(|it| it.start.1 < it.end.1);
        wide.map(|it| it.start.0 as usize + 1).collect()
    }

    /// Where it stands, and its rows.
    pub(in crate::exchange) fn into_parts(self) -> (Origin, Vec<Vec<Cell>>) {
        (self.origin, self.rows)
    }
}
