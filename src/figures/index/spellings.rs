//! Values as the bytes that spell them, kept once each under a number: as long as rows come
//! nobody asks what they say.

use std::hash::BuildHasher;
use std::ops::Range;

use hashbrown::{DefaultHashBuilder, HashTable};

use crate::event::{Json, value_of};
use crate::figures::packed::{Packer, Unpacker};

/// Different values, numbered from 1 in the order in which they came.
#[derive(Clone, Debug, Default)]
pub(super) struct Spellings {
    bytes: Vec<u8>,
    /// Where in the bytes each value ends.
    ends: Vec<usize>,
    /// Their numbers, each with the hash of what spells the value.
    numbers: HashTable<(u64, u32)>,
    hasher: DefaultHashBuilder,
}

impl Spellings {
    /// Those of other values, in their order; none where the bytes do not say them.
    pub(super) fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let mut all = Self::default();
        for _ in 0..from.count()? {
            all.number(from.bytes()?);
        }
        Some(all)
    }

    /// The number of the value that these bytes spell.
    pub(super) fn number(&mut self, spelt: &[u8]) -> u32 {
        let Self { bytes, ends, numbers, hasher } = self;
        let hash = hasher.hash_one(spelt);
        let at = |number: u32| &bytes[place(ends, number as usize - 1)];
        if let Some((_, number)) =
            numbers.find(hash, |(known, number)| *known == hash && at(*number) == spelt)
        {
            return *number;
        }
        bytes.extend_from_slice(spelt);
        ends.push(bytes.len());
        let number = u32::try_from(ends.len()).unwrap_or(u32::MAX);
        numbers.insert_unique(hash, (hash, number), |(hash, _)| *hash);
        number
    }

    /// Has no values any more, and room for as many.
    pub(super) fn clear(&mut self) {
        self.bytes.clear();
        self.ends.clear();
        self.numbers.clear();
    }

    /// What each of them says; none where that cannot be read.
    pub(super) fn values(&self) -> Vec<Option<Json>> {
        self.each().map(value_of).collect()
    }

    pub(super) fn pack(&self, packer: &mut Packer) {
        packer.each(self.each(), Packer::bytes);
    }

    /// The bytes of the value at a place.
    pub(super) fn at(&self, place: usize) -> Option<&[u8]> {
        (place < self.ends.len()).then(|| &self.bytes[self::place(&self.ends, place)])
    }

    fn each(&self) -> impl ExactSizeIterator<Item = &[u8]> {
        (0..self.ends.len()).map(|at| &self.bytes[place(&self.ends, at)])
    }
}

/// Where the value at a place stands in the bytes.
fn place(ends: &[usize], at: usize) -> Range<usize> {
    let from = at.checked_sub(1).map_or(0, |before| ends[before]);
    from..ends[at]
}
