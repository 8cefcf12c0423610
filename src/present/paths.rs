//! Paths and the values at them in words: fields and choices by their labels,
//! bodies by their names. Attributes of bodies have no labels of their own: one
//! that is called as a field of the catalogue is shares its label and its
//! choices, any other is quoted as it is spelled.

use super::{Arg, Messages, body_words, number_words};
use crate::figures::State;
use crate::plan::{self, ActivityType, Field, FieldKind};

/// A field by its label, an attribute of what it names, or the subject.
pub(super) fn path_words(
    messages: &Messages,
    state: &State,
    kind: Option<&ActivityType>,
    path: &str,
) -> String {
    let (field, attribute) = path.split_once('.').map_or((path, None), |(field, it)| (field, Some(it)));
    let label = match kind.and_then(|kind| kind.field(field)) {
        Some(field) => messages.language().of(&field.label).to_owned(),
        None if field == "subject" => messages.word("path-subject"),
        None => quoted(messages, field),
    };
    let Some(attribute) = attribute else { return label };
    let attribute = match field_called(state, attribute) {
        Some(field) => messages.language().of(&field.label).to_owned(),
        None => quoted(messages, attribute),
    };
    let values = [("field", Arg::Text(&label)), ("attribute", Arg::Text(&attribute))];
    messages.say("path-attribute", &values)
}

/// A word that stands at a path: a choice by its label, a body by its name,
/// any other as it is spelled.
pub(super) fn word_at(
    messages: &Messages,
    state: &State,
    kind: Option<&ActivityType>,
    path: &str,
    word: &str,
) -> String {
    let field = match path.split_once('.') {
        Some((_, attribute)) => field_called(state, attribute),
        None => kind.and_then(|kind| kind.field(path)),
    };
    if let Ok(body) = word.parse() {
        return body_words(messages, state, &body);
    }
    let choice = field.and_then(|field| field.choices.iter().find(|choice| choice.word == word));
    match choice {
        Some(choice) => messages.language().of(&choice.label).to_owned(),
        None if field.is_some_and(|field| field.kind == FieldKind::Count) => {
            number_words(messages.language(), word)
        }
        None => quoted(messages, word),
    }
}

/// The field whose label and choices an attribute shares.
fn field_called<'a>(state: &'a State, name: &str) -> Option<&'a Field> {
    plan::field_called(&state.catalogue(), name)
}

fn quoted(messages: &Messages, word: &str) -> String {
    messages.say("quoted", &[("word", Arg::Text(word))])
}
