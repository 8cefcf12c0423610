//! Which rows are looked at for what counts on some days: whoever shows a page of an
//! explanation passes over most of a million, by their days alone.

use std::collections::BTreeSet;

use super::on_row::OnRow;
use crate::event::{Day, Period};
use crate::figures::packed::number_of;

/// The rows that may count on some days, of a type whose entries count on the last of the
/// days within which they happened.
#[derive(Debug)]
pub(in crate::figures) struct Sieve {
    /// The number of the first of the days, and which of those from it on are asked for.
    first: i32,
    days: Vec<bool>,
    /// What begins later is not looked at.
    by: Day,
    misses: Option<Misses>,
}

/// Rows that count on no day, where these are looked at too.
#[derive(Clone, Copy, Debug)]
pub(in crate::figures) struct Misses {
    /// What comes before this day counts on none.
    pub before: Day,
    /// Whether an entry counts only once approved.
    pub approval: bool,
}

impl Sieve {
    /// Lets rows through that count on these days, as far as they have begun by a day, and
    /// those that count on none where that is asked for.
    pub(in crate::figures) fn of(days: &BTreeSet<Day>, by: Day, misses: Option<Misses>) -> Self {
        let first = days.first().copied().map_or(0, number_of);
        let mut asked = Vec::new();
        for day in days {
            // They come in order.
            let place = usize::try_from(number_of(*day) - first).unwrap_or_default();
            asked.resize(place, false);
            asked.push(true);
        }
        Self { first, days: asked, by, misses }
    }

    /// Whether what happened within some days may count on one that is asked for.
    pub(super) fn has(&self, occurred: Period) -> bool {
        let is_asked = || {
            let place = usize::try_from(number_of(occurred.to) - self.first);
            place.is_ok_and(|place| self.days.get(place) == Some(&true))
        };
        occurred.from <= self.by && is_asked()
    }

    /// Whether rows that count on no day are looked at.
    pub(super) const fn has_misses(&self) -> bool {
        self.misses.is_some()
    }

    /// Whether a row counts on no day, and is looked at for that.
    pub(super) fn misses(&self, seen: &OnRow<'_>) -> bool {
        let is_missed = |misses: Misses| {
            let comes_before = seen.occurred().to < misses.before;
            comes_before || matches!(seen.verdict(misses.approval), Some(Err(_)))
        };
        self.misses.is_some_and(is_missed)
    }
}
