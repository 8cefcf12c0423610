//! What rules read of all activities: enough for every value, a tenth of what
//! the entries say.
//!
//! ```text
//! Index ─▶ Order         where each activity stands, by its id
//!       └▶ IndexedType   one for each type
//!            ├ PackedRows  what was packed, read from a Shelf when it is asked for
//!            ├ Rows      a version each, in order of recording
//!            │  └ Column   a field that rules read, as numbers into a Pool
//!            └ Course    what became of the few that were corrected, withdrawn, judged
//! ```
//!
//! It can be packed into sections of bytes, of which only those are read again that
//! somebody asks for: most values need none of them.

mod column;
mod course;
mod of_type;
mod order;
mod pool;
mod reads;
mod rows;
mod shelf;

use std::sync::{Arc, OnceLock};

use hashbrown::HashMap;

use self::order::Order;
use self::pool::Pool;
use self::reads::Reads;
use self::shelf::PackedRows;
use crate::event::{EntryId, Hash, Period};
use crate::figures::packed::{Packer, Unpacker};
use crate::plan::Definition;

pub(super) use of_type::{As, IndexedType};
pub(super) use order::Spot;
pub use shelf::Shelf;
pub(super) use shelf::{Section, Shelved};

/// What rules read of all activities.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    types: Vec<(Arc<str>, IndexedType)>,
    by_name: HashMap<Arc<str>, usize>,
    /// Made when it is first asked for: whoever only reads does without.
    order: OnceLock<Order>,
    batches: Pool<EntryId>,
    reads: Reads,
    /// Where that lies which was packed.
    shelved: Option<Shelved>,
    /// Whether rules came to read a field of which earlier activities were not
    /// asked: then all of it is to be made again.
    short: bool,
}

/// A version that was just recorded.
pub(super) struct Fresh<'a, 'l> {
    /// Its place.
    pub sequence: u64,
    /// Its id.
    pub id: EntryId,
    /// What [`hash_of`] makes of its hash.
    pub hash: u64,
    /// Within which days it happened.
    pub occurred: Period,
    /// Whether it lies in the future of the day it was recorded.
    pub planned: bool,
    /// What it is about.
    pub subject: Option<&'l str>,
    /// The number of the import that it came with, 0 of none.
    pub batch: u32,
    /// Whether a document backs it.
    pub documented: bool,
    /// Its fields in order of their names, those that rules read among them, each with
    /// the canonical bytes of its value.
    pub fields: &'a mut dyn Iterator<Item = (&'l str, &'l str)>,
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

/// What is kept of a hash: enough to tell the versions of one activity apart.
pub(super) fn hash_of(hash: Hash) -> u64 {
    hash.0.first_chunk().map_or(0, |first| u64::from_be_bytes(*first))
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
        self.short |= grown.iter().any(|kind| self.by_name.contains_key(kind.as_str()));
    }

    /// The activities of a type.
    pub(super) fn of_kind(&self, kind: &str) -> Option<&IndexedType> {
        self.by_name.get(kind).map(|at| &self.types[*at].1)
    }

    /// The types of which there are activities.
    pub(super) fn kinds(&self) -> impl Iterator<Item = &str> {
        self.types.iter().map(|(kind, _)| &**kind)
    }

    /// Notes that the entry at a place says something of what stands on a row.
    pub(super) fn touch(&mut self, spot: Spot, sequence: u64) {
        self.types[usize::from(spot.kind)].1.touched = sequence + 1;
    }

    /// The size of the ledger after the last entry about an activity of a type that
    /// is not packed.
    pub(super) fn touched(&self, kind: &str) -> u64 {
        self.of_kind(kind).map_or(0, |of_type| of_type.touched)
    }

    /// The ids of all that stands on a row.
    pub(super) fn ids(&self) -> impl Iterator<Item = EntryId> {
        self.types.iter().flat_map(|(_, of_type)| (0..of_type.len()).map(|row| of_type.id(row)))
    }

