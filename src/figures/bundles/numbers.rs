//! The numbers that rows of the index stand for, read once for each different value.

use super::by_source::BySource;
use super::traits::Numbered;
use crate::event::Exact;
use crate::figures::gather::Row;
use crate::figures::gist::OnPiece;

/// Whether a row has a number, and which.
type Number = (Numbered, Option<Exact>);

/// The numbers that were read, by the numbers that stand for the values in a piece.
pub(super) struct Numbers(BySource<Vec<Option<Number>>>);

impl Numbers {
    pub(super) const fn new() -> Self {
        Self(BySource::new())
    }

    /// That of a row of a source, which is read where none of the same value was.
    pub(super) fn of(&mut self, source: usize, row: &Row<'_>, read: impl FnOnce() -> Number) -> Number {
        let on_piece = row.gist.on_piece().zip(row.source.field.as_deref());
        let Some((OnPiece { rows, at, first }, field)) = on_piece else { return read() };
        let Some((numbers, different)) = rows.numbers_of(field) else { return read() };
        let known = self.0.of(source, first, |known| {
            known.clear();
            known.resize(different + 1, None);
        });
        let value = numbers.get(at).copied().unwrap_or(0);
        match known.get_mut(value as usize) {
            Some(known) => known.get_or_insert_with(read).clone(),
            // It is beyond all values, and says none.
            None => read(),
        }
    }
}
