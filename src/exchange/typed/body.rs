//! Bodies of the register, by id or by name.

use super::Setting;
use super::plain::echo;
use crate::event::{BodyId, BodyKind};
use crate::plan::{Near, PersonNames, Register, nearest_of};

/// Why what was typed names no body.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BodyError {
    /// The register has no such id or name.
    #[error("the register has no “{typed}”")]
    Unknown {
        /// What was typed, as it is repeated.
        typed: String,
        /// The whole of it.
        name: Box<str>,
        /// Bodies with a name like it, nearest first.
        near: Box<[Near]>,
        /// The kinds that it may be of; any when empty.
        kinds: Box<[String]>,
        /// What can be done about it.
        remedy: Remedy,
        /// How many persons that it may be have a name that cannot be opened
        /// here.
        closed: usize,
    },
    /// Several bodies are called so.
    #[error("several bodies are called “{typed}”: write the id")]
    Several {
        /// What was typed.
        typed: String,
        /// The bodies.
        bodies: Vec<Near>,
    },
    /// The field refers to other kinds of body.
    #[error("“{id}” is not one of: {}", kinds.join(", "))]
    OtherKind {
        /// The body that was typed.
        id: BodyId,
        /// The kinds that the field refers to.
        kinds: Vec<String>,
    },
}

/// What can be done about a body that the register lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Remedy {
    /// Nothing: it is looked for, and cannot be found.
    None,
    /// It can be registered by its own command.
    #[default]
    Register,
    /// It can be registered along, by `--new`.
    New,
    /// It is settled beside the rows that name it.
    Settle,
}

/// The body of this id or name; `kinds` are those that it may be of, all when
/// empty. A name of two bodies is asked back; a body of another kind that is
/// called the same does not matter.
pub fn typed_body(typed: &str, kinds: &[String], setting: &Setting<'_>) -> Result<BodyId, BodyError> {
    let text = typed.trim();
    let register = setting.register();
    let fits = |id: &BodyId| kinds.is_empty() || kinds.iter().any(|word| word == id.kind().word());
    let other = |id: &BodyId| BodyError::OtherKind { id: id.clone(), kinds: kinds.to_vec() };
    // A name with its id behind it, as outputs write it, says which of several.
    let id = text.strip_suffix(')').and_then(|text| Some(text.rsplit_once(" (")?.1)).unwrap_or(text);
    if let Some(id) = id.parse().ok().filter(|id| register.get(id).is_some()) {
        return if fits(&id) { Ok(id) } else { Err(other(&id)) };
    }
    // Names of persons are opened only where a person may be meant.
    let may_be_one = kinds.is_empty() || kinds.iter().any(|word| word == BodyKind::Person.word());
    let nobody = PersonNames::default();
    let persons = if may_be_one { setting.persons() } else { &nobody };
    let called = setting.called(text, persons);
    let fitting: Vec<&BodyId> = called.iter().copied().filter(|id| fits(id)).collect();
    match (fitting.as_slice(), called.as_slice()) {
        ([one], _) => Ok((*one).clone()),
        ([], []) => {
            let near = near(text, register, persons, fits).into_boxed_slice();
            let (kinds, remedy) = (kinds.into(), setting.remedy);
            let closed = persons.closed();
            Err(BodyError::Unknown { typed: echo(typed), name: text.into(), near, kinds, remedy, closed })
        }
        ([], [one, ..]) => Err(other(one)),
        (several, _) => {
            let label = |id: &BodyId| persons.words(id).unwrap_or_else(|| register.name(id));
            let bodies = several.iter().map(|id| Near { id: id.to_string(), label: label(id) }).collect();
            Err(BodyError::Several { typed: echo(typed), bodies })
        }
    }
}

/// At most three bodies that fit, with a name or id like the text, nearest
/// first.
fn near(text: &str, register: &Register, persons: &PersonNames, fits: impl Fn(&BodyId) -> bool) -> Vec<Near> {
    // The kind before a slash would make all ids of that kind look alike.
    let kind = BodyKind::ALL.iter().find_map(|kind| text.strip_prefix(kind.word())?.strip_prefix('/'));
    let bodies = register.bodies().filter(|body| fits(&body.id) && register.canonical(&body.id) == &body.id);
    let known = bodies.map(|body| {
        let opened = persons.all(&body.id).iter().map(String::as_str);
        let names = body.names().into_iter().chain(opened).chain([body.id.slug()]);
        let label = persons.words(&body.id).unwrap_or_else(|| body.name());
        (Near { id: body.id.to_string(), label }, names.collect())
    });
    nearest_of(kind.unwrap_or(text), known)
}
