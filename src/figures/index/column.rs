//! The values of a field, one for each row that states it.

use std::borrow::Cow;

use super::pool::Pool;
use crate::event::{Json, value_of};
use crate::figures::packed::{Packer, Unpacker};

/// The values of a field, by their numbers.
#[derive(Clone, Debug, Default)]
pub(super) struct Column {
    numbers: Vec<u32>,
    values: Pool<Json>,
}

impl Column {
    /// Puts the value that canonical bytes spell on the next row that states one.
    pub(super) fn put(&mut self, row: usize, spelt: &str) {
        // Rows before did not state it.
        self.numbers.resize(row, 0);
        let number = self.values.number(spelt.as_bytes(), || value_of(spelt));
        self.numbers.push(number);
    }

    /// The value on a row.
    pub(super) fn get(&self, row: usize) -> Option<Cow<'_, Json>> {
        self.values.get(*self.numbers.get(row)?).map(Cow::Borrowed)
    }

    pub(super) fn pack(&self, packer: &mut Packer) {
        packer.numbers(&self.numbers);
        packer.values(self.values.values());
    }

    pub(super) fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        Some(Self { numbers: from.numbers()?, values: Pool::of(from.values()?) })
    }
}
