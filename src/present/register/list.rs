//! The list of the register.

use serde_json::{Value as Json, json};

use super::named;
use crate::event::{BodyId, BodyKind};
use crate::figures::State;
use crate::plan::{Body, PersonNames, Words};
use crate::present::json::words_json;
use crate::present::{Arg, Messages, notice_json, wrapped};

/// Bodies by kind, a line each: its name, its id, and what it is merged into.
pub fn register_text(
    messages: &Messages,
    state: &State,
    bodies: &[&Body],
    names: &PersonNames,
    width: u16,
) -> String {
    let mut text = String::new();
    for kind in BodyKind::ALL {
        let of_kind: Vec<&&Body> = bodies.iter().filter(|body| body.id.kind() == kind).collect();
        if of_kind.is_empty() {
            continue;
        }
        let count = [("count", Arg::Count(of_kind.len()))];
        text.push_str(&format!("{}\n", messages.say(&format!("register-kind-{}", kind.word()), &count)));
        for body in of_kind {
            text.push_str(&format!("  {}\n", line(messages, state, body, names)));
        }
    }
    wrapped(&text, width)
}

fn line(messages: &Messages, state: &State, body: &Body, names: &PersonNames) -> String {
    let words = named(messages, state, names, body);
    let into = state.register().merged_into(&body.id).and_then(|id| state.register().get(id));
    match into {
        Some(into) => {
            let kept = named(messages, state, names, into);
            messages.say("register-merged", &[("body", Arg::Text(&words)), ("kept", Arg::Text(&kept))])
        }
        None => words,
    }
}

/// The bodies as `register/1`.
pub fn register_json(state: &State, bodies: &[&Body]) -> Json {
    let each = |body: &&Body| {
        let register = state.register();
        json!({
            "erased": state.erasure(&body.id).map(|it| it.sequence),
            "id": body.id.as_str(), "kind": body.id.kind().word(),
            "mergedinto": register.merged_into(&body.id).map(BodyId::as_str), "name": name_json(body),
            "sequence": body.sequence,
        })
    };
    let bodies: Vec<Json> = bodies.iter().map(each).collect();
    json!({"bodies": bodies, "jalon": "register/1", "notice": notice_json(state.notice())})
}

/// The name of a body; of a person none, for it is sealed.
pub(super) fn name_json(body: &Body) -> Json {
    let name: Option<Words> = body.sealed_name().is_none().then(|| body.name());
    name.as_ref().map_or(Json::Null, words_json)
}
