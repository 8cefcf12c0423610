//! The journal: activities, published totals, notes, tables sent and samples, in order, corrections
//! folded into what they correct.

use super::filter::Filter;
use super::record::Record;
use super::state::{NoteRecord, Publication, SampleRecord, State};
use crate::event::{BodyId, Day, EntryId, Period, types};

/// A line of the journal.
#[derive(Clone, Copy, Debug)]
pub enum JournalRow<'a> {
    /// An activity or a published total, with all its versions.
    Record(&'a Record),
    /// A note.
    Note(&'a NoteRecord),
    /// A table that was sent.
    Published(&'a Publication),
    /// A sample that an auditor tested.
    Sample(&'a SampleRecord),
}

/// Which lines are wanted.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Of this type only.
    pub kind: Option<String>,
    /// About this body only.
    pub subject: Option<BodyId>,
    /// Naming these bodies only.
    pub filter: Filter,
    /// What may have happened from this day on only.
    pub from: Option<Day>,
    /// What may have happened by this day only.
    pub to: Option<Day>,
    /// What came with this import only.
    pub batch: Option<EntryId>,
}

impl JournalRow<'_> {
    /// The place of its first entry.
    pub const fn sequence(&self) -> u64 {
        match self {
            Self::Record(record) => record.sequence,
            Self::Note(note) => note.sequence,
            Self::Published(publication) => publication.sequence,
            Self::Sample(sample) => sample.sequence,
        }
    }

    /// Within which days it happened, where that is said.
    pub fn occurred(&self) -> Option<Period> {
        match self {
            Self::Record(record) => Some(record.latest().occurred),
            Self::Note(note) => note.occurred,
            Self::Published(publication) => Some(Period::on(publication.sent.on)),
            Self::Sample(sample) => Some(Period::on(sample.day)),
        }
    }
}

/// The lines that are wanted, by place.
pub fn journal<'a>(state: &'a State, wanted: &Wanted) -> Vec<JournalRow<'a>> {
    let records = state.records().iter().map(JournalRow::Record);
    let notes = state.notes().iter().map(JournalRow::Note);
    let published = state.publications().iter().map(JournalRow::Published);
    let samples = state.samples().iter().map(JournalRow::Sample);
    let mut rows: Vec<JournalRow<'a>> = records
        .chain(notes)
        .chain(published)
        .chain(samples)
        .filter(|row| wanted.passes(state, row))
        .collect();
    rows.sort_by_key(JournalRow::sequence);
    rows
}

impl Wanted {
    fn passes(&self, state: &State, row: &JournalRow<'_>) -> bool {
        let days = row.occurred();
        let from = self.from.is_none_or(|from| days.is_some_and(|days| days.to >= from));
        let to = self.to.is_none_or(|to| days.is_some_and(|days| days.from <= to));
        from && to
            && match row {
                JournalRow::Record(record) => self.passes_record(state, record),
                JournalRow::Note(_) => self.passes_other(types::NOTE_RECORDED),
                JournalRow::Published(_) => self.passes_other(types::TABLE_PUBLISHED),
                JournalRow::Sample(_) => self.passes_other(types::SAMPLE_DRAWN),
            }
    }

    fn passes_record(&self, state: &State, record: &Record) -> bool {
        let version = record.latest();
        let register = state.register();
        let is_about = |wanted: &BodyId| {
            version.subject.as_ref().is_some_and(|it| register.canonical(it) == register.canonical(wanted))
        };
        self.batch.is_none_or(|batch| record.batch == Some(batch))
            && self.kind.as_ref().is_none_or(|kind| *record.kind == **kind)
            && self.subject.as_ref().is_none_or(is_about)
            && self.filter.passes(register, version)
    }

    /// A note names nothing yet, and a table that was sent and a sample are about no
    /// body; none comes with an import.
    fn passes_other(&self, own: &str) -> bool {
        let kind = self.kind.as_deref().is_none_or(|kind| kind == own);
        kind && self.batch.is_none() && self.subject.is_none() && self.filter.is_empty()
    }
}
