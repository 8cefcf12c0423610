//! The notice of a closed year, as the page that is printed and sent.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::Meant;
use crate::present::{Messages, Recorders, closing_notice, notice_html};
use crate::web::office::Office;
use crate::web::seen::Seen;

/// What the notice may do: it carries its own style, and fetches nothing.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

pub(in crate::web) async fn page(
    State(office): State<Office>,
    Path(typed): Path<String>,
    seen: Seen,
) -> Response {
    office.show(&seen, |view| {
        let meant = Meant::of(view, &seen, &typed)?;
        let year = meant.closing(view)?;
        // It is passed on: it is what the command writes, in which persons stand by their ids.
        let messages = Messages::new(view.language());
        messages.at_home(view.state.currency());
        let recorders = Recorders::readable(view.state, view.office.vault());
        let notice = closing_notice(&messages, view.state, &recorders, year);
        let page = notice_html(view.language(), &notice);
        let heads =
            [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CONTENT_SECURITY_POLICY, POLICY)];
        Ok((heads, page).into_response())
    })
}
