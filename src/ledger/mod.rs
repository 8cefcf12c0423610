//! The use cases: record, correct, withdraw, import. The one place that joins
//! events, plan, figures, vault and log.
//!
//! ```text
//! Command ──decide(&State)──▶ Drafts ──seal──▶ lines ──append──▶ Log
//!              │ Refusal                                  │ receipts
//!              ▼                                          ▼
//!          a sentence                              apply(&mut State)
//!
//! Committed lines ──Tree──▶ root ──signing──▶ checkpoint, durable before it is shown
//!                   └──proving, tiles──▶ what others check without the ledger
//! ```
//!
//! Before `decide`, what a command gives in the clear and may not stand so in
//! an entry is sealed; before `append`, what was sealed is made durable.
//! `decide` holds every rule and does no I/O; `Desk` is held by the one who
//! writes, and [`Committed`] is what everyone else sees meanwhile. The clock is an argument. [`Folder`] is the one
//! place that opens a log: what comes above it sees entries, states and
//! receipts, and of the log only what there is to tell.

mod administering;
mod ahead;
mod alike;
mod already;
mod backing;
mod changes;
mod closing;
mod command;
mod committed;
mod counting;
mod decide;
mod definitions;
mod desk;
mod difference;
mod drafts;
mod ending;
mod erasing;
mod exported;
mod folder;
mod grouping;
mod importing;
mod in_order;
mod intake;
mod known_at;
mod line_read;
mod lost;
mod made_again;
mod narrower;
mod next;
mod opening;
mod outline;
mod plan_refusal;
mod proving;
mod publishing;
mod reading;
mod ready;
mod refusal;
mod registering;
mod rehearsal;
mod replaying;
mod row_there;
mod sampling;
mod saved;
mod scribe;
mod sealing;
mod signing;
mod sought;
mod spool;
mod stock;
mod taken;
mod through;
mod tiles;
mod together;
mod tree;
mod trial;

pub use crate::figures::Known;
pub use administering::{CopyEnd, Writer, check_clock};
pub use ahead::Ahead;
pub use changes::{Changes, Term};
pub use closing::{YearToClose, closed_values};
pub use command::{Command, Correction, NewActivity, NewTotal, PlanText, Receipt, Restatement};
pub use committed::Committed;
pub use counting::{Counting, How, standing_plan, with_type};
pub use decide::{Ids, Moment as Now, decide};
pub use desk::{Desk, DeskError};
pub use difference::{Difference, differences};
pub use ending::Days;
pub use erasing::{Forgetting, Forgotten};
pub use exported::Export;
pub use folder::{Blank, Copies, Folder, Opening, Repaired};
pub use importing::{Import, ImportRefused, Imported, ImportedRows, Prepared, RefusedRows, RowVerdict};
pub use in_order::{GroupRoom, ReadGroup, locked};
pub use intake::{Attempt, Intake};
pub use lost::Lost;
pub use made_again::{Derived, MadeAgain};
pub use opening::NewLedger;
pub use plan_refusal::PlanRefusal;
pub use proving::{Prover, ProvingError};
pub use publishing::{NotSent, may_be_named, may_be_sent};
pub use reading::Reading;
pub use ready::{Readied, ReadyRow, ReadyRows, Readying};
pub use refusal::Refusal;
pub use rehearsal::AllRefused;
pub use replaying::{replay, replay_for_values};
pub use sampling::{Found, NotTested, SampleResults, says_something};
pub use scribe::{Alone, Scribe};
pub use sealing::{Custody, SealingError};
pub use signing::SigningError;
pub use taken::Taken;
pub use through::{Compared, Through};
pub use tiles::{PublishedTree, TilesError, publish_tree};
pub use tree::leaf_of;

pub use crate::log::{Inspection, Lines, LogError, Notice, Same, Side, Source, is_full};
