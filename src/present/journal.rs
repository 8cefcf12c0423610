//! The journal for people and for programs.

use serde_json::{Value as Json, json};

use super::{Arg, Messages, body_words, notice_json, period_words, version_words, wrapped};
use crate::event;
use crate::event::types;
use crate::figures::{Content, JournalRow, NoteRecord, Record, State};

/// A line of the journal, with what was remarked below it.
pub fn journal_text(messages: &Messages, state: &State, row: &JournalRow<'_>, width: u16) -> String {
    let period = row.occurred().map(|days| format!(" · {}", period_words(messages, days)));
    let marks: Vec<String> = marks(messages, row).iter().map(|mark| format!(" · {mark}")).collect();
    let marks = marks.concat();
    let words = row_words(messages, state, row);
    let text = format!("#{}{}{marks}\n      {words}\n", row.sequence(), period.unwrap_or_default());
    wrapped(&text, width)
}

/// What a line says: type and fields by their labels, subject and remark.
pub fn row_words(messages: &Messages, state: &State, row: &JournalRow<'_>) -> String {
    match row {
        JournalRow::Note(note) => messages.say("journal-note", &[("text", Arg::Text(&note.text))]),
        JournalRow::Record(record) => {
            let version = record.latest();
            let mut words = version_words(messages, state, record, version);
            if let Some(subject) = &version.subject {
                words.push_str(&format!(" · {}", body_words(messages, state, subject)));
            }
            if let Content::Activity(activity) = &version.content
                && let Some(note) = &activity.note
            {
                words.push_str(&format!("\n      {note}"));
            }
            words
        }
    }
}

fn marks(messages: &Messages, row: &JournalRow<'_>) -> Vec<String> {
    match row {
        JournalRow::Record(record) => {
            let corrections = record.versions.len() - 1;
            let corrected = messages.say("journal-corrected", &[("count", Arg::Count(corrections))]);
            [
                (corrections > 0, corrected),
                (is_planned(record), messages.word("journal-planned")),
                (record.withdrawn.is_some(), messages.word("journal-withdrawn")),
            ]
            .into_iter()
            .filter_map(|(holds, mark)| holds.then_some(mark))
            .collect()
        }
        JournalRow::Note(note) => vec![messages.word(&format!("journal-{}", note_status(note)))],
    }
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
    let entries: Vec<Json> = rows.iter().map(row_json).collect();
    json!({"entries": entries, "jalon": "journal/1", "notice": notice_json(state.notice())})
}

fn row_json(row: &JournalRow<'_>) -> Json {
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
                "corrections": record.versions.len() - 1, "fields": fields, "id": record.id.to_string(),
                "occurredfrom": from, "occurredto": to, "planned": is_planned(record),
                "resolved": null, "sequence": record.sequence,
                "subject": version.subject.as_ref().map(ToString::to_string), "type": record.kind,
                "withdrawn": record.withdrawn.is_some(),
            })
        }
        JournalRow::Note(note) => json!({
            "corrections": 0, "fields": {"text": note.text}, "id": note.id.to_string(),
            "occurredfrom": from, "occurredto": to, "planned": false,
            "resolved": note.resolved.map(|id| id.to_string()), "sequence": note.sequence,
            "subject": null, "type": types::NOTE_RECORDED, "withdrawn": note.withdrawn.is_some(),
        }),
    }
}
