//! Which rows of a piece of the index have the same values in some columns.

use hashbrown::HashMap;

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
    /// Tells so many rows apart by the numbers that stand for their values in some columns,
    /// each with how many different values there are.
    pub(super) fn begin<'c>(&mut self, rows: usize, columns: impl Iterator<Item = (&'c [u32], usize)>) {
        self.of_rows.clear();
        self.of_rows.resize(rows, 0);
        self.count = 1;
        for (numbers, different) in columns {
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Classes, MOST};

    proptest! {
        #[test]
        fn rows_are_of_one_class_where_all_their_numbers_are_the_same(
            rows in prop::collection::vec((0..4_u32, 0..4_u32), 0..20), short in 0..20_usize, many: bool,
        ) {
            let [one, other]: [Vec<u32>; 2] =
                [rows.iter().map(|row| row.0).collect(), rows.iter().map(|row| row.1).collect()];
            // The last rows of a column may be left out, which states nothing.
            let other = &other[..other.len().min(short)];
            let different = if many { MOST } else { 3 };
            let mut classes = Classes::default();
            classes.begin(rows.len(), [(one.as_slice(), different), (other, different)].into_iter());
            let numbers = |at: usize| (one[at], other.get(at).copied().unwrap_or(0));
            for at in 0..rows.len() {
                prop_assert!(classes.of(at) < classes.count());
                for before in 0..at {
                    prop_assert_eq!(classes.of(at) == classes.of(before), numbers(at) == numbers(before));
                }
            }
        }
    }

    #[test]
    fn what_is_beyond_all_values_is_not_what_one_of_them_says() {
        let mut classes = Classes::default();
        classes.begin(4, [([0, 1, 2, 9].as_slice(), 1)].into_iter());
        assert_eq!([classes.of(0), classes.of(1), classes.of(2), classes.of(3)], [0, 1, 2, 2]);
    }
}
