//! Percentages, kept exact, and whether a target is reached.

use super::value::Value;
use crate::event::Exact;
use crate::plan::{Direction, Indicator, Number, Target};

/// The exact ratio of a value to its target (1 = 100 %), from the baseline
/// when there is one. None for what is not certain, and where the target
/// equals what it is measured from.
pub fn percentage(indicator: &Indicator, target: Option<&Target>, value: &Value) -> Option<Exact> {
    let delivered = value.delivered.as_ref().filter(|_| value.is_certain())?;
    let target = target?.value.exact();
    let from = indicator.baseline.as_ref().map_or_else(Exact::zero, Number::exact);
    (delivered.clone() - from.clone()).divided_by(&(target - from))
}

/// Whether the certain value reaches the target in the rule's direction. A
/// value that may still grow has not reached a target that less is better for.
pub fn reached(indicator: &Indicator, target: &Target, value: &Value) -> bool {
    let target = target.value.exact();
    let certain = value.delivered.as_ref().map(|delivered| value.low.as_ref().unwrap_or(delivered));
    certain.is_some_and(|certain| match indicator.direction {
        Direction::Up => *certain >= target,
        Direction::Down => *certain <= target && value.is_certain(),
    })
}
