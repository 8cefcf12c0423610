//! What is decided before the results of a sample are recorded.
//!
//! The sample is drawn again by whoever asks, of the entries that it knew; here it
//! is held to this ledger, and what was found to what was drawn.

use std::collections::BTreeSet;

use super::decide::Ids;
use super::drafts;
use super::refusal::Refusal;
use crate::event::{Day, Draft, EntryId, Evidence, Exact, Hash};
use crate::figures::{Record, Sampling, State, Tested};

/// What an auditor found of the items of a sample.
#[derive(Clone, Debug)]
pub struct SampleResults {
    /// What draws it.
    pub sampling: Sampling,
    /// The items that it draws.
    pub drawn: Vec<EntryId>,
    /// What was found, of those that were tested.
    pub found: Vec<Found>,
    /// The working paper.
    pub paper: Option<Evidence>,
}

/// What was found of an item.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// The original entry.
    pub entry: EntryId,
    /// The place of the version that was tested.
    pub version: u64,
    /// Whether it is not as it should be.
    pub exception: bool,
    /// The amount that was found.
    pub audited: Option<Exact>,
    /// In words.
    pub remark: Option<String>,
    /// The day on which it was tested.
    pub on: Option<Day>,
}

/// Why results of a sample are not recorded.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotTested {
    /// It is not drawn of the ledger's first entries, so many.
    #[error("the sample is not of the first {0} entries of this ledger")]
    OtherEntries(u64),
    /// An item is none of those that the sample draws.
    #[error("the sample does not draw entry {0}")]
    NotDrawn(EntryId),
    /// A test is said to lie in the future.
    #[error("{0} lies in the future")]
    Later(Day),
    /// A test is said to have come before what was tested was recorded.
    #[error("{on} is before {recorded}, when what was tested was recorded")]
    Earlier {
        /// The day of the test.
        on: Day,
        /// The day on which the version was recorded.
        recorded: Day,
    },
}

/// Whether results say something that is not recorded yet: a paper in which nothing
/// is filled in, or that was taken already, does not.
pub fn says_something(state: &State, today: Day, results: &SampleResults) -> Result<bool, Refusal> {
    Ok(!news(state, today, results)?.is_empty())
}

/// The sample where it is not recorded yet, and each result that says something
/// new, in order.
pub(super) fn test(
    state: &State,
    today: Day,
    results: &SampleResults,
    ids: Ids<'_>,
) -> Result<Vec<Draft>, Refusal> {
    let news = news(state, today, results)?;
    let SampleResults { sampling, paper, .. } = results;
    let standing = state.standing_samples().find(|it| it.sampling == *sampling);
    let mut all = Vec::new();
    let sample = match standing {
        _ if news.is_empty() => return Ok(all),
        Some(sample) => sample.id,
        None => {
            let draft = drafts::drawn(ids(), sampling);
            let id = draft.id;
            all.push(draft);
            id
        }
    };
    all.extend(news.iter().map(|(it, version)| drafts::tested(ids(), sample, it, *version, paper.as_ref())));
    Ok(all)
}

/// The results that say something new, each with the hash of the version tested.
fn news<'r>(
    state: &State,
    today: Day,
    results: &'r SampleResults,
) -> Result<Vec<(&'r Found, Hash)>, Refusal> {
    may_be_tested(state, today, results)?;
    let standing = state.standing_samples().find(|it| it.sampling == results.sampling);
    let mut news = Vec::new();
    for it in &results.found {
        let version = version_hash(state, it)?;
        let last = standing.and_then(|sample| sample.last_test(it.entry));
        if last.is_none_or(|test| !says(test, it, version)) {
            news.push((it, version));
        }
    }
    Ok(news)
}

/// Whether the sample is one of this ledger, and the results are of its items.
fn may_be_tested(state: &State, today: Day, results: &SampleResults) -> Result<(), NotTested> {
    let sampling = &results.sampling;
    let other = NotTested::OtherEntries(sampling.size);
    let last = sampling.size.checked_sub(1).filter(|last| state.hash(*last) == Some(sampling.head));
    last.ok_or_else(|| other.clone())?;
    let adopted = state.adoptions().iter().any(|it| {
        it.adoption.id == sampling.plan
            && it.adoption.version == sampling.version
            && it.sequence < sampling.size
    });
    if !adopted {
        return Err(other);
    }
    let drawn: BTreeSet<EntryId> = results.drawn.iter().copied().collect();
    for it in &results.found {
        if !drawn.contains(&it.entry) {
            return Err(NotTested::NotDrawn(it.entry));
        }
        if let Some(on) = it.on.filter(|on| *on > today) {
            return Err(NotTested::Later(on));
        }
        let version = state.record(it.entry).and_then(|record| record.version(it.version));
        let recorded = version.map(|version| version.recorded);
        if let (Some(on), Some(recorded)) = (it.on, recorded)
            && on < recorded
        {
            return Err(NotTested::Earlier { on, recorded });
        }
    }
    Ok(())
}

/// The hash of the version that was tested. It may be withdrawn since: what was
/// found of it is said all the same.
fn version_hash(state: &State, found: &Found) -> Result<Hash, Refusal> {
    let record: &Record = state.record(found.entry).ok_or(Refusal::UnknownEntry(found.entry))?;
    let version = record.version(found.version).and_then(|version| state.hash(version.sequence));
    version.ok_or(Refusal::UnknownEntry(found.entry))
}

/// Whether a test that is recorded says the same, whichever paper it is from.
fn says(test: &Tested, found: &Found, version: Hash) -> bool {
    let Found { exception, audited, remark, on, .. } = found;
    test.version == version
        && test.exception == *exception
        && test.audited == *audited
        && test.remark == *remark
        && test.on == *on
}
