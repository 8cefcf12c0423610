//! What rules read of versions of activities of a type, side by side.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::sync::Arc;

use super::Fresh;
use super::column::Column;
use super::pool::Pool;
use super::reads::Keeps;
use crate::event::{BodyId, Day, EntryId, Json, Period};
use crate::figures::packed::{Packer, Unpacker};

/// Who stands on a row: what is asked of a version without anything else that it says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Face {
    pub(super) id: EntryId,
    /// Its place in the log.
    pub(super) sequence: u64,
    /// The first eight bytes of its entry's hash, by which the versions of one activity
    /// are told apart.
    pub(super) hash: u64,
    /// The number of the import that it came with, 0 of none.
    pub(super) batch: u32,
    mark: u8,
}

/// Of which original a row holds a correction.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Origin {
    /// The row of the correction, among these.
    at: usize,
    /// The row of the original, among all of its type.
    pub(super) row: usize,
    /// Who stands there.
    pub(super) face: Face,
}

/// Versions of activities of a type, one on each row, in the order in which they
/// were recorded.
#[derive(Clone, Debug, Default)]
pub(in crate::figures) struct Rows {
    faces: Vec<Face>,
    /// Those of the rows that hold a correction, in their order.
    origins: Vec<Origin>,
    occurred: Vec<Period>,
    subjects: Vec<u32>,
    bodies: Pool<BodyId>,
    /// In order of their names.
    fields: Vec<(Box<str>, Column)>,
}

/// What a version is about, where that is named beside its fields.
const SUBJECT: &str = "subject";

/// It replaces none before it.
const ORIGINAL: u8 = 1;
/// A document backs it.
const DOCUMENTED: u8 = 2;
/// It lay in the future when it was recorded.
const PLANNED: u8 = 4;

/// How many bytes a face is packed into.
pub(super) const FACE: usize = 37;

impl Face {
    /// Whether it replaces none before it.
    pub(super) const fn is_original(&self) -> bool {
        self.mark & ORIGINAL > 0
    }

    /// Whether it lay in the future when it was recorded.
    pub(super) const fn is_planned(&self) -> bool {
        self.mark & PLANNED > 0
    }

    /// Whether a document backs it.
    pub(super) const fn is_documented(&self) -> bool {
        self.mark & DOCUMENTED > 0
    }

    /// One of which nothing is known: it was never there.
    const fn unknown() -> Self {
        Self { id: EntryId::new(uuid::Uuid::nil()), sequence: u64::MAX, hash: 0, batch: 0, mark: ORIGINAL }
    }

    fn pack(self) -> [u8; FACE] {
        let mut bytes = [0; FACE];
        bytes[..16].copy_from_slice(self.id.uuid().as_bytes());
        bytes[16..24].copy_from_slice(&self.sequence.to_le_bytes());
        bytes[24..32].copy_from_slice(&self.hash.to_le_bytes());
        bytes[32..36].copy_from_slice(&self.batch.to_le_bytes());
        bytes[36] = self.mark;
        bytes
    }

    /// What [`Self::pack`] made of one.
    pub(super) fn unpack(bytes: [u8; FACE]) -> Option<Self> {
        let mut from = Unpacker(&bytes);
        Some(Self {
            id: EntryId::new(uuid::Uuid::from_bytes(from.array()?)),
            sequence: u64::from_le_bytes(from.array()?),
            hash: u64::from_le_bytes(from.array()?),
            batch: u32::from_le_bytes(from.array()?),
            mark: from.byte()?,
        })
    }
}

impl Rows {
    /// Adds a version; of which original it is a correction, where it is one.
    pub(super) fn put(
        &mut self,
        fresh: &mut Fresh<'_, '_>,
        origin: Option<(usize, Face)>,
        mut kept: Keeps<'_>,
    ) {
        let at = self.faces.len();
        let original = if origin.is_none() { ORIGINAL } else { 0 };
        let documented = if fresh.documented { DOCUMENTED } else { 0 };
        let planned = if fresh.planned { PLANNED } else { 0 };
        let mark = original | documented | planned;
        let Fresh { id, sequence, hash, batch, .. } = *fresh;
        self.faces.push(Face { id, sequence, hash, batch, mark });
        self.origins.extend(origin.map(|(row, face)| Origin { at, row, face }));
        self.occurred.push(fresh.occurred);
        let bodies = &mut self.bodies;
        let number = |subject: &str| bodies.number(subject.as_bytes(), || subject.parse().ok());
        self.subjects.push(fresh.subject.map_or(0, number));
        let mut next = 0;
        for (name, spelt) in (&mut fresh.fields).filter(|(name, spelt)| kept.keeps(name, spelt)) {
            let place = self.place_of(name, next);
            self.fields[place].1.put(at, spelt);
            next = place + 1;
        }
    }

    /// Has no rows any more, and room for as many.
    pub(super) fn clear(&mut self) {
        let Self { faces, origins, occurred, subjects, bodies, fields } = self;
        faces.clear();
        origins.clear();
        occurred.clear();
        subjects.clear();
        bodies.clear();
        for (_, column) in fields {
            column.clear();
        }
    }

    /// Where the column of a field stands, which is made where there is none. Fields
    /// come in order of their names, and so it is looked for behind the one before.
    fn place_of(&mut self, name: &str, from: usize) -> usize {
        let compared = |at: usize| self.fields.get(at).map(|(known, _)| (**known).cmp(name));
        let mut at = from;
        loop {
            match compared(at) {
                Some(Ordering::Equal) => return at,
                Some(Ordering::Less) => at += 1,
                _ => break,
            }
        }
        // One that comes out of order is looked for from the start.
        if at == from && from > 0 && compared(from - 1) != Some(Ordering::Less) {
            return self.place_of(name, 0);
        }
        self.fields.insert(at, (name.into(), Column::default()));
        at
    }

