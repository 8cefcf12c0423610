//! The table of indicators, as at any date.

pub(in crate::web) mod file;
pub(in crate::web) mod sending;

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::event::Day;
use crate::figures::{Comparison, Question, Ruling, Scope, State as Known, Table, table, year_ends};
use crate::present::{
    Arg, Linked, Parameter, Supplement, count_words, filter_words, html_rows, known_words,
    printed_comparison, printed_table, summary,
};
use crate::web::asked::Asked;
use crate::web::chrome::{Chrome, View, html};
use crate::web::given::encoded;
use crate::web::office::Office;
use crate::web::pages::year::year_link;
use crate::web::seen::Seen;
use crate::web::trouble::Trouble;

#[derive(Template)]
#[template(path = "table.html")]
struct Page<'v> {
    c: Chrome<'v>,
    asked: Form,
    summary: Option<String>,
    scope: Vec<String>,
    /// The rows as every page has them, with links.
    rows: String,
    notes: Vec<String>,
    foot: String,
    /// The fiscal year that it is at the end of, and where its page is.
    year: Option<(String, String)>,
    /// What the values follow from: folded on a screen, printed whole.
    parameters: Vec<Parameter>,
    files: Vec<(String, String)>,
    send: String,
}

/// What the form above a table holds.
pub(in crate::web::pages) struct Form {
    /// Whether a table can stand beside it.
    pub is_table: bool,
    pub action: String,
    pub as_at: String,
    pub known_at: String,
    pub compare: String,
    pub with: String,
    pub plan: String,
    pub year_ends: Vec<YearEnd>,
    pub plans: Vec<(String, String)>,
}

/// A year end that is one click away.
pub(in crate::web::pages) struct YearEnd {
    pub day: String,
    pub words: String,
    pub href: String,
    pub is_here: bool,
}

pub(in crate::web) async fn page(State(office): State<Office>, seen: Seen) -> Response {
    office.show(&seen, |view| {
        let asked = Asked::of(view, &seen.given)?;
        shown(view, &asked, |table, comparison| html(&made(view, &asked, table, comparison)))
    })
}

/// What is made of the table that is asked for, of two dates the newer one, and
/// of both beside each other.
fn shown<T>(
    view: &View<'_>,
    asked: &Asked,
    make: impl FnOnce(&Table<'_>, Option<&Comparison<'_>>) -> Result<T, Trouble>,
) -> Result<T, Trouble> {
    let state = asked.state(view);
    let newer = asked.compare.map_or(asked.as_at, |other| other.max(asked.as_at));
    let ruling = Ruling::at(state, &asked.choice, newer)?;
    let Some(other) = asked.compare else {
        let mut table = table(&Question::new(state, &ruling, newer, asked.filter.clone()));
        table.scope.known = asked.known;
        return make(&table, None);
    };
    let mut comparison = Comparison::new(state, &ruling, [newer, other.min(asked.as_at)], &asked.filter)?;
    comparison.newer.scope.known = asked.known;
    make(&comparison.newer, Some(&comparison))
}

fn made<'v>(
    view: &View<'v>,
    asked: &Asked,
    table: &Table<'_>,
    comparison: Option<&Comparison<'_>>,
) -> Page<'v> {
    let printed = match comparison {
        Some(comparison) => printed_comparison(view.messages, comparison),
        None => printed_table(view.messages, table, Supplement::Shown),
    };
    let leads = |linked: Linked<'_>, day: Day| leads(view, asked, linked, day);
    Page {
        c: view.chrome(&printed.title, "table"),
        asked: form(view, asked, table.ruling, view.seen.path.clone()),
        summary: summary(view.messages, table),
        scope: scope_lines(view, asked, asked.state(view)),
        rows: html_rows(&printed, Some(&leads)),
        notes: printed.notes,
        parameters: printed.parameters,
        foot: foot(view, table),
        year: year(view, asked, table.ruling),
        files: file::links(view),
        send: view.seen.given.link("/table/sent", "", None),
    }
}

/// Where a number of a table leads.
pub(in crate::web::pages) fn leads(view: &View<'_>, asked: &Asked, linked: Linked<'_>, day: Day) -> String {
    let path = match linked {
        Linked::Value(id) | Linked::Target(id) => format!("/value/{}", encoded(id)),
        Linked::Group(id) => format!("/group/{}", encoded(id)),
    };
    let given = &view.seen.given;
    let link = if day == asked.as_at {
        given.link(&path, "", None)
    } else {
        given.link(&path, "as-at", Some(&day.to_string()))
    };
    match linked {
        Linked::Target(_) => link + "#targets",
        Linked::Value(_) | Linked::Group(_) => link,
    }
}

/// The fiscal year that a table is at the end of: whether it is closed, and where its page is.
fn year(view: &View<'_>, asked: &Asked, ruling: &Ruling<'_>) -> Option<(String, String)> {
    let is_end = ruling.fiscal_year(asked.as_at).to == asked.as_at && asked.as_at < view.today();
    is_end.then(|| year_link(view, &ruling.adopted.adoption.id, asked.as_at))
}

/// What is looked at, where it is not all.
pub(in crate::web::pages) fn scope_lines(view: &View<'_>, asked: &Asked, state: &Known) -> Vec<String> {
    let scope = Scope { known: asked.known, ..Scope::of(state, &asked.filter) };
    let lines = [filter_words(view.messages, &scope), known_words(view.messages, &scope)];
    lines.into_iter().flatten().collect()
}

fn foot(view: &View<'_>, table: &Table<'_>) -> String {
    let adoption = &table.ruling.adopted.adoption;
    let size = count_words(view.language(), table.size);
    let values = [
        ("plan", Arg::Text(adoption.id.as_str())),
        ("version", Arg::Shown(&adoption.version)),
        ("size", Arg::Text(&size)),
        ("head", Arg::Text(&table.head.short())),
    ];
    view.say("web-table-foot", &values)
}

/// The form above a table or a value.
pub(in crate::web::pages) fn form(
    view: &View<'_>,
    asked: &Asked,
    ruling: &Ruling<'_>,
    action: String,
) -> Form {
    let given = &view.seen.given;
    let typed = |name: &str| given.one(name).unwrap_or_default().to_owned();
    let year_end = |day: Day| YearEnd {
        day: day.to_string(),
        words: view.day(day),
        href: given.link(&view.seen.path, "as-at", Some(&day.to_string())),
        is_here: day == asked.as_at,
    };
    Form {
        is_table: action == "/table",
        as_at: given.one("as-at").map_or_else(|| asked.as_at.to_string(), str::to_owned),
        known_at: typed("known-at"),
        compare: typed("compare"),
        with: typed("with"),
        plan: typed("plan"),
        year_ends: year_ends(ruling, view.today()).into_iter().map(year_end).collect(),
        plans: plans(view),
        action,
    }
}

/// Each plan once, by its last label.
pub(in crate::web::pages) fn plans(view: &View<'_>) -> Vec<(String, String)> {
    let mut plans: Vec<(String, String)> = Vec::new();
    for adopted in view.state.adoptions() {
        let label = view.language().of(&adopted.adoption.label).to_owned();
        match plans.iter_mut().find(|(id, _)| *id == adopted.adoption.id) {
            Some(plan) => plan.1 = label,
            None => plans.push((adopted.adoption.id.clone(), label)),
        }
    }
    plans
}
