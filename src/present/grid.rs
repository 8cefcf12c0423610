//! Rows of a table for a terminal: the same columns in every part, so that
//! the eye runs down them.

use anstyle::Style;
use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Table, Width, presets};

/// Least width of the first column.
const LEAST: u16 = 12;

/// One of the columns after the first.
#[derive(Clone, Copy)]
pub(super) enum Column {
    /// Numbers, to the right.
    Number(u16),
    /// Words, to the left.
    Words(u16),
}

impl Column {
    const fn width(self) -> u16 {
        match self {
            Self::Number(width) | Self::Words(width) => width,
        }
    }
}

/// The columns of a table; the first takes the width that is left.
pub(super) struct Grid {
    width: u16,
    first: u16,
    others: Vec<Column>,
    /// Whether cells have a space on one side only.
    tight: bool,
}

impl Grid {
    /// Columns that fill `width` together.
    pub(super) fn new(width: u16, others: &[Column]) -> Self {
        let taken: u16 = others.iter().map(|column| column.width()).sum();
        Self { width, first: width.saturating_sub(taken).max(LEAST), others: others.to_vec(), tight: false }
    }

    /// The same where there is little room: a space between two cells, and a
    /// row of one cell over all columns.
    pub(super) fn tight(width: u16, others: &[Column]) -> Self {
        Self { tight: true, ..Self::new(width, others) }
    }

    /// The same with every number in one piece: a column of numbers grows at the
    /// cost of the first, and then beyond the width, for half a number would be
    /// read as another one.
    pub(super) fn fitted(mut self, rows: &[Vec<String>]) -> Self {
        let space = if self.tight { 1 } else { 2 };
        for (index, column) in self.others.iter_mut().enumerate() {
            let Column::Number(width) = column else { continue };
            let cells = rows.iter().filter_map(|cells| cells.get(index + 1));
            // What stands around a number may go to the next line.
            let words = cells.flat_map(|cell| cell.split(' ')).map(|word| word.chars().count());
            let longest = words.max().and_then(|longest| u16::try_from(longest).ok()).unwrap_or(0);
            *width = (*width).max(longest + space);
        }
        let taken: u16 = self.others.iter().map(|column| column.width()).sum();
        self.first = self.width.saturating_sub(taken).max(LEAST);
        self
    }

    /// A row as text: every line of it in one style, its first cell indented
    /// on every line.
    pub(super) fn row(&self, indent: u16, cells: Vec<String>, style: Style) -> String {
        let mut table = Table::new();
        let first = if self.tight && cells.len() == 1 { self.width } else { self.first };
        table
            .load_style(presets::NOTHING)
            .set_content_arrangement(ContentArrangement::Dynamic)
            .add_row(cells);
        let widths = std::iter::once(first).chain(self.others.iter().map(|column| column.width()));
        for (index, width) in widths.enumerate() {
            let Some(column) = table.column_mut(index) else { break };
            column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width)));
            if index == 0 {
                column.set_padding((indent, 1));
                continue;
            }
            if self.tight {
                column.set_padding((1, 0));
            }
            if let Column::Number(_) = self.others[index - 1] {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        let lines: Vec<String> =
            table.lines().map(|line| format!("{style}{}{style:#}\n", line.trim_end())).collect();
        lines.concat()
    }
}
