//! What can be asked of a ledger: imperatives, each a value.

use super::sampling::SampleResults;
use crate::event::{Activity, BodyId, EntryId, Evidence, Hash, KeyFate, Moment, Period};
use crate::figures::{SentTable, Total};
use crate::plan::{BodyFact, PlanHead};

/// One thing asked of a ledger.
#[derive(Clone, Debug)]
pub enum Command {
    /// Record an activity.
    Record(NewActivity),
    /// Record a total as a source printed it.
    Report(NewTotal),
    /// Record another version of an activity.
    Correct(Correction),
    /// Record another version of a reported total.
    Restate(Restatement),
    /// Withdraw an entry with all its versions, or one correction of it.
    Withdraw {
        /// The original entry.
        entry: EntryId,
        /// One correction of it.
        correction: Option<EntryId>,
        /// Why.
        reason: String,
    },
    /// Say that a planned activity took place.
    Confirm {
        /// The original entry.
        entry: EntryId,
    },
    /// Approve or reject a version.
    Judge {
        /// The original entry.
        entry: EntryId,
        /// Hash of the version seen; the standing one when not given.
        version: Option<Hash>,
        /// Whether it is approved.
        approved: bool,
        /// Why, when it is rejected.
        reason: Option<String>,
    },
    /// Keep a text whose type is not known yet.
    Note {
        /// The words.
        text: String,
        /// When it happened, when said.
        occurred: Option<Period>,
        /// Documents.
        evidence: Vec<Evidence>,
    },
    /// Say which activity a note became.
    Resolve {
        /// The note.
        note: EntryId,
        /// The activity.
        entry: EntryId,
    },
    /// Add documents to an entry that is there.
    AddEvidence {
        /// The original entry.
        entry: EntryId,
        /// The documents, kept beside the log already.
        evidence: Vec<Evidence>,
        /// A remark in words.
        note: Option<String>,
    },
    /// Ask that what is sealed for a person be made unreadable.
    AskErasure {
        /// The person, by any of their ids.
        person: BodyId,
        /// Why.
        reason: String,
    },
    /// Say that it was done.
    Erase {
        /// The id for which it was asked.
        person: BodyId,
        /// What became of the key.
        key: KeyFate,
    },
    /// Say that a table was sent.
    Publish {
        /// Which, to whom, when.
        sent: SentTable,
        /// When the last entry that it knew was recorded.
        last: Option<Moment>,
    },
    /// Say what was found of the items of a sample.
    Test(Box<SampleResults>),
    /// Append the definitions of a plan that differ, then adopt it.
    Plan(PlanText),
    /// Register a body.
    Register {
        /// Its id.
        body: BodyId,
        /// The days of the fact.
        occurred: Period,
        /// What is said of it.
        fact: BodyFact,
    },
    /// Change what is known of a body from a day.
    Change {
        /// Its id.
        body: BodyId,
        /// The days of the fact.
        occurred: Period,
        /// What is said of it.
        fact: BodyFact,
    },
    /// Say that two ids always named one body.
    Merge {
        /// The id that goes.
        gone: BodyId,
        /// The id that is kept.
        kept: BodyId,
        /// Why.
        reason: String,
    },
}

impl Command {
    /// Whether what is decided looks at activities or reported totals that were
    /// recorded before.
    pub(super) const fn looks_back(&self) -> bool {
        match self {
            Self::Record(new) => new.id.is_some() || new.activity.partof.is_some(),
            Self::Note { .. } => false,
            _ => true,
        }
    }
}

/// An activity to record.
#[derive(Clone, Debug)]
pub struct NewActivity {
    /// Its id when one is given; a new one otherwise.
    pub id: Option<EntryId>,
    /// Its type, without the ledger's prefix.
    pub kind: String,
    /// Within which days it happened.
    pub occurred: Period,
    /// What it is about.
    pub subject: Option<BodyId>,
    /// What it says.
    pub activity: Activity,
}

/// A reported total to record.
#[derive(Clone, Debug)]
pub struct NewTotal {
    /// Its id when one is given; a new one otherwise.
    pub id: Option<EntryId>,
    /// What it says.
    pub total: Total,
}

/// Another version of an activity.
#[derive(Clone, Debug)]
pub struct Correction {
    /// The original entry.
    pub entry: EntryId,
    /// Hash of the version its author saw; the standing one when not given.
    pub replaces: Option<Hash>,
    /// Within which days it happened.
    pub occurred: Period,
    /// What it is about.
    pub subject: Option<BodyId>,
    /// What it says.
    pub activity: Activity,
    /// Why.
    pub reason: String,
}

/// Another version of a reported total, of the same indicator.
#[derive(Clone, Debug)]
pub struct Restatement {
    /// The original entry.
    pub entry: EntryId,
    /// Hash of the version its author saw; the standing one when not given.
    pub replaces: Option<Hash>,
    /// What it says.
    pub total: Total,
    /// Why.
    pub reason: String,
}

/// A plan as its file says it.
#[derive(Clone, Debug)]
pub struct PlanText {
    /// What the files hold together.
    pub head: PlanHead,
}

/// What a recorder keeps of an entry.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Receipt {
    /// The entry's id.
    pub id: EntryId,
    /// Its type.
    pub kind: String,
    /// Its place.
    pub sequence: u64,
    /// Hash of its bytes.
    pub hash: Hash,
    /// Within which days it happened.
    pub occurred: Option<Period>,
    /// What it is about: a body of the register.
    pub subject: Option<BodyId>,
    /// What it is about: an entry.
    pub corrected: Option<EntryId>,
    /// The one correction that it withdraws.
    pub correction: Option<EntryId>,
    /// Whether the entry was there already, from an earlier try.
    pub repeated: bool,
}
