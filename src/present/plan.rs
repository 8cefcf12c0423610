//! What adopting a plan would change, for people and for programs.

use serde_json::{Value as Json, json};

use super::{Arg, Messages, day_words, number_words};
use crate::ledger::Changes;
use crate::plan::{Definition, DefinitionKind};

/// The changes, a line each for what is changed, counts for what is new.
pub fn changes_text(messages: &Messages, changes: &Changes) -> String {
    let mut text = String::new();
    for kind in DefinitionKind::ALL {
        let count = changes.new.iter().filter(|it| it.kind() == kind).count();
        if count > 0 {
            let values = [("count", Arg::Count(count))];
            text.push_str(&format!("+ {}\n", messages.say(&format!("plan-new-{}", word(kind)), &values)));
        }
    }
    for (before, next) in &changes.changed {
        text.push_str(&format!("~ {}\n", change_words(messages, before, next)));
    }
    let unchanged = [("count", Arg::Count(changes.unchanged))];
    text.push_str(&format!("= {}\n", messages.say("plan-unchanged", &unchanged)));
    if let Some((adoption, day)) = &changes.adoption {
        let day = day_words(messages.language(), *day);
        let values = [
            ("plan", Arg::Text(messages.language().of(&adoption.label))),
            ("version", Arg::Shown(&adoption.version)),
            ("day", Arg::Text(&day)),
        ];
        text.push_str(&format!("{}\n", messages.say("plan-adoption", &values)));
    }
    text
}

fn change_words(messages: &Messages, before: &Definition, next: &Definition) -> String {
    if let (Definition::Target(old), Definition::Target(new)) = (before, next) {
        let [old, new] = [old, new].map(|it| number_words(messages.language(), it.value.as_str()));
        let values = [("id", Arg::Text(next.id())), ("before", Arg::Text(&old)), ("now", Arg::Text(&new))];
        return messages.say("plan-changed-target", &values);
    }
    let kind = messages.word(&format!("plan-kind-{}", word(next.kind())));
    let values = [
        ("kind", Arg::Text(&kind)),
        ("id", Arg::Text(next.id())),
        ("before", Arg::Shown(&before.version())),
        ("now", Arg::Shown(&next.version())),
    ];
    messages.say("plan-changed", &values)
}

const fn word(kind: DefinitionKind) -> &'static str {
    match kind {
        DefinitionKind::Type => "type",
        DefinitionKind::List => "list",
        DefinitionKind::Objective => "objective",
        DefinitionKind::Group => "group",
        DefinitionKind::Indicator => "indicator",
        DefinitionKind::Target => "target",
    }
}

/// The changes as `plan/1`; `entries` are the places of what was appended,
/// none where it was only looked at.
pub fn changes_json(changes: &Changes, entries: &[u64]) -> Json {
    let named = |it: &Definition| json!({"id": it.id(), "kind": word(it.kind()), "version": it.version()});
    let new: Vec<Json> = changes.new.iter().map(named).collect();
    let next_versions: Vec<Json> = changes.changed.iter().map(|(_, next)| named(next)).collect();
    let adoption = changes.adoption.as_ref().map(
        |(adoption, day)| json!({"id": adoption.id, "inforce": day.to_string(), "version": adoption.version}),
    );
    json!({
        "adoption": adoption, "changed": next_versions, "entries": entries, "jalon": "plan/1", "new": new,
        "unchanged": changes.unchanged,
    })
}
