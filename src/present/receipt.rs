//! What a recorder keeps of what was recorded: a line for people, the members
//! of `receipt/1` for programs.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};

use super::{
    Arg, Messages, backed_words, day_words, period_words, publication_words, sample_indicator, sample_words,
    test_words, version_words,
};
use crate::event::{BodyId, Day, EntryId, types};
use crate::figures::{Approval, Record, State, approval, asking, closed_before};
use crate::ledger::Receipt;
use crate::plan::FactKind;

/// A line: number, what it is, when, the beginning of its hash. Of a
/// correction that was withdrawn a second line says what stands now; of a
/// judgement that no plan asks for, that none does.
pub fn receipt_text(messages: &Messages, state: &State, receipt: &Receipt) -> String {
    let mut parts = vec![format!("#{}", receipt.sequence), what(messages, state, receipt)];
    parts.extend(receipt.occurred.map(|days| period_words(messages, days)));
    if is_planned(state, receipt) {
        parts.push(messages.word("journal-planned"));
    }
    if is_waiting(state, receipt) {
        parts.push(messages.word("approval-waiting"));
    }
    parts.extend(late(state, receipt).into_iter().map(|day| late_words(messages, day)));
    if receipt.repeated {
        parts.push(messages.word("receipt-repeated"));
    }
    parts.push(receipt.hash.short());
    let line = parts.join(" · ") + "\n";
    let unasked = (is_asked(state, receipt) == Some(false)).then(|| messages.word("receipt-unasked"));
    match stands_now(messages, state, receipt).or(unasked) {
        Some(now) => format!("{line}      {now}\n"),
        None => line,
    }
}

/// The last days of the years that were closed before what was recorded, and in which it
/// happened.
fn late(state: &State, receipt: &Receipt) -> Vec<Day> {
    let Some(days) = receipt.occurred.filter(|_| types::is_of_records(&receipt.kind)) else {
        return Vec::new();
    };
    // What is moved out of a closed year concerns it as much as what is moved into it.
    let record = receipt.corrected.and_then(|id| state.record(id));
    let before = record.into_iter().flat_map(Record::versions).filter(|it| it.sequence < receipt.sequence);
    let before = before.max_by_key(|version| version.sequence).map(|version| version.occurred);
    let years = [Some(days), before].into_iter().flatten();
    let years = years.flat_map(|days| closed_before(state, days, receipt.sequence)).map(|year| year.as_at);
    years.collect::<BTreeSet<Day>>().into_iter().collect()
}

/// That something was recorded after its year was closed.
pub(super) fn late_words(messages: &Messages, as_at: Day) -> String {
    messages.say("receipt-late", &[("day", Arg::Text(&day_words(messages.language(), as_at)))])
}

/// Of a judgement whether some plan asks for it: otherwise it changes no value.
fn is_asked(state: &State, receipt: &Receipt) -> Option<bool> {
    if ![types::ENTRY_APPROVED, types::ENTRY_REJECTED].contains(&receipt.kind.as_str()) {
        return None;
    }
    let record = state.record(receipt.corrected?)?;
    Some(!asking(state, &record.kind).is_empty())
}

/// The members of `receipt/1` for one entry.
pub fn receipt_json(state: &State, receipt: &Receipt) -> Json {
    let day = |day: Option<Day>| day.map(|day| day.to_string());
    json!({
        "afterclose": late(state, receipt).into_iter().map(|day| day.to_string()).collect::<Vec<_>>(),
        "about": about_entry(state, receipt).and_then(|id| state.sequence_of(id)),
        "asked": is_asked(state, receipt),
        "hash": receipt.hash.to_string(),
        "id": receipt.id.to_string(),
        "occurredfrom": day(receipt.occurred.map(|it| it.from)),
        "occurredto": day(receipt.occurred.map(|it| it.to)),
        "planned": is_planned(state, receipt),
        "repeated": receipt.repeated,
        "sequence": receipt.sequence,
        "subject": receipt.subject.as_ref().map(BodyId::as_str),
        "type": receipt.kind,
        "waiting": is_waiting(state, receipt),
    })
}

/// The entry that an entry is about: of documents that were added what they back.
fn about_entry(state: &State, receipt: &Receipt) -> Option<EntryId> {
    let added = || state.addition(receipt.id).map(|addition| addition.entry);
    receipt.corrected.or_else(added)
}

