//! Types of activity, by name or by the words people use.

use super::plain::echo;
use crate::plan::{ActivityType, Near, folded, nearest_type};

/// Why what was typed names no type of activity.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TypeError {
    /// The catalogue has no such type.
    #[error("there is no activity type “{typed}”")]
    Unknown {
        /// What was typed.
        typed: String,
        /// Types that are like it, nearest first.
        near: Vec<Near>,
    },
    /// Several types are called so.
    #[error("several activity types are called “{typed}”")]
    Several {
        /// What was typed.
        typed: String,
        /// The types.
        near: Vec<Near>,
    },
}

/// The type of this name, label or synonym; else the one whose label or synonym
/// begins with these words.
pub fn typed_type<'a>(typed: &str, catalogue: &[&'a ActivityType]) -> Result<&'a ActivityType, TypeError> {
    if let Some(exact) = catalogue.iter().find(|it| it.id == typed.trim()) {
        return Ok(exact);
    }
    let wanted = folded(typed);
    let called = |fits: &dyn Fn(&str) -> bool| -> Vec<&'a ActivityType> {
        catalogue.iter().filter(|it| it.names().iter().any(|name| fits(&folded(name)))).copied().collect()
    };
    let mut found = called(&|name| name == wanted);
    if found.is_empty() && !wanted.is_empty() {
        found = called(&|name| name.strip_prefix(wanted.as_str()).is_some_and(|rest| rest.starts_with(' ')));
    }
    match found.as_slice() {
        [one] => Ok(one),
        [] => {
            let near = nearest_type(typed, catalogue.iter().copied());
            Err(TypeError::Unknown { typed: echo(typed), near })
        }
        several => {
            let near = |kind: &&ActivityType| Near { id: kind.id.clone(), label: kind.label.clone() };
            Err(TypeError::Several { typed: echo(typed), near: several.iter().map(near).collect() })
        }
    }
}
