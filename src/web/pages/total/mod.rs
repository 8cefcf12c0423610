//! Recording a reported total of an indicator, or another version of one with a
//! reason: the same form. An indicator that is taken as reported has no other
//! entries.

mod task;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use task::{Address, Task};

use super::activity::drafting::{Unclear, evidence};
use super::activity::said_of;
use super::documents::Attached;
use super::effect::{effect, unclear, waits};
use crate::present::total_words;
use crate::web::chrome::{Chrome, View, html, html_with, onward};
use crate::web::given::Given;
use crate::web::office::Office;
use crate::web::seen::Seen;
use crate::web::shelf::Sent;
use crate::web::trouble::Trouble;
use crate::web::upload::Posted;

/// What of a total can be typed, with the message that labels it; whether it
/// must be given.
const TYPED: [(&str, &str, bool); 4] = [
    ("value", "web-total-value", true),
    ("from", "web-total-from", false),
    ("to", "web-total-to", true),
    ("note", "show-note", false),
];

/// Where a source prints it.
const CITED: [(&str, &str, bool); 4] = [
    ("source", "web-total-source", true),
    ("section", "web-total-section", false),
    ("line", "web-total-line", false),
    ("words", "web-total-words", false),
];

#[derive(Template)]
#[template(path = "total.html")]
struct Page<'v> {
    c: Chrome<'v>,
    /// The place of what is corrected; none of a new one.
    place: Option<u64>,
    label: String,
    indicator: String,
    action: String,
    replaces: String,
    reason: String,
    inputs: Vec<Input>,
    unclear: Unclear,
    documents: Attached,
}

struct Input {
    name: &'static str,
    label: String,
    value: String,
    is_required: bool,
    error: String,
}

pub(in crate::web) async fn form(
    State(office): State<Office>,
    Path(id): Path<String>,
    seen: Seen,
) -> Response {
    office.show(&seen, |view| shown(view, &Address::Indicator(&id)))
}

pub(in crate::web) async fn save(
    State(office): State<Office>,
    Path(id): Path<String>,
    seen: Seen,
    posted: Posted,
) -> Response {
    saved(&office, &seen, &Address::Indicator(&id), &posted)
}

pub(in crate::web) async fn preview(
    State(office): State<Office>,
    Path(id): Path<String>,
    seen: Seen,
    posted: Posted,
) -> Response {
    office.show(&seen, |view| foreseen(view, &Address::Indicator(&id), &posted.given))
}

/// The form of another version of the total at a place.
pub(super) fn correct(view: &View<'_>, place: &str) -> Result<Response, Trouble> {
    shown(view, &Address::Place(place))
}

/// What that would change.
pub(super) fn preview_correction(view: &View<'_>, place: &str, given: &Given) -> Result<Response, Trouble> {
    foreseen(view, &Address::Place(place), given)
}

/// Does it.
pub(super) fn save_correction(office: &Office, seen: &Seen, place: &str, posted: &Posted) -> Response {
    saved(office, seen, &Address::Place(place), posted)
}

fn shown(view: &View<'_>, address: &Address<'_>) -> Result<Response, Trouble> {
    let task = address.task(view)?;
    html(&made(view, &task, &task.begun(view), Unclear::default(), &[]))
}

fn made<'v>(view: &View<'v>, task: &Task<'_>, given: &Given, unclear: Unclear, waiting: &[Sent]) -> Page<'v> {
    let typed = |name: &str| given.one(name).unwrap_or_default().to_owned();
    let input = |(name, label, is_required): (&'static str, &str, bool)| Input {
        name,
        label: view.word(label),
        value: typed(name),
        is_required,
        error: unclear.fields.get(name).cloned().unwrap_or_default(),
    };
    let (title, here) = match task.before {
        None => ("web-total-new", "record"),
        Some(_) => ("web-correct", "journal"),
    };
    Page {
        c: view.chrome(&view.word(title), here),
        place: task.before.map(|(record, _)| record.sequence),
        label: view.language().of(&task.indicator.near().label).to_owned(),
        indicator: task.indicator.id.clone(),
        action: task.path(),
        replaces: typed("replaces"),
        reason: typed("reason"),
        inputs: TYPED.into_iter().chain(CITED).map(input).collect(),
        documents: Attached::of(view, given, waiting),
        unclear,
    }
}

fn foreseen(view: &View<'_>, address: &Address<'_>, given: &Given) -> Result<Response, Trouble> {
    let (task, given) = (address.task(view)?, said_of(given));
    let is_begun = |(name, _, is_required): &(&str, &str, bool)| !is_required || given.one(name).is_some();
    if task.before.is_none() && !TYPED.iter().chain(&CITED).all(is_begun) {
        return html(&waits(view));
    }
    let total = match task.typed(view, &given) {
        Ok(total) => total,
        Err(wrong) => return html(&unclear(wrong.fields.into_values().chain(wrong.sentences))),
    };
    let sentence = total_words(view.messages, view.state, &total);
    let effect = effect(view, vec![task.command(&given, total)], sentence);
    html(&effect.unwrap_or_else(|trouble| unclear([trouble.sentence(view.messages)])))
}

fn saved(office: &Office, seen: &Seen, address: &Address<'_>, posted: &Posted) -> Response {
    let given = &posted.given;
    let mut wrong = Unclear::default();
    let done = office.act(seen, |view| {
        if posted.is_changed {
            return Err(Trouble::Form);
        }
        let task = address.task(view)?;
        let mut total = task.typed(view, given).map_err(|unclear| {
            wrong = unclear;
            Trouble::Form
        })?;
        let known = task.before.map(|(_, total)| total.evidence.as_slice()).unwrap_or_default();
        total.evidence = evidence(view, given, &posted.documents, known)?;
        Ok(vec![task.command(given, total)])
    });
    office.show(seen, |view| {
        let task = address.task(view)?;
        let trouble = match done {
            Ok(receipts) => {
                posted.done(office);
                let recorded = receipts.last().map(|it| it.sequence);
                let place = task.before.map(|(record, _)| record.sequence).or(recorded).unwrap_or_default();
                return Ok(onward(&format!("/entry/{place}?saved=1")));
            }
            Err(trouble) => trouble,
        };
        let waiting = posted.waiting(office);
        if posted.is_changed {
            return html(&made(view, &task, given, Unclear::default(), &waiting));
        }
        let status = trouble.status_of_form();
        if wrong.is_empty() {
            wrong = Unclear::refused(view, &trouble);
        }
        html_with(status, &made(view, &task, given, wrong, &waiting))
    })
}
