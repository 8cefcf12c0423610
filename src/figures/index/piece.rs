//! Rows of a type that were packed, read when somebody asks for them.

use std::cmp::Ordering;
use std::sync::{Arc, OnceLock};

use super::rows::{FACE, Face, Rows};
use super::shelf::{Section, Shelved, Stock};
use crate::event::{EntryId, Hash};
use crate::figures::packed::{Packer, Unpacker};

/// So many rows of a type, which follow each other.
#[derive(Debug)]
pub(super) struct Piece {
    pub(super) outline: Outline,
    pub(super) shelved: Shelved,
    /// Whether it was put there by whoever reads it: what was just written is read
    /// without hashing all of it for a few bytes.
    is_own: bool,
    read: OnceLock<Rows>,
}

/// What is known of a piece without reading it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Outline {
    pub(super) count: usize,
    /// Between which its ids are, and whether they are in order.
    ids: [EntryId; 2],
    in_order: bool,
    /// The place in the log of its last row.
    pub(super) last: u64,
    pub(super) section: Section,
}

/// Rows that are read for a while, or for good.
pub(super) enum Lent<'a> {
    Kept(&'a Rows),
    Read(Box<Rows>),
}

impl Lent<'_> {
    pub(super) const fn rows(&self) -> &Rows {
        match self {
            Self::Kept(rows) => rows,
            Self::Read(rows) => rows,
        }
    }
}

impl Piece {
    /// One that was packed earlier; none where there cannot be so many rows there.
    pub(super) fn of(outline: Outline, shelved: Shelved) -> Option<Self> {
        let Outline { count, section, .. } = outline;
        let fits = shelved.has_room(section) && count > 0 && count <= section.count / FACE;
        fits.then(|| Self { outline, shelved, is_own: false, read: OnceLock::new() })
    }

    /// Packs rows, of which there are some, and puts them away.
    pub(super) fn pack(rows: &Rows, stock: &dyn Stock, beside: &Shelved) -> Self {
        let (outline, bytes) = packed(rows);
        let (shelf, from) = stock.put(bytes, outline.section.hash);
        let outline = outline.at(Section { from, ..outline.section });
        Self { outline, shelved: beside.beside(shelf), is_own: true, read: OnceLock::new() }
    }

    /// Its rows, which stay in memory from then on.
    pub(super) fn rows(&self) -> &Rows {
        self.read.get_or_init(|| self.unpacked())
    }

    /// Its rows, let go afterwards unless they were in memory.
    pub(super) fn lent(&self) -> Lent<'_> {
        self.read.get().map_or_else(|| Lent::Read(Box::new(self.unpacked())), Lent::Kept)
    }

    fn unpacked(&self) -> Rows {
        let rows = self.shelved.section(self.outline.section).and_then(Rows::unpack);
        rows.filter(|rows| rows.len() == self.outline.count).unwrap_or_else(|| {
            self.shelved.lose();
            Rows::unknown(self.outline.count)
        })
    }

    /// Who stands on a row.
    pub(super) fn face(&self, at: usize) -> Face {
        let cell = || self.cell(at).filter(|_| self.is_own && self.read.get().is_none());
        cell().unwrap_or_else(|| self.rows().face(at))
    }

    fn cell(&self, at: usize) -> Option<Face> {
        Face::unpack(self.shelved.within(self.outline.section, size_of::<u64>() + at * FACE)?)
    }

    /// Whether one of these ids, which are in order, stands on a row. Of most pieces that is
    /// told without reading them.
    pub(super) fn has_any(&self, ids: &[EntryId]) -> bool {
        let [least, greatest] = self.outline.ids;
        let from = ids.partition_point(|id| *id < least);
        let ids = &ids[from..][..ids[from..].partition_point(|id| *id <= greatest)];
        let has = |id: EntryId| ids.binary_search(&id).is_ok();
        match self.read.get() {
            _ if ids.is_empty() => false,
            Some(rows) => rows.faces().iter().any(|face| has(face.id)),
            None => self.ids().into_iter().any(has),
        }
    }

    fn ids(&self) -> Vec<EntryId> {
        let ids = self.shelved.section(self.outline.section).and_then(|bytes| Rows::ids_in(&bytes));
        ids.unwrap_or_else(|| {
            self.shelved.lose();
            vec![]
        })
    }

    /// The row of an id. Where they are in order few are looked at.
    pub(super) fn find(&self, id: EntryId) -> Option<usize> {
        let [least, greatest] = self.outline.ids;
        if id < least || greatest < id {
            return None;
        }
        if !self.outline.in_order || self.read.get().is_some() {
            return self.lent().rows().faces().iter().position(|face| face.id == id);
        }
        let (mut first, mut after) = (0, self.outline.count);
        while first < after {
            let middle = usize::midpoint(first, after);
            match self.cell(middle)?.id.cmp(&id) {
                Ordering::Less => first = middle + 1,
                Ordering::Equal => return Some(middle),
                Ordering::Greater => after = middle,
            }
        }
        None
    }
}

impl Outline {
    /// That of rows, of which there are some.
    fn of(rows: &Rows, section: Section) -> Self {
        let faces = rows.faces();
        let ids = || faces.iter().map(|face| face.id);
        let unknown = EntryId::new(uuid::Uuid::nil());
        Self {
            count: faces.len(),
            ids: [ids().min(), ids().max()].map(|id| id.unwrap_or(unknown)),
            in_order: faces.is_sorted_by(|one, next| one.id < next.id),
            last: faces.last().map_or(0, |face| face.sequence),
            section,
        }
    }

    /// The same where its bytes were put elsewhere.
    pub(super) const fn at(self, section: Section) -> Self {
        Self { section, ..self }
    }

    pub(super) fn pack(&self, packer: &mut Packer) {
        packer.count(self.count);
        packer.ids(&self.ids);
        packer.0.push(u8::from(self.in_order));
        packer.place(self.last);
        self.section.pack(packer);
    }

    pub(super) fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        Some(Self {
            count: from.count()?,
            ids: from.ids()?.try_into().ok()?,
            in_order: from.byte()? == 1,
            last: from.place()?,
            section: Section::unpack(from)?,
        })
    }
}

/// The bytes of rows, with what is known of them without reading these; where these lie is
/// not known yet.
pub(super) fn packed(rows: &Rows) -> (Outline, Vec<u8>) {
    let mut packer = Packer::default();
    rows.pack(&mut packer);
    let bytes = packer.0;
    let section = Section { from: 0, count: bytes.len(), hash: Hash::of(&bytes) };
    (Outline::of(rows, section), bytes)
}

/// The pieces of a type, one after the other.
pub(super) type Pieces = Vec<Arc<Piece>>;
