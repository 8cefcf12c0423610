//! Style, script and pictures, which travel in the program.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::present::{REPORT_STYLE, TABLE_STYLE};

const STYLE: &str = "text/css; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";

/// Name, media type and bytes of each.
const ALL: &[(&str, &str, &[u8])] = &[
    ("jalon.css", STYLE, include_bytes!("assets/jalon.css")),
    ("table.css", STYLE, TABLE_STYLE.as_bytes()),
    ("report.css", STYLE, REPORT_STYLE.as_bytes()),
    ("print.css", STYLE, include_bytes!("assets/print.css")),
    ("jalon.js", SCRIPT, include_bytes!("assets/jalon.js")),
    ("htmx.min.js", SCRIPT, include_bytes!("assets/htmx.min.js")),
    ("htmx.LICENSE", "text/plain; charset=utf-8", include_bytes!("assets/htmx.LICENSE")),
    ("jalon.svg", "image/svg+xml", include_bytes!("assets/jalon.svg")),
];

/// Where they are.
pub(super) const FOLDER: &str = "/assets/";

pub(super) async fn send(Path(name): Path<String>) -> Response {
    match ALL.iter().find(|(it, _, _)| *it == name) {
        Some((_, kind, bytes)) => ([(header::CONTENT_TYPE, *kind)], *bytes).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
