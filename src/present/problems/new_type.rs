//! Sentences for what is no new type of activity.

use super::event::text_sentence;
use crate::exchange::NewTypeError;
use crate::present::{Arg, Messages};

/// Why what was said is no type.
pub fn new_type_sentence(messages: &Messages, error: &NewTypeError) -> String {
    let (id, typed) = match error {
        NewTypeError::Text(error) => return text_sentence(messages, error),
        NewTypeError::NoName(typed) => ("new-type-no-name", typed),
        NewTypeError::Name(typed) => ("new-type-name", typed),
        NewTypeError::NoKind(typed) => ("new-type-no-kind", typed),
        NewTypeError::Kind(typed) => ("new-type-kind", typed),
        NewTypeError::NoChoices(typed) => ("new-type-no-choices", typed),
        NewTypeError::Twice(typed) => ("new-type-twice", typed),
    };
    messages.say(id, &[("typed", Arg::Text(typed))])
}
