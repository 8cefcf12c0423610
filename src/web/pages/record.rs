//! Recording: the form of a type.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::drafting::{Unclear, draft, evidence};
use super::effect::{Effect, effect, unclear};
use super::entry::record_at;
use super::inputs::{Input, given_texts, inputs, stored_texts};
use crate::event::{EvidenceKind, types};
use crate::figures::{Content, NoteRecord};
use crate::ledger::Days;
use crate::plan::{ActivityType, Field};
use crate::present::{Arg, activity_words, period_words};
use crate::web::chrome::{Chrome, View, html, html_with, onward};
use crate::web::given::{Given, encoded};
use crate::web::office::Office;
use crate::web::seen::Seen;
use crate::web::trouble::Trouble;
use crate::web::upload::Posted;

/// The form of an activity: a new one, or another version of one.
#[derive(Template)]
#[template(path = "record.html")]
pub(super) struct Form<'v> {
    pub c: Chrome<'v>,
    pub kind: String,
    pub help: String,
    pub action: String,
    pub preview: String,
    pub draft: String,
    pub on: String,
    pub subject: String,
    pub note: String,
    pub is_planned: bool,
    pub inputs: Vec<Input>,
    pub unclear: Unclear,
    pub documents: Vec<(&'static str, String)>,
    pub from: String,
    /// The number of the larger activity that it is part of.
    pub larger: String,
    /// Of a correction: the number of what is corrected, and why.
    pub corrected: Option<(u64, String)>,
}

impl Form<'_> {
    pub(super) fn error(&self, name: &str) -> &str {
        self.unclear.fields.get(name).map_or("", String::as_str)
    }
}

pub(in crate::web) async fn form(
    State(office): State<Office>,
    Path(kind): Path<String>,
    seen: Seen,
) -> Response {
    office.show(&seen, |view| {
        let kind = kind_of(view, &kind)?;
        let (texts, given) = begun(view, kind, &seen.given);
        html(&made(view, kind, &texts, &given, Unclear::default()))
    })
}

pub(super) fn kind_of<'v>(view: &View<'v>, id: &str) -> Result<&'v ActivityType, Trouble> {
    view.state.activity_type(id).ok_or(Trouble::Missing)
}

/// The note that an activity is recorded of, where it waits for its type.
fn note_of<'v>(view: &View<'v>, given: &Given) -> Option<&'v NoteRecord> {
    let place: u64 = given.one("note-from").or_else(|| given.one("note"))?.parse().ok()?;
    let waits =
        |note: &&NoteRecord| note.sequence == place && note.resolved.is_none() && note.withdrawn.is_none();
    view.state.notes().iter().find(waits)
}

/// What a form begins with: nothing, what an activity has that is recorded
/// again, or what a note says.
fn begun(view: &View<'_>, kind: &ActivityType, asked: &Given) -> (BTreeMap<String, String>, Given) {
    let mut given = Given::default();
    let mut put = |name: &str, text: String| given.0.push((name.to_owned(), text));
    asked.one("partof").into_iter().for_each(|larger| put("partof", larger.to_owned()));
    if let Some(note) = note_of(view, asked) {
        put("note", note.text.clone());
        put("note-from", note.sequence.to_string());
        note.occurred.into_iter().for_each(|days| put("on", typed_days(days)));
    }
    let copied = asked.one("copy").and_then(|it| it.parse().ok()).and_then(|place| record_at(view, place));
    let Some(record) = copied.filter(|record| *record.kind == *kind.id) else {
        return (BTreeMap::new(), given);
    };
    let version = record.latest();
    let Content::Activity(activity) = &version.content else { return (BTreeMap::new(), given) };
    version.subject.iter().for_each(|subject| put("subject", subject.to_string()));
    activity.note.iter().for_each(|note| put("note", note.clone()));
    (stored_texts(view, kind, &activity.fields), given)
}

/// Days as they would be typed.
pub(super) fn typed_days(days: crate::event::Period) -> String {
    if days.is_exact() { days.from.to_string() } else { format!("{}..{}", days.from, days.to) }
}

