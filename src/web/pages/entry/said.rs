//! What an entry says, by its labels, and its documents.

use crate::event::{EntryId, Evidence, Json, Sealed};
use crate::figures::{Content, Record, Version};
use crate::plan::{Field, FieldKind};
use crate::present::{
    Arg, body_words, citation_words, count_words, field_value, sealed_value, version_words,
};
use crate::web::chrome::View;
use crate::web::given::encoded;

/// A label with its value, and where it leads.
pub(in crate::web::pages) struct Said {
    pub label: String,
    pub value: String,
    pub href: Option<String>,
}

/// A document, and where it is given.
pub(super) struct Document {
    pub name: String,
    pub kind: String,
    pub bytes: String,
    pub href: Option<String>,
    /// The place of the entry that added it, where it is not the first.
    pub added: Option<u64>,
}

/// What a version says, by its labels.
pub(in crate::web::pages) fn said(view: &View<'_>, record: &Record, version: &Version) -> Vec<Said> {
    let (messages, state) = (view.messages, view.state);
    let mut all = Vec::new();
    if let Some(subject) = &version.subject {
        let value = body_words(messages, state, subject);
        all.push(Said {
            label: view.word("show-subject"),
            value,
            href: Some(format!("/register/{subject}")),
        });
    }
    match &version.content {
        Content::Total(total) => {
            let value = version_words(messages, state, record, version);
            let href = format!("/value/{}?as-at={}", encoded(&total.indicator), total.to);
            // The page is called so already.
            let head = format!("{} · ", view.title("entry-total-reported"));
            let value = value.strip_prefix(&head).unwrap_or(&value).to_owned();
            all.push(Said { label: view.word("web-total-value"), value, href: Some(href) });
            all.extend(total.note.iter().map(|note| plain(view, "show-note", note)));
        }
        Content::Activity(activity) => {
            let fields = state.activity_type(&record.kind).into_iter().flat_map(|kind| &kind.fields);
            let given = fields.filter_map(|field| Some((field, activity.fields.get(&field.name)?)));
            all.extend(given.map(|(field, value)| of_field(view, field, value)));
            all.extend(activity.note.iter().map(|note| plain(view, "show-note", note)));
            all.extend(parts(view, record));
            if let Some(larger) = activity.partof.and_then(|id| state.sequence_of(id)) {
                let href = Some(format!("/entry/{larger}"));
                all.push(Said { label: view.word("web-part-of"), value: view.number(larger), href });
            }
        }
    }
    all.extend(
        version.content.citation().map(|it| plain(view, "show-source", &citation_words(messages, it))),
    );
    all
}

fn plain(view: &View<'_>, id: &str, value: &str) -> Said {
    Said { label: view.word(id), value: value.to_owned(), href: None }
}

fn of_field(view: &View<'_>, field: &Field, value: &Json) -> Said {
    let label = view.language().of(&field.label).to_owned();
    let href = match value {
        Json::Text(id) if field.kind == FieldKind::Reference => Some(format!("/register/{id}")),
        _ => None,
    };
    let value = match Sealed::read(value) {
        Some(sealed) => {
            let opened = view.office.vault().and_then(|vault| vault.open(&sealed).ok());
            let text = opened.as_ref().and_then(Json::as_text).map(str::to_owned);
            text.unwrap_or_else(|| {
                sealed_value(view.messages, view.state, value).as_str().unwrap_or_default().to_owned()
            })
        }
        None => field_value(view.messages, view.state, field, value),
    };
    Said { label, value, href }
}

/// The documents that an entry names, then those that were added to it and stand.
pub(super) fn documents_of(view: &View<'_>, entry: EntryId, own: &[Evidence]) -> Vec<Document> {
    let mut all = documents(view, own);
    for addition in view.state.added_to(entry).filter(|addition| addition.withdrawn.is_none()) {
        let added = documents(view, &addition.evidence).into_iter();
        all.extend(added.map(|document| Document { added: Some(addition.sequence), ..document }));
    }
    all
}

/// The documents, each with where it is given if it is there.
fn documents(view: &View<'_>, evidence: &[Evidence]) -> Vec<Document> {
    let kept = view.office.documents();
    let each = evidence.iter().map(|document| {
        let bytes = count_words(view.language(), document.bytes);
        let is_there = kept.is_there(document);
        Document {
            name: document.name.clone(),
            kind: view.word(&format!("evidence-{}", document.kind.word())),
            bytes: view.say("document-bytes", &[("bytes", Arg::Text(&bytes))]),
            href: is_there.then(|| format!("/document/{}", document.blake3)),
            added: None,
        }
    });
    each.collect()
}

/// The activities that are part of a larger one.
fn parts(view: &View<'_>, larger: &Record) -> Vec<Said> {
    let is_part = |record: &&Record| match &record.latest().content {
        Content::Activity(activity) => record.withdrawn.is_none() && activity.partof == Some(larger.id),
        Content::Total(_) => false,
    };
    let part = |record: &Record| Said {
        label: view.word("web-its-part"),
        value: version_words(view.messages, view.state, record, record.latest()),
        href: Some(format!("/entry/{}", record.sequence)),
    };
    view.state.records().iter().filter(is_part).map(part).collect()
}