    /// Adds the original of an activity; where it stands.
    pub(super) fn add(&mut self, kind: &str, fresh: &mut Fresh<'_, '_>) -> Spot {
        let (at, id) = (self.place_of(kind), fresh.id);
        let row = self.types[at].1.add(fresh, self.reads.of(kind));
        self.stand(at, row, id)
    }

    /// Adds a correction of an original.
    pub(super) fn correct(&mut self, original: Spot, fresh: &mut Fresh<'_, '_>) {
        let (at, id) = (usize::from(original.kind), fresh.id);
        let (kind, of_type) = &mut self.types[at];
        let row = of_type.correct(original.row as usize, fresh, self.reads.of(kind));
        self.stand(at, row, id);
    }

    fn place_of(&mut self, kind: &str) -> usize {
        if let Some(at) = self.by_name.get(kind) {
            return *at;
        }
        let name: Arc<str> = kind.into();
        self.by_name.insert(Arc::clone(&name), self.types.len());
        self.types.push((name, IndexedType::default()));
        self.types.len() - 1
    }

    fn stand(&mut self, at: usize, row: usize, id: EntryId) -> Spot {
        let spot =
            Spot { kind: u16::try_from(at).unwrap_or(u16::MAX), row: u32::try_from(row).unwrap_or(u32::MAX) };
        let Self { types, order, .. } = self;
        if let Some(order) = order.get_mut() {
            order.push(spot, id, |spot| types[usize::from(spot.kind)].1.id(spot.row as usize));
        }
        spot
    }

    /// The row of the entry with an id, be it an original or a correction.
    pub(super) fn find(&self, id: EntryId) -> Option<Spot> {
        let id_of = |spot: Spot| self.type_of(spot).id(spot.row as usize);
        let fresh = self.order.get_or_init(|| self.ordered()).of(id, id_of);
        fresh.or_else(|| {
            let mut types = (0..).zip(&self.types);
            types.find_map(|(kind, (_, of_type))| {
                Some(Spot { kind, row: u32::try_from(of_type.find_packed(id)?).ok()? })
            })
        })
    }

    /// The place in the log of what stands on a row.
    pub(super) fn sequence(&self, spot: Spot) -> u64 {
        self.type_of(spot).sequence(spot.row as usize)
    }

    /// Whether an original stands there.
    pub(super) fn is_original(&self, spot: Spot) -> bool {
        self.type_of(spot).is_original(spot.row as usize)
    }

    fn type_of(&self, spot: Spot) -> &IndexedType {
        &self.types[usize::from(spot.kind)].1
    }

    /// The number of an import.
    pub(super) fn batch(&mut self, id: EntryId) -> u32 {
        self.batches.number_of(&id)
    }

    /// Notes that an entry withdrew an import.
    pub(super) fn withdraw_batch(&mut self, id: EntryId, by: u64) {
        let batch = self.batch(id);
        self.types.iter_mut().for_each(|(_, of_type)| of_type.withdraw_batch(batch, by));
    }

    /// Notes that all of an activity was withdrawn by an entry.
    pub(super) fn withdraw(&mut self, original: Spot, by: u64) {
        self.types[usize::from(original.kind)].1.course(original.row as usize).withdrawn = Some(by);
    }

    /// Notes what was said of one version of an original; whether it is there.
    pub(super) fn tell(&mut self, original: Spot, version: Spot, said: Told) -> bool {
        let course = self.types[usize::from(original.kind)].1.course(original.row as usize);
        let mut versions = course.versions.iter_mut();
        let of_row = versions.find(|known| known.row == version.row as usize);
        let Some(known) = of_row.filter(|_| original.kind == version.kind) else { return false };
        match said {
            Told::Withdrawn => known.fate.withdrawn = true,
            Told::Confirmed => known.fate.planned = false,
            Told::Judged(approved) => known.fate.approved = Some(approved),
        }
        true
    }

