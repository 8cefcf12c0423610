//! A value as it is handed on to be checked: what is claimed of it, with what it is said
//! to be made of, and the entries that it rests on. Whatever else people read of it
//! stands in these.
//!
//! ```text
//! Question, indicator ──Claim::of──▶ Claim ───────────────┐
//! State, Claim ──grounds──▶ places of entries ──lines, ───┴─▶ ValueProof: value/1, lines, hashes of the tree, checkpoint
//!                                              several             │
//!                      Checked, or a Misfit ◀── each line hashed again, the root, the lines replayed
//! ```
//!
//! Replaying the entries that are there gives the claim, or it is none. That no other
//! entry was left out, they cannot tell.

mod excerpt;
mod grounds;
mod proof;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::event::Day;
use crate::figures::{Contribution, Grades, NotCounted, Question, Remark, Value, explain, spelt_number};
use crate::plan::{Indicator, Kind};

pub use excerpt::ExcerptError;
pub use grounds::{Reach, grounds};
pub use proof::{ProofMisfit, ValueProof};

/// What is claimed of one value: `value/1`. Numbers are exact: the shortest decimal, else
/// a ratio.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// The date.
    pub asat: Day,
    /// Whether it can only be more.
    pub atleast: bool,
    /// Whether listed items contradict a published total.
    pub contradicts: bool,
    /// What it is made of, in order of date and sequence.
    pub contributions: Vec<Claimed>,
    /// What is certain; none for n/d.
    pub delivered: Option<String>,
    /// How much of it is backed by what.
    pub grade: ClaimedGrade,
    /// The largest possible value, where it is not certain and known.
    pub high: Option<String>,
    /// The indicator.
    pub id: String,
    /// The smallest possible value, where it is not certain.
    pub low: Option<String>,
    /// What was looked at and not counted.
    pub notcounted: Vec<Left>,
    /// Of a share: what is above its line.
    pub part: Option<Box<Self>>,
    /// The plan and its version.
    pub plan: ClaimedPlan,
    /// How precisely the source knows it.
    pub precision: Option<String>,
    /// Of how many entries it was made.
    pub size: u64,
    /// Of a share: what is below its line.
    pub whole: Option<Box<Self>>,
}

/// What one entry adds to a value.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claimed {
    /// What it adds.
    pub amount: String,
    /// The entry that makes the amount what it is, where one does.
    pub by: Option<u64>,
    /// The date it counts on.
    pub date: Day,
    /// What it rests on.
    pub grade: String,
    /// Its keys, where the rule tells keys apart.
    pub keys: BTreeSet<String>,
    /// Why the amount is not that of the entry, where it is not.
    pub reason: Option<String>,
    /// Place of the original entry.
    pub sequence: u64,
    /// Place of the version that counts.
    pub version: u64,
}

/// How much of a value is backed by what.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimedGrade {
    /// By a document.
    pub documented: String,
    /// By an entry without one.
    pub itemised: String,
    /// By a published total alone.
    pub reported: String,
}

/// An entry that was looked at and not counted.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Left {
    /// Why.
    pub reason: String,
    /// Place of the original entry.
    pub sequence: u64,
    /// Place of the version that was looked at.
    pub version: u64,
}

/// A plan and its version.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimedPlan {
    /// Its id.
    pub id: String,
    /// From 1.
    pub version: u32,
}

impl Claim {
    /// What a question gives for an indicator.
    pub fn of(question: &Question<'_>, indicator: &Indicator) -> Self {
        let row = explain(question, indicator);
        Self::with(question, indicator, &row.value)
    }

    fn with(question: &Question<'_>, indicator: &Indicator, value: &Value) -> Self {
        let rule = &indicator.rule;
        let side = |id: &Option<String>, value: &Value| {
            let side = question.ruling.indicator(id.as_deref()?)?;
            Some(Box::new(Self::with(question, side, value)))
        };
        let parts = value.parts.as_deref().filter(|_| rule.kind == Kind::Share);
        let adoption = &question.ruling.adopted.adoption;
        let left = value.left_by(question.as_at).map(Left::of);
        Self {
            asat: question.as_at,
            atleast: value.at_least,
            contradicts: value.contradicts,
            contributions: value.contributions.iter().map(Claimed::of).collect(),
            delivered: value.delivered.as_ref().map(spelt_number),
            grade: ClaimedGrade::of(&value.grade),
            high: value.high.as_ref().map(spelt_number),
            id: indicator.id.clone(),
            low: value.low.as_ref().map(spelt_number),
            notcounted: left.collect(),
            part: parts.and_then(|parts| side(&rule.part, &parts.0)),
            plan: ClaimedPlan { id: adoption.id.clone(), version: adoption.version },
            precision: value.precision.map(|it| it.word().to_owned()),
            size: question.state.size(),
            whole: parts.and_then(|parts| side(&rule.whole, &parts.1)),
        }
    }
}

impl Claimed {
    fn of(it: &Contribution) -> Self {
        Self {
            amount: spelt_number(&it.amount),
            by: it.remark.and_then(Remark::entry),
            date: it.date,
            grade: it.grade.word().to_owned(),
            keys: it.keys.clone(),
            reason: it.remark.map(|remark| remark.word().to_owned()),
            sequence: it.sequence,
            version: it.version,
        }
    }
}

impl ClaimedGrade {
    fn of(grades: &Grades) -> Self {
        let [documented, itemised, reported] =
            [&grades.documented, &grades.itemised, &grades.reported].map(spelt_number);
        Self { documented, itemised, reported }
    }
}

impl Left {
    fn of(it: &NotCounted) -> Self {
        Self { reason: it.reason.word().to_owned(), sequence: it.sequence, version: it.version }
    }
}
