//! What an entry holds, as it is stored.

use serde_json::Value as Json;

use super::ShownEntry;
use crate::event::{self, Evidence, Sealed};
use crate::figures::State;
use crate::present::{Arg, Messages};

/// The entry as a program sees it: its place, its id, its hash, its bytes.
pub(super) fn details_text(shown: &ShownEntry) -> String {
    let draft = &shown.entry.draft;
    let mut text = format!(
        "#{} · {} · {} · {} · {}\n",
        shown.entry.sequence, draft.kind, draft.id, shown.entry.recorded, shown.hash
    );
    for (document, _) in &shown.documents {
        text.push_str(&format!(
            "  {} · {}\n    BLAKE3  {}\n    SHA-256 {}\n",
            document.name, document.media_type, document.blake3, document.sha256
        ));
    }
    let data = readable(&event::Json::Object(draft.data.clone()), &|sealed| sealed.to_json().to_serde());
    text + &serde_json::to_string_pretty(&data).unwrap_or_default() + "\n"
}

/// The data without its documents, which stand by themselves, and with what is
/// sealed as it is told.
fn readable(value: &event::Json, sealed_as: &dyn Fn(&Sealed) -> Json) -> Json {
    if let Some(sealed) = Sealed::read(value) {
        return sealed_as(&sealed);
    }
    match value {
        event::Json::Object(members) => {
            let kept = members.iter().filter(|(name, value)| !is_documents(name, value));
            Json::Object(kept.map(|(name, it)| (name.clone(), readable(it, sealed_as))).collect())
        }
        event::Json::Array(items) => items.iter().map(|it| readable(it, sealed_as)).collect(),
        other => other.to_serde(),
    }
}

/// A value with what is sealed in it said to be so.
pub fn sealed_value(messages: &Messages, state: &State, value: &event::Json) -> Json {
    readable(value, &|sealed| sealed_words(messages, state, sealed).into())
}

/// That a value is sealed, and whose it is; or that nobody can read it any more.
fn sealed_words(messages: &Messages, state: &State, sealed: &Sealed) -> String {
    let person = Arg::Text(sealed.person.as_str());
    match state.erasure(&sealed.person) {
        Some(asked) => {
            messages.say("show-erased", &[("person", person), ("entry", Arg::Shown(&asked.sequence))])
        }
        None => messages.say("show-sealed", &[("person", person)]),
    }
}

fn is_documents(name: &str, value: &event::Json) -> bool {
    let items = value.as_array().filter(|items| !items.is_empty() && name == "evidence");
    items.is_some_and(|items| items.iter().all(|item| Evidence::read(item).is_some()))
}

/// What was sealed, told to be so; or that it is sealed and whose it is.
pub(super) fn opened_words(
    messages: &Messages,
    state: &State,
    value: Option<&event::Json>,
    sealed: &Sealed,
) -> String {
    let text = match value {
        Some(event::Json::Text(text)) => text.clone(),
        Some(other) => other.to_serde().to_string(),
        None => return sealed_words(messages, state, sealed),
    };
    messages.say("show-opened", &[("value", Arg::Text(&text))])
}