    /// How many rows there are.
    pub(in crate::figures) const fn len(&self) -> usize {
        self.faces.len()
    }

    /// Who stands on a row.
    pub(super) fn face(&self, at: usize) -> Face {
        self.faces[at]
    }

    /// Who stands on each row.
    pub(super) fn faces(&self) -> &[Face] {
        &self.faces
    }

    /// Of which original a row holds a correction.
    pub(super) fn origin(&self, at: usize) -> Option<&Origin> {
        self.origins.binary_search_by_key(&at, |origin| origin.at).ok().map(|place| &self.origins[place])
    }

    /// Within which days it happened.
    pub(super) fn occurred(&self, at: usize) -> Period {
        self.occurred[at]
    }

    /// What it is about.
    pub(in crate::figures) fn subject(&self, at: usize) -> Option<&BodyId> {
        self.bodies.get(self.subjects[at])
    }

    /// The stored value of a field that is kept.
    pub(in crate::figures) fn field(&self, name: &str, at: usize) -> Option<Cow<'_, Json>> {
        self.fields[self.place(name)?].1.get(at)
    }

    /// The numbers that stand for the values of a field, and for what rows are about where
    /// that is asked for: 0, or none at the end, where a row states none; each with how many
    /// different ones there are.
    pub(in crate::figures) fn numbers(&self, root: &str) -> impl Iterator<Item = (&[u32], usize)> {
        let subjects = (root == SUBJECT).then(|| (self.subjects.as_slice(), self.bodies.values().len()));
        subjects.into_iter().chain(self.numbers_of(root))
    }

    /// The same of the values of a field alone.
    pub(in crate::figures) fn numbers_of(&self, field: &str) -> Option<(&[u32], usize)> {
        let column = &self.fields[self.place(field)?].1;
        Some((column.numbers(), column.different()))
    }

    fn place(&self, name: &str) -> Option<usize> {
        // They are few, and most differ in length.
        self.fields.iter().position(|(known, _)| **known == *name)
    }

    /// The stored values of all fields that are kept.
    pub(in crate::figures) fn values(&self, at: usize) -> Vec<Cow<'_, Json>> {
        self.fields.iter().filter_map(|(_, column)| column.get(at)).collect()
    }

    /// The fields that are kept and stated on a row, each with the canonical bytes of its value.
    pub(in crate::figures) fn spelt(&self, at: usize) -> impl Iterator<Item = (&str, &[u8])> {
        self.fields.iter().filter_map(move |(name, column)| Some((&**name, column.spelt(at)?)))
    }

    /// The ids of rows that were packed, without all else that they say.
    pub(super) fn ids_in(bytes: &[u8]) -> Option<Vec<EntryId>> {
        Unpacker(bytes).column(|cell| Face::unpack(cell).map(|face| face.id))
    }

    /// So many rows of which nothing is known.
    pub(super) fn unknown(count: usize) -> Self {
        Self {
            faces: vec![Face::unknown(); count],
            occurred: vec![Period::on(Day::FIRST); count],
            subjects: vec![0; count],
            ..Self::default()
        }
    }

    /// Faces first: one is looked at without reading the rest.
    pub(super) fn pack(&self, packer: &mut Packer) {
        packer.column(&self.faces, Face::pack);
        packer.each(self.origins.iter(), |packer, origin| {
            packer.count(origin.at);
            packer.count(origin.row);
            packer.0.extend_from_slice(&origin.face.pack());
        });
        packer.periods(&self.occurred);
        packer.numbers(&self.subjects);
        packer.each(self.bodies.values().iter(), |packer, body| packer.text(body.as_str()));
        // The rows before these may have stated others.
        let stated = || self.fields.iter().filter(|(_, column)| !column.is_empty());
        packer.count(stated().count());
        for (name, column) in stated() {
            packer.text(name);
            column.pack(packer);
        }
    }

    pub(super) fn unpack(bytes: Vec<u8>) -> Option<Self> {
        let bytes = Arc::new(bytes);
        let mut from = Unpacker(&bytes);
        let origin = |from: &mut Unpacker<'_>| {
            Some(Origin { at: from.count()?, row: from.count()?, face: Face::unpack(from.array()?)? })
        };
        let mut rows = Self {
            faces: from.column(Face::unpack)?,
            origins: from.each(origin)?,
            occurred: from.periods()?,
            subjects: from.numbers()?,
            ..Self::default()
        };
        rows.bodies = Pool::of(from.each(|from| from.text()?.parse().ok())?);
        for _ in 0..from.count()? {
            rows.fields.push((from.text()?.into(), Column::unpack(&mut from, &bytes)?));
        }
        (from.0.is_empty() && rows.fits()).then_some(rows)
    }

    /// Whether every column has a cell on every row, and every correction its origin.
    fn fits(&self) -> bool {
        let count = self.faces.len();
        let corrections = self.faces.iter().enumerate().filter(|(_, face)| !face.is_original());
        corrections.map(|(at, _)| at).eq(self.origins.iter().map(|origin| origin.at))
            && self.occurred.len() == count
            && self.subjects.len() == count
            && self.fields.is_sorted_by(|(one, _), (next, _)| one < next)
    }
}
