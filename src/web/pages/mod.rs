//! One file for each page: what it holds, and how a request becomes it.

pub(super) mod activity;
pub(super) mod addition;
pub(super) mod audit;
pub(super) mod body;
pub(super) mod checks;
pub(super) mod document;
mod documents;
mod effect;
pub(super) mod entry;
pub(super) mod forget;
pub(super) mod group;
pub(super) mod home;
pub(super) mod import;
pub(super) mod journal;
pub(super) mod judge;
pub(super) mod names;
pub(super) mod new_type;
pub(super) mod note;
pub(super) mod papers;
pub(super) mod reconcile;
pub(super) mod register;
pub(super) mod sample;
pub(super) mod table;
pub(super) mod total;
pub(super) mod value;
pub(super) mod verify;
pub(super) mod year;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::chrome::{Chrome, View, html_with};
use super::guard::Denied;
use super::office::Office;
use super::seen::Seen;
use super::trouble::Trouble;

/// A page that says why there is no other.
#[derive(Template)]
#[template(path = "trouble.html")]
struct TroublePage<'v> {
    c: Chrome<'v>,
    sentence: String,
    /// Where it is asked again, and what was asked: name, label and text, so that
    /// it can be mended where it stands.
    action: String,
    asked: Vec<(String, String, String)>,
}

/// What can be asked of pages by their address, each with its label.
const ASKED: [(&str, &str); 12] = [
    ("as-at", "web-day"),
    ("around", "web-around"),
    ("days", "web-days-around"),
    ("compare", "web-beside"),
    ("with", "web-with"),
    ("plan", "web-plan"),
    ("known-at", "web-known-at"),
    ("text", "web-text"),
    ("type", "web-type"),
    ("subject", "show-subject"),
    ("from", "web-from"),
    ("to", "web-to"),
];

/// What was asked by the address, where something of it cannot be taken.
fn asked(view: &View<'_>, trouble: &Trouble) -> Vec<(String, String, String)> {
    if !trouble.is_typed() {
        return vec![];
    }
    let label = |name: &str| ASKED.into_iter().find(|(it, _)| *it == name).map(|(_, id)| view.word(id));
    let given = view.seen.given.0.iter();
    given.filter_map(|(name, text)| Some((name.clone(), label(name)?, text.clone()))).collect()
}

/// A page for who has no session: it says nothing of the ledger.
#[derive(Template)]
#[template(path = "denied.html")]
struct DeniedPage<'v> {
    language: &'v str,
    title: String,
    sentence: String,
}

/// Why there is no page.
pub(super) fn trouble(view: &View<'_>, trouble: &Trouble) -> Response {
    let sentence = trouble.sentence(view.messages);
    let page = TroublePage {
        c: view.chrome(&view.word("web-trouble"), ""),
        sentence,
        action: view.seen.path.clone(),
        asked: asked(view, trouble),
    };
    html_with(trouble.status(), &page).unwrap_or_else(|_| trouble.status().into_response())
}

/// Why a request is refused before any page.
pub(super) fn denied(office: &Office, seen: &Seen, denied: Denied) -> Response {
    office.with(seen, |view| {
        let page = DeniedPage {
            language: &view.language().tag()[..2],
            title: view.word("web-trouble"),
            sentence: view.word(denied.message()),
        };
        html_with(denied.status(), &page).unwrap_or_else(|_| denied.status().into_response())
    })
}

/// There is nothing at this address.
pub(super) async fn missing(State(office): State<Office>, seen: Seen) -> Response {
    if seen.path == "/favicon.ico" {
        return StatusCode::NOT_FOUND.into_response();
    }
    office.show(&seen, |_| Err(Trouble::Missing))
}
