//! Records in order of their days, in runs that copies of a state share.
//!
//! ```text
//! runs    40,960 · 8,192 · 512       each in order, shared whole
//! latest  up to 256                  as they come
//! ```
//!
//! What is added to a copy makes only the latest anew, which stay few. Runs are put
//! together as they grow: each time a record moves, it comes into a run half as large
//! again at least, so that it moves seldom and there are few runs to look through.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::event::Day;

/// How many wait until they come in order.
const FEW: usize = 256;

/// A record under one of its days.
type Filed = (Day, usize);

/// Records by their days.
#[derive(Clone, Debug, Default)]
pub(super) struct ByDay {
    /// Each in order of the days.
    runs: Vec<Arc<Vec<Filed>>>,
    latest: Arc<Vec<Filed>>,
}

impl ByDay {
    /// Files a record under a day.
    pub(super) fn file(&mut self, day: Day, record: usize) {
        let latest = Arc::make_mut(&mut self.latest);
        latest.push((day, record));
        if latest.len() == FEW {
            latest.sort_unstable();
            self.runs.push(std::mem::take(&mut self.latest));
            self.put_together();
        }
    }

    /// Puts the last run into the one before as long as that one is not twice as large.
    fn put_together(&mut self) {
        while let [.., before, last] = self.runs.as_mut_slice()
            && before.len() < 2 * last.len()
        {
            let before = Arc::make_mut(before);
            before.extend_from_slice(last);
            // Two runs in order, one behind the other, are merged without sorting.
            before.sort();
            self.runs.pop();
        }
    }

    /// The records of some days, each once, in order.
    pub(super) fn on(&self, days: &BTreeSet<Day>) -> BTreeSet<usize> {
        let latest = self.latest.iter().filter(|(day, _)| days.contains(day));
        let mut found: BTreeSet<usize> = latest.map(|(_, record)| *record).collect();
        for run in &self.runs {
            for day in days {
                let first = run.partition_point(|(known, _)| known < day);
                let of_day = run[first..].iter().take_while(|(known, _)| known == day);
                found.extend(of_day.map(|(_, record)| *record));
            }
        }
        found
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics is a test that failed")]
mod tests {
    use std::collections::BTreeSet;

    use super::{ByDay, FEW};
    use crate::event::Day;

    /// Some day of a month, the same each time.
    fn day(record: usize) -> Day {
        Day::new(2024, 1, 1 + u32::try_from(record * 7_919 % 31).unwrap()).unwrap()
    }

    fn on(by_day: &ByDay, days: &[Day]) -> Vec<usize> {
        by_day.on(&days.iter().copied().collect::<BTreeSet<_>>()).into_iter().collect()
    }

    #[test]
    fn each_copy_finds_what_was_filed_in_it_and_no_more() {
        let mut now = ByDay::default();
        let mut copies = vec![];
        for record in 0..12 * FEW + 7 {
            if record % 501 == 0 || record < 3 {
                copies.push((record, now.clone()));
            }
            now.file(day(record), record);
        }
        copies.push((12 * FEW + 7, now));
        for (count, copy) in copies {
            for asked in [vec![], vec![day(0)], vec![day(1), day(2)], (0..31).map(day).collect()] {
                let expected: Vec<usize> = (0..count).filter(|it| asked.contains(&day(*it))).collect();
                assert_eq!(on(&copy, &asked), expected, "{count} {asked:?}");
            }
        }
    }

    #[test]
    fn a_record_under_several_days_is_found_once() {
        let mut by_day = ByDay::default();
        (0..3).for_each(|at| by_day.file(day(at), 9));
        assert_eq!(on(&by_day, &[day(0), day(2)]), [9]);
    }

    #[test]
    fn there_are_few_runs_however_many_are_filed() {
        let mut by_day = ByDay::default();
        (0..100 * FEW).for_each(|record| by_day.file(day(record), record));
        assert!(by_day.runs.len() <= 7, "{}", by_day.runs.len());
        assert!(by_day.runs.iter().all(|run| run.is_sorted()));
    }
}
