//! The table of indicators that an organisation keeps already, as a plan,
//! targets and reported totals.
//!
//! ```text
//! workbook, CSV ──lines──▶ rows ──roles──▶ what each column holds
//!                            └──levels──▶ objectives, groups, headings, rows
//!                                             └─values──▶ targets and totals, with their days
//!                                                             └─plan──▶ a plan file, and commands
//! ```
//!
//! What can be read two ways is asked back, and what cannot be read is told
//! with its place: nothing is guessed.

mod absent;
mod builder;
mod columns;
mod days;
mod labels;
mod levels;
mod lines;
mod notes;
mod percents;
mod plan;
mod ranks;
mod roles;
mod row_values;
mod said;
mod spans;
mod table;
mod values;

pub use absent::{Absence, SeenAbsent};
pub use percents::{Differing, DiffersIn, SeenPercent};
pub use plan::{PlanWords, adopted_plan, adopted_totals};
pub use roles::Role;
pub use said::{AdoptSaid, ColumnSaid, Level, Years, column_said, level_said, target_said};
pub use table::{
    SeenColumn, SeenGroup, SeenObjective, SeenRow, SeenTarget, SeenTotal, Understood, understand,
};

use super::{AmountError, CellFault, Spot};

/// What is to be said by whoever adopts a table, because it cannot be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Ask {
    /// The last day of the totals.
    AsAt {
        /// The column that holds them.
        spot: Spot,
    },
    /// The first day of the plan.
    Since {
        /// The table.
        spot: Spot,
    },
    /// The currency of a sign that many share.
    Currency {
        /// Where the first stands.
        spot: Spot,
        /// What stands there.
        typed: String,
    },
    /// The last day of the fiscal year.
    YearEnd {
        /// The head that names one.
        spot: Spot,
        /// What stands there.
        typed: String,
    },
    /// Whether the columns of years hold what each year added.
    Years {
        /// The head of the first.
        spot: Spot,
    },
    /// Which mark stands between thousands.
    Thousands {
        /// Where the first stands that can be read two ways.
        spot: Spot,
        /// What stands there.
        typed: String,
    },
    /// What a target is that is neither a number nor a bound.
    Target {
        /// Where it stands.
        spot: Spot,
        /// What stands there.
        typed: String,
        /// The number of its row.
        row: usize,
    },
    /// Whether a row below the table is one of it.
    Row {
        /// Where it stands.
        spot: Spot,
        /// Its first words.
        typed: String,
        /// Its number.
        row: usize,
    },
    /// What a column holds, which its head says of another too.
    Column {
        /// Its head.
        spot: Spot,
        /// What stands there.
        typed: String,
    },
}

/// What was not taken from a table, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unread {
    /// Where.
    pub spot: Spot,
    /// What stands there.
    pub typed: String,
    /// Why.
    pub why: Why,
}

/// Why something was not taken from a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Why {
    /// No number.
    Amount(AmountError),
    /// A number in another unit than the rest of its row.
    Unit,
    /// A cell that holds no value.
    Fault(CellFault),
    /// A column that is not understood.
    Column,
    /// A row of sums or means, which the table makes itself.
    Sum,
    /// A column of the sums of years.
    SumColumn,
    /// A column of targets of earlier days.
    EarlierTarget,
    /// A value without a label.
    NoLabel,
    /// A title below which no row stands.
    Idle,
    /// A target that its own number does not reach, and is held to.
    Strict,
    /// Words above the table.
    Above,
    /// A title above the levels that a plan has.
    Level,
    /// A row below the table whose columns of numbers hold none.
    Note,
}

/// Why nothing can be made of a table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AdoptTrouble {
    /// The file cannot be read.
    #[error(transparent)]
    Table(#[from] super::TableTrouble),
    /// No row names columns.
    #[error("no row names a column of indicators and one of targets or totals")]
    NoHeads,
    /// Several sheets hold a table.
    #[error("several sheets hold a table: {}", .0.join(", "))]
    WhichSheet(Vec<String>),
    /// No sheet is called so.
    #[error("no sheet is called “{typed}”")]
    NoSheet {
        /// What was said.
        typed: String,
        /// The sheets that there are.
        known: Vec<String>,
    },
    /// Below the heads no indicator stands.
    #[error("below the heads no indicator stands")]
    NoRows,
    /// More indicators than a plan has.
    #[error("the table has more than {0} indicators")]
    TooMany(usize),
    /// Two columns hold the same.
    #[error("two columns hold the same: “{0}”")]
    Twice(String),
    /// A label that cannot be kept.
    #[error(transparent)]
    Text(#[from] crate::event::TextError),
}

/// That a table cannot be adopted, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{spot}: {trouble}")]
pub struct AdoptError {
    /// Where.
    pub spot: Spot,
    /// Why.
    pub trouble: Box<AdoptTrouble>,
}

impl AdoptError {
    fn new(spot: Spot, trouble: impl Into<AdoptTrouble>) -> Self {
        Self { spot, trouble: Box::new(trouble.into()) }
    }
}
