//! The sentence that will be read of an activity, and what would change.

use super::inputs::given_texts;
use super::task::{Aim, Task};
use crate::event::BodyId;
use crate::ledger::Days;
use crate::plan::Field;
use crate::present::{Arg, activity_words, body_words, period_words};
use crate::web::chrome::View;
use crate::web::given::Given;
use crate::web::pages::effect::{Effect, effect, unclear, waits};

pub(super) fn foreseen(view: &View<'_>, task: &Task<'_>, given: &Given) -> Effect {
    let (kind, given) = (task.kind, &said_of(given));
    let texts = given_texts(given);
    let lacks = |field: &Field| field.required && !field.retired && !texts.contains_key(&field.name);
    if matches!(task.aim, Aim::New(_)) && kind.fields.iter().any(lacks) {
        return waits(view);
    }
    let draft = match task.draft(view, given) {
        Ok(draft) => draft,
        Err(wrong) => {
            let labelled = |(name, sentence): (&String, &String)| match kind.field(name) {
                Some(field) => format!("{} – {sentence}", view.language().of(&field.label)),
                None => sentence.clone(),
            };
            return unclear(wrong.fields.iter().map(labelled).chain(wrong.sentences));
        }
    };
    let (remarks, days) = (remarks(view, draft.days), draft.days.period());
    let words = activity_words(view.messages, view.state, &kind.id, &draft.activity);
    let about = draft.subject.as_ref().map(|body| about(view, body, given));
    let sentence: Vec<String> = [period_words(view.messages, days), words].into_iter().chain(about).collect();
    let sentence = sentence.join(" · ");
    match effect(view, task.asked(view, given, draft), sentence) {
        Ok(effect) => Effect { remarks, ..effect },
        Err(trouble) => unclear([trouble.sentence(view.messages)]),
    }
}

/// What it is about, by its name; a body that is registered along has the one that
/// was typed.
fn about(view: &View<'_>, body: &BodyId, given: &Given) -> String {
    let name = match view.state.register().get(body) {
        Some(_) => body_words(view.messages, view.state, body),
        None => given.one("subject").unwrap_or_default().to_owned(),
    };
    view.say("field-value", &[("label", Arg::Text(&view.word("show-subject"))), ("value", Arg::Text(&name))])
}

/// What was given, with a reason: the effect does not wait for it.
pub(in crate::web::pages) fn said_of(given: &Given) -> Given {
    let mut given = given.clone();
    if given.one("reason").is_none() {
        given.0.push(("reason".to_owned(), "–".to_owned()));
    }
    given
}

/// What was made of the days that were typed.
fn remarks(view: &View<'_>, days: Days) -> Vec<String> {
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
