//! The groups of a table for a terminal, with the same columns in every one.

use anstyle::Style;

use super::Messages;
use super::breadth::Breadth;
use super::grid::Grid;
use super::table::{indent, with_headings};
use crate::figures::{GroupTable, RowTable};

/// The cells of something.
pub(super) type Cells<'t, T> = Box<dyn Fn(&T) -> Vec<String> + 't>;

/// What groups look like: their heads, and the cells of a group and of a row.
pub(super) struct Parts<'t, 'a> {
    /// In which language.
    pub messages: &'t Messages,
    /// How much room there is.
    pub breadth: Breadth,
    /// The columns.
    pub grid: Grid,
    /// What stands above them.
    pub head: Vec<String>,
    /// The cells of a group.
    pub group: Cells<'t, GroupTable<'a>>,
    /// The cells of a row.
    pub row: Cells<'t, RowTable<'a>>,
    /// What becomes of the line of a row.
    pub drawn: fn(&str, &RowTable<'a>, Breadth) -> String,
}

impl<'a> Parts<'_, 'a> {
    /// The cells of groups and their rows, by which columns are fitted.
    pub(super) fn cells<'g>(
        groups: impl Iterator<Item = &'g GroupTable<'a>>,
        group: &Cells<'_, GroupTable<'a>>,
        row: &Cells<'_, RowTable<'a>>,
    ) -> Vec<Vec<String>>
    where
        'a: 'g,
    {
        groups.flat_map(|it| std::iter::once(group(it)).chain(it.rows.iter().map(row))).collect()
    }

    /// Groups below their heads; those whose rows are all in words stand
    /// elsewhere.
    pub(super) fn rows<'g>(&self, groups: impl Iterator<Item = &'g GroupTable<'a>>) -> String
    where
        'a: 'g,
    {
        let Self { messages, breadth, grid, .. } = self;
        let mut text = grid.row(1, self.head.clone(), Style::new().dimmed());
        for group in groups.filter(|group| !group.rows.is_empty()) {
            text.push_str(&grid.row(1, (self.group)(group), Style::new().bold()));
            for (heading, row) in with_headings(&group.rows) {
                if let Some(words) = heading {
                    let label = messages.language().of(words).to_owned();
                    text.push_str(&grid.row(breadth.step() + 1, vec![label], Style::new()));
                }
                let line = grid.row(indent(row, *breadth), (self.row)(row), Style::new());
                text.push_str(&(self.drawn)(&line, row, *breadth));
            }
        }
        text
    }
}
