//! Why something is refused: what, where, and what to do. Nothing was written.

use super::PlanRefusal;
use super::publishing::NotSent;
use super::sampling::NotTested;
use crate::event::{BodyId, Day, EntryError, EntryId, Moment, Period};
use crate::plan::{DefinitionError, FieldProblem, Near};

/// Why a command is refused; the ledger is as it was.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The catalogue has no such type.
    #[error("there is no activity type “{typed}”")]
    UnknownType {
        /// What was named.
        typed: String,
        /// Types that are like it.
        near: Vec<Near>,
    },
    /// Fields are not as the type has them.
    #[error("{} of “{kind}” cannot be kept as given", .problems.len())]
    Fields {
        /// The type.
        kind: String,
        /// What is wrong with which field.
        problems: Vec<FieldProblem>,
    },
    /// The register has no such body.
    #[error("the register has no “{body}”")]
    UnknownBody {
        /// What was named.
        body: BodyId,
        /// Bodies of the register that are like it.
        near: Vec<Near>,
    },
    /// The register has it already.
    #[error("the register has “{0}” already")]
    KnownBody(BodyId),
    /// Two ids of different kinds cannot name one body.
    #[error("“{gone}” and “{kept}” are of different kinds and cannot be one body")]
    OtherKind {
        /// The id that was to go.
        gone: BodyId,
        /// The id that was to be kept.
        kept: BodyId,
    },
    /// A body that was to be merged into itself, perhaps by another of its names.
    #[error("“{0}” is one body already")]
    OneBody(BodyId),
    /// Two ids that name one body already.
    #[error("“{gone}” and “{kept}” name one body already")]
    SameBody {
        /// The id that was to go.
        gone: BodyId,
        /// The id that was to be kept.
        kept: BodyId,
    },
    /// An id that stands for another body already.
    #[error("“{gone}” is merged into “{into}” already")]
    MergedAlready {
        /// The id that was to go.
        gone: BodyId,
        /// What it is merged into.
        into: BodyId,
    },
    /// What would name a person in the clear.
    #[error("{0} would be named in the clear: a person has a sealed name and no synonyms")]
    PersonInTheClear(BodyId),
    /// A day with which no fiscal year of the plan ends.
    #[error("no fiscal year of the plan ends on {0}")]
    NotAYearEnd(Day),
    /// A fiscal year that is not over.
    #[error("the fiscal year that ends on {0} is not over")]
    YearNotOver(Day),
    /// What is asked for as a closing of a year is none.
    #[error("entry {entry} does not close the fiscal year that ends on {day}")]
    NoSuchClosing {
        /// The place that was said.
        entry: u64,
        /// The last day of the year.
        day: Day,
    },
    /// Something is open that ought to be settled before a year is closed.
    #[error("{open} checks are open and {unapproved} rules are not approved")]
    OpenStill {
        /// How many checks.
        open: usize,
        /// How many rules.
        unapproved: usize,
    },
    /// The year is not closed.
    #[error("the fiscal year that ends on {0} is not closed")]
    NotClosed(Day),
    /// The year is closed already, by the entry at this place.
    #[error("entry {0} closes it already")]
    ClosedAlready(u64),
    /// A table that is not marked as sent.
    #[error(transparent)]
    NotSent(#[from] NotSent),
    /// Results of a sample that are not recorded.
    #[error(transparent)]
    NotTested(#[from] NotTested),
    /// No entry has this id.
    #[error("there is no entry {0}")]
    UnknownEntry(EntryId),
    /// The id is a correction's; the original is named instead.
    #[error("{given} is a correction; name the original, #{original}")]
    NotTheOriginal {
        /// What was named.
        given: EntryId,
        /// The place of what it corrects.
        original: u64,
    },
    /// An activity is asked for, and it is none.
    #[error("entry #{0} is a published total, not an activity")]
    NotAnActivity(u64),
    /// A total is asked for, and it is none.
    #[error("entry #{0} is an activity, not a published total")]
    NotATotal(u64),
    /// An activity that would be a part of itself.
    #[error("entry #{0} cannot be a part of itself")]
    PartOfItself(u64),
    /// It is withdrawn.
    #[error("entry #{0} is withdrawn, which is final")]
    Withdrawn(u64),
    /// Someone else changed it meanwhile.
    #[error("entry #{entry} was changed meanwhile by #{by}; look at it again")]
    Changed {
        /// The place of the entry.
        entry: u64,
        /// The place of the version that stands now.
        by: u64,
    },
    /// The correction says what the standing version says.
    #[error("the correction changes nothing")]
    NothingChanges,
    /// It is nothing to which documents can be added.
    #[error("no documents can be added to entry #{0}")]
    TakesNoDocument(u64),
    /// No document was given to be added.
    #[error("a document is needed")]
    NoDocument,
    /// All documents that were to be added back the entry already.
    #[error("entry #{0} is backed by these documents already")]
    DocumentsThere(u64),
    /// What is sealed for a person is to be made unreadable: nothing new is sealed for
    /// them, and it is asked once.
    #[error("the erasure of {person} was asked for by #{request}")]
    ErasureAsked {
        /// The person.
        person: BodyId,
        /// The place of the entry that asks for it.
        request: u64,
    },
    /// Nobody asked for the erasure that is said to be done.
    #[error("the erasure of {0} was not asked for")]
    ErasureNotAsked(BodyId),
    /// It was done.
    #[error("the erasure of {person} was done, which is recorded by #{by}")]
    ErasureDone {
        /// The person.
        person: BodyId,
        /// The place of the entry that says so.
        by: u64,
    },
    /// An id that stands for other content.
    #[error("the id {0} already stands for another entry")]
    IdTaken(EntryId),
    /// It is not planned.
    #[error("entry #{0} is not planned")]
    NotPlanned(u64),
    /// It is said to be planned, and its days are over.
    #[error("what ends on {0} is not to come, and cannot be planned")]
    NotToCome(Day),
    /// It is not time yet.
    #[error("entry #{entry} can be confirmed from {day}")]
    TooEarly {
        /// The place of the entry.
        entry: u64,
        /// The last of its days.
        day: Day,
    },
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
    #[error("there is no indicator “{typed}”")]
    UnknownIndicator {
        /// What was named.
        typed: String,
        /// Indicators that are like it.
        near: Vec<Near>,
    },
    /// The value of a reported total does not fit an indicator of numbers.
    #[error("the total of “{0}” is a number, “37” or {{\"value\":\"37\",\"precision\":\"about\"}}")]
    TotalNumber(String),
    /// The value of a reported total does not fit an indicator in money.
    #[error("the total of “{indicator}” is an amount in {currency}")]
    TotalMoney {
        /// The indicator.
        indicator: String,
        /// Its currency.
        currency: String,
    },
    /// Its period overlaps another total's without containing it.
    #[error("{}..{} overlaps the period of total #{total}, {}..{}, without containing it",
        .own.from, .own.to, .other.from, .other.to)]
    Overlap {
        /// The period of the new total.
        own: Period,
        /// The place of the other total.
        total: u64,
        /// The period of the other total.
        other: Period,
    },
    /// A total for a day that has not come.
    #[error("a total cannot be reported for {0}, which has not come")]
    Future(Day),
    /// A plan that cannot be adopted.
    #[error(transparent)]
    Plan(#[from] PlanRefusal),
    /// The file is there already, and its rows give no ids by which they could
    /// be recognised; the place where its batch begins.
    #[error("the file was imported already, by the batch that begins at #{0}")]
    AlreadyImported(u64),
    /// An unfinished import whose rows are no longer those that it began with.
    #[error("the unfinished import {batch} was to bring {rows} entries, and now brings {now}")]
    BatchDiffers {
        /// The place where the batch begins.
        batch: u64,
        /// How many it was to bring.
        rows: u64,
        /// How many the file brings now.
        now: u64,
    },
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
}

impl From<DefinitionError> for Refusal {
    fn from(error: DefinitionError) -> Self {
        PlanRefusal::from(error).into()
    }
}
