//! What an auditor asks: is the log sound, and do printed figures follow from
//! it.
//!
//! ```text
//! lines ──verify_lines──▶ Sound, or the first Fault     bytes, form, chain, rules between entries
//! entries + an outside list ──match_list──▶ Matched     one to one, missing on either side
//! Table + what is printed ──reconcile──▶ Reconciliation agrees, differs, and what is to be settled
//! State + evidence/ ──papers, orphans──▶ Paper, Orphans  what each document backs, what is astray
//! a day           ──▶ CutOff      what lies around it, and what was recorded after it
//! Question        ──▶ Coverage    what no value counts, and what values rest on
//! lines           ──▶ Population  each entry once, with totals to control it by
//! Question, indicator ──▶ Claim, ValueProof  a value with the entries that it rests on, to be checked elsewhere
//! an indicator    ──▶ Quality     what is known of its data, for a reviewer to judge by
//! ```
//!
//! `audit` writes nothing. The verifier shares no shortcut with the writer: it
//! hashes the stored bytes again, trusts no stored hash, and holds the rules
//! between entries a second time.

mod activities;
mod apart;
mod check;
mod checklist;
mod checks;
mod claim;
mod closings;
mod content;
mod coverage;
mod cutoff;
mod documents;
mod erasures;
mod evidence;
mod finding;
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
mod population;
mod quality;
mod reconcile;
mod recorders;
mod recount;
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

pub use apart::members_apart;
pub use check::{Check, Checked, Outcome};
pub use checklist::{Elsewhere, Given, Headway, Step, check_others, check_said, sizes, verify_ledger};
pub use checks::{Checks, Open, OpenKind};
pub use claim::{Claim, ExcerptError, ProofMisfit, Reach, ValueProof, grounds};
pub use closings::{YearFinding, check_year};
pub use coverage::{Coverage, Graded, Left, Missed, Silent, Standings, Uncounted};
pub use cutoff::{Around, CutOff, Effect, Sum, Tested, last_year_end, rulings};
pub use documents::{Beside, BesideCheck, BesideFinding, Named, named_in};
pub use evidence::{NamedBy, Orphans, Paper, WantedPapers, orphans, papers};
pub use finding::{Finding, PackFinding, WhichCopy};
pub use matching::{
    Criterion, LedgerItem, Likeness, ListRow, Matched, Pair, Why, compare, ledger_items, match_list, settle,
};
pub use misstep::Misstep;
pub use pass::{Manner, Verified, With, verify};
pub use population::{Control, Member, MoneyColumn, Population, Share, Subtotal, Tallied, standing_word};
pub use quality::{Backing, Changes, Delay, Late, Quality};
pub use reconcile::{
    Choice, Comparison, Detail, Figure, Finding as PrintedFinding, FindingKind, Meant, Parts, Printed, Read,
    Reckoning, Reconciliation, Settler, Shown, Tried, UnknownRow, Verdict, reconcile,
};
pub use recount::{Gap, Recount, recount};
pub use revisions::{Cause, Change, Revision, Side, Since, revisions};
pub use signed::{CheckedCheckpoints, CheckpointTrouble, Trust, check_given, check_kept};
pub use values::{ValueFinding, Values, check_values};
pub use verification::{Notified, Resumed, Unkept, Verification};
pub use verify::{Fault, Sound, verify_beside, verify_lines};
