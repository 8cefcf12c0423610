//! Whether a sample, and what was found of its items, may follow what stands before
//! them. That an item is one of those that the sample draws is decided when it is
//! recorded; it is not drawn again here, which would take the value as known then.

use super::Misstep;
use super::follows::{holds, of_an_end, own_version};
use super::past::{Past, Verdict};
use crate::event::{Day, Entry, EntryId, Json};
use crate::figures::Sampling;
use crate::plan::Definition;

/// A sample is drawn of a value that the entries before it give.
pub(super) fn drawing(past: &Past<'_>, entry: &Entry) -> Verdict {
    own_version(&entry.draft)?;
    of_an_end(past, entry)?;
    let sampling = Sampling::read(&entry.draft.data).ok_or(Misstep::NotARow)?;
    let adopted = past
        .state
        .adoptions()
        .iter()
        .find(|it| it.adoption.id == sampling.plan && it.adoption.version == sampling.version);
    let mut definitions = adopted.into_iter().flat_map(|it| &it.adoption.definitions);
    let is_it = |place: &u64| match past.state.definition(*place) {
        Some(Definition::Indicator(indicator)) => indicator.id == sampling.indicator,
        _ => false,
    };
    holds(definitions.any(is_it), Misstep::NotARow)
}

/// What was found names a sample that stands, and a version of an entry that it
/// knew; on a day that has come. The entry may be withdrawn since.
pub(super) fn testing(past: &Past<'_>, entry: &Entry) -> Verdict {
    let (state, draft) = (past.state, &entry.draft);
    own_version(draft)?;
    let word = |name: &str| draft.data.get(name).and_then(Json::as_text);
    let sample: Option<EntryId> = word("sample").and_then(|id| id.parse().ok());
    let sample = sample.and_then(|id| state.sample(id)).filter(|it| it.withdrawn.is_none());
    let size = sample.ok_or(Misstep::NoSample)?.sampling.size;
    let places = places(past, draft.corrected.ok_or(Misstep::NamesNone)?)?;
    let known: Vec<(u64, Verdict)> =
        places.into_iter().filter(|place| *place < size).map(|place| (place, Ok(()))).collect();
    past.names(entry, "version", &known, Misstep::NoVersion)?;
    let on: Option<Day> = word("on").and_then(|day| day.parse().ok());
    let today = entry.recorded.day(state.zone());
    holds(on.is_none_or(|on| today.is_some_and(|today| on <= today)), Misstep::TestedLater)
}

/// The places of the versions of an activity or a reported total.
fn places(past: &Past<'_>, id: EntryId) -> Result<Vec<u64>, Misstep> {
    if let Some(record) = past.state.record(id) {
        holds(record.id == id, Misstep::NotTheOriginal)?;
        return Ok(record.versions().map(|version| version.sequence).collect());
    }
    let original = past.original(id).ok_or(Misstep::NotTheOriginal)?;
    Ok(past.activities.versions(original).map(|(place, _)| place).collect())
}
