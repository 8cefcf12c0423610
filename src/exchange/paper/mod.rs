//! A working paper of a sample as it comes back, filled in.
//!
//! ```text
//! workbook, CSV ──read──▶ Paper: what draws the sample, and its rows
//!                           │ held to the sample that is drawn again
//!                           ▼
//!                         what was found, or what is wrong where
//! ```

mod held;
mod read;

use super::{Spot, TableError, TableTrouble};
use crate::event::{Day, EntryId, Exact};
use crate::figures::Sampling;

pub use held::held_to;
pub use read::read_paper;

/// A working paper.
#[derive(Clone, Debug)]
pub struct Paper {
    /// What draws its sample, as it says.
    pub sampling: Sampling,
    /// Its rows.
    pub rows: Vec<PaperRow>,
    /// Where its heads stand.
    spot: Spot,
}

/// A row of a working paper.
#[derive(Clone, Debug)]
pub struct PaperRow {
    /// Where it begins.
    spot: Spot,
    /// Where its amount stands.
    amount_spot: Spot,
    /// Where the amount that was found stands.
    audited_spot: Spot,
    /// Where its number stands.
    entry_spot: Spot,
    /// The entry.
    pub id: EntryId,
    /// Its number, as it is written there.
    entry: Option<String>,
    /// The ways in which its amount can be read; none where it says none.
    amount: Vec<Exact>,
    /// What was found; none where it was not tested.
    pub found: Option<Filled>,
}

/// What was filled in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Filled {
    /// Whether it is not as it should be.
    pub exception: bool,
    /// The amount that was found.
    pub audited: Option<Exact>,
    /// In words.
    pub remark: Option<String>,
    /// The day on which it was tested.
    pub on: Option<Day>,
}

/// What is wrong at a place of a working paper.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{spot}: {trouble}")]
pub struct PaperError {
    /// Where.
    pub spot: Spot,
    /// What is wrong there.
    pub trouble: PaperTrouble,
}

/// What is wrong with a working paper.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PaperTrouble {
    /// The file as a table, or a cell of it.
    #[error(transparent)]
    Table(#[from] TableTrouble),
    /// It lacks a column, whose head this message is.
    #[error("the working paper lacks a column ({0})")]
    NoColumn(&'static str),
    /// It has no rows.
    #[error("the working paper has no rows")]
    NoRows,
    /// What draws the sample cannot be read.
    #[error("what draws the sample cannot be read")]
    NoSample,
    /// A row says that another sample is drawn than the first one.
    #[error("the row belongs to another sample than the rows above")]
    OtherSample,
    /// A row is of an entry that the sample does not draw.
    #[error("the sample does not draw this entry")]
    NotDrawn,
    /// The number of a row is that of another entry than its id.
    #[error("this number is another entry’s; the id is that of #{0}")]
    OtherEntry(u64),
    /// What was found of a number of things is none.
    #[error("an amount audited of what is counted is a whole number, not below 0")]
    NotACount,
    /// A row is of an entry that stands further up.
    #[error("the entry stands twice")]
    Twice,
    /// Entries that the sample draws have no row.
    #[error("the sample draws {0:?} too, which have no row")]
    Missing(Vec<u64>),
    /// The amount is not the one of the ledger.
    #[error("the amount was changed; in the ledger it is {0:?}")]
    OtherAmount(Exact),
    /// Something was found of an item that is not marked as tested.
    #[error("something is filled in, and the item is not marked as tested")]
    NotMarked,
    /// It was tested, and not whether it is an exception.
    #[error("the item was tested, and it is not said whether it is an exception")]
    NoVerdict,
    /// Another amount was found, and no exception.
    #[error("another amount was found, and no exception")]
    NoException,
}

impl From<TableError> for PaperError {
    fn from(error: TableError) -> Self {
        Self { spot: error.spot, trouble: error.trouble.into() }
    }
}
