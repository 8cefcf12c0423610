//! The days of what is recorded: what has happened ends today at the latest.

use super::refusal::Refusal;
use crate::event::{Day, Period};

/// The days of what is recorded, with what was made of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Days {
    /// As they were given.
    Given(Period),
    /// None of them has begun, or they may last: it is planned.
    Planned(Period),
    /// They hold today, and end today.
    Cut(Period),
}

impl Days {
    /// A period that holds today ends today, for what is recorded has happened,
    /// unless it is said to be planned. One that has not begun is planned. What
    /// is over is not: it would count, whatever is said of it.
    pub fn of(occurred: Period, today: Day, planned: bool) -> Result<Self, Refusal> {
        match (occurred.to <= today, planned) {
            (true, true) => Err(Refusal::NotToCome(occurred.to)),
            (true, false) | (false, true) => Ok(Self::Given(occurred)),
            (false, false) if occurred.from > today => Ok(Self::Planned(occurred)),
            (false, false) => Ok(Self::Cut(Period { to: today, ..occurred })),
        }
    }

    /// The days.
    pub const fn period(self) -> Period {
        match self {
            Self::Given(period) | Self::Planned(period) | Self::Cut(period) => period,
        }
    }
}
