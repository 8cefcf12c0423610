//! Notes that wait for their type, and imports from their start to their end.

use std::sync::Arc;

use super::{Batch, NoteRecord, State};
use crate::event::{Entry, Json, types};
use crate::figures::misfit::Misfit;
use crate::figures::said::documents;

impl State {
    pub(super) fn note(&mut self, entry: &Entry) -> Result<(), Misfit> {
        let text = entry.draft.data.get("text").and_then(Json::as_text).ok_or(Misfit::Member("text"))?;
        self.notes.push(NoteRecord {
            sequence: entry.sequence,
            id: entry.draft.id,
            occurred: entry.draft.occurred,
            text: text.to_owned(),
            evidence: documents(&entry.draft.data).ok_or(Misfit::Member("evidence"))?,
            resolved: None,
            withdrawn: None,
        });
        Ok(())
    }

    pub(super) fn resolve(&mut self, entry: &Entry) -> Result<(), Misfit> {
        let activity = entry.draft.data.get("entry").and_then(Json::as_text).and_then(|id| id.parse().ok());
        let id = entry.draft.corrected.ok_or(Misfit::Member("correctedid"))?;
        let note = self.notes.find_mut(|note| note.id == id).ok_or(Misfit::Absent(id))?;
        note.resolved = Some(activity.ok_or(Misfit::Member("entry"))?);
        Ok(())
    }

    pub(super) fn start_batch(&mut self, entry: &Entry) -> Result<(), Misfit> {
        let file = entry.draft.data.get("file").and_then(Json::as_text).and_then(|hash| hash.parse().ok());
        let file = file.ok_or(Misfit::Member("file"))?;
        let rows = entry.draft.data.get("rows").and_then(Json::as_int);
        let rows = rows.and_then(|rows| u64::try_from(rows).ok()).ok_or(Misfit::Member("rows"))?;
        let sequence = entry.sequence;
        let batch = Batch { sequence, file, rows, entries: 0, completed: false, withdrawn: None };
        Arc::make_mut(&mut self.batches).insert(entry.draft.id, batch);
        Ok(())
    }

    pub(super) fn end_batch(&mut self, entry: &Entry) -> Result<(), Misfit> {
        let id = entry.draft.corrected.ok_or(Misfit::Member("correctedid"))?;
        let batch = Arc::make_mut(&mut self.batches).get_mut(&id).ok_or(Misfit::Absent(id))?;
        if entry.draft.kind == types::BATCH_COMPLETED {
            batch.completed = true;
            return Ok(());
        }
        batch.withdrawn = Some(entry.sequence);
        if let Some(index) = &mut self.index {
            index.withdraw_batch(id, entry.sequence);
        }
        let of_batch = |index: &usize| self.records[*index].batch == Some(id);
        for index in (0..self.records.len()).filter(of_batch).collect::<Vec<_>>() {
            self.records.get_mut(index).withdrawn.get_or_insert(entry.sequence);
        }
        self.touch_all(entry.sequence);
        Ok(())
    }
}
