//! Where packed bytes lie, and how they are read again.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::event::Hash;
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

/// Where rows are put as soon as they are enough for a piece, so that they need not
/// stay in memory.
pub trait Stock: Send + Sync + fmt::Debug {
    /// Puts bytes of this hash somewhere; on which shelf they lie now, and from where on.
    fn put(&self, bytes: Vec<u8>, hash: Hash) -> (Arc<dyn Shelf>, u64);

    /// How many rows are enough for a piece.
    fn rows(&self) -> usize {
        8_192
    }
}

/// Bytes that stay in memory all the same: where entries are few.
#[derive(Debug)]
pub struct InMemory;

impl Stock for InMemory {
    fn put(&self, bytes: Vec<u8>, _: Hash) -> (Arc<dyn Shelf>, u64) {
        (Arc::new(bytes), 0)
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
        packer.place(self.from);
        packer.count(self.count);
        packer.0.extend_from_slice(&self.hash.0);
    }

    pub(in crate::figures) fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        Some(Self { from: from.place()?, count: from.count()?, hash: Hash(from.array()?) })
    }
}

impl Default for Shelved {
    fn default() -> Self {
        Self::on(Arc::new(Vec::new()))
    }
}

impl Shelved {
    pub(in crate::figures) fn on(shelf: Arc<dyn Shelf>) -> Self {
        Self { shelf, lost: Arc::default() }
    }

    /// The same of another shelf: what is lost there is lost here too.
    pub(super) fn beside(&self, other: Arc<dyn Shelf>) -> Self {
        Self { shelf: other, lost: Arc::clone(&self.lost) }
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

    /// A few bytes within a section, as they are read: nobody hashes the rest for them.
    pub(super) fn within<const N: usize>(&self, section: Section, at: usize) -> Option<[u8; N]> {
        self.shelf.read(section.from + at as u64, N)?.try_into().ok()
    }

    /// Whether a section can lie here, whatever it says.
    pub(super) fn has_room(&self, section: Section) -> bool {
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
