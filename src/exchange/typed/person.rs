//! Persons by what they are called: those of the register, and recorders, who need
//! not be there.

use uuid::Uuid;

use super::body::{BodyError, typed_body};
use super::setting::Setting;
use crate::event::{BodyId, BodyKind, Sealed};
use crate::figures::State;
use crate::plan::folded;

/// Why no person is meant.
#[derive(Debug)]
pub enum PersonError {
    /// Nobody and nothing is called so, or more than one body.
    Body(BodyError),
    /// Not a person.
    None(String),
    /// Several persons are called so.
    Several {
        /// What was typed.
        typed: String,
        /// The persons.
        persons: Vec<BodyId>,
    },
}

/// The person that was typed: one of the register by id or name, a recorder by `user/ID` or
/// by the name that can be opened here.
pub fn typed_person(
    state: &State,
    typed: &str,
    setting: &Setting<'_>,
    open: &dyn Fn(&Sealed) -> Option<String>,
) -> Result<BodyId, PersonError> {
    let typed = typed.trim();
    if let Some(user) = typed.strip_prefix("user/").and_then(|id| id.parse::<Uuid>().ok()) {
        return Ok(BodyId::person(user));
    }
    let none = || PersonError::None(typed.to_owned());
    if let Ok(id) = typed.parse::<BodyId>() {
        return if id.kind() == BodyKind::Person { Ok(id) } else { Err(none()) };
    }
    let is_it = |sealed: &Sealed| open(sealed).is_some_and(|name| folded(&name) == folded(typed));
    let named = state.named_users().filter(|(_, sealed)| is_it(sealed));
    let mut found: Vec<BodyId> = named.map(|(_, sealed)| sealed.person.clone()).collect();
    match typed_body(typed, &[], setting) {
        Ok(body) if body.kind() == BodyKind::Person => found.push(body),
        Ok(_) if found.is_empty() => return Err(none()),
        Err(unknown @ BodyError::Unknown { .. }) if found.is_empty() => {
            return Err(PersonError::Body(unknown));
        }
        Ok(_) | Err(BodyError::Unknown { .. }) => {}
        Err(error) => return Err(PersonError::Body(error)),
    }
    match found.as_slice() {
        [one] => Ok(one.clone()),
        _ => Err(PersonError::Several { typed: typed.to_owned(), persons: found }),
    }
}
