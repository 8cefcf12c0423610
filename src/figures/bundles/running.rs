//! How many there were by each day, and what they come to.

use super::sums::Sums;
use crate::event::{Day, Exact};
use crate::figures::packed::{day_of, number_of};

/// How many, and how much.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Tally {
    pub(super) count: usize,
    pub(super) sum: Exact,
}

impl Tally {
    pub(super) fn add(&mut self, count: usize, sum: Option<&Exact>) {
        self.count += count;
        if let Some(sum) = sum {
            self.sum = self.sum.clone() + sum.clone();
        }
    }

    pub(super) fn less(&self, other: &Self) -> Self {
        Self { count: self.count.saturating_sub(other.count), sum: self.sum.clone() - other.sum.clone() }
    }
}

/// Running totals, in order of the day. They are many and mostly short: a day and the number
/// by it lie side by side, and a day is the number that it has in an index.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Running {
    totals: Vec<(i32, u32)>,
    sums: Sums,
}

impl Running {
    /// The running totals of what came on each day, by the numbers of the days in order.
    pub(super) fn of<'t>(days: impl Iterator<Item = (i32, &'t Tally)>) -> Self {
        let (mut running, mut so_far) = (Self::default(), Tally::default());
        for (day, tally) in days {
            so_far.add(tally.count, Some(&tally.sum));
            running.push(day, &so_far);
        }
        running
    }

    /// None yet, with room for so many days.
    pub(super) fn with_room(days: usize) -> Self {
        Self { totals: Vec::with_capacity(days), sums: Sums::default() }
    }

    /// Adds the total by a day, said by its number, after those before.
    pub(super) fn push(&mut self, day: i32, so_far: &Tally) {
        self.totals.push((day, u32::try_from(so_far.count).unwrap_or(u32::MAX)));
        self.sums.push(&so_far.sum);
    }

    /// On how many days something came.
    pub(super) const fn len(&self) -> usize {
        self.totals.len()
    }

    /// The totals by each day, which is said by its number.
    pub(super) fn each(&self) -> impl Iterator<Item = (i32, Tally)> {
        self.totals.iter().enumerate().map(|(at, (day, _))| (*day, self.tally(at)))
    }

    fn tally(&self, at: usize) -> Tally {
        Tally { count: self.totals[at].1 as usize, sum: self.sums.get(at) }
    }

    /// The total by a day.
    pub(super) fn by(&self, day: Day) -> Option<Tally> {
        self.by_number(number_of(day))
    }

    /// The same by the number of a day.
    pub(super) fn by_number(&self, day: i32) -> Option<Tally> {
        let after = self.totals.partition_point(|(known, _)| *known <= day);
        after.checked_sub(1).map(|at| self.tally(at))
    }

    /// The total before a day.
    pub(super) fn before(&self, day: Day) -> Option<Tally> {
        self.by_number(number_of(day) - 1)
    }

    /// The days from one on, on which something came.
    pub(super) fn days_from(&self, day: Day) -> impl Iterator<Item = Day> {
        let day = number_of(day);
        let first = self.totals.partition_point(|(known, _)| *known < day);
        // Each number was that of a day.
        self.totals[first..].iter().filter_map(|(day, _)| day_of(*day))
    }

    /// The first day, by its number.
    pub(super) fn first(&self) -> Option<i32> {
        self.totals.first().map(|(day, _)| *day)
    }

    /// The first and the last day.
    pub(super) fn ends(&self) -> Option<[Day; 2]> {
        let [(first, _), (last, _)] = [self.totals.first()?, self.totals.last()?];
        Some([day_of(*first)?, day_of(*last)?])
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Running, Tally};
    use crate::event::{Day, Exact};
    use crate::figures::packed::number_of;

    proptest! {
        #[test]
        fn the_total_by_a_day_is_that_of_the_days_up_to_it(
            days in prop::collection::btree_map(1_u32..28, -100_i64..100, 0..20), asked in 1_u32..28
        ) {
            let day = |day: u32| Day::new(2024, 2, day).unwrap_or(Day::FIRST);
            let tally = |number: &i64| Tally { count: 1, sum: Exact::from(*number) };
            let each: Vec<_> = days.iter().map(|(at, number)| (day(*at), tally(number))).collect();
            let running = Running::of(each.iter().map(|(day, tally)| (number_of(*day), tally)));
            let mut expected = Tally::default();
            days.range(..=asked).for_each(|(_, number)| expected.add(1, Some(&Exact::from(*number))));
            prop_assert_eq!(running.by(day(asked)).unwrap_or_default(), expected);
            let before = running.before(day(asked)).unwrap_or_default();
            let by_then = running.by(day(asked).previous()).unwrap_or_default();
            prop_assert_eq!(before, by_then);
            let from: Vec<Day> = running.days_from(day(asked)).collect();
            prop_assert_eq!(from, days.range(asked..).map(|(at, _)| day(*at)).collect::<Vec<_>>());
        }
    }
}
