//! What became of an activity after it was recorded. Of most nothing did.
//!
//! It is kept with the place of each entry that said it, so that it can be told as it
//! was when the ledger had a size that it had once.

use std::collections::BTreeMap;

use super::Told;
use super::rows::Face;
use crate::figures::fate::{self, Fate};
use crate::figures::packed::{Packer, Unpacker};
use crate::figures::record::Absent;

/// The versions of an activity about which something was said.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Course {
    /// Sequence of the entry that withdrew all of it; 0 of none, as no entry withdraws
    /// what stands before it.
    withdrawn: u64,
    /// The original, then its corrections.
    versions: Vec<VersionOnRow>,
    /// What was said of them, in order. Of most nothing was, and they are many.
    said: Box<[Saying]>,
}

/// A version.
#[derive(Clone, PartialEq, Eq, Debug)]
struct VersionOnRow {
    sequence: u64,
    row: u32,
    /// Whether it lay in the future when it was recorded.
    planned: bool,
}

/// What an entry says of a version.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Saying {
    /// The place of the entry.
    sequence: u64,
    /// Which of the versions.
    version: usize,
    told: Told,
}

/// As of when something is asked.
#[derive(Clone, Copy, Debug)]
pub(in crate::figures) struct As<'a> {
    /// The size of the ledger then.
    pub(super) size: u64,
    /// The imports that were withdrawn, by their numbers, each with the entry that did so.
    pub(super) batches: &'a BTreeMap<u32, u64>,
}

impl As<'_> {
    /// By which entry it was withdrawn with the import that it came with.
    pub(super) fn withdrew(&self, original: &Face) -> Option<u64> {
        // Most came with none.
        let by = if original.batch > 0 { self.batches.get(&original.batch) } else { None };
        by.copied().filter(|by| *by < self.size)
    }
}

impl Course {
    /// That of an activity of which nothing was said yet.
    pub(super) fn of(row: usize, original: &Face) -> Self {
        Self { versions: vec![VersionOnRow::of(row, original)], ..Self::default() }
    }

    /// Adds a correction.
    pub(super) fn correct(&mut self, row: usize, face: &Face) {
        self.versions.reserve_exact(1);
        self.versions.push(VersionOnRow::of(row, face));
    }

    /// Notes that all of it was withdrawn.
    pub(super) fn withdraw(&mut self, by: u64) {
        self.withdrawn = by;
    }

    /// Notes what an entry says of the version on a row; whether it is there.
    pub(super) fn tell(&mut self, row: usize, told: Told, sequence: u64) -> bool {
        let Some(version) = self.rows().position(|own| own == row) else { return false };
        let said = self.said.iter().copied().chain([Saying { sequence, version, told }]);
        self.said = said.collect();
        true
    }

    /// The rows of all versions.
    pub(super) fn rows(&self) -> impl Iterator<Item = usize> {
        self.versions.iter().map(|version| version.row as usize)
    }

    /// The row of the version that counted, where approval is asked for or not; where
    /// none did, that of the last not withdrawn, and why.
    pub(super) fn standing(&self, approval: bool, known: As<'_>) -> (usize, Result<(), Absent>) {
        let of = |place: usize| self.fate(place, known.size);
        let count = self.count(known.size);
        let row = |place: usize| self.versions[place].row as usize;
        let latest = || row(fate::latest(count, of));
        if 0 < self.withdrawn && self.withdrawn < known.size {
            return (latest(), Err(Absent::Withdrawn(self.withdrawn)));
        }
        match fate::standing(count, of, approval) {
            Ok(place) => (row(place), Ok(())),
            Err(absent) => (latest(), Err(absent)),
        }
    }

    /// Whether documents were added to it, and not all of them taken back.
    pub(super) fn is_backed(&self, size: u64) -> bool {
        let said = self.said.iter().take_while(|said| said.sequence < size);
        let standing = said.fold(0_u32, |standing, said| match said.told {
            Told::Backed => standing + 1,
            Told::Unbacked => standing.saturating_sub(1),
            _ => standing,
        });
        standing > 0
    }

    /// How many versions were there.
    fn count(&self, size: u64) -> usize {
        // Whoever asks looks at a version, so the original was there, whatever bytes say.
        let corrections = self.versions.iter().skip(1);
        1 + corrections.take_while(|version| version.sequence < size).count()
    }

    /// What was known of a version.
    fn fate(&self, place: usize, size: u64) -> Fate {
        let mut fate = self.versions[place].untold();
        let said = self.said.iter().take_while(|said| said.sequence < size);
        for Saying { told, .. } in said.filter(|said| said.version == place) {
            match told {
                Told::Withdrawn => fate.withdrawn = true,
                Told::Confirmed => fate.planned = false,
                Told::Judged(approved) => fate.approved = Some(*approved),
                // Of all versions, and of whether one counts it says nothing.
                Told::Backed | Told::Unbacked => {}
            }
        }
        fate
    }

    pub(super) fn pack(&self, packer: &mut Packer) {
        packer.place(self.withdrawn);
        packer.each(self.versions.iter(), |packer, version| {
            packer.count(version.row as usize);
            packer.place(version.sequence);
            packer.0.push(u8::from(version.planned));
        });
        packer.each(self.said.iter(), |packer, said| {
            packer.place(said.sequence);
            packer.count(said.version);
            packer.0.push(mark_of(said.told));
        });
    }

    pub(super) fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let withdrawn = from.place()?;
        let versions = from.each(|from| {
            let row = u32::try_from(from.count()?).ok()?;
            Some(VersionOnRow { row, sequence: from.place()?, planned: from.byte()? == 1 })
        })?;
        let said = from.each(|from| {
            Some(Saying { sequence: from.place()?, version: from.count()?, told: told_by(from.byte()?)? })
        })?;
        Some(Self { withdrawn, versions, said: said.into() })
    }

    /// Whether it can be that of the original on a row, of so many.
    pub(super) fn fits(&self, original: usize, count: usize) -> bool {
        self.rows().next() == Some(original)
            && self.rows().all(|row| row < count)
            && self.said.iter().all(|said| said.version < self.versions.len())
    }
}

impl VersionOnRow {
    fn of(row: usize, face: &Face) -> Self {
        Self {
            row: u32::try_from(row).unwrap_or(u32::MAX),
            sequence: face.sequence,
            planned: face.is_planned(),
        }
    }

    fn untold(&self) -> Fate {
        Fate { planned: self.planned, ..Fate::default() }
    }
}

const WITHDRAWN: u8 = 0;
const CONFIRMED: u8 = 1;
const APPROVED: u8 = 2;
const REJECTED: u8 = 3;
const BACKED: u8 = 4;
const UNBACKED: u8 = 5;

const fn mark_of(told: Told) -> u8 {
    match told {
        Told::Withdrawn => WITHDRAWN,
        Told::Confirmed => CONFIRMED,
        Told::Judged(true) => APPROVED,
        Told::Judged(false) => REJECTED,
        Told::Backed => BACKED,
        Told::Unbacked => UNBACKED,
    }
}

const fn told_by(mark: u8) -> Option<Told> {
    match mark {
        WITHDRAWN => Some(Told::Withdrawn),
        CONFIRMED => Some(Told::Confirmed),
        APPROVED => Some(Told::Judged(true)),
        REJECTED => Some(Told::Judged(false)),
        BACKED => Some(Told::Backed),
        UNBACKED => Some(Told::Unbacked),
        _ => None,
    }
}
