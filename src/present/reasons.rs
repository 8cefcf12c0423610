//! Why something counts as it does, in words.

use super::paths::path_words;
use super::{Arg, Messages, day_words, unit_words};
use crate::event::Exact;
use crate::figures::{CountedIn, Part, Reason, Remark, State};
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

/// What an entry of a type is in a value: its amount and why it is that, what it
/// closes, or why it does not count.
pub fn part_words(
    messages: &Messages,
    state: &State,
    kind: Option<&ActivityType>,
    it: &CountedIn<'_>,
) -> String {
    let told = |amount: &Exact, words: Option<String>| {
        let amount = unit_words(messages, it.unit, amount);
        std::iter::once(amount).chain(words).collect::<Vec<_>>().join(" · ")
    };
    match &it.part {
        Part::Counts(counts) | Part::Below(counts) => told(&counts.amount, place_words(messages, it)),
        Part::Closes(_) => place_words(messages, it).unwrap_or_default(),
        Part::LeftOut(left) => reason_words(messages, state, kind, &left.reason),
    }
}

/// What there is to say of an entry's part beside its amount: on which side of a
/// share it stands and why its amount is what it is, or what it closes.
pub(super) fn place_words(messages: &Messages, it: &CountedIn<'_>) -> Option<String> {
    let (side, remark) = match &it.part {
        Part::Counts(counts) => {
            ((it.unit.id != it.indicator.id).then(|| messages.word("part-above")), counts.remark)
        }
        Part::Below(counts) => (Some(messages.word("part-below")), counts.remark),
        Part::Closes(places) => {
            let no = |place: &u64| messages.say("entry-no", &[("entry", Arg::Shown(place))]);
            let all: Vec<String> = places.iter().map(no).collect();
            let values = [("entries", Arg::Text(&all.join(", "))), ("count", Arg::Count(all.len()))];
            return Some(messages.say("part-closes", &values));
        }
        Part::LeftOut(_) => return None,
    };
    let words: Vec<String> =
        side.into_iter().chain(remark.map(|remark| remark_words(messages, remark))).collect();
    (!words.is_empty()).then(|| words.join(" · "))
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
