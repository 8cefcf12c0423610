//! Whether what is said of an earlier entry may be said of it.

use std::sync::Arc;

use super::Misstep;
use super::content::{content, version};
use super::follows::{holds, own_version};
use super::past::{Past, Verdict};
use super::totals::{keeps, total, uncovered};
use crate::event::{Activity, Author, Day, Draft, Entry, EntryId, Json};
use crate::figures::{Content, NoteRecord, Record};

/// What an entry is about, which stands.
enum About<'a> {
    /// A reported total.
    Total(&'a Record),
    /// The activity whose original stands at a place, of a type.
    Activity(u64, Arc<str>),
}

/// What an entry is about, not withdrawn.
fn standing<'a>(past: &Past<'a>, draft: &Draft) -> Result<About<'a>, Misstep> {
    let id = draft.corrected.ok_or(Misstep::NamesNone)?;
    if let Some(record) = past.state.record(id) {
        holds(record.id == id, Misstep::NotTheOriginal)?;
        holds(record.withdrawn.is_none(), Misstep::Withdrawn)?;
        return Ok(About::Total(record));
    }
    let place = past.original(id).ok_or(Misstep::NotTheOriginal)?;
    holds(!past.is_withdrawn(place), Misstep::Withdrawn)?;
    let kind = past.activities.mark(place).and_then(|mark| mark.kind.clone());
    Ok(About::Activity(place, kind.ok_or(Misstep::NotTheOriginal)?))
}

/// A correction, with the version of an activity that was read of it already.
pub(super) fn correction(past: &Past<'_>, entry: &Entry, said: Option<&Activity>) -> Result<(), Misstep> {
    let draft = &entry.draft;
    own_version(draft)?;
    let about = standing(past, draft)?;
    let latest = match &about {
        About::Total(record) => record.latest().sequence,
        About::Activity(place, _) => past.activities.latest(*place),
    };
    past.names(entry, "replaces", &[(latest, Ok(()))], Misstep::OtherVersion)?;
    let data = draft.data.get("content").and_then(Json::as_object).ok_or(Misstep::NoContent)?;
    match about {
        About::Total(record) => {
            let Content::Total(before) = &record.latest().content else { return Err(Misstep::OtherTotal) };
            // An activity names no indicator.
            holds(said.is_none(), Misstep::OtherTotal)?;
            keeps(before, draft, data).and_then(|()| total(past.state, entry, data, Some(record)))
        }
        About::Activity(_, kind) => {
            let kind = past.state.activity_type(&kind).ok_or(Misstep::TypeUnknown)?;
            content(past, kind, draft, &*version(data, said)?, Some(latest))
        }
    }
}

pub(super) fn withdrawal(past: &Past<'_>, draft: &Draft) -> Result<(), Misstep> {
    own_version(draft)?;
    let state = past.state;
    let id = draft.corrected.ok_or(Misstep::NamesNone)?;
    let correction = draft.data.get("correction").and_then(Json::as_text);
    let is_note = |note: &NoteRecord| note.id == id && note.withdrawn.is_none();
    let whole = correction.is_none();
    let is_sent = state.publication(id).is_some_and(|it| it.withdrawn.is_none());
    let is_sample = state.sample(id).is_some_and(|it| it.withdrawn.is_none());
    if whole
        && (is_sent
            || is_sample
            || state.has_added(id)
            || state.notes().iter().any(is_note)
            || state.register().has_merge(id))
    {
        return Ok(());
    }
    let about = standing(past, draft)?;
    let Some(correction) = correction else { return Ok(()) };
    let correction: EntryId = correction.parse().map_err(|_| Misstep::NoCorrection)?;
    match about {
        About::Total(record) => {
            let named = record.standing_corrections().find(|version| version.id == correction);
            uncovered(state, record, named.ok_or(Misstep::NoCorrection)?.id)
        }
        About::Activity(original, _) => {
            let place = state.sequence_of(correction);
            let is_it = |(own, withdrawn): (u64, bool)| Some(own) == place && !withdrawn;
            let mut corrections = past.activities.versions(original).skip(1);
            holds(corrections.any(is_it), Misstep::NoCorrection)
        }
    }
}

pub(super) fn confirmation(past: &Past<'_>, entry: &Entry) -> Result<(), Misstep> {
    own_version(&entry.draft)?;
    let About::Activity(original, _) = standing(past, &entry.draft)? else { return Err(Misstep::NotPlanned) };
    let latest = past.activities.latest(original);
    let last = past.activities.planned(latest).ok_or(Misstep::NotPlanned)?;
    past.names(entry, "version", &[(latest, Ok(()))], Misstep::OtherVersion)?;
    let day = entry.recorded.day(past.state.zone());
    holds(day.is_some_and(|day: Day| day >= last), Misstep::TooEarly)
}

pub(super) fn judgement(past: &Past<'_>, entry: &Entry) -> Result<(), Misstep> {
    own_version(&entry.draft)?;
    let verdict = |withdrawn: bool, author: Option<uuid::Uuid>| -> Verdict {
        holds(!withdrawn, Misstep::Withdrawn)?;
        holds(author.is_some_and(|author| author != entry.author.user), Misstep::OwnJudge)
    };
    let versions: Vec<_> = match standing(past, &entry.draft)? {
        About::Total(record) => {
            let of = |version: &crate::figures::Version| {
                let Author { user, .. } = version.author;
                (version.sequence, verdict(version.withdrawn.is_some(), Some(user)))
            };
            record.versions().map(of).collect()
        }
        About::Activity(original, _) => {
            let recorder = |place| past.activities.mark(place).map(|mark| mark.user);
            let of = |(place, withdrawn)| (place, verdict(withdrawn, recorder(place)));
            past.activities.versions(original).map(of).collect()
        }
    };
    past.names(entry, "version", &versions, Misstep::NoVersion)
}

pub(super) fn resolution(past: &Past<'_>, draft: &Draft) -> Result<(), Misstep> {
    own_version(draft)?;
    let open = |note: &&NoteRecord| {
        Some(note.id) == draft.corrected && note.resolved.is_none() && note.withdrawn.is_none()
    };
    holds(past.state.notes().iter().any(|note| open(&note)), Misstep::NoOpenNote)?;
    let entry = draft.data.get("entry").and_then(Json::as_text).and_then(|text| text.parse().ok());
    holds(entry.is_some_and(|id| past.is_activity(id)), Misstep::NotAnActivity)
}

/// Documents are added to what stands: an activity, a total, a note, a table that was sent.
pub(super) fn addition(past: &Past<'_>, draft: &Draft) -> Result<(), Misstep> {
    own_version(draft)?;
    let state = past.state;
    let entry = draft.data.get("entry").and_then(Json::as_text).and_then(|text| text.parse().ok());
    let id: EntryId = entry.ok_or(Misstep::NamesNone)?;
    if let Some(record) = state.record(id) {
        holds(record.id == id, Misstep::NotTheOriginal)?;
        return holds(record.withdrawn.is_none(), Misstep::Withdrawn);
    }
    if let Some(place) = past.original(id) {
        return holds(!past.is_withdrawn(place), Misstep::Withdrawn);
    }
    let note = state.notes().iter().find(|note| note.id == id).map(|note| note.withdrawn);
    let sent = || state.publication(id).map(|sent| sent.withdrawn);
    let withdrawn = note.or_else(sent).ok_or(Misstep::TakesNoDocument)?;
    holds(withdrawn.is_none(), Misstep::Withdrawn)
}