fn made<'v>(
    view: &View<'v>,
    kind: &ActivityType,
    texts: &BTreeMap<String, String>,
    given: &Given,
    unclear: Unclear,
) -> Form<'v> {
    let label = view.language().of(&kind.label).to_owned();
    let typed = |name: &str| given.one(name).unwrap_or_default().to_owned();
    let path = format!("/record/{}", encoded(&kind.id));
    Form {
        c: view.chrome(&label, "record"),
        help: kind.help.as_ref().map(|help| view.language().of(help).to_owned()).unwrap_or_default(),
        preview: format!("{path}/preview"),
        action: path,
        draft: kind.id.clone(),
        on: given.one("on").map_or_else(|| view.today().to_string(), str::to_owned),
        subject: typed("subject"),
        note: typed("note"),
        is_planned: given.has("planned"),
        inputs: inputs(view, kind, texts, &unclear.fields),
        documents: document_kinds(view),
        from: typed("note-from"),
        larger: typed("partof"),
        corrected: None,
        unclear,
        kind: label,
    }
}

pub(super) fn document_kinds(view: &View<'_>) -> Vec<(&'static str, String)> {
    let kinds = EvidenceKind::ALL.into_iter().rev();
    kinds.map(|kind| (kind.word(), view.word(&format!("evidence-{}", kind.word())))).collect()
}

pub(in crate::web) async fn save(
    State(office): State<Office>,
    Path(kind): Path<String>,
    seen: Seen,
    posted: Posted,
) -> Response {
    let given = &posted.given;
    let mut wrong = None;
    let done = office.act(&seen, |view| {
        let kind = kind_of(view, &kind)?;
        let note = note_of(view, given);
        let mut draft = match draft(view, kind, given, None) {
            Ok(draft) => draft,
            Err(unclear) => {
                wrong = Some(unclear);
                return Err(Trouble::Form);
            }
        };
        let known = note.map(|note| note.evidence.as_slice()).unwrap_or_default();
        draft.activity.evidence = evidence(view, given, &posted.documents, known)?;
        Ok(draft.recorded(view, kind, note))
    });
    office.show(&seen, |view| match done {
        Ok(receipts) => {
            let recorded = receipts.iter().find(|it| !it.kind.starts_with(types::PREFIX));
            let place = recorded.map(|it| it.sequence.to_string()).unwrap_or_default();
            Ok(onward(&format!("/entry/{place}?saved=1")))
        }
        Err(trouble) => {
            let kind = kind_of(view, &kind)?;
            let unclear = wrong.unwrap_or_else(|| Unclear::refused(view, &trouble));
            let form = made(view, kind, &given_texts(given), given, unclear);
            html_with(axum::http::StatusCode::UNPROCESSABLE_ENTITY, &form)
        }
    })
}

/// The sentence that will be read and what would change, before it is saved.
pub(in crate::web) async fn preview(
    State(office): State<Office>,
    Path(kind): Path<String>,
    seen: Seen,
    posted: Posted,
) -> Response {
    office.show(&seen, |view| {
        let kind = kind_of(view, &kind)?;
        html(&foreseen(view, kind, &posted.given))
    })
}

fn foreseen(view: &View<'_>, kind: &ActivityType, given: &Given) -> Effect {
    let texts = given_texts(given);
    let lacks = |field: &&Field| field.required && !field.retired && !texts.contains_key(&field.name);
    if kind.fields.iter().any(|field| lacks(&field)) {
        return Effect {
            title: view.word("web-effect"),
            none: view.word("web-effect-waits"),
            ..Effect::default()
        };
    }
    let draft = match draft(view, kind, given, None) {
        Ok(draft) => draft,
        Err(unclearness) => {
            let labelled = |(name, sentence): (&String, &String)| match kind.field(name) {
                Some(field) => format!("{} – {sentence}", view.language().of(&field.label)),
                None => sentence.clone(),
            };
            return unclear(unclearness.fields.iter().map(labelled).chain(unclearness.sentences).collect());
        }
    };
    let remarks = remarks(view, draft.days);
    let days = draft.days.period();
    let words = activity_words(view.messages, view.state, &kind.id, &draft.activity);
    let sentence = format!("{} · {words}", period_words(view.messages, days));
    let commands = draft.recorded(view, kind, note_of(view, given));
    match effect(view, commands, Some(days), sentence) {
        Ok(effect) => Effect { remarks, ..effect },
        Err(trouble) => unclear(vec![trouble.sentence(view.messages)]),
    }
}

/// What was made of the days that were typed.
pub(super) fn remarks(view: &View<'_>, days: Days) -> Vec<String> {
    match days {
        Days::Given(_) => vec![],
        Days::Planned(period) => {
            let period = period_words(view.messages, period);
            vec![view.say("web-planned", &[("period", Arg::Text(&period))])]
        }
        Days::Cut(period) => {
            let day = view.day(period.to);
            vec![view.say("web-ends-today", &[("day", Arg::Text(&day))])]
        }
    }
}
