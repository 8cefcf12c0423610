//! What came to format 1 later still: documents added to entries, and persons whose
//! values are erased. A chapter that goes on from those before.

use jalon::audit::verify_lines;
use jalon::event::{KeyFate, link};
use jalon::ledger::{Desk, Known, replay, replay_for_values};
use jalon::log::{Log, MemoryLog};
use serde_json::{Value, json};

use super::later;
use super::story::{Pen, about, dated, document};
use crate::invented::person;

/// Documents for the entry of this id.
pub(super) fn addition(entry: &Value) -> Value {
    json!({"data": {"entry": entry, "evidence": [document()]}})
}

/// That what is sealed for a person is to be unreadable.
pub(super) fn request(person: &str) -> Value {
    json!({"data": {"reason": "Demande de la personne."}, "subject": person})
}

/// The lines of the chapter.
pub(super) fn documents_added(pen: &mut Pen) {
    let told: Vec<Value> = pen.lines.iter().map(|line| serde_json::from_slice(line).unwrap()).collect();
    let find = |kind: &str, nth: usize| told.iter().filter(|it| it["type"] == kind).nth(nth).unwrap();
    let id = |kind: &str, nth: usize| find(kind, nth)["id"].clone();
    let mut full = addition(&id("example.quai.workshop.held", 1));
    full["data"]["note"] = "Reçue en mars.".into();
    pen.write("jalon.evidence.added", full);
    let wrong = pen.write("jalon.evidence.added", addition(&id("example.quai.workshop.held", 0)));
    pen.write("jalon.entry.withdrawn", about(wrong, json!({"reason": "Autre atelier."})));
    for kind in ["jalon.total.reported", "jalon.note.recorded"] {
        pen.write("jalon.evidence.added", addition(&id(kind, 0)));
    }
    pen.write("jalon.evidence.added", addition(&id("jalon.table.published", 1)));
    // Of a person of the register, whose contact stands sealed in a study.
    let [gone, asked] = [person(1), person(0)].map(|it| it.to_string());
    let request_of = pen.write("jalon.person.erasurerequested", request(&gone));
    let done = json!({"key": "destroyed", "request": request_of.to_string()});
    pen.write("jalon.person.erased", json!({"data": done, "subject": gone}));
    // What it replaces has the sealed value too.
    let study = find("example.quai.study.published", 2);
    let mut content = study["data"].clone();
    content["fields"]["authors"] = json!([gone]);
    let replaces = jalon::event::Hash::of(&serde_json_canonicalizer::to_vec(study).unwrap()).to_string();
    let data = json!({"content": content, "reason": "Un seul auteur.", "replaces": replaces});
    let mut correction = dated("2023-11-02", data);
    correction["correctedid"] = study["id"].clone();
    pen.write("jalon.entry.corrected", correction);
    pen.write("jalon.person.erasurerequested", request(&asked));
}

#[test]
fn what_was_added_is_sound_and_backs_what_it_names() {
    let lines = later::all();
    verify_lines(lines.iter().cloned().map(Ok)).unwrap();
    let mut log = MemoryLog::new(link);
    log.append(&lines).unwrap();
    let state = replay(&log, Known::Now).unwrap();
    let additions: Vec<_> = state.additions().iter().collect();
    assert_eq!(additions.len(), 5);
    assert_eq!(additions[0].note.as_deref(), Some("Reçue en mars."));
    let backed = |at: usize| state.record(additions[at].entry).map(|record| record.backed);
    assert_eq!([0, 1, 2, 3].map(backed), [Some(1), Some(0), Some(1), None]);
    let standing: Vec<bool> = additions.iter().map(|it| state.has_added(it.id)).collect();
    assert_eq!(standing, [true, false, true, true, true]);
    let erasures: Vec<_> = state.erasures().map(|(_, it)| it.done.map(|done| done.key)).collect();
    assert!(erasures.contains(&Some(KeyFate::Destroyed)) && erasures.contains(&None), "{erasures:?}");
    // A state for values knows which of them stand, and of records no more.
    let values = replay_for_values(&log, Known::Now).unwrap();
    assert!(additions.iter().all(|it| values.has_added(it.id) == state.has_added(it.id)));
    // Whoever records without looking at records knows who is erased.
    let desk = Desk::open_to_record(Box::new(log)).unwrap();
    assert!(desk.state().erasures().eq(state.erasures()));
}
