//! Keeps only what names a body: a project, a partner, a funder.

use super::record::{Content, Version};
use crate::event::{BodyId, Json};
use crate::plan::Register;

/// The bodies that an entry must name, all of them; none: no filter.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filter {
    /// Ids of the register.
    pub bodies: Vec<BodyId>,
}

impl Filter {
    /// Whether everything passes.
    pub fn is_empty(&self) -> bool {
        self.bodies.is_empty()
    }

    /// Whether a version names all the bodies, as subject or in a field.
    pub fn passes(&self, register: &Register, version: &Version) -> bool {
        self.bodies.iter().all(|body| names(register, version, register.canonical(body)))
    }
}

fn names(register: &Register, version: &Version, body: &BodyId) -> bool {
    let is_it = |id: &BodyId| register.canonical(id) == body;
    let subject = version.subject.as_ref().is_some_and(is_it);
    let Content::Activity(activity) = &version.content else {
        return subject;
    };
    let in_text =
        |value: &Json| value.as_text().and_then(|text| text.parse().ok()).is_some_and(|id| is_it(&id));
    let in_field = |value: &Json| match value {
        Json::Array(items) => items.iter().any(in_text),
        value => in_text(value),
    };
    subject || activity.fields.values().any(in_field)
}
