//! In what two versions of a definition differ.

use crate::event::{Json, Object};
use crate::plan::Definition;

/// A member that two versions have otherwise.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    /// Its path, as plan files spell it: `rule.window`.
    pub path: String,
    /// What the version before has there.
    pub before: Option<Json>,
    /// What the next one has.
    pub now: Option<Json>,
}

/// The members that two versions of a definition have otherwise, in order of
/// their paths.
pub fn differences(before: &Definition, now: &Definition) -> Vec<Difference> {
    let (Ok(before), Ok(now)) = (before.to_data(), now.to_data()) else { return vec![] };
    let mut found = Vec::new();
    compare("", &before, &now, &mut found);
    // That another version has another number is said beside it.
    found.retain(|it| it.path != "version");
    found
}

fn compare(path: &str, before: &Object, now: &Object, found: &mut Vec<Difference>) {
    let mut names: Vec<&String> = before.keys().chain(now.keys()).collect();
    names.sort();
    names.dedup();
    for name in names {
        let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        match (before.get(name), now.get(name)) {
            (Some(Json::Object(before)), Some(Json::Object(now))) => compare(&path, before, now, found),
            (before, now) if before == now => {}
            (before, now) => {
                found.push(Difference { path, before: before.cloned(), now: now.cloned() });
            }
        }
    }
}
