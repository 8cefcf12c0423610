//! What is recorded and imported: activities of the demonstration's types about
//! its bodies, on other days.

use std::collections::BTreeSet;

use jalon::event::{Draft, Entry, Json, encode_value, read_activity, types};
use jalon::ledger::{Command, NewActivity};
use serde_json::{Map, Value, json};

use crate::generator::Generator;
use crate::grown::demonstration;

/// How the demonstration's types begin.
const PREFIX: &str = "org.ceimia.";

/// Activities without end.
pub(crate) fn activities() -> impl Iterator<Item = Draft> {
    Generator::after(&demonstration()).activities()
}

/// Activities to record, each without an id.
pub(crate) fn commands() -> impl Iterator<Item = Command> {
    activities().map(|draft| {
        Command::Record(NewActivity {
            id: None,
            kind: short(&draft.kind).to_owned(),
            occurred: draft.occurred.unwrap(),
            subject: draft.subject,
            activity: read_activity(draft.data).unwrap(),
        })
    })
}

/// Lines to import, each with an id of its own.
pub(crate) fn rows() -> impl Iterator<Item = String> {
    activities().map(|draft| {
        let occurred = draft.occurred.unwrap();
        let mut row = json!({
            "id": draft.id.to_string(),
            "type": short(&draft.kind),
            "occurredfrom": occurred.from.to_string(),
            "occurredto": occurred.to.to_string(),
        });
        let mut data = Vec::new();
        encode_value(&Json::Object(draft.data), &mut data);
        let data: Map<String, Value> = serde_json::from_slice(&data).unwrap();
        row.as_object_mut().unwrap().extend(data);
        if let Some(subject) = draft.subject {
            row["subject"] = json!(subject.as_str());
        }
        row.to_string()
    })
}

/// The types and the bodies that the demonstration has.
pub(crate) fn known() -> (BTreeSet<String>, BTreeSet<String>) {
    let entries: Vec<Entry> = demonstration().iter().map(|line| Entry::read(line).unwrap()).collect();
    let kinds = entries.iter().filter(|it| !it.draft.kind.starts_with(types::PREFIX));
    let kinds = kinds.map(|it| short(&it.draft.kind).to_owned()).collect();
    let registered = entries.iter().filter(|it| it.draft.kind.ends_with(".registered"));
    let bodies = registered.filter_map(|it| it.draft.subject.as_ref()).map(|it| it.as_str().to_owned());
    (kinds, bodies.collect())
}

/// A type as people type it.
pub(crate) fn short(kind: &str) -> &str {
    kind.strip_prefix(PREFIX).unwrap_or(kind)
}
