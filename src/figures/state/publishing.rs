//! Tables that were marked as sent.

use std::sync::Arc;

use super::State;
use crate::event::{Author, BodyId, Day, Entry, EntryId, Evidence, Hash, Json, Object, SentFormat};
use crate::figures::filter::Filter;
use crate::figures::misfit::Misfit;
use crate::figures::said::documents;

/// What was sent: which table, in which form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SentTable {
    /// The date of the table.
    pub as_at: Day,
    /// The older date beside it.
    pub compared: Option<Day>,
    /// How many entries were known.
    pub size: u64,
    /// Hash of the last of them.
    pub head: Hash,
    /// The plan that ruled.
    pub plan: String,
    /// Its version.
    pub version: u32,
    /// The bodies that entries had to name.
    pub filter: Filter,
    /// The form in which it was sent.
    pub format: SentFormat,
    /// The language of its words, where it has any.
    pub language: Option<String>,
    /// BLAKE3 of the bytes that were sent.
    pub blake3: Hash,
    /// To whom.
    pub to: String,
    /// When.
    pub on: Day,
    /// The document that was sent, where it was kept.
    pub evidence: Vec<Evidence>,
}

/// A table that was marked as sent.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Publication {
    /// Sequence of its entry.
    pub sequence: u64,
    /// Its id.
    pub id: EntryId,
    /// Who recorded it.
    pub author: Author,
    /// What was sent.
    pub sent: SentTable,
    /// Sequence of the entry that withdrew the mark.
    pub withdrawn: Option<u64>,
}

impl State {
    /// All tables that were marked as sent, in order.
    pub fn publications(&self) -> &[Publication] {
        &self.publications
    }

    /// The one of this id.
    pub fn publication(&self, id: EntryId) -> Option<&Publication> {
        self.publications.iter().find(|it| it.id == id)
    }

    pub(super) fn publish(&mut self, entry: &Entry) -> Result<(), Misfit> {
        let sent = sent_table(&entry.draft.data).ok_or(Misfit::Data)?;
        let (sequence, id, author) = (entry.sequence, entry.draft.id, entry.author);
        Arc::make_mut(&mut self.publications).push(Publication {
            sequence,
            id,
            author,
            sent,
            withdrawn: None,
        });
        Ok(())
    }
}

fn sent_table(data: &Object) -> Option<SentTable> {
    let word = |name: &str| data.get(name).and_then(Json::as_text);
    let compared = match word("comparedto") {
        None => None,
        Some(text) => Some(text.parse().ok()?),
    };
    let bodies: Option<Vec<BodyId>> = match data.get("filter") {
        None => Some(vec![]),
        Some(items) => items.as_array()?.iter().map(|it| it.as_text()?.parse().ok()).collect(),
    };
    Some(SentTable {
        as_at: word("asat")?.parse().ok()?,
        compared,
        size: u64::try_from(data.get("size")?.as_int()?).ok()?,
        head: word("head")?.parse().ok()?,
        plan: word("plan")?.to_owned(),
        version: u32::try_from(data.get("version")?.as_int()?).ok()?,
        filter: Filter { bodies: bodies? },
        format: SentFormat::from_word(word("format")?)?,
        language: word("language").map(str::to_owned),
        blake3: word("blake3")?.parse().ok()?,
        to: word("to")?.to_owned(),
        on: word("on")?.parse().ok()?,
        evidence: documents(data)?,
    })
}
