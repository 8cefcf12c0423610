//! Where an activity stands with a plan that asks for its approval.

use std::collections::BTreeMap;

use super::record::Record;
use super::state::{Adopted, State};
use crate::plan::ActivityType;

/// What was said of the last version of an activity.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Approval {
    /// Nothing yet.
    Waiting,
    /// It was approved.
    Approved,
    /// It was rejected.
    Rejected,
}

impl Approval {
    /// The stored word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Approved => "approved",
            Self::Rejected => "rejected",
        }
    }
}

/// The plans, each in its latest version, that count activities of a type only
/// once approved.
pub fn asking<'a>(state: &'a State, kind: &str) -> Vec<&'a Adopted> {
    let mut latest: BTreeMap<&str, &Adopted> = BTreeMap::new();
    for adopted in state.adoptions() {
        let holder = latest.entry(&adopted.adoption.id).or_insert(adopted);
        if (adopted.day, adopted.sequence) > (holder.day, holder.sequence) {
            *holder = adopted;
        }
    }
    latest.into_values().filter(|it| it.adoption.approval.iter().any(|asked| asked == kind)).collect()
}

/// Where an activity stands, when some plan asks for its approval and it was
/// not withdrawn.
pub fn approval(state: &State, record: &Record) -> Option<Approval> {
    let is_asked = record.withdrawn.is_none() && !asking(state, &record.kind).is_empty();
    is_asked.then(|| match record.latest().judgements.last() {
        None => Approval::Waiting,
        Some(judgement) if judgement.approved => Approval::Approved,
        Some(_) => Approval::Rejected,
    })
}

/// The activities that wait for approval, in order.
pub fn awaiting(state: &State) -> Vec<&Record> {
    let is_asked = |kind: &&ActivityType| !asking(state, &kind.id).is_empty();
    let kinds: Vec<_> = state.catalogue().into_iter().filter(is_asked).collect();
    let all = kinds.iter().flat_map(|kind| state.of_kind(&kind.id));
    let waits = |record: &&Record| record.withdrawn.is_none() && record.latest().judgements.is_empty();
    let mut waiting: Vec<&Record> = all.filter(waits).collect();
    waiting.sort_by_key(|record| record.sequence);
    waiting
}
