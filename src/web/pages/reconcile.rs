//! What is to be settled before a draft is printed: it is chosen, read and
//! compared, and given as a list to fill in. Nothing of it is recorded.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::audit::{Reconciliation, reconcile};
use crate::exchange::{Draft, Setting, Tied, read_draft};
use crate::figures::{Question, Ruling, Table, table};
use crate::present::problems::{draft_sentence, unprinted_sentence};
use crate::present::{
    Messages, SettlingLine, reconciliation_markdown, reconciliation_workbook, settling_lines,
    settling_totals, settling_unread, settling_untied,
};
use crate::web::asked::Asked;
use crate::web::chrome::{Chrome, View, html, html_with, onward};
use crate::web::given::{Given, encoded, link};
use crate::web::office::Office;
use crate::web::seen::Seen;
use crate::web::trouble::Trouble;
use crate::web::upload::Posted;

#[derive(Template)]
#[template(path = "reconcile.html")]
struct Page<'v> {
    c: Chrome<'v>,
    error: String,
    /// The day of the table, as it was asked for.
    as_at: String,
    found: Option<Found>,
}

/// What was found of a draft.
struct Found {
    name: String,
    totals: Vec<String>,
    lines: Vec<SettlingLine>,
    untied: Vec<String>,
    /// Each form of the list, with where it is given.
    files: Vec<(String, String)>,
}

pub(in crate::web) async fn choose(State(office): State<Office>, seen: Seen) -> Response {
    office.show(&seen, |view| html(&page(view, &seen.given, String::new(), None)))
}

fn page<'v>(view: &View<'v>, given: &Given, error: String, found: Option<Found>) -> Page<'v> {
    let as_at = given.one("as-at").map_or_else(|| view.today().to_string(), str::to_owned);
    Page { c: view.chrome(&view.word("web-reconcile"), "audit"), error, as_at, found }
}

/// Takes a draft that can be compared, and leads to what was found.
pub(in crate::web) async fn take(State(office): State<Office>, seen: Seen, mut posted: Posted) -> Response {
    let given = posted.given.only(&["as-at"]);
    let sent = posted.documents.pop().map(|sent| (sent.name, sent.bytes.to_vec()));
    let checked = office.with(&seen, |view| {
        let file = sent.ok_or_else(|| view.word("web-import-none"))?;
        let read = found(view, &given, (&file.0, &file.1), |_, _, _, _| ());
        read.map_err(|trouble| trouble.sentence(view.messages))?.map(|()| file)
    });
    let kept = checked.map(|(name, bytes)| office.tray().keep(office.now(), name, bytes));
    office.show(&seen, |view| match kept {
        Ok(Ok(id)) => {
            let as_at = given.one("as-at").unwrap_or_default();
            Ok(onward(&link(&format!("/reconcile/{id}"), [("as-at", as_at)])))
        }
        Ok(Err(_)) => Err(Trouble::Template),
        Err(sentence) => html_with(StatusCode::UNPROCESSABLE_ENTITY, &page(view, &given, sentence, None)),
    })
}

/// What was found of a draft that is kept.
pub(in crate::web) async fn show(
    State(office): State<Office>,
    Path(id): Path<String>,
    seen: Seen,
) -> Response {
    let Some(waiting) = office.waiting(&id) else { return gone(&office, &seen) };
    office.show(&seen, |view| {
        let file = (waiting.name(), waiting.bytes());
        let read = found(view, &seen.given, file, |messages, _, all, (tied, unread)| Found {
            name: waiting.name().to_owned(),
            totals: settling_totals(messages, all, tied)
                .into_iter()
                .chain(settling_unread(view.messages, unread))
                .collect(),
            lines: settling_lines(messages, all),
            untied: settling_untied(messages, all, tied),
            files: files(view, &id, &seen.given),
        });
        match read? {
            Ok(found) => html(&page(view, &seen.given, String::new(), Some(found))),
            Err(sentence) => {
                html_with(StatusCode::UNPROCESSABLE_ENTITY, &page(view, &seen.given, sentence, None))
            }
        }
    })
}

fn gone(office: &Office, seen: &Seen) -> Response {
    office.show(seen, |view| {
        let sentence = view.word("web-reconcile-gone");
        html_with(StatusCode::NOT_FOUND, &page(view, &seen.given, sentence, None))
    })
}

/// The forms of the list, each with where it is given.
fn files(view: &View<'_>, id: &str, given: &Given) -> Vec<(String, String)> {
    let forms = [("xlsx", "web-reconcile-xlsx"), ("md", "web-reconcile-md")];
    let link = |form| given.link(&format!("/reconcile/{}/{form}", encoded(id)), "", None);
    forms.map(|(form, word)| (view.word(word), link(form))).to_vec()
}

/// The list to settle as a file.
pub(in crate::web) async fn file(
    State(office): State<Office>,
    Path((id, form)): Path<(String, String)>,
    seen: Seen,
) -> Response {
    let Some(waiting) = office.waiting(&id) else { return gone(&office, &seen) };
    office.show(&seen, |view| {
        let file = (waiting.name(), waiting.bytes());
        let made = found(view, &seen.given, file, |messages, table, all, (tied, _)| match form.as_str() {
            "xlsx" => Ok((XLSX, reconciliation_workbook(messages, table, all, tied)?)),
            "md" => Ok((MARKDOWN, reconciliation_markdown(messages, table, all, tied).into_bytes())),
            _ => Err(Trouble::Missing),
        });
        let (kind, bytes) = made?.map_err(|_| Trouble::Missing)??;
        let name = format!("attachment; filename=\"{}.{form}\"", view.word("web-reconcile-file-name"));
        Ok(([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, name)], bytes)
            .into_response())
    })
}

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const MARKDOWN: &str = "text/markdown; charset=utf-8";

/// Something made of what is found in a draft; a sentence where it cannot be read.
/// It opens nobody's name: what is settled is passed on.
fn found<T>(
    view: &View<'_>,
    given: &Given,
    (name, bytes): (&str, &[u8]),
    made: impl FnOnce(&Messages, &Table<'_>, &Reconciliation<'_>, (&BTreeMap<usize, Tied>, &[String])) -> T,
) -> Result<Result<T, String>, Trouble> {
    let asked = Asked::of(view, given)?;
    let state = asked.state(view);
    let ruling = Ruling::at(state, &asked.choice, asked.as_at)?;
    let mut table = table(&Question::new(state, &ruling, asked.as_at, asked.filter.clone()));
    table.scope.known = asked.known;
    let messages = Messages::new(view.language());
    messages.at_home(state.currency());
    let draft = match read_draft(name, bytes, &table, &Setting::of(state, None)) {
        Ok(draft) => draft,
        Err(error) => return Ok(Err(draft_sentence(view.messages, name, &error))),
    };
    let Draft { printed, spots, tied, unread } = draft;
    Ok(match reconcile(&table, printed) {
        Ok(all) => Ok(made(&messages, &table, &all, (&tied, &unread))),
        Err(unknown) => Err(unprinted_sentence(view.messages, &spots, &unknown)),
    })
}
