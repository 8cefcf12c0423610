//! What rules read of all activities of a type, side by side.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Fresh;
use super::column::Column;
use super::course::{Course, VersionOnRow};
use super::packed::{Packer, Unpacker};
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
    /// The first eight bytes of each entry's hash, by which the versions of one
    /// activity are told apart.
    hashes: Vec<u64>,
    occurred: Vec<Period>,
    marks: Vec<u8>,
    batches: Vec<u32>,
    subjects: Vec<u32>,
    bodies: Pool<BodyId>,
    fields: BTreeMap<String, Column>,
    courses: BTreeMap<usize, Course>,
}

/// It replaces none before it.
const ORIGINAL: u8 = 1;
/// A document backs it.
const DOCUMENTED: u8 = 2;
/// It lay in the future when it was recorded.
const PLANNED: u8 = 4;

impl IndexedType {
    /// Adds the original of an activity; its row.
    pub(super) fn add(&mut self, kind: &str, fresh: &Fresh<'_>, reads: &Reads) -> usize {
        self.put(kind, fresh, ORIGINAL, reads)
    }

    /// Adds a correction of the activity whose original stands on a row; its own.
    pub(super) fn correct(&mut self, original: usize, kind: &str, fresh: &Fresh<'_>, reads: &Reads) -> usize {
        let row = self.put(kind, fresh, 0, reads);
        let fate = self.untold(row);
        self.course(original).versions.push(VersionOnRow { row, fate });
        row
    }

    fn put(&mut self, kind: &str, fresh: &Fresh<'_>, original: u8, reads: &Reads) -> usize {
        let row = self.sequences.len();
        let documented = if fresh.activity.evidence.is_empty() { 0 } else { DOCUMENTED };
        let planned = if fresh.planned { PLANNED } else { 0 };
        self.sequences.push(fresh.sequence);
        self.ids.push(fresh.id);
        self.hashes.push(fresh.hash);
        self.occurred.push(fresh.occurred);
        self.marks.push(original | documented | planned);
        self.batches.push(fresh.batch);
        self.subjects.push(fresh.subject.map_or(0, |subject| self.bodies.number(subject)));
        let kept = |(name, value): &(&String, &Json)| reads.keeps(kind, name, value);
        for (name, value) in fresh.activity.fields.iter().filter(kept) {
            match self.fields.get_mut(name) {
                Some(column) => column.put(row, value),
                None => self.fields.entry(name.clone()).or_default().put(row, value),
            }
        }
        row
    }

    /// What became of the activity whose original stands on a row, to be changed.
    pub(super) fn course(&mut self, original: usize) -> &mut Course {
        let fate = self.untold(original);
        let untold = || Course { withdrawn: None, versions: vec![VersionOnRow { row: original, fate }] };
        self.courses.entry(original).or_insert_with(untold)
    }

    /// What is known of a version of which nothing was said.
    fn untold(&self, row: usize) -> Fate {
        Fate { planned: self.marks[row] & PLANNED > 0, ..Fate::default() }
    }

    /// Notes that an entry withdrew all activities of an import that still stood.
    pub(super) fn withdraw_batch(&mut self, batch: u32, by: u64) {
        let of_batch: Vec<usize> = self.originals().filter(|row| self.batches[*row] == batch).collect();
        for original in of_batch {
            self.course(original).withdrawn.get_or_insert(by);
        }
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> u32 {
        u32::try_from(self.marks.len()).unwrap_or(u32::MAX)
    }

    /// Whether an original stands on a row.
    pub(super) fn is_original(&self, row: usize) -> bool {
        self.marks[row] & ORIGINAL > 0
    }

    /// The first eight bytes of the hash of the entry on a row.
    pub(super) fn hash(&self, row: usize) -> u64 {
        self.hashes[row]
    }

    /// The rows of originals, in order.
    pub(in crate::figures) fn originals(&self) -> impl Iterator<Item = usize> {
        (0..self.marks.len()).filter(|row| self.is_original(*row))
    }

    /// The row of the version that counts, where approval is asked for or not.
    pub(in crate::figures) fn standing(&self, original: usize, approval: bool) -> Result<usize, Absent> {
        let Some(course) = self.courses.get(&original) else {
            return fate::standing(1, |_| self.untold(original), approval).map(|_| original);
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
        self.marks[row] & DOCUMENTED > 0
    }

    /// What it is about.
    pub(in crate::figures) fn subject(&self, row: usize) -> Option<&BodyId> {
        self.bodies.get(self.subjects[row])
    }

    /// The stored value of a field that is kept.
    pub(in crate::figures) fn field(&self, name: &str, row: usize) -> Option<Cow<'_, Json>> {
        self.fields.get(name)?.get(row)
    }

    /// The stored values of all fields that are kept.
    pub(in crate::figures) fn values(&self, row: usize) -> Vec<Cow<'_, Json>> {
        self.fields.values().filter_map(|column| column.get(row)).collect()
    }

    pub(super) fn pack(&self, packer: &mut Packer) {
        packer.places(&self.sequences);
        packer.ids(&self.ids);
        packer.places(&self.hashes);
        packer.periods(&self.occurred);
        packer.bytes(&self.marks);
        packer.numbers(&self.batches);
        packer.numbers(&self.subjects);
        packer.count(self.bodies.values().len());
        self.bodies.values().iter().for_each(|body| packer.bytes(body.as_str().as_bytes()));
        packer.count(self.fields.len());
        for (name, column) in &self.fields {
            packer.bytes(name.as_bytes());
            column.pack(packer);
        }
        packer.count(self.courses.len());
        for (original, course) in &self.courses {
            packer.count(*original);
            course.pack(packer);
        }
    }

    pub(super) fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let mut of_type = Self {
            sequences: from.places()?,
            ids: from.ids()?,
            hashes: from.places()?,
            occurred: from.periods()?,
            marks: from.bytes()?.to_vec(),
            batches: from.numbers()?,
            subjects: from.numbers()?,
            ..Self::default()
        };
        let bodies = (0..from.count()?).map(|_| from.text()?.parse().ok());
        of_type.bodies = Pool::of(bodies.collect::<Option<_>>()?);
        for _ in 0..from.count()? {
            of_type.fields.insert(from.text()?.to_owned(), Column::unpack(from)?);
        }
        for _ in 0..from.count()? {
            of_type.courses.insert(from.count()?, Course::unpack(from)?);
        }
        of_type.fits().then_some(of_type)
    }

    /// Whether every column has a cell on every row, and every course its rows.
    fn fits(&self) -> bool {
        let rows = self.sequences.len();
        let lengths = [self.ids.len(), self.hashes.len(), self.occurred.len(), self.marks.len()];
        let numbers = [self.batches.len(), self.subjects.len()];
        let is_there = |course: &Course| {
            !course.versions.is_empty() && course.versions.iter().all(|version| version.row < rows)
        };
        lengths.iter().chain(&numbers).all(|length| *length == rows)
            && self.courses.iter().all(|(original, course)| *original < rows && is_there(course))
    }
}
