//! Tableau de bord: how far each objective is, at each year end and now; what
//! was never reported; what is open; what was recorded last.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::journal::{Line as Recorded, line};
use super::rows::{Bar, reached_words};
use super::table::summary;
use std::sync::Arc;

use crate::audit::OpenKind;
use crate::event::Exact;
use crate::figures::{
    Filter, JournalRow, PlanChoice, Progress, Question, Ruling, Table, Wanted, journal, table, year_ends,
};
use crate::plan::Kind;
use crate::web::chart::{Plot, svg};
use crate::web::chrome::{Chrome, View, given_as, html};
use crate::web::given::encoded;
use crate::web::office::Office;
use crate::web::seen::Seen;
use crate::web::trouble::Trouble;

/// Entries that were recorded last.
const LAST: usize = 6;

#[derive(Template)]
#[template(path = "home.html")]
struct Page<'v> {
    c: Chrome<'v>,
    day: String,
    plan: String,
    summary: String,
    days: Vec<Day>,
    objectives: Vec<Objective>,
    never: Vec<(String, String)>,
    open: Vec<(String, &'static str, usize)>,
    last: Vec<Recorded>,
    is_empty: bool,
}

struct Day {
    short: String,
    href: String,
}

struct Objective {
    number: String,
    label: String,
    reached: String,
    points: Vec<Point>,
}

/// How far an objective is at a day.
struct Point {
    words: String,
    bar: Option<Bar>,
    href: String,
}

/// Days of the chart, oldest first, and how far all objectives are.
fn trend(view: &View<'_>) -> Result<Arc<Vec<Progress>>, Trouble> {
    let today = view.today();
    let ruling = Ruling::at(view.state, &PlanChoice::default(), today)?;
    Ok(view.office.progress(view.state, &days(&ruling, today)))
}

/// The year ends so far, and today.
fn days(ruling: &Ruling<'_>, today: crate::event::Day) -> Vec<crate::event::Day> {
    let mut days = year_ends(ruling, today);
    days.push(today);
    days.dedup();
    days
}

/// How many targets are reached, over time, of how many.
pub(in crate::web) async fn chart(State(office): State<Office>, seen: Seen) -> Response {
    office.show(&seen, |view| {
        let made = trend(view)?;
        let exact = |number: usize| Some(Exact::from(number));
        let plot = Plot {
            places: made.iter().map(|it| it.day.to_string()).collect(),
            values: made.iter().map(|it| exact(it.all[0])).collect(),
            targets: made.iter().map(|it| exact(it.all[1])).collect(),
            words: &|number| number.round(0),
            target: view.word("web-indicators-with-target"),
        };
        let drawn = svg(&plot, seen.given.one("theme") == Some("dark")).ok_or(Trouble::Template)?;
        Ok(given_as(drawn, "image/svg+xml", "trend.svg", seen.given.has("keep")))
    })
}

/// What the chart shows, as CSV.
pub(in crate::web) async fn series(State(office): State<Office>, seen: Seen) -> Response {
    office.show(&seen, |view| {
        let mut text = "as_at,reached,of\r\n".to_owned();
        for progress in trend(view)?.iter() {
            text.push_str(&format!("{},{},{}\r\n", progress.day, progress.all[0], progress.all[1]));
        }
        Ok(given_as(text, "text/csv; charset=utf-8", "trend.csv", true))
    })
}

pub(in crate::web) async fn page(State(office): State<Office>, seen: Seen) -> Response {
    office.show(&seen, |view| {
        let today = view.today();
        let Ok(ruling) = Ruling::at(view.state, &PlanChoice::default(), today) else {
            return html(&empty(view));
        };
        let question = Question::new(view.state, &ruling, today, Filter::default());
        let now = table(&question);
        let days = days(&ruling, today);
        let made = view.office.progress(view.state, &days);
        html(&Page {
            day: view.day(today),
            plan: view.language().of(&ruling.adopted.adoption.label).to_owned(),
            summary: summary(view, now.reached()),
            days: days
                .iter()
                .map(|day| Day { short: day.to_string(), href: format!("/table?as-at={day}") })
                .collect(),
            objectives: objectives(view, &now, &made),
            never: never(view, &now),
            ..empty(view)
        })
    })
}

/// What can be said without a plan.
fn empty<'v>(view: &View<'v>) -> Page<'v> {
    let checks = view.office.checks(view.state, view.today());
    let open = OpenKind::ALL
        .into_iter()
        .map(|kind| (view.word(&format!("open-{}", kind.word())), kind.word(), checks.count(kind)));
    let rows: Vec<JournalRow<'_>> = journal(view.state, &Wanted::default());
    Page {
        c: view.chrome(&view.word("web-home"), "home"),
        day: view.day(view.today()),
        plan: String::new(),
        summary: String::new(),
        days: vec![],
        objectives: vec![],
        never: vec![],
        open: open.filter(|(_, _, count)| *count > 0).collect(),
        last: rows.iter().rev().take(LAST).map(|row| line(view, row)).collect(),
        is_empty: view.state.adoptions().is_empty(),
    }
}

fn objectives(view: &View<'_>, table: &Table<'_>, made: &[Progress]) -> Vec<Objective> {
    let each = table.objectives.iter().map(|objective| {
        let id = &objective.objective.id;
        let at = |progress: &Progress| {
            let [reached, of] = progress.objectives.iter().find(|(it, _)| it == id).map_or([0, 0], |it| it.1);
            Point {
                words: if of == 0 { "–".to_owned() } else { format!("{reached}/{of}") },
                bar: Bar::part([reached, of]),
                href: format!("/table?as-at={}", progress.day),
            }
        };
        Objective {
            number: objective.objective.number.clone().unwrap_or_default(),
            label: view.language().of(&objective.objective.label).to_owned(),
            reached: reached_words(view, objective.reached()),
            points: made.iter().map(at).collect(),
        }
    });
    each.collect()
}

/// The rows of which nothing was ever recorded, with their addresses.
fn never(view: &View<'_>, table: &Table<'_>) -> Vec<(String, String)> {
    let rows = table.groups().flat_map(|group| &group.rows);
    let silent = rows.filter(|row| {
        let value = &row.value;
        let nothing = value.contributions.is_empty() && value.not_counted.is_empty() && value.parts.is_none();
        nothing && row.indicator.rule.kind != Kind::Narrative
    });
    silent
        .map(|row| {
            let label = view.language().of(&row.indicator.near().label).to_owned();
            (label, format!("/value/{}", encoded(&row.indicator.id)))
        })
        .collect()
}
