//! A definition as an entry holds it.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{ActivityType, Group, Indicator, List, Objective, Target};
use crate::event::{Json, Object, YearEnd, encode, is_definition_id, types};

/// What one `jalon.*.defined` or `jalon.target.set` entry says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Definition {
    /// A type of activity.
    Type(ActivityType),
    /// A named list.
    List(List),
    /// A strategic objective.
    Objective(Objective),
    /// A group of rows.
    Group(Group),
    /// An indicator.
    Indicator(Box<Indicator>),
    /// A target.
    Target(Target),
}

/// Which kind of definition.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the same words as `Definition`")]
pub enum DefinitionKind {
    Type,
    List,
    Objective,
    Group,
    Indicator,
    Target,
}

impl DefinitionKind {
    /// All of them, what is named before what names it.
    pub const ALL: [Self; 6] =
        [Self::Type, Self::List, Self::Objective, Self::Group, Self::Indicator, Self::Target];

    /// The entry type that holds such a definition.
    pub const fn entry_type(self) -> &'static str {
        match self {
            Self::Type => types::ACTIVITYTYPE_DEFINED,
            Self::List => types::LIST_DEFINED,
            Self::Objective => types::OBJECTIVE_DEFINED,
            Self::Group => types::GROUP_DEFINED,
            Self::Indicator => types::INDICATOR_DEFINED,
            Self::Target => types::TARGET_SET,
        }
    }

    /// The kind that an entry of this type holds.
    pub fn of_entry(kind: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.entry_type() == kind)
    }
}

/// Why `data` is not a definition of its kind.
#[derive(Debug, thiserror::Error)]
pub enum DefinitionError {
    /// Not the members that format 1 has.
    #[error("the definition is not as format 1 has it: {0}")]
    Shape(#[from] serde_json::Error),
    /// A float, a null, a member that only plan files hold, a word that is not
    /// spelled as it should be, or more of something than its limit.
    #[error("the definition holds what no entry may hold")]
    Value,
}

impl Definition {
    /// Which kind it is.
    pub const fn kind(&self) -> DefinitionKind {
        match self {
            Self::Type(_) => DefinitionKind::Type,
            Self::List(_) => DefinitionKind::List,
            Self::Objective(_) => DefinitionKind::Objective,
            Self::Group(_) => DefinitionKind::Group,
            Self::Indicator(_) => DefinitionKind::Indicator,
            Self::Target(_) => DefinitionKind::Target,
        }
    }

    /// Its id within its kind.
    pub fn id(&self) -> &str {
        match self {
            Self::Type(it) => &it.id,
            Self::List(it) => &it.id,
            Self::Objective(it) => &it.id,
            Self::Group(it) => &it.id,
            Self::Indicator(it) => &it.id,
            Self::Target(it) => &it.id,
        }
    }

    /// Its version.
    pub const fn version(&self) -> u32 {
        match self {
            Self::Type(it) => it.version,
            Self::List(it) => it.version,
            Self::Objective(it) => it.version,
            Self::Group(it) => it.version,
            Self::Indicator(it) => it.version,
            Self::Target(it) => it.version,
        }
    }

    /// The same definition as another version.
    #[must_use]
    pub fn with_version(mut self, version: u32) -> Self {
        match &mut self {
            Self::Type(it) => it.version = version,
            Self::List(it) => it.version = version,
            Self::Objective(it) => it.version = version,
            Self::Group(it) => it.version = version,
            Self::Indicator(it) => it.version = version,
            Self::Target(it) => it.version = version,
        }
        self
    }

    /// The `data` of its entry.
    pub fn to_data(&self) -> Result<Object, DefinitionError> {
        match self {
            Self::Type(it) => to_data(it),
            Self::List(it) => to_data(it),
            Self::Objective(it) => to_data(it),
            Self::Group(it) => to_data(it),
            Self::Indicator(it) => to_data(it),
            Self::Target(it) => to_data(it),
        }
    }

    /// The definition of an entry's `data`.
    pub fn read(kind: DefinitionKind, data: &Object) -> Result<Self, DefinitionError> {
        let definition = Self::shaped(kind, data)?;
        definition.sound().then_some(definition).ok_or(DefinitionError::Value)
    }

    fn shaped(kind: DefinitionKind, data: &Object) -> Result<Self, DefinitionError> {
        Ok(match kind {
            DefinitionKind::Type => Self::Type(from_data(data)?),
            DefinitionKind::List => Self::List(from_data(data)?),
            DefinitionKind::Objective => Self::Objective(from_data(data)?),
            DefinitionKind::Group => Self::Group(from_data(data)?),
            DefinitionKind::Indicator => {
                let indicator: Indicator = from_data(data)?;
                // Targets are entries of their own; only plan files hold them.
                if indicator.target.is_some() || indicator.targetreason.is_some() {
                    return Err(DefinitionError::Value);
                }
                Self::Indicator(Box::new(indicator))
            }
            DefinitionKind::Target => Self::Target(from_data(data)?),
        })
    }

    /// Whether its words are spelled as format 1 has them, and its arrays
    /// within their limits.
    fn sound(&self) -> bool {
        let spelled = match self {
            Self::Type(it) => it.is_sound(),
            Self::Indicator(it) => it.is_sound(),
            Self::Group(it) => it.is_sound(),
            Self::List(it) => is_definition_id(&it.id) && !it.members.is_empty(),
            other => is_definition_id(other.id()),
        };
        spelled && self.version() >= 1
    }
}

/// The `data` of anything with named members.
pub(super) fn to_data<T: Serialize>(value: &T) -> Result<Object, DefinitionError> {
    match Json::from_serde(&serde_json::to_value(value)?) {
        Some(Json::Object(members)) => Ok(members),
        _ => Err(DefinitionError::Value),
    }
}

/// The value of some `data`, in its one spelling: what writing it again would
/// leave out or spell otherwise is refused.
pub(super) fn from_data<T: DeserializeOwned + Serialize>(data: &Object) -> Result<T, DefinitionError> {
    let mut bytes = Vec::new();
    encode(data, &mut bytes);
    let value: T = serde_json::from_slice(&bytes)?;
    let again = serde_json::to_value(&value)?;
    let is_same = again.as_object().is_some_and(|members| data.is_spelled(members));
    if is_same { Ok(value) } else { Err(DefinitionError::Value) }
}

impl super::Adoption {
    /// The `data` of its entry.
    pub fn to_data(&self) -> Result<Object, DefinitionError> {
        to_data(self)
    }

    /// The adoption of an entry's `data`.
    pub fn read(data: &Object) -> Result<Self, DefinitionError> {
        let adoption: Self = from_data(data)?;
        let year_end = adoption.fiscalyearend.as_deref();
        let sound = is_definition_id(&adoption.id)
            && adoption.version >= 1
            && !adoption.definitions.is_empty()
            && year_end.is_none_or(|text| text.parse::<YearEnd>().is_ok());
        sound.then_some(adoption).ok_or(DefinitionError::Value)
    }
}
