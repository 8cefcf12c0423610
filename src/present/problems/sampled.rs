//! Samples that cannot be drawn, and working papers that cannot be taken.

use super::import::table_sentence;
use crate::exchange::PaperTrouble;
use crate::figures::Unsampled;
use crate::ledger::NotTested;
use crate::present::amounts::exact;
use crate::present::{Arg, Messages, day_words, number_words};

/// Why no sample can be drawn of a value.
pub fn unsampled_sentence(messages: &Messages, why: &Unsampled) -> String {
    match why {
        Unsampled::Share { part, whole } => {
            messages.say("unsampled-share", &[("part", Arg::Text(part)), ("whole", Arg::Text(whole))])
        }
        Unsampled::InWords => messages.word("unsampled-in-words"),
        Unsampled::Nothing => messages.word("unsampled-nothing"),
    }
}

/// What is wrong at a place of a working paper, which is named before it.
pub fn paper_sentence(messages: &Messages, trouble: &PaperTrouble) -> String {
    match trouble {
        PaperTrouble::Table(trouble) => table_sentence(messages, trouble),
        PaperTrouble::NoColumn(head) => {
            messages.say("paper-no-column", &[("head", Arg::Text(&messages.word(head)))])
        }
        PaperTrouble::NoRows => messages.word("paper-no-rows"),
        PaperTrouble::NoSample => messages.word("paper-no-sample"),
        PaperTrouble::OtherSample => messages.word("paper-other-sample"),
        PaperTrouble::NotDrawn => messages.word("paper-not-drawn"),
        PaperTrouble::OtherEntry(entry) => messages.say("paper-other-entry", &[("entry", Arg::Shown(entry))]),
        PaperTrouble::NotACount => messages.word("paper-not-a-count"),
        PaperTrouble::Twice => messages.word("paper-twice"),
        PaperTrouble::Missing(places) => {
            let named: Vec<String> = places.iter().map(|place| format!("#{place}")).collect();
            let values = [("entries", Arg::Text(&named.join(", "))), ("count", Arg::Count(places.len()))];
            messages.say("paper-missing", &values)
        }
        PaperTrouble::OtherAmount(amount) => {
            let amount = number_words(messages.language(), &exact(amount));
            messages.say("paper-other-amount", &[("amount", Arg::Text(&amount))])
        }
        PaperTrouble::NotMarked => messages.word("paper-not-marked"),
        PaperTrouble::NoVerdict => messages.word("paper-no-verdict"),
        PaperTrouble::NoException => messages.word("paper-no-exception"),
    }
}

/// Why results of a sample are not recorded.
pub(super) fn not_tested_sentence(messages: &Messages, trouble: &NotTested) -> String {
    match trouble {
        NotTested::OtherEntries(size) => {
            messages.say("refused-sample-entries", &[("size", Arg::Shown(size))])
        }
        NotTested::NotDrawn(entry) => messages.say("refused-not-drawn", &[("entry", Arg::Shown(entry))]),
        NotTested::Earlier { on, recorded } => {
            let [on, recorded] = [on, recorded].map(|day| day_words(messages.language(), *day));
            let values = [("day", Arg::Text(&on)), ("recorded", Arg::Text(&recorded))];
            messages.say("refused-tested-earlier", &values)
        }
        NotTested::Later(day) => {
            let day = day_words(messages.language(), *day);
            messages.say("refused-tested-later", &[("day", Arg::Text(&day))])
        }
    }
}
