//! Why what is printed cannot be read or compared.

use super::typed::with_nearest;
use super::{adopt_sentence, import_sentence, unknown_sentence};
use crate::audit::{Meant, UnknownRow};
use crate::exchange::{AdoptError, AdoptTrouble, DraftError, Spot};
use crate::present::{Arg, Messages};

/// Why a draft cannot be read, each place on a line of its own.
pub fn draft_sentence(messages: &Messages, file: &str, error: &DraftError) -> String {
    match error {
        DraftError::Table(errors) => {
            let each = errors.iter().map(|error| {
                format!("{}: {}", error.spot, import_sentence(messages, &error.trouble.clone().into()))
            });
            each.collect::<Vec<_>>().join("\n")
        }
        DraftError::Column { column } => {
            messages.say("problem-column", &[("path", Arg::Text(file)), ("column", Arg::Text(column))])
        }
        DraftError::Adopt(AdoptError { spot, trouble }) => {
            // Of a draft nobody says what a column holds.
            let told = match trouble.as_ref() {
                AdoptTrouble::Twice(head) => messages.say("draft-twice", &[("head", Arg::Text(head))]),
                trouble => adopt_sentence(messages, trouble),
            };
            format!("{spot}: {told}")
        }
        DraftError::NoNumber => format!("{file}: {}", messages.word("draft-no-number")),
    }
}

/// That what is printed names something that is not there, each at its place.
pub fn unprinted_sentence(messages: &Messages, spots: &[Spot], unknown: &[UnknownRow]) -> String {
    let each = unknown.iter().map(|it| {
        let told = match &it.meant {
            Meant::Indicator(near) => {
                unknown_sentence(messages, "refused-unknown-indicator", &it.typed, near)
            }
            Meant::List(near) => named(messages, "refused-unknown-list", &it.typed, near),
            Meant::Value(near) => named(messages, "refused-unknown-value", &it.typed, near),
        };
        spots.get(it.at).map_or_else(|| told.clone(), |spot| format!("{spot}: {told}"))
    });
    each.collect::<Vec<_>>().join("\n")
}

fn named(messages: &Messages, id: &str, typed: &str, near: &[String]) -> String {
    with_nearest(messages, messages.say(id, &[("typed", Arg::Text(typed))]), near)
}
