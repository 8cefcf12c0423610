//! What stands below a table after a blank row, and is none of its rows: who
//! keeps it, when it was brought up to date, of what version it is.

use std::collections::BTreeMap;

use super::Ask;
use super::labels::is_sum;
use super::levels::{cells_of, title};
use super::lines::Lines;
use super::roles::{Heads, Role};
use super::said::AdoptSaid;
use super::spans::is_blank_between;
use super::values::is_absent;
use crate::event::Currency;
use crate::exchange::tabular::{Cell, Given};
use crate::exchange::typed::echo;
use crate::exchange::{AmountError, typed_amount};

/// What the rows of a block are, as their columns of numbers show it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Block {
    /// Rows of the table.
    Rows,
    /// Notes: what stands in columns of numbers is none.
    Notes,
    /// Words alone, of which others tell what they are.
    Words,
    /// Numbers as targets, and not one total: either.
    Unsure,
}

/// The rows below the table that are notes, by their line, with what stands in
/// each; what may be either is asked.
pub(super) fn notes(
    lines: &Lines,
    heads: &Heads,
    said: &AdoptSaid,
    asks: &mut Vec<Ask>,
) -> BTreeMap<usize, String> {
    let mut notes = BTreeMap::new();
    let filled = |row: &&Vec<Cell>| row.iter().any(|cell| !cell.is_empty());
    let rows: Vec<&Vec<Cell>> = lines.rows[heads.below..].iter().filter(filled).collect();
    let blocks: Vec<&[&Vec<Cell>]> =
        rows.chunk_by(|before, after| !is_blank_between(before, after)).collect();
    // From below up to the first block that belongs to the table; the first one
    // is the table.
    for block in blocks.iter().skip(1).rev() {
        let unsaid: Vec<&Vec<Cell>> = block.iter().copied().filter(|row| !is_said(row, said)).collect();
        if unsaid.is_empty() {
            continue;
        }
        let kind = kind_of(&unsaid, heads);
        if kind == Block::Rows {
            break;
        }
        for row in unsaid {
            let Some(cell) = row.iter().find(|cell| !cell.is_empty()) else { continue };
            if kind == Block::Notes {
                notes.insert(cell.line, cell.text.clone());
            } else if kind == Block::Unsure && cells_of(row, heads, Role::Target).next().is_some() {
                let (spot, typed) = (lines.origin.of(cell), echo(cell.text.trim()));
                asks.push(Ask::Row { spot, typed, row: cell.line });
            }
        }
    }
    notes
}

fn is_said(row: &[Cell], said: &AdoptSaid) -> bool {
    let line = row.first().map_or(0, |cell| cell.line);
    said.levels.iter().any(|(it, _)| *it == line)
}

fn kind_of(block: &[&Vec<Cell>], heads: &Heads) -> Block {
    let cells = |role: Role| {
        let cells = block.iter().flat_map(move |row| cells_of(row, heads, role));
        cells.filter(|cell| !is_absent(cell)).collect::<Vec<_>>()
    };
    let (totals, targets) = (cells(Role::Total), cells(Role::Target));
    // Titles with their mean, and sums, are of the table.
    let is_table = !cells(Role::Percent).is_empty() || block.iter().any(|row| is_sum(title(row, heads)));
    let reads = |cell: &&Cell| is_number(cell);
    if is_table || totals.iter().any(reads) {
        return Block::Rows;
    }
    match (totals.iter().chain(&targets).all(reads), targets.is_empty()) {
        (false, _) => Block::Notes,
        (true, false) => Block::Unsure,
        (true, true) => Block::Words,
    }
}

/// Whether a cell holds what reads as a number, in one way or in several.
fn is_number(cell: &Cell) -> bool {
    !matches!(cell.given, Given::Fault(_))
        && match typed_amount(&cell.typed(), Currency::NONE) {
            Ok(_) => true,
            Err(error) => {
                matches!(error, AmountError::TwoReadings { .. } | AmountError::WhichCurrency { .. })
            }
        }
}
