//! What rules read of all activities: enough for every value, a tenth of what
//! the entries say.
//!
//! ```text
//! Index ─▶ Finder        where each activity stands, by its id
//!       └▶ IndexedType   one for each type
//!            ├ Piece     so many rows, put into a Stock as soon as they are enough, and
//!            │           read again from its Shelf when somebody asks for them
//!            ├ Rows      a version each, in order of recording
//!            │  └ Column   a field that rules read, as numbers of its values
//!            └ Course    what became of the few that were corrected, withdrawn, judged
//! ```
//!
//! So it takes little memory however many rows there are: whoever looks at all of them
//! looks at one piece after the other. It can be packed into sections of bytes, of which
//! only those are read again that somebody asks for: most values need none of them.

mod asked;
mod column;
mod course;
mod courses;
mod finder;
mod of_type;
mod on_row;
mod packing;
mod piece;
mod pool;
mod reads;
mod rows;
mod shelf;
mod sieve;
mod spellings;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use hashbrown::HashMap;

use self::course::As;
use self::finder::Finder;
use self::of_type::IndexedType;
use self::pool::Pool;
use self::reads::Reads;
use crate::event::{EntryId, Hash, Period};
use crate::figures::parallel::each;
use crate::plan::Definition;

pub(super) use asked::Which;
pub(super) use finder::Spot;
pub(super) use on_row::OnRow;
pub(super) use packing::Sections;
pub use reads::KeptFields;
pub(super) use rows::Rows;
pub use shelf::{InMemory, Shelf, Stock};
pub(super) use shelf::{Section, Shelved};
pub(super) use sieve::{Misses, Sieve};

/// What rules read of all activities.
#[derive(Clone, Debug)]
pub(super) struct Index {
    types: Vec<(Arc<str>, IndexedType)>,
    by_name: HashMap<Arc<str>, usize>,
    /// Of what came since it was packed. Made when it is first asked for: whoever only
    /// reads does without.
    finder: OnceLock<Finder>,
    batches: Pool<EntryId>,
    /// The imports that were withdrawn, by their numbers, each with the entry that did so.
    withdrawn: BTreeMap<u32, u64>,
    /// The entries that added documents and stand, each with the original it added to.
    added: Arc<BTreeMap<EntryId, Spot>>,
    reads: Reads,
    /// Where full pieces go.
    stock: Arc<dyn Stock>,
    /// Where that lies which was packed.
    shelved: Shelved,
    /// The size of the ledger when it was packed.
    settled: u64,
    /// As of which size it is asked.
    known: u64,
    /// Whether rules came to read a field of which earlier activities were not
    /// asked: then all of it is to be made again.
    short: bool,
}

/// What looks at the rows of a piece.
pub(super) type Look<'l> = &'l mut dyn FnMut(&mut dyn Iterator<Item = OnRow<'_>>);

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
    pub fields: &'a mut dyn Iterator<Item = (&'l str, &'l [u8])>,
}

/// What an entry says of a version.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Told {
    /// It no longer stands.
    Withdrawn,
    /// It took place.
    Confirmed,
    /// A second person approved or rejected it.
    Judged(bool),
    /// Documents were added to its activity.
    Backed,
    /// Some that were added were taken back.
    Unbacked,
}

/// What is kept of a hash: enough to tell the versions of one activity apart.
pub(super) fn hash_of(hash: Hash) -> u64 {
    hash.0.first_chunk().map_or(0, |first| u64::from_be_bytes(*first))
}

impl Index {
    /// One that puts full pieces into a stock.
    pub(super) fn on(stock: Arc<dyn Stock>) -> Self {
        Self {
            types: vec![],
            by_name: HashMap::new(),
            finder: OnceLock::new(),
            batches: Pool::default(),
            withdrawn: BTreeMap::new(),
            added: Arc::default(),
            reads: Reads::default(),
            stock,
            shelved: Shelved::default(),
            settled: 0,
            known: u64::MAX,
            short: false,
        }
    }

    /// One that has to keep what another came to read.
    pub(super) fn reading_as(other: &Self) -> Self {
        Self { reads: other.reads.clone(), ..Self::on(Arc::clone(&other.stock)) }
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

    /// Has activities of a type looked at, one version each, those of a piece at a time;
    /// their rows are let go of afterwards.
    pub(super) fn each(&self, kind: &str, which: Which<'_>, look: Look<'_>) {
        let size = if matches!(which, Which::ChangedThen) { self.settled } else { self.known };
        if let Some(of_type) = self.of_kind(kind) {
            of_type.each(which, self.at(size), look);
        }
    }

    /// Has all activities of a type, of which the rows stay in memory.
    pub(super) fn all(&self, kind: &str) -> impl Iterator<Item = OnRow<'_>> {
        self.of_kind(kind).into_iter().flat_map(|of_type| of_type.all(self.at(self.known)))
    }

