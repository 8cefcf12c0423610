//! What an auditor asks: is the log sound, and do printed figures follow from
//! it.
//!
//! ```text
//! lines ──verify_lines──▶ Sound, or the first Fault     bytes, form, chain, rules between entries
//! Table + printed figures ──reconcile──▶ Comparisons    agrees, differs, cannot be checked
//! entries + an outside list ──match_list──▶ Matched     one to one, missing on either side
//! ```
//!
//! `audit` writes nothing. The verifier shares no shortcut with the writer: it
//! hashes the stored bytes again, trusts no stored hash, and holds the rules
//! between entries a second time.

mod activities;
mod checks;
mod closings;
mod content;
mod documents;
mod follows;
mod ids;
mod keys;
mod known;
mod later;
mod matching;
mod misstep;
mod pass;
mod past;
mod place;
mod places;
mod plans;
mod reconcile;
mod recorders;
mod revisions;
mod roots;
mod samples;
mod seen;
mod signed;
mod spelt;
mod totals;
mod values;
mod verification;
mod verify;

pub use checks::{Checks, Open, OpenKind};
pub use closings::{YearFinding, check_year};
pub use documents::{Beside, BesideCheck, BesideFinding, Named, named_in};
pub use matching::{
    Criterion, LedgerItem, Likeness, ListRow, Matched, Pair, Why, compare, ledger_items, match_list, settle,
};
pub use misstep::Misstep;
pub use pass::{Manner, Verified, With, verify};
pub use reconcile::{Comparison, Figure, Printed, Reckoning, UnknownRow, Verdict, reconcile};
pub use revisions::{Cause, Change, Revision, Since, revisions};
pub use signed::{CheckedCheckpoints, CheckpointTrouble, Trust, check_given, check_kept};
pub use values::{ValueFinding, Values, check_values};
pub use verification::{Check, Checked, Finding, Notified, Outcome, Verification, WhichCopy};
pub use verify::{Fault, Sound, verify_lines, verify_through};
