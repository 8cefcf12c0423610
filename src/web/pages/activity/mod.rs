//! Recording an activity, or another version of one: the same form, the same
//! way from what was typed to what is done.

mod begun;
pub(super) mod drafting;
mod foreseen;
mod form;
pub(super) mod inputs;
mod task;
pub(in crate::web) mod types;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;

use begun::Begun;
use drafting::Unclear;
use foreseen::foreseen;
pub(super) use foreseen::said_of;
use form::Form;
use task::Task;

use super::total;
use crate::event::types as entries;
use crate::web::chrome::{View, html, html_with, onward};
use crate::web::given::Given;
use crate::web::office::Office;
use crate::web::seen::Seen;
use crate::web::trouble::Trouble;
use crate::web::upload::Posted;

pub(in crate::web) async fn record(
    State(office): State<Office>,
    Path(kind): Path<String>,
    seen: Seen,
) -> Response {
    office.show(&seen, |view| {
        let task = Task::new(view, &kind, &seen.given)?;
        html(&Form::of(view, &task, &Begun::of(view, &task, &seen.given)))
    })
}

pub(in crate::web) async fn save(
    State(office): State<Office>,
    Path(kind): Path<String>,
    seen: Seen,
    posted: Posted,
) -> Response {
    saved(&office, &seen, &posted, &Address::Kind(kind))
}

/// The sentence that will be read and what would change, before it is saved.
pub(in crate::web) async fn preview(
    State(office): State<Office>,
    Path(kind): Path<String>,
    seen: Seen,
    posted: Posted,
) -> Response {
    office.show(&seen, |view| html(&foreseen(view, &Task::new(view, &kind, &posted.given)?, &posted.given)))
}

pub(in crate::web) async fn correct(
    State(office): State<Office>,
    Path(place): Path<String>,
    seen: Seen,
) -> Response {
    office.show(&seen, |view| match Task::another(view, &place)? {
        Some(task) => html(&Form::of(view, &task, &Begun::of(view, &task, &seen.given))),
        None => total::correct(view, &place),
    })
}

pub(in crate::web) async fn save_correction(
    State(office): State<Office>,
    Path(place): Path<String>,
    seen: Seen,
    posted: Posted,
) -> Response {
    if office.with(&seen, |view| matches!(Task::another(view, &place), Ok(None))) {
        return total::save_correction(&office, &seen, &place, &posted);
    }
    saved(&office, &seen, &posted, &Address::Place(place))
}

pub(in crate::web) async fn preview_correction(
    State(office): State<Office>,
    Path(place): Path<String>,
    seen: Seen,
    posted: Posted,
) -> Response {
    office.show(&seen, |view| match Task::another(view, &place)? {
        Some(task) => html(&foreseen(view, &task, &posted.given)),
        None => total::preview_correction(view, &place, &posted.given),
    })
}

/// What a form of an activity is about.
enum Address {
    /// A type.
    Kind(String),
    /// The place of an activity.
    Place(String),
}

impl Address {
    fn task<'v>(&self, view: &View<'v>, given: &Given) -> Result<Task<'v>, Trouble> {
        match self {
            Self::Kind(kind) => Task::new(view, kind, given),
            Self::Place(place) => Task::another(view, place)?.ok_or(Trouble::Missing),
        }
    }
}

/// Does what a form asks for and goes on to the entry; else the form again, with
/// all that was typed and sent.
fn saved(office: &Office, seen: &Seen, posted: &Posted, address: &Address) -> Response {
    let mut unclear = Unclear::default();
    let done = office.act(seen, |view| {
        let task = address.task(view, &posted.given)?;
        if posted.is_changed {
            return Err(Trouble::Form);
        }
        task.commands(view, &posted.given, &posted.documents).map_err(|wrong| {
            unclear = wrong;
            Trouble::Form
        })
    });
    office.show(seen, |view| {
        let trouble = match done {
            Ok(receipts) => {
                posted.done(office);
                let recorded = receipts.iter().find(|it| !it.kind.starts_with(entries::PREFIX));
                let task = address.task(view, &posted.given)?;
                let place = task.place().or(recorded.map(|it| it.sequence)).unwrap_or_default();
                return Ok(onward(&format!("/entry/{place}?saved=1")));
            }
            Err(trouble) => trouble,
        };
        let task = address.task(view, &posted.given)?;
        if !posted.is_changed && unclear.is_empty() {
            unclear = Unclear::refused(view, &trouble);
        }
        let begun = Begun { unclear, waiting: posted.waiting(office), ..Begun::given(&posted.given) };
        let status = if posted.is_changed { StatusCode::OK } else { trouble.status_of_form() };
        html_with(status, &Form::of(view, &task, &begun))
    })
}
