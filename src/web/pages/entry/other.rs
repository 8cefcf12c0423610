//! The page of what is neither an activity nor a total: a note, a table that was
//! sent, an import, a definition, a fact of the register, an act about another
//! entry.

use super::acts::{act_words, recorded};
use super::history::details;
use super::said::{Said, documents_of};
use super::{Action, Page, receipt, stored};
use crate::event::{Entry, Json, types};
use crate::figures::{Batch, ClosedYear, NoteRecord, Publication, SampleRecord, Tested, stands};
use crate::present::{
    Arg, body_words, entry_words, period_words, publication_said, publication_words, sample_counts,
    sample_indicator, sample_words, test_words,
};
use crate::web::chrome::{View, capital};
use crate::web::given::link;
use crate::web::pages::forget::page_of;
use crate::web::trouble::Trouble;

pub(super) fn page<'v>(view: &View<'v>, place: u64) -> Result<Page<'v>, Trouble> {
    let (_, entry) = stored(view, place)?;
    let kind = capital(&entry_words(view.messages, &entry.draft.kind));
    let (note, sent) = (note_at(view, place), publication_at(view, place));
    let (sample, test) = (view.state.sample(entry.draft.id), view.state.test(entry.draft.id));
    let of_note = note.map(|it| it.evidence.as_slice());
    let added = view.state.addition(entry.draft.id);
    let of_sent = || sent.map(|it| it.sent.evidence.as_slice());
    let of_test = || test.map(|(_, it)| it.evidence.as_slice());
    let of_added = || added.map(|it| it.evidence.as_slice());
    let evidence = of_note.or_else(of_sent).or_else(of_test).or_else(of_added).unwrap_or_default();
    let imported = view.state.batches().get(&entry.draft.id);
    let withdrawn = [
        note.and_then(|it| it.withdrawn),
        sent.and_then(|it| it.withdrawn),
        sample.and_then(|it| it.withdrawn),
        imported.and_then(|it| it.withdrawn),
        added.and_then(|it| it.withdrawn),
    ];
    let withdrawn = withdrawn.into_iter().flatten().next();
    Ok(Page {
        c: view.chrome(&format!("{kind} · {place}"), "journal"),
        place,
        saved: view.seen.given.has("saved"),
        receipt: receipt(view, entry.draft.id, place),
        state: withdrawn.map_or_else(|| Ok(String::new()), |act| act_words(view, "show-withdrawn", act))?,
        is_gone: withdrawn.is_some(),
        actions: actions(view, place, &entry),
        days: entry.draft.occurred.map(|days| period_words(view.messages, days)).unwrap_or_default(),
        recorded: recorded(view, place)?,
        said: said(view, &entry, note, sent, imported),
        documents: documents_of(view, entry.draft.id, evidence),
        counts: vec![],
        versions: vec![],
        details: details(view, [place])?,
        again: None,
        batch: None,
        about: entry
            .draft
            .corrected
            .or_else(|| added.map(|it| it.entry))
            .and_then(|id| view.state.sequence_of(id)),
        kind,
    })
}

/// What such an entry is about, in a line.
pub(in crate::web::pages) fn other_words(view: &View<'_>, place: u64, entry: &Entry) -> String {
    let sent = || publication_at(view, place).map(|it| publication_words(view.messages, &it.sent));
    let imported = || view.state.batches().get(&entry.draft.id).map(|it| import_words(view, it));
    let note = note_at(view, place).map(|note| note.text.clone());
    let sample =
        || view.state.sample(entry.draft.id).map(|it| sample_words(view.messages, view.state, &it.sampling));
    let test = || view.state.test(entry.draft.id).map(|(it, test)| test_of(view, it, test));
    let added = || {
        let added = view.state.addition(entry.draft.id)?;
        let names: Vec<&str> = added.evidence.iter().map(|it| it.name.as_str()).collect();
        Some(names.join(", "))
    };
    note.or_else(sent)
        .or_else(imported)
        .or_else(added)
        .or_else(sample)
        .or_else(test)
        .unwrap_or_else(|| capital(&entry_words(view.messages, &entry.draft.kind)))
}

/// The page of a sample.
fn sample_link(sample: &SampleRecord) -> String {
    format!("/sample/{}", sample.sequence)
}

/// What was found of an item of a sample.
fn test_of(view: &View<'_>, sample: &SampleRecord, test: &Tested) -> String {
    test_words(view.messages, sample_indicator(view.state, &sample.sampling), test)
}

fn note_at<'v>(view: &View<'v>, place: u64) -> Option<&'v NoteRecord> {
    view.state.notes().iter().find(|note| note.sequence == place)
}

