//! The numbers that rows of the index stand for, read once for each different value.

use super::traits::Numbered;
use crate::event::Exact;
use crate::figures::gather::Row;
use crate::figures::gist::OnPiece;

/// Whether a row has a number, and which.
type Number = (Numbered, Option<Exact>);

/// The numbers that were read in the piece at hand of a source.
#[derive(Default)]
pub(super) struct Numbers {
    at_hand: Option<[usize; 2]>,
    /// By the numbers that stand for the values in the piece.
    known: Vec<Option<Number>>,
}

impl Numbers {
    /// That of a row of a source, which is read where none of the same value was.
    pub(super) fn of(&mut self, source: usize, row: &Row<'_>, read: impl FnOnce() -> Number) -> Number {
        let on_piece = row.gist.on_piece().zip(row.source.field.as_deref());
        let Some((OnPiece { rows, at, first }, field)) = on_piece else { return read() };
        let Some((numbers, different)) = rows.numbers(field) else { return read() };
        if self.at_hand != Some([source, first]) {
            self.at_hand = Some([source, first]);
            self.known.clear();
            self.known.resize(different + 1, None);
        }
        let value = numbers.get(at).copied().unwrap_or(0);
        match self.known.get_mut(value as usize) {
            Some(known) => known.get_or_insert_with(read).clone(),
            // It is beyond all values, and says none.
            None => read(),
        }
    }
}
