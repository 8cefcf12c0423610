//! Importing a file: it is chosen, its columns are looked at, its rows are
//! tried out, and all of them are recorded at once.
//!
//! ```text
//! /import ──file──▶ /import/{file} ──columns──▶ /import/{file}/rows ──▶ /entry/{batch}
//!                        ▲        what is said of tables    │ names that the register lacks
//!                        └──────────────────────────────────┘
//! ```

pub(in crate::web) mod columns;
pub(in crate::web) mod left;
pub(in crate::web) mod names;
pub(in crate::web) mod preview;
pub(in crate::web) mod rows;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use crate::exchange::{ImportSaid, SheetNotice, TableError, is_table_file, look};
use crate::present::Arg;
use crate::present::problems::import_sentence;
use crate::web::chrome::{Chrome, View, html, html_with, onward};
use crate::web::office::Office;
use crate::web::seen::Seen;
use crate::web::tray::Waiting;
use crate::web::trouble::Trouble;
use crate::web::upload::Posted;

#[derive(Template)]
#[template(path = "import.html")]
struct Page<'v> {
    c: Chrome<'v>,
    error: String,
}

pub(in crate::web) async fn choose(State(office): State<Office>, seen: Seen) -> Response {
    office.show(&seen, |view| html(&page(view, String::new())))
}

fn page<'v>(view: &View<'v>, error: String) -> Page<'v> {
    Page { c: view.chrome(&view.word("web-import"), "import"), error }
}

/// Takes a file that can be read, and leads to its columns.
pub(in crate::web) async fn take(State(office): State<Office>, seen: Seen, mut posted: Posted) -> Response {
    let sent = posted.documents.pop().map(|sent| (sent.name, sent.bytes.to_vec()));
    let taken = office.with(&seen, |view| sent.map(|file| checked(view, file)));
    let kept = match taken {
        None => Err(None),
        Some(Err(sentence)) => Err(Some(sentence)),
        Some(Ok((name, bytes))) => Ok(office.tray().keep(office.now(), name, bytes)),
    };
    office.show(&seen, |view| match kept {
        Ok(Ok(id)) => Ok(onward(&format!("/import/{id}"))),
        Ok(Err(_)) => Err(Trouble::Template),
        Err(sentence) => {
            let sentence = sentence.unwrap_or_else(|| view.word("web-import-none"));
            html_with(StatusCode::UNPROCESSABLE_ENTITY, &page(view, sentence))
        }
    })
}

/// A file whose tables can be looked at, or why they cannot.
fn checked(view: &View<'_>, (name, bytes): (String, Vec<u8>)) -> Result<(String, Vec<u8>), String> {
    if !is_table_file(&name, &bytes) {
        return Err(view.say("web-import-form", &[("name", Arg::Text(&name))]));
    }
    let looked = look(&name, &bytes, &ImportSaid::default(), view.state);
    match looked.map(|look| look.tables.iter().any(|table| table.rows > 0)) {
        Ok(true) => Ok((name, bytes)),
        Ok(false) => Err(format!("{name}: {}", view.word("import-no-rows"))),
        Err(error) => {
            let spot = error.spot.clone();
            Err(format!("{spot}: {}", sentence(view, *error)))
        }
    }
}

fn sentence(view: &View<'_>, error: TableError) -> String {
    import_sentence(view.messages, &error.trouble.into())
}

/// What is said of sheets that are not read.
fn notice_words(view: &View<'_>, notices: &[SheetNotice]) -> Vec<String> {
    let said = notices.iter().map(|notice| {
        let name = notice.spot.sheet.as_ref().map_or("", |sheet| sheet.name.as_str());
        let id = if notice.hidden { "sheet-hidden" } else { "sheet-prose" };
        format!("{name} – {}", view.word(id))
    });
    said.collect()
}

/// A page about a file that is kept; otherwise it is asked for again.
fn about(
    office: &Office,
    seen: &Seen,
    id: &str,
    made: impl FnOnce(&View<'_>, &Waiting) -> Result<Response, Trouble>,
) -> Response {
    let waiting = office.waiting(id);
    office.show(seen, |view| match waiting {
        Some(waiting) => made(view, &waiting),
        None => html_with(StatusCode::NOT_FOUND, &page(view, view.word("web-import-gone"))),
    })
}
