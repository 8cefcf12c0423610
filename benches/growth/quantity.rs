//! What is measured, and the bounds that it is held against.

use std::fmt;
use std::time::Duration;

/// Something measured.
#[derive(Clone, Copy)]
pub(crate) enum Quantity {
    /// So many in a second: more is better.
    Rate(u64),
    /// How long it takes: less is better.
    Time(Duration),
    /// Memory or disk: less is better.
    Bytes(u64),
}

/// A bound of the issue.
#[derive(Clone, Copy)]
pub(crate) enum Bound {
    /// What is measured is at least, or at most, so much; whichever is better.
    Is(Quantity),
    /// It stands to what is beside it at least so, in thousandths.
    Least(u64),
    /// It stands to what is beside it at most so, in thousandths.
    Most(u64),
}

impl Quantity {
    /// So many in a time.
    pub(crate) fn rate(count: usize, time: Duration) -> Self {
        Self::Rate(whole(count as u128 * 1_000_000_000 / time.as_nanos().max(1)))
    }

    /// How it stands to another of its kind, in thousandths.
    pub(crate) fn beside(self, other: Self) -> u64 {
        whole(u128::from(self.number()) * 1_000 / u128::from(other.number()).max(1))
    }

    fn is_within(self, bound: Self) -> bool {
        match self {
            Self::Rate(rate) => rate >= bound.number(),
            Self::Time(_) | Self::Bytes(_) => self.number() <= bound.number(),
        }
    }

    fn number(self) -> u64 {
        match self {
            Self::Rate(number) | Self::Bytes(number) => number,
            Self::Time(time) => whole(time.as_nanos()),
        }
    }
}

impl Bound {
    /// Whether it holds of what is measured, and of how that stands to what is
    /// beside it where something is.
    pub(crate) fn holds(self, ours: Quantity, ratio: Option<u64>) -> bool {
        match self {
            Self::Is(bound) => ours.is_within(bound),
            Self::Least(least) => ratio.is_some_and(|ratio| ratio >= least),
            Self::Most(most) => ratio.is_some_and(|ratio| ratio <= most),
        }
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Rate(rate) => write!(f, "{} /s", scaled(rate, [("", 1), (" k", 1_000), (" M", 1_000_000)])),
            Self::Time(time) => {
                let nanos = whole(time.as_nanos());
                write!(f, "{}", scaled(nanos, [(" µs", 1_000), (" ms", 1_000_000), (" s", 1_000_000_000)]))
            }
            Self::Bytes(bytes) => {
                write!(f, "{}", scaled(bytes, [(" kB", 1_000), (" MB", 1_000_000), (" GB", 1_000_000_000)]))
            }
        }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Is(rate @ Quantity::Rate(_)) => write!(f, "≥ {rate}"),
            Self::Is(other) => write!(f, "≤ {other}"),
            Self::Least(ratio) => write!(f, "≥ {} ×", times(*ratio)),
            Self::Most(ratio) => write!(f, "≤ {} ×", times(*ratio)),
        }
    }
}

/// A ratio, of which thousandths are given.
pub(crate) fn times(thousandths: u64) -> String {
    match thousandths {
        0..10_000 => format!("{}.{:02}", thousandths / 1_000, thousandths % 1_000 / 10),
        _ => format!("{}.{}", thousandths / 1_000, thousandths % 1_000 / 100),
    }
}

/// A number in the largest unit of which it has one.
fn scaled(number: u64, units: [(&str, u64); 3]) -> String {
    let (name, unit) = units.into_iter().rev().find(|(_, unit)| number >= *unit).unwrap_or(units[0]);
    let hundredths = number % unit * 100 / unit;
    match number / unit {
        whole if unit == 1 => format!("{whole}{name}"),
        whole @ 0..10 => format!("{whole}.{hundredths:02}{name}"),
        whole @ 10..100 => format!("{whole}.{}{name}", hundredths / 10),
        whole => format!("{whole}{name}"),
    }
}

fn whole(number: u128) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}
