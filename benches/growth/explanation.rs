//! The first page of an explanation of the value that most entries make up.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use jalon::event::Day;
use jalon::figures::{Filter, Known, PlanChoice, Question, Ruling, State, excerpt, explain, table};

use crate::grown::{Grown, copy};
use crate::process::times;
use crate::quantity::{Bound, Quantity};
use crate::rows::Rows;
use crate::server::Server;
use crate::table::ends_of_months;

/// Of more entries no server is begun: it holds whole records in memory.
const MOST_SERVED: usize = 1_000_000;
/// So many days are asked for, each once.
const MONTHS: usize = 5;
/// Contributions on a page.
const SHOWN: usize = 200;
/// The bound of the issue.
const BOUND: Bound = Bound::Is(Quantity::Time(Duration::from_millis(50)));

pub(crate) fn measure(grown: &Grown, rows: &mut Rows) {
    let state = grown.opened().read().unwrap().state_for_values(Known::Now).unwrap();
    let days: Vec<Day> = ends_of_months().collect();
    let (last, before) = days.split_last().unwrap();
    // In the last months it is made of about as many.
    let others = &before[before.len() - MONTHS..];
    let (id, count) = largest(&state, *last);
    let middle = |look: fn(&Question<'_>, &str) -> bool| {
        let mut took: Vec<Duration> = others.iter().map(|day| took(&state, &id, *day, look)).collect();
        took.sort_unstable();
        Quantity::Time(took[MONTHS / 2])
    };
    let what = format!("all {count} contributions of {id}, ledger open");
    rows.row(&what, middle(explains_all)).within(BOUND).tell();
    let what = format!("the first {SHOWN} of them, ledger open");
    rows.row(&what, middle(explains_some)).within(BOUND).tell();
    if grown.size > MOST_SERVED {
        return rows.pass_over("first page of it, served", "a server of so many is not begun here");
    }
    drop(state);
    let ledger = grown.scratch().join("served.jalon");
    copy(&grown.ledger(), &ledger);
    let server = served(&ledger);
    let mut pages = others.iter().rev().map(|day| format!("/value/{id}?as-at={day}"));
    let took = times(MONTHS, || assert!(server.page(&pages.next().unwrap()).contains("/entry/")));
    rows.row("first page of it, served, middle of 5 days", Quantity::Time(took[MONTHS / 2]))
        .within(BOUND)
        .tell();
}

/// The indicator whose value is made of most entries, and of how many.
fn largest(state: &State, day: Day) -> (String, usize) {
    let ruling = Ruling::at(state, &PlanChoice::default(), day).unwrap();
    let table = table(&Question::new(state, &ruling, day, Filter::default()));
    let rows = table.groups().flat_map(|group| &group.rows);
    let counts = rows.map(|row| (row.indicator.id.clone(), row.value.counted));
    counts.max_by_key(|(_, count)| *count).unwrap()
}

fn took(state: &State, id: &str, day: Day, look: fn(&Question<'_>, &str) -> bool) -> Duration {
    let start = Instant::now();
    let ruling = Ruling::at(state, &PlanChoice::default(), day).unwrap();
    let is_right = look(&Question::new(state, &ruling, day, Filter::default()), id);
    let time = start.elapsed();
    assert!(is_right);
    time
}

/// Whether all that explains a value is listed.
fn explains_all(question: &Question<'_>, id: &str) -> bool {
    let row = explain(question, question.ruling.indicator(id).unwrap());
    row.value.contributions.len() == row.value.counted
}

/// Whether the first of it is.
fn explains_some(question: &Question<'_>, id: &str) -> bool {
    let excerpt = excerpt(question, question.ruling.indicator(id).unwrap(), 0, SHOWN);
    excerpt.contributions.len() == SHOWN.min(excerpt.count)
}

fn served(ledger: &Path) -> Server {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jalon"));
    let server = command
        .args(["serve", "--port", "0", "--lang", "fr"])
        .env_clear()
        .env("HOME", ledger.parent().unwrap())
        .env("JALON_KEYS", ledger.with_extension("keys"))
        .env("JALON_LEDGER", ledger)
        .stderr(Stdio::piped());
    Server::of(server.spawn().unwrap())
}
