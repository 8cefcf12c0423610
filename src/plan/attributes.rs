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

/// An attribute that registers commonly have, and words that it has.
struct Usual {
    name: &'static str,
    label: [&'static str; 2],
    values: &'static [[&'static str; 3]],
}

/// What the program can say itself where the catalogue has no field called so:
/// a plan has no place for labels of attributes.
const USUAL: &[Usual] = &[
    Usual { name: COUNTRY, label: ["Pays", "Country"], values: &[] },
    Usual { name: "focus", label: ["Axe", "Focus"], values: &[] },
    Usual { name: "portfolio", label: ["Portefeuille", "Portfolio"], values: &[] },
    Usual {
        name: "sector",
        label: ["Secteur", "Sector"],
        values: &[
            ["civil-society", "société civile", "civil society"],
            ["government", "gouvernement", "government"],
            ["industry", "industrie", "industry"],
            ["international-organisation", "organisation internationale", "international organisation"],
            ["science", "science", "science"],
        ],
    },
];

fn words_of([fr, en]: [&str; 2]) -> Words {
    Words { fr: fr.to_owned(), en: en.to_owned() }
}

fn usual(name: &str) -> Option<&'static Usual> {
    USUAL.iter().find(|usual| usual.name == name)
}

/// What people call an attribute: as the field of the catalogue that is called
/// so, or as everybody does.
pub fn attribute_label(catalogue: &[&ActivityType], name: &str) -> Option<Words> {
    let known = || usual(name).map(|usual| words_of(usual.label));
    field_called(catalogue, name).map(|field| field.label.clone()).or_else(known)
}

/// The same; one that nobody has a word for by its name, set as a word.
pub fn attribute_words(catalogue: &[&ActivityType], name: &str) -> Words {
    attribute_label(catalogue, name).unwrap_or_else(|| {
        let spaced = name.replace('_', " ");
        let mut letters = spaced.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        Words::both(&first.chain(letters).collect::<String>())
    })
}

/// The values of an attribute that have labels: the choices of the field that
/// is called so, else those that everybody has words for.
pub fn attribute_choices(catalogue: &[&ActivityType], name: &str) -> Vec<(String, Words)> {
    match field_called(catalogue, name) {
        Some(field) => field.choices.iter().map(|it| (it.word.clone(), it.label.clone())).collect(),
        None => usual(name).map_or(&[][..], |usual| usual.values).iter().map(worded).collect(),
    }
}

fn worded([word, fr, en]: &[&str; 3]) -> (String, Words) {
    ((*word).to_owned(), words_of([fr, en]))
}

/// The field whose label and choices an attribute shares: the first of the
/// catalogue that is called so.
pub fn field_called<'a>(catalogue: &[&'a ActivityType], name: &str) -> Option<&'a Field> {
    catalogue.iter().find_map(|kind| kind.field(name))
}
