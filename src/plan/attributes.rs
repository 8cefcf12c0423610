//! Attributes of a body: named words, one or several each.

use std::collections::BTreeMap;

use super::{ActivityType, COUNTRY, Field, Words};
use crate::event::{Json, Object, json_text, strings};

/// Values by attribute name.
pub type Attributes = BTreeMap<String, Vec<String>>;

/// The attributes of a stored object, whose members are words or arrays of
/// words.
pub fn attribute_values(members: &Object) -> Option<Attributes> {
    members.iter().map(|(name, value)| Some((name.clone(), words(value)?))).collect()
}

fn words(value: &Json) -> Option<Vec<String>> {
    match value {
        Json::Text(word) => Some(vec![word.clone()]),
        // Nothing is not a value: an array says several.
        Json::Array(items) if items.is_empty() => None,
        Json::Array(items) => items.iter().map(|item| item.as_text().map(str::to_owned)).collect(),
        _ => None,
    }
}

/// The stored form of attributes.
pub(super) fn stored(attributes: &Attributes) -> Object {
    let one = |values: &Vec<String>| match values.as_slice() {
        [word] => json_text(word),
        _ => strings(values),
    };
    attributes.iter().map(|(name, values)| (name.clone(), one(values))).collect()
}

/// What people call an attribute: as the field of the catalogue that is called
/// so; a country as everybody does.
pub fn attribute_label(catalogue: &[&ActivityType], name: &str) -> Option<Words> {
    let country = || (name == COUNTRY).then(|| Words { fr: "Pays".to_owned(), en: "Country".to_owned() });
    field_called(catalogue, name).map(|field| field.label.clone()).or_else(country)
}

/// The field whose label and choices an attribute shares: the first of the
/// catalogue that is called so.
pub fn field_called<'a>(catalogue: &[&'a ActivityType], name: &str) -> Option<&'a Field> {
    catalogue.iter().find_map(|kind| kind.field(name))
}
