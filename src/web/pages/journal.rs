//! The journal: activities, published totals and notes, the last ones first.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::entry::placed;
use crate::event::{BodyId, EntryId, types};
use crate::exchange::{Remedy, folded, typed_body, typed_date, typed_type};
use crate::figures::{Content, Filter, JournalRow, Wanted, apart_from, journal};
use crate::present::{
    Arg, all_words, body_words, count_words, journal_marks, period_words, publication_words, sample_words,
    type_words, version_words,
};
use crate::web::chrome::{Chrome, View, html};
use crate::web::given::Given;
use crate::web::office::Office;
use crate::web::seen::Seen;
use crate::web::trouble::Trouble;

/// Lines of a page.
const ON_A_PAGE: usize = 50;

#[derive(Template)]
#[template(path = "journal.html")]
struct Page<'v> {
    c: Chrome<'v>,
    given: Vec<(&'static str, String)>,
    kinds: Vec<(String, String)>,
    count: String,
    lines: Vec<Line>,
    newer: Option<String>,
    older: Option<String>,
}

/// A line of a journal.
pub(super) struct Line {
    pub place: u64,
    pub days: String,
    pub kind: String,
    pub words: String,
    pub note: String,
    pub marks: Vec<String>,
    pub is_gone: bool,
}

impl Page<'_> {
    fn typed(&self, name: &str) -> &str {
        self.given.iter().find(|(it, _)| *it == name).map_or("", |(_, text)| text)
    }
}

pub(in crate::web) async fn page(State(office): State<Office>, seen: Seen) -> Response {
    office.show(&seen, |view| {
        let given = &seen.given;
        let mut rows = journal(view.state, &wanted(view, given)?);
        if let Some(words) = given.one("text").map(folded) {
            rows.retain(|row| {
                let said = all_words(view.messages, view.state, row);
                said.into_iter().any(|it| folded(&it).contains(&words))
            });
        }
        rows.reverse();
        let at: usize = given.one("page").and_then(|typed| typed.parse().ok()).unwrap_or(1).max(1);
        let shown = rows.iter().skip((at - 1).saturating_mul(ON_A_PAGE)).take(ON_A_PAGE);
        let to = |page: usize| given.link("/journal", "page", Some(&page.to_string()));
        let names = ["type", "subject", "with", "from", "to", "text", "batch"];
        let count = count_words(view.language(), rows.len() as u64);
        html(&Page {
            c: view.chrome(&view.word("web-journal"), "journal"),
            given: names.map(|name| (name, given.one(name).unwrap_or_default().to_owned())).to_vec(),
            kinds: kinds(view),
            count: view
                .say("web-journal-count", &[("count", Arg::Count(rows.len())), ("shown", Arg::Text(&count))]),
            lines: shown.map(|row| line(view, row)).collect(),
            newer: (at > 1).then(|| to(at - 1)),
            older: (rows.len() > at.saturating_mul(ON_A_PAGE)).then(|| to(at + 1)),
        })
    })
}

/// The import that begins at this place.
fn batch_of(view: &View<'_>, typed: &str) -> Result<EntryId, Trouble> {
    let place = placed(view, typed)?;
    let found = view.state.batches().iter().find(|(_, batch)| batch.sequence == place);
    found.map(|(id, _)| *id).ok_or(Trouble::Missing)
}

/// The same words as on the command line.
fn wanted(view: &View<'_>, given: &Given) -> Result<Wanted, Trouble> {
    let setting = view.setting().with(Remedy::None);
    let kind = |typed: &str| match typed {
        "note" => Ok(types::NOTE_RECORDED.to_owned()),
        typed if types::ALL.contains(&typed) => Ok(typed.to_owned()),
        typed => {
            typed_type(view.state.short_kind(typed), &view.state.catalogue()).map(|kind| kind.id.clone())
        }
    };
    let day = |name: &str| given.one(name).map(|typed| typed_date(typed, &setting.calendar)).transpose();
    let body = |typed: &str| typed_body(typed, &[], &setting);
    Ok(Wanted {
        kind: given.one("type").map(kind).transpose()?,
        subject: given.one("subject").map(body).transpose()?,
        filter: Filter { bodies: given.all("with").map(body).collect::<Result<_, _>>()? },
        from: day("from")?.map(|days| days.from),
        to: day("to")?.map(|days| days.to),
        batch: given.one("batch").map(|typed| batch_of(view, typed)).transpose()?,
    })
}

/// The types of which there are entries, by their labels.
fn kinds(view: &View<'_>) -> Vec<(String, String)> {
    let catalogue = view.state.catalogue();
    let recorded = catalogue.iter().filter(|kind| view.state.of_kind(&kind.id).next().is_some());
    let mut kinds: Vec<(String, String)> =
        recorded.map(|kind| (kind.id.clone(), view.language().of(&kind.label).to_owned())).collect();
    kinds.sort_by_key(|(_, label)| folded(label));
    kinds.push((types::TOTAL_REPORTED.to_owned(), view.word("entry-total-reported")));
    kinds.push(("note".to_owned(), view.word("entry-note-recorded")));
    kinds
}

pub(super) fn line(view: &View<'_>, row: &JournalRow<'_>) -> Line {
    line_beside(view, row, None)
}

/// A line on the page of a body, which is not named again.
pub(super) fn line_beside(view: &View<'_>, row: &JournalRow<'_>, body: Option<&BodyId>) -> Line {
    let (messages, state) = (view.messages, view.state);
    let days = row.occurred().map(|days| period_words(messages, days)).unwrap_or_default();
    let marks = journal_marks(messages, state, row);
    let record = match row {
        JournalRow::Record(record) => record,
        JournalRow::Published(publication) => {
            let kind = view.title("entry-table-published");
            let words = publication_words(messages, &publication.sent);
            let is_gone = publication.withdrawn.is_some();
            let place = publication.sequence;
            return Line { place, days, kind, words, note: String::new(), marks, is_gone };
        }
        JournalRow::Sample(sample) => {
            let kind = view.title("entry-sample-drawn");
            let words = sample_words(messages, state, &sample.sampling);
            let is_gone = sample.withdrawn.is_some();
            return Line { place: sample.sequence, days, kind, words, note: String::new(), marks, is_gone };
        }
        JournalRow::Note(note) => {
            let kind = view.title("entry-note-recorded");
            let is_gone = note.withdrawn.is_some();
            return Line {
                place: note.sequence,
                days,
                kind,
                words: note.text.clone(),
                note: String::new(),
                marks,
                is_gone,
            };
        }
    };
    let apart = body.map(|body| apart_from(state, record.latest(), body));
    let version = apart.as_ref().unwrap_or_else(|| record.latest());
    let kind = type_words(view.language(), state.activity_type(&record.kind), &record.kind).to_owned();
    let said = version_words(messages, state, record, version);
    let (kind, mut words, note) = match &version.content {
        Content::Activity(activity) => {
            let fields = said.strip_prefix(&kind).map_or(said.as_str(), |it| it.trim_start_matches(" · "));
            (kind, fields.to_owned(), activity.note.clone())
        }
        Content::Total(total) => (said, String::new(), total.note.clone()),
    };
    if let Some(subject) = &version.subject {
        let name = body_words(messages, state, subject);
        words = if words.is_empty() { name } else { format!("{name} · {words}") };
    }
    let is_gone = record.withdrawn.is_some();
    Line { place: record.sequence, days, kind, words, note: note.unwrap_or_default(), marks, is_gone }
}
