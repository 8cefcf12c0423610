//! What becomes of activities in a state for values: what rules read of them goes
//! into the index, the rest of what they say nowhere.

use super::State;
use crate::event::{Activity, Day, Entry, EntryId, Hash, Json};
use crate::figures::index::{Fresh, Index, Place, Told};
use crate::figures::misfit::Misfit;
use crate::figures::record::Content;
use crate::figures::said::activity;

impl State {
    /// A state from which every value can be worked out, and no more of an activity
    /// told than its place and its id.
    pub fn for_values() -> Self {
        Self { index: Some(Index::default()), ..Self::default() }
    }

    /// Whether it is one from which values are worked out, without records.
    pub const fn is_for_values(&self) -> bool {
        self.index.is_some()
    }

    /// One that keeps from the start what rules came to read on the way of another.
    #[must_use]
    pub fn again(&self) -> Self {
        Self { index: self.index.as_ref().map(Index::reading_as), ..Self::default() }
    }

    /// Whether rules read something of activities that was not kept of all of
    /// them: a rule came later than what it reads.
    pub fn is_short(&self) -> bool {
        self.index.as_ref().is_some_and(Index::is_short)
    }

    /// Adds an activity or a reported total.
    pub(super) fn add(&mut self, entry: &mut Entry, content: Content) -> Result<(), Misfit> {
        match content {
            Content::Activity(activity) if self.index.is_some() => self.index_activity(entry, &activity),
            content => self.add_record(entry, content),
        }
    }

    fn index_activity(&mut self, entry: &Entry, activity: &Activity) -> Result<(), Misfit> {
        let kind = self.short_kind(&entry.draft.kind).to_owned();
        let recorded = self.days.day(entry.recorded).ok_or(Misfit::BeyondCalendar)?;
        let fresh = fresh(entry, recorded, activity)?;
        if let Some(index) = &mut self.index {
            let kind = index.add(&kind, &fresh);
            self.touch_kind(kind, entry.sequence);
        }
        Ok(())
    }

    /// The indexed activity that an entry is about, which must be its original;
    /// none where it is about no indexed activity.
    fn indexed(&mut self, entry: &Entry) -> Result<Option<Place>, Misfit> {
        let id = entry.draft.corrected.ok_or(Misfit::Member("correctedid"))?;
        let Some((index, sequence)) = self.index.as_ref().zip(self.sequence_of(id)) else { return Ok(None) };
        let Some(place) = index.original(sequence) else {
            let is_other = index.holds(sequence);
            return if is_other { Err(Misfit::NotTheOriginal(id)) } else { Ok(None) };
        };
        self.touch_kind(place.kind.clone(), entry.sequence);
        Ok(Some(place))
    }

    /// Takes up what an entry about an indexed activity says; whether it is about
    /// one.
    pub(super) fn correct_indexed(&mut self, entry: &Entry) -> Result<bool, Misfit> {
        let Some(place) = self.indexed(entry)? else { return Ok(false) };
        let content = entry.draft.data.get("content").and_then(Json::as_object);
        let content = content.ok_or(Misfit::Member("content"))?;
        let Content::Activity(activity) = activity(content.clone())? else { return Err(Misfit::Data) };
        let recorded = self.days.day(entry.recorded).ok_or(Misfit::BeyondCalendar)?;
        let fresh = fresh(entry, recorded, &activity)?;
        if let Some(index) = &mut self.index {
            index.correct(&place, &fresh);
        }
        Ok(true)
    }

    /// The same of a withdrawal.
    pub(super) fn withdraw_indexed(&mut self, entry: &Entry) -> Result<bool, Misfit> {
        let Some(place) = self.indexed(entry)? else { return Ok(false) };
        let correction = entry.draft.data.get("correction").and_then(Json::as_text);
        let correction = match correction {
            None => None,
            Some(text) => {
                let id: EntryId = text.parse().map_err(|_| Misfit::Member("correction"))?;
                Some((id, self.sequence_of(id).ok_or(Misfit::Absent(id))?))
            }
        };
        let Some(index) = &mut self.index else { return Ok(false) };
        match correction {
            None => index.withdraw(&place, entry.sequence),
            Some((id, sequence)) => {
                index.tell(&place, sequence, Told::Withdrawn).then_some(()).ok_or(Misfit::Absent(id))?;
            }
        }
        Ok(true)
    }

    /// The same of what is said of the version that an entry names by its hash.
    pub(super) fn tell_indexed(&mut self, entry: &Entry, said: Told) -> Result<bool, Misfit> {
        let Some(place) = self.indexed(entry)? else { return Ok(false) };
        let seen = seen(entry)?;
        let Some(index) = &mut self.index else { return Ok(false) };
        let hashes = &self.hashes;
        let is_seen =
            |version: &u64| usize::try_from(*version).ok().and_then(|at| hashes.get(at)) == Some(&seen);
        let version = index.versions(&place).into_iter().find(is_seen).ok_or(Misfit::NoSuchVersion(seen))?;
        Ok(index.tell(&place, version, said))
    }
}

/// The hash by which an entry names a version.
pub(super) fn seen(entry: &Entry) -> Result<Hash, Misfit> {
    let hash = entry.draft.data.get("version").and_then(Json::as_text);
    hash.and_then(|hash| hash.parse().ok()).ok_or(Misfit::Member("version"))
}

fn fresh<'a>(entry: &'a Entry, recorded: Day, activity: &'a Activity) -> Result<Fresh<'a>, Misfit> {
    let occurred = entry.draft.occurred.ok_or(Misfit::Member("occurredto"))?;
    Ok(Fresh {
        sequence: entry.sequence,
        id: entry.draft.id,
        occurred,
        planned: occurred.to > recorded,
        subject: entry.draft.subject.as_ref(),
        activity,
    })
}
