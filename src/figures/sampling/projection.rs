//! What errors in a sample of units come to in the whole: an estimate.
//!
//! Of an item of amount B of which A was found, (B − A) / B is the tainting. Every
//! unit that was drawn stands for an interval of units, so that the item stands for
//! tainting × interval. Of items that were all taken the error is what it is.

use super::{Sample, StratumKind};
use crate::event::{EntryId, Exact, SampleMethod};
use crate::figures::state::Tested;

/// An item that holds another amount than it should.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tainted {
    /// Its place.
    pub sequence: u64,
    /// Its part of the population.
    pub stratum: StratumKind,
    /// What the value has of it.
    pub amount: Exact,
    /// What was found.
    pub audited: Exact,
    /// The part of it that is wrong: 1 where nothing was found.
    pub tainting: Exact,
    /// What it stands for.
    pub projected: Exact,
}

/// What the errors that were found come to in the population.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Projection {
    /// The items that hold another amount.
    pub tainted: Vec<Tainted>,
    /// The errors in items that were all taken.
    pub known: Exact,
    /// What those in drawn items stand for.
    pub projected: Exact,
    /// Both.
    pub total: Exact,
}

/// Why nothing is projected.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoProjection {
    /// The items were not drawn by units of their amounts.
    NotByUnit,
    /// So many items were not tested yet.
    Untested(usize),
    /// Of an exception at a place the amount that was found is not stated.
    NoAmount(u64),
}

/// The projection of what was found of each item, its last test by its id.
pub fn projection<'t>(
    method: SampleMethod,
    sample: &Sample,
    test: impl Fn(EntryId) -> Option<&'t Tested>,
) -> Result<Projection, NoProjection> {
    let Some(interval) = sample.interval.as_ref().filter(|_| method == SampleMethod::Monetary) else {
        return Err(NoProjection::NotByUnit);
    };
    let untested = sample.items.iter().filter(|it| test(it.contribution.id).is_none()).count();
    if untested > 0 {
        return Err(NoProjection::Untested(untested));
    }
    let mut tainted = Vec::new();
    for item in &sample.items {
        let it = &item.contribution;
        let Some(test) = test(it.id).filter(|test| test.exception) else { continue };
        let audited = test.audited.clone().ok_or(NoProjection::NoAmount(it.sequence))?;
        let wrong = it.amount.clone() - audited.clone();
        if wrong.is_zero() {
            continue;
        }
        let tainting = wrong.divided_by(&it.amount).unwrap_or_default();
        let projected = if item.stratum.is_whole() { wrong } else { tainting.clone() * interval.clone() };
        let (sequence, stratum, amount) = (it.sequence, item.stratum, it.amount.clone());
        tainted.push(Tainted { sequence, stratum, amount, audited, tainting, projected });
    }
    let of = |whole: bool| tainted.iter().filter(move |it: &&Tainted| it.stratum.is_whole() == whole);
    let [known, projected] = [true, false].map(|whole| of(whole).map(|it| &it.projected).sum::<Exact>());
    Ok(Projection { total: known.clone() + projected.clone(), known, projected, tainted })
}
