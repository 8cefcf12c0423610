//! A table that is marked as sent: to whom, when, and which bytes.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::{file, shown};
use crate::event::{EvidenceKind, MAX_NAME, SentFormat, clean_line};
use crate::exchange::typed_date;
use crate::figures::{Comparison, Sending, SentTable, Table};
use crate::ledger::{Command, Refusal, may_be_named};
use crate::present::{FILES, filter_words, known_words, table_title};
use crate::web::asked::Asked;
use crate::web::chrome::{Chrome, View, html, html_with, onward};
use crate::web::given::Given;
use crate::web::office::Office;
use crate::web::pages::activity::drafting::Unclear;
use crate::web::pages::documents::Attached;
use crate::web::seen::Seen;
use crate::web::shelf::Sent;
use crate::web::trouble::Trouble;
use crate::web::upload::Posted;

#[derive(Template)]
#[template(path = "sending.html")]
struct Page<'v> {
    c: Chrome<'v>,
    table: String,
    back: String,
    scope: Vec<String>,
    action: String,
    /// How many entries the table that is shown knows.
    size: u64,
    to: String,
    on: String,
    formats: Vec<Format>,
    documents: Attached,
    unclear: Unclear,
}

/// A form in which the table can be sent as it is.
struct Format {
    word: &'static str,
    label: String,
    is_chosen: bool,
}

pub(in crate::web) async fn form(State(office): State<Office>, seen: Seen) -> Response {
    office.show(&seen, |view| html(&made(view, &Given::default(), Unclear::default(), &[])?))
}

fn made<'v>(view: &View<'v>, given: &Given, unclear: Unclear, waiting: &[Sent]) -> Result<Page<'v>, Trouble> {
    let asked = Asked::of(view, &view.seen.given)?;
    let typed = |name: &str| given.one(name).unwrap_or_default().to_owned();
    let chosen = given.one("format").and_then(SentFormat::from_word).unwrap_or(SentFormat::Xlsx);
    let format = |format: SentFormat| Format {
        word: format.word(),
        label: view.title(&format!("published-{}", format.word())),
        is_chosen: format == chosen,
    };
    shown(view, &asked, |table, _| {
        let scope = [filter_words(view.messages, &table.scope), known_words(view.messages, &table.scope)];
        Ok(Page {
            c: view.chrome(&view.word("web-send"), "table"),
            table: table_title(view.messages, table),
            back: view.seen.given.link("/table", "", None),
            scope: scope.into_iter().flatten().collect(),
            action: view.seen.given.link("/table/sent", "", None),
            size: table.size,
            to: typed("to"),
            on: given.one("on").map_or_else(|| view.today().to_string(), str::to_owned),
            formats: FILES.into_iter().map(|(it, _)| format(it)).collect(),
            documents: Attached::of(view, given, waiting),
            unclear,
        })
    })
}

pub(in crate::web) async fn send(State(office): State<Office>, seen: Seen, posted: Posted) -> Response {
    let done = office.act(&seen, |view| {
        if posted.is_changed {
            return Err(Trouble::Form);
        }
        let asked = Asked::of(view, &seen.given)?;
        shown(view, &asked, |table, comparison| {
            let last = table.scope.last;
            let sent = sent(view, &asked, (table, comparison), &posted)?;
            Ok(vec![Command::Publish { sent, last }])
        })
    });
    office.show(&seen, |view| match done {
        Ok(receipts) => {
            posted.done(&office);
            let place = receipts.last().map(|it| it.sequence).unwrap_or_default();
            Ok(onward(&format!("/entry/{place}?saved=1")))
        }
        Err(trouble) => {
            let waiting = posted.waiting(&office);
            if posted.is_changed {
                return html(&made(view, &posted.given, Unclear::default(), &waiting)?);
            }
            let page = made(view, &posted.given, Unclear::refused(view, &trouble), &waiting)?;
            html_with(trouble.status_of_form(), &page)
        }
    })
}

/// What is recorded of it. What was sent is kept: the document, else the table
/// as it is.
fn sent(
    view: &View<'_>,
    asked: &Asked,
    (table, comparison): (&Table<'_>, Option<&Comparison<'_>>),
    posted: &Posted,
) -> Result<SentTable, Trouble> {
    let given = &posted.given;
    if given.one("size") != Some(table.size.to_string().as_str()) {
        return Err(Trouble::Typed("web-send-changed", table.size.to_string()));
    }
    let to = given.one("to").ok_or_else(|| Trouble::Typed("web-send-nobody", String::new()))?;
    if view.office.persons(view.state).are_in(to) {
        return Err(Trouble::Typed("usage-sent-to-person", to.to_owned()));
    }
    let to = clean_line(to, MAX_NAME)?;
    may_be_named(&to).map_err(Refusal::from)?;
    let on = given.one("on").map(|typed| typed_date(typed, &view.setting().calendar)).transpose()?;
    let documents = view.office.documents();
    let (format, document) = match posted.documents.as_slice() {
        [] => {
            let format = given.one("format").and_then(SentFormat::from_word).unwrap_or(SentFormat::Xlsx);
            let bytes = file::bytes(view, asked, format, (table, comparison))?;
            (format, documents.keep_bytes(&file::name(table, format), &bytes, EvidenceKind::Other)?)
        }
        [one] => {
            let format = SentFormat::of_name(&one.name);
            (format, documents.keep_bytes(&one.name, &one.bytes, EvidenceKind::Other)?)
        }
        _ => return Err(Trouble::Typed("web-send-one", String::new())),
    };
    let sending = Sending {
        format,
        language: view.language().word(),
        blake3: document.blake3,
        to,
        on: on.map_or_else(|| view.today(), |days| days.to),
        evidence: Some(document),
    };
    Ok(sending.of(table, comparison.map(|it| it.older.as_at)))
}
