//! A type, found by the words people use.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::event::types;
use crate::exchange::{folded, typed_type};
use crate::figures::latest_indicators;
use crate::plan::ActivityType;
use crate::web::chrome::{Chrome, View, html, onward};
use crate::web::given::{encoded, link};
use crate::web::office::Office;
use crate::web::seen::Seen;

/// Types that were used last.
const LAST: usize = 10;

#[derive(Template)]
#[template(path = "types.html")]
struct Types<'v> {
    c: Chrome<'v>,
    typed: String,
    last: Vec<Kind>,
    all: Vec<Kind>,
    /// Indicators whose totals are recorded, for no type is counted.
    totals: Vec<Kind>,
    from: String,
    larger: String,
}

/// A type by its label, and the words by which it is found.
struct Kind {
    label: String,
    help: String,
    words: String,
    href: String,
}

pub(in crate::web) async fn page(State(office): State<Office>, seen: Seen) -> Response {
    office.show(&seen, |view| {
        let typed = seen.given.one("type").unwrap_or_default();
        let [from, larger] = ["note", "partof"].map(|name| seen.given.one(name).unwrap_or_default());
        let catalogue = view.state.catalogue();
        let to = |kind: &ActivityType| {
            link(&format!("/record/{}", encoded(&kind.id)), [("note", from), ("partof", larger)])
        };
        let found: Vec<&ActivityType> =
            catalogue.iter().copied().filter(|kind| is_called(kind, typed)).collect();
        let totals = if larger.is_empty() && from.is_empty() { totals_called(view, typed) } else { vec![] };
        let exact = typed_type(view.state.short_kind(typed), &catalogue).ok();
        match (exact, found.as_slice()) {
            (Some(kind), _) if !typed.is_empty() => return Ok(onward(&to(kind))),
            (_, [kind]) if !typed.is_empty() && totals.is_empty() => return Ok(onward(&to(kind))),
            (_, [])
                if let [total] = totals.as_slice()
                    && !typed.is_empty() =>
            {
                return Ok(onward(&total.href));
            }
            _ => {}
        }
        let one = |kind: &ActivityType| Kind {
            label: view.language().of(&kind.label).to_owned(),
            help: kind.help.as_ref().map(|help| view.language().of(help).to_owned()).unwrap_or_default(),
            words: words_of(kind),
            href: to(kind),
        };
        let mut all: Vec<Kind> = found.into_iter().map(one).collect();
        all.sort_by_key(|kind| folded(&kind.label));
        let last = if typed.is_empty() { last_types(view).into_iter().map(one).collect() } else { vec![] };
        html(&Types {
            c: view.chrome(&view.word("web-record"), "record"),
            typed: typed.to_owned(),
            last,
            all,
            totals,
            from: from.to_owned(),
            larger: larger.to_owned(),
        })
    })
}

/// All words by which a type is found, folded.
fn words_of(kind: &ActivityType) -> String {
    let synonyms =
        kind.synonyms.iter().flat_map(|words| words.fr.iter().chain(&words.en)).map(String::as_str);
    let all: Vec<String> =
        kind.label.each().into_iter().chain(synonyms).chain([kind.id.as_str()]).map(folded).collect();
    all.join(" · ")
}

fn is_called(kind: &ActivityType, typed: &str) -> bool {
    is_within(&words_of(kind), typed)
}

fn is_within(words: &str, typed: &str) -> bool {
    folded(typed).split(' ').all(|word| words.contains(word))
}

/// The indicators that are taken as reported and called so.
fn totals_called(view: &View<'_>, typed: &str) -> Vec<Kind> {
    let reported = latest_indicators(view.state).into_iter().filter(|it| it.is_as_reported());
    let each = reported.map(|it| {
        let near = it.near();
        Kind {
            label: view.language().of(&near.label).to_owned(),
            help: String::new(),
            words: near.label.each().into_iter().map(folded).collect::<Vec<_>>().join(" · "),
            href: format!("/value/{}/total", encoded(&it.id)),
        }
    });
    each.filter(|it| is_within(&it.words, typed)).collect()
}

/// The types that were recorded last, the latest first.
fn last_types<'v>(view: &View<'v>) -> Vec<&'v ActivityType> {
    let mut last: Vec<&ActivityType> = Vec::new();
    for record in view.state.records().iter().rev().filter(|it| &*it.kind != types::TOTAL_REPORTED) {
        let Some(kind) = view.state.activity_type(&record.kind) else { continue };
        if last.iter().all(|it| it.id != kind.id) {
            last.push(kind);
        }
        if last.len() == LAST {
            break;
        }
    }
    last
}
