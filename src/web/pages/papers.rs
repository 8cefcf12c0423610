//! All documents: those that are missing, files that nothing names, and what each backs.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::audit::{Orphans, Paper, WantedPapers, orphans, papers};
use crate::present::{Arg, backed_words, count_words};
use crate::web::chrome::{Chrome, View, html};
use crate::web::office::Office;
use crate::web::seen::Seen;

/// Documents that are shown.
const SHOWN: usize = 500;

#[derive(Template)]
#[template(path = "papers.html")]
struct Page<'v> {
    c: Chrome<'v>,
    missing: Vec<Line>,
    unnamed: Vec<(String, String)>,
    all: Vec<Line>,
    count: String,
}

/// A document, where it is given, and what it backs.
struct Line {
    name: String,
    kind: String,
    bytes: String,
    href: Option<String>,
    backs: Vec<Backs>,
}

/// What a document backs.
struct Backs {
    place: u64,
    what: String,
    is_gone: bool,
}

pub(in crate::web) async fn page(State(office): State<Office>, seen: Seen) -> Response {
    office.show(&seen, |view| {
        let documents = view.office.documents();
        let Orphans { unnamed, missing } = orphans(view.state, &documents)?;
        let all = papers(view.state, &documents, &WantedPapers::default());
        let unnamed = unnamed.iter().map(|it| (it.file.display().to_string(), size(view, it.bytes)));
        html(&Page {
            c: view.chrome(&view.word("web-orphans"), "checks"),
            missing: lines(view, &missing),
            unnamed: unnamed.take(SHOWN).collect(),
            count: count_words(view.language(), all.len() as u64),
            all: lines(view, &all),
        })
    })
}

fn size(view: &View<'_>, bytes: u64) -> String {
    let bytes = count_words(view.language(), bytes);
    view.say("document-bytes", &[("bytes", Arg::Text(&bytes))])
}

fn lines(view: &View<'_>, papers: &[Paper]) -> Vec<Line> {
    papers.iter().take(SHOWN).map(|paper| line(view, paper)).collect()
}

fn line(view: &View<'_>, paper: &Paper) -> Line {
    let document = &paper.document;
    let backs = paper.named.iter().map(|named| Backs {
        place: named.entry,
        what: backed_words(view.messages, view.state, named.entry),
        is_gone: !named.stands,
    });
    Line {
        name: document.name.clone(),
        kind: view.word(&format!("evidence-{}", document.kind.word())),
        bytes: size(view, document.bytes),
        href: paper.is_here.then(|| format!("/document/{}", document.blake3)),
        backs: backs.collect(),
    }
}
