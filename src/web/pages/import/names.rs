//! The names of a file that the register lacks: each is a body that is there, or
//! is registered.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;

use super::about;
use super::preview::{Names, registered, tried};
use super::rows::made;
use crate::event::BodyKind;
use crate::exchange::{Settled, Unsettled, folded, typed_body};
use crate::present::Arg;
use crate::web::chrome::{View, html_with, onward};
use crate::web::given::Given;
use crate::web::office::Office;
use crate::web::seen::Seen;
use crate::web::tray::Waiting;
use crate::web::trouble::Trouble;
use crate::web::upload::Posted;

/// A name that the register lacks.
pub(super) struct Name {
    pub(super) number: usize,
    pub(super) typed: String,
    pub(super) count: String,
    pub(super) like: Vec<String>,
    /// Bodies that it may be, and what it may be registered as: word, label.
    pub(super) near: Vec<(String, String)>,
    pub(super) kinds: Vec<(String, String)>,
    pub(super) chosen: String,
    pub(super) other: String,
    pub(super) refers: String,
}

/// The names that are settled, and those that are not.
pub(super) fn names(view: &View<'_>, waiting: &Waiting, open: &[Unsettled]) -> Vec<Name> {
    let is_known = |name: &str| waiting.names.iter().any(|(it, _)| folded(&it.name) == folded(name));
    let known = waiting.names.iter().filter(|(_, settled)| settled.is_some());
    let known = known.map(|(one, settled)| (one, settled.as_ref()));
    let open = open.iter().filter(|one| !is_known(&one.name) || is_open(waiting, &one.name));
    let all = open.map(|one| (one, None)).chain(known);
    all.enumerate().map(|(number, (one, settled))| name(view, number, one, settled)).collect()
}

fn is_open(waiting: &Waiting, name: &str) -> bool {
    waiting.names.iter().any(|(it, settled)| folded(&it.name) == folded(name) && settled.is_none())
}

fn name(view: &View<'_>, number: usize, one: &Unsettled, settled: Option<&Settled>) -> Name {
    let near: Vec<(String, String)> = one
        .near
        .iter()
        .map(|near| (format!("is:{}", near.id), view.language().of(&near.label).to_owned()))
        .collect();
    let kinds = one.kinds.iter();
    let kinds =
        kinds.map(|kind| (format!("new:{}", kind.word()), view.word(&format!("body-{}", kind.word()))));
    let chosen = match settled {
        Some(Settled::Is(body)) => format!("is:{body}"),
        Some(Settled::New(kind)) => format!("new:{}", kind.word()),
        None => String::new(),
    };
    let other = match settled {
        Some(Settled::Is(body)) if near.iter().all(|(word, _)| *word != chosen) => {
            view.language().of(&view.state.register().name(body)).to_owned()
        }
        _ => String::new(),
    };
    Name {
        number,
        typed: one.name.clone(),
        count: view.say("web-import-times", &[("count", Arg::Count(one.count))]),
        like: one.like.clone(),
        chosen: if other.is_empty() { chosen } else { String::new() },
        refers: one.kinds.iter().map(|kind| kind.word()).collect::<Vec<_>>().join(" "),
        kinds: kinds.collect(),
        near,
        other,
    }
}

/// Takes up what is settled of names.
pub(in crate::web) async fn settle(
    State(office): State<Office>,
    Path(id): Path<String>,
    seen: Seen,
    posted: Posted,
) -> Response {
    let Some(waiting) = office.waiting(&id) else {
        return about(&office, &seen, &id, |_, _| Err(Trouble::Missing));
    };
    let settled = office.with(&seen, |view| said_of_names(view, &waiting, &posted.given));
    let names = match settled {
        Ok(names) => names,
        Err(trouble) => {
            return about(&office, &seen, &id, |view, waiting| {
                let page = made(view, waiting, trouble.sentence(view.messages))?;
                html_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
            });
        }
    };
    if let Some(waiting) = office.tray().find(office.now(), &id) {
        waiting.names = names;
    }
    onward(&format!("/import/{id}/rows"))
}

/// What is settled of the names that were shown.
fn said_of_names(view: &View<'_>, waiting: &Waiting, given: &Given) -> Result<Names, Trouble> {
    let tried = tried(view, waiting)?;
    let mut names: Names = waiting.names.clone();
    for one in &tried.unsettled {
        if !names.iter().any(|(it, _)| folded(&it.name) == folded(&one.name)) {
            names.push((one.clone(), None));
        }
    }
    let numbers = given.0.iter().filter_map(|(name, typed)| Some((name.strip_prefix("name.")?, typed)));
    for (number, typed) in numbers {
        let Some((one, settled)) = names.iter_mut().find(|(it, _)| it.name == *typed) else { continue };
        let kinds: Vec<String> = one.kinds.iter().map(|kind| kind.word().to_owned()).collect();
        *settled = match (given.one(&format!("other.{number}")), given.one(&format!("pick.{number}"))) {
            (Some(other), _) => Some(Settled::Is(typed_body(other, &kinds, &view.setting())?)),
            (None, Some(pick)) => picked(one, pick),
            (None, None) => None,
        };
    }
    // A name of which nothing can be made is told before it is kept.
    registered(view, &names)?;
    Ok(names)
}

/// What was picked, as long as it was offered.
fn picked(one: &Unsettled, pick: &str) -> Option<Settled> {
    let (how, what) = pick.split_once(':')?;
    match how {
        "is" => one.near.iter().find(|near| near.id == what)?.id.parse().ok().map(Settled::Is),
        "new" => BodyKind::from_word(what).filter(|kind| one.kinds.contains(kind)).map(Settled::New),
        _ => None,
    }
}
