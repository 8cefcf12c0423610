//! Tableau de bord: how far each objective is, at each year end and now; what
//! was never reported; what is open; what was recorded last.

pub(in crate::web) mod trend;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::journal::{Line as Recorded, line};
use super::table::{plans, scope_lines};
use crate::audit::OpenKind;
use crate::figures::{
    JournalRow, PlanChoice, Question, Ruling, Table, Wanted, awaiting, journal, never_reported, table,
};
use crate::present::summary;
use crate::web::asked::Asked;
use crate::web::chrome::{Chrome, View, given_as, html};
use crate::web::given::encoded;
use crate::web::office::Office;
use crate::web::seen::Seen;
use crate::web::trouble::Trouble;
use trend::{Trend, aim, asked, counting_words};

/// Entries of a list.
const LAST: usize = 6;

#[derive(Template)]
#[template(path = "home.html")]
struct Page<'v> {
    c: Chrome<'v>,
    day: String,
    plan: String,
    with: String,
    chosen: String,
    plans: Vec<(String, String)>,
    scope: Vec<String>,
    summary: String,
    trend: Option<Trend>,
    /// Where the trend is that follows this page.
    follows: String,
    open: Option<Waiting<'v>>,
    awaiting: Vec<Recorded>,
    never: Vec<(String, String)>,
    last: Vec<Recorded>,
    is_empty: bool,
}

/// How much is open, by kind.
#[derive(Template)]
#[template(path = "open.html")]
struct Waiting<'v> {
    c: Chrome<'v>,
    open: Vec<(String, &'static str, usize)>,
}

pub(in crate::web) async fn page(State(office): State<Office>, seen: Seen) -> Response {
    office.show(&seen, |view| {
        let today = view.today();
        let asked = asked(view)?;
        let ruling = match Ruling::at(view.state, &asked.choice, today) {
            Ok(ruling) => ruling,
            Err(_) if asked.choice == PlanChoice::default() => return html(&empty(view, &asked)),
            Err(error) => return Err(error.into()),
        };
        let now = table(&Question::new(view.state, &ruling, today, asked.filter.clone()));
        let ready = view.office.ready_progress(view.state, &aim(&asked, &ruling, today));
        html(&Page {
            day: view.day(today),
            plan: view.language().of(&ruling.adopted.adoption.label).to_owned(),
            summary: match &ready {
                _ if asked.filter.is_empty() => summary(view.messages, &now).unwrap_or_default(),
                Some(made) => counting_words(view, made),
                None => String::new(),
            },
            trend: ready.map(|made| Trend::of(view, &ruling, &made)),
            // What nothing was recorded of is asked of all entries.
            never: if asked.filter.is_empty() { never(view, &asked.choice, &now) } else { vec![] },
            ..empty(view, &asked)
        })
    })
}

/// Finds the figures of the page.
pub(in crate::web) fn make_ready(view: &View<'_>) -> Result<(), Trouble> {
    let today = view.today();
    let ruling = Ruling::at(view.state, &PlanChoice::default(), today)?;
    view.office.progress(view.state, &aim(&asked(view)?, &ruling, today));
    Ok(())
}

/// A part of a page that follows it, where finding it takes longer.
pub(in crate::web) async fn part(
    State(office): State<Office>,
    Path(name): Path<String>,
    seen: Seen,
) -> Response {
    office.show(&seen, |view| match name.as_str() {
        "trend" => trend::made(view, |ruling, made| html(&Trend::of(view, ruling, made))),
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
fn empty<'v>(view: &View<'v>, asked: &Asked) -> Page<'v> {
    let given = &view.seen.given;
    let typed = |name: &str| given.one(name).unwrap_or_default().to_owned();
    let ready = view.office.ready_checks(view.state, view.today());
    let wanted = Wanted { filter: asked.filter.clone(), ..Wanted::default() };
    let rows: Vec<JournalRow<'_>> = journal(view.state, &wanted);
    let judged = awaiting(view.state).into_iter().rev().take(LAST);
    Page {
        c: view.chrome(&view.word("web-home"), "home"),
        day: view.day(view.today()),
        plan: String::new(),
        with: typed("with"),
        chosen: typed("plan"),
        plans: plans(view),
        scope: scope_lines(view, asked, view.state),
        summary: String::new(),
        trend: None,
        follows: given.link("/part/trend", "", None),
        never: vec![],
        open: ready.map(|_| waiting(view)),
        awaiting: judged.map(|it| line(view, &JournalRow::Record(it))).collect(),
        last: rows.iter().rev().take(LAST).map(|row| line(view, row)).collect(),
        is_empty: view.state.adoptions().is_empty(),
    }
}

/// The rows of which nothing was ever reported, with their addresses.
fn never(view: &View<'_>, choice: &PlanChoice, table: &Table<'_>) -> Vec<(String, String)> {
    never_reported(view.state, choice, table)
        .into_iter()
        .map(|row| {
            let label = view.language().of(&row.indicator.near().label).to_owned();
            let path = format!("/value/{}", encoded(&row.indicator.id));
            (label, view.seen.given.link(&path, "", None))
        })
        .collect()
}
