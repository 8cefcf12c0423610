//! One entry with all that became of it: its versions, who said what of them,
//! its documents, what it counts in.
//!
//! ```text
//! Shown ──▶ text.rs      for people, technical details last
//!       └─▶ document.rs  for programs, `show/1`
//! ```

mod details;
mod document;
mod text;

use std::collections::BTreeMap;

use serde_json::Value as Json;

use crate::event::{self, Author, Day, Entry, EntryId, Evidence, Hash, Moment, Sealed};
use crate::figures::{
    Approval, CountedIn, NoteRecord, Publication, Record, SampleRecord, State, approval, asking,
};

use super::Recorders;

pub use details::sealed_value;
pub use document::show_json;
pub use text::show_text;

/// An entry to show, with all that became of it.
pub struct Shown<'a> {
    /// The entries that are known.
    pub state: &'a State,
    /// What it is.
    pub subject: Subject<'a>,
    /// Its versions, in order; of what has none the entry itself.
    pub entries: Vec<ShownEntry>,
    /// The entries that say something of it, by place.
    pub acts: BTreeMap<u64, Act>,
    /// The documents that were added to it, in order.
    pub added: Vec<ShownAddition>,
    /// The values that look at it on a day.
    pub counts: Option<(Day, Vec<CountedIn<'a>>)>,
    /// Who recorded.
    pub recorders: &'a Recorders,
}

/// What is shown.
#[derive(Clone, Copy)]
pub enum Subject<'a> {
    /// An activity or a published total.
    Record(&'a Record),
    /// A note.
    Note(&'a NoteRecord),
    /// A table that was sent.
    Published(&'a Publication),
    /// A sample that an auditor tested.
    Sample(&'a SampleRecord),
    /// A definition, a register fact, anything else, with the place of the
    /// entry that withdrew it.
    Other(Option<u64>),
}

/// An entry that withdraws, confirms, approves or rejects.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Act {
    /// Its place.
    pub sequence: u64,
    /// Its id.
    pub id: EntryId,
    /// Who recorded it.
    pub author: Author,
    /// When.
    pub recorded: Moment,
    /// Why.
    pub reason: Option<String>,
}

/// Documents that were added.
#[derive(Clone, Debug)]
pub struct ShownAddition {
    /// The entry that adds them.
    pub act: Act,
    /// The documents, and whether each is there.
    pub documents: Vec<(Evidence, bool)>,
    /// A remark in words.
    pub note: Option<String>,
    /// The place of the entry that took them back.
    pub withdrawn: Option<u64>,
}

/// One version as it is stored.
#[derive(Clone, Debug)]
pub struct ShownEntry {
    /// The entry.
    pub entry: Entry,
    /// Its type, without the ledger's prefix.
    pub kind: String,
    /// Hash of its bytes.
    pub hash: Hash,
    /// The entry as it is stored.
    pub stored: Json,
    /// Its documents, and whether each is there.
    pub documents: Vec<(Evidence, bool)>,
    /// Its sealed values and its recorder's name, with what could be opened.
    pub sealed: BTreeMap<Sealed, Option<event::Json>>,
}

impl ShownEntry {
    /// Whether what is sealed stands in its data.
    fn holds(&self, sealed: &Sealed) -> bool {
        holds(&event::Json::Object(self.entry.draft.data.clone()), sealed)
    }
}

fn holds(value: &event::Json, sealed: &Sealed) -> bool {
    match value {
        event::Json::Object(members) => {
            Sealed::read(value).as_ref() == Some(sealed) || members.values().any(|it| holds(it, sealed))
        }
        event::Json::Array(items) => items.iter().any(|it| holds(it, sealed)),
        _ => false,
    }
}

impl Subject<'_> {
    /// The places of the entries that say something of it, beside its
    /// versions.
    pub fn acts(&self) -> Vec<u64> {
        match self {
            Self::Record(record) => {
                let judged = record.versions().flat_map(|it| &it.judgements).map(|it| it.sequence);
                let withdrawn = record.versions().filter_map(|it| it.withdrawn);
                let confirmed = record.versions().filter_map(|it| it.confirmed.map(|it| it.sequence));
                record.withdrawn.into_iter().chain(judged).chain(withdrawn).chain(confirmed).collect()
            }
            Self::Note(note) => note.withdrawn.into_iter().collect(),
            Self::Published(publication) => publication.withdrawn.into_iter().collect(),
            Self::Sample(sample) => sample.withdrawn.into_iter().collect(),
            Self::Other(withdrawn) => withdrawn.iter().copied().collect(),
        }
    }

    /// The place of what withdrew it as a whole.
    const fn withdrawn(&self) -> Option<u64> {
        match self {
            Self::Record(record) => record.withdrawn,
            Self::Note(note) => note.withdrawn,
            Self::Published(publication) => publication.withdrawn,
            Self::Sample(sample) => sample.withdrawn,
            Self::Other(withdrawn) => *withdrawn,
        }
    }
}

impl Shown<'_> {
    fn act(&self, sequence: Option<u64>) -> Option<&Act> {
        self.acts.get(&sequence?)
    }

    const fn record(&self) -> Option<&Record> {
        match self.subject {
            Subject::Record(record) => Some(record),
            _ => None,
        }
    }

    fn is_planned(&self) -> bool {
        self.record().is_some_and(|it| it.withdrawn.is_none() && it.latest().is_planned())
    }

    /// Where it stands with a plan that asks for its approval.
    fn approval(&self) -> Option<Approval> {
        self.record().and_then(|record| approval(self.state, record))
    }

    /// The place of the version that counts; where a plan asks for its
    /// approval, of the one that was approved.
    fn stands(&self) -> Option<u64> {
        match self.subject {
            Subject::Record(record) => {
                let is_asked = !asking(self.state, &record.kind).is_empty();
                record.standing(is_asked).ok().map(|version| version.sequence)
            }
            Subject::Note(note) if note.withdrawn.is_none() => Some(note.sequence),
            Subject::Published(it) if it.withdrawn.is_none() => Some(it.sequence),
            Subject::Sample(it) if it.withdrawn.is_none() => Some(it.sequence),
            _ => None,
        }
    }

    /// The judgements of all versions: the version's place, the act, whether it
    /// approves.
    fn judgements(&self) -> Vec<(u64, &Act, bool)> {
        let versions = self.record().into_iter().flat_map(Record::versions);
        let judged = versions.flat_map(|version| version.judgements.iter().map(|it| (version.sequence, it)));
        judged
            .filter_map(|(version, it)| Some((version, self.act(Some(it.sequence))?, it.approved)))
            .collect()
    }

    fn confirmations(&self) -> Vec<&Act> {
        let versions = self.record().into_iter().flat_map(Record::versions);
        versions.filter_map(|version| self.act(Some(version.confirmed?.sequence))).collect()
    }
}
