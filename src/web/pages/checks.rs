//! What is open: worth a look before a value is published.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::journal::{Line, line};
use crate::audit::{Open, OpenKind};
use crate::figures::JournalRow;
use crate::plan::{Definition, DefinitionKind};
use crate::present::unreported_words;
use crate::web::chrome::{Chrome, View, html};
use crate::web::given::encoded;
use crate::web::office::Office;
use crate::web::seen::Seen;

/// Entries of a kind that are shown.
const SHOWN: usize = 200;

#[derive(Template)]
#[template(path = "checks.html")]
struct Page<'v> {
    c: Chrome<'v>,
    sections: Vec<Section>,
}

struct Section {
    word: &'static str,
    title: String,
    help: String,
    count: usize,
    items: Vec<Item>,
}

/// An entry, with what is open about it.
struct Item {
    line: Line,
    about: Vec<(String, String)>,
}

pub(in crate::web) async fn page(State(office): State<Office>, seen: Seen) -> Response {
    office.show(&seen, |view| {
        let checks = view.office.checks(view.state, view.today());
        let sections = OpenKind::ALL.into_iter().map(|kind| Section {
            word: kind.word(),
            title: view.word(&format!("open-{}", kind.word())),
            help: view.word(&format!("open-help-{}", kind.word())),
            count: checks.count(kind),
            items: items(view, kind, checks.of_kind(kind)),
        });
        html(&Page { c: view.chrome(&view.word("web-checks"), "checks"), sections: sections.collect() })
    })
}

/// One item for each entry, with all that is open about it.
fn items<'o>(view: &View<'_>, kind: OpenKind, open: impl Iterator<Item = &'o Open>) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for open in open {
        let about = about(view, kind, open);
        if let Some(item) = items.last_mut().filter(|item| item.line.place == open.sequence) {
            item.about.extend(about);
            continue;
        }
        if items.len() == SHOWN {
            break;
        }
        let row = row_at(view, open.sequence).map(|row| line(view, &row));
        let line = row.or_else(|| erasure_at(view, open.sequence));
        items.extend(line.map(|line| Item { line, about: about.into_iter().collect() }));
    }
    items
}

fn row_at<'v>(view: &View<'v>, place: u64) -> Option<JournalRow<'v>> {
    let state = view.state;
    let note = || state.notes().iter().find(|note| note.sequence == place);
    state.records().at(place).map(JournalRow::Record).or_else(|| note().map(JournalRow::Note))
}

/// The request at a place that what is sealed for a person be made unreadable.
fn erasure_at(view: &View<'_>, place: u64) -> Option<Line> {
    let (person, asked) = view.state.erasures().find(|(_, asked)| asked.sequence == place)?;
    Some(Line {
        place,
        days: String::new(),
        kind: view.title("entry-person-erasurerequested"),
        words: person.to_string(),
        note: asked.reason.clone(),
        marks: vec![],
        is_gone: false,
    })
}

/// The value that something is open in, and where it is; else what is missing.
fn about(view: &View<'_>, kind: OpenKind, open: &Open) -> Option<(String, String)> {
    match &open.indicator {
        Some(id) if kind == OpenKind::Unreported => {
            let words = unreported_words(view.messages, view.state, open);
            Some((words, format!("/value/{}", encoded(id))))
        }
        Some(id) => {
            let label = match view.state.latest(DefinitionKind::Indicator, id) {
                Some((_, Definition::Indicator(indicator))) => {
                    view.language().of(&indicator.near().label).to_owned()
                }
                _ => id.clone(),
            };
            Some((label, format!("/value/{}", encoded(id))))
        }
        None if open.what.is_empty() => None,
        None => Some((open.what.join(", "), String::new())),
    }
}
