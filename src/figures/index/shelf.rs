//! What was packed, read when somebody asks for it.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use super::course::Course;
use super::rows::Rows;
use crate::event::{EntryId, Hash};
use crate::figures::packed::{Packer, Unpacker};

/// Where packed bytes lie.
pub trait Shelf: Send + Sync + fmt::Debug {
    /// So many bytes from there on; none where they cannot be read.
    fn read(&self, from: u64, count: usize) -> Option<Vec<u8>>;
    /// How many bytes there are.
    fn size(&self) -> u64;
}

impl Shelf for Vec<u8> {
    fn read(&self, from: u64, count: usize) -> Option<Vec<u8>> {
        let from = usize::try_from(from).ok()?;
        self.get(from..from.checked_add(count)?).map(<[u8]>::to_vec)
    }

    fn size(&self) -> u64 {
        self.len() as u64
    }
}

/// A shelf, and whether something on it turned out to be other than it was.
#[derive(Clone, Debug)]
pub(in crate::figures) struct Shelved {
    shelf: Arc<dyn Shelf>,
    lost: Arc<AtomicBool>,
}

/// Which bytes of it, and their hash.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::figures) struct Section {
    pub(in crate::figures) from: u64,
    pub(in crate::figures) count: usize,
    pub(in crate::figures) hash: Hash,
}

impl Section {
    pub(in crate::figures) fn pack(&self, packer: &mut Packer) {
        packer.count(usize::try_from(self.from).unwrap_or(usize::MAX));
        packer.count(self.count);
        packer.0.extend_from_slice(&self.hash.0);
    }

    pub(in crate::figures) fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        Some(Self { from: from.count()? as u64, count: from.count()?, hash: Hash(from.array()?) })
    }
}

impl Shelved {
    pub(in crate::figures) fn on(shelf: Arc<dyn Shelf>) -> Self {
        Self { shelf, lost: Arc::default() }
    }

    /// The bytes of a section; none where they are not those that were packed.
    pub(in crate::figures) fn section(&self, section: Section) -> Option<Vec<u8>> {
        let bytes = self.shelf.read(section.from, section.count);
        let bytes = bytes.filter(|bytes| Hash::of(bytes) == section.hash);
        if bytes.is_none() {
            self.lose();
        }
        bytes
    }

    /// Whether a section can lie here, whatever it says.
    fn has_room(&self, section: Section) -> bool {
        section.from.checked_add(section.count as u64).is_some_and(|end| end <= self.shelf.size())
    }

    /// Notes that something was not there as it was packed.
    pub(in crate::figures) fn lose(&self) {
        self.lost.store(true, Ordering::Relaxed);
    }

    /// Whether something was not.
    pub(in crate::figures) fn is_lost(&self) -> bool {
        self.lost.load(Ordering::Relaxed)
    }
}

/// The rows of a type that were packed.
#[derive(Debug)]
pub(super) struct PackedRows {
    pub(super) count: usize,
    /// Whether their ids are in order.
    pub(super) in_order: bool,
    pub(super) section: Section,
    pub(super) shelved: Shelved,
    read: OnceLock<Read>,
}

/// What was read of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Read {
    pub(super) rows: Rows,
    /// What became of the few that were corrected, withdrawn or judged by then.
    pub(super) courses: BTreeMap<usize, Course>,
}

/// How many bytes an id takes, behind the number of all of them.
const ID: usize = 16;

impl PackedRows {
    /// So many rows; none where there cannot be so many there.
    pub(super) fn new(count: usize, in_order: bool, section: Section, shelved: Shelved) -> Option<Self> {
        let fits = shelved.has_room(section) && count <= section.count / ID;
        fits.then(|| Self { count, in_order, section, shelved, read: OnceLock::new() })
    }

    pub(super) fn read(&self) -> &Read {
        self.read.get_or_init(|| {
            let read = self.shelved.section(self.section).and_then(|bytes| Read::unpack(&bytes));
            read.filter(|read| read.rows.len() == self.count).unwrap_or_else(|| {
                self.shelved.lose();
                Read { rows: Rows::unknown(self.count), courses: BTreeMap::new() }
            })
        })
    }

    /// The row of an id. Of those in order few are looked at.
    pub(super) fn find(&self, id: EntryId) -> Option<usize> {
        if !self.in_order || self.read.get().is_some() {
            let rows = &self.read().rows;
            return (0..rows.len()).find(|row| rows.id(*row) == id);
        }
        let (mut first, mut after) = (0, self.count);
        while first < after {
            let middle = usize::midpoint(first, after);
            let at = self.section.from + (size_of::<u64>() + middle * ID) as u64;
            let bytes = self.shelved.shelf.read(at, ID)?;
            let found = EntryId::new(uuid::Uuid::from_slice(&bytes).ok()?);
            match found.cmp(&id) {
                std::cmp::Ordering::Less => first = middle + 1,
                std::cmp::Ordering::Equal => return Some(middle),
                std::cmp::Ordering::Greater => after = middle,
            }
        }
        None
    }
}

impl Read {
    pub(super) fn pack(&self, packer: &mut Packer) {
        self.rows.pack(packer);
        packer.count(self.courses.len());
        for (original, course) in &self.courses {
            packer.count(*original);
            course.pack(packer);
        }
    }

    fn unpack(bytes: &[u8]) -> Option<Self> {
        let mut from = Unpacker(bytes);
        let mut read = Self { rows: Rows::unpack(&mut from)?, courses: BTreeMap::new() };
        for _ in 0..from.count()? {
            read.courses.insert(from.count()?, Course::unpack(&mut from)?);
        }
        let rows = read.rows.len();
        let is_there = |course: &Course| {
            !course.versions.is_empty() && course.versions.iter().all(|version| version.row < rows)
        };
        let fits = read.courses.iter().all(|(original, course)| *original < rows && is_there(course));
        (fits && from.0.is_empty()).then_some(read)
    }
}
