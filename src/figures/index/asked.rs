//! Which rows of a type are looked at.

/// Which activities of a type are looked at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::figures) enum Which {
    All,
    /// Those of which something was said since all of it was packed, as they were then.
    ChangedThen,
    /// The same as they are now, and those that came since.
    ChangedNow,
}

/// Which rows are looked at: some, in order, and all from one on.
pub(super) struct Asked {
    some: Vec<usize>,
    from: usize,
}

impl Asked {
    /// Those of a type of which so many rows were packed, and these, in order, are of
    /// activities of which something was said since.
    pub(super) fn of(which: Which, settled: usize, changed: impl FnOnce() -> Vec<usize>) -> Self {
        match which {
            Which::All => Self { some: vec![], from: 0 },
            Which::ChangedThen => Self { some: changed(), from: usize::MAX },
            Which::ChangedNow => Self { some: changed(), from: settled },
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
