//! One entry: what it says, when it happened and when it was recorded, its
//! documents, its versions, the values it counts in.

mod counts;
mod history;
mod said;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use counts::{Count, counts};
use history::{Detail, VersionLine, details, versions};
use said::{Document, Said, documents, said};

use crate::event::{Entry, EntryId, Json, Period};
use crate::figures::{Content, Record};
use crate::ledger::DeskError;
use crate::present::{Arg, body_words, entry_words, moment_words, period_words, type_words};
use crate::web::chrome::{Chrome, View, capital, html};
use crate::web::given::{encoded, link};
use crate::web::office::Office;
use crate::web::seen::Seen;
use crate::web::trouble::Trouble;

#[derive(Template)]
#[template(path = "entry.html")]
#[expect(clippy::struct_excessive_bools, reason = "what a page shows or not")]
struct Page<'v> {
    c: Chrome<'v>,
    place: u64,
    kind: String,
    saved: bool,
    receipt: String,
    state: String,
    is_gone: bool,
    can_change: bool,
    can_confirm: bool,
    is_waiting: bool,
    days: String,
    recorded: String,
    said: Vec<Said>,
    documents: Vec<Document>,
    counts: Vec<Count>,
    counts_day: String,
    is_counted: bool,
    versions: Vec<VersionLine>,
    details: Vec<Detail>,
    again: String,
    batch: Option<u64>,
    about: Option<u64>,
}

pub(in crate::web) async fn page(
    State(office): State<Office>,
    Path(place): Path<String>,
    seen: Seen,
) -> Response {
    office.show(&seen, |view| {
        let place = placed(view, &place)?;
        if let Some(record) = record_at(view, place) {
            return html(&of_record(view, record)?);
        }
        html(&of_other(view, place)?)
    })
}

/// The place that an address names.
pub(super) fn placed(view: &View<'_>, typed: &str) -> Result<u64, Trouble> {
    let place = typed.parse::<u64>().ok().filter(|it| *it < view.state.size());
    let by_id = || typed.parse::<EntryId>().ok().and_then(|id| view.state.sequence_of(id));
    place.or_else(by_id).ok_or(Trouble::Missing)
}

/// The record one of whose versions stands at a place.
pub(super) fn record_at<'v>(view: &View<'v>, place: u64) -> Option<&'v Record> {
    view.state.records().iter().find(|record| record.version(place).is_some())
}

/// The entry at a place, as it is stored.
pub(super) fn stored(view: &View<'_>, sequence: u64) -> Result<(Vec<u8>, Entry), Trouble> {
    let line = view.desk.log().get(sequence)?.ok_or(Trouble::Missing)?;
    let entry = Entry::read(&line).map_err(|source| DeskError::Entry { sequence, source })?;
    Ok((line, entry))
}

fn of_record<'v>(view: &View<'v>, record: &Record) -> Result<Page<'v>, Trouble> {
    let version = record.latest();
    let planned = record.withdrawn.is_none() && version.is_planned();
    let is_activity = matches!(version.content, Content::Activity(_));
    let kind = kind_words(view, record);
    let title = format!("{kind} · {}", record.sequence);
    let (counts_day, counts) = counts(view, record);
    let copy = record.sequence.to_string();
    Ok(Page {
        place: record.sequence,
        saved: view.seen.given.has("saved"),
        receipt: receipt(view, version.sequence),
        state: fate_of(view, record)?,
        is_gone: record.withdrawn.is_some(),
        can_change: record.withdrawn.is_none() && is_activity,
        can_confirm: planned && version.occurred.to <= view.today(),
        is_waiting: false,
        days: period_words(view.messages, version.occurred),
        recorded: recorded(view, record.sequence)?,
        said: said(view, record, version),
        documents: documents(view, version.content.evidence()),
        is_counted: counts.iter().any(|it| it.counts),
        counts,
        counts_day,
        versions: versions(view, record)?,
        details: details(view, record.versions().map(|it| it.sequence))?,
        again: link(&format!("/record/{}", encoded(&record.kind)), [("copy", copy.as_str())]),
        batch: record.batch.and_then(|id| view.state.batches().get(&id)).map(|batch| batch.sequence),
        about: None,
        c: view.chrome(&title, "journal"),
        kind,
    })
}

