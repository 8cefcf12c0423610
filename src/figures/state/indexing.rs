//! What becomes of activities in a state for values: what rules read of them goes
//! into the index, the rest of what they say nowhere.

use std::sync::Arc;

use super::{State, short_kind};
use crate::event::{
    Activity, BodyId, Day, Entry, EntryId, Hash, Json, Moment, Object, Skimmed, encode_value,
};
use crate::figures::answers::Answers;
use crate::figures::bundles::Bundles;
use crate::figures::contradictions::Contradictions;
use crate::figures::gist::Seen;
use crate::figures::index::{As, Fresh, Index, Sections, Shelf, Shelved, Spot, Told, hash_of};
use crate::figures::misfit::Misfit;
use crate::figures::packed::{Packer, Unpacker};
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

    /// Adds an activity or a reported total; whether it went into the index.
    pub(super) fn add(&mut self, entry: &mut Entry, content: Content, hash: Hash) -> Result<bool, Misfit> {
        match content {
            Content::Activity(activity) if self.index.is_some() => {
                self.index_activity(entry, &activity, hash).map(|()| true)
            }
            content => self.add_record(entry, content).map(|()| false),
        }
    }

    fn index_activity(&mut self, entry: &Entry, activity: &Activity, hash: Hash) -> Result<(), Misfit> {
        let kind = self.short_kind(&entry.draft.kind).to_owned();
        let recorded = self.days.day(entry.recorded).ok_or(Misfit::BeyondCalendar)?;
        let Some(index) = &mut self.index else { return Ok(()) };
        let spelt = spelt(&activity.fields);
        let mut fields = spelt.iter().map(|(name, value)| (*name, value.as_str()));
        let mut fresh = fresh(entry, recorded, !activity.evidence.is_empty(), hash, &mut fields)?;
        fresh.batch = entry.draft.batch.map_or(0, |batch| index.batch(batch));
        index.add(&kind, &mut fresh);
        Ok(())
    }

    /// The same of a line that was skimmed.
    pub(super) fn index_skimmed(&mut self, said: Skimmed<'_>, hash: Hash) -> Result<(), Misfit> {
        let skim = said.skim;
        self.follows(skim.sequence, skim.previous)?;
        if skim.sequence == 0 {
            return Err(Misfit::NotOpened);
        }
        if let Some(batch) = skim.batch.and_then(|id| Arc::make_mut(&mut self.batches).get_mut(&id)) {
            batch.entries += 1;
        }
        let recorded = self.days.day(skim.recorded).ok_or(Misfit::BeyondCalendar)?;
        let opened = self.opened.as_ref().map(|it| &it.0);
        let kind = short_kind(opened, said.kind());
        let Some(index) = &mut self.index else { return Ok(()) };
        let mut fields = said.fields();
        let mut fresh = Fresh {
            sequence: skim.sequence,
            id: skim.id,
            hash: hash_of(hash),
            occurred: skim.occurred,
            planned: skim.occurred.to > recorded,
            subject: said.subject(),
            batch: skim.batch.map_or(0, |batch| index.batch(batch)),
            documented: skim.is_documented,
            fields: &mut fields,
        };
        index.add(kind, &mut fresh);
        Ok(())
    }

    /// The indexed activity that an entry is about, which must be its original;
    /// none where it is about no indexed activity.
    fn indexed(&mut self, entry: &Entry) -> Result<Option<Spot>, Misfit> {
        let Some(index) = &mut self.index else { return Ok(None) };
        let id = entry.draft.corrected.ok_or(Misfit::Member("correctedid"))?;
        let Some(spot) = index.find(id) else { return Ok(None) };
        if !index.is_original(spot) {
            return Err(Misfit::NotTheOriginal(id));
        }
        index.touch(spot, entry.sequence);
        Ok(Some(spot))
    }

    /// Takes up what an entry about an indexed activity says; whether it is about
    /// one.
    pub(super) fn correct_indexed(&mut self, entry: &Entry, hash: Hash) -> Result<bool, Misfit> {
        let Some(original) = self.indexed(entry)? else { return Ok(false) };
        let content = entry.draft.data.get("content").and_then(Json::as_object);
        let content = content.ok_or(Misfit::Member("content"))?;
        let Content::Activity(activity) = activity(content.clone())? else { return Err(Misfit::Data) };
        let recorded = self.days.day(entry.recorded).ok_or(Misfit::BeyondCalendar)?;
        let spelt = spelt(&activity.fields);
        let mut fields = spelt.iter().map(|(name, value)| (*name, value.as_str()));
        let mut fresh = fresh(entry, recorded, !activity.evidence.is_empty(), hash, &mut fields)?;
        if let Some(index) = &mut self.index {
            index.correct(original, &mut fresh);
        }
        Ok(true)
    }

    /// The same of a withdrawal.
    pub(super) fn withdraw_indexed(&mut self, entry: &Entry) -> Result<bool, Misfit> {
        let Some(original) = self.indexed(entry)? else { return Ok(false) };
        let Some(index) = &mut self.index else { return Ok(false) };
        match entry.draft.data.get("correction").and_then(Json::as_text) {
            None => index.withdraw(original, entry.sequence),
            Some(text) => {
                let id: EntryId = text.parse().map_err(|_| Misfit::Member("correction"))?;
                let version = index.find(id).ok_or(Misfit::Absent(id))?;
                index.tell(original, version, Told::Withdrawn).then_some(()).ok_or(Misfit::Absent(id))?;
            }
        }
        Ok(true)
    }

    /// The same of what is said of the version that an entry names by its hash.
    pub(super) fn tell_indexed(&mut self, entry: &Entry, said: Told) -> Result<bool, Misfit> {
        let Some(original) = self.indexed(entry)? else { return Ok(false) };
        let seen = seen(entry)?;
        let Some(index) = &mut self.index else { return Ok(false) };
        let version = index.version(original, seen).ok_or(Misfit::NoSuchVersion(seen))?;
        Ok(index.tell(original, version, said))
    }

    /// Puts the index out, piece by piece, and returns what says where which of it
    /// lies; none where what was put out before is lost.
    pub fn put_index(&self, put: &mut dyn FnMut(&[u8])) -> Option<Vec<u8>> {
        let mut out = Sections::to(put);
        let mut places = Packer::default();
        places.bytes(&self.index.as_ref()?.pack(&mut out)?);
        for of_tables in &Bundles::pack(self, &mut out) {
            places.bytes(of_tables);
        }
        (!self.is_lost()).then_some(places.0)
    }

    /// Takes in an index that was put on a shelf, of a state to which the same
    /// entries about no activity were told, and goes on from there; whether what says
    /// where it lies is whole.
    pub fn take_index(
        &mut self,
        places: &[u8],
        from: Arc<dyn Shelf>,
        (size, head, recorded): (u64, Hash, Moment),
    ) -> bool {
        self.resume(size, head, recorded);
        self.taken_index(places, &Shelved::on(from)).is_some()
    }

    fn taken_index(&mut self, places: &[u8], shelved: &Shelved) -> Option<()> {
        let mut from = Unpacker(places);
        let [index, bundles, contradictions] = [from.bytes()?, from.bytes()?, from.bytes()?];
        let is_whole = from.0.is_empty() && self.index.as_mut()?.unpack(index, shelved.clone());
        // What was worked out of something else is not known any more.
        self.answers = Answers::default();
        self.contradictions = Contradictions::unpack(contradictions, self.size)?;
        self.bundles = Bundles::unpack(bundles, self.size, shelved.clone()).filter(|_| is_whole)?;
        Some(())
    }

    /// What was packed of a type and of which something was said since, as it was
    /// then, and the same with what came since as it is now; none where activities
    /// stand elsewhere than in the index.
    pub(in crate::figures) fn changed(&self, kind: &str) -> Option<[Vec<Seen<'_>>; 2]> {
        let Some(of_type) = self.index.as_ref()?.of_kind(kind) else { return Some([vec![], vec![]]) };
        let seen = |known: As| move |row| Seen::Indexed(of_type, row, known);
        let before = of_type.changed().map(seen(As::Packed)).collect();
        let now = of_type.changed().chain(of_type.fresh_originals()).map(seen(As::Now)).collect();
        Some([before, now])
    }

    /// Whether something that was on a shelf turned out not to be as it was put
    /// there: what was worked out since says nothing.
    pub fn is_lost(&self) -> bool {
        self.index.as_ref().and_then(Index::shelved).is_some_and(Shelved::is_lost)
    }
}

