//! Correcting: another version of an activity, with a reason.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;

use super::drafting::{Unclear, draft, evidence};
use super::effect::{Effect, effect, unclear};
use super::entry::{placed, record_at};
use super::inputs::{given_texts, inputs, stored_texts};
use super::record::{Form, document_kinds, kind_of, remarks, typed_days};
use crate::event::{Activity, Hash};
use crate::figures::{Content, Record};
use crate::ledger::{Command, Correction, Days};
use crate::present::{activity_words, period_words};
use crate::web::chrome::{View, html, html_with, onward};
use crate::web::given::Given;
use crate::web::office::Office;
use crate::web::seen::Seen;
use crate::web::trouble::Trouble;
use crate::web::upload::Posted;

/// The activity at a place, and what it says now.
fn activity_at<'v>(view: &View<'v>, place: &str) -> Result<(&'v Record, &'v Activity), Trouble> {
    let record = record_at(view, placed(view, place)?).ok_or(Trouble::Missing)?;
    match &record.latest().content {
        Content::Activity(activity) => Ok((record, activity)),
        Content::Total(_) => Err(Trouble::Typed("web-total-by-command", record.sequence.to_string())),
    }
}

pub(in crate::web) async fn form(
    State(office): State<Office>,
    Path(place): Path<String>,
    seen: Seen,
) -> Response {
    office.show(&seen, |view| {
        let (record, activity) = activity_at(view, &place)?;
        let kind = kind_of(view, &record.kind)?;
        let version = record.latest();
        let mut given = Given::default();
        let mut put = |name: &str, text: String| given.0.push((name.to_owned(), text));
        put("on", typed_days(version.occurred));
        version.subject.iter().for_each(|subject| put("subject", subject.to_string()));
        activity.note.iter().for_each(|note| put("note", note.clone()));
        // What was seen: another version that stands since is told, not replaced.
        put("replaces", view.state.hash(version.sequence).unwrap_or_default().to_string());
        let texts = stored_texts(view, kind, &activity.fields);
        html(&made(view, record, &texts, &given, Unclear::default())?)
    })
}

fn made<'v>(
    view: &View<'v>,
    record: &Record,
    texts: &BTreeMap<String, String>,
    given: &Given,
    unclear: Unclear,
) -> Result<Form<'v>, Trouble> {
    let kind = kind_of(view, &record.kind)?;
    let typed = |name: &str| given.one(name).unwrap_or_default().to_owned();
    let path = format!("/entry/{}/correct", record.sequence);
    Ok(Form {
        c: view.chrome(&view.word("web-correct"), "journal"),
        kind: view.language().of(&kind.label).to_owned(),
        help: String::new(),
        preview: format!("{path}/preview"),
        action: path,
        draft: format!("correct-{}", record.sequence),
        on: typed("on"),
        subject: typed("subject"),
        note: typed("note"),
        is_planned: given.has("planned") || record.latest().is_planned(),
        inputs: inputs(view, kind, texts, &unclear.fields),
        documents: document_kinds(view),
        from: typed("replaces"),
        larger: String::new(),
        corrected: Some((record.sequence, typed("reason"))),
        unclear,
    })
}

/// What a form asks for.
struct Corrected {
    /// The correction, after the bodies that are new.
    commands: Vec<Command>,
    activity: Activity,
    days: Days,
}

/// The correction that a form asks for, after the bodies that are new.
fn commands(
    view: &View<'_>,
    record: &Record,
    before: &Activity,
    posted: &Posted,
) -> Result<Corrected, Unclear> {
    let given = &posted.given;
    let refused = |trouble: Trouble| Unclear::refused(view, &trouble);
    let kind = kind_of(view, &record.kind).map_err(refused)?;
    let mut draft = draft(view, kind, given, Some(before))?;
    draft.activity.evidence = evidence(view, given, &posted.documents, &before.evidence).map_err(refused)?;
    let replaces: Option<Hash> = given.one("replaces").and_then(|it| it.parse().ok());
    let activity = draft.activity.clone();
    draft.commands.push(Command::Correct(Correction {
        entry: record.id,
        replaces,
        occurred: draft.days.period(),
        subject: draft.subject,
        activity: draft.activity,
        reason: given.one("reason").unwrap_or_default().to_owned(),
    }));
    Ok(Corrected { commands: draft.commands, activity, days: draft.days })
}

pub(in crate::web) async fn save(
    State(office): State<Office>,
    Path(place): Path<String>,
    seen: Seen,
    posted: Posted,
) -> Response {
    let given = &posted.given;
    let mut wrong = None;
    let done = office.act(&seen, |view| {
        let (record, before) = activity_at(view, &place)?;
        commands(view, record, before, &posted).map(|made| made.commands).map_err(|unclear| {
            wrong = Some(unclear);
            Trouble::Form
        })
    });
    office.show(&seen, |view| {
        let (record, _) = activity_at(view, &place)?;
        match done {
            Ok(_) => Ok(onward(&format!("/entry/{}?saved=1", record.sequence))),
            Err(trouble) => {
                let unclear = wrong.unwrap_or_else(|| Unclear::refused(view, &trouble));
                let form = made(view, record, &given_texts(given), given, unclear)?;
                html_with(StatusCode::UNPROCESSABLE_ENTITY, &form)
            }
        }
    })
}

pub(in crate::web) async fn preview(
    State(office): State<Office>,
    Path(place): Path<String>,
    seen: Seen,
    posted: Posted,
) -> Response {
    office.show(&seen, |view| {
        let (record, before) = activity_at(view, &place)?;
        html(&foreseen(view, record, before, &posted.given))
    })
}

fn foreseen(view: &View<'_>, record: &Record, before: &Activity, given: &Given) -> Effect {
    let mut given = given.clone();
    // The effect does not wait for the reason.
    if given.one("reason").is_none() {
        given.0.push(("reason".to_owned(), "–".to_owned()));
    }
    let posted = Posted { given, documents: vec![] };
    let Corrected { commands, activity, days } = match commands(view, record, before, &posted) {
        Ok(made) => made,
        Err(wrong) => return unclear(wrong.fields.into_values().chain(wrong.sentences).collect()),
    };
    let occurred = days.period();
    let words = activity_words(view.messages, view.state, &record.kind, &activity);
    let sentence = format!("{} · {words}", period_words(view.messages, occurred));
    match effect(view, commands, Some(occurred), sentence) {
        Ok(effect) => Effect { remarks: remarks(view, days), ..effect },
        Err(trouble) => unclear(vec![trouble.sentence(view.messages)]),
    }
}
