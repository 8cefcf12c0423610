//! `jalon prove INDICATOR`: a value with the entries that it rests on, in one file.

use super::super::checkpoint::newest;
use super::super::context::Context;
use super::super::explain::indicator_of;
use super::super::kpi::Asked;
use super::super::{Problem, Unproved};
use super::prover;
use crate::audit::{Claim, ProofMisfit, Reach, ValueProof, grounds};
use crate::figures::{Filter, Question, Ruling, State};
use crate::ledger::Reading;
use crate::proof::SignedCheckpoint;

/// Prints the proof of a value. It holds: that was checked as whoever is given it will.
pub(super) fn print(context: &Context, asked: &Asked, typed: &str) -> Result<(), Problem> {
    let (state, _) = asked.state(context)?;
    let day = asked.day(&state)?;
    let ruling = Ruling::at(&state, &asked.choice()?, day)?;
    let indicator = indicator_of(&ruling, typed)?;
    let question = Question::new(&state, &ruling, day, Filter::default());
    let claim = Claim::of(&question, indicator);
    let signed = newest(context)?;
    let reading = context.reading()?;
    let maker = Maker { context, reading: &reading, state: &state, signed: &signed };
    let named = maker.proof(&claim, Reach::Named)?;
    // What a value is compared with is wanted by few.
    let proof = match named.check(None) {
        Err(ProofMisfit::Value(_)) => maker.proof(&claim, Reach::Whole)?,
        _ => named,
    };
    proof.check(None).map_err(Unproved::Claim)?;
    context.print_json(&serde_json::to_value(&proof).unwrap_or_default())
}

/// What a proof is made from.
struct Maker<'m> {
    context: &'m Context,
    reading: &'m Reading,
    state: &'m State,
    signed: &'m SignedCheckpoint,
}

impl Maker<'_> {
    fn proof(&self, claim: &Claim, reach: Reach) -> Result<ValueProof, Problem> {
        let mut places = grounds(self.state, claim, reach);
        // Keys may have changed since what was known.
        places.extend(self.reading.outlined()?.key_changes().iter().map(|change| change.sequence));
        places.retain(|place| *place < self.signed.checkpoint.size);
        let mut lines = Vec::with_capacity(places.len());
        for place in &places {
            let line = self.reading.line(*place)?.unwrap_or_default();
            lines.push(String::from_utf8_lossy(&line).into_owned());
        }
        let hashes = prover(self.context, self.reading)?.several(&places, &self.signed.checkpoint)?;
        Ok(ValueProof::new(self.signed, claim.clone(), lines, &hashes))
    }
}
