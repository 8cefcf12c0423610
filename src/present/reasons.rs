//! Why something counts as it does, in words.

use super::{Arg, Messages};
use crate::figures::{Reason, Remark};

/// Why an entry does not count.
pub(super) fn reason_words(messages: &Messages, reason: &Reason) -> String {
    let id = format!("reason-{}", reason.word());
    match reason {
        Reason::ClassNotStated(paths) => messages.say(&id, &[("paths", Arg::Text(&paths.join(", ")))]),
        Reason::ContradictsTotal(sequence)
        | Reason::Withdrawn(sequence)
        | Reason::ReplacedTotal(sequence) => {
            messages.say(&id, &[("entry", Arg::Text(&sequence.to_string()))])
        }
        Reason::ValueNotStated(path) | Reason::KeyNotStated(path) => {
            messages.say(&id, &[("paths", Arg::Text(path))])
        }
        _ => messages.word(&id),
    }
}

/// Why a contribution's amount is what it is.
pub(super) fn remark_words(messages: &Messages, remark: Remark) -> String {
    let with = |id: &str, value: String| messages.say(id, &[("entry", Arg::Text(&value))]);
    match remark {
        Remark::AlreadyCounted(sequence) => with("remark-alreadycounted", sequence.to_string()),
        Remark::Superseded(sequence) => with("remark-superseded", sequence.to_string()),
        Remark::SupersededSameDay(sequence) => with("remark-supersededsameday", sequence.to_string()),
        Remark::MayBeClosedBy(sequence) => with("remark-maybeclosedby", sequence.to_string()),
        Remark::ClosedBy(sequence) => with("remark-closedby", sequence.to_string()),
        Remark::Ended(day) => with("remark-ended", day.to_string()),
        Remark::BesideTotal(sequence) => with("remark-besidetotal", sequence.to_string()),
        Remark::Remainder => messages.word("remark-remainder"),
        Remark::WholeTotal => messages.word("remark-wholetotal"),
        Remark::KeyNotMet => messages.word("remark-keynotmet"),
        Remark::NotLargest => messages.word("remark-notlargest"),
    }
}