/// The hash by which an entry names a version.
pub(super) fn seen(entry: &Entry) -> Result<Hash, Misfit> {
    let hash = entry.draft.data.get("version").and_then(Json::as_text);
    hash.and_then(|hash| hash.parse().ok()).ok_or(Misfit::Member("version"))
}

/// A version that an entry records, with its fields as [`spelt`] has them.
fn fresh<'a, 'l>(
    entry: &'l Entry,
    recorded: Day,
    is_documented: bool,
    hash: Hash,
    fields: &'a mut dyn Iterator<Item = (&'l str, &'l str)>,
) -> Result<Fresh<'a, 'l>, Misfit> {
    let occurred = entry.draft.occurred.ok_or(Misfit::Member("occurredto"))?;
    Ok(Fresh {
        sequence: entry.sequence,
        id: entry.draft.id,
        hash: hash_of(hash),
        occurred,
        planned: occurred.to > recorded,
        subject: entry.draft.subject.as_ref().map(BodyId::as_str),
        batch: 0,
        documented: is_documented,
        fields,
    })
}

/// The canonical bytes of the values of fields, each with its name.
fn spelt(fields: &Object) -> Vec<(&str, String)> {
    let spelt = |value: &Json| {
        let mut bytes = Vec::new();
        encode_value(value, &mut bytes);
        String::from_utf8(bytes).unwrap_or_default()
    };
    fields.iter().map(|(name, value)| (name.as_str(), spelt(value))).collect()
}
