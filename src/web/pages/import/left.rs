//! The rows that are left out of an import: which they are, and a file in which they
//! can be mended.

use axum::extract::{Path, State};
use axum::response::Response;

use super::about;
use super::preview::{Apart, tried};
use crate::present::{Arg, count_words, left_csv};
use crate::web::chrome::{View, given_as};
use crate::web::office::Office;
use crate::web::seen::Seen;
use crate::web::trouble::Trouble;

/// Rows that are named one by one.
const NAMED: usize = 40;

/// What is said of the rows that would be left out.
pub(super) struct LeftRows {
    pub count: usize,
    /// What recording the others is called.
    pub verb: String,
    /// Which rows they are.
    pub which: String,
}

impl LeftRows {
    pub(super) fn of(view: &View<'_>, apart: &Apart) -> Self {
        let count = apart.left.left_count();
        let [others, left] = [apart.recorded, count].map(|it| count_words(view.language(), it as u64));
        let values = [
            ("other", Arg::Count(apart.recorded)),
            ("others", Arg::Text(&others)),
            ("count", Arg::Count(count)),
            ("left", Arg::Text(&left)),
        ];
        Self { count, verb: view.say("web-import-record-others", &values), which: which(view, apart) }
    }
}

/// The lines by their numbers, of a workbook by sheet.
fn which(view: &View<'_>, apart: &Apart) -> String {
    let mut room = NAMED;
    let mut all = Vec::new();
    for table in &apart.left.left {
        let lines: Vec<String> = table.lines.iter().take(room).map(|(line, _)| line.to_string()).collect();
        room -= lines.len();
        if lines.is_empty() {
            continue;
        }
        let dots = if lines.len() < table.lines.len() { ", …" } else { "" };
        let lines = lines.join(", ") + dots;
        let values = [("count", Arg::Count(table.lines.len())), ("lines", Arg::Text(&lines))];
        let words = view.say("web-import-lines", &values);
        all.push(table.sheet.as_ref().map_or_else(|| words.clone(), |(_, name)| format!("{name} – {words}")));
    }
    all.join("; ")
}

/// The rows as CSV, each with why it is refused.
pub(in crate::web) async fn file(
    State(office): State<Office>,
    Path(id): Path<String>,
    seen: Seen,
) -> Response {
    about(&office, &seen, &id, |view, waiting| {
        let tried = tried(view, waiting)?;
        let apart = tried.apart.as_ref().ok_or(Trouble::Missing)?;
        let refused = tried.rows.iter().filter(|row| row.group == "refused");
        let reasons: Vec<((Option<String>, usize), String)> = refused
            .map(|row| {
                let each = row.problems.iter().map(|(_, sentence)| sentence.as_str());
                let sheet = (!row.sheet.is_empty()).then(|| row.sheet.clone());
                ((sheet, row.line), each.collect::<Vec<_>>().join(" · "))
            })
            .collect();
        let text = left_csv(view.messages, &apart.left.left, &reasons);
        Ok(given_as(text, "text/csv; charset=utf-8", &file_name(view, waiting.name()), true))
    })
}

fn file_name(view: &View<'_>, of: &str) -> String {
    let stem = std::path::Path::new(of).file_stem().and_then(|it| it.to_str()).unwrap_or_default();
    let plain: String = stem.chars().filter(|it| it.is_ascii_alphanumeric() || "-_".contains(*it)).collect();
    format!(
        "{}{}.csv",
        if plain.is_empty() { String::new() } else { plain + "-" },
        view.word("web-import-left-file")
    )
}
