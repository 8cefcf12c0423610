//! What becomes of activities and reported totals: new ones, corrections,
//! withdrawals, approvals.

use std::sync::Arc;

use super::indexing::seen;
use super::{State, TakenUp};
use crate::event::{Activity, Entry, EntryId, Hash, Json};
use crate::figures::index::Told;
use crate::figures::misfit::Misfit;
use crate::figures::record::{Confirmation, Content, Judgement, Record, Version};
use crate::figures::said::total;

impl State {
    pub(super) fn add_record(&mut self, entry: &mut Entry, content: Content) -> Result<(), Misfit> {
        let index = self.records.len();
        let version = self.version(entry, content, None)?;
        let kind = self.short_kind(&entry.draft.kind);
        let kind = self.by_kind.get_key_value(kind).map_or_else(|| kind.into(), |(known, _)| known.clone());
        self.file(&kind, index, entry.sequence);
        self.file_by_day(&kind, index, &version);
        self.records.push(Record {
            id: entry.draft.id,
            sequence: entry.sequence,
            kind,
            batch: entry.draft.batch,
            original: version,
            corrections: vec![],
            withdrawn: None,
            backed: 0,
        });
        Ok(())
    }

    fn version(
        &mut self,
        entry: &mut Entry,
        content: Content,
        reason: Option<String>,
    ) -> Result<Version, Misfit> {
        Ok(Version {
            sequence: entry.sequence,
            id: entry.draft.id,
            author: entry.author,
            recorded: self.days.day(entry.recorded).ok_or(Misfit::BeyondCalendar)?,
            occurred: entry.draft.occurred.ok_or(Misfit::Member("occurredto"))?,
            subject: entry.draft.subject.take(),
            content,
            reason,
            withdrawn: None,
            judgements: vec![],
            confirmed: None,
        })
    }

    /// The record whose original, or one of whose corrections, has this id:
    /// originals stand in order of their sequence.
    pub(super) fn index_of(&self, id: EntryId) -> Option<usize> {
        let correction = self.corrected.get(id);
        let original = || {
            let sequence = self.sequence_of(id)?;
            self.records.place_of(sequence)
        };
        correction.or_else(original)
    }

    fn index_of_original(&self, entry: &Entry) -> Result<usize, Misfit> {
        let id = entry.draft.corrected.ok_or(Misfit::Member("correctedid"))?;
        let index = self.index_of(id).ok_or(Misfit::Absent(id))?;
        if self.records[index].id == id { Ok(index) } else { Err(Misfit::NotTheOriginal(id)) }
    }

    fn original(&mut self, entry: &Entry) -> Result<&mut Record, Misfit> {
        let index = self.index_of_original(entry)?;
        self.touch(index, entry.sequence);
        Ok(self.records.get_mut(index))
    }

    pub(super) fn correct(
        &mut self,
        entry: &mut Entry,
        revised: Option<Activity>,
        hash: Hash,
    ) -> Result<bool, Misfit> {
        if self.correct_indexed(entry, revised.as_ref(), hash)? {
            return Ok(true);
        }
        let index = self.index_of_original(entry)?;
        let content =
            entry.draft.data.get("content").and_then(Json::as_object).ok_or(Misfit::Member("content"))?;
        let content = match (&self.records[index].original.content, revised) {
            (Content::Activity(_), Some(activity)) => Content::Activity(activity),
            (Content::Total(_), None) => total(content)?,
            _ => return Err(Misfit::Data),
        };
        let reason = entry.draft.data.get("reason").and_then(Json::as_text).map(str::to_owned);
        self.corrected.insert(entry.draft.id, index);
        let version = self.version(entry, content, reason)?;
        let kind = self.records[index].kind.clone();
        self.file_by_day(&kind, index, &version);
        self.records.get_mut(index).corrections.push(version);
        self.touch(index, entry.sequence);
        Ok(false)
    }

    pub(super) fn withdraw(&mut self, entry: &Entry) -> Result<TakenUp, Misfit> {
        let id = entry.draft.corrected.ok_or(Misfit::Member("correctedid"))?;
        if self.register.has_merge(id) && Arc::make_mut(&mut self.register).unmerged(id) {
            self.unmerged.insert(id, entry.sequence);
            self.touch_all(entry.sequence);
            return Ok(TakenUp::Apart);
        }
        if let Some(note) = self.notes.find_mut(|note| note.id == id) {
            note.withdrawn = Some(entry.sequence);
            return Ok(TakenUp::Apart);
        }
        if let Some(at) = self.publications.iter().position(|it| it.id == id) {
            Arc::make_mut(&mut self.publications)[at].withdrawn = Some(entry.sequence);
            return Ok(TakenUp::Apart);
        }
        if let Some(at) = self.samples.iter().position(|it| it.id == id) {
            Arc::make_mut(&mut self.samples)[at].withdrawn = Some(entry.sequence);
            return Ok(TakenUp::Apart);
        }
        if self.without_records {
            return Ok(TakenUp::OfRecord);
        }
        if let Some(taken_up) = self.take_back(id, entry.sequence) {
            return Ok(taken_up);
        }
        if self.withdraw_indexed(entry)? {
            return Ok(TakenUp::Indexed);
        }
        let correction = entry.draft.data.get("correction").and_then(Json::as_text);
        let sequence = entry.sequence;
        let record = self.original(entry)?;
        match correction {
            None => record.withdrawn = Some(sequence),
            Some(text) => {
                let id: EntryId = text.parse().map_err(|_| Misfit::Member("correction"))?;
                let mut corrections = record.corrections.iter_mut();
                let version = corrections.find(|version| version.id == id).ok_or(Misfit::Absent(id))?;
                version.withdrawn = Some(sequence);
            }
        }
        Ok(TakenUp::OfRecord)
    }

    pub(super) fn confirm(&mut self, entry: &Entry) -> Result<bool, Misfit> {
        if self.tell_indexed(entry, Told::Confirmed)? {
            return Ok(true);
        }
        let recorded = self.days.day(entry.recorded).ok_or(Misfit::BeyondCalendar)?;
        let confirmation = Confirmation { sequence: entry.sequence, recorded };
        self.version_seen(entry)?.confirmed = Some(confirmation);
        Ok(false)
    }

    pub(super) fn judge(&mut self, entry: &Entry, approved: bool) -> Result<bool, Misfit> {
        if self.tell_indexed(entry, Told::Judged(approved))? {
            return Ok(true);
        }
        let sequence = entry.sequence;
        self.version_seen(entry)?.judgements.push(Judgement { sequence, approved });
        Ok(false)
    }

    /// The version that an entry names by its hash.
    pub(super) fn version_seen(&mut self, entry: &Entry) -> Result<&mut Version, Misfit> {
        let seen = seen(entry)?;
        let index = self.index_of_original(entry)?;
        self.touch(index, entry.sequence);
        let hashes = &self.hashes;
        let is_seen = |version: &&mut Version| hashes.at(version.sequence) == Some(seen);
        self.records.get_mut(index).versions_mut().find(is_seen).ok_or(Misfit::NoSuchVersion(seen))
    }
}
