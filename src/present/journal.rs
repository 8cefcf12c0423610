//! The journal for people and for programs.

use serde_json::{Value as Json, json};

use super::receipt::late_words;
use super::{
    Arg, Messages, body_words, notice_json, period_words, publication_words, sample_words, version_words,
    wrapped,
};
use crate::event;
use crate::event::types;
use crate::figures::{
    Approval, Content, JournalRow, NoteRecord, Record, SentTable, State, Version, approval, closed_before,
};

/// A line of the journal, with what was remarked below it.
pub fn journal_text(messages: &Messages, state: &State, row: &JournalRow<'_>, width: u16) -> String {
    let period = row.occurred().map(|days| format!(" · {}", period_words(messages, days)));
    let marks: Vec<String> =
        journal_marks(messages, state, row).iter().map(|mark| format!(" · {mark}")).collect();
    let marks = marks.concat();
    // A text of several lines stays below its line.
    let words = row_words(messages, state, row).replace('\n', "\n      ");
    let text = format!("#{}{}{marks}\n      {words}\n", row.sequence(), period.unwrap_or_default());
    wrapped(&text, width)
}

/// What a line says: type and fields by their labels, subject and remark.
fn row_words(messages: &Messages, state: &State, row: &JournalRow<'_>) -> String {
    match row {
        JournalRow::Note(note) => note_words(messages, note),
        JournalRow::Published(publication) => publication_words(messages, &publication.sent),
        JournalRow::Sample(sample) => sample_words(messages, state, &sample.sampling),
        JournalRow::Record(record) => said_words(messages, state, record, record.latest()),
    }
}

/// What a line ever said, each version of it: what was corrected is searched
/// too.
pub fn all_words(messages: &Messages, state: &State, row: &JournalRow<'_>) -> Vec<String> {
    match row {
        JournalRow::Note(note) => vec![note_words(messages, note)],
        JournalRow::Published(publication) => vec![publication_words(messages, &publication.sent)],
        JournalRow::Sample(sample) => vec![sample_words(messages, state, &sample.sampling)],
        JournalRow::Record(record) => {
            record.versions().map(|version| said_words(messages, state, record, version)).collect()
        }
    }
}

fn note_words(messages: &Messages, note: &NoteRecord) -> String {
    messages.say("journal-note", &[("text", Arg::Text(&note.text))])
}

fn said_words(messages: &Messages, state: &State, record: &Record, version: &Version) -> String {
    let mut words = version_words(messages, state, record, version);
    if let Some(subject) = &version.subject {
        words.push_str(&format!(" · {}", body_words(messages, state, subject)));
    }
    if let Content::Activity(activity) = &version.content
        && let Some(note) = &activity.note
    {
        words.push_str(&format!("\n{note}"));
    }
    words
}

/// What became of a line: corrected, planned, withdrawn.
pub fn journal_marks(messages: &Messages, state: &State, row: &JournalRow<'_>) -> Vec<String> {
    match row {
        JournalRow::Record(record) => {
            let corrections = record.standing_corrections().count();
            let approval = approval(state, record);
            let approval = approval.map(|it| messages.word(&format!("approval-{}", it.word())));
            let corrected = messages.say("journal-corrected", &[("count", Arg::Count(corrections))]);
            [
                (corrections > 0, corrected),
                (record.backed > 0, messages.word("journal-backed")),
                (is_planned(record), messages.word("journal-planned")),
                (approval.is_some(), approval.unwrap_or_default()),
                (record.withdrawn.is_some(), messages.word("journal-withdrawn")),
            ]
            .into_iter()
            .filter_map(|(holds, mark)| holds.then_some(mark))
            .chain(late_marks(messages, state, record))
            .collect()
        }
        JournalRow::Note(note) => vec![messages.word(&format!("journal-{}", note_status(note)))],
        JournalRow::Published(publication) => {
            publication.withdrawn.map(|_| messages.word("journal-withdrawn")).into_iter().collect()
        }
        JournalRow::Sample(sample) => {
            sample.withdrawn.map(|_| messages.word("journal-withdrawn")).into_iter().collect()
        }
    }
}

