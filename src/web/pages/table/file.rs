//! The table as a file, to keep or to send.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::shown;
use crate::event::SentFormat;
use crate::figures::{Comparison, Table};
use crate::present::{FILES, Messages, table_bytes};
use crate::web::asked::Asked;
use crate::web::chrome::View;
use crate::web::office::Office;
use crate::web::seen::Seen;
use crate::web::trouble::Trouble;

pub(in crate::web) async fn send(
    State(office): State<Office>,
    Path(format): Path<String>,
    seen: Seen,
) -> Response {
    office.show(&seen, |view| {
        let files = FILES.into_iter().find(|(format_, _)| format_.word() == format);
        let (format, kind) = files.ok_or(Trouble::Missing)?;
        let asked = Asked::of(view, &seen.given)?;
        shown(view, &asked, |table, comparison| {
            let bytes = bytes(view, &asked, format, (table, comparison))?;
            let name = format!("attachment; filename=\"{}\"", name(table, format));
            let heads = [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, name)];
            Ok((heads, Body::from(bytes)).into_response())
        })
    })
}

/// The bytes of a table in a form that is a file of its own.
pub(super) fn bytes(
    view: &View<'_>,
    asked: &Asked,
    format: SentFormat,
    (table, comparison): (&Table<'_>, Option<&Comparison<'_>>),
) -> Result<Vec<u8>, Trouble> {
    // A file is passed on: it opens nobody's name, as pages do here.
    let messages = Messages::new(view.language());
    messages.at_home(view.state.currency());
    let bytes = table_bytes(&messages, asked.state(view), format, table, comparison)?;
    bytes.ok_or(Trouble::Missing)
}

/// What such a file is called.
pub(super) fn name(table: &Table<'_>, format: SentFormat) -> String {
    format!("{}-{}.{}", table.ruling.adopted.adoption.id, table.as_at, format.word())
}

/// Each form with where it is given.
pub(super) fn links(view: &View<'_>) -> Vec<(String, String)> {
    let link = |format: SentFormat| {
        let path = format!("/table/file/{}", format.word());
        (view.title(&format!("published-{}", format.word())), view.seen.given.link(&path, "", None))
    };
    FILES.into_iter().map(|(format, _)| link(format)).collect()
}
