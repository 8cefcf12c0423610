//! All values from all entries, without an index.

use std::time::{Duration, Instant};

use jalon::event::Day;
use jalon::figures::{Filter, Known, PlanChoice, Question, Ruling, State, table};
use jalon::present::kpi_json;
use serde_json::Value;

use crate::grown::Grown;
use crate::import::MEMORY;
use crate::process::Measured;
use crate::quantity::{Bound, Quantity};
use crate::rows::Rows;

/// A day by which everything generated has happened.
pub(crate) const AS_AT: &str = "2026-03-31";
/// Up to so many entries, values are worked out of whole records too.
const MOST_WHOLE: usize = 100_000;
const RUNS: usize = 3;

pub(crate) fn measure(grown: &Grown, rows: &mut Rows) {
    let (time, values) = replayed(grown);
    check(grown, &values);
    let rate = Quantity::rate(grown.size, time);
    let row = rows.row("full replay to all values, no index (which it makes)", rate);
    row.within(Bound::Is(Quantity::Rate(600_000))).tell();
    grown.forget_index();
    let without = Measured::jalon(&grown.ledger(), &["kpi", "--as-at", AS_AT]).run().unwrap();
    let with = Measured::jalon(&grown.ledger(), &["kpi", "--as-at", AS_AT]).run().unwrap();
    assert_eq!(without.out, with.out);
    rows.row("kpi without index, whole process", Quantity::Time(without.time)).tell();
    rows.row("kpi without index, peak memory", Quantity::Bytes(without.peak)).within(MEMORY).tell();
}

/// The quickest replay of several, and the values that it comes to.
pub(crate) fn replayed(grown: &Grown) -> (Duration, Value) {
    let run = |_| {
        grown.forget_index();
        let start = Instant::now();
        let state = grown.opened().read().unwrap().state_for_values(Known::Now).unwrap();
        let values = values(&state, AS_AT.parse().unwrap());
        (start.elapsed(), values)
    };
    (0..RUNS).map(run).min_by_key(|(time, _)| *time).unwrap()
}

/// What was replayed is what the index says, and what whole records say.
fn check(grown: &Grown, replayed: &Value) {
    let reading = grown.opened().read().unwrap();
    let day: Day = AS_AT.parse().unwrap();
    assert_eq!(values(&reading.state_for_values(Known::Now).unwrap(), day), *replayed);
    if grown.size <= MOST_WHOLE {
        let whole = reading.state(Known::Now).unwrap();
        assert_eq!(values(&whole, day), *replayed);
    }
}

/// The whole table.
pub(crate) fn values(state: &State, day: Day) -> Value {
    let ruling = Ruling::at(state, &PlanChoice::default(), day).unwrap();
    kpi_json(&table(&Question::new(state, &ruling, day, Filter::default())))
}
