//! To whom the notice of a closing was sent.

use axum::extract::{Path, State};
use axum::response::Response;

use super::Meant;
use super::shown::{Undone, made};
use crate::event::{Day, EntryId, MAX_NAME, clean_line};
use crate::exchange::typed_date;
use crate::web::chrome::{View, html_with, onward};
use crate::web::given::Given;
use crate::web::office::Office;
use crate::web::seen::Seen;
use crate::web::trouble::Trouble;
use crate::web::upload::Posted;

pub(in crate::web) async fn note(
    State(office): State<Office>,
    Path(typed): Path<String>,
    seen: Seen,
    posted: Posted,
) -> Response {
    let said = office.with(&seen, |view| said(view, &Meant::of(view, &seen, &typed)?, &posted.given));
    let done = said.and_then(|Said { closing, to, on }| {
        Ok(office.alone().note_notified(closing, &to, on, office.writer(), &mut || office.new_id())?)
    });
    office.show(&seen, |view| {
        let meant = Meant::of(view, &seen, &typed)?;
        match done {
            Ok(_) => Ok(onward(&(meant.href("") + "#sent"))),
            Err(trouble) => {
                let error = trouble.sentence(view.messages);
                html_with(trouble.status_of_form(), &made(view, &meant, Undone::Send, &posted.given, &error)?)
            }
        }
    })
}

/// What is to be noted.
struct Said {
    closing: EntryId,
    to: String,
    on: Day,
}

fn said(view: &View<'_>, meant: &Meant, given: &Given) -> Result<Said, Trouble> {
    let to = given.one("to").ok_or_else(|| Trouble::Typed("web-year-nobody", String::new()))?;
    if view.office.persons(view.state).are_in(to) {
        return Err(Trouble::Typed("usage-sent-to-person", to.to_owned()));
    }
    let on = given.one("on").map(|typed| typed_date(typed, &view.setting().calendar)).transpose()?;
    Ok(Said {
        closing: meant.closing(view)?.id,
        to: clean_line(to, MAX_NAME)?,
        on: on.map_or_else(|| view.today(), |days| days.to),
    })
}
