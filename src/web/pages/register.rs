//! The register: its bodies by kind and name.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::event::BodyKind;
use crate::exchange::folded;
use crate::present::{Arg, body_words};
use crate::web::chrome::{Chrome, View, html};
use crate::web::office::Office;
use crate::web::seen::Seen;

#[derive(Template)]
#[template(path = "register.html")]
struct List<'v> {
    c: Chrome<'v>,
    text: String,
    kinds: Vec<(String, Vec<Name>)>,
}

/// A body by its name.
pub(super) struct Name {
    pub words: String,
    pub href: String,
    pub detail: String,
}

pub(in crate::web) async fn list(State(office): State<Office>, seen: Seen) -> Response {
    office.show(&seen, |view| {
        let words = seen.given.one("text").map(folded);
        let kinds = BodyKind::ALL.into_iter().filter_map(|kind| {
            let names = names(view, kind, words.as_deref());
            let count = [("count", Arg::Count(names.len()))];
            let head = view.say(&format!("register-kind-{}", kind.word()), &count);
            (!names.is_empty()).then_some((head, names))
        });
        html(&List {
            c: view.chrome(&view.word("web-register"), "register"),
            text: seen.given.one("text").unwrap_or_default().to_owned(),
            kinds: kinds.collect(),
        })
    })
}

/// Bodies of a kind that are not merged into another, by name.
fn names(view: &View<'_>, kind: BodyKind, words: Option<&str>) -> Vec<Name> {
    let register = view.state.register();
    let opened = view.office.persons(view.state);
    let of_kind =
        register.bodies().filter(|body| body.id.kind() == kind && register.merged_into(&body.id).is_none());
    let called = |body: &&crate::plan::Body| {
        words.is_none_or(|words| body.names().into_iter().any(|name| folded(name).contains(words)))
    };
    let mut names: Vec<Name> = of_kind
        .filter(called)
        .map(|body| Name {
            words: opened
                .opened(&body.id)
                .map_or_else(|| body_words(view.messages, view.state, &body.id), str::to_owned),
            href: format!("/register/{}", body.id),
            detail: body.id.to_string(),
        })
        .collect();
    names.sort_by_key(|it| folded(&it.words));
    names
}
