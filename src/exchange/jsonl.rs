//! Activities and reported totals as JSON Lines: what an import reads.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Spot;
use crate::event::{Activity, BodyId, Citation, Day, EntryId, Json, Object, Period, read_activity, types};
use crate::figures::Total;
use crate::ledger::{Command, NewActivity, NewTotal};

/// Why a line cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{spot}: {reason}")]
pub struct JsonlError {
    /// Where.
    pub spot: Spot,
    /// What is wrong there.
    pub reason: String,
}

/// A line of an import.
#[derive(Clone, Debug)]
pub struct ImportLine {
    /// Its line number, from 1.
    pub line: usize,
    /// The id that it gives.
    pub id: Option<EntryId>,
    /// When a demonstration recorded it.
    pub recorded: Option<String>,
    /// What it asks for.
    pub command: Command,
}

/// Names that lines of an import give each other before they have ids:
/// `"ref":"all-in"` on one, `"partof":"ref:all-in"` on another.
#[derive(Clone, Debug, Default)]
pub struct Refs(BTreeMap<String, EntryId>);

/// The lines of a file; all that cannot be read when any cannot. What a line
/// is called by `ref` is known to the lines and files after it.
pub fn read_jsonl(
    file: &str,
    text: &str,
    refs: &mut Refs,
    ids: &mut dyn FnMut() -> EntryId,
) -> Result<Vec<ImportLine>, Vec<JsonlError>> {
    let mut lines = Vec::new();
    let mut errors = Vec::new();
    for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match read_line(index + 1, line, refs, ids) {
            Ok(read) => lines.push(read),
            Err((column, reason)) => {
                let spot = Spot { file: file.to_owned(), line: index + 1, column };
                errors.push(JsonlError { spot, reason });
            }
        }
    }
    if errors.is_empty() { Ok(lines) } else { Err(errors) }
}

type Refused = (usize, String);

fn read_line(
    line: usize,
    text: &str,
    refs: &mut Refs,
    ids: &mut dyn FnMut() -> EntryId,
) -> Result<ImportLine, Refused> {
    let value: Value = serde_json::from_str(text).map_err(|error| (error.column(), error.to_string()))?;
    let Some(Json::Object(mut members)) = Json::from_serde(&value) else {
        return Err((1, "a line is an object without fractions and nulls".to_owned()));
    };
    let taken = &mut members;
    let mut id = optional(taken, "id")?;
    if let Some(name) = text_of(taken, "ref")? {
        let named = *id.get_or_insert_with(ids);
        refs.0.insert(name, named);
    }
    if let Some(name) = taken.get("partof").and_then(Json::as_text).and_then(|it| it.strip_prefix("ref:")) {
        let known = refs.0.get(name).ok_or_else(|| (1, format!("no line before is called “{name}”")))?;
        taken.insert("partof".to_owned(), crate::event::json_text(known.to_string()));
    }
    let recorded = text_of(taken, "recordedtime")?;
    let kind = text_of(taken, "type")?.ok_or_else(|| lacks("type"))?;
    let command = if kind == types::TOTAL_REPORTED {
        Command::Report(NewTotal { id, total: total(taken)? })
    } else {
        Command::Record(activity(taken, id, kind)?)
    };
    match members.keys().next() {
        Some(unknown) => Err((1, format!("the member “{unknown}” is not known"))),
        None => Ok(ImportLine { line, id, recorded, command }),
    }
}

fn activity(members: &mut Object, id: Option<EntryId>, kind: String) -> Result<NewActivity, Refused> {
    let from: Day = optional(members, "occurredfrom")?.ok_or_else(|| lacks("occurredfrom"))?;
    let to: Day = optional(members, "occurredto")?.unwrap_or(from);
    let occurred = Period::new(from, to).map_err(|error| (1, error.to_string()))?;
    let subject: Option<BodyId> = optional(members, "subject")?;
    let names = ["fields", "basis", "citation", "evidence", "note", "partof"];
    let mut data: Object =
        names.iter().filter_map(|name| Some(((*name).to_owned(), members.remove(*name)?))).collect();
    data.entry("fields".to_owned()).or_insert_with(|| Json::Object(Object::new()));
    let activity: Activity = read_activity(data).map_err(|error| (1, error.to_string()))?;
    Ok(NewActivity { id, kind, occurred, subject, activity })
}

fn total(members: &mut Object) -> Result<Total, Refused> {
    let citation = members.remove("citation").ok_or_else(|| lacks("citation"))?;
    Ok(Total {
        indicator: text_of(members, "indicator")?.ok_or_else(|| lacks("indicator"))?,
        from: optional(members, "from")?,
        to: optional(members, "to")?.ok_or_else(|| lacks("to"))?,
        value: members.remove("value").ok_or_else(|| lacks("value"))?,
        citation: Citation::read(&citation).ok_or_else(|| lacks("citation.source"))?,
        evidence: vec![],
        note: text_of(members, "note")?,
    })
}

fn lacks(name: &str) -> Refused {
    (1, format!("the member “{name}” is missing or not as it should be"))
}

fn text_of(members: &mut Object, name: &str) -> Result<Option<String>, Refused> {
    match members.remove(name) {
        None => Ok(None),
        Some(Json::Text(text)) => Ok(Some(text)),
        Some(_) => Err(lacks(name)),
    }
}

fn optional<T: std::str::FromStr>(members: &mut Object, name: &str) -> Result<Option<T>, Refused> {
    match text_of(members, name)? {
        None => Ok(None),
        Some(text) => text.parse().map(Some).map_err(|_| lacks(name)),
    }
}
