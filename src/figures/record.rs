//! An activity or a reported total with all its versions, and which of them
//! stands.

use std::sync::Arc;

use super::fate::{self, Fate};
use crate::event::{Activity, Author, BodyId, Citation, Day, EntryId, Evidence, Json, Period};

/// What a version says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Content {
    /// An activity.
    Activity(Activity),
    /// A total as a source printed it.
    Total(Total),
}

impl Content {
    /// The documents that back it.
    pub fn evidence(&self) -> &[Evidence] {
        match self {
            Self::Activity(activity) => &activity.evidence,
            Self::Total(total) => &total.evidence,
        }
    }

    /// Where a source says it.
    pub const fn citation(&self) -> Option<&Citation> {
        match self {
            Self::Activity(activity) => activity.citation.as_ref(),
            Self::Total(total) => Some(&total.citation),
        }
    }
}

/// The `data` of a reported total.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Total {
    /// The indicator whose value it states.
    pub indicator: String,
    /// First day of its period; the indicator's first day when absent.
    pub from: Option<Day>,
    /// Last day of its period.
    pub to: Day,
    /// The total as printed: a decimal, money, or for a share the percentage.
    pub value: Json,
    /// Where a source prints it.
    pub citation: Citation,
    /// Documents beside the source that back it.
    pub evidence: Vec<Evidence>,
    /// A remark in words.
    pub note: Option<String>,
}

/// One version of a record: the original or a correction.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Version {
    /// Sequence of the entry that holds it.
    pub sequence: u64,
    /// Id of that entry.
    pub id: EntryId,
    /// Who recorded it.
    pub author: Author,
    /// The day it was recorded, in the ledger's zone.
    pub recorded: Day,
    /// Within which days it happened.
    pub occurred: Period,
    /// What it is about.
    pub subject: Option<BodyId>,
    /// What it says.
    pub content: Content,
    /// Why it was corrected; none for the original.
    pub reason: Option<String>,
    /// Sequence of the entry that withdrew this correction.
    pub withdrawn: Option<u64>,
    /// Approvals and rejections of this very version.
    pub judgements: Vec<Judgement>,
    /// The confirmation of this very version.
    pub confirmed: Option<Confirmation>,
}

impl Version {
    /// Whether it lies in the future of the day it was recorded and was not
    /// confirmed since.
    pub fn is_planned(&self) -> bool {
        self.occurred.to > self.recorded && self.confirmed.is_none()
    }

    fn fate(&self) -> Fate {
        Fate {
            withdrawn: self.withdrawn.is_some(),
            approved: self.judgements.last().map(|judgement| judgement.approved),
            planned: self.is_planned(),
        }
    }
}

/// That a planned activity took place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Confirmation {
    /// Sequence of its entry.
    pub sequence: u64,
    /// The day it was recorded, in the ledger's zone.
    pub recorded: Day,
}

/// An approval or a rejection.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Judgement {
    /// Sequence of its entry.
    pub sequence: u64,
    /// Whether it approves.
    pub approved: bool,
}

/// An activity or reported total with all its versions.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Record {
    /// Id of the original entry.
    pub id: EntryId,
    /// Sequence of the original entry, which keeps its place in every order.
    pub sequence: u64,
    /// Its type: the catalogue's without prefix, or `jalon.total.reported`.
    pub kind: Arc<str>,
    /// The import batch that it came with.
    pub batch: Option<EntryId>,
    /// What was recorded first. It lies here, not beside its corrections: most
    /// records have none, and a room of its own for each takes time to find.
    pub original: Version,
    /// What replaced it, one after the other.
    pub corrections: Vec<Version>,
    /// Sequence of the entry that withdrew all of it.
    pub withdrawn: Option<u64>,
    /// How many entries added documents to it and stand: these back every version.
    pub backed: u32,
}

/// Why no version of a record stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Absent {
    /// It was withdrawn by the entry with this sequence.
    Withdrawn(u64),
    /// It is planned and not confirmed.
    Planned,
    /// The plan asks for an approval that is not there: nothing was said of the
    /// last version yet.
    NotApproved,
    /// The last version was rejected, and none before it approved.
    Rejected,
}

impl Record {
    /// The original, then its corrections.
    pub fn versions(&self) -> impl DoubleEndedIterator<Item = &Version> {
        std::iter::once(&self.original).chain(&self.corrections)
    }

    /// The same, to be changed.
    pub(super) fn versions_mut(&mut self) -> impl Iterator<Item = &mut Version> {
        std::iter::once(&mut self.original).chain(&mut self.corrections)
    }

    /// The corrections that stand.
    pub fn standing_corrections(&self) -> impl DoubleEndedIterator<Item = &Version> {
        self.corrections.iter().filter(|version| version.withdrawn.is_none())
    }

    /// The last correction not withdrawn, or the original: what a correction
    /// replaces.
    pub fn latest(&self) -> &Version {
        self.nth(fate::latest(self.count(), |place| self.nth(place).fate()))
    }

    /// The version that the entry at a place holds.
    pub fn version(&self, sequence: u64) -> Option<&Version> {
        self.versions().find(|version| version.sequence == sequence)
    }

    /// The version that counts, where approval is asked for or not.
    pub fn standing(&self, approval: bool) -> Result<&Version, Absent> {
        if let Some(sequence) = self.withdrawn {
            return Err(Absent::Withdrawn(sequence));
        }
        let place = fate::standing(self.count(), |place| self.nth(place).fate(), approval)?;
        Ok(self.nth(place))
    }

    /// Whether a document backs a version of it: one that this names itself, or one that
    /// was added since.
    pub fn is_documented(&self, version: &Version) -> bool {
        self.backed > 0 || !version.content.evidence().is_empty()
    }

    fn count(&self) -> usize {
        1 + self.corrections.len()
    }

    /// The original, or one of its corrections by its place.
    fn nth(&self, place: usize) -> &Version {
        place.checked_sub(1).map_or(&self.original, |place| &self.corrections[place])
    }
}
