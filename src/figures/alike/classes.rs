//! Which rows of a piece of the index have the same values in some columns.

use hashbrown::HashMap;

use crate::figures::index::Rows;

/// How many pairs of a class and a number have a place in a table: as many as are at hand in
/// a core's memory.
const MOST: usize = 32 * 1024;

/// The classes of the rows of a piece: rows of one class have the same values.
#[derive(Default)]
pub(super) struct Classes {
    of_rows: Vec<u32>,
    count: usize,
    /// Where a pair leads, from 1 on; kept for its memory alone.
    table: Vec<u32>,
}

impl Classes {
    /// Tells the rows of a piece apart by what stands at some fields.
    pub(super) fn begin(&mut self, rows: &Rows, roots: &[&str]) {
        self.of_rows.clear();
        self.of_rows.resize(rows.len(), 0);
        self.count = 1;
        // What no row states tells none from another.
        for (numbers, different) in roots.iter().filter_map(|root| rows.numbers(root)) {
            // 0 is that of a row which states none; what is beyond all values says none.
            let numbers = numbers.iter().map(|number| (*number as usize).min(different + 1));
            self.tell_apart(numbers, different + 2);
        }
    }

    /// Tells rows of one class apart by their numbers in a column, those less than a size.
    fn tell_apart(&mut self, numbers: impl Iterator<Item = usize>, size: usize) {
        let Self { of_rows, count, table } = self;
        let numbers = numbers.chain(std::iter::repeat(0));
        let pairs = of_rows.iter_mut().zip(numbers).map(|(class, number)| {
            let pair = *class as usize * size + number;
            (class, pair)
        });
        if *count * size <= MOST {
            table.clear();
            table.resize(*count * size, 0);
            *count = 0;
            for (class, pair) in pairs {
                if table[pair] == 0 {
                    *count += 1;
                    table[pair] = u32::try_from(*count).unwrap_or(u32::MAX);
                }
                *class = table[pair] - 1;
            }
        } else {
            let mut known = HashMap::new();
            for (class, pair) in pairs {
                let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
                *class = *known.entry(pair).or_insert(next);
            }
            *count = known.len();
        }
    }

    /// How many there are.
    pub(super) const fn count(&self) -> usize {
        self.count
    }

    /// That of a row.
    pub(super) fn of(&self, row: usize) -> usize {
        self.of_rows[row] as usize
    }
}
