//! All activities of a type: those that were packed, those that came since, and
//! what became of them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::Fresh;
use super::course::{Course, VersionOnRow};
use super::reads::Keeps;
use super::rows::{ORIGINAL, Rows};
use super::shelf::{PackedRows, Read};
use crate::event::{BodyId, EntryId, Json, Period};
use crate::figures::fate::{self, Fate};
use crate::figures::packed::Packer;
use crate::figures::record::Absent;

/// The versions of all activities of a type, one on each row, in the order in
/// which they were recorded.
#[derive(Clone, Debug, Default)]
pub(in crate::figures) struct IndexedType {
    packed: Option<Arc<PackedRows>>,
    fresh: Rows,
    /// What became of activities, where that is not as it was packed.
    courses: BTreeMap<usize, Course>,
    /// The size of the ledger after the last entry about one of them that is not
    /// packed.
    pub(super) touched: u64,
}

/// As of when something is asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::figures) enum As {
    Now,
    /// Before anything came that is not packed.
    Packed,
}

impl IndexedType {
    /// One whose rows were packed.
    pub(super) fn of(packed: PackedRows) -> Self {
        Self { packed: Some(Arc::new(packed)), ..Self::default() }
    }

    /// Adds the original of an activity; its row.
    pub(super) fn add(&mut self, fresh: &mut Fresh<'_, '_>, kept: Keeps<'_>) -> usize {
        self.touched = fresh.sequence + 1;
        self.first_fresh() + self.fresh.put(fresh, ORIGINAL, kept)
    }

    /// Adds a correction of the activity whose original stands on a row; its own.
    pub(super) fn correct(&mut self, original: usize, fresh: &mut Fresh<'_, '_>, kept: Keeps<'_>) -> usize {
        let row = self.first_fresh() + self.fresh.put(fresh, 0, kept);
        let fate = self.untold(row);
        self.course(original).versions.push(VersionOnRow { row, fate });
        row
    }

    /// How many rows were packed: where those begin that came since.
    pub(in crate::figures) fn first_fresh(&self) -> usize {
        self.packed.as_ref().map_or(0, |packed| packed.count)
    }

    /// The originals that were packed and of which something was said since.
    pub(in crate::figures) fn changed(&self) -> impl Iterator<Item = usize> {
        self.courses.range(..self.first_fresh()).map(|(original, _)| *original)
    }

    /// What was packed, read now if it was not yet.
    fn read(&self) -> Option<&Read> {
        self.packed.as_ref().map(|packed| packed.read())
    }

    /// Where a row lies, and which it is there.
    fn at(&self, row: usize) -> (&Rows, usize) {
        match row.checked_sub(self.first_fresh()) {
            Some(fresh) => (&self.fresh, fresh),
            None => self.read().map_or((&self.fresh, row), |read| (&read.rows, row)),
        }
    }

    /// What became of the activity whose original stands on a row, to be changed.
    pub(super) fn course(&mut self, original: usize) -> &mut Course {
        if !self.courses.contains_key(&original) {
            let fate = self.untold(original);
            let untold = || Course { withdrawn: None, versions: vec![VersionOnRow { row: original, fate }] };
            let course = self.course_of(original, As::Packed).cloned().unwrap_or_else(untold);
            self.courses.insert(original, course);
        }
        self.courses.entry(original).or_default()
    }

    /// What became of it, where anything was said of it.
    fn course_of(&self, original: usize, known: As) -> Option<&Course> {
        let packed = || {
            let is_packed = original < self.first_fresh();
            self.read().filter(|_| is_packed)?.courses.get(&original)
        };
        match known {
            As::Now => self.courses.get(&original).or_else(packed),
            As::Packed => packed(),
        }
    }

    /// What is known of a version of which nothing was said.
    fn untold(&self, row: usize) -> Fate {
        let (rows, row) = self.at(row);
        rows.untold(row)
    }

