//! Why something is refused: what, where, and what to do. Nothing was written.

use crate::event::{BodyId, Day, EntryError, EntryId, Moment};
use crate::plan::{DefinitionError, FieldProblem};

/// Why a command is refused; the ledger is as it was.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The catalogue has no such type.
    #[error("there is no activity type “{0}”")]
    UnknownType(String),
    /// Fields are not as the type has them.
    #[error("{} of “{kind}” cannot be kept as given", .problems.len())]
    Fields {
        /// The type.
        kind: String,
        /// What is wrong with which field.
        problems: Vec<FieldProblem>,
    },
    /// The register has no such body.
    #[error("the register has no “{0}”")]
    UnknownBody(BodyId),
    /// The register has it already.
    #[error("the register has “{0}” already")]
    KnownBody(BodyId),
    /// What would name a person in the clear.
    #[error("{0} would be named in the clear: a person has a sealed name and no synonyms")]
    PersonInTheClear(BodyId),
    /// No entry has this id.
    #[error("there is no entry {0}")]
    UnknownEntry(EntryId),
    /// The id is a correction's; the original is named instead.
    #[error("{given} is a correction; name the original, {original}")]
    NotTheOriginal {
        /// What was named.
        given: EntryId,
        /// What it corrects.
        original: EntryId,
    },
    /// It is withdrawn.
    #[error("the entry {0} is withdrawn, which is final")]
    Withdrawn(EntryId),
    /// Someone else changed it meanwhile.
    #[error("the entry {0} was changed meanwhile; look at it again")]
    Changed(EntryId),
    /// The correction says what the standing version says.
    #[error("the correction changes nothing")]
    NothingChanges,
    /// An id that stands for other content.
    #[error("the id {0} already stands for another entry")]
    IdTaken(EntryId),
    /// It is not planned.
    #[error("the entry {0} is not planned")]
    NotPlanned(EntryId),
    /// It is not time yet.
    #[error("the entry can be confirmed from {0}")]
    TooEarly(Day),
    /// The recorder may not judge their own version.
    #[error("a version is approved or rejected by someone other than its recorder")]
    OwnVersion,
    /// No reason was given.
    #[error("a reason is needed")]
    NoReason,
    /// A reason over 1,000 characters.
    #[error("the reason has {0} characters; the limit is 1,000")]
    LongReason(usize),
    /// No indicator of that id.
    #[error("there is no indicator “{0}”")]
    UnknownIndicator(String),
    /// The value of a reported total does not fit its indicator.
    #[error(
        "“{0}” cannot have this total: it is a decimal, money in the indicator's currency, or a percentage"
    )]
    TotalValue(String),
    /// Its period overlaps another total's without containing it.
    #[error("the period overlaps that of the total {0} without containing it")]
    Overlap(EntryId),
    /// A total for a day that has not come.
    #[error("a total cannot be reported for {0}, which has not come")]
    Future(Day),
    /// The plan file lacks what a plan needs.
    #[error("the plan has no {0}")]
    PlanLacks(&'static str),
    /// Another plan uses the id with another meaning.
    #[error("“{id}” is already defined by the plan “{plan}”; choose another id")]
    IdOfOtherPlan {
        /// The id.
        id: String,
        /// The plan that has it.
        plan: String,
    },
    /// A next version of a type that changes what stored data mean.
    #[error("the field “{field}” of “{kind}” changes its kind or its decimals; name a new field")]
    FieldChanges {
        /// The type.
        kind: String,
        /// The field.
        field: String,
    },
    /// A next version of a type that requires a new field or drops one.
    #[error("the field “{field}” of “{kind}” must stay, may be retired, and may not become required")]
    FieldDropped {
        /// The type.
        kind: String,
        /// The field.
        field: String,
    },
    /// The plan is the one in force.
    #[error("the plan is adopted as it stands; nothing changes")]
    PlanUnchanged,
    /// The file is there already.
    #[error("the file was imported already, as batch {0}")]
    AlreadyImported(EntryId),
    /// The clock is far from the last entry.
    #[error("the clock says {now}, the last entry was recorded at {last}")]
    Clock {
        /// The clock.
        now: Moment,
        /// The last entry.
        last: Moment,
    },
    /// The entry cannot be written as format 1 has it.
    #[error(transparent)]
    Entry(#[from] EntryError),
    /// A definition that no entry can hold.
    #[error(transparent)]
    Definition(#[from] DefinitionError),
}
