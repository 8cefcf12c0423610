//! How many rows come to how much on each day, while they come.

use std::hash::{BuildHasherDefault, Hasher};

use hashbrown::HashMap;

use super::running::{Running, Tally};
use crate::event::{Day, Exact};
use crate::figures::packed::{day_of, number_of};

/// Tallies by the numbers of their days. Those of days that follow each other lie side by
/// side, as rows that follow each other mostly happened on days that do: a million of them
/// would otherwise be fetched from all over the memory.
#[derive(Debug, Default)]
pub(super) struct ByDay(HashMap<i32, Tally, BuildHasherDefault<SideBySide>>);

impl ByDay {
    /// Adds a row, which counts for an amount or for itself alone.
    pub(super) fn add(&mut self, day: Day, amount: Option<&Exact>) {
        self.0.entry(number_of(day)).or_default().add(1, amount);
    }

    /// The running totals.
    pub(super) fn running(self) -> Running {
        let mut days: Vec<(i32, Tally)> = self.0.into_iter().collect();
        days.sort_unstable_by_key(|(number, _)| *number);
        // Each number was that of a day.
        Running::of(days.iter().filter_map(|(number, tally)| Some((day_of(*number)?, tally))))
    }
}

/// Hashes the number of a day by itself, so that days that follow each other stand beside
/// each other in a table; the highest bits, by which a table tells apart what stands close
/// by, are those of the lowest.
#[derive(Default)]
struct SideBySide(u64);

impl Hasher for SideBySide {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_i32((*byte).into());
        }
    }

    fn write_i32(&mut self, number: i32) {
        let number = u64::from(number.cast_unsigned());
        self.0 = number | number << 57;
    }
}
