//! The days of which a row says that it has no total, and what its value at
//! those days is without one.

use std::collections::BTreeSet;

use super::{SeenRow, Understood};
use crate::event::{Day, YearEnd};
use crate::exchange::Spot;

/// That a row has no total for days for which others have one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SeenAbsent {
    /// Where.
    pub spot: Spot,
    /// What stands there; often nothing.
    pub typed: String,
    /// The first day; the plan's where none is named.
    pub from: Option<Day>,
    /// The last day.
    pub to: Day,
    /// What that makes of the row's value at the last day.
    pub absence: Absence,
}

/// What the value of a row is at days for which it has no total.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Absence {
    /// None, as the table has it.
    NotStated,
    /// The total of the days before, which the engine takes for the last one.
    Earlier,
    /// The sum of the other years.
    Unadded,
}

/// Keeps of each row the absent totals that bear on its value, and says which
/// rows are of one fiscal year only.
pub(super) fn note_absent(seen: &mut Understood) {
    // A column in which nothing stands says nothing of any row.
    let filled: Vec<(Option<Day>, Day)> =
        seen.rows().flat_map(|row| &row.totals).map(|it| (it.from, it.to)).collect();
    let (adds_up, year_end) = (seen.adds_up, seen.year_end);
    let groups = seen.objectives.iter_mut().flat_map(|objective| &mut objective.groups);
    for row in groups.flat_map(|group| &mut group.rows) {
        row.absent.retain(|it| !it.typed.is_empty() || filled.contains(&(it.from, it.to)));
        let is_sum = adds_up && row.adds_up();
        let first = row.totals.iter().map(|total| total.to).min();
        // Before its first total a value is not stated, but a sum lacks it.
        row.absent.retain(|it| first.is_some_and(|first| is_sum || first < it.to));
        row.is_yearly = !is_sum && year_end.is_some_and(|end| is_yearly(row, end));
        for it in &mut row.absent {
            it.absence = match (is_sum, row.is_yearly) {
                (true, _) => Absence::Unadded,
                (false, true) => Absence::NotStated,
                (false, false) => Absence::Earlier,
            };
        }
    }
}

/// Whether each fiscal year has one total at most, which stands for no other
/// year: none for those that the row states to be without one.
fn is_yearly(row: &SeenRow, year_end: YearEnd) -> bool {
    let year = |day: Day| year_end.holding(day).from;
    let is_within = row.totals.iter().all(|total| total.from.is_none_or(|from| from >= year(total.to)));
    let years: BTreeSet<Day> = row.totals.iter().map(|total| year(total.to)).collect();
    let is_alone = years.len() == row.totals.len();
    !row.absent.is_empty()
        && is_within
        && is_alone
        && row.absent.iter().all(|it| !years.contains(&year(it.to)))
}
