//! What is left of an import once the rows that are refused are left out. That is
//! never done unless it is asked for: who asks is shown which rows they are, and
//! why.

use std::collections::BTreeSet;

use super::{ImportProblem, ImportRow, ImportSaid};
use crate::exchange::{LinePlace, Spot, TableLines, lines_at};
use crate::figures::State;
use crate::ledger::RowVerdict;

/// An import without its refused rows.
pub struct Remaining {
    /// The rows that are taken.
    pub rows: Vec<ImportRow>,
    /// The lines that are left out, as they stand in the file.
    pub left: Vec<TableLines>,
}

impl Remaining {
    /// How many lines are left out.
    pub fn left_count(&self) -> usize {
        self.left.iter().map(|table| table.lines.len()).sum()
    }
}

/// What is left of a file of tables without the rows of which something is wrong or
/// that the ledger refuses: `each` says what becomes of every row. None where what
/// is wrong is no matter of rows (a head, a sheet, the file): then nobody can say
/// which rows would be left out.
pub fn without_refused(
    (file, bytes): (&str, &[u8]),
    said: &ImportSaid<'_>,
    state: &State,
    (rows, each): (&[ImportRow], &[RowVerdict]),
    problems: &[ImportProblem],
) -> Option<Remaining> {
    if problems.iter().any(ImportProblem::is_of_file) {
        return None;
    }
    let refused = rows.iter().zip(each).filter(|(_, verdict)| **verdict == RowVerdict::Refused);
    let refused = refused.map(|(row, _)| place(&row.places.row));
    let places: BTreeSet<LinePlace> = problems.iter().map(|it| place(&it.spot)).chain(refused).collect();
    let left = lines_at(file, bytes, said, state, &places).ok().flatten()?;
    let gone: BTreeSet<LinePlace> = left.iter().flat_map(TableLines::places).collect();
    let rows = rows.iter().filter(|row| !gone.contains(&place(&row.places.row))).cloned().collect();
    Some(Remaining { rows, left })
}

fn place(spot: &Spot) -> LinePlace {
    (spot.sheet.as_ref().map(|sheet| sheet.index), spot.line)
}
