//! One entry with what it names beside the log.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use super::{Arg, Messages, count_words, notice_json, period_words};
use crate::event::{self, Entry, Evidence, Hash, Sealed};
use crate::plan::Words;

/// An entry to show.
#[derive(Clone, Debug)]
pub struct ShownEntry {
    /// The entry.
    pub entry: Entry,
    /// Its type, without the ledger's prefix.
    pub kind: String,
    /// Hash of its bytes.
    pub hash: Hash,
    /// The entry as it is stored.
    pub stored: Json,
    /// Its recorder's sealed name, where one was given.
    pub recorder: Option<Sealed>,
    /// Its documents, and whether each is there.
    pub documents: Vec<(Evidence, bool)>,
    /// Its sealed values and its recorder's name, with what could be opened.
    pub sealed: BTreeMap<Sealed, Option<event::Json>>,
}

/// The entry for people: what is sealed is opened where its key is here.
pub fn show_text(messages: &Messages, shown: &ShownEntry) -> String {
    let draft = &shown.entry.draft;
    let period = draft.occurred.map(|it| format!(" · {}", period_words(messages, it))).unwrap_or_default();
    let mut text = format!("#{}{period} · {}\n", shown.entry.sequence, shown.kind);
    text.push_str(&format!("{} · {} · {}\n", draft.id, shown.entry.recorded, shown.hash));
    if let Some(name) = &shown.recorder {
        let name = opened_words(messages, shown, name);
        text.push_str(&format!("{}\n", messages.say("show-recorder", &[("name", Arg::Text(&name))])));
    }
    let words = |sealed: &Sealed| opened_words(messages, shown, sealed);
    let data = readable(&event::Json::Object(draft.data.clone()), &words);
    text.push_str(&format!("{}\n", serde_json::to_string_pretty(&data).unwrap_or_default()));
    if !shown.documents.is_empty() {
        let count = [("count", Arg::Count(shown.documents.len()))];
        text.push_str(&format!("{}\n", messages.say("show-documents", &count)));
    }
    shown.documents.iter().for_each(|it| text.push_str(&document_lines(messages, it)));
    text
}

/// The data without its documents, which follow, and with what is sealed in
/// words.
fn readable(value: &event::Json, words: &dyn Fn(&Sealed) -> String) -> Json {
    if let Some(sealed) = Sealed::read(value) {
        return words(&sealed).into();
    }
    match value {
        event::Json::Object(members) => {
            let kept = members.iter().filter(|(name, value)| !is_documents(name, value));
            Json::Object(kept.map(|(name, it)| (name.clone(), readable(it, words))).collect())
        }
        event::Json::Array(items) => items.iter().map(|it| readable(it, words)).collect(),
        other => other.to_serde(),
    }
}

/// A value with what is sealed in it said to be so.
pub fn sealed_value(messages: &Messages, value: &event::Json) -> Json {
    readable(value, &|sealed| sealed_words(messages, sealed))
}

fn sealed_words(messages: &Messages, sealed: &Sealed) -> String {
    messages.say("show-sealed", &[("person", Arg::Text(sealed.person.as_str()))])
}

fn is_documents(name: &str, value: &event::Json) -> bool {
    let items = value.as_array().filter(|items| !items.is_empty() && name == "evidence");
    items.is_some_and(|items| items.iter().all(|item| Evidence::read(item).is_some()))
}

/// What was sealed, or that it is sealed and whose it is.
fn opened_words(messages: &Messages, shown: &ShownEntry, sealed: &Sealed) -> String {
    match shown.sealed.get(sealed) {
        Some(Some(event::Json::Text(text))) => text.clone(),
        Some(Some(other)) => other.to_serde().to_string(),
        _ => sealed_words(messages, sealed),
    }
}

fn document_lines(messages: &Messages, (document, is_there): &(Evidence, bool)) -> String {
    let kind = messages.word(&format!("evidence-{}", document.kind.word()));
    let bytes = count_words(messages.language(), document.bytes);
    let bytes = messages.say("document-bytes", &[("bytes", Arg::Text(&bytes))]);
    let there = messages.word(if *is_there { "document-here" } else { "document-missing" });
    format!(
        "  {} · {kind} · {} · {bytes} · {there}\n    BLAKE3  {}\n    SHA-256 {}\n",
        document.name, document.media_type, document.blake3, document.sha256
    )
}

/// The entries as `show/1`. What is sealed is given in the clear only when
/// that is asked for.
pub fn show_json(entries: &[ShownEntry], open: bool, notice: Option<&Words>) -> Json {
    let entries: Vec<Json> = entries.iter().map(|shown| entry_json(shown, open)).collect();
    json!({"entries": entries, "jalon": "show/1", "notice": notice_json(notice)})
}

fn entry_json(shown: &ShownEntry, open: bool) -> Json {
    let documents: Vec<Json> = shown
        .documents
        .iter()
        .map(|(document, is_there)| {
            let mut members = document.to_json().to_serde();
            members["here"] = (*is_there).into();
            members
        })
        .collect();
    let sealed: Vec<Json> = shown
        .sealed
        .iter()
        .map(|(sealed, value)| {
            let mut members = sealed.to_json().to_serde();
            members["readable"] = value.is_some().into();
            if let Some(value) = value.as_ref().filter(|_| open) {
                members["value"] = value.to_serde();
            }
            members
        })
        .collect();
    json!({
        "documents": documents, "entry": shown.stored, "hash": shown.hash.to_string(), "sealed": sealed,
    })
}
