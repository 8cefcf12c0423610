//! What is found by an entry's id, in maps that copies of a state share.
//!
//! ```text
//! maps   all that was replayed · 4,096 · 1,024 · 300      the last takes what comes
//! ```
//!
//! What is added to a copy makes only the last map anew, which stays small. Those
//! before it are put together as they grow: each time an id moves, it comes into a
//! map half as large again at least, so that it moves seldom and there are few maps.

use std::collections::HashMap;
use std::sync::Arc;

use crate::event::EntryId;

/// Ids of the last map, unless nobody shares it.
const SMALL: usize = 1_024;

/// Something found by id.
#[derive(Clone, Debug)]
pub(super) struct ById<V> {
    /// What stands in a later one counts.
    maps: Vec<Arc<HashMap<EntryId, V>>>,
}

impl<V> Default for ById<V> {
    fn default() -> Self {
        Self { maps: vec![] }
    }
}

impl<V: Copy> ById<V> {
    /// With room for so many.
    pub(super) fn with_room(count: usize) -> Self {
        Self { maps: vec![Arc::new(HashMap::with_capacity(count))] }
    }

    /// What is found by an id.
    pub(super) fn get(&self, id: EntryId) -> Option<V> {
        self.maps.iter().rev().find_map(|map| map.get(&id).copied())
    }

    /// All that is found, in any order.
    pub(super) fn values(&self) -> impl Iterator<Item = V> {
        self.maps.iter().flat_map(|map| map.values().copied())
    }

    /// All ids by which something is found.
    pub(super) fn ids(&self) -> impl Iterator<Item = EntryId> {
        self.maps.iter().flat_map(|map| map.keys().copied())
    }

    pub(super) fn insert(&mut self, id: EntryId, value: V) {
        // While a log is replayed, nobody shares what was taken up.
        if let [only] = self.maps.as_mut_slice()
            && let Some(map) = Arc::get_mut(only)
        {
            map.insert(id, value);
            return;
        }
        if self.maps.last().is_none_or(|last| last.len() >= SMALL) {
            self.put_together();
            self.maps.push(Arc::default());
        }
        if let Some(last) = self.maps.last_mut() {
            Arc::make_mut(last).insert(id, value);
        }
    }

    /// Puts the last map into the one before as long as that one is not twice as
    /// large.
    fn put_together(&mut self) {
        while let [.., before, last] = self.maps.as_mut_slice()
            && before.len() < 2 * last.len()
        {
            Arc::make_mut(before).extend(last.iter().map(|(id, value)| (*id, *value)));
            self.maps.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ById, SMALL};
    use crate::event::EntryId;

    fn id(number: usize) -> EntryId {
        let mut random = [0; 10];
        random[..8].copy_from_slice(&number.to_be_bytes());
        EntryId::new(uuid::Builder::from_unix_timestamp_millis(1_700_000_000_000, &random).into_uuid())
    }

    #[test]
    fn each_copy_finds_what_was_added_to_it_and_no_more() {
        let mut now = ById::default();
        let mut copies = vec![];
        for number in 0..5 * SMALL {
            if number % 777 == 0 || number < 3 {
                copies.push((number, now.clone()));
            }
            now.insert(id(number), number);
        }
        copies.push((5 * SMALL, now));
        for (count, copy) in &copies {
            for number in 0..5 * SMALL {
                assert_eq!(copy.get(id(number)), (number < *count).then_some(number), "{count}");
            }
            assert_eq!(copy.values().count(), *count);
            assert!(copy.maps.len() <= 4, "{}", copy.maps.len());
        }
    }

    #[test]
    fn what_is_added_last_is_found() {
        let mut first = ById::with_room(2);
        (0..2 * SMALL).for_each(|number| first.insert(id(number), number));
        let mut copy = first.clone();
        copy.insert(id(7), 9_999);
        assert_eq!((first.get(id(7)), copy.get(id(7))), (Some(7), Some(9_999)));
        (2 * SMALL..7 * SMALL).for_each(|number| copy.insert(id(number), number));
        assert_eq!((first.get(id(7)), copy.get(id(7))), (Some(7), Some(9_999)));
    }
}
