//! Why something counts as it does, in words.

use super::paths::path_words;
use super::{Arg, Messages, day_words};
use crate::figures::{Reason, Remark, State};
use crate::plan::ActivityType;

/// Why an entry of a type does not count.
pub fn reason_words(
    messages: &Messages,
    state: &State,
    kind: Option<&ActivityType>,
    reason: &Reason,
) -> String {
    let id = format!("reason-{}", reason.word());
    let about = |paths: &[String]| {
        let paths: Vec<String> = paths.iter().map(|path| path_words(messages, state, kind, path)).collect();
        messages.say(&id, &[("paths", Arg::Text(&paths.join(", ")))])
    };
    match reason {
        Reason::ClassNotStated(paths) => about(paths),
        Reason::ContradictsTotal(sequence)
        | Reason::Withdrawn(sequence)
        | Reason::ReplacedTotal(sequence) => messages.say(&id, &[("entry", Arg::Shown(sequence))]),
        Reason::ValueNotStated(path) | Reason::KeyNotStated(path) => about(std::slice::from_ref(path)),
        _ => messages.word(&id),
    }
}

/// Why a contribution's amount is what it is.
pub fn remark_words(messages: &Messages, remark: Remark) -> String {
    let with = |id: &str, value: String| messages.say(id, &[("entry", Arg::Text(&value))]);
    match remark {
        Remark::AlreadyCounted(sequence) => with("remark-alreadycounted", sequence.to_string()),
        Remark::Superseded(sequence) => with("remark-superseded", sequence.to_string()),
        Remark::SupersededSameDay(sequence) => with("remark-supersededsameday", sequence.to_string()),
        Remark::MayBeClosedBy(sequence) => with("remark-maybeclosedby", sequence.to_string()),
        Remark::ClosedBy(sequence) => with("remark-closedby", sequence.to_string()),
        Remark::Ended(day) => with("remark-ended", day_words(messages.language(), day)),
        Remark::BesideTotal(sequence) => with("remark-besidetotal", sequence.to_string()),
        Remark::Remainder => messages.word("remark-remainder"),
        Remark::WholeTotal => messages.word("remark-wholetotal"),
        Remark::KeyNotMet => messages.word("remark-keynotmet"),
        Remark::NotLargest => messages.word("remark-notlargest"),
    }
}