    const fn at(&self, size: u64) -> As<'_> {
        As { size, batches: &self.withdrawn }
    }

    fn of_kind(&self, kind: &str) -> Option<&IndexedType> {
        self.by_name.get(kind).map(|at| &self.types[*at].1)
    }

    /// How many versions of activities of a type there are.
    pub(super) fn count_of(&self, kind: &str) -> usize {
        self.of_kind(kind).map_or(0, IndexedType::len)
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

    /// Whether one of these ids, which are in order, stands on a row.
    pub(super) fn has_any(&self, ids: &[EntryId]) -> bool {
        each(&self.types, |(_, of_type)| of_type.has_any(ids)).contains(&true)
    }

    /// Which fields are kept.
    pub(super) fn kept_fields(&self) -> KeptFields {
        KeptFields::of(self.reads.clone())
    }

    /// Adds the original of an activity.
    pub(super) fn add(&mut self, kind: &str, fresh: &mut Fresh<'_, '_>) {
        let (at, id) = (self.place_of(kind), fresh.id);
        let row = self.types[at].1.add(None, fresh, self.reads.of(kind));
        self.stand(at, row, id);
    }

    /// Adds a correction of an original.
    pub(super) fn correct(&mut self, original: Spot, fresh: &mut Fresh<'_, '_>) {
        let (at, id) = (usize::from(original.kind), fresh.id);
        let (kind, of_type) = &mut self.types[at];
        let row = of_type.add(Some(original.row as usize), fresh, self.reads.of(kind));
        self.stand(at, row, id);
    }

    fn place_of(&mut self, kind: &str) -> usize {
        if let Some(at) = self.by_name.get(kind) {
            return *at;
        }
        let name: Arc<str> = kind.into();
        self.by_name.insert(Arc::clone(&name), self.types.len());
        self.types.push((name, IndexedType::on(Arc::clone(&self.stock), self.shelved.clone())));
        self.types.len() - 1
    }

    fn stand(&mut self, at: usize, row: usize, id: EntryId) {
        if let Some(finder) = self.finder.get_mut() {
            finder.push(spot(at, row), id);
        }
    }

    /// The row of the entry with an id, be it an original or a correction.
    pub(super) fn find(&self, id: EntryId) -> Option<Spot> {
        let fresh = self.finder.get_or_init(|| self.found()).of(id, |spot| self.face(spot).id);
        let found = fresh.or_else(|| {
            let mut types = self.types.iter().enumerate();
            types.find_map(|(at, (_, of_type))| of_type.find_settled(id).map(|row| spot(at, row)))
        });
        found.filter(|spot| self.known == u64::MAX || self.sequence(*spot) < self.known)
    }

    /// All rows that came since it was packed; of each type they come in order.
    fn found(&self) -> Finder {
        let mut finder = Finder::default();
        for (at, (_, of_type)) in self.types.iter().enumerate() {
            let rows = of_type.settled()..;
            rows.zip(of_type.faces(of_type.settled()))
                .for_each(|(row, face)| finder.push(spot(at, row), face.id));
        }
        finder
    }

    fn face(&self, spot: Spot) -> rows::Face {
        self.types[usize::from(spot.kind)].1.face(spot.row as usize)
    }

    /// The place in the log of what stands on a row.
    pub(super) fn sequence(&self, spot: Spot) -> u64 {
        self.face(spot).sequence
    }

    /// Whether an original stands there.
    pub(super) fn is_original(&self, spot: Spot) -> bool {
        self.face(spot).is_original()
    }

    /// The number of an import.
    pub(super) fn batch(&mut self, id: EntryId) -> u32 {
        self.batches.number_of(&id)
    }

    /// Notes that an entry withdrew an import.
    pub(super) fn withdraw_batch(&mut self, id: EntryId, by: u64) {
        let batch = self.batch(id);
        self.withdrawn.entry(batch).or_insert(by);
    }

    /// Notes that all of an activity was withdrawn by an entry.
    pub(super) fn withdraw(&mut self, original: Spot, by: u64) {
        self.types[usize::from(original.kind)].1.course(original.row as usize).withdraw(by);
    }

    /// Notes what an entry says of one version of an original; whether it is there.
    pub(super) fn tell(&mut self, original: Spot, version: Spot, told: Told, by: u64) -> bool {
        let course = self.types[usize::from(original.kind)].1.course(original.row as usize);
        original.kind == version.kind && course.tell(version.row as usize, told, by)
    }

    /// Notes that an entry added documents to an original.
    pub(super) fn back(&mut self, original: Spot, addition: EntryId, by: u64) {
        self.tell(original, original, Told::Backed, by);
        Arc::make_mut(&mut self.added).insert(addition, original);
    }

    /// Whether an entry added documents to an activity, and stands.
    pub(super) fn has_added(&self, addition: EntryId) -> bool {
        self.added.contains_key(&addition)
    }

    /// Notes that an entry takes back what another added; whether that stood.
    pub(super) fn take_back(&mut self, addition: EntryId, by: u64) -> bool {
        if !self.has_added(addition) {
            return false;
        }
        let Some(original) = Arc::make_mut(&mut self.added).remove(&addition) else { return false };
        self.touch(original, by);
        self.tell(original, original, Told::Unbacked, by)
    }

    /// The version of an original whose entry has this hash.
    pub(super) fn version(&self, original: Spot, hash: Hash) -> Option<Spot> {
        let of_type = &self.types[usize::from(original.kind)].1;
        let row = of_type.version(original.row as usize, hash_of(hash))?;
        Some(spot(usize::from(original.kind), row))
    }

    /// Where that lies which was packed.
    pub(super) const fn shelved(&self) -> &Shelved {
        &self.shelved
    }
}

fn spot(at: usize, row: usize) -> Spot {
    Spot { kind: u16::try_from(at).unwrap_or(u16::MAX), row: u32::try_from(row).unwrap_or(u32::MAX) }
}
