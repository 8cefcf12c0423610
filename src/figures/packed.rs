//! Columns as bytes and back: numbers in little-endian order, each column behind
//! its length.

use chrono::{Datelike, NaiveDate};

use crate::event::{Day, EntryId, Exact, Json, Period, decode_value, encode_value};

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
        self.0.extend_from_slice(&day.date().num_days_from_ce().to_le_bytes());
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
            let [from, to] = [period.from, period.to].map(|day| day.date().num_days_from_ce().to_le_bytes());
            [from[0], from[1], from[2], from[3], to[0], to[1], to[2], to[3]]
        });
    }

    /// A number; none where it has no decimals that say it. Most are nothing or whole,
    /// which takes a byte or nine.
    pub(super) fn exact(&mut self, number: &Exact) -> Option<()> {
        if number.is_zero() {
            self.0.push(0);
            return Some(());
        }
        self.0.push(1);
        self.text(&number.to_decimal()?);
        Some(())
    }

    pub(super) fn values(&mut self, values: &[Json]) {
        self.count(values.len());
        let mut spelt = Vec::new();
        for value in values {
            spelt.clear();
            encode_value(value, &mut spelt);
            self.bytes(&spelt);
        }
    }
}

/// Bytes that are read; none where they end too early or say what cannot be.
pub(super) struct Unpacker<'a>(pub(super) &'a [u8]);

impl<'a> Unpacker<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
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
        Day::from_date(NaiveDate::from_num_days_from_ce_opt(i32::from_le_bytes(self.array()?))?)
    }

    /// A list, each item read by itself.
    pub(super) fn each<T>(&mut self, read: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
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
            let day =
                |bytes| Day::from_date(NaiveDate::from_num_days_from_ce_opt(i32::from_le_bytes(bytes))?);
            Period::new(day([a, b, c, d])?, day([e, f, g, h])?).ok()
        })
    }

    pub(super) fn exact(&mut self) -> Option<Exact> {
        match self.byte()? {
            0 => Some(Exact::zero()),
            1 => self.text()?.parse().ok(),
            _ => None,
        }
    }

    pub(super) fn values(&mut self) -> Option<Vec<Json>> {
        let count = self.count()?;
        (0..count).map(|_| decode_value(self.bytes()?).ok()).collect()
    }
}
