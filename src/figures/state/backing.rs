//! Documents that were added to entries after these were recorded. They change no
//! version: they back all of them from when they are known.

use super::leaves::Leaves;
use super::{State, TakenUp};
use crate::event::{Author, Entry, EntryId, Evidence, Json};
use crate::figures::misfit::Misfit;
use crate::figures::said::documents;

/// Documents that were added to an entry.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Addition {
    /// Sequence of the entry that adds them.
    pub sequence: u64,
    /// Its id.
    pub id: EntryId,
    /// Who recorded it.
    pub author: Author,
    /// What they were added to: an original, a note, the mark of a table that was sent.
    pub entry: EntryId,
    /// The documents.
    pub evidence: Vec<Evidence>,
    /// A remark in words.
    pub note: Option<String>,
    /// Sequence of the entry that took them back.
    pub withdrawn: Option<u64>,
}

impl State {
    /// All documents that were added, in order; of a state for values those only that
    /// were added to no activity.
    pub const fn additions(&self) -> &Leaves<Addition> {
        &self.additions
    }

    /// What the entry of this id added.
    pub fn addition(&self, id: EntryId) -> Option<&Addition> {
        self.additions.get(self.addition_at(id)?)
    }

    /// What was added to an entry, in order.
    pub fn added_to(&self, entry: EntryId) -> impl Iterator<Item = &Addition> {
        self.additions.iter().filter(move |addition| addition.entry == entry)
    }

    /// Whether an entry added documents that were not taken back.
    pub fn has_added(&self, id: EntryId) -> bool {
        let indexed = self.index.as_ref().is_some_and(|index| index.has_added(id));
        indexed || self.addition(id).is_some_and(|addition| addition.withdrawn.is_none())
    }

    fn addition_at(&self, id: EntryId) -> Option<usize> {
        let sequence = self.ids.get(id)?;
        let at = self.additions.partition_point(|addition| addition.sequence < sequence);
        self.additions.get(at).filter(|addition| addition.id == id).map(|_| at)
    }

    /// Takes up that documents were added.
    pub(super) fn back(&mut self, entry: &Entry) -> Result<TakenUp, Misfit> {
        let addition = addition(entry)?;
        if self.without_records {
            return Ok(TakenUp::OfRecord);
        }
        if self.back_indexed(&addition)? {
            return Ok(TakenUp::Indexed);
        }
        let about = addition.entry;
        match self.index_of(about) {
            Some(index) if self.records[index].id == about => {
                self.touch(index, entry.sequence);
                self.records.get_mut(index).backed += 1;
            }
            Some(_) => return Err(Misfit::NotTheOriginal(about)),
            None if self.takes_documents(about) => {}
            None => return Err(Misfit::Absent(about)),
        }
        self.additions.push(addition);
        Ok(TakenUp::OfRecord)
    }

    /// Whether this is the id of something beside records to which documents can be added.
    fn takes_documents(&self, id: EntryId) -> bool {
        self.publication(id).is_some() || self.notes.iter().any(|note| note.id == id)
    }

    /// Takes up that what an entry added is taken back; none where it added nothing.
    pub(super) fn take_back(&mut self, id: EntryId, by: u64) -> Option<TakenUp> {
        if self.index.as_mut().is_some_and(|index| index.take_back(id, by)) {
            return Some(TakenUp::Indexed);
        }
        let addition = self.additions.get_mut(self.addition_at(id)?);
        let (about, is_first) = (addition.entry, addition.withdrawn.replace(by).is_none());
        if let Some(index) = self.index_of(about).filter(|_| is_first) {
            self.touch(index, by);
            let record = self.records.get_mut(index);
            record.backed = record.backed.saturating_sub(1);
        }
        Some(TakenUp::OfRecord)
    }
}

fn addition(entry: &Entry) -> Result<Addition, Misfit> {
    let data = &entry.draft.data;
    let word = |name: &str| data.get(name).and_then(Json::as_text);
    let about = word("entry").and_then(|id| id.parse().ok());
    let evidence = documents(data).filter(|documents| !documents.is_empty());
    Ok(Addition {
        sequence: entry.sequence,
        id: entry.draft.id,
        author: entry.author,
        entry: about.ok_or(Misfit::Member("entry"))?,
        evidence: evidence.ok_or(Misfit::Member("evidence"))?,
        note: word("note").map(str::to_owned),
        withdrawn: None,
    })
}
