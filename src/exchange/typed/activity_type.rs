//! Types of activity, by name or by the words people use.

use super::plain::echo;
use crate::exchange::{folded, nearest};
use crate::plan::ActivityType;

/// Why what was typed names no type of activity.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TypeError {
    /// The catalogue has no such type.
    #[error("there is no activity type “{typed}”; nearest: {}", nearest.join(", "))]
    Unknown {
        /// What was typed.
        typed: String,
        /// Names and words like it, nearest first.
        nearest: Vec<String>,
    },
    /// Several types are called so.
    #[error("“{typed}” can be {}: write the one you mean", types.join(" or "))]
    Several {
        /// What was typed.
        typed: String,
        /// The types.
        types: Vec<String>,
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
            let names = catalogue.iter().flat_map(|it| it.names());
            let nearest = nearest(typed, names).into_iter().map(str::to_owned).collect();
            Err(TypeError::Unknown { typed: echo(typed), nearest })
        }
        several => Err(TypeError::Several {
            typed: echo(typed),
            types: several.iter().map(|it| it.id.clone()).collect(),
        }),
    }
}
