//! One body of the register, as `body/1`.

use serde_json::{Value as Json, json};

use super::list::name_json;
use super::{Held, MergedWith, ShownBody};
use crate::figures::Erasure;
use crate::present::notice_json;

/// The body as `body/1`. What is sealed is never given.
pub fn body_json(shown: &ShownBody<'_>) -> Json {
    let body = shown.body;
    let attributes: Vec<Json> = shown.attributes().iter().map(held_json).collect();
    let successors = shown.successors().into_iter().map(|(from, sequence, id)| {
        json!({"from": from.map(|day| day.to_string()), "id": id.as_str(), "sequence": sequence})
    });
    json!({
        "attributes": attributes,
        "erasure": shown.state.erasure(&body.id).map(erasure_json),
        "id": body.id.as_str(),
        "jalon": "body/1",
        "kind": body.id.kind().word(),
        "merged": shown.merged().iter().map(merged_json).collect::<Vec<_>>(),
        "mergedinto": shown.merged_into().as_ref().map(merged_json),
        "name": name_json(body),
        "notice": notice_json(shown.state.notice()),
        "otherwords": shown.other_words(),
        "records": shown.records,
        "sequence": body.sequence,
        "successors": successors.collect::<Vec<_>>(),
    })
}

fn erasure_json(asked: &Erasure) -> Json {
    json!({
        "done": asked.done.map(|done| done.sequence), "key": asked.done.map(|done| done.key.word()),
        "reason": asked.reason, "sequence": asked.sequence,
    })
}

fn held_json(held: &Held<'_>) -> Json {
    json!({
        "from": held.from.map(|day| day.to_string()), "name": held.name, "sequence": held.sequence,
        "values": held.values,
    })
}

fn merged_json(merged: &MergedWith<'_>) -> Json {
    json!({"id": merged.body.as_str(), "sequence": merged.sequence})
}
