//! What rules read of all activities: enough for every value, a tenth of what
//! the entries say.
//!
//! ```text
//! Index ─▶ IndexedType, one for each type
//!            ├ rows      a version each, in order of recording
//!            ├ columns   the fields that rules read, as numbers into a Pool
//!            └ courses   what became of the few that were corrected, withdrawn, judged
//! ```

mod course;
mod of_type;
mod pool;
mod reads;

use std::collections::BTreeMap;
use std::sync::Arc;

use self::course::Course;
use self::pool::Pool;
use self::reads::Reads;
use crate::event::{Activity, BodyId, EntryId, Period};
use crate::plan::Definition;

pub(super) use of_type::IndexedType;

/// What rules read of all activities.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    types: BTreeMap<Arc<str>, IndexedType>,
    batches: Pool<EntryId>,
    reads: Reads,
    /// Whether rules came to read a field of which earlier activities were not
    /// asked: then all of it is to be made again.
    short: bool,
}

/// A version that was just recorded.
pub(super) struct Fresh<'a> {
    /// Its place.
    pub sequence: u64,
    /// Its id.
    pub id: EntryId,
    /// Within which days it happened.
    pub occurred: Period,
    /// Whether it lies in the future of the day it was recorded.
    pub planned: bool,
    /// What it is about.
    pub subject: Option<&'a BodyId>,
    /// The number of the import that it came with, 0 of none.
    pub batch: u32,
    /// What it says.
    pub activity: &'a Activity,
}

/// Where the original of an activity stands.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// The type.
    pub kind: Arc<str>,
    row: usize,
}

impl Index {
    /// One that has to keep what another came to read.
    pub(super) fn reading_as(other: &Self) -> Self {
        Self { reads: other.reads.clone(), ..Self::default() }
    }

    /// Whether some rule reads what is not kept of all activities.
    pub(super) const fn is_short(&self) -> bool {
        self.short
    }

    /// Heeds what rules read from now on.
    pub(super) fn define(&mut self, definition: &Definition) {
        let grown = self.reads.define(definition);
        self.short |= grown.iter().any(|kind| self.types.contains_key(kind.as_str()));
    }

    /// The activities of a type.
    pub(super) fn of_kind(&self, kind: &str) -> Option<&IndexedType> {
        self.types.get(kind)
    }

    /// Adds the original of an activity; its type as it is kept.
    pub(super) fn add(&mut self, kind: &str, fresh: &Fresh<'_>) -> Arc<str> {
        let known = self.types.get_key_value(kind).map(|(known, _)| Arc::clone(known));
        let kind = known.unwrap_or_else(|| kind.into());
        self.types.entry(Arc::clone(&kind)).or_default().add(&kind, fresh, &self.reads);
        kind
    }

    /// Where the entry at a place of the log stands, when it is an original.
    pub(super) fn original(&self, sequence: u64) -> Option<Place> {
        let (kind, row) = self.find(sequence)?;
        self.types[kind].is_original(row).then(|| Place { kind: Arc::clone(kind), row })
    }

    /// Whether the entry at a place of the log is a version of an activity.
    pub(super) fn holds(&self, sequence: u64) -> bool {
        self.find(sequence).is_some()
    }

    fn find(&self, sequence: u64) -> Option<(&Arc<str>, usize)> {
        self.types.iter().find_map(|(kind, of_type)| Some((kind, of_type.row_of(sequence)?)))
    }

    /// Adds a correction.
    pub(super) fn correct(&mut self, place: &Place, fresh: &Fresh<'_>) {
        if let Some(of_type) = self.types.get_mut(&place.kind) {
            of_type.correct(place.row, &place.kind, fresh, &self.reads);
        }
    }

    /// The number of an import.
    pub(super) fn batch(&mut self, id: EntryId) -> u32 {
        self.batches.number(&id)
    }

    /// Notes that an entry withdrew an import.
    pub(super) fn withdraw_batch(&mut self, id: EntryId, by: u64) {
        let batch = self.batch(id);
        self.types.values_mut().for_each(|of_type| of_type.withdraw_batch(batch, by));
    }

    /// Notes that all of an activity was withdrawn by an entry.
    pub(super) fn withdraw(&mut self, place: &Place, by: u64) {
        if let Some(course) = self.course(place) {
            course.withdrawn = Some(by);
        }
    }

    /// Notes what was said of one version; whether it is there.
    pub(super) fn tell(&mut self, place: &Place, version: u64, said: Told) -> bool {
        let Some(of_type) = self.types.get_mut(&place.kind) else { return false };
        let Some(row) = of_type.row_of(version) else { return false };
        let mut versions = of_type.course(place.row).versions.iter_mut();
        let Some(known) = versions.find(|known| known.row == row) else { return false };
        match said {
            Told::Withdrawn => known.fate.withdrawn = true,
            Told::Confirmed => known.fate.planned = false,
            Told::Judged(approved) => known.fate.approved = Some(approved),
        }
        true
    }

    /// The places in the log of an activity's versions.
    pub(super) fn versions(&mut self, place: &Place) -> Vec<u64> {
        let Some(of_type) = self.types.get_mut(&place.kind) else { return vec![] };
        let rows: Vec<usize> = of_type.course(place.row).versions.iter().map(|version| version.row).collect();
        rows.into_iter().map(|row| of_type.sequence(row)).collect()
    }

    fn course(&mut self, place: &Place) -> Option<&mut Course> {
        Some(self.types.get_mut(&place.kind)?.course(place.row))
    }
}

/// What an entry says of a version.
#[derive(Clone, Copy, Debug)]
pub(super) enum Told {
    /// It no longer stands.
    Withdrawn,
    /// It took place.
    Confirmed,
    /// A second person approved or rejected it.
    Judged(bool),
}
