//! Why a plan cannot be adopted: what its definitions say of each other, and of
//! what is recorded.

use crate::event::Day;
use crate::plan::{DefinitionError, DefinitionKind, Kind, Window};

/// Why a plan is refused; the ledger is as it was.
#[derive(Debug, thiserror::Error)]
pub enum PlanRefusal {
    /// The plan file does not say from when the plan is in force.
    #[error("the plan “{0}” does not say from which day it is in force")]
    WithoutDay(String),
    /// The plan file does not say how the plan is called.
    #[error("the plan “{0}” has no label")]
    WithoutLabel(String),
    /// A share made of what is no part of one.
    #[error(
        "the share “{indicator}” is made of “{part}”, which is a share, has no number or is not in the plan"
    )]
    UnfitPart {
        /// The share.
        indicator: String,
        /// What it names.
        part: String,
    },
    /// A share over another window than one of its parts.
    #[error("the share “{indicator}” has another window than its part “{part}”")]
    OtherWindow {
        /// The share.
        indicator: String,
        /// The part.
        part: String,
        /// The window of the part.
        window: Window,
    },
    /// A type that changes which date counts or what it closes.
    #[error("the type “{0}” changes which date counts, or what it closes")]
    MeaningChanges(String),
    /// Another plan uses the id with another meaning.
    #[error("“{id}” is already defined by the plan “{plan}”; choose another id")]
    IdOfOtherPlan {
        /// The id.
        id: String,
        /// The plan that has it.
        plan: String,
    },
    /// Two definitions of one kind with one id.
    #[error("the plan defines “{id}” twice as one {}", .kind.entry_type())]
    DefinedTwice {
        /// What is defined.
        kind: DefinitionKind,
        /// The id.
        id: String,
    },
    /// A type with a longer name than the ledger's prefix leaves room for.
    #[error("the type “{kind}” has over {room} characters")]
    LongTypeName {
        /// The type.
        kind: String,
        /// The characters that there is room for.
        room: usize,
    },
    /// A rule that reads a field that is sealed or not there.
    #[error("“{indicator}” reads “{path}”, which “{kind}” does not have or keeps sealed")]
    Unreadable {
        /// The indicator.
        indicator: String,
        /// The type.
        kind: String,
        /// What it reads.
        path: String,
    },
    /// The mean of a group names what is not a row of it.
    #[error("the mean of “{group}” names “{id}”, which is not a row of it")]
    NotARow {
        /// The group.
        group: String,
        /// What is named.
        id: String,
    },
    /// A next version of a type that changes what stored data mean.
    #[error(
        "the field “{field}” of “{kind}” changes its kind, its decimals, its choices or its bodies; name a new field"
    )]
    FieldChanges {
        /// The type.
        kind: String,
        /// The field.
        field: String,
    },
    /// A next version of a type that drops a field.
    #[error("the field “{field}” of “{kind}” is gone; a field stays and may be retired")]
    FieldDropped {
        /// The type.
        kind: String,
        /// The field.
        field: String,
    },
    /// A next version of a type that requires what stored entries may lack.
    #[error("the field “{field}” of “{kind}” is new and required; entries made before lack it")]
    FieldRequired {
        /// The type.
        kind: String,
        /// The field.
        field: String,
    },
    /// There is no plan in which anything could be counted.
    #[error("no plan has been adopted in which an indicator could count")]
    NoPlan,
    /// A new type that is there already.
    #[error("the type “{0}” is there already")]
    TypeThere(String),
    /// An indicator that counts other activities otherwise.
    #[error("“{indicator}” counts otherwise already")]
    CountsOtherwise {
        /// The indicator.
        indicator: String,
        /// The kind of its rule.
        kind: Kind,
    },
    /// An indicator in another unit than what is counted.
    #[error("“{0}” has another unit than what is to be counted")]
    OtherUnit(String),
    /// A field that cannot be added up.
    #[error("“{kind}” has no number or amount “{field}” to add up")]
    NoNumber {
        /// The type.
        kind: String,
        /// The field.
        field: String,
    },
    /// A day before the last version of the plan.
    #[error("the plan is in force from {from} as it stands; it cannot change from {since}")]
    BeforeVersion {
        /// The day that was asked for.
        since: Day,
        /// The first day of the last version.
        from: Day,
    },
    /// The plan is the one in force.
    #[error("the plan is adopted as it stands; nothing changes")]
    Unchanged,
    /// A definition that no entry can hold.
    #[error(transparent)]
    Definition(#[from] DefinitionError),
}
