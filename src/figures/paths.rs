//! What stands at a path: a field, or an attribute of what it refers to as in
//! force on a day.

use std::borrow::Cow;

use smallvec::{SmallVec, smallvec};

use super::gist::Gist;
use crate::event::{Day, Json};
use crate::plan::Register;

/// Values as text. Mostly there is one, and it is asked for of every entry.
pub(super) type Texts<'a> = SmallVec<[Cow<'a, str>; 1]>;

/// The values at a path. `complete` is false when one of several references
/// does not state the attribute.
pub(super) struct Found<'a> {
    pub values: Texts<'a>,
    pub complete: bool,
}

/// What stands at `path` of an activity on `day`; references are named by their
/// one id under merges. `None` when nothing is stated.
pub(super) fn find<'a>(register: &'a Register, gist: &Gist<'a>, path: &str, day: Day) -> Option<Found<'a>> {
    let Some((root, attribute)) = path.split_once('.') else {
        let values = roots(gist, path)?.into_iter().map(|text| register.canonical_text(text)).collect();
        return Some(Found { values, complete: true });
    };
    let mut found = Found { values: Texts::new(), complete: true };
    for text in roots(gist, root)? {
        match register.attribute(&text, attribute, day) {
            Some(values) => found.values.extend(values.iter().map(|value| Cow::Borrowed(value.as_str()))),
            None => found.complete = false,
        }
    }
    (!found.values.is_empty()).then_some(found)
}

/// The days on which an attribute may change of what stands at a field, besides the first.
pub(super) fn days_of_change(register: &Register, gist: &Gist<'_>, root: &str) -> Vec<Day> {
    let texts = roots(gist, root).unwrap_or_default();
    texts.iter().flat_map(|text| register.days_of_change(text)).collect()
}

fn roots<'a>(gist: &Gist<'a>, root: &str) -> Option<Texts<'a>> {
    if root == "subject" {
        return gist.subject().map(|id| smallvec![Cow::Borrowed(id.as_str())]);
    }
    Some(match gist.field(root)? {
        Cow::Borrowed(Json::Array(items)) => items.iter().map(spelled).collect(),
        Cow::Borrowed(value) => smallvec![spelled(value)],
        Cow::Owned(value) => smallvec![Cow::Owned(spelled(&value).into_owned())],
    })
}

fn spelled(value: &Json) -> Cow<'_, str> {
    match value {
        Json::Text(text) => text.into(),
        Json::Int(number) => number.to_string().into(),
        Json::Bool(true) => "true".into(),
        Json::Bool(false) => "false".into(),
        Json::Object(members) => {
            // A sealed value is told apart by its person, which survives erasure.
            let word = members.get("person").or_else(|| members.get("value"));
            word.map(spelled).unwrap_or_default()
        }
        Json::Array(_) => "".into(),
    }
}