    /// Notes that an entry withdrew all activities of an import that still stood.
    pub(super) fn withdraw_batch(&mut self, batch: u32, by: u64) {
        let of_batch = |row: &usize| {
            let (rows, row) = self.at(*row);
            rows.batch(row) == batch
        };
        let of_batch: Vec<usize> = self.originals().filter(of_batch).collect();
        for original in of_batch {
            self.course(original).withdrawn.get_or_insert(by);
        }
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.first_fresh() + self.fresh.len()
    }

    /// The row of an id that was packed.
    pub(super) fn find_packed(&self, id: EntryId) -> Option<usize> {
        self.packed.as_ref()?.find(id)
    }

    /// Whether an original stands on a row.
    pub(super) fn is_original(&self, row: usize) -> bool {
        let (rows, row) = self.at(row);
        rows.is_original(row)
    }

    /// The first eight bytes of the hash of the entry on a row.
    pub(super) fn hash(&self, row: usize) -> u64 {
        let (rows, row) = self.at(row);
        rows.hash(row)
    }

    /// The rows of originals, in order.
    pub(in crate::figures) fn originals(&self) -> impl Iterator<Item = usize> {
        (0..self.len()).filter(|row| self.is_original(*row))
    }

    /// The rows of originals that are not packed, in order.
    pub(in crate::figures) fn fresh_originals(&self) -> impl Iterator<Item = usize> {
        (self.first_fresh()..self.len()).filter(|row| self.is_original(*row))
    }

    /// The row of the version that counts, where approval is asked for or not.
    pub(in crate::figures) fn standing(
        &self,
        original: usize,
        approval: bool,
        known: As,
    ) -> Result<usize, Absent> {
        let Some(course) = self.course_of(original, known) else {
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
    pub(in crate::figures) fn latest(&self, original: usize, known: As) -> usize {
        let Some(course) = self.course_of(original, known) else { return original };
        let versions = &course.versions;
        versions[fate::latest(versions.len(), |place| versions[place].fate)].row
    }

    /// The place in the log of what stands on a row.
    pub(in crate::figures) fn sequence(&self, row: usize) -> u64 {
        let (rows, row) = self.at(row);
        rows.sequence(row)
    }

    /// The id of what stands on a row.
    pub(in crate::figures) fn id(&self, row: usize) -> EntryId {
        let (rows, row) = self.at(row);
        rows.id(row)
    }

    /// Within which days it happened.
    pub(in crate::figures) fn occurred(&self, row: usize) -> Period {
        let (rows, row) = self.at(row);
        rows.occurred(row)
    }

    /// Whether a document backs it.
    pub(in crate::figures) fn is_documented(&self, row: usize) -> bool {
        let (rows, row) = self.at(row);
        rows.is_documented(row)
    }

    /// What it is about.
    pub(in crate::figures) fn subject(&self, row: usize) -> Option<&BodyId> {
        let (rows, row) = self.at(row);
        rows.subject(row)
    }

    /// The stored value of a field that is kept.
    pub(in crate::figures) fn field(&self, name: &str, row: usize) -> Option<Cow<'_, Json>> {
        let (rows, row) = self.at(row);
        rows.field(name, row)
    }

    /// The stored values of all fields that are kept.
    pub(in crate::figures) fn values(&self, row: usize) -> Vec<Cow<'_, Json>> {
        let (rows, row) = self.at(row);
        rows.values(row)
    }

    /// Its bytes, and whether its ids are in order; as they were packed where nothing
    /// came since.
    pub(super) fn pack(&self) -> Option<(Vec<u8>, bool)> {
        let as_it_was = self.packed.as_deref().filter(|_| self.fresh.len() == 0 && self.courses.is_empty());
        if let Some(kept) = as_it_was {
            return Some((kept.shelved.section(kept.section)?, kept.in_order));
        }
        let mut all = self.read().cloned().unwrap_or_default();
        all.rows.append(&self.fresh);
        all.courses.extend(self.courses.iter().map(|(original, course)| (*original, course.clone())));
        let mut packer = Packer::default();
        all.pack(&mut packer);
        Some((packer.0, all.rows.are_ids_in_order()))
    }
}
