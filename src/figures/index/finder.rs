//! Where each activity stands, by its id, in six bytes each.
//!
//! ```text
//! runs   up to 65,536 rows each, in the order in which they came:
//!          print of the id · type · row beyond the first of that type in the run
//! ```
//!
//! Ids mostly grow with time, so that few runs can hold one; whether a row whose print
//! is that of an id has that id is asked of the row.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

use crate::event::EntryId;

/// Which row of which type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::figures) struct Spot {
    pub(super) kind: u16,
    pub(super) row: u32,
}

/// How many rows a run holds.
const RUN: usize = 1 << 16;

/// Rows by their ids.
#[derive(Clone, Debug, Default)]
pub(super) struct Finder {
    runs: Vec<Run>,
    key: DefaultHashBuilder,
}

#[derive(Clone, Debug)]
struct Run {
    ids: [EntryId; 2],
    /// The first row of each type in it.
    firsts: Vec<u32>,
    /// Those of a run that is full, in order.
    prints: Vec<Print>,
    /// Those of one that is not.
    open: HashTable<Print>,
}

/// Six bytes of a row. Of the others in a run about one has the same print: it is asked
/// too whether it is the one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Print {
    of_id: u16,
    kind: u16,
    beyond: u16,
}

impl Finder {
    /// Adds the next row; of each type they come in order.
    pub(super) fn push(&mut self, spot: Spot, id: EntryId) {
        let of_id = self.print(id);
        if self.runs.last().is_none_or(|run| run.prints.len() == RUN) {
            let open = HashTable::with_capacity(RUN);
            self.runs.push(Run { ids: [id, id], firsts: vec![], prints: vec![], open });
        }
        let Some(run) = self.runs.last_mut() else { return };
        let [least, greatest] = run.ids;
        run.ids = [least.min(id), greatest.max(id)];
        run.push(spot, of_id);
    }

    /// The row of an id.
    pub(super) fn of(&self, id: EntryId, id_of: impl Fn(Spot) -> EntryId) -> Option<Spot> {
        let of_id = self.print(id);
        let may_hold = |run: &&Run| run.ids[0] <= id && id <= run.ids[1];
        self.runs.iter().rev().filter(may_hold).find_map(|run| run.of(of_id, |spot| id_of(spot) == id))
    }

    fn print(&self, id: EntryId) -> u16 {
        // Its upper bits are as good as any.
        u16::try_from(self.key.hash_one(id) >> 48).unwrap_or(u16::MAX)
    }
}

impl Run {
    fn push(&mut self, spot: Spot, of_id: u16) {
        let kind = usize::from(spot.kind);
        if self.firsts.len() <= kind {
            self.firsts.resize(kind + 1, u32::MAX);
        }
        let first = &mut self.firsts[kind];
        *first = (*first).min(spot.row);
        // A run is no longer than that.
        let beyond = u16::try_from(spot.row - *first).unwrap_or(u16::MAX);
        let print = Print { of_id, kind: spot.kind, beyond };
        self.open.insert_unique(spread(of_id), print, |print| spread(print.of_id));
        if self.open.len() == RUN {
            self.prints = std::mem::take(&mut self.open).into_iter().collect();
            self.prints.sort_unstable();
        }
    }

    fn of(&self, of_id: u16, is_it: impl Fn(Spot) -> bool) -> Option<Spot> {
        let from = self.prints.partition_point(|print| print.of_id < of_id);
        let alike = self.prints[from..].iter().take_while(|print| print.of_id == of_id);
        let open = self.open.iter_hash(spread(of_id)).filter(|print| print.of_id == of_id);
        let mut spots = alike.chain(open).map(|print| self.spot(*print));
        spots.find(|spot| is_it(*spot))
    }

    fn spot(&self, print: Print) -> Spot {
        Spot { kind: print.kind, row: self.firsts[usize::from(print.kind)] + u32::from(print.beyond) }
    }
}

/// What a table tells prints apart by.
const fn spread(of_id: u16) -> u64 {
    (of_id as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use proptest::prelude::*;

    use super::{Finder, RUN, Spot};
    use crate::event::EntryId;

    fn id(number: u64) -> EntryId {
        EntryId::new(uuid::Uuid::from_u128(u128::from(number)))
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]
        #[test]
        fn an_id_is_found_where_it_stands_in_whatever_order_they_come(
            kinds in 1..5_u16, step in prop::sample::select(vec![1_u64, 7_919, 99_991]), more in 0..2_000_usize,
        ) {
            let (mut finder, mut rows, mut all) = (Finder::default(), HashMap::new(), Vec::new());
            let count = (RUN + more) as u64;
            for number in 0..count {
                let kind = u16::try_from(number % u64::from(kinds)).unwrap_or_default();
                let row = rows.entry(kind).or_insert(0_u32);
                let (spot, id) = (Spot { kind, row: *row }, id(number * step % 1_299_709));
                *row += 1;
                finder.push(spot, id);
                all.push((spot, id));
            }
            let by_spot: HashMap<(u16, u32), EntryId> = all.iter().map(|(it, id)| ((it.kind, it.row), *id)).collect();
            let id_of = |spot: Spot| by_spot[&(spot.kind, spot.row)];
            for (spot, id) in all.iter().step_by(97).chain(all.last()) {
                prop_assert_eq!(finder.of(*id, id_of), Some(*spot));
            }
            prop_assert_eq!(finder.of(id(1_299_709), id_of), None);
        }
    }
}