/// Whether an activity, or another version of it, lies in the future.
fn is_planned(state: &State, receipt: &Receipt) -> bool {
    let version = state.record(receipt.id).and_then(|record| {
        let version = record.versions().find(|version| version.id == receipt.id)?;
        Some(version.is_planned())
    });
    version.unwrap_or(false)
}

/// Whether a plan asks for the approval of what stands now.
fn is_waiting(state: &State, receipt: &Receipt) -> bool {
    let record = state.record(receipt.id).filter(|record| record.latest().id == receipt.id);
    record.and_then(|record| approval(state, record)) == Some(Approval::Waiting)
}

/// What was recorded, by the words of the catalogue and the register.
fn what(messages: &Messages, state: &State, receipt: &Receipt) -> String {
    if let Some((_, fact)) = FactKind::of_entry(&receipt.kind) {
        return fact_words(messages, state, receipt, fact);
    }
    match receipt.kind.as_str() {
        types::ENTRY_CORRECTED => about(messages, state, "receipt-corrected", receipt),
        types::ENTRY_WITHDRAWN => withdrawal(messages, state, receipt),
        types::ENTRY_CONFIRMED => about(messages, state, "receipt-confirmed", receipt),
        types::ENTRY_APPROVED => about(messages, state, "receipt-approved", receipt),
        types::ENTRY_REJECTED => about(messages, state, "receipt-rejected", receipt),
        types::TABLE_PUBLISHED => match state.publication(receipt.id) {
            Some(publication) => publication_words(messages, &publication.sent),
            None => entry_words(messages, &receipt.kind),
        },
        types::SAMPLE_DRAWN => match state.sample(receipt.id) {
            Some(sample) => sample_words(messages, state, &sample.sampling),
            None => entry_words(messages, &receipt.kind),
        },
        types::SAMPLE_TESTED => tested(messages, state, receipt),
        types::EVIDENCE_ADDED => addition(messages, state, receipt),
        types::PERSON_ERASUREREQUESTED => of_person(messages, "receipt-erasure-requested", receipt),
        types::PERSON_ERASED => of_person(messages, "receipt-erased", receipt),
        types::NOTE_RESOLVED => resolution(messages, state, receipt),
        types::BATCH_WITHDRAWN => messages
            .say("receipt-batch-withdrawn", &[("entry", Arg::Text(&number(state, receipt.corrected)))]),
        kind if kind.starts_with(types::PREFIX) => entry_words(messages, kind),
        kind => type_and_name(messages, state, state.short_kind(kind)),
    }
}

/// What an entry of the program's own is.
pub fn entry_words(messages: &Messages, kind: &str) -> String {
    match FactKind::of_entry(kind) {
        Some((_, FactKind::Registered)) => messages.word("entry-body-registered"),
        Some((_, FactKind::Changed)) => messages.word("entry-body-changed"),
        Some((_, FactKind::Merged)) => messages.word("entry-body-merged"),
        None => {
            let own = kind.strip_prefix(types::PREFIX).unwrap_or(kind);
            messages.word(&format!("entry-{}", own.replace('.', "-")))
        }
    }
}

/// The label of a type, and its name as it is typed.
fn type_and_name(messages: &Messages, state: &State, kind: &str) -> String {
    match state.activity_type(kind) {
        Some(found) => format!("{} ({kind})", messages.language().of(&found.label)),
        None if kind.starts_with(types::PREFIX) => entry_words(messages, kind),
        None => kind.to_owned(),
    }
}

/// What was found of an item of a sample.
fn tested(messages: &Messages, state: &State, receipt: &Receipt) -> String {
    let Some((sample, test)) = state.test(receipt.id) else {
        return entry_words(messages, &receipt.kind);
    };
    let found = test_words(messages, sample_indicator(state, &sample.sampling), test);
    let values = [("entry", Arg::Text(&number(state, receipt.corrected))), ("found", Arg::Text(&found))];
    messages.say("receipt-tested", &values)
}

fn number(state: &State, id: Option<EntryId>) -> String {
    id.and_then(|id| state.sequence_of(id)).map(|sequence| sequence.to_string()).unwrap_or_default()
}

/// A sentence about the entry that a receipt's entry is about.
fn about(messages: &Messages, state: &State, id: &str, receipt: &Receipt) -> String {
    let record = receipt.corrected.and_then(|id| state.record(id));
    let kind = record.map(|record| type_and_name(messages, state, &record.kind)).unwrap_or_default();
    let values = [("entry", Arg::Text(&number(state, receipt.corrected))), ("what", Arg::Text(&kind))];
    messages.say(id, &values)
}

