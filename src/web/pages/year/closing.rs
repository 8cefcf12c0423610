//! Closing a fiscal year from its page.

use axum::extract::{Path, State};
use axum::response::Response;

use super::Meant;
use super::shown::{Undone, made};
use crate::audit::Checks;
use crate::figures::ClosedYear;
use crate::ledger::{DeskError, Refusal, YearToClose};
use crate::web::chrome::{View, html_with, onward};
use crate::web::given::Given;
use crate::web::office::Office;
use crate::web::seen::Seen;
use crate::web::trouble::Trouble;
use crate::web::upload::Posted;

pub(in crate::web) async fn close(
    State(office): State<Office>,
    Path(typed): Path<String>,
    seen: Seen,
    posted: Posted,
) -> Response {
    let closed = office.with(&seen, |view| Meant::of(view, &seen, &typed)).and_then(|meant| {
        closed(&office, &meant, &posted.given)?;
        Ok(meant)
    });
    office.show(&seen, |view| {
        let trouble = match closed {
            Ok(meant) => return Ok(onward(&meant.href(""))),
            Err(trouble) => trouble,
        };
        let meant = Meant::of(view, &seen, &typed)?;
        if is_done(view, &meant, &posted.given, &trouble)? {
            return Ok(onward(&meant.href("")));
        }
        let error = trouble.sentence(view.messages);
        html_with(trouble.status_of_form(), &made(view, &meant, Undone::Close, &posted.given, &error)?)
    })
}

/// Closes the year; nobody else writes meanwhile.
fn closed(office: &Office, meant: &Meant, given: &Given) -> Result<(), Trouble> {
    let mut desk = office.alone();
    let year = YearToClose {
        plan: meant.choice.clone(),
        as_at: meant.day,
        open: Checks::of(desk.state(), meant.day, &office.documents()).total(),
        anyway: given.has("anyway"),
        reason: given.one("reason").map(str::to_owned),
        seen: given.one("size").and_then(|typed| typed.parse().ok()).or(Some(0)),
    };
    let keys = office.keys(desk.state())?;
    let mut ids = || office.new_id();
    desk.close_year((office.folder(), &keys), &year, office.writer(), &mut ids, &mut |_| ())?;
    Ok(())
}

/// Whether a form that is sent twice was done the first time: the closing that it did not
/// know says the same.
fn is_done(view: &View<'_>, meant: &Meant, given: &Given, trouble: &Trouble) -> Result<bool, Trouble> {
    let Trouble::Desk(DeskError::Refused(Refusal::ClosedAlready(place))) = trouble else { return Ok(false) };
    let is_it = |year: &ClosedYear| {
        let said = (year.author.user, year.reason.as_deref());
        year.sequence == *place && said == (view.office.author().user, given.one("reason"))
    };
    Ok(meant.closed(view)?.is_some_and(is_it))
}
