//! Where each activity stands, by its id.

use std::collections::HashMap;

use crate::event::EntryId;

/// Which row of which type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::figures) struct Spot {
    pub(super) kind: u16,
    pub(super) row: u32,
}

/// All rows in the order of the log.
#[derive(Clone, Debug, Default)]
pub(super) struct Order {
    spots: Vec<Spot>,
    last: Option<EntryId>,
    /// All of them by id, once one came that is smaller than the one before. Ids
    /// say when they were given, so that most logs have them in order.
    by_id: Option<HashMap<EntryId, Spot>>,
}

impl Order {
    /// Adds the next row.
    pub(super) fn push(&mut self, spot: Spot, id: EntryId, id_of: impl Fn(Spot) -> EntryId) {
        if self.by_id.is_none() && self.last.is_some_and(|last| id < last) {
            self.by_id = Some(self.spots.iter().map(|spot| (id_of(*spot), *spot)).collect());
        }
        self.last = Some(id);
        self.spots.push(spot);
        if let Some(by_id) = &mut self.by_id {
            by_id.insert(id, spot);
        }
    }

    /// The row of the entry with an id.
    pub(super) fn of(&self, id: EntryId, id_of: impl Fn(Spot) -> EntryId) -> Option<Spot> {
        if let Some(by_id) = &self.by_id {
            return by_id.get(&id).copied();
        }
        let found = self.spots.binary_search_by_key(&id, |spot| id_of(*spot));
        found.ok().map(|at| self.spots[at])
    }
}
