//! Why a line of JSON Lines cannot be read.

use crate::event::{Day, TextError};
use crate::exchange::{EncodingTrouble, Spot};

/// Why a line cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{spot}: {trouble}")]
pub struct JsonlError {
    /// Where.
    pub spot: Spot,
    /// What is wrong there.
    pub trouble: LineTrouble,
}

/// What is wrong with a line; `member` names a member with those around it,
/// as in `citation.source`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LineTrouble {
    /// The bytes are no text.
    #[error(transparent)]
    Encoding(#[from] EncodingTrouble),
    /// More lines than one import takes.
    #[error("the file has more than {limit} rows")]
    Rows {
        /// Rows that there may be.
        limit: usize,
    },
    /// Not JSON from here on.
    #[error("this is not JSON from here on")]
    Syntax,
    /// The line ends within a value.
    #[error("the line ends within a value; an object stands on one line")]
    Unfinished,
    /// Another value than an object.
    #[error("a line is an object, between braces")]
    NotAnObject,
    /// One member stands twice.
    #[error("the member “{member}” stands twice")]
    Twice {
        /// The member.
        member: String,
    },
    /// A null.
    #[error("“{member}” is null; leave out what is not there")]
    Null {
        /// The member.
        member: String,
    },
    /// A fraction or a number that JSON readers do not keep exactly.
    #[error("“{member}” is not a whole number; a decimal is written as text, as in \"53.24\"")]
    Fraction {
        /// The member.
        member: String,
    },
    /// A member that is not known.
    #[error("the member “{member}” is not known; nearest: {}", near.join(", "))]
    Unknown {
        /// The member.
        member: String,
        /// The members most like it; all when none is.
        near: Vec<&'static str>,
    },
    /// A member that is needed.
    #[error("the member “{member}” is missing")]
    Missing {
        /// The member.
        member: &'static str,
    },
    /// A member that is not a text.
    #[error("“{member}” is not a text")]
    NotText {
        /// The member.
        member: &'static str,
    },
    /// A text that cannot be kept.
    #[error("“{member}”: {error}")]
    Text {
        /// The member.
        member: String,
        /// What is wrong with it.
        error: TextError,
    },
    /// A member that is not as format 1 has it.
    #[error("“{member}” is not written as it should be")]
    Shape {
        /// The member.
        member: String,
    },
    /// Not a day, or one that the calendar does not have.
    #[error("“{typed}” is not a day of the calendar, written as in 2023-09-27")]
    Date {
        /// What is written there.
        typed: String,
    },
    /// The last day lies before the first.
    #[error("it ends ({to}) before it begins ({from})")]
    EndBeforeStart {
        /// The first day.
        from: Day,
        /// The last day.
        to: Day,
    },
    /// Not the id of an entry.
    #[error("“{typed}” is not an entry's id (a UUID in lower case)")]
    Id {
        /// What is written there.
        typed: String,
    },
    /// Not a register id.
    #[error("“{typed}” is not a register id, such as organisation/ocde")]
    Body {
        /// What is written there.
        typed: String,
    },
    /// No line before is called so.
    #[error("no line before is called “{name}” (“ref”)")]
    Ref {
        /// The name.
        name: String,
    },
    /// Two lines are called so.
    #[error("another line before is called “{name}” (“ref”)")]
    RefTwice {
        /// The name.
        name: String,
    },
    /// A correction or the like, which has its own command.
    #[error("an import adds activities and totals only; what is there is corrected by its own command")]
    Amendment,
    /// The time of recording is the ledger's to write.
    #[error("an import gives no “recordedtime”: the ledger writes when it records")]
    RecordedTime,
}
