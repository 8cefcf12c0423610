//! Paths and the values at them in words: fields and choices by their labels,
//! bodies by their names. Attributes of bodies have no labels of their own: one
//! that is called as a field of the catalogue is shares its label and its
//! choices, those that registers commonly have are called as everybody does, any
//! other is quoted as it is spelled.

use super::{Arg, Messages, body_words, number_words};
use crate::figures::State;
use crate::plan::{self, ActivityType, Definition, Field, FieldKind, Words, attribute_label};

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
    let attribute = match attribute_label(&state.catalogue(), attribute) {
        Some(label) => messages.language().of(&label).to_owned(),
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
    if let Some((_, attribute)) = path.split_once('.')
        && let Some(label) = attribute_value(state, attribute, word)
    {
        return messages.language().of(&label).to_owned();
    }
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

/// What people call a value of an attribute: a choice by its label, a list of
/// the catalogue by its own.
pub(super) fn attribute_value(state: &State, attribute: &str, word: &str) -> Option<Words> {
    let choices = plan::attribute_choices(&state.catalogue(), attribute);
    let choice = choices.into_iter().find(|(it, _)| it == word).map(|(_, label)| label);
    let listed = state.definitions().filter_map(|(_, definition)| match definition {
        Definition::List(list) if list.id == word => Some(list.label.clone()),
        _ => None,
    });
    choice.or_else(|| listed.last())
}

/// The field whose label and choices an attribute shares.
fn field_called<'a>(state: &'a State, name: &str) -> Option<&'a Field> {
    plan::field_called(&state.catalogue(), name)
}

fn quoted(messages: &Messages, word: &str) -> String {
    messages.say("quoted", &[("word", Arg::Text(word))])
}
