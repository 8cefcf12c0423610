//! What rules read of all activities of a type, side by side.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Fresh;
use super::course::{Course, VersionOnRow};
use super::pool::Pool;
use super::reads::Reads;
use crate::event::{BodyId, EntryId, Json, Period};
use crate::figures::fate::{self, Fate};
use crate::figures::record::Absent;

/// The versions of all activities of a type, one on each row, in the order in
/// which they were recorded.
#[derive(Clone, Debug, Default)]
pub(in crate::figures) struct IndexedType {
    sequences: Vec<u64>,
    ids: Vec<EntryId>,
    occurred: Vec<Period>,
    marks: Vec<Marks>,
    subjects: Vec<u32>,
    bodies: Pool<BodyId>,
    fields: BTreeMap<String, Column>,
    courses: BTreeMap<usize, Course>,
}

/// What is said of a version by yes and no.
#[derive(Clone, Copy, Debug)]
struct Marks {
    original: bool,
    documented: bool,
    /// It lay in the future when it was recorded.
    planned: bool,
}

/// The values of a field, by their numbers.
#[derive(Clone, Debug, Default)]
struct Column {
    numbers: Vec<u32>,
    values: Pool<Json>,
}

impl Column {
    fn put(&mut self, row: usize, value: &Json) {
        // Rows before did not state it.
        self.numbers.resize(row, 0);
        let number = self.values.number(value);
        self.numbers.push(number);
    }

    fn get(&self, row: usize) -> Option<&Json> {
        self.values.get(*self.numbers.get(row)?)
    }
}

impl IndexedType {
    /// Adds the original of an activity.
    pub(super) fn add(&mut self, kind: &str, fresh: &Fresh<'_>, reads: &Reads) {
        self.put(kind, fresh, true, reads);
    }

    /// Adds a correction of the activity whose original stands on a row.
    pub(super) fn correct(&mut self, original: usize, kind: &str, fresh: &Fresh<'_>, reads: &Reads) {
        let row = self.put(kind, fresh, false, reads);
        let fate = Fate { planned: fresh.planned, ..Fate::default() };
        self.course(original).versions.push(VersionOnRow { row, fate });
    }

    fn put(&mut self, kind: &str, fresh: &Fresh<'_>, original: bool, reads: &Reads) -> usize {
        let row = self.sequences.len();
        self.sequences.push(fresh.sequence);
        self.ids.push(fresh.id);
        self.occurred.push(fresh.occurred);
        let documented = !fresh.activity.evidence.is_empty();
        self.marks.push(Marks { original, documented, planned: fresh.planned });
        self.subjects.push(fresh.subject.map_or(0, |subject| self.bodies.number(subject)));
        for (name, value) in
            fresh.activity.fields.iter().filter(|(name, value)| reads.keeps(kind, name, value))
        {
            match self.fields.get_mut(name) {
                Some(column) => column.put(row, value),
                None => self.fields.entry(name.clone()).or_default().put(row, value),
            }
        }
        row
    }

    /// What became of the activity whose original stands on a row, to be changed.
    pub(super) fn course(&mut self, original: usize) -> &mut Course {
        let planned = self.marks[original].planned;
        self.courses.entry(original).or_insert_with(|| Course {
            withdrawn: None,
            versions: vec![VersionOnRow { row: original, fate: Fate { planned, ..Fate::default() } }],
        })
    }

    /// The row of the entry at a place of the log.
    pub(super) fn row_of(&self, sequence: u64) -> Option<usize> {
        self.sequences.binary_search(&sequence).ok()
    }

    /// Whether an original stands on a row.
    pub(super) fn is_original(&self, row: usize) -> bool {
        self.marks[row].original
    }

    /// The rows of originals, in order.
    pub(in crate::figures) fn originals(&self) -> impl Iterator<Item = usize> {
        (0..self.sequences.len()).filter(|row| self.marks[*row].original)
    }

    /// The row of the version that counts, where approval is asked for or not.
    pub(in crate::figures) fn standing(&self, original: usize, approval: bool) -> Result<usize, Absent> {
        let Some(course) = self.courses.get(&original) else {
            let untold = Fate { planned: self.marks[original].planned, ..Fate::default() };
            return fate::standing(1, |_| untold, approval).map(|_| original);
        };
        if let Some(sequence) = course.withdrawn {
            return Err(Absent::Withdrawn(sequence));
        }
        let versions = &course.versions;
        fate::standing(versions.len(), |place| versions[place].fate, approval)
            .map(|place| versions[place].row)
    }

    /// The row of the last correction not withdrawn, or of the original.
    pub(in crate::figures) fn latest(&self, original: usize) -> usize {
        let Some(course) = self.courses.get(&original) else { return original };
        let versions = &course.versions;
        versions[fate::latest(versions.len(), |place| versions[place].fate)].row
    }

    /// The place in the log of what stands on a row.
    pub(in crate::figures) fn sequence(&self, row: usize) -> u64 {
        self.sequences[row]
    }

    /// The id of what stands on a row.
    pub(in crate::figures) fn id(&self, row: usize) -> EntryId {
        self.ids[row]
    }

    /// Within which days it happened.
    pub(in crate::figures) fn occurred(&self, row: usize) -> Period {
        self.occurred[row]
    }

    /// Whether a document backs it.
    pub(in crate::figures) fn is_documented(&self, row: usize) -> bool {
        self.marks[row].documented
    }

    /// What it is about.
    pub(in crate::figures) fn subject(&self, row: usize) -> Option<&BodyId> {
        self.bodies.get(self.subjects[row])
    }

    /// The stored value of a field that is kept.
    pub(in crate::figures) fn field(&self, name: &str, row: usize) -> Option<Cow<'_, Json>> {
        self.fields.get(name)?.get(row).map(Cow::Borrowed)
    }

    /// The stored values of all fields that are kept.
    pub(in crate::figures) fn values(&self, row: usize) -> Vec<Cow<'_, Json>> {
        self.fields.values().filter_map(|column| column.get(row).map(Cow::Borrowed)).collect()
    }
}
