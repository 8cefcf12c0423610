//! How many rows come to how much on each day, while they come.

use std::hash::{BuildHasherDefault, Hasher};

use hashbrown::HashMap;

use super::running::Tally;
use crate::event::{Day, Exact};
use crate::figures::packed::number_of;

/// Of so many different days it is looked whether they lie close to each other.
const MANY: usize = 128;
/// Within how many days they have to lie then.
const CLOSE: usize = 64 * MANY;

/// Tallies by the numbers of their days.
#[derive(Debug, Default)]
pub(super) struct ByDay {
    /// Of few days, or of those that lie far from the others. Those of days that follow each
    /// other lie side by side, as rows that follow each other mostly happened on days that
    /// do: a million of them would otherwise be fetched from all over the memory.
    some: HashMap<i32, Tally, BuildHasherDefault<SideBySide>>,
    close: Close,
}

/// Tallies of days of which many lie close to each other, from one on: most rows are in few
/// bundles, and all days of these stay at hand in a core's memory.
#[derive(Debug, Default)]
struct Close {
    first: i32,
    counts: Vec<u32>,
    /// Of as many days, where rows count for more than themselves.
    sums: Vec<Exact>,
}

impl ByDay {
    /// Adds a row, which counts for an amount or for itself alone.
    pub(super) fn add(&mut self, day: Day, amount: Option<&Exact>) {
        let number = number_of(day);
        if self.close.add(number, 1, amount) {
            return;
        }
        self.some.entry(number).or_default().add(1, amount);
        if self.some.len() == MANY {
            self.bring_together();
        }
    }

    /// Has days that lie close to each other lie one behind the other.
    fn bring_together(&mut self) {
        let known = self.close.days();
        let days = || {
            self.some
                .keys()
                .copied()
                .chain([known.start, known.end - 1].into_iter().filter(|_| !known.is_empty()))
        };
        let (Some(first), Some(last)) = (days().min(), days().max()) else { return };
        let count = usize::try_from(last - first).unwrap_or(CLOSE) + 1;
        if count > CLOSE {
            return;
        }
        let before =
            std::mem::replace(&mut self.close, Close { first, counts: vec![0; count], sums: vec![] });
        for (day, tally) in before.each().chain(self.some.drain()) {
            let count = u32::try_from(tally.count).unwrap_or(u32::MAX);
            self.close.add(day, count, Some(&tally.sum));
        }
    }

    /// What came on each day, by the numbers of the days in order.
    pub(super) fn days(self) -> Vec<(i32, Tally)> {
        let mut days: Vec<(i32, Tally)> = self.close.each().chain(self.some).collect();
        days.sort_unstable_by_key(|(number, _)| *number);
        days
    }
}

impl Close {
    /// Adds rows of one of its days; whether it is one.
    fn add(&mut self, day: i32, count: u32, amount: Option<&Exact>) -> bool {
        let place = usize::try_from(day - self.first);
        let Some((place, counted)) = place.ok().and_then(|at| Some((at, self.counts.get_mut(at)?))) else {
            return false;
        };
        *counted += count;
        if let Some(amount) = amount.filter(|amount| !amount.is_zero()) {
            self.sums.resize(self.counts.len(), Exact::zero());
            self.sums[place] = self.sums[place].clone() + amount.clone();
        }
        true
    }

    fn days(&self) -> std::ops::Range<i32> {
        self.first..self.first + i32::try_from(self.counts.len()).unwrap_or_default()
    }

    /// The tallies of days on which there were rows.
    fn each(&self) -> impl Iterator<Item = (i32, Tally)> {
        let days = self.days().zip(&self.counts).enumerate();
        let tally = |at: usize, count: u32| Tally {
            count: count as usize,
            sum: self.sums.get(at).cloned().unwrap_or_default(),
        };
        days.filter(|(_, (_, count))| **count > 0).map(move |(at, (day, count))| (day, tally(at, *count)))
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::{ByDay, CLOSE};
    use crate::event::{Day, Exact};
    use crate::figures::bundles::running::Tally;
    use crate::figures::packed::{day_of, number_of};

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        /// Few or many, close to each other or far.
        #[test]
        fn each_day_has_what_came_on_it(
            rows in prop::collection::vec((0..400_i32, prop::option::of(-2..3_i64)), 0..1_200),
            far in prop::collection::vec((1..3_000_000_i32, Just(None)), 0..300), far_first: bool,
        ) {
            let [first, last] = if far_first { [far, rows] } else { [rows, far] };
            let mut by_day = ByDay::default();
            let mut expected: BTreeMap<i32, Tally> = BTreeMap::new();
            for (day, amount) in first.into_iter().chain(last) {
                let day: Day = day_of(day + 100_000).unwrap_or(Day::FIRST);
                let amount = amount.map(Exact::from);
                by_day.add(day, amount.as_ref());
                expected.entry(number_of(day)).or_default().add(1, amount.as_ref());
            }
            prop_assert!(by_day.close.counts.len() <= CLOSE);
            prop_assert_eq!(by_day.days(), expected.into_iter().collect::<Vec<_>>());
        }
    }
}
