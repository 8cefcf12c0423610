//! What is remembered of the rows of a piece, for each source of a rule.

/// Of each source, what is remembered of the piece at hand.
pub(super) struct BySource<T>(Vec<OfPiece<T>>);

#[derive(Default)]
struct OfPiece<T> {
    first: Option<usize>,
    known: T,
}

impl<T: Default> BySource<T> {
    pub(super) const fn new() -> Self {
        Self(vec![])
    }

    /// What is remembered of the piece that begins on a row; what was of another is
    /// forgotten.
    pub(super) fn of(&mut self, source: usize, first: usize, forget: impl FnOnce(&mut T)) -> &mut T {
        if self.0.len() <= source {
            self.0.resize_with(source + 1, OfPiece::default);
        }
        let of_piece = &mut self.0[source];
        if of_piece.first.replace(first) != Some(first) {
            forget(&mut of_piece.known);
        }
        &mut of_piece.known
    }
}
