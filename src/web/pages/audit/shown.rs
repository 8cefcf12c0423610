//! A report as a page: what was asked above it, its files beside it.

use askama::Template;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde_json::Value as Json;

use crate::event::{Day, SentFormat};
use crate::figures::{Filter, Scope, State};
use crate::present::{Messages, Parameter, Report, To, report_markdown, report_page, report_parts};
use crate::web::asked::Asked;
use crate::web::chrome::{Chrome, View, html};
use crate::web::given::{encoded, link};
use crate::web::trouble::Trouble;

/// Entries of a part that a page shows at most.
pub(super) const SHOWN: usize = 200;

#[derive(Template)]
#[template(path = "report.html")]
struct Page<'v> {
    c: Chrome<'v>,
    back: Vec<(String, String)>,
    action: String,
    fields: Vec<Field>,
    plans: Vec<(String, String)>,
    plan: String,
    above: Vec<String>,
    parts: String,
    parameters: Vec<Parameter>,
    files: Vec<(String, String)>,
}

/// What is asked by the address.
pub(super) struct Field {
    pub name: &'static str,
    pub label: String,
    pub text: String,
    pub placeholder: String,
}

impl Field {
    /// A field by its name and the message of its label, with what stands in it.
    pub(super) fn new(view: &View<'_>, name: &'static str, label: &str, text: String) -> Self {
        Self { name, label: view.word(label), text, placeholder: String::new() }
    }

    /// Up to where entries are known.
    pub(super) fn known_at(view: &View<'_>) -> Self {
        let typed = view.seen.given.one("known-at").unwrap_or_default().to_owned();
        Self { placeholder: view.word("web-known-now"), ..Self::new(view, "known-at", "web-known-at", typed) }
    }
}

/// Forms of a report that are files of their own, with their media types.
const FILES: [(SentFormat, &str); 3] = [
    (SentFormat::Html, "text/html; charset=utf-8"),
    (SentFormat::Md, "text/markdown; charset=utf-8"),
    (SentFormat::Json, "application/json"),
];

/// A page that shows a report.
pub(super) struct Shown<'s> {
    /// What the report is called as a file.
    pub name: String,
    /// Pages that lead to it, each with its address.
    pub back: Vec<(String, String)>,
    /// What can be asked.
    pub fields: Vec<Field>,
    /// The date of the values that it leads to.
    pub as_at: Day,
    /// The report, of which so many entries of a part are shown.
    pub report: &'s dyn Fn(&Messages, usize) -> Report,
    /// The same as a document.
    pub document: &'s dyn Fn() -> Json,
}

impl Shown<'_> {
    /// The page; or the report as a file, where the address says a format.
    pub(super) fn answer(self, view: &View<'_>) -> Result<Response, Trouble> {
        let given = &view.seen.given;
        if let Some(word) = given.one("format") {
            return self.file(view, word);
        }
        let report = (self.report)(view.messages, SHOWN);
        let as_at = self.as_at.to_string();
        let lead = |to: &To| match to {
            To::Entry(place) => format!("/entry/{place}"),
            To::Value(id) => link(&format!("/value/{}", encoded(id)), [("as-at", as_at.as_str())]),
        };
        let path = view.seen.path.as_str();
        let file = |(format, _): (SentFormat, &str)| {
            let name = view.title(&format!("published-{}", format.word()));
            (name, given.link(path, "format", Some(format.word())))
        };
        html(&Page {
            c: view.chrome(&report.title, "audit"),
            back: self.back,
            action: path.to_owned(),
            fields: self.fields,
            plans: crate::web::pages::table::plans(view),
            plan: given.one("plan").unwrap_or_default().to_owned(),
            parts: report_parts(&report, Some(&lead)),
            above: report.above,
            parameters: report.parameters,
            files: FILES.into_iter().map(file).collect(),
        })
    }

    /// A file is passed on: it opens nobody's name, as pages do here, and holds all.
    fn file(&self, view: &View<'_>, word: &str) -> Result<Response, Trouble> {
        let found = FILES.into_iter().find(|(format, _)| format.word() == word);
        let (format, kind) = found.ok_or(Trouble::Missing)?;
        let messages = Messages::new(view.language());
        messages.at_home(view.state.currency());
        let report = || (self.report)(&messages, usize::MAX);
        let text = match format {
            SentFormat::Html => report_page(&report()),
            SentFormat::Md => report_markdown(&report()),
            _ => serde_json::to_string_pretty(&(self.document)()).unwrap_or_default() + "\n",
        };
        let name = format!("attachment; filename=\"{}.{word}\"", self.name);
        let heads = [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, name)];
        Ok((heads, text).into_response())
    }
}

/// What of the ledger a report looks at.
pub(super) fn scope(asked: &Asked, state: &State) -> Scope {
    Scope { known: asked.known, ..Scope::of(state, &Filter::default()) }
}

/// The way from the index.
pub(super) fn from_index(view: &View<'_>) -> Vec<(String, String)> {
    vec![(view.word("web-audit"), "/audit".to_owned())]
}
