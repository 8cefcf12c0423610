//! What stands around every page: where one can go, in which language, of which
//! ledger.

use std::fmt::Display;

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::office::Office;
use super::seen::Seen;
use super::trouble::Trouble;
use crate::event::Day;
use crate::exchange::Setting;
use crate::figures::State;
use crate::ledger::Committed;
use crate::present::{Arg, Language, Messages, count_words, day_words};

/// The ledger as it is, for one request.
pub(super) struct View<'v> {
    pub office: &'v Office,
    pub seen: &'v Seen,
    pub messages: &'v Messages,
    pub ledger: &'v Committed,
    pub state: &'v State,
}

impl<'v> View<'v> {
    pub(super) fn today(&self) -> Day {
        self.office.now().day(self.state.zone()).unwrap_or(Day::FIRST)
    }

    pub(super) fn setting(&self) -> Setting<'v> {
        let (office, state) = (self.office, self.state);
        Setting::of(state, Some(self.today())).opening(|| office.persons(state))
    }

    pub(super) fn language(&self) -> Language {
        self.messages.language()
    }

    pub(super) fn word(&self, id: &str) -> String {
        self.messages.word(id)
    }

    /// A word that begins a line.
    pub(super) fn title(&self, id: &str) -> String {
        capital(&self.word(id))
    }

    /// A place, as people name it.
    pub(super) fn number(&self, place: u64) -> String {
        self.say("entry-no", &[("entry", Arg::Shown(&place))])
    }

    pub(super) fn say(&self, id: &str, values: &[(&str, Arg<'_>)]) -> String {
        self.messages.say(id, values)
    }

    pub(super) fn day(&self, day: Day) -> String {
        day_words(self.language(), day)
    }

    /// The frame of a page.
    pub(super) fn chrome(&self, title: &str, here: &'static str) -> Chrome<'v> {
        let size = count_words(self.language(), self.state.size());
        let head = self.state.head().to_string();
        let foot = [("size", Arg::Text(size.as_str())), ("head", Arg::Text(&head[..12]))];
        Chrome {
            t: self.messages,
            language: &self.language().tag()[..2],
            title: title.to_owned(),
            here,
            other: self.seen.other(),
            open: self.office.ready_checks(self.state, self.today()).map(|checks| checks.total()),
            foot: self.say("web-foot", &foot),
            notice: self.state.notice().map(|words| self.language().of(words).to_owned()),
            secret: self.office.form_secret(),
        }
    }
}

/// The frame of a page.
pub(super) struct Chrome<'v> {
    pub t: &'v Messages,
    pub language: &'static str,
    pub title: String,
    pub here: &'static str,
    pub other: String,
    /// How many entries are open, where that is known.
    pub open: Option<usize>,
    pub foot: String,
    pub notice: Option<String>,
    pub secret: &'v str,
}

impl Chrome<'_> {
    /// The other language, by its own name, and its tag.
    pub(super) fn other_language(&self) -> [&'static str; 2] {
        if self.language == "fr" { ["English", "en"] } else { ["Français", "fr"] }
    }

    /// The number of an entry.
    pub(super) fn no(&self, place: impl Display) -> String {
        self.t.say("entry-no", &[("entry", Arg::Shown(&place))])
    }

    /// What marks the place where one is.
    pub(super) fn current(&self, place: &str) -> &'static str {
        if self.here == place { "page" } else { "false" }
    }
}

/// A text that begins with a capital.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A page of a template.
pub(super) fn html(template: &impl askama::Template) -> Result<Response, Trouble> {
    html_with(StatusCode::OK, template)
}

/// The same with another status.
pub(super) fn html_with(status: StatusCode, template: &impl askama::Template) -> Result<Response, Trouble> {
    let text = template.render().map_err(|_| Trouble::Template)?;
    Ok((status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], text).into_response())
}

/// A text of another kind than a page, to be kept under a name or shown.
pub(super) fn given_as(text: String, kind: &'static str, name: &str, is_kept: bool) -> Response {
    let kind = (header::CONTENT_TYPE, kind.to_owned());
    let name = format!("attachment; filename=\"{name}\"");
    if is_kept {
        ([kind, (header::CONTENT_DISPOSITION, name)], text).into_response()
    } else {
        ([kind], text).into_response()
    }
}

/// To another page, after something was done.
pub(super) fn onward(to: &str) -> Response {
    (StatusCode::SEE_OTHER, [(header::LOCATION, to.to_owned())]).into_response()
}
