//! The values of a field, one for each row that states it.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::spellings::Spellings;
use crate::event::Json;
use crate::figures::packed::{Packer, Unpacker};

/// The values of a field, each by its number, 0 where a row states none. Those that were
/// packed are read when somebody asks for one: a rule asks for few of the fields of a type.
#[derive(Clone, Debug, Default)]
pub(super) struct Column {
    packed: Option<Packed>,
    numbers: OnceLock<Vec<u32>>,
    /// While rows come.
    spellings: Spellings,
    values: OnceLock<Vec<Option<Json>>>,
    /// Where what spells each value stands in what was packed.
    places: OnceLock<Vec<Range<usize>>>,
}

/// How many bytes say how long the bytes of a value are.
const LENGTH: usize = size_of::<u64>();

/// Where a column lies in the bytes of its rows.
#[derive(Clone, Debug)]
struct Packed {
    bytes: Arc<Vec<u8>>,
    range: Range<usize>,
}

impl Column {
    /// Puts the value that canonical bytes spell on the next row that states one.
    pub(super) fn put(&mut self, row: usize, spelt: &[u8]) {
        if let Some(packed) = self.packed.take() {
            // What is packed is another column from now on.
            let (numbers, spellings) = packed.read(Spellings::unpack);
            (self.numbers, self.spellings) = (numbers.into(), spellings);
        }
        self.values.take();
        self.places.take();
        self.numbers();
        let Some(numbers) = self.numbers.get_mut() else { return };
        // Rows before did not state it.
        numbers.resize(row, 0);
        numbers.push(self.spellings.number(spelt));
    }

    /// Has no values any more, and room for as many.
    pub(super) fn clear(&mut self) {
        self.packed = None;
        self.values.take();
        self.places.take();
        self.spellings.clear();
        self.numbers.get_mut().into_iter().for_each(Vec::clear);
    }

    /// Whether no row states it.
    pub(super) fn is_empty(&self) -> bool {
        self.packed.is_none() && self.numbers().is_empty()
    }

    /// The value on a row.
    pub(super) fn get(&self, row: usize) -> Option<Cow<'_, Json>> {
        let place = (*self.numbers().get(row)? as usize).checked_sub(1)?;
        self.values().get(place)?.as_ref().map(Cow::Borrowed)
    }

    /// The canonical bytes of the value on a row.
    pub(super) fn spelt(&self, row: usize) -> Option<&[u8]> {
        let place = (*self.numbers().get(row)? as usize).checked_sub(1)?;
        let Some(packed) = &self.packed else { return self.spellings.at(place) };
        packed.bytes.get(self.places.get_or_init(|| packed.places()).get(place)?.clone())
    }

    /// The numbers that stand for the values of rows.
    pub(super) fn numbers(&self) -> &[u32] {
        // They are those that were packed: their hash was asked for. Bytes of which somebody
        // made another hash say nothing.
        self.numbers.get_or_init(|| self.packed.as_ref().map(Packed::numbers).unwrap_or_default())
    }

    /// How many different values there are.
    pub(super) fn different(&self) -> usize {
        self.values().len()
    }

    fn values(&self) -> &[Option<Json>] {
        self.values.get_or_init(|| match &self.packed {
            Some(packed) => packed.read(Unpacker::values).1,
            None => self.spellings.values(),
        })
    }

    pub(super) fn pack(&self, packer: &mut Packer) {
        match &self.packed {
            Some(Packed { bytes, range }) => packer.bytes(&bytes[range.clone()]),
            None => {
                let mut cells = Packer::default();
                cells.numbers(self.numbers());
                self.spellings.pack(&mut cells);
                packer.bytes(&cells.0);
            }
        }
    }

    /// The next column of these bytes, of which so many are left.
    pub(super) fn unpack(from: &mut Unpacker<'_>, bytes: &Arc<Vec<u8>>) -> Option<Self> {
        let count = from.bytes()?.len();
        let end = bytes.len() - from.0.len();
        let packed = Packed { bytes: Arc::clone(bytes), range: end - count..end };
        Some(Self { packed: Some(packed), ..Self::default() })
    }
}

impl Packed {
    fn numbers(&self) -> Vec<u32> {
        Unpacker(&self.bytes[self.range.clone()]).numbers().unwrap_or_default()
    }

    /// Where what spells each value stands in the bytes: one behind the other, to their end.
    fn places(&self) -> Vec<Range<usize>> {
        let (_, spelt) = self.read(|from| from.each(Unpacker::bytes));
        let mut end = self.range.end;
        let mut places = Vec::with_capacity(spelt.len());
        for value in spelt.iter().rev() {
            places.push(end - value.len()..end);
            end -= value.len() + LENGTH;
        }
        places.reverse();
        places
    }

    /// The numbers and what stands behind them: all of it, or nothing.
    fn read<'s, T: Default>(&'s self, read: fn(&mut Unpacker<'s>) -> Option<T>) -> (Vec<u32>, T) {
        let mut from = Unpacker(&self.bytes[self.range.clone()]);
        let both = from.numbers().and_then(|numbers| Some((numbers, read(&mut from)?)));
        both.filter(|_| from.0.is_empty()).unwrap_or_default()
    }
}
