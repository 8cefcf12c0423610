//! A sample of what a value is made of, which anyone can draw again.
//!
//! ```text
//! contributions ──▶ population ──above an amount, certain──▶ taken, all of them
//!  (amount not 0)        │
//!                        └─ the rest ──seed, method──▶ drawn
//! ```
//!
//! Nothing here is left to chance: the seed, which the auditor chooses, says all of
//! it, through SHA-256. `docs/format.md` writes it down byte by byte, so that other
//! tools draw the same items.

mod parameters;
mod projection;
mod selecting;
mod strata;

use std::collections::BTreeSet;

use super::table::{Question, RowTable, explain};
use super::value::{Contribution, Grade};
use crate::event::{Exact, SampleMethod};
use crate::plan::{Indicator, Kind};

pub use parameters::{Sampling, Selection};
pub use projection::{NoProjection, Projection, Tainted, projection};
pub use strata::{Stratum, StratumKind};

use selecting::{interval, monetary, random};
use strata::{split, strata};

/// A sample that was drawn.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sample {
    /// How many items the population has.
    pub count: usize,
    /// What their amounts come to.
    pub total: Exact,
    /// The parts of the population in their order; together they are all of it.
    pub strata: Vec<Stratum>,
    /// The items, in the order in which the value lists them.
    pub items: Vec<Drawn>,
    /// Of units of the amounts and of every n-th item: from one to the next.
    pub interval: Option<Exact>,
    /// Of published totals: how many, and what their amounts come to.
    pub reported: (usize, Exact),
    /// How many contributions of nothing stand outside the population.
    pub nothing: usize,
}

/// An item that was drawn.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Drawn {
    /// Its part in the value.
    pub contribution: Contribution,
    /// The part of the population that it belongs to.
    pub stratum: StratumKind,
}

/// Why no sample can be drawn of a value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unsampled {
    /// A share is made of two values, each of which can be sampled.
    #[error("a share is made of “{part}” and “{whole}”: a sample is drawn of one of them")]
    Share {
        /// The indicator above the line.
        part: String,
        /// The indicator below.
        whole: String,
    },
    /// A row in words has no amounts.
    #[error("a row in words has no amounts by which items could be drawn")]
    InWords,
    /// Nothing counts in it.
    #[error("nothing counts in this value: there is no item to draw")]
    Nothing,
}

/// The row of an indicator, and the sample of what it is made of.
pub fn sample<'a>(
    question: &Question<'a>,
    indicator: &'a Indicator,
    selection: &Selection,
) -> Result<(RowTable<'a>, Sample), Unsampled> {
    let rule = &indicator.rule;
    if rule.kind == Kind::Share {
        let [part, whole] = [&rule.part, &rule.whole].map(|id| id.clone().unwrap_or_default());
        return Err(Unsampled::Share { part, whole });
    }
    if rule.kind == Kind::Narrative && selection.is_by_amount() {
        return Err(Unsampled::InWords);
    }
    let row = explain(question, indicator);
    let sample = draw(rule.kind, &row.value.contributions, selection);
    if sample.count == 0 { Err(Unsampled::Nothing) } else { Ok((row, sample)) }
}

/// The sample that a selection draws of what a value of a kind is made of.
pub fn draw(kind: Kind, contributions: &[Contribution], selection: &Selection) -> Sample {
    // What adds nothing is no part of the value, but for a mean and a row in words.
    let counts = |it: &&Contribution| !it.amount.is_zero() || matches!(kind, Kind::Mean | Kind::Narrative);
    let population: Vec<&Contribution> = contributions.iter().filter(counts).collect();
    let split = split(&population, selection);
    let rest = split.rest();
    let drawn = match selection.method {
        SampleMethod::Random => random(&rest, selection),
        SampleMethod::Interval => interval(&rest, selection),
        SampleMethod::Monetary => monetary(&rest, selection, split.interval.as_ref()),
    };
    let drawn: BTreeSet<u64> = drawn.into_iter().collect();
    let is_taken = |it: &&(StratumKind, &Contribution)| {
        it.0.is_whole() || it.0 == StratumKind::Rest && drawn.contains(&it.1.sequence)
    };
    let items: Vec<Drawn> = split
        .each
        .iter()
        .filter(is_taken)
        .map(|(stratum, it)| Drawn { contribution: (*it).clone(), stratum: *stratum })
        .collect();
    let reported = || population.iter().filter(|it| it.grade == Grade::Reported).map(|it| &it.amount);
    Sample {
        reported: (reported().count(), reported().sum()),
        count: population.len(),
        total: population.iter().map(|it| &it.amount).sum(),
        strata: strata(&split.each, &items),
        interval: split.interval_of(selection, rest.len()),
        nothing: contributions.len() - population.len(),
        items,
    }
}
