//! The audit pack of a fiscal year: what a ledger says of it, in one folder that its
//! auditor takes along.
//!
//! ```text
//! PACK/
//!   audit.html                 opens in any browser, and recomputes there
//!   log.jsonl                  every entry as it is stored, up to the checkpoint
//!   checkpoint                 what was signed of them
//!   pack.json                  what is claimed: pack/1, each value with what it is made of
//!   tables/kpi.fr.xlsx …       the table beside that of the year before, the population
//!   representation.fr.html …   the statement that management signs
//!   closing.fr.html …          the notice of the closing, where the year is closed
//!   evidence/ab/ab01…          the documents, as in the ledger: by the hash of their bytes
//!   SHA256SUMS                 of all of these, for sha256sum -c
//! ```
//!
//! No key of a person is in it: what is sealed stays sealed.

mod page;
mod representation;
mod words;

use serde_json::{Map, Value as Json, json};

use super::both::Both;
use super::{Basis, checks_json, coverage_json, cutoff_json, revisions_json, rule_sentence, samples_json};
use crate::audit::{Checks, Claim, Coverage, CutOff, Revision};
use crate::event::Day;
use crate::figures::{ClosedYear, Question};
use crate::proof::SignedCheckpoint;

pub use page::{AuditPage, audit_page};
pub use representation::representation_page;

/// What a pack is made of.
pub struct Packing<'p> {
    /// The entries, the plan that rules, and the last day of the year.
    pub basis: Basis<'p>,
    /// The same as a question.
    pub question: &'p Question<'p>,
    /// What was signed of them.
    pub signed: &'p SignedCheckpoint,
    /// The day on which it is made.
    pub made: Day,
    /// What is open.
    pub checks: &'p Checks,
    /// What no value counts.
    pub coverage: &'p Coverage<'p>,
    /// What lies around the end of the year.
    pub cutoff: &'p CutOff<'p>,
    /// The closing, and what became of its values.
    pub closed: Option<(&'p ClosedYear, &'p [Revision])>,
}

/// What is claimed in a pack, as `pack/1`.
pub fn pack_json(packing: &Packing<'_>) -> Json {
    let Packing { basis, question, signed, .. } = packing;
    let (state, ruling) = (basis.state, basis.ruling);
    let both = Both::new();
    let rules = ruling.indicators().map(|indicator| {
        let words = both.say(|messages| rule_sentence(messages, state, ruling, indicator));
        (indicator.id.clone(), words)
    });
    let values: Vec<Json> = ruling
        .indicators()
        .map(|indicator| serde_json::to_value(Claim::of(question, indicator)).unwrap_or_default())
        .collect();
    let adoption = &ruling.adopted.adoption;
    json!({
        "asat": basis.as_at.to_string(),
        "checkpoint": signed.note.to_string(),
        "checks": checks_json(state, packing.made, packing.checks),
        "coverage": coverage_json(basis, packing.coverage),
        "cutoff": cutoff_json(basis, packing.cutoff),
        "jalon": "pack/1",
        "made": packing.made.to_string(),
        "plan": {"id": adoption.id, "version": adoption.version},
        "revisions": packing.closed.map(|(year, found)| revisions_json(year, state.size(), found)),
        "rules": rules.collect::<Map<_, _>>(),
        "samples": samples_json(state),
        "size": state.size(),
        "values": values,
    })
}
