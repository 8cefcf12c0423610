//! An outside list beside the ledger: what stands in both, and what is missing on
//! either side.
//!
//! ```text
//! rows of the list ──┐                      ┌─▶ pairs, each with why
//!                    ├──pairs.rs──settled──┤
//! items of entries ──┘   (may be one)       └─▶ missing in the ledger, missing in the list
//! ```
//!
//! No row and no entry is matched twice. Of all that may be one the likest are paired
//! first; of equals those that stand earlier on both sides. So it is the same whichever
//! of the two is called the list.

mod criteria;
mod items;
mod settling;

use crate::event::{BodyId, EntryId, Exact, Period};

pub use criteria::{Criterion, Likeness, Why, compare};
pub use items::{LedgerItem, ledger_items};
pub use settling::settle;

/// What a row of a list says.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ListRow {
    /// The id of an entry, where it gives one.
    pub id: Option<EntryId>,
    /// When.
    pub days: Option<Period>,
    /// How much.
    pub amount: Option<Exact>,
    /// The words that name something: a body, a title.
    pub names: Vec<String>,
    /// The body of the register that is called so.
    pub body: Option<BodyId>,
}

/// A row and an item that are one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pair {
    /// The row, by its place in the list, from 0.
    pub row: usize,
    /// The item, by its place, from 0.
    pub item: usize,
    /// How like they are, and why.
    pub likeness: Likeness,
}

/// A list beside the ledger.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Matched {
    /// What is one, in the order of the list.
    pub pairs: Vec<Pair>,
    /// The rows that the ledger has not.
    pub missing_in_ledger: Vec<usize>,
    /// The items that the list has not.
    pub missing_in_list: Vec<usize>,
}

impl Matched {
    /// How many pairs agree in all that the list says.
    pub fn exact(&self) -> usize {
        self.pairs.iter().filter(|pair| pair.likeness.is_exact).count()
    }

    /// How many pairs agree but for something that differs.
    pub fn differing(&self) -> usize {
        self.pairs.iter().filter(|pair| pair.likeness.differs()).count()
    }
}

/// The list beside the ledger; `days` is how far apart dates may lie to be near.
pub fn match_list(rows: &[ListRow], items: &[LedgerItem], days: u32) -> Matched {
    let candidates = items::candidates(rows, items, days);
    let likely = candidates.into_iter().filter_map(|(row, item)| {
        let likeness = compare(&rows[row], &items[item], days)?;
        Some(Pair { row, item, likeness })
    });
    settle(likely.collect(), rows.len(), items.len())
}
