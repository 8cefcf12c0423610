//! Columns as bytes and back: numbers in little-endian order, each column behind
//! its length.

use chrono::{Datelike, NaiveDate};

use crate::event::{Day, EntryId, Exact, Json, Period, decode_value};

/// What the first byte of a number says of it.
const WHOLE: u8 = 0;
const NEGATIVE: u8 = 1;
const RATIO: u8 = 2;

/// In a byte of a small number that another follows.
const MORE: u8 = 0x80;

/// Bytes that are written.
#[derive(Default)]
pub(super) struct Packer(pub(super) Vec<u8>);

impl Packer {
    pub(super) fn count(&mut self, count: usize) {
        self.0.extend_from_slice(&(count as u64).to_le_bytes());
    }

    /// A place in the log.
    pub(super) fn place(&mut self, place: u64) {
        self.0.extend_from_slice(&place.to_le_bytes());
    }

    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        self.count(bytes.len());
        self.0.extend_from_slice(bytes);
    }

    /// A column whose every cell takes so many bytes.
    pub(super) fn column<T: Copy, const N: usize>(&mut self, cells: &[T], bytes: fn(T) -> [u8; N]) {
        self.count(cells.len());
        self.0.reserve(cells.len() * N);
        for cell in cells {
            self.0.extend_from_slice(&bytes(*cell));
        }
    }

    pub(super) fn day(&mut self, day: Day) {
        self.0.extend_from_slice(&number_of(day).to_le_bytes());
    }

    pub(super) fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    /// All of a list, each after the other, behind how many they are.
    pub(super) fn each<T>(&mut self, items: impl ExactSizeIterator<Item = T>, pack: fn(&mut Self, T)) {
        self.count(items.len());
        items.for_each(|item| pack(self, item));
    }

    pub(super) fn numbers(&mut self, numbers: &[u32]) {
        self.column(numbers, u32::to_le_bytes);
    }

    pub(super) fn ids(&mut self, ids: &[EntryId]) {
        self.column(ids, |id| *id.uuid().as_bytes());
    }

    pub(super) fn periods(&mut self, periods: &[Period]) {
        self.column(periods, |period| {
            let [from, to] = [period.from, period.to].map(|day| number_of(day).to_le_bytes());
            [from[0], from[1], from[2], from[3], to[0], to[1], to[2], to[3]]
        });
    }

    /// A number that mostly is small: seven bits in each byte, the lowest first, and in all
    /// but the last byte the eighth (LEB128).
    pub(super) fn small(&mut self, mut number: u64) {
        while number >= u64::from(MORE) {
            self.0.push(number.to_le_bytes()[0] | MORE);
            number /= u64::from(MORE);
        }
        self.0.push(number.to_le_bytes()[0]);
    }

    /// A number. Most are nothing or whole, which takes few bytes.
    pub(super) fn exact(&mut self, number: &Exact) {
        match number.whole() {
            Some(whole) => {
                self.0.push(if whole < 0 { NEGATIVE } else { WHOLE });
                self.small(whole.unsigned_abs());
            }
            None => {
                self.0.push(RATIO);
                self.text(&number.ratio());
            }
        }
    }
}

/// The number of a day, counted from the first of the common era.
pub(super) fn number_of(day: Day) -> i32 {
    day.date().num_days_from_ce()
}

/// The day of a number.
pub(super) fn day_of(number: i32) -> Option<Day> {
    Day::from_date(NaiveDate::from_num_days_from_ce_opt(number)?)
}

/// Bytes that are read; none where they end too early or say what cannot be.
pub(super) struct Unpacker<'a>(pub(super) &'a [u8]);

