//! The register, and one body of it: who stands beside it, its money, its
//! entries.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::journal::{Line, line};
use crate::event::{BodyId, BodyKind};
use crate::exchange::folded;
use crate::figures::{Dossier, JournalRow, dossier};
use crate::present::{Arg, ShownBody, body_text, body_words, plain_money_words, type_words};
use crate::web::chrome::{Chrome, View, html};
use crate::web::office::Office;
use crate::web::seen::Seen;
use crate::web::trouble::Trouble;

#[derive(Template)]
#[template(path = "register.html")]
struct List<'v> {
    c: Chrome<'v>,
    text: String,
    kinds: Vec<(String, Vec<Name>)>,
}

/// A body by its name.
struct Name {
    words: String,
    href: String,
    detail: String,
}

#[derive(Template)]
#[template(path = "body.html")]
struct One<'v> {
    c: Chrome<'v>,
    name: String,
    kind: String,
    known: Vec<String>,
    money: Vec<[String; 3]>,
    beside: Vec<(String, Vec<Name>)>,
    lines: Vec<Line>,
    count: usize,
    id: String,
}

/// Entries shown with a body; the journal has all of them.
const SHOWN: usize = 100;

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

pub(in crate::web) async fn body(
    State(office): State<Office>,
    Path((kind, slug)): Path<(String, String)>,
    seen: Seen,
) -> Response {
    office.show(&seen, |view| {
        let id: BodyId = format!("{kind}/{slug}").parse().map_err(|_| Trouble::Missing)?;
        let body = view.state.register().get(&id).ok_or(Trouble::Missing)?;
        let names = view.office.persons(view.state);
        let dossier = dossier(view.state, &id);
        let shown = ShownBody { state: view.state, body, names: &names, records: dossier.records.len() };
        let text = body_text(view.messages, &shown, u16::MAX);
        // Its name and its kind stand above, and its entries below.
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|it| !it.is_empty()).collect();
        let known = lines.get(2..lines.len().saturating_sub(1)).unwrap_or_default().iter();
        let known = known.map(|line| (*line).to_owned());
        let name =
            names.opened(&id).map_or_else(|| body_words(view.messages, view.state, &id), str::to_owned);
        html(&One {
            c: view.chrome(&name, "register"),
            kind: view.word(&format!("body-{}", id.kind().word())),
            known: known.collect(),
            money: money(view, &dossier),
            beside: beside(view, &dossier),
            lines: dossier
                .records
                .iter()
                .rev()
                .take(SHOWN)
                .map(|it| line(view, &JournalRow::Record(it)))
                .collect(),
            count: dossier.records.len(),
            id: id.to_string(),
            name,
        })
    })
}

/// Sums of amounts: what they are, how much, how many.
fn money(view: &View<'_>, dossier: &Dossier<'_>) -> Vec<[String; 3]> {
    let each = dossier.money.iter().map(|(stated, sum)| {
        let kind = view.state.activity_type(&stated.kind);
        let field = kind.and_then(|kind| kind.field(&stated.field));
        let label = field.map_or(stated.field.as_str(), |field| view.language().of(&field.label));
        let what = format!("{} · {label}", type_words(view.language(), kind, &stated.kind));
        let amount = sum.amount.to_decimal().unwrap_or_else(|| sum.amount.round(2));
        let amount = plain_money_words(view.messages, &amount, &stated.currency);
        [what, amount, view.say("web-entries", &[("count", Arg::Count(sum.count))])]
    });
    each.collect()
}

/// The bodies that its entries name too, by kind, those that more of them name
/// first.
fn beside(view: &View<'_>, dossier: &Dossier<'_>) -> Vec<(String, Vec<Name>)> {
    let of_kind = |kind: BodyKind| {
        let mut bodies: Vec<(&BodyId, usize)> = dossier
            .beside
            .iter()
            .filter(|(id, _)| id.kind() == kind)
            .map(|(id, count)| (id, *count))
            .collect();
        bodies.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(other.0)));
        let names = bodies.into_iter().map(|(id, count)| Name {
            words: body_words(view.messages, view.state, id),
            href: format!("/register/{id}"),
            detail: view.say("web-entries", &[("count", Arg::Count(count))]),
        });
        let names: Vec<Name> = names.collect();
        let count = [("count", Arg::Count(names.len()))];
        (view.say(&format!("register-kind-{}", kind.word()), &count), names)
    };
    BodyKind::ALL.into_iter().map(of_kind).filter(|(_, names)| !names.is_empty()).collect()
}
