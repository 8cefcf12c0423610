//! What rules read of versions of activities of a type, side by side.

use std::borrow::Cow;

use super::Fresh;
use super::column::Column;
use super::pool::Pool;
use super::reads::Keeps;
use crate::event::{BodyId, Day, EntryId, Json, Period};
use crate::figures::fate::Fate;
use crate::figures::packed::{Packer, Unpacker};

/// Versions of activities of a type, one on each row, in the order in which they
/// were recorded.
#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    ids: Vec<EntryId>,
    sequences: Vec<u64>,
    /// The first eight bytes of each entry's hash, by which the versions of one
    /// activity are told apart.
    hashes: Vec<u64>,
    occurred: Vec<Period>,
    marks: Vec<u8>,
    batches: Vec<u32>,
    subjects: Vec<u32>,
    bodies: Pool<BodyId>,
    /// In order of their names.
    fields: Vec<(Box<str>, Column)>,
}

/// It replaces none before it.
pub(super) const ORIGINAL: u8 = 1;
/// A document backs it.
const DOCUMENTED: u8 = 2;
/// It lay in the future when it was recorded.
const PLANNED: u8 = 4;

impl Rows {
    /// Adds a version; its row.
    pub(super) fn put(&mut self, fresh: &mut Fresh<'_, '_>, original: u8, kept: Keeps<'_>) -> usize {
        let row = self.sequences.len();
        let documented = if fresh.documented { DOCUMENTED } else { 0 };
        let planned = if fresh.planned { PLANNED } else { 0 };
        self.sequences.push(fresh.sequence);
        self.ids.push(fresh.id);
        self.hashes.push(fresh.hash);
        self.occurred.push(fresh.occurred);
        self.marks.push(original | documented | planned);
        self.batches.push(fresh.batch);
        let bodies = &mut self.bodies;
        let number = |subject: &str| bodies.number(subject.as_bytes(), || subject.parse().ok());
        self.subjects.push(fresh.subject.map_or(0, number));
        let mut at = 0;
        for (name, spelt) in (&mut fresh.fields).filter(|(name, spelt)| kept.keeps(name, spelt)) {
            at = self.place_of(name, at);
            self.fields[at].1.put(row, spelt);
        }
        row
    }

    /// Where the column of a field stands, which is made where there is none. Fields
    /// come in order of their names, and so it is looked for from the one before on.
    fn place_of(&mut self, name: &str, from: usize) -> usize {
        let is_before = |at: usize| self.fields.get(at).is_some_and(|(known, _)| **known < *name);
        let mut at = if from == 0 || is_before(from) { from } else { 0 };
        while is_before(at) {
            at += 1;
        }
        if self.fields.get(at).is_none_or(|(known, _)| **known != *name) {
            self.fields.insert(at, (name.into(), Column::default()));
        }
        at
    }

    /// What is known of a version of which nothing was said.
    pub(super) fn untold(&self, row: usize) -> Fate {
        Fate { planned: self.marks[row] & PLANNED > 0, ..Fate::default() }
    }

    /// The number of the import that a row came with, 0 of none.
    pub(super) fn batch(&self, row: usize) -> u32 {
        self.batches[row]
    }

    /// How many rows there are.
    pub(super) const fn len(&self) -> usize {
        self.marks.len()
    }

    /// Whether an original stands on a row.
    pub(super) fn is_original(&self, row: usize) -> bool {
        self.marks[row] & ORIGINAL > 0
    }

    /// The first eight bytes of the hash of the entry on a row.
    pub(super) fn hash(&self, row: usize) -> u64 {
        self.hashes[row]
    }

    /// The place in the log of what stands on a row.
    pub(super) fn sequence(&self, row: usize) -> u64 {
        self.sequences[row]
    }

    /// The id of what stands on a row.
    pub(super) fn id(&self, row: usize) -> EntryId {
        self.ids[row]
    }

    /// Within which days it happened.
    pub(super) fn occurred(&self, row: usize) -> Period {
        self.occurred[row]
    }

    /// Whether a document backs it.
    pub(super) fn is_documented(&self, row: usize) -> bool {
        self.marks[row] & DOCUMENTED > 0
    }

    /// What it is about.
    pub(super) fn subject(&self, row: usize) -> Option<&BodyId> {
        self.bodies.get(self.subjects[row])
    }

    /// The stored value of a field that is kept.
    pub(super) fn field(&self, name: &str, row: usize) -> Option<Cow<'_, Json>> {
        let at = self.fields.binary_search_by(|(known, _)| (**known).cmp(name)).ok()?;
        self.fields[at].1.get(row)
    }

    /// The stored values of all fields that are kept.
    pub(super) fn values(&self, row: usize) -> Vec<Cow<'_, Json>> {
        self.fields.iter().filter_map(|(_, column)| column.get(row)).collect()
    }

    /// Adds the rows of others, which were recorded later.
    pub(super) fn append(&mut self, others: &Self) {
        let before = self.len();
        self.ids.extend(&others.ids);
        self.sequences.extend(&others.sequences);
        self.hashes.extend(&others.hashes);
        self.occurred.extend(&others.occurred);
        self.marks.extend(&others.marks);
        self.batches.extend(&others.batches);
        let numbers = self.bodies.numbers_of(&others.bodies);
        let here = |number: &u32| (*number as usize).checked_sub(1).map_or(0, |at| numbers[at]);
        self.subjects.extend(others.subjects.iter().map(here));
        let mut at = 0;
        for (name, column) in &others.fields {
            at = self.place_of(name, at);
            self.fields[at].1.append(before, column);
        }
    }

    /// Whether each id is greater than the one before it.
    pub(super) fn are_ids_in_order(&self) -> bool {
        self.ids.is_sorted_by(|one, next| one < next)
    }

    /// So many rows of which nothing is known.
    pub(super) fn unknown(count: usize) -> Self {
        Self {
            ids: vec![EntryId::new(uuid::Uuid::nil()); count],
            sequences: vec![0; count],
            hashes: vec![0; count],
            occurred: vec![Period::on(Day::FIRST); count],
            marks: vec![0; count],
            batches: vec![0; count],
            subjects: vec![0; count],
            ..Self::default()
        }
    }

    /// Ids first: one is looked for among them without reading the rest.
    pub(super) fn pack(&self, packer: &mut Packer) {
        packer.ids(&self.ids);
        packer.places(&self.sequences);
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
    }

    pub(super) fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let mut rows = Self {
            ids: from.ids()?,
            sequences: from.places()?,
            hashes: from.places()?,
            occurred: from.periods()?,
            marks: from.bytes()?.to_vec(),
            batches: from.numbers()?,
            subjects: from.numbers()?,
            ..Self::default()
        };
        let bodies = (0..from.count()?).map(|_| from.text()?.parse().ok());
        rows.bodies = Pool::of(bodies.collect::<Option<_>>()?);
        for _ in 0..from.count()? {
            rows.fields.push((from.text()?.into(), Column::unpack(from)?));
        }
        let are_in_order = rows.fields.is_sorted_by(|(one, _), (next, _)| one < next);
        (are_in_order && rows.fits()).then_some(rows)
    }

    /// Whether every column has a cell on every row.
    fn fits(&self) -> bool {
        let rows = self.sequences.len();
        let lengths = [self.ids.len(), self.hashes.len(), self.occurred.len(), self.marks.len()];
        let numbers = [self.batches.len(), self.subjects.len()];
        lengths.iter().chain(&numbers).all(|length| *length == rows)
    }
}
