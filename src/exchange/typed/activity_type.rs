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

/// The type of this name, label or synonym.
pub fn typed_type<'a>(typed: &str, catalogue: &[&'a ActivityType]) -> Result<&'a ActivityType, TypeError> {
    if let Some(exact) = catalogue.iter().find(|it| it.id == typed.trim()) {
        return Ok(exact);
    }
    let wanted = folded(typed);
    let is_called = |it: &&&'a ActivityType| it.names().iter().any(|name| folded(name) == wanted);
    let found: Vec<&'a ActivityType> = catalogue.iter().filter(is_called).copied().collect();
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
