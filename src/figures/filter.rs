//! Keeps only what names a body: a project, a partner, a funder.

use std::borrow::Cow;

use super::gist::Gist;
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
        self.all(|body| {
            let fields = match &version.content {
                Content::Activity(activity) => Some(activity.fields.values()),
                Content::Total(_) => None,
            };
            names(register, version.subject.as_ref(), fields.into_iter().flatten(), body)
        })
    }

    /// The same of what rules read of a version.
    pub(super) fn lets_through(&self, register: &Register, gist: &Gist<'_>) -> bool {
        self.all(|body| {
            let values = gist.values();
            names(register, gist.subject(), values.iter().map(Cow::as_ref), body)
        })
    }

    fn all(&self, names: impl Fn(&BodyId) -> bool) -> bool {
        self.bodies.iter().all(names)
    }
}

fn names<'v>(
    register: &Register,
    subject: Option<&BodyId>,
    mut fields: impl Iterator<Item = &'v Json>,
    body: &BodyId,
) -> bool {
    let body = register.canonical(body);
    let is_it = |id: &BodyId| register.canonical(id) == body;
    let in_text =
        |value: &Json| value.as_text().and_then(|text| text.parse().ok()).is_some_and(|id| is_it(&id));
    let in_field = |value: &Json| match value {
        Json::Array(items) => items.iter().any(in_text),
        value => in_text(value),
    };
    subject.is_some_and(is_it) || fields.any(in_field)
}