/// That it was recorded after a year was closed in which it happened.
fn late_marks(messages: &Messages, state: &State, record: &Record) -> Vec<String> {
    let years = closed_before(state, record.latest().occurred, record.sequence);
    years.into_iter().map(|year| late_words(messages, year.as_at)).collect()
}

fn is_planned(record: &Record) -> bool {
    record.withdrawn.is_none() && record.latest().is_planned()
}

/// Whether a note waits for its type.
const fn note_status(note: &NoteRecord) -> &'static str {
    match (note.withdrawn, note.resolved) {
        (Some(_), _) => "withdrawn",
        (None, Some(_)) => "resolved",
        (None, None) => "waiting",
    }
}

/// The lines as `journal/1`.
pub fn journal_json(state: &State, rows: &[JournalRow<'_>]) -> Json {
    let entries: Vec<Json> = rows.iter().map(|row| row_json(state, row)).collect();
    json!({"entries": entries, "jalon": "journal/1", "notice": notice_json(state.notice())})
}

fn row_json(state: &State, row: &JournalRow<'_>) -> Json {
    let days = row.occurred();
    let [from, to] = [days.map(|days| days.from.to_string()), days.map(|days| days.to.to_string())];
    match row {
        JournalRow::Record(record) => {
            let version = record.latest();
            let fields = match &version.content {
                Content::Activity(activity) => event::Json::Object(activity.fields.clone()).to_serde(),
                Content::Total(total) => {
                    json!({"indicator": total.indicator, "value": total.value.to_serde()})
                }
            };
            json!({
                "added": record.backed, "approval": approval(state, record).map(Approval::word),
                "corrections": record.standing_corrections().count(), "fields": fields, "id": record.id.to_string(),
                "occurredfrom": from, "occurredto": to, "planned": is_planned(record),
                "resolved": null, "sequence": record.sequence,
                "subject": version.subject.as_ref().map(ToString::to_string), "type": &*record.kind,
                "withdrawn": record.withdrawn.is_some(),
            })
        }
        JournalRow::Published(publication) => json!({
            "added": added(state, publication.id), "approval": null, "corrections": 0, "fields": sent_json(&publication.sent),
            "id": publication.id.to_string(), "occurredfrom": from, "occurredto": to, "planned": false,
            "resolved": null, "sequence": publication.sequence, "subject": null,
            "type": types::TABLE_PUBLISHED, "withdrawn": publication.withdrawn.is_some(),
        }),
        JournalRow::Sample(sample) => json!({
            "approval": null, "corrections": 0,
            "fields": event::Json::Object(sample.sampling.to_data()).to_serde(),
            "id": sample.id.to_string(), "occurredfrom": from, "occurredto": to, "planned": false,
            "resolved": null, "sequence": sample.sequence, "subject": null,
            "type": types::SAMPLE_DRAWN, "withdrawn": sample.withdrawn.is_some(),
        }),
        JournalRow::Note(note) => json!({
            "added": added(state, note.id), "approval": null, "corrections": 0, "fields": {"text": note.text}, "id": note.id.to_string(),
            "occurredfrom": from, "occurredto": to, "planned": false,
            "resolved": note.resolved.map(|id| id.to_string()), "sequence": note.sequence,
            "subject": null, "type": types::NOTE_RECORDED, "withdrawn": note.withdrawn.is_some(),
        }),
    }
}

/// How many entries added documents to one that is no record, and stand.
fn added(state: &State, id: event::EntryId) -> usize {
    state.added_to(id).filter(|addition| addition.withdrawn.is_none()).count()
}

/// What is known of a table that was sent.
fn sent_json(sent: &SentTable) -> Json {
    json!({
        "asat": sent.as_at.to_string(), "blake3": sent.blake3.to_string(),
        "format": sent.format.word(), "plan": sent.plan, "size": sent.size, "to": sent.to,
        "version": sent.version,
    })
}
