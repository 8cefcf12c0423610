//! The table of indicators: of a ledger that is open, as a whole process, of the
//! past, and after whoever wrote was killed.

use std::path::Path;
use std::time::{Duration, Instant};

use jalon::event::Day;
use jalon::figures::{Filter, Known, PlanChoice, Question, Ruling, State, table};

use crate::grown::{Grown, copy};
use crate::held;
use crate::process::{Ended, Measured};
use crate::quantity::{Bound, Quantity};
use crate::replay::{AS_AT, values};
use crate::rows::Rows;

/// How often a process is measured; the middle one is told.
const RUNS: usize = 5;
/// Up to so many entries, a table of the past is worked out of whole records too.
const MOST_WHOLE: usize = 100_000;

pub(crate) fn measure(grown: &Grown, rows: &mut Rows) {
    open_ledger(grown, rows);
    whole_process(grown, rows);
    of_the_past(grown, rows);
    after_a_kill(grown, rows);
}

/// What a table takes whose ledger is open, as at days that were not asked for yet.
fn open_ledger(grown: &Grown, rows: &mut Rows) {
    let state = grown.opened().read().unwrap().state_for_values(Known::Now).unwrap();
    let mut took: Vec<Duration> = ends_of_months().map(|day| took(&state, day)).collect();
    took.sort_unstable();
    let (middle, slowest) = (took[took.len() / 2], took[took.len() - 1]);
    rows.tables.push((grown.size, middle));
    let bound = Bound::Is(Quantity::Time(Duration::from_millis(10)));
    let what = format!("KPI table, ledger open, middle of {} days", took.len());
    rows.row(&what, Quantity::Time(middle)).within(bound).tell();
    rows.row("KPI table, ledger open, slowest of them", Quantity::Time(slowest)).within(bound).tell();
}

fn took(state: &State, day: Day) -> Duration {
    let start = Instant::now();
    let ruling = Ruling::at(state, &PlanChoice::default(), day).unwrap();
    let table = table(&Question::new(state, &ruling, day, Filter::default()));
    let time = start.elapsed();
    assert!(table.groups().any(|group| group.rows.iter().any(|row| row.value.delivered.is_some())));
    time
}

/// The days on which the months of the generated years end.
pub(crate) fn ends_of_months() -> impl Iterator<Item = Day> {
    let months = (2021..=2026).flat_map(|year| (1..=12).map(move |month| (year, month)));
    let days = months.map(|(year, month)| Day::month_end(year, month).unwrap());
    let last: Day = AS_AT.parse().unwrap();
    days.filter(move |day| *day <= last).skip(3)
}

fn whole_process(grown: &Grown, rows: &mut Rows) {
    // The first has the files read and the index made.
    let first = kpi(&grown.ledger(), &["--as-at", AS_AT]).unwrap();
    let ended = middle(|| kpi(&grown.ledger(), &["--as-at", AS_AT]).unwrap());
    assert_eq!(first.out, ended.out);
    let bound = Bound::Is(Quantity::Time(Duration::from_millis(300)));
    rows.row("kpi, whole process", Quantity::Time(ended.time)).within(bound).tell();
    let bound = Bound::Is(Quantity::Bytes(150_000_000));
    rows.row("kpi, whole process, peak memory", Quantity::Bytes(ended.peak)).within(bound).tell();
}

/// What was known when half of the entries were recorded.
fn of_the_past(grown: &Grown, rows: &mut Rows) {
    let half = (grown.size / 2) as u64;
    let asked = ["--as-at", AS_AT, "--known-at", &half.to_string(), "--format", "json"];
    let ended = middle(|| kpi(&grown.ledger(), &asked).unwrap());
    if grown.size <= MOST_WHOLE {
        let whole = grown.opened().read().unwrap().state(Known::Sequence(half)).unwrap();
        let found: serde_json::Value = serde_json::from_slice(&ended.out).unwrap();
        assert_eq!(found["objectives"], values(&whole, AS_AT.parse().unwrap())["objectives"]);
    }
    let bound = Bound::Is(Quantity::Time(Duration::from_secs(1)));
    rows.row("kpi --known-at half of the entries", Quantity::Time(ended.time)).within(bound).tell();
    rows.row("kpi --known-at, peak memory", Quantity::Bytes(ended.peak)).tell();
}

/// The first table after whoever recorded was killed.
fn after_a_kill(grown: &Grown, rows: &mut Rows) {
    let ledger = grown.scratch().join("killed.jalon");
    copy(&grown.ledger(), &ledger);
    let size = held::killed(&ledger);
    let asked = ["--as-at", AS_AT, "--format", "json"];
    let ended = kpi(&ledger, &asked).unwrap();
    let found: serde_json::Value = serde_json::from_slice(&ended.out).unwrap();
    assert_eq!(found["size"].as_u64(), Some(size), "what was acknowledged is there");
    let bound = Bound::Is(Quantity::Time(Duration::from_secs(2)));
    rows.row("kpi, first after a kill", Quantity::Time(ended.time)).within(bound).tell();
    let again = Measured::jalon(
        &ledger,
        &["record", "--accept-clock", "newsletter.sent", "editions=1", "--on", AS_AT],
    );
    let again = again.run().unwrap();
    rows.row("record, first after a kill", Quantity::Time(again.time)).within(bound).tell();
}

fn kpi(ledger: &Path, arguments: &[&str]) -> Result<Ended, String> {
    Measured::jalon(ledger, &[&["kpi"], arguments].concat()).run()
}

/// The middle one of several.
fn middle(run: impl Fn() -> Ended) -> Ended {
    let mut all: Vec<Ended> = (0..RUNS).map(|_| run()).collect();
    all.sort_unstable_by_key(|it| it.time);
    all.swap_remove(RUNS / 2)
}

/// How much longer a table takes of the largest ledger than of the smallest.
pub(crate) fn tell_growth(rows: &mut Rows) {
    let tables = rows.tables.clone();
    let (Some(small), Some(large)) = (tables.iter().min(), tables.iter().max()) else { return };
    if small.0 == large.0 {
        return;
    }
    let what = format!("KPI table, ledger open, grown from {}", small.0);
    let row = rows.row(&what, Quantity::Time(large.1)).of(large.0);
    row.beside("of the smaller", Quantity::Time(small.1)).within(Bound::Most(3_000)).tell();
}
