//! What stands at a path: a field, or an attribute of what it refers to as in
//! force on a day.

use crate::event::{BodyId, Day, Json};
use crate::plan::Register;

use super::record::{Content, Version};

/// The values at a path. `complete` is false when one of several references
/// does not state the attribute.
pub(super) struct Found {
    pub values: Vec<String>,
    pub complete: bool,
}

/// What stands at `path` of a version on `day`; references are named by their
/// one id under merges. `None` when nothing is stated.
pub(super) fn find(register: &Register, version: &Version, path: &str, day: Day) -> Option<Found> {
    let (root, attribute) = path.split_once('.').map_or((path, None), |(root, rest)| (root, Some(rest)));
    let roots = roots(version, root)?;
    let bodies = || roots.iter().map(|text| (text, text.parse::<BodyId>().ok()));
    let Some(attribute) = attribute else {
        let named = |(text, id): (&String, Option<BodyId>)| {
            id.map_or_else(|| text.clone(), |id| register.canonical(&id).to_string())
        };
        return Some(Found { values: bodies().map(named).collect(), complete: true });
    };
    let mut found = Found { values: vec![], complete: true };
    for (_, id) in bodies() {
        match id.and_then(|id| register.attribute(&id, attribute, day).map(<[String]>::to_vec)) {
            Some(values) => found.values.extend(values),
            None => found.complete = false,
        }
    }
    (!found.values.is_empty()).then_some(found)
}

fn roots(version: &Version, root: &str) -> Option<Vec<String>> {
    if root == "subject" {
        return version.subject.as_ref().map(|id| vec![id.to_string()]);
    }
    match field(version, root)? {
        Json::Array(items) => Some(items.iter().map(spelled).collect()),
        value => Some(vec![spelled(value)]),
    }
}

fn spelled(value: &Json) -> String {
    match value {
        Json::Text(text) => text.clone(),
        Json::Int(number) => number.to_string(),
        Json::Bool(truth) => truth.to_string(),
        Json::Object(members) => {
            // A sealed value is told apart by its person, which survives erasure.
            let word = members.get("person").or_else(|| members.get("value"));
            word.map(spelled).unwrap_or_default()
        }
        Json::Array(_) => String::new(),
    }
}

/// The stored value of a field.
pub(super) fn field<'a>(version: &'a Version, name: &str) -> Option<&'a Json> {
    match &version.content {
        Content::Activity(activity) => activity.fields.get(name),
        Content::Total(_) => None,
    }
}
