//! Entries of which something is asked that only activities and totals take.

use crate::event::types;
use crate::plan::FactKind;
use crate::present::{Arg, Messages, entry_words};

/// What an entry is, and what to do instead; `about` is the place of the entry
/// that it is about.
pub fn other_entry_sentence(messages: &Messages, sequence: u64, kind: &str, about: Option<u64>) -> String {
    let what = entry_words(messages, kind);
    let sentence =
        messages.say("named-other", &[("entry", Arg::Shown(&sequence)), ("what", Arg::Text(&what))]);
    let about = about.unwrap_or(sequence);
    let values = [("entry", Arg::Shown(&sequence)), ("about", Arg::Shown(&about))];
    format!("{sentence}\n  {}", messages.say(advice_id(kind), &values))
}

fn advice_id(kind: &str) -> &'static str {
    match (FactKind::of_entry(kind), kind) {
        (Some((_, FactKind::Merged)), _) => "named-other-merge",
        (Some(_), _) => "named-other-body",
        (_, types::NOTE_RECORDED) => "named-other-note",
        (_, types::TABLE_PUBLISHED) => "named-other-published",
        (_, types::SAMPLE_DRAWN) => "named-other-sample",
        (_, types::SAMPLE_TESTED) => "named-other-tested",
        (_, types::BATCH_STARTED | types::BATCH_COMPLETED) => "named-other-batch",
        (
            _,
            types::ENTRY_WITHDRAWN
            | types::ENTRY_CONFIRMED
            | types::ENTRY_APPROVED
            | types::ENTRY_REJECTED
            | types::NOTE_RESOLVED
            | types::EVIDENCE_ADDED
            | types::BATCH_WITHDRAWN,
        ) => "named-other-about",
        (
            _,
            types::ACTIVITYTYPE_DEFINED
            | types::LIST_DEFINED
            | types::OBJECTIVE_DEFINED
            | types::GROUP_DEFINED
            | types::INDICATOR_DEFINED
            | types::TARGET_SET
            | types::PLAN_ADOPTED,
        ) => "named-other-plan",
        _ => "named-other-ledger",
    }
}
