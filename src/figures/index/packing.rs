//! An index as bytes and back: sections, and what says where each of them lies.

use std::collections::HashMap;
use std::sync::Arc;

use uuid::Uuid;

use super::Index;
use super::finder::Spot;
use super::piece::{Outline, Piece, Pieces};
use super::pool::Pool;
use super::shelf::{Section, Shelved};
use crate::event::{EntryId, Hash};
use crate::figures::packed::{Packer, Unpacker};
use crate::figures::parallel::few_at_a_time;

impl Index {
    /// Puts its sections out one after the other, and returns where which of them
    /// lies; of what rules read nothing, for definitions say it. None where what was
    /// packed before is lost.
    ///
    /// Full pieces come first, in the order in which they became full: whoever goes on
    /// puts the same bytes there, and others behind them.
    pub(in crate::figures) fn pack(&self, out: &mut Sections<'_>) -> Option<Vec<u8>> {
        let mut of_types: Vec<Vec<Outline>> = vec![vec![]; self.types.len()];
        for (at, piece) in self.full() {
            let bytes = piece.shelved.section(piece.outline.section)?;
            of_types[at].push(piece.outline.at(out.put_hashed(&bytes, piece.outline.section.hash)));
        }
        let mut into = of_types.iter_mut();
        few_at_a_time(
            &self.types,
            |(_, of_type)| of_type.rest(),
            |rest| {
                if let Some((pieces, (outline, bytes))) = into.next().zip(rest) {
                    pieces.push(outline.at(out.put_hashed(&bytes, outline.section.hash)));
                }
            },
        );
        let mut packer = Packer::default();
        packer.ids(self.batches.values());
        packer.each(self.withdrawn.iter(), |packer, (batch, by)| {
            packer.count(*batch as usize);
            packer.place(*by);
        });
        packer.each(self.added.iter(), |packer, (addition, original)| {
            packer.0.extend_from_slice(addition.uuid().as_bytes());
            packer.count(usize::from(original.kind));
            packer.count(original.row as usize);
        });
        packer.count(self.types.len());
        for (pieces, (kind, of_type)) in of_types.iter().zip(&self.types) {
            packer.text(kind);
            packer.each(pieces.iter(), |packer, piece| piece.pack(packer));
            of_type.put_courses(out).pack(&mut packer);
        }
        (!self.shelved.is_lost()).then_some(packer.0)
    }

    /// The full pieces of all types, in the order in which they became full.
    fn full(&self) -> Vec<(usize, &Arc<Piece>)> {
        let of_types = self.types.iter().enumerate();
        let mut all: Vec<_> =
            of_types.flat_map(|(at, (_, of_type))| of_type.full().map(move |piece| (at, piece))).collect();
        all.sort_by_key(|(_, piece)| piece.outline.last);
        all
    }

    /// Takes in what was packed when the ledger had a size; whether what says where it
    /// lies is whole.
    pub(in crate::figures) fn unpack(&mut self, bytes: &[u8], size: u64, shelved: Shelved) -> bool {
        let (reads, stock) = (std::mem::take(&mut self.reads), Arc::clone(&self.stock));
        *self = Self { reads, shelved, settled: size, ..Self::on(stock) };
        Places::read(bytes).is_some_and(|places| self.take(places))
    }

    /// The same as of a smaller size.
    pub(in crate::figures) fn unpack_then(&mut self, bytes: &[u8], size: u64, shelved: Shelved) -> bool {
        let is_whole = self.unpack(bytes, size, shelved);
        self.known = size;
        is_whole
    }

    fn take(&mut self, places: Places) -> bool {
        self.batches = Pool::of(places.batches);
        self.withdrawn = places.withdrawn.into_iter().collect();
        let are_taken = places.types.into_iter().all(|(kind, pieces, courses)| {
            let piece = |outline| Piece::of(outline, self.shelved.clone()).map(Arc::new);
            let pieces: Option<Pieces> = pieces.into_iter().map(piece).collect();
            let at = self.place_of(&kind);
            pieces.is_some_and(|pieces| self.types[at].1.take(pieces, courses))
        });
        let is_there = |original: &Spot| {
            let of_type = self.types.get(usize::from(original.kind));
            of_type.is_some_and(|(_, of_type)| (original.row as usize) < of_type.len())
        };
        let fits = are_taken && places.added.iter().all(|(_, original)| is_there(original));
        self.added = Arc::new(places.added.into_iter().collect());
        fits
    }

    /// Where pieces lie that were packed, by their hashes.
    pub(in crate::figures) fn pieces_of(bytes: &[u8]) -> Option<HashMap<Hash, u64>> {
        let types = Places::read(bytes)?.types;
        let pieces = types.into_iter().flat_map(|(_, pieces, _)| pieces);
        Some(pieces.map(|piece| (piece.section.hash, piece.section.from)).collect())
    }
}

/// What says where an index lies.
struct Places {
    batches: Vec<EntryId>,
    withdrawn: Vec<(u32, u64)>,
    /// The entries that added documents, each with the original it added to.
    added: Vec<(EntryId, Spot)>,
    /// The pieces of each type, and what became of its activities.
    types: Vec<(String, Vec<Outline>, Section)>,
}

impl Places {
    fn read(bytes: &[u8]) -> Option<Self> {
        let mut from = Unpacker(bytes);
        let batches = from.ids()?;
        let withdrawn = from.each(|from| Some((u32::try_from(from.count()?).ok()?, from.place()?)))?;
        let addition = |from: &mut Unpacker<'_>| {
            let id = EntryId::new(Uuid::from_bytes(from.array()?));
            let (kind, row) = (u16::try_from(from.count()?).ok()?, u32::try_from(from.count()?).ok()?);
            Some((id, Spot { kind, row }))
        };
        let added = from.each(addition)?;
        let of_type = |from: &mut Unpacker<'_>| {
            Some((from.text()?.to_owned(), from.each(Outline::unpack)?, Section::unpack(from)?))
        };
        let types = from.each(of_type)?;
        from.0.is_empty().then_some(Self { batches, withdrawn, added, types })
    }
}

/// Sections that are put out one after the other.
pub(in crate::figures) struct Sections<'o> {
    put: &'o mut dyn FnMut(&[u8]),
    from: u64,
}

impl<'o> Sections<'o> {
    pub(in crate::figures) fn to(put: &'o mut dyn FnMut(&[u8])) -> Self {
        Self { put, from: 0 }
    }

    /// Puts a section out; where it lies.
    pub(in crate::figures) fn put(&mut self, bytes: &[u8]) -> Section {
        self.put_hashed(bytes, Hash::of(bytes))
    }

    /// The same of bytes of a known hash.
    pub(super) fn put_hashed(&mut self, bytes: &[u8], hash: Hash) -> Section {
        (self.put)(bytes);
        let section = Section { from: self.from, count: bytes.len(), hash };
        self.from += bytes.len() as u64;
        section
    }
}
