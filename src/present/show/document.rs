//! An entry with all that became of it, as `show/1`.

use serde_json::{Value as Json, json};

use super::{Act, Shown, ShownAddition, ShownEntry};
use crate::event::Evidence;
use crate::figures::{Approval, CountedIn, Part, State};
use crate::plan::Words;
use crate::present::amounts::exact;
use crate::present::json::words_json;
use crate::present::reasons::{place_words, reason_words};
use crate::present::{Language, Messages, notice_json, tests_json};

/// The entries as `show/1`. What is sealed is given in the clear only when
/// that is asked for.
pub fn show_json(shown: &Shown<'_>, open: bool, notice: Option<&Words>) -> Json {
    let entries: Vec<Json> = shown.entries.iter().map(|entry| entry_json(shown, entry, open)).collect();
    let judgements: Vec<Json> = shown.judgements().into_iter().map(judgement_json).collect();
    let counts = shown.counts.as_ref();
    let counted = counts.map(|(_, counts)| counts.iter().map(|it| counted_json(shown.state, it)).collect());
    let added: Vec<Json> = shown.added.iter().map(|added| added_json(shown, added)).collect();
    json!({
        "added": added,
        "approval": shown.approval().map(Approval::word),
        "asat": counts.map(|(day, _)| day.to_string()),
        "confirmations": shown.confirmations().into_iter().map(act_json).collect::<Vec<_>>(),
        "countsin": counted.unwrap_or_else(|| json!([])),
        "entries": entries,
        "jalon": "show/1",
        "judgements": judgements,
        "notice": notice_json(notice),
        "planned": shown.is_planned(),
        "stands": shown.stands(),
        "tests": shown.record().map_or_else(Vec::new, |record| tests_json(shown.state, record.id)),
        "withdrawn": shown.act(shown.subject.withdrawn()).map(act_json),
    })
}

fn act_json(act: &Act) -> Json {
    json!({
        "id": act.id.to_string(), "reason": act.reason, "recorded": act.recorded.to_string(),
        "recorder": act.author.id(), "sequence": act.sequence,
    })
}

/// Documents that were added, and what took them back.
fn added_json(shown: &Shown<'_>, added: &ShownAddition) -> Json {
    let mut members = act_json(&added.act);
    members["documents"] = documents_json(&added.documents).into();
    members["note"] = added.note.as_deref().into();
    members["withdrawn"] = shown.act(added.withdrawn).map(act_json).into();
    members
}

fn documents_json(documents: &[(Evidence, bool)]) -> Vec<Json> {
    let document = |(document, is_there): &(Evidence, bool)| {
        let mut members = document.to_json().to_serde();
        members["here"] = (*is_there).into();
        members
    };
    documents.iter().map(document).collect()
}

fn judgement_json((version, act, approved): (u64, &Act, bool)) -> Json {
    let mut members = act_json(act);
    members["approved"] = approved.into();
    members["version"] = version.into();
    members
}

/// What the entry is in one value: its part, its exact amount where it counts,
/// and why.
fn counted_json(state: &State, it: &CountedIn<'_>) -> Json {
    let [fr, en] = [Language::French, Language::English].map(Messages::new);
    let both = |words: &dyn Fn(&Messages) -> String| json!({"en": words(&en), "fr": words(&fr)});
    let kind = |id| state.record(id).and_then(|record| state.activity_type(&record.kind));
    let place = || {
        let is_said = place_words(&en, it).is_some();
        is_said.then(|| both(&|messages| place_words(messages, it).unwrap_or_default()))
    };
    let (part, amount, words) = match &it.part {
        Part::Counts(counts) => ("counts", Some(exact(&counts.amount)), place()),
        Part::Below(counts) => ("below", Some(exact(&counts.amount)), place()),
        Part::Closes(_) => ("closes", None, place()),
        Part::LeftOut(left) => {
            let words = both(&|messages| reason_words(messages, state, kind(left.id), &left.reason));
            ("leftout", None, Some(words))
        }
    };
    json!({
        "exact": amount, "heading": it.indicator.heading.as_ref().map(words_json), "id": it.indicator.id,
        "label": words_json(&it.indicator.label), "part": part, "words": words,
    })
}

fn entry_json(shown: &Shown<'_>, entry: &ShownEntry, open: bool) -> Json {
    let documents = documents_json(&entry.documents);
    let sealed: Vec<Json> = entry
        .sealed
        .iter()
        .map(|(sealed, value)| {
            let mut members = sealed.to_json().to_serde();
            let erasure = shown.state.erasure(&sealed.person);
            members["erased"] = erasure.map(|asked| asked.sequence).into();
            members["readable"] = value.is_some().into();
            if let Some(value) = value.as_ref().filter(|_| open) {
                members["value"] = value.to_serde();
            }
            members
        })
        .collect();
    let version = shown.record().and_then(|record| record.version(entry.entry.sequence));
    json!({
        "documents": documents, "entry": entry.stored, "hash": entry.hash.to_string(), "sealed": sealed,
        "withdrawn": version.and_then(|it| shown.act(it.withdrawn)).map(act_json),
    })
}