/// A note, a definition, a fact of the register, an act about another entry.
fn of_other<'v>(view: &View<'v>, place: u64) -> Result<Page<'v>, Trouble> {
    let (_, entry) = stored(view, place)?;
    let note = view.state.notes().iter().find(|note| note.sequence == place);
    let kind = capital(&entry_words(view.messages, &entry.draft.kind));
    let mut said = Vec::new();
    let mut say = |id: &str, value: String, href: Option<String>| {
        said.push(Said { label: view.word(id), value, href });
    };
    if let Some(note) = note {
        say("show-note", note.text.clone(), None);
        if let Some(became) = note.resolved.and_then(|id| view.state.sequence_of(id)) {
            say("web-became", format!("nº {became}"), Some(format!("/entry/{became}")));
        }
    }
    if let Some(body) = &entry.draft.subject {
        say("show-subject", body_words(view.messages, view.state, body), Some(format!("/register/{body}")));
    }
    let reason = entry.draft.data.get("reason").and_then(Json::as_text);
    if let Some(reason) = reason {
        say("web-reason", reason.to_owned(), None);
    }
    let waits = note.is_some_and(|note| note.resolved.is_none() && note.withdrawn.is_none());
    let withdrawn = note.and_then(|note| note.withdrawn);
    Ok(Page {
        c: view.chrome(&format!("{kind} · {place}"), "journal"),
        place,
        saved: view.seen.given.has("saved"),
        receipt: receipt(view, place),
        state: withdrawn.map_or_else(|| Ok(String::new()), |act| act_words(view, "show-withdrawn", act))?,
        is_gone: withdrawn.is_some(),
        can_change: false,
        can_confirm: false,
        is_waiting: waits,
        days: entry.draft.occurred.map(|it: Period| period_words(view.messages, it)).unwrap_or_default(),
        recorded: recorded(view, place)?,
        said,
        documents: documents(view, note.map(|it| it.evidence.as_slice()).unwrap_or_default()),
        counts: vec![],
        counts_day: String::new(),
        is_counted: false,
        versions: vec![],
        details: details(view, [place])?,
        again: String::new(),
        batch: None,
        about: entry.draft.corrected.and_then(|id| view.state.sequence_of(id)),
        kind,
    })
}

/// What a recorder keeps of an entry: its place and the beginning of its hash.
fn receipt(view: &View<'_>, place: u64) -> String {
    let hash = view.state.hash(place).unwrap_or_default().short();
    view.say("web-receipt", &[("entry", Arg::Shown(&place)), ("hash", Arg::Text(&hash))])
}

/// What a record is, by the label of its type.
pub(super) fn kind_words(view: &View<'_>, record: &Record) -> String {
    match &record.latest().content {
        Content::Total(_) => view.title("entry-total-reported"),
        Content::Activity(_) => {
            type_words(view.language(), view.state.activity_type(&record.kind), &record.kind).to_owned()
        }
    }
}

/// When and by whom an entry was recorded.
fn recorded(view: &View<'_>, sequence: u64) -> Result<String, Trouble> {
    act_words(view, "recorded-on", sequence)
}

/// A sentence about an entry that says something: when, by whom, why.
fn act_words(view: &View<'_>, id: &str, sequence: u64) -> Result<String, Trouble> {
    let (_, entry) = stored(view, sequence)?;
    let when = moment_words(view.messages, entry.recorded, view.state.zone());
    let by = view.office.recorders(view.state).words(view.messages, entry.author.user);
    let values =
        [("when", Arg::Text(when.as_str())), ("by", Arg::Text(&by)), ("entry", Arg::Shown(&sequence))];
    let said = view.say(id, if id == "recorded-on" { &values[..2] } else { &values });
    match entry.draft.data.get("reason").and_then(Json::as_text).filter(|_| id != "recorded-on") {
        Some(reason) => {
            Ok(view.say("show-because", &[("said", Arg::Text(&said)), ("reason", Arg::Text(reason))]))
        }
        None => Ok(said),
    }
}

fn fate_of(view: &View<'_>, record: &Record) -> Result<String, Trouble> {
    if let Some(act) = record.withdrawn {
        return act_words(view, "show-withdrawn", act);
    }
    let version = record.latest();
    if version.is_planned() {
        return Ok(view.word("show-planned"));
    }
    Ok(match version.confirmed {
        Some(act) => act_words(view, "show-confirmed", act.sequence)?,
        None => String::new(),
    })
}