impl<'a> Unpacker<'a> {
    pub(super) fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    pub(super) fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }

    pub(super) fn byte(&mut self) -> Option<u8> {
        self.take(1).map(|bytes| bytes[0])
    }

    pub(super) fn count(&mut self) -> Option<usize> {
        let bytes = self.take(8)?;
        usize::try_from(u64::from_le_bytes(bytes.try_into().ok()?)).ok()
    }

    pub(super) fn place(&mut self) -> Option<u64> {
        self.array().map(u64::from_le_bytes)
    }

    pub(super) fn bytes(&mut self) -> Option<&'a [u8]> {
        let count = self.count()?;
        self.take(count)
    }

    pub(super) fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.bytes()?).ok()
    }

    pub(super) fn column<T, const N: usize>(&mut self, cell: fn([u8; N]) -> Option<T>) -> Option<Vec<T>> {
        let count = self.count()?;
        let (cells, rest) = self.take(count.checked_mul(N)?)?.as_chunks::<N>();
        debug_assert!(rest.is_empty(), "as many bytes as cells");
        cells.iter().map(|bytes| cell(*bytes)).collect()
    }

    pub(super) fn day(&mut self) -> Option<Day> {
        day_of(i32::from_le_bytes(self.array()?))
    }

    /// A list, each item read by itself.
    pub(super) fn each<T>(&mut self, mut read: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.count()?;
        // Whatever a number says, no list is longer than its bytes.
        let mut items = Vec::with_capacity(count.min(self.0.len() / size_of::<u64>()));
        for _ in 0..count {
            items.push(read(self)?);
        }
        Some(items)
    }

    pub(super) fn numbers(&mut self) -> Option<Vec<u32>> {
        self.column(|bytes| Some(u32::from_le_bytes(bytes)))
    }

    pub(super) fn ids(&mut self) -> Option<Vec<EntryId>> {
        self.column(|bytes| Some(EntryId::new(uuid::Uuid::from_bytes(bytes))))
    }

    pub(super) fn periods(&mut self) -> Option<Vec<Period>> {
        self.column(|[a, b, c, d, e, f, g, h]| {
            let [from, to] = [[a, b, c, d], [e, f, g, h]].map(i32::from_le_bytes);
            // Most are of one day.
            let last = day_of(to)?;
            if from == to { Some(Period::on(last)) } else { Period::new(day_of(from)?, last).ok() }
        })
    }

    /// What [`Packer::small`] made of a number.
    pub(super) fn small(&mut self) -> Option<u64> {
        // Most are of one byte.
        if let [byte @ ..MORE, rest @ ..] = self.0 {
            self.0 = rest;
            return Some(u64::from(*byte));
        }
        let mut number = 0_u64;
        for place in (0..u64::BITS).step_by(7) {
            let byte = self.byte()?;
            let bits = u64::from(byte % MORE);
            number |= (bits.leading_zeros() >= place).then_some(bits << place)?;
            if byte < MORE {
                return Some(number);
            }
        }
        None
    }

    pub(super) fn exact(&mut self) -> Option<Exact> {
        match self.byte()? {
            WHOLE => Some(Exact::from(i64::try_from(self.small()?).ok()?)),
            NEGATIVE => Some(Exact::from(0_i64.checked_sub_unsigned(self.small()?)?)),
            RATIO => Exact::of_ratio(self.text()?),
            _ => None,
        }
    }

    pub(super) fn values(&mut self) -> Option<Vec<Option<Json>>> {
        let count = self.count()?;
        (0..count).map(|_| decode_value(self.bytes()?).ok().map(Some)).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Packer, Unpacker};
    use crate::event::Exact;

    proptest! {
        #[test]
        fn numbers_are_read_as_they_were_packed(small: u64, shift in 0..64_u32, whole: i64, units: i64) {
            let (small, whole) = (small >> shift, whole >> shift);
            let (whole, third) = (Exact::from(whole), Exact::scaled(units.into(), 3));
            let third = third.divided_by(&Exact::from(3_i64)).unwrap_or_default();
            let mut packer = Packer::default();
            packer.small(small);
            prop_assert_eq!(packer.0.len(), (64 - (small | 1).leading_zeros()).div_ceil(7) as usize);
            packer.exact(&whole);
            packer.exact(&third);
            let mut from = Unpacker(&packer.0);
            prop_assert_eq!(from.small(), Some(small));
            prop_assert_eq!((from.exact(), from.exact()), (Some(whole), Some(third)));
            prop_assert!(from.0.is_empty());
        }

        #[test]
        fn any_bytes_are_a_number_or_none(bytes: Vec<u8>) {
            let _ = (Unpacker(&bytes).small(), Unpacker(&bytes).exact());
        }
    }

    #[test]
    fn what_is_no_number_of_64_bits_is_refused() {
        let most = [[255; 9].as_slice(), &[1]].concat();
        assert_eq!(Unpacker(&most).small(), Some(u64::MAX));
        for bytes in [vec![128], vec![], [[255; 9].as_slice(), &[2]].concat(), vec![128; 11]] {
            assert_eq!(Unpacker(&bytes).small(), None, "{bytes:?}");
        }
    }
}
