//! A group of the table: its rows, and the mean that they make.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::table::{leads, scope_lines};
use crate::event::Day;
use crate::figures::{GroupTable, Question, RowTable, Ruling, table};
use crate::present::{Arg, Linked, Messages, Supplement, day_words, html_rows, percent_words, printed_table};
use crate::web::asked::Asked;
use crate::web::chrome::{Chrome, View, html};
use crate::web::office::Office;
use crate::web::seen::Seen;
use crate::web::trouble::Trouble;

#[derive(Template)]
#[template(path = "group.html")]
struct Page<'v> {
    c: Chrome<'v>,
    day: String,
    scope: Vec<String>,
    rows: String,
    /// How the mean is reckoned.
    mean: Option<String>,
    /// The rows that are no part of it.
    apart: Vec<String>,
}

pub(in crate::web) async fn page(
    State(office): State<Office>,
    Path(id): Path<String>,
    seen: Seen,
) -> Response {
    office.show(&seen, |view| {
        let asked = Asked::of(view, &seen.given)?;
        let state = asked.state(view);
        let ruling = Ruling::at(state, &asked.choice, asked.as_at)?;
        let table = table(&Question::new(state, &ruling, asked.as_at, asked.filter.clone()));
        let group = table.groups().find(|it| it.group.id == id).ok_or(Trouble::Missing)?;
        let printed = printed_table(view.messages, &table, Supplement::Shown);
        let printed = printed.of_group(&id).ok_or(Trouble::Missing)?;
        let leads = |linked: Linked<'_>, day: Day| leads(view, &asked, linked, day);
        let label = view.language().of(&group.group.label).to_owned();
        html(&Page {
            c: view.chrome(&label, "table"),
            day: day_words(view.language(), asked.as_at),
            scope: scope_lines(view, &asked, state),
            rows: html_rows(&printed, Some(&leads)),
            mean: mean(view.messages, group),
            apart: apart(view, group),
        })
    })
}

/// The percentages of its rows, of which the mean is made.
fn mean(messages: &Messages, group: &GroupTable<'_>) -> Option<String> {
    let percent = percent_words(messages, group.percent.as_ref()?, 2);
    let parts: Vec<String> =
        group.included().filter_map(|row| Some(percent_words(messages, row.percent.as_ref()?, 2))).collect();
    let (above, below) = (format!("({})", parts.join(" + ")), parts.len().to_string());
    let values =
        [("above", Arg::Text(&above)), ("below", Arg::Text(&below)), ("percent", Arg::Text(&percent))];
    Some(messages.say("reckoning-ratio", &values))
}

/// The labels of the rows that the mean leaves out.
fn apart(view: &View<'_>, group: &GroupTable<'_>) -> Vec<String> {
    let is_included = |row: &RowTable<'_>| group.included().any(|it| it.indicator.id == row.indicator.id);
    let apart = group.rows.iter().filter(|row| !is_included(row));
    apart.map(|row| view.language().of(&row.indicator.label).to_owned()).collect()
}
