//! One entry: what it says, when it happened and when it was recorded, its
//! documents, its versions, the values it counts in.

mod acts;
mod counts;
mod history;
mod other;
mod record;
mod said;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use counts::Counts;
use history::{Detail, VersionLine};
use said::{Document, Said};

pub(super) use other::other_words;
pub(super) use record::kind_words;

use crate::event::{Entry, EntryId};
use crate::figures::Record;
use crate::ledger::DeskError;
use crate::present::Arg;
use crate::web::chrome::{Chrome, View, html};
use crate::web::office::Office;
use crate::web::seen::Seen;
use crate::web::trouble::Trouble;

#[derive(Template)]
#[template(path = "entry.html")]
struct Page<'v> {
    c: Chrome<'v>,
    place: u64,
    kind: String,
    saved: bool,
    receipt: String,
    state: String,
    is_gone: bool,
    actions: Vec<Action>,
    days: String,
    recorded: String,
    said: Vec<Said>,
    documents: Vec<Document>,
    /// The values that it counts in; none where that is not to be said.
    counts: Vec<Counts>,
    versions: Vec<VersionLine>,
    details: Vec<Detail>,
    /// Where the same is recorded again.
    again: Option<String>,
    batch: Option<u64>,
    about: Option<u64>,
}

/// What can be done about an entry.
struct Action {
    label: String,
    href: String,
    /// Whether the key for corrections follows it.
    is_correction: bool,
}

impl Action {
    fn new(view: &View<'_>, id: &str, href: String) -> Self {
        Self { label: view.word(id), href, is_correction: id == "web-correct" }
    }

    /// One that the page about an entry has under its own address.
    fn of_entry(view: &View<'_>, place: u64, act: &str) -> Self {
        Self::new(view, &format!("web-{act}"), format!("/entry/{place}/{act}"))
    }
}

pub(in crate::web) async fn page(
    State(office): State<Office>,
    Path(place): Path<String>,
    seen: Seen,
) -> Response {
    office.show(&seen, |view| {
        let place = placed(view, &place)?;
        if let Some(record) = record_at(view, place) {
            return html(&record::page(view, record)?);
        }
        html(&other::page(view, place)?)
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
    view.state.version_at(place).map(|(record, _)| record)
}

/// The entry at a place, as it is stored.
pub(super) fn stored(view: &View<'_>, sequence: u64) -> Result<(Vec<u8>, Entry), Trouble> {
    let line = view.ledger.line(sequence)?.ok_or(Trouble::Missing)?;
    let entry = Entry::read(&line).map_err(|source| DeskError::Entry { sequence, source })?;
    Ok((line, entry))
}

/// What a recorder keeps of what was just said about an entry: of the entry that
/// says it where the address names one that is about it, of the entry itself
/// otherwise.
fn receipt(view: &View<'_>, id: EntryId, place: u64) -> String {
    let act = view.seen.given.one("act").and_then(|typed| typed.parse::<u64>().ok());
    let added = |act: EntryId| view.state.addition(act).is_some_and(|addition| addition.entry == id);
    let is_about = |act: &u64| {
        stored(view, *act).is_ok_and(|(_, entry)| entry.draft.corrected == Some(id) || added(entry.draft.id))
    };
    let place = act.filter(is_about).unwrap_or(place);
    let hash = view.state.hash(place).unwrap_or_default().short();
    view.say("web-receipt", &[("entry", Arg::Shown(&place)), ("hash", Arg::Text(&hash))])
}
