//! Rows of a table for a terminal: the same columns in every part, so that
//! the eye runs down them.

use anstyle::Style;
use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Table, Width, presets};

/// Least width of the first column.
const LEAST: u16 = 24;

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
    first: u16,
    others: Vec<Column>,
}

impl Grid {
    /// Columns that fill `width` together.
    pub(super) fn new(width: u16, others: &[Column]) -> Self {
        let taken: u16 = others.iter().map(|column| column.width()).sum();
        Self { first: width.saturating_sub(taken).max(LEAST), others: others.to_vec() }
    }

    /// A row as text: every line of it in one style, its first cell indented
    /// on every line.
    pub(super) fn row(&self, indent: u16, cells: Vec<String>, style: Style) -> String {
        let mut table = Table::new();
        table
            .load_style(presets::NOTHING)
            .set_content_arrangement(ContentArrangement::Dynamic)
            .add_row(cells);
        let widths = std::iter::once(self.first).chain(self.others.iter().map(|column| column.width()));
        for (index, width) in widths.enumerate() {
            let Some(column) = table.column_mut(index) else { break };
            column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width)));
            if index == 0 {
                column.set_padding((indent, 1));
            } else if let Column::Number(_) = self.others[index - 1] {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        let lines: Vec<String> =
            table.lines().map(|line| format!("{style}{}{style:#}\n", line.trim_end())).collect();
        lines.concat()
    }
}