fn withdrawal(messages: &Messages, state: &State, receipt: &Receipt) -> String {
    let record = receipt.corrected.and_then(|id| state.record(id));
    let entry = number(state, receipt.corrected);
    match (record, receipt.correction) {
        (Some(_), None) => about(messages, state, "receipt-withdrawn", receipt),
        (Some(record), Some(correction)) => {
            let kind = type_and_name(messages, state, &record.kind);
            let values = [
                ("entry", Arg::Text(&entry)),
                ("correction", Arg::Text(&number(state, Some(correction)))),
                ("what", Arg::Text(&kind)),
            ];
            messages.say("receipt-correction-withdrawn", &values)
        }
        (None, _) => {
            let is_note = state.notes().iter().any(|note| Some(note.id) == receipt.corrected);
            let is_sent = receipt.corrected.is_some_and(|id| state.publication(id).is_some());
            let is_sample = receipt.corrected.is_some_and(|id| state.sample(id).is_some());
            let is_added = receipt.corrected.is_some_and(|id| state.addition(id).is_some());
            let id = match (is_note, is_sent, is_sample, is_added) {
                (true, ..) => "receipt-note-withdrawn",
                (_, true, ..) => "receipt-publication-withdrawn",
                (_, _, true, _) => "receipt-sample-withdrawn",
                (.., true) => "receipt-addition-withdrawn",
                _ => "receipt-merge-withdrawn",
            };
            messages.say(id, &[("entry", Arg::Text(&entry))])
        }
    }
}

/// After the withdrawal of a correction: the version that stands, in words.
fn stands_now(messages: &Messages, state: &State, receipt: &Receipt) -> Option<String> {
    let withdrawn = state.sequence_of(receipt.correction?)?;
    let record: &Record = state.record(receipt.corrected?)?;
    let version = record.latest();
    let words = version_words(messages, state, record, version);
    let values = [("entry", Arg::Shown(&version.sequence)), ("words", Arg::Text(&words))];
    // What came after the withdrawn correction stood already.
    let id = if version.sequence > withdrawn { "receipt-stands-still" } else { "receipt-stands" };
    Some(messages.say(id, &values))
}

/// How many documents were added, and to what.
fn addition(messages: &Messages, state: &State, receipt: &Receipt) -> String {
    let Some(addition) = state.addition(receipt.id) else { return entry_words(messages, &receipt.kind) };
    let place = state.sequence_of(addition.entry).unwrap_or_default();
    let what = backed_words(messages, state, place);
    let values = [
        ("count", Arg::Count(addition.evidence.len())),
        ("entry", Arg::Shown(&place)),
        ("what", Arg::Text(&what)),
    ];
    messages.say("receipt-added", &values)
}

fn of_person(messages: &Messages, id: &str, receipt: &Receipt) -> String {
    let person = receipt.subject.as_ref().map(BodyId::as_str).unwrap_or_default();
    messages.say(id, &[("person", Arg::Text(person))])
}

fn resolution(messages: &Messages, state: &State, receipt: &Receipt) -> String {
    let note = state.notes().iter().find(|note| Some(note.id) == receipt.corrected);
    let entry = number(state, note.and_then(|note| note.resolved));
    let note = number(state, receipt.corrected);
    messages.say("receipt-resolved", &[("note", Arg::Text(&note)), ("entry", Arg::Text(&entry))])
}

fn fact_words(messages: &Messages, state: &State, receipt: &Receipt, fact: FactKind) -> String {
    let Some(body) = &receipt.subject else { return entry_words(messages, &receipt.kind) };
    let kept = state.register().canonical(body);
    let named = |body: &BodyId| {
        let name = state.register().get(body).map(|it| messages.language().of(&it.name()).to_owned());
        match name {
            Some(name) if name != body.slug() => format!("{name} ({body})"),
            _ => body.to_string(),
        }
    };
    let values = [("body", Arg::Text(&named(body))), ("kept", Arg::Text(&named(kept)))];
    match fact {
        FactKind::Registered => messages.say("receipt-registered", &values[..1]),
        FactKind::Changed => messages.say("receipt-changed", &values[..1]),
        FactKind::Merged => messages.say("receipt-merged", &values),
    }
}