    /// The version of an original whose entry has this hash.
    pub(super) fn version(&mut self, original: Spot, hash: Hash) -> Option<Spot> {
        let of_type = &mut self.types[usize::from(original.kind)].1;
        let rows: Vec<usize> =
            of_type.course(original.row as usize).versions.iter().map(|version| version.row).collect();
        let row = rows.into_iter().find(|row| of_type.hash(*row) == hash_of(hash))?;
        Some(Spot { kind: original.kind, row: u32::try_from(row).ok()? })
    }

    /// Puts its sections out one after the other, and returns where which of them
    /// lies; of what rules read nothing, for definitions say it. None where what was
    /// packed before is lost.
    pub(super) fn pack(&self, out: &mut Sections<'_>) -> Option<Vec<u8>> {
        let mut packer = Packer::default();
        packer.ids(self.batches.values());
        packer.count(self.types.len());
        for (kind, of_type) in &self.types {
            let (bytes, in_order) = of_type.pack()?;
            packer.bytes(kind.as_bytes());
            packer.count(of_type.len());
            packer.0.push(u8::from(in_order));
            out.put(&bytes).pack(&mut packer);
        }
        Some(packer.0)
    }

    /// Takes in what was packed; whether what says where it lies is whole.
    pub(super) fn unpack(&mut self, bytes: &[u8], shelved: Shelved) -> bool {
        let mut from = Unpacker(bytes);
        let reads = std::mem::take(&mut self.reads);
        let unpacked = Self::unpacked(&mut from, &shelved).filter(|_| from.0.is_empty());
        let is_whole = unpacked.is_some();
        *self = Self { reads, shelved: Some(shelved), ..unpacked.unwrap_or_default() };
        is_whole
    }

    fn unpacked(from: &mut Unpacker<'_>, shelved: &Shelved) -> Option<Self> {
        let mut index = Self { batches: Pool::of(from.ids()?), ..Self::default() };
        for at in 0..from.count()? {
            let kind: Arc<str> = from.text()?.into();
            let (count, in_order) = (from.count()?, from.byte()? == 1);
            let packed = PackedRows::new(count, in_order, Section::unpack(from)?, shelved.clone())?;
            index.by_name.insert(Arc::clone(&kind), at);
            index.types.push((kind, IndexedType::of(packed)));
        }
        Some(index)
    }

    /// Where that lies which was packed.
    pub(super) const fn shelved(&self) -> Option<&Shelved> {
        self.shelved.as_ref()
    }

    /// All rows that are not packed, in the order of the log.
    fn ordered(&self) -> Order {
        let mut spots: Vec<Spot> = Vec::new();
        for (kind, (_, of_type)) in (0..).zip(&self.types) {
            let fresh = of_type.first_fresh()..of_type.len();
            spots.extend(fresh.filter_map(|row| Some(Spot { kind, row: u32::try_from(row).ok()? })));
        }
        spots.sort_unstable_by_key(|spot| self.sequence(*spot));
        let mut order = Order::default();
        let id_of = |spot: Spot| self.type_of(spot).id(spot.row as usize);
        for spot in spots {
            order.push(spot, id_of(spot), id_of);
        }
        order
    }
}

/// Sections that are put out one after the other.
pub(super) struct Sections<'o> {
    put: &'o mut dyn FnMut(&[u8]),
    from: u64,
}

impl<'o> Sections<'o> {
    pub(super) fn to(put: &'o mut dyn FnMut(&[u8])) -> Self {
        Self { put, from: 0 }
    }

    /// Puts a section out; where it lies.
    pub(super) fn put(&mut self, bytes: &[u8]) -> Section {
        (self.put)(bytes);
        let section = Section { from: self.from, count: bytes.len(), hash: Hash::of(bytes) };
        self.from += bytes.len() as u64;
        section
    }
}
