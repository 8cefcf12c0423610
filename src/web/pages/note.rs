//! A note: a text whose type is not known yet.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::activity::drafting::{Unclear, evidence};
use super::documents::Attached;
use crate::event::{MAX_TEXT, clean};
use crate::exchange::typed_date;
use crate::ledger::Command;
use crate::web::chrome::{Chrome, View, html, html_with, onward};
use crate::web::given::Given;
use crate::web::office::Office;
use crate::web::seen::Seen;
use crate::web::shelf::Sent;
use crate::web::trouble::Trouble;
use crate::web::upload::Posted;

#[derive(Template)]
#[template(path = "note.html")]
struct Page<'v> {
    c: Chrome<'v>,
    text: String,
    on: String,
    unclear: Unclear,
    documents: Attached,
}

pub(in crate::web) async fn form(State(office): State<Office>, seen: Seen) -> Response {
    office.show(&seen, |view| html(&made(view, &Given::default(), Unclear::default(), &[])))
}

fn made<'v>(view: &View<'v>, given: &Given, unclear: Unclear, waiting: &[Sent]) -> Page<'v> {
    let typed = |name: &str| given.one(name).unwrap_or_default().to_owned();
    Page {
        c: view.chrome(&view.word("web-note"), "record"),
        text: typed("text"),
        on: typed("on"),
        documents: Attached::of(view, given, waiting),
        unclear,
    }
}

pub(in crate::web) async fn save(State(office): State<Office>, seen: Seen, posted: Posted) -> Response {
    let given = &posted.given;
    let done = office.act(&seen, |view| {
        if posted.is_changed {
            return Err(Trouble::Form);
        }
        let calendar = view.setting().calendar;
        let occurred = given.one("on").map(|on| typed_date(on, &calendar)).transpose()?;
        let text = given.one("text").ok_or_else(|| Trouble::Typed("web-empty-note", String::new()))?;
        let text = clean(text, MAX_TEXT)?;
        let evidence = evidence(view, given, &posted.documents, &[])?;
        Ok(vec![Command::Note { text, occurred, evidence }])
    });
    office.show(&seen, |view| match done {
        Ok(receipts) => {
            posted.done(&office);
            let place = receipts.last().map(|it| it.sequence.to_string()).unwrap_or_default();
            Ok(onward(&format!("/entry/{place}?saved=1")))
        }
        Err(trouble) => {
            let waiting = posted.waiting(&office);
            if posted.is_changed {
                return html(&made(view, given, Unclear::default(), &waiting));
            }
            let page = made(view, given, Unclear::refused(view, &trouble), &waiting);
            html_with(trouble.status_of_form(), &page)
        }
    })
}