fn publication_at<'v>(view: &View<'v>, place: u64) -> Option<&'v Publication> {
    view.state.publications().iter().find(|it| it.sequence == place)
}

fn actions(view: &View<'_>, place: u64, entry: &Entry) -> Vec<Action> {
    let mut all = Vec::new();
    all.extend(year_at(view, place).map(|href| Action::new(view, "web-year-see", href)));
    if let Some(person) = entry.draft.subject.as_ref().filter(|_| is_erasure(entry)) {
        all.push(Action::new(view, "web-audit-forget", page_of(person)));
    }
    if stands(view.state, entry.draft.id, &entry.draft.kind) != Some(true) {
        return all;
    }
    if note_at(view, place).is_some_and(|note| note.resolved.is_none()) {
        let note = place.to_string();
        all.push(Action::new(view, "web-give-type", link("/record", [("note", note.as_str())])));
    }
    if note_at(view, place).is_some() || publication_at(view, place).is_some() {
        all.push(Action::new(view, "web-add-document", format!("/entry/{place}/document")));
    }
    all.push(Action::of_entry(view, place, "withdraw"));
    all
}

/// The page of the fiscal year that an entry closes, or of whose closing it says that the
/// notice was sent.
fn year_at(view: &View<'_>, place: u64) -> Option<String> {
    let is_of =
        |year: &&ClosedYear| year.sequence == place || year.sent.iter().any(|it| it.sequence == place);
    let year = view.state.closed_years().iter().find(is_of)?;
    Some(link(&format!("/year/{}", year.as_at), [("plan", year.plan.as_str())]))
}

/// Whether an entry asks that personal data be erased, or says that it was.
fn is_erasure(entry: &Entry) -> bool {
    [types::PERSON_ERASUREREQUESTED, types::PERSON_ERASED].contains(&entry.draft.kind.as_str())
}

/// How many activities and totals came with an import.
fn import_words(view: &View<'_>, batch: &Batch) -> String {
    let count = usize::try_from(batch.entries).unwrap_or(usize::MAX);
    view.say("web-entries", &[("count", Arg::Count(count))])
}

fn said(
    view: &View<'_>,
    entry: &Entry,
    note: Option<&NoteRecord>,
    sent: Option<&Publication>,
    imported: Option<&Batch>,
) -> Vec<Said> {
    let mut all = Vec::new();
    let mut say = |id: &str, value: String, href: Option<String>| {
        all.push(Said { label: view.word(id), value, href });
    };
    if let Some(note) = note {
        say("show-note", note.text.clone(), None);
        if let Some(became) = note.resolved.and_then(|id| view.state.sequence_of(id)) {
            say("web-became", view.number(became), Some(format!("/entry/{became}")));
        }
    }
    if let Some(body) = &entry.draft.subject {
        say("show-subject", body_words(view.messages, view.state, body), Some(format!("/register/{body}")));
    }
    if let Some(note) = view.state.addition(entry.draft.id).and_then(|it| it.note.as_ref()) {
        say("show-note", note.clone(), None);
    }
    if let Some(reason) = entry.draft.data.get("reason").and_then(Json::as_text) {
        say("web-reason", reason.to_owned(), None);
    }
    if let Some(batch) = imported {
        let all = format!("/journal?batch={}", batch.sequence);
        say("web-entries-of-batch", import_words(view, batch), Some(all));
        say("web-batch-id", entry.draft.id.to_string(), None);
        say("web-batch-file", batch.file.to_string(), None);
    }
    if let Some(sample) = view.state.sample(entry.draft.id) {
        say(
            "sample-title",
            sample_words(view.messages, view.state, &sample.sampling),
            Some(sample_link(sample)),
        );
        say("sample-found-in-all", sample_counts(view.messages, sample), None);
    }
    if let Some((sample, test)) = view.state.test(entry.draft.id) {
        say("sample-found-label", test_of(view, sample, test), None);
        say(
            "paper-sample",
            sample_words(view.messages, view.state, &sample.sampling),
            Some(sample_link(sample)),
        );
    }
    if let Some(publication) = sent {
        let lines = publication_said(view.messages, view.state, &publication.sent);
        all.extend(lines.into_iter().map(|(label, value)| Said { label, value, href: None }));
        let known = publication.sent.size.saturating_sub(1).to_string();
        let asked = [("as-at", publication.sent.as_at.to_string()), ("known-at", known)];
        let href = link("/table", asked.iter().map(|(name, text)| (*name, text.as_str())));
        all.push(Said {
            label: view.word("web-table"),
            value: view.word("web-sent-again"),
            href: Some(href),
        });
    }
    all
}
