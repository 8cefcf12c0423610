//! What is open, for people and for programs.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};

use super::{Arg, Messages, body_words, notice_json, period_words, version_words, wrapped};
use crate::audit::{Checks, Open, OpenKind};
use crate::event::Day;
use crate::figures::State;
use crate::plan::{Definition, DefinitionKind};

/// What is open, by kind: how many entries, then each of them.
pub fn checks_text(messages: &Messages, state: &State, checks: &Checks, width: u16) -> String {
    let mut text = String::new();
    for kind in OpenKind::ALL {
        let count = checks.count(kind);
        if count == 0 {
            continue;
        }
        let title = messages.word(&format!("open-{}", kind.word()));
        let values = [("kind", Arg::Text(title.as_str())), ("count", Arg::Count(count))];
        text.push_str(&format!("{}\n", messages.say("checks-kind", &values)));
        text.push_str(&format!("  {}\n", messages.word(&format!("open-help-{}", kind.word()))));
        let places: BTreeSet<u64> = checks.of_kind(kind).map(|open| open.sequence).collect();
        for place in places {
            text.push_str(&line(messages, state, place));
            // Of the other kinds, of which there may be many, nothing more is told.
            let kind = Some(kind).filter(|kind| *kind == OpenKind::Unreported);
            let of_kind = kind.into_iter().flat_map(|kind| checks.of_kind(kind));
            for open in of_kind.filter(|open| open.sequence == place) {
                text.push_str(&format!("      {}\n", unreported_words(messages, state, open)));
            }
        }
        text.push('\n');
    }
    if text.is_empty() {
        text = messages.word("web-nothing-open") + "\n\n";
    }
    if checks.unapproved().len() > 0 {
        let ids = checks.unapproved().collect::<Vec<_>>().join(", ");
        let values = [("count", Arg::Count(checks.unapproved().len())), ("rules", Arg::Text(ids.as_str()))];
        text.push_str(&messages.say("checks-unapproved", &values));
    }
    wrapped(text.trim_end_matches('\n'), width) + "\n"
}

/// A sum that lacks totals, and of which days.
pub fn unreported_words(messages: &Messages, state: &State, open: &Open) -> String {
    let id = open.indicator.as_deref().unwrap_or_default();
    let label = match state.latest(DefinitionKind::Indicator, id) {
        Some((_, Definition::Indicator(indicator))) => messages.language().of(&indicator.title()).to_owned(),
        _ => id.to_owned(),
    };
    let days = |it: &String| {
        let (from, to) = it.split_once("..")?;
        Some(messages.say("period", &[("from", Arg::Text(from)), ("to", Arg::Text(to))]))
    };
    let days: Vec<String> = open.what.iter().filter_map(days).collect();
    format!("{label} ({})", days.join("; "))
}

fn line(messages: &Messages, state: &State, place: u64) -> String {
    let Some(record) = state.records().at(place) else {
        let note = state.notes().iter().find(|note| note.sequence == place);
        let note = note.map(|note| note.text.replace('\n', " "));
        let asked = || state.erasures().find(|(_, asked)| asked.sequence == place);
        let asked = || asked().map(|(person, asked)| format!("{person} · {}", asked.reason));
        let words = note.or_else(asked).unwrap_or_default();
        return format!("  #{place} · {words}\n");
    };
    let version = record.latest();
    let days = period_words(messages, version.occurred);
    let words = version_words(messages, state, record, version);
    let about = version.subject.as_ref().map(|body| format!(" · {}", body_words(messages, state, body)));
    format!("  #{place} · {days} · {words}{}\n", about.unwrap_or_default())
}

/// What is open as `checks/1`.
pub fn checks_json(state: &State, today: Day, checks: &Checks) -> Json {
    let of_kind = |kind: OpenKind| {
        checks.of_kind(kind).map(move |open| {
            json!({
                "indicator": open.indicator, "kind": kind.word(), "sequence": open.sequence, "what": open.what,
            })
        })
    };
    json!({
        "asat": today.to_string(), "head": state.head().to_string(), "jalon": "checks/1",
        "notice": notice_json(state.notice()), "open": OpenKind::ALL.into_iter().flat_map(of_kind).collect::<Vec<_>>(),
        "size": state.size(), "unapproved": checks.unapproved().collect::<Vec<_>>(),
    })
}
