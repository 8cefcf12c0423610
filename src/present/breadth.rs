//! What a table shows in how many columns of a terminal: all of it where there
//! is room, then a short bar, then none.

use super::grid::{Column, Grid};

/// From this width on everything is shown.
const WIDE: u16 = 100;
/// From this width on there is a short bar.
const MIDDLE: u16 = 76;
/// From this width on more room makes the bar longer.
const ROOMY: u16 = 110;

/// How broad a table is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Breadth {
    width: u16,
}

impl Breadth {
    /// That of a terminal.
    pub(super) const fn of(width: u16) -> Self {
        Self { width }
    }

    /// Whether everything is shown, and words stand in full.
    pub(super) const fn is_wide(self) -> bool {
        self.width >= WIDE
    }

    /// By how much rows are indented below what they belong to.
    pub(super) const fn step(self) -> u16 {
        if self.width < MIDDLE { 1 } else { 2 }
    }

    /// Cells of the bar; none where there is no room for one.
    pub(super) fn bar(self) -> Option<usize> {
        match self.width {
            ..MIDDLE => None,
            MIDDLE..WIDE => Some(6),
            _ => Some(12 + usize::from(self.width.saturating_sub(ROOMY) / 4).min(12)),
        }
    }

    /// Target, value, percentage, bar, grade.
    pub(super) fn table(self) -> Grid {
        let numbers = [Column::Number(14), Column::Number(15), Column::Number(11)];
        let tight = [Column::Number(13), Column::Number(14), Column::Number(8)];
        match self.bar() {
            None => Grid::tight(self.width, &[&tight[..], &[Column::Words(6)]].concat()),
            Some(cells) if self.is_wide() => {
                // The bar's column holds words too.
                let bar = u16::try_from(cells).map_or(20, |cells| 20.max(cells + 2));
                Grid::new(self.width, &[&numbers[..], &[Column::Words(bar), Column::Words(8)]].concat())
            }
            Some(_) => Grid::tight(self.width, &[&tight[..], &[Column::Words(8), Column::Words(6)]].concat()),
        }
    }

    /// Target, value and percentage, value and percentage before, change; of
    /// these the target and the percentages only where there is room.
    pub(super) fn comparison(self) -> Grid {
        let number = Column::Number;
        match self.width {
            ..MIDDLE => Grid::tight(self.width, &[number(14), number(14), number(12)]),
            MIDDLE..WIDE => Grid::tight(self.width, &[number(14), number(8), number(14), number(13)]),
            WIDE..ROOMY => Grid::tight(
                self.width,
                &[number(13), number(14), number(8), number(14), number(8), number(13)],
            ),
            _ => {
                Grid::new(self.width, &[number(14), number(16), number(9), number(16), number(9), number(15)])
            }
        }
    }

    /// Of the cells of a comparison those that it shows.
    pub(super) fn kept(self, cells: &[String]) -> Vec<String> {
        self.compared().iter().map(|&at| cells.get(at).cloned().unwrap_or_default()).collect()
    }

    /// Which of label, target, value, percentage, value and percentage before,
    /// and change a comparison shows.
    const fn compared(self) -> &'static [usize] {
        match self.width {
            ..MIDDLE => &[0, 2, 4, 6],
            MIDDLE..WIDE => &[0, 2, 3, 4, 6],
            _ => &[0, 1, 2, 3, 4, 5, 6],
        }
    }
}
