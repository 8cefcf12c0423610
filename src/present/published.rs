//! Tables that were sent, and values as they stood in them.

use serde_json::{Value as Json, json};

use super::json::{joined, percent, value_members};
use super::table::certain_words;
use super::{Arg, Messages, body_words, day_words, on_lines, percent_words};
use crate::figures::{Published, SentTable, State, Stood};
use crate::plan::Kind;

/// A table that was sent, in one line: to whom, when, which.
pub fn publication_words(messages: &Messages, sent: &SentTable) -> String {
    let day = |day| day_words(messages.language(), day);
    let values = [
        ("to", Arg::Text(&sent.to)),
        ("on", Arg::Text(&day(sent.on))),
        ("plan", Arg::Text(&sent.plan)),
        ("version", Arg::Shown(&sent.version)),
        ("day", Arg::Text(&day(sent.as_at))),
    ];
    messages.say("published-table", &values)
}

/// The same table, a line for each thing that is known of it.
pub(super) fn publication_lines(messages: &Messages, state: &State, sent: &SentTable) -> Vec<String> {
    let line = |(label, value): (String, String)| {
        messages.say("field-value", &[("label", Arg::Text(&label)), ("value", Arg::Text(&value))])
    };
    publication_said(messages, state, sent).into_iter().map(line).collect()
}

/// What is known of a table that was sent, each with its label.
pub fn publication_said(messages: &Messages, state: &State, sent: &SentTable) -> Vec<(String, String)> {
    let day = |day| day_words(messages.language(), day);
    let known = [("size", Arg::Shown(&sent.size)), ("head", Arg::Text(&sent.head.short()))];
    let names: Vec<String> =
        sent.filter.bodies.iter().map(|body| body_words(messages, state, body)).collect();
    let form = messages.word(&format!("published-{}", sent.format.word()));
    let compared = sent.compared.map(|it| ("parameter-comparedto", day(it)));
    let filter = (!names.is_empty()).then(|| ("parameter-filter", names.join(", ")));
    let lines = [
        Some(("published-to", sent.to.clone())),
        Some(("published-on", day(sent.on))),
        Some(("parameter-asat", day(sent.as_at))),
        compared,
        Some(("parameter-known", messages.say("published-known", &known))),
        filter,
        Some(("published-form", form)),
        Some(("published-bytes", sent.blake3.to_string())),
    ];
    lines.into_iter().flatten().map(|(id, value)| (messages.word(id), value)).collect()
}

/// Where a value was published, as it stood then and whether it is another one
/// now; nothing where it never was.
pub(super) fn published_text(messages: &Messages, published: &[Published]) -> String {
    if published.is_empty() {
        return String::new();
    }
    let head = messages.say("explain-published", &[("count", Arg::Count(published.len()))]);
    let lines = published.iter().flat_map(|it| {
        let sent = &it.publication.sent;
        let place = it.publication.sequence;
        let said = stood_then_words(messages, it);
        [format!("  #{place} · {}", publication_words(messages, sent)), format!("      {said}")]
    });
    format!("\n{}", on_lines("", std::iter::once(head).chain(lines)))
}

/// What a value was in a table that was sent, and whether it is another one now.
pub fn stood_then_words(messages: &Messages, it: &Published) -> String {
    let then = stood_words(messages, &it.then);
    match &it.now {
        None => messages.say("explain-published-gone", &[("then", Arg::Text(&then))]),
        Some(now) if it.differs() => {
            let now = stood_words(messages, now);
            let values = [("then", Arg::Text(&then)), ("now", Arg::Text(&now))];
            messages.say("explain-published-differs", &values)
        }
        Some(_) => messages.say("explain-published-same", &[("then", Arg::Text(&then))]),
    }
}

/// A value with its percentage.
fn stood_words(messages: &Messages, stood: &Stood) -> String {
    let indicator = &stood.indicator;
    let value = match indicator.rule.kind {
        Kind::Narrative => messages.say("narrative-count", &[("count", Arg::Count(stood.value.counted))]),
        _ => certain_words(messages, indicator, &stood.value),
    };
    match &stood.percent {
        Some(ratio) => format!("{value} ({})", percent_words(messages, ratio, indicator.percentdecimals)),
        None => value,
    }
}

/// The same for programs.
pub(super) fn published_json(it: &Published) -> Json {
    let sent = &it.publication.sent;
    json!({
        "asat": sent.as_at.to_string(),
        "blake3": sent.blake3.to_string(),
        "comparedto": sent.compared.map(|day| day.to_string()),
        "differs": it.differs(),
        "filter": sent.filter.bodies.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "format": sent.format.word(),
        "head": sent.head.to_string(),
        "id": it.publication.id.to_string(),
        "language": sent.language,
        "now": it.now.as_ref().map(stood_json),
        "on": sent.on.to_string(),
        "plan": {"id": sent.plan, "version": sent.version},
        "sequence": it.publication.sequence,
        "size": sent.size,
        "then": stood_json(&it.then),
        "to": sent.to,
    })
}

fn stood_json(stood: &Stood) -> Json {
    let decimals = stood.indicator.percentdecimals;
    let percent = stood.percent.as_ref().map(|ratio| percent(ratio, decimals));
    joined(json!({"percent": percent}), Some(value_members(&stood.indicator, &stood.value)))
}
