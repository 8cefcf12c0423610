//! Withdrawing an entry, and confirming that a planned activity took place.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;

use super::effect::{Effect, effect, unclear};
use super::entry::{batch_at, batch_words, kind_words, placed, record_at};
use crate::event::EntryId;
use crate::ledger::Command;
use crate::present::{period_words, version_words};
use crate::web::chrome::{Chrome, View, html, html_with, onward};
use crate::web::office::Office;
use crate::web::seen::Seen;
use crate::web::trouble::Trouble;
use crate::web::upload::Posted;

#[derive(Template)]
#[template(path = "judge.html")]
struct Page<'v> {
    c: Chrome<'v>,
    place: u64,
    what: String,
    action: String,
    verb: String,
    help: String,
    asks_reason: bool,
    reason: String,
    error: String,
    effect: Effect,
}

/// What an entry is that can be withdrawn.
struct Meant {
    id: EntryId,
    place: u64,
    what: String,
    days: Option<crate::event::Period>,
}

fn meant(view: &View<'_>, place: &str) -> Result<Meant, Trouble> {
    let place = placed(view, place)?;
    if let Some(record) = record_at(view, place) {
        let version = record.latest();
        let words = version_words(view.messages, view.state, record, version);
        return Ok(Meant {
            id: record.id,
            place: record.sequence,
            what: if words.is_empty() { kind_words(view, record) } else { words },
            days: Some(version.occurred),
        });
    }
    if let Some((id, _)) = batch_at(view, place) {
        return Ok(Meant { id, place, what: batch_words(view, id), days: None });
    }
    let note = view.state.notes().iter().find(|note| note.sequence == place).ok_or(Trouble::Missing)?;
    Ok(Meant { id: note.id, place, what: note.text.clone(), days: note.occurred })
}

pub(in crate::web) async fn withdrawal(
    State(office): State<Office>,
    Path(place): Path<String>,
    seen: Seen,
) -> Response {
    office.show(&seen, |view| html(&withdrawing(view, &place, "", "")?))
}

fn withdrawing<'v>(view: &View<'v>, place: &str, reason: &str, error: &str) -> Result<Page<'v>, Trouble> {
    let meant = meant(view, place)?;
    // The effect does not wait for the reason.
    let command = Command::Withdraw { entry: meant.id, correction: None, reason: "–".to_owned() };
    let mut page = page(view, &meant, vec![command], "withdraw");
    reason.clone_into(&mut page.reason);
    error.clone_into(&mut page.error);
    Ok(page)
}

fn page<'v>(view: &View<'v>, meant: &Meant, commands: Vec<Command>, verb: &'static str) -> Page<'v> {
    let days = meant.days.map(|days| period_words(view.messages, days)).unwrap_or_default();
    let foreseen = effect(view, commands, meant.days, String::new());
    Page {
        c: view.chrome(&view.word(&format!("web-{verb}")), "journal"),
        place: meant.place,
        what: [days, meant.what.clone()]
            .into_iter()
            .filter(|it| !it.is_empty())
            .collect::<Vec<_>>()
            .join(" · "),
        action: format!("/entry/{}/{verb}", meant.place),
        verb: view.word(&format!("web-{verb}")),
        help: view.word(&format!("web-{verb}-help")),
        asks_reason: verb == "withdraw",
        reason: String::new(),
        error: String::new(),
        effect: foreseen.unwrap_or_else(|trouble| unclear(vec![trouble.sentence(view.messages)])),
    }
}

pub(in crate::web) async fn withdraw(
    State(office): State<Office>,
    Path(place): Path<String>,
    seen: Seen,
    posted: Posted,
) -> Response {
    let reason = posted.given.one("reason").unwrap_or_default();
    let done = office.act(&seen, |view| {
        let entry = meant(view, &place)?.id;
        Ok(vec![Command::Withdraw { entry, correction: None, reason: reason.to_owned() }])
    });
    office.show(&seen, |view| match done {
        Ok(_) => Ok(onward(&format!("/entry/{}?saved=1", meant(view, &place)?.place))),
        Err(trouble) => {
            let page = withdrawing(view, &place, reason, &trouble.sentence(view.messages))?;
            html_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    })
}

pub(in crate::web) async fn confirmation(
    State(office): State<Office>,
    Path(place): Path<String>,
    seen: Seen,
) -> Response {
    office.show(&seen, |view| {
        let meant = meant(view, &place)?;
        html(&page(view, &meant, vec![Command::Confirm { entry: meant.id }], "confirm"))
    })
}

pub(in crate::web) async fn confirm(
    State(office): State<Office>,
    Path(place): Path<String>,
    seen: Seen,
    _posted: Posted,
) -> Response {
    let done = office.act(&seen, |view| Ok(vec![Command::Confirm { entry: meant(view, &place)?.id }]));
    office.show(&seen, |view| {
        done?;
        Ok(onward(&format!("/entry/{}?saved=1", meant(view, &place)?.place)))
    })
}
