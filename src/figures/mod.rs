//! What it adds up to: replay, contributions, values and tables.
//!
//! ```text
//! entries ──apply──▶ State ──at (D, K)──▶ Ruling ──gather──▶ rows ──fold──▶ Value ──▶ Table
//!                    (known by K)         (plan in force)    (matched)       └ its contributions are its explanation
//! ```
//!
//! Replaying every entry is the definition. `figures` knows no store and no
//! clock: what is known is the entries that were applied, and the date asked
//! for is an argument.

mod adding;
mod alike;
mod answers;
mod approval;
mod bundles;
mod closed;
mod closing;
mod compare;
mod conditions;
mod contradictions;
mod counting;
mod dated;
mod distinct;
mod dossier;
mod evaluate;
mod excerpt;
mod fate;
mod filter;
mod gaps;
mod gather;
mod gist;
mod having;
mod history;
mod index;
mod itemised;
mod journal;
mod kinds;
mod late;
mod misfit;
mod moved;
mod packed;
mod parallel;
mod paths;
mod percent;
mod picking;
mod published;
mod reads;
mod record;
mod remembered;
mod round;
mod ruling;
mod said;
mod sampling;
mod scope;
mod series;
mod state;
mod table;
mod tally;
mod targets;
mod totals;
mod value;
mod withdrawable;

pub use approval::{Approval, approval, asking, awaiting};
pub use closed::{ClosedValue, read_number, spelt_number};
pub use compare::{Comparison, RevisedTarget, RowChange};
pub use counting::{CountedIn, Part, closer_of, counted_in, looks_at};
pub use dated::counts_on;
pub use dossier::{Dossier, Stated, Sum, Told, apart_from, bodies_named, dossier, stated_money};
pub use excerpt::{Excerpt, excerpt};
pub use filter::Filter;
pub use history::{Defined, Differs, definition_history};
pub use index::{InMemory, KeptFields, Shelf, Stock};
pub use itemised::{ItemFate, Itemised, item_fates, itemised, standing_total};
pub use journal::{JournalRow, Wanted, journal};
pub use late::closed_before;
pub use misfit::{Misfit, ReplayError};
pub use moved::{Aspect, Moved, moved};
pub use parallel::cores;
pub use percent::{percentage, reached};
pub use published::{Published, Sending, Stood, may_be_published, published};
pub use reads::{counted_fields, latest_indicators, read_fields};
pub use record::{Absent, Content, Judgement, Record, Total, Version};
pub use remembered::{Remembered, remembered};
pub use ruling::{PlanChoice, Ruling, RulingError};
pub use said::Said;
pub use sampling::{
    Drawn, NoProjection, Projection, Sample, Sampling, Selection, Stratum, StratumKind, Tainted, Unsampled,
    draw, projection, sample,
};
pub use scope::{Known, Scope};
pub use series::{ObjectiveProgress, Point, Progress, never_reported, progress, series, year_ends};
pub use state::{
    Addition, Adopted, Batch, ClosedYear, Erased, Erasure, KeyChange, Leaves, LeavesIter, LostEntries,
    NoteRecord, NoticeSent, Publication, Records, SampleRecord, SentTable, Standing, State, TakenUp, Tested,
};
pub use table::{
    ExtraRow, GroupTable, ObjectiveTable, Question, RowTable, Table, explain, row, row_each, table,
};
pub use tally::{Tally, tally};
pub use targets::{DatedTarget, target_history};
pub use value::{Contribution, Grade, Grades, NotCounted, Reason, Remark, Value};
pub use withdrawable::stands;
