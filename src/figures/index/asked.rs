//! Which rows of a type are looked at.

use super::sieve::Sieve;

/// Which activities of a type are looked at.
#[derive(Clone, Copy, Debug)]
pub(in crate::figures) enum Which<'s> {
    All,
    /// Those that a sieve lets through; of records that stand in no index, all.
    Sifted(&'s Sieve),
    /// Those of which something was said since all of it was packed, as they were then.
    ChangedThen,
    /// The same as they are now, and those that came since.
    ChangedNow,
}

/// Which rows are looked at: some, in order, and all from one on, as far as a sieve lets
/// them through.
pub(super) struct Asked<'s> {
    some: Vec<usize>,
    from: usize,
    pub(super) sieve: Option<&'s Sieve>,
}

impl<'s> Asked<'s> {
    /// All of a type.
    pub(super) const fn all() -> Self {
        Self { some: vec![], from: 0, sieve: None }
    }

    /// Those of a type of which so many rows were packed, and these, in order, are of
    /// activities of which something was said since.
    pub(super) fn of(which: Which<'s>, settled: usize, changed: impl FnOnce() -> Vec<usize>) -> Self {
        match which {
            Which::All => Self::all(),
            Which::Sifted(sieve) => Self { sieve: Some(sieve), ..Self::all() },
            Which::ChangedThen => Self { some: changed(), from: usize::MAX, sieve: None },
            Which::ChangedNow => Self { some: changed(), from: settled, sieve: None },
        }
    }

    pub(super) fn has(&self, row: usize) -> bool {
        row >= self.from || self.some.binary_search(&row).is_ok()
    }

    /// The first row from one on.
    pub(super) fn first_from(&self, first: usize) -> usize {
        let place = self.some.partition_point(|row| *row < first);
        let all = self.from.max(first);
        self.some.get(place).map_or(all, |row| all.min(*row))
    }
}
