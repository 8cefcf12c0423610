//! The values of a field, one for each row that states it.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::pool::Pool;
use crate::event::{Json, value_of};
use crate::figures::packed::{Packer, Unpacker};

/// The values of a field. Those that were packed are read when somebody asks for one:
/// a rule asks for few of the fields of a type.
#[derive(Clone, Debug, Default)]
pub(super) struct Column {
    cells: OnceLock<Cells>,
    packed: Option<Packed>,
}

/// Values by their numbers.
#[derive(Clone, Debug, Default)]
struct Cells {
    numbers: Vec<u32>,
    values: Pool<Json>,
}

/// Where a column lies in the bytes of its rows.
#[derive(Clone, Debug)]
struct Packed {
    bytes: Arc<Vec<u8>>,
    range: Range<usize>,
}

impl Column {
    /// Puts the value that canonical bytes spell on the next row that states one.
    pub(super) fn put(&mut self, row: usize, spelt: &[u8]) {
        self.cells();
        // What is packed is another column from now on.
        self.packed = None;
        let Some(Cells { numbers, values }) = self.cells.get_mut() else { return };
        // Rows before did not state it.
        numbers.resize(row, 0);
        let number = values.number(spelt, || value_of(spelt));
        numbers.push(number);
    }

    /// Has no values any more, and room for as many.
    pub(super) fn clear(&mut self) {
        self.packed = None;
        if let Some(Cells { numbers, values }) = self.cells.get_mut() {
            numbers.clear();
            values.clear();
        }
    }

    /// Whether no row states it.
    pub(super) fn is_empty(&self) -> bool {
        self.packed.is_none() && self.cells().numbers.is_empty()
    }

    /// The value on a row.
    pub(super) fn get(&self, row: usize) -> Option<Cow<'_, Json>> {
        let Cells { numbers, values } = self.cells();
        values.get(*numbers.get(row)?).map(Cow::Borrowed)
    }

    /// The numbers that stand for the values of rows, and how many different ones there are.
    pub(super) fn numbers(&self) -> (&[u32], usize) {
        let Cells { numbers, values } = self.cells();
        (numbers, values.values().len())
    }

    fn cells(&self) -> &Cells {
        self.cells.get_or_init(|| {
            // They are those that were packed: their hash was asked for. Bytes of which
            // somebody made another hash say nothing.
            self.packed.as_ref().and_then(Packed::cells).unwrap_or_default()
        })
    }

    pub(super) fn pack(&self, packer: &mut Packer) {
        match &self.packed {
            Some(Packed { bytes, range }) => packer.bytes(&bytes[range.clone()]),
            None => {
                let Cells { numbers, values } = self.cells();
                let mut cells = Packer::default();
                cells.numbers(numbers);
                cells.values(values.values());
                packer.bytes(&cells.0);
            }
        }
    }

    /// The next column of these bytes, of which so many are left.
    pub(super) fn unpack(from: &mut Unpacker<'_>, bytes: &Arc<Vec<u8>>) -> Option<Self> {
        let count = from.bytes()?.len();
        let end = bytes.len() - from.0.len();
        let packed = Packed { bytes: Arc::clone(bytes), range: end - count..end };
        Some(Self { packed: Some(packed), cells: OnceLock::new() })
    }
}

impl Packed {
    fn cells(&self) -> Option<Cells> {
        let mut from = Unpacker(&self.bytes[self.range.clone()]);
        let cells = Cells { numbers: from.numbers()?, values: Pool::of(from.values()?) };
        from.0.is_empty().then_some(cells)
    }
}
