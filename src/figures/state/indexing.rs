//! What becomes of activities in a state for values: what rules read of them goes
//! into the index, the rest of what they say nowhere.

use std::collections::HashMap;
use std::sync::Arc;

use super::backing::Addition;
use super::{State, short_kind};
use crate::event::{
    Activity, BodyId, Day, Entry, EntryId, Hash, Json, Moment, Object, Skimmed, encode_value,
};
use crate::figures::answers::Answers;
use crate::figures::bundles::Bundles;
use crate::figures::contradictions::Contradictions;
use crate::figures::gist::Seen;
use crate::figures::index::{
    Fresh, InMemory, Index, Sections, Shelf, Shelved, Spot, Stock, Told, Which, hash_of,
};
use crate::figures::misfit::Misfit;
use crate::figures::packed::{Packer, Unpacker};
use crate::figures::record::Content;

impl State {
    /// A state from which every value can be worked out, and no more of an activity
    /// told than its place and its id.
    pub fn for_values() -> Self {
        Self::for_values_on(Arc::new(InMemory))
    }

    /// The same, which puts what rules read of activities into a stock, and keeps little
    /// of it in memory.
    pub fn for_values_on(stock: Arc<dyn Stock>) -> Self {
        Self { index: Some(Index::on(stock)), ..Self::default() }
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
        let mut fields = spelt.iter().map(|(name, value)| (*name, value.as_bytes()));
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
        let id = entry.draft.corrected.ok_or(Misfit::Member("correctedid"))?;
        self.indexed_original(id, entry.sequence)
    }

    /// The same by its id, of which the entry at a place says something.
    fn indexed_original(&mut self, id: EntryId, sequence: u64) -> Result<Option<Spot>, Misfit> {
        let Some(index) = &mut self.index else { return Ok(None) };
        let Some(spot) = index.find(id) else { return Ok(None) };
        if !index.is_original(spot) {
            return Err(Misfit::NotTheOriginal(id));
        }
        index.touch(spot, sequence);
        Ok(Some(spot))
    }

    /// Takes up what an entry about an indexed activity says; whether it is about
    /// one.
    pub(super) fn correct_indexed(
        &mut self,
        entry: &Entry,
        revised: Option<&Activity>,
        hash: Hash,
    ) -> Result<bool, Misfit> {
        let Some(original) = self.indexed(entry)? else { return Ok(false) };
        entry.draft.data.get("content").ok_or(Misfit::Member("content"))?;
        let activity = revised.ok_or(Misfit::Data)?;
        let recorded = self.days.day(entry.recorded).ok_or(Misfit::BeyondCalendar)?;
        let spelt = spelt(&activity.fields);
        let mut fields = spelt.iter().map(|(name, value)| (*name, value.as_bytes()));
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
                let is_there = index.tell(original, version, Told::Withdrawn, entry.sequence);
                is_there.then_some(()).ok_or(Misfit::Absent(id))?;
            }
        }
        Ok(true)
    }

    /// The same of documents that are added.
    pub(super) fn back_indexed(&mut self, addition: &Addition) -> Result<bool, Misfit> {
        let Some(original) = self.indexed_original(addition.entry, addition.sequence)? else {
            return Ok(false);
        };
        if let Some(index) = &mut self.index {
            index.back(original, addition.id, addition.sequence);
        }
        Ok(true)
    }

    /// The same of what is said of the version that an entry names by its hash.
    pub(super) fn tell_indexed(&mut self, entry: &Entry, said: Told) -> Result<bool, Misfit> {
        let Some(original) = self.indexed(entry)? else { return Ok(false) };
        let seen = seen(entry)?;
        let Some(index) = &mut self.index else { return Ok(false) };
        let version = index.version(original, seen).ok_or(Misfit::NoSuchVersion(seen))?;
        Ok(index.tell(original, version, said, entry.sequence))
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

    /// Takes in an index as it was told by the time the ledger had a smaller size: what
    /// came later is not looked at. Nothing can be added to it.
    pub fn take_index_then(
        &mut self,
        places: &[u8],
        from: Arc<dyn Shelf>,
        (size, head, recorded): (u64, Hash, Moment),
    ) -> bool {
        self.resume(size, head, recorded);
        let Some([index, ..]) = parts(places) else { return false };
        self.index.as_mut().is_some_and(|own| own.unpack_then(index, size, Shelved::on(from)))
    }

    /// Where the full pieces of an index lie that was put out, by their hashes.
    pub fn pieces_of(places: &[u8]) -> Option<HashMap<Hash, u64>> {
        let [index, ..] = parts(places)?;
        Index::pieces_of(index)
    }

    fn taken_index(&mut self, places: &[u8], shelved: &Shelved) -> Option<()> {
        let [index, bundles, contradictions] = parts(places)?;
        let is_whole = self.index.as_mut()?.unpack(index, self.size, shelved.clone());
        // What was worked out of something else is not known any more.
        self.answers = Answers::default();
        self.contradictions = Contradictions::unpack(contradictions, self.size)?;
        self.bundles = Bundles::unpack(bundles, self.size, shelved.clone()).filter(|_| is_whole)?;
        Some(())
    }

    /// Has activities of a type looked at as rules see them, some after the other: those of
    /// a piece of the index at a time.
    pub(in crate::figures) fn each_seen(
        &self,
        kind: &str,
        which: Which<'_>,
        look: &mut dyn FnMut(&mut dyn Iterator<Item = Seen<'_>>),
    ) {
        if matches!(which, Which::All | Which::Sifted(_)) {
            look(&mut self.of_kind(kind).map(Seen::Whole));
        }
        let Some(index) = &self.index else { return };
        index.each(kind, which, &mut |rows| look(&mut rows.map(Seen::Indexed)));
    }

    /// How many entries of a type there are to look at, those of the index with their
    /// corrections.
    pub(in crate::figures) fn count_of(&self, kind: &str) -> usize {
        let records = self.by_kind.get(kind).map_or(0, |of_kind| of_kind.records.len());
        records + self.index.as_ref().map_or(0, |index| index.count_of(kind))
    }

    /// Whether something that was on a shelf turned out not to be as it was put
    /// there: what was worked out since says nothing.
    pub fn is_lost(&self) -> bool {
        self.index.as_ref().is_some_and(|index| index.shelved().is_lost())
    }
}

/// What says where the rows of an index lie, its bundles, and what contradicts.
fn parts(places: &[u8]) -> Option<[&[u8]; 3]> {
    let mut from = Unpacker(places);
    let parts = [from.bytes()?, from.bytes()?, from.bytes()?];
    from.0.is_empty().then_some(parts)
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
    fields: &'a mut dyn Iterator<Item = (&'l str, &'l [u8])>,
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
