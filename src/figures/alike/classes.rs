//! Which rows of a piece of the index have the same values in some columns.

use hashbrown::HashMap;

use crate::figures::gist::{Columns, Gist};

/// How many classes may be found by their place in a table: as many as are at hand in a
/// core's memory.
const MOST: usize = 16 * 1024;

/// The classes of the rows of a piece, numbered in the order in which they come.
#[derive(Default)]
pub(super) struct Classes {
    columns: Columns,
    /// How many numbers there are in each column; where these could be too many together,
    /// none.
    sizes: Vec<usize>,
    /// The class of each combination of numbers, from 1 on; 0 where none has come.
    table: Vec<u32>,
    /// Where there are too many: to where rows went on that had gone so far and have this
    /// number in the next column.
    ways: HashMap<(u32, u32), u32>,
    /// How many places there are to go on from, and how many classes.
    turns: u32,
    count: u32,
}

impl Classes {
    /// Those of the piece in which a version stands, by what stands at some fields.
    pub(super) fn begin(&mut self, gist: &Gist<'_>, roots: &[&str]) {
        self.columns = gist.columns(roots);
        self.sizes = self.columns.iter().map(|column| gist.different(*column) + 2).collect();
        let combinations = self.sizes.iter().try_fold(1, |all: usize, size| all.checked_mul(*size));
        self.table.clear();
        self.table.resize(combinations.filter(|all| *all <= MOST).unwrap_or(0), 0);
        self.ways.clear();
        (self.turns, self.count) = (0, 0);
    }

    /// The class of a version.
    pub(super) fn of(&mut self, gist: &Gist<'_>) -> usize {
        let class = if self.table.is_empty() { self.by_ways(gist) } else { self.by_place(gist) };
        class as usize
    }

    fn by_place(&mut self, gist: &Gist<'_>) -> u32 {
        let columns = self.columns.iter().zip(&self.sizes);
        let place = columns.fold(0, |place, (column, size)| {
            // What is beyond its values stands for none, and so does the last.
            place * size + (gist.number(*column) as usize).min(size - 1)
        });
        let Self { table, count, .. } = self;
        if table[place] == 0 {
            *count += 1;
            table[place] = *count;
        }
        table[place] - 1
    }

    fn by_ways(&mut self, gist: &Gist<'_>) -> u32 {
        let Self { columns, ways, turns, .. } = self;
        columns.iter().fold(0, |at, column| {
            *ways.entry((at, gist.number(*column))).or_insert_with(|| {
                *turns += 1;
                *turns
            })
        })
    }
}
