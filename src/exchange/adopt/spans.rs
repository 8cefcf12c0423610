//! Where a heading ends: rows below it are set in, or a blank row stands before
//! one that is not its own.

use super::levels::{Below, Leveled, cells_of};
use super::roles::{Heads, Role};
use super::said::Level;
use crate::exchange::tabular::Cell;

/// A heading, and the first row below it.
struct Heading {
    indent: usize,
    first: Option<First>,
}

struct First {
    indent: usize,
    is_after_blank: bool,
}

/// Notes which rows stand below no heading, and which only perhaps below the
/// one above them.
pub(super) fn span(all: &mut [Leveled<'_>], heads: &Heads) {
    let mut heading: Option<Heading> = None;
    for at in 0..all.len() {
        let is_after_blank = at > 0 && is_blank_between(all[at - 1].cells, all[at].cells);
        let indent = indent(all[at].cells, heads);
        match all[at].level {
            Level::Heading => heading = Some(Heading { indent, first: None }),
            Level::Objective | Level::Group => heading = None,
            Level::Nothing => {}
            Level::Apart => {
                all[at].below = Below::Apart;
                heading = None;
            }
            Level::Row => {
                let Some(open) = &mut heading else { continue };
                let Some(first) = &open.first else {
                    open.first = Some(First { indent, is_after_blank });
                    continue;
                };
                let is_set_out = first.indent > open.indent && indent <= open.indent;
                if is_set_out || is_after_blank && !first.is_after_blank {
                    all[at].below = Below::Apart;
                    heading = None;
                } else if first.indent <= open.indent {
                    all[at].below = Below::Perhaps;
                }
            }
        }
    }
}

/// How far a row is set in; a mark before its words sets it in as well.
fn indent(cells: &[Cell], heads: &Heads) -> usize {
    let cell = cells_of(cells, heads, Role::Label).next();
    let cell = cell.or_else(|| cells.iter().find(|cell| !cell.is_empty()));
    let marked = |cell: &Cell| cell.text.trim_start().starts_with(['•', '–', '—', '-', '·', '▪']);
    cell.map_or(0, |cell| cell.set_in() + usize::from(marked(cell)))
}

/// Whether lines of the file between two rows hold nothing.
pub(super) fn is_blank_between(before: &[Cell], after: &[Cell]) -> bool {
    let end = before.iter().map(|cell| cell.line + cell.text.matches('\n').count()).max();
    let begin = after.first().map(|cell| cell.line);
    end.zip(begin).is_some_and(|(end, begin)| begin > end + 1)
}
