//! What adopting a plan would change, for people and for programs.

use serde_json::{Value as Json, json};

use super::{Arg, Messages, day_words, number_words};
use crate::event;
use crate::ledger::{Changes, Difference, Term, differences};
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
        text.push_str(&difference_lines(messages, before, next));
    }
    for gone in &changes.removed {
        let kind = messages.word(&format!("plan-kind-{}", word(gone.kind())));
        let values = [("kind", Arg::Text(&kind)), ("id", Arg::Text(gone.id()))];
        text.push_str(&format!("- {}\n", messages.say("plan-removed", &values)));
    }
    for term in &changes.terms {
        text.push_str(&format!("~ {}\n", term_words(messages, changes, *term)));
    }
    for unseen in &changes.unseen {
        let values = [("indicator", Arg::Text(&unseen.indicator)), ("path", Arg::Text(&unseen.path))];
        text.push_str(&format!("? {}\n", messages.say("plan-unseen", &values)));
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

/// What a next version has otherwise, a line each; a target is told whole.
fn difference_lines(messages: &Messages, before: &Definition, next: &Definition) -> String {
    if matches!(next, Definition::Target(_)) {
        return String::new();
    }
    let line = |it: Difference| {
        let [before, now] = [it.before, it.now].map(|value| short_words(messages, value.as_ref()));
        let values =
            [("path", Arg::Text(&it.path)), ("before", Arg::Text(&before)), ("now", Arg::Text(&now))];
        format!("    {}\n", messages.say("plan-difference", &values))
    };
    differences(before, next).into_iter().map(line).collect()
}

/// How much of a value is shown beside another.
const SHORT: usize = 48;

/// A stored value as plan files spell it, its beginning where it is long.
fn short_words(messages: &Messages, value: Option<&event::Json>) -> String {
    let Some(value) = value else { return messages.word("plan-nothing") };
    let whole = value.to_serde().to_string();
    let mut letters = whole.chars();
    let short: String = letters.by_ref().take(SHORT).collect();
    if letters.next().is_some() { short + "…" } else { whole }
}

/// What the plan says of itself otherwise, and as it does now where that is
/// short.
fn term_words(messages: &Messages, changes: &Changes, term: Term) -> String {
    let adoption = changes.adoption.as_ref().map(|(adoption, _)| adoption);
    let now = match term {
        Term::Label => adoption.map(|it| messages.language().of(&it.label).to_owned()),
        Term::Approval => adoption.map(|it| it.approval.join(", ")),
        Term::FiscalYearEnd => adoption.and_then(|it| it.fiscalyearend.clone()),
        Term::Approver | Term::Columns | Term::Notice => None,
    };
    let what = messages.word(&format!("plan-term-{}", term.word()));
    let now = now.filter(|now| !now.is_empty()).unwrap_or_else(|| "–".to_owned());
    match term {
        Term::Approver | Term::Columns | Term::Notice => {
            messages.say("plan-term", &[("what", Arg::Text(&what))])
        }
        _ => messages.say("plan-term-now", &[("what", Arg::Text(&what)), ("now", Arg::Text(&now))]),
    }
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
    let new: Vec<Json> = changes.new.iter().map(named).collect();
    let next_versions: Vec<Json> = changes.changed.iter().map(changed_json).collect();
    let unseen = changes.unseen.iter().map(|it| json!({"indicator": it.indicator, "path": it.path}));
    let unseen: Vec<Json> = unseen.collect();
    let adoption = changes.adoption.as_ref().map(
        |(adoption, day)| json!({"id": adoption.id, "inforce": day.to_string(), "version": adoption.version}),
    );
    let removed: Vec<Json> = changes.removed.iter().map(named).collect();
    let terms: Vec<&str> = changes.terms.iter().map(|term| term.word()).collect();
    json!({
        "adoption": adoption, "changed": next_versions, "entries": entries, "jalon": "plan/1", "new": new,
        "removed": removed, "terms": terms, "unchanged": changes.unchanged, "unseen": unseen,
    })
}

fn named(it: &Definition) -> Json {
    json!({"id": it.id(), "kind": word(it.kind()), "version": it.version()})
}

fn changed_json((before, next): &(Definition, Definition)) -> Json {
    let stored = |value: Option<event::Json>| value.as_ref().map(event::Json::to_serde);
    let differs = differences(before, next).into_iter();
    let differs =
        differs.map(|it| json!({"before": stored(it.before), "now": stored(it.now), "path": it.path}));
    let mut changed = named(next);
    changed["differences"] = differs.collect();
    changed
}
