//! Why a table of indicators cannot be adopted, in sentences.

use super::import::table_sentence;
use super::text_sentence;
use crate::exchange::AdoptTrouble;
use crate::present::{Arg, Messages};

/// Why a table cannot be adopted; its place is named before it.
pub fn adopt_sentence(messages: &Messages, trouble: &AdoptTrouble) -> String {
    let about = |id: &str, name: &str, value: &str| messages.say(id, &[(name, Arg::Text(value))]);
    match trouble {
        AdoptTrouble::Table(trouble) => table_sentence(messages, trouble),
        AdoptTrouble::NoHeads => messages.word("adopt-no-heads"),
        AdoptTrouble::WhichSheet(names) => about("adopt-which-sheet", "names", &names.join(", ")),
        AdoptTrouble::NoSheet { typed, known } => {
            let known = known.join(", ");
            messages.say("adopt-no-sheet", &[("typed", Arg::Text(typed)), ("names", Arg::Text(&known))])
        }
        AdoptTrouble::NoRows => messages.word("adopt-no-rows"),
        AdoptTrouble::TooMany(limit) => messages.say("adopt-too-many", &[("limit", Arg::Count(*limit))]),
        AdoptTrouble::Twice(head) => about("adopt-twice", "head", head),
        AdoptTrouble::Text(error) => text_sentence(messages, error),
    }
}
