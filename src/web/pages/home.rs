//! Tableau de bord: how far each objective is, at each year end and now; what
//! was never reported; what is open; what was recorded last.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::journal::{Line as Recorded, line};
use super::rows::reached_words;
use super::table::summary;
use std::sync::Arc;

use crate::audit::OpenKind;
use crate::event::Exact;
use crate::figures::{
    Filter, JournalRow, PlanChoice, Progress, Question, Ruling, Table, Wanted, journal, table, year_ends,
};
use crate::plan::{Kind, Objective as Planned};
use crate::present::Bar;
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
    trend: Option<Trend<'v>>,
    open: Option<Waiting<'v>>,
    never: Vec<(String, String)>,
    last: Vec<Recorded>,
    is_empty: bool,
}

/// How far each objective is, over time.
#[derive(Template)]
#[template(path = "trend.html")]
struct Trend<'v> {
    c: Chrome<'v>,
    days: Vec<Place>,
    objectives: Vec<Objective>,
}

/// How much is open, by kind.
#[derive(Template)]
#[template(path = "open.html")]
struct Waiting<'v> {
    c: Chrome<'v>,
    open: Vec<(String, &'static str, usize)>,
}

struct Place {
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

/// How far all objectives are at the days of the chart.
fn made(view: &View<'_>) -> Result<Arc<Vec<Progress>>, Trouble> {
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
        let made = made(view)?;
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
        for progress in made(view)?.iter() {
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
        let ready = view.office.ready_progress(view.state, &days(&ruling, today));
        html(&Page {
            day: view.day(today),
            plan: view.language().of(&ruling.adopted.adoption.label).to_owned(),
            summary: summary(view, now.reached()),
            trend: ready.map(|made| trend(view, &ruling, &made)),
            never: never(view, &now),
            ..empty(view)
        })
    })
}

/// A part of a page that follows it, where finding it takes longer.
pub(in crate::web) async fn part(
    State(office): State<Office>,
    Path(name): Path<String>,
    seen: Seen,
) -> Response {
    office.show(&seen, |view| match name.as_str() {
        "trend" => {
            let ruling = Ruling::at(view.state, &PlanChoice::default(), view.today())?;
            html(&trend(view, &ruling, &made(view)?))
        }
        "open" => html(&waiting(view)),
        "badge" => {
            let count = view.office.checks(view.state, view.today()).total();
            let badge =
                if count == 0 { String::new() } else { format!("<span class=\"badge\">{count}</span>") };
            Ok(given_as(badge, "text/html; charset=utf-8", "badge.html", false))
        }
        _ => Err(Trouble::Missing),
    })
}

fn waiting<'v>(view: &View<'v>) -> Waiting<'v> {
    let checks = view.office.checks(view.state, view.today());
    let open = OpenKind::ALL
        .into_iter()
        .map(|kind| (view.word(&format!("open-{}", kind.word())), kind.word(), checks.count(kind)));
    Waiting { c: view.chrome("", "home"), open: open.filter(|(_, _, count)| *count > 0).collect() }
}

/// What can be said without a plan.
fn empty<'v>(view: &View<'v>) -> Page<'v> {
    let ready = view.office.ready_checks(view.state, view.today());
    let rows: Vec<JournalRow<'_>> = journal(view.state, &Wanted::default());
    Page {
        c: view.chrome(&view.word("web-home"), "home"),
        day: view.day(view.today()),
        plan: String::new(),
        summary: String::new(),
        trend: None,
        never: vec![],
        open: ready.map(|_| waiting(view)),
        last: rows.iter().rev().take(LAST).map(|row| line(view, row)).collect(),
        is_empty: view.state.adoptions().is_empty(),
    }
}

fn trend<'v>(view: &View<'v>, ruling: &Ruling<'_>, made: &[Progress]) -> Trend<'v> {
    let place = |progress: &Progress| Place {
        short: progress.day.to_string(),
        href: format!("/table?as-at={}", progress.day),
    };
    Trend {
        c: view.chrome("", "home"),
        days: made.iter().map(place).collect(),
        objectives: ruling.objectives.iter().map(|it| objective(view, it, made)).collect(),
    }
}

fn objective(view: &View<'_>, objective: &Planned, made: &[Progress]) -> Objective {
    let reached = |progress: &Progress| {
        progress.objectives.iter().find(|(id, _)| *id == objective.id).map_or([0, 0], |it| it.1)
    };
    let at = |progress: &Progress| {
        let [reached, of] = reached(progress);
        Point {
            words: if of == 0 { "–".to_owned() } else { format!("{reached}/{of}") },
            bar: Bar::part([reached, of]),
            href: format!("/table?as-at={}", progress.day),
        }
    };
    Objective {
        number: objective.number.clone().unwrap_or_default(),
        label: view.language().of(&objective.label).to_owned(),
        reached: reached_words(view, made.last().map_or([0, 0], reached)),
        points: made.iter().map(at).collect(),
    }
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
