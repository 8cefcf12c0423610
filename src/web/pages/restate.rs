//! Correcting a reported total: another version of it, with a reason.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

use super::activity::drafting::{Unclear, evidence};
use super::activity::inputs::stated_text;
use super::activity::said_of;
use super::documents::Attached;
use super::effect::{effect, unclear};
use super::entry::{placed, record_at};
use crate::event::{Citation, Hash, MAX_TEXT, Period, clean};
use crate::exchange::typed_total;
use crate::figures::{Content, Record, Total, Version};
use crate::ledger::{Command, Restatement};
use crate::plan::{Definition, DefinitionKind, Indicator};
use crate::present::version_words;
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
#[template(path = "restate.html")]
struct Page<'v> {
    c: Chrome<'v>,
    place: u64,
    label: String,
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

/// The total at a place.
struct Stated<'v> {
    record: &'v Record,
    total: &'v Total,
    indicator: &'v Indicator,
}

fn stated<'v>(view: &View<'v>, place: &str) -> Result<Stated<'v>, Trouble> {
    let record = record_at(view, placed(view, place)?).ok_or(Trouble::Missing)?;
    let Content::Total(total) = &record.latest().content else { return Err(Trouble::Missing) };
    match view.state.latest(DefinitionKind::Indicator, &total.indicator) {
        Some((_, Definition::Indicator(indicator))) => Ok(Stated { record, total, indicator }),
        _ => Err(Trouble::Missing),
    }
}

/// What stands, as it would be typed.
fn standing(view: &View<'_>, it: &Stated<'_>) -> Given {
    let (total, cited) = (it.total, &it.total.citation);
    let day = |day: Option<crate::event::Day>| day.map(|it| it.to_string());
    let hash = view.state.hash(it.record.latest().sequence).unwrap_or_default();
    let texts = [
        ("value", Some(stated_text(&total.value))),
        ("from", day(total.from)),
        ("to", day(Some(total.to))),
        ("note", total.note.clone()),
        ("source", Some(cited.source.clone())),
        ("section", cited.section.clone()),
        ("line", cited.line.clone()),
        ("words", cited.words.clone()),
        ("replaces", Some(hash.to_string())),
    ];
    Given(texts.into_iter().filter_map(|(name, text)| Some((name.to_owned(), text?))).collect())
}

pub(super) fn form(view: &View<'_>, place: &str) -> Result<Response, Trouble> {
    let it = stated(view, place)?;
    let given = standing(view, &it);
    html(&made(view, &it, &given, Unclear::default(), &[]))
}

fn made<'v>(view: &View<'v>, it: &Stated<'_>, given: &Given, unclear: Unclear, waiting: &[Sent]) -> Page<'v> {
    let typed = |name: &str| given.one(name).unwrap_or_default().to_owned();
    let input = |(name, label, is_required): (&'static str, &str, bool)| Input {
        name,
        label: view.word(label),
        value: typed(name),
        is_required,
        error: unclear.fields.get(name).cloned().unwrap_or_default(),
    };
    Page {
        c: view.chrome(&view.word("web-correct"), "journal"),
        place: it.record.sequence,
        label: view.language().of(&it.indicator.near().label).to_owned(),
        action: format!("/entry/{}/correct", it.record.sequence),
        replaces: typed("replaces"),
        reason: typed("reason"),
        inputs: TYPED.into_iter().chain(CITED).map(input).collect(),
        documents: Attached::of(view, given, waiting),
        unclear,
    }
}

/// The total as it was typed: what was not touched stays as it is stored.
fn typed(view: &View<'_>, it: &Stated<'_>, given: &Given) -> Result<Total, Unclear> {
    let mut unclear = Unclear::default();
    let before = standing(view, it);
    let text = |given: &Given, name: &str| given.one(name).unwrap_or_default().to_owned();
    let names = TYPED.map(|(name, ..)| (name, text(given, name)));
    let changed: Vec<(&str, &str)> = names
        .iter()
        .filter(|(name, typed)| given.has(name) && *typed != text(&before, name))
        .map(|(name, typed)| (*name, typed.as_str()))
        .collect();
    let setting = view.setting();
    let total = typed_total(it.total, &changed, it.indicator, &setting).map_err(|errors| {
        for error in errors {
            unclear.say(view, &error.field.clone(), error);
        }
    });
    let citation = cited(view, given, &it.total.citation, &mut unclear);
    match (total, citation) {
        (Ok(total), Some(citation)) => Ok(Total { citation, ..total }),
        _ => Err(unclear),
    }
}

/// Where a source prints it.
fn cited(view: &View<'_>, given: &Given, before: &Citation, unclear: &mut Unclear) -> Option<Citation> {
    if !given.has("source") {
        return Some(before.clone());
    }
    let mut text = |name: &str| {
        let text = given.one(name).map(|text| clean(text, MAX_TEXT)).transpose();
        text.map_err(|error| unclear.say(view, name, error)).ok()
    };
    let [source, section, line, words] = ["source", "section", "line", "words"].map(&mut text);
    let source = source?;
    if source.is_none() {
        unclear.say(view, "source", Trouble::Typed("web-no-source", String::new()));
    }
    Some(Citation { source: source?, section: section?, line: line?, words: words? })
}

fn command(it: &Stated<'_>, given: &Given, total: Total) -> Command {
    let replaces: Option<Hash> = given.one("replaces").and_then(|it| it.parse().ok());
    let reason = given.one("reason").unwrap_or_default().to_owned();
    Command::Restate(Restatement { entry: it.record.id, replaces, total, reason })
}

pub(super) fn preview(view: &View<'_>, place: &str, given: &Given) -> Result<Response, Trouble> {
    let (it, given) = (stated(view, place)?, said_of(given));
    let total = match typed(view, &it, &given) {
        Ok(total) => total,
        Err(wrong) => return html(&unclear(wrong.fields.into_values().chain(wrong.sentences))),
    };
    let days = Period::on(total.to);
    let version = Version { content: Content::Total(total.clone()), ..it.record.latest().clone() };
    let sentence = version_words(view.messages, view.state, it.record, &version);
    let effect = effect(view, vec![command(&it, &given, total)], Some(days), sentence);
    html(&effect.unwrap_or_else(|trouble| unclear([trouble.sentence(view.messages)])))
}

pub(super) fn saved(office: &Office, seen: &Seen, place: &str, posted: &Posted) -> Response {
    let given = &posted.given;
    let mut wrong = Unclear::default();
    let done = office.act(seen, |view| {
        if posted.is_changed {
            return Err(Trouble::Form);
        }
        let it = stated(view, place)?;
        let mut total = typed(view, &it, given).map_err(|unclear| {
            wrong = unclear;
            Trouble::Form
        })?;
        total.evidence = evidence(view, given, &posted.documents, &it.total.evidence)?;
        Ok(vec![command(&it, given, total)])
    });
    office.show(seen, |view| {
        let it = stated(view, place)?;
        let Err(trouble) = done else {
            posted.done(office);
            return Ok(onward(&format!("/entry/{}?saved=1", it.record.sequence)));
        };
        let waiting = posted.waiting(office);
        if posted.is_changed {
            return html(&made(view, &it, given, Unclear::default(), &waiting));
        }
        if wrong.is_empty() {
            wrong = Unclear::refused(view, &trouble);
        }
        html_with(StatusCode::UNPROCESSABLE_ENTITY, &made(view, &it, given, wrong, &waiting))
    })
}
