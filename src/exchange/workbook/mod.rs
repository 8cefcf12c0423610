//! Workbooks of Excel and LibreOffice (.xlsx): sheets of cells by value.
//!
//! ```text
//! bytes ──container──▶ parts within limits ──read──▶ sheets of cells ──table──▶ heads and lines
//!            │ not a workbook, encrypted, a bomb        │ value: serials, percentages, errors
//! ```
//!
//! A number is what the spreadsheet shows of it at 15 significant digits, a
//! formula is the value that was saved with it. Nothing is calculated here.

mod container;
mod format;
mod guarded;
mod names;
mod read;
mod rows;
mod table;
mod value;

pub use names::{MAX_SHEET_NAME, sheet_name};
pub use rows::SheetNotice;

pub(super) use container::is_workbook;
pub(super) use read::{SheetCells, read_workbook};
pub(super) use rows::{SheetTable, read_chosen, read_sheets, sheet_tables};
pub(super) use table::found_table;

/// Bytes of a workbook's parts in all, unpacked.
const MAX_UNPACKED: u64 = 256 << 20;
/// Parts of a workbook.
const MAX_PARTS: usize = 10_000;
/// Sheets of a workbook.
const MAX_SHEETS: usize = 255;
/// Columns of a sheet in which something stands.
pub(super) const MAX_COLUMNS: usize = 1_000;
/// Cells of a workbook in which something stands.
pub(super) const MAX_CELLS: usize = 4_000_000;
/// Cells of all sheets that are read past, most of them with a format and nothing
/// else.
const MAX_WALKED: usize = 8_000_000;
/// Bytes of text in all cells: many cells may share one long text of the file.
const MAX_CELL_TEXT: usize = 64 << 20;

/// What is wrong with a file as a workbook.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WorkbookTrouble {
    /// The file has no byte.
    #[error("the file is empty")]
    Empty,
    /// The form of Excel before 2007.
    #[error("this is a workbook in the old form .xls; save it as .xlsx")]
    Legacy,
    /// It opens with a password only.
    #[error("the workbook is protected by a password; save it as .xlsx without one")]
    Encrypted,
    /// Another kind of workbook, by its ending.
    #[error("this is a workbook in the form {0}; save it as .xlsx")]
    OtherForm(&'static str),
    /// No workbook at all.
    #[error("this is no workbook; save it as .xlsx")]
    NotAWorkbook,
    /// It begins as one and cannot be read whole.
    #[error("the workbook is damaged or cut off; save it again as .xlsx ({0})")]
    Damaged(String),
    /// Unpacked it is larger than any that people make.
    #[error("unpacked the workbook has more than {megabytes} MB")]
    TooLarge {
        /// That it may have.
        megabytes: u64,
    },
    /// More sheets than are read.
    #[error("the workbook has more than {limit} sheets")]
    Sheets {
        /// Sheets that there may be.
        limit: usize,
    },
    /// Something stands beyond the last column that is read.
    #[error("something stands beyond the column {limit}")]
    Columns {
        /// The last column.
        limit: usize,
    },
    /// More cells than are read.
    #[error("the workbook has more than {limit} cells with something in them")]
    Cells {
        /// Cells that there may be.
        limit: usize,
    },
    /// No sheet has anything in it.
    #[error("no sheet of the workbook has anything in it")]
    NoCells,
}
