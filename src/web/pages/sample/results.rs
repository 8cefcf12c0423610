//! Samples that are recorded, and working papers that come back.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::{as_drawn, drawn};
use crate::event::{EntryId, EvidenceKind};
use crate::exchange::{Setting, held_to, read_paper};
use crate::ledger::{Command, SampleResults, says_something};
use crate::present::problems::paper_sentence;
use crate::present::{sample_counts, sample_words};
use crate::web::chrome::{Chrome, View, html, html_with, onward};
use crate::web::office::Office;
use crate::web::seen::Seen;
use crate::web::shelf::Sent;
use crate::web::trouble::Trouble;
use crate::web::upload::Posted;

#[derive(Template)]
#[template(path = "samples.html")]
struct Page<'v> {
    c: Chrome<'v>,
    samples: Vec<Line>,
    /// What is wrong with a paper that was sent, or that it says nothing new.
    wrong: Vec<String>,
}

struct Line {
    place: u64,
    words: String,
    found: String,
    is_gone: bool,
}

pub(in crate::web) async fn list(State(office): State<Office>, seen: Seen) -> Response {
    office.show(&seen, |view| html(&made(view, vec![])))
}

fn made<'v>(view: &View<'v>, wrong: Vec<String>) -> Page<'v> {
    let line = |sample: &crate::figures::SampleRecord| Line {
        place: sample.sequence,
        words: sample_words(view.messages, view.state, &sample.sampling),
        found: sample_counts(view.messages, sample),
        is_gone: sample.withdrawn.is_some(),
    };
    Page {
        c: view.chrome(&view.word("web-samples"), "checks"),
        samples: view.state.samples().iter().rev().map(line).collect(),
        wrong,
    }
}

/// Takes a working paper: what it says that is not recorded yet is recorded.
pub(in crate::web) async fn take(State(office): State<Office>, seen: Seen, posted: Posted) -> Response {
    let mut wrong = Vec::new();
    let done = office.act(&seen, |view| {
        let Some(sent) = posted.documents.first() else {
            wrong.push(view.word("web-paper-none"));
            return Err(Trouble::Form);
        };
        let results = results(view, sent, &mut wrong)?;
        Ok(vec![Command::Test(Box::new(results))])
    });
    office.show(&seen, |view| match done {
        Ok(receipts) => {
            posted.done(&office);
            let sample = receipts.first().and_then(|receipt| {
                let of_test = view.state.test(receipt.id).map(|(sample, _)| sample.sequence);
                view.state.sample(receipt.id).map(|it| it.sequence).or(of_test)
            });
            Ok(onward(&sample.map_or_else(|| "/samples".to_owned(), |place| format!("/sample/{place}"))))
        }
        Err(trouble) => {
            if wrong.is_empty() {
                wrong.push(trouble.sentence(view.messages));
            }
            html_with(trouble.status_of_form(), &made(view, wrong))
        }
    })
}

/// What a paper says, held to the sample that it says it is of.
fn results(view: &View<'_>, sent: &Sent, wrong: &mut Vec<String>) -> Result<SampleResults, Trouble> {
    let mut told = |errors: Vec<crate::exchange::PaperError>| {
        let sentence = |it: &crate::exchange::PaperError| {
            format!("{}: {}", it.spot, paper_sentence(view.messages, &it.trouble))
        };
        wrong.extend(errors.iter().map(sentence));
        Trouble::Form
    };
    let paper = read_paper(&sent.name, &sent.bytes, &Setting::of(view.state, None)).map_err(&mut told)?;
    let state = as_drawn(view, &paper.sampling)?;
    let mut found = None;
    drawn(view, &state, &paper.sampling, None, |drawing| {
        let items: Vec<EntryId> = drawing.sample.items.iter().map(|it| it.contribution.id).collect();
        found = Some((items, held_to(&paper, drawing.row.indicator.rule.kind, drawing.sample)));
        Ok(onward("/samples"))
    })?;
    let (items, held) = found.ok_or(Trouble::Missing)?;
    let found = held.map_err(&mut told)?;
    let mut results = SampleResults { sampling: paper.sampling, drawn: items, found, paper: None };
    if !says_something(view.state, view.today(), &results)? {
        wrong.push(view.word("sample-nothing-new"));
        return Err(Trouble::Form);
    }
    let documents = view.office.documents();
    results.paper = Some(documents.keep_bytes(&sent.name, &sent.bytes, EvidenceKind::InternalNote)?);
    Ok(results)
}
