//! What a pack is made from, and made again from by whoever checks it.

use super::super::Problem;
use super::super::reports::scope;
use crate::audit::{Around, Checks, Coverage, CutOff, Revision, Since, recount, revisions, rulings};
use crate::event::{Day, Entry};
use crate::figures::{ClosedYear, Filter, Known, PlanChoice, Question, Ruling, State};
use crate::ledger::Reading;
use crate::present::{Basis, Packing};
use crate::proof::SignedCheckpoint;
use crate::vault::Documents;

/// How many days around the end of the year a pack tells of.
const AROUND: u16 = 15;

/// What a pack is made from.
pub(in crate::cli) struct Ground<'g> {
    /// The entries that were signed.
    pub state: &'g State,
    /// The ledger that holds them, and may hold more.
    pub reading: &'g Reading,
    /// Of which plan.
    pub choice: PlanChoice,
    /// The last day of the year.
    pub as_at: Day,
    /// What was signed.
    pub signed: &'g SignedCheckpoint,
    /// The day on which it is made.
    pub made: Day,
    /// The documents that are there.
    pub documents: Documents,
}

impl Ground<'_> {
    /// Puts together what a pack says.
    pub(in crate::cli) fn packed<T>(
        &self,
        act: impl FnOnce(&Packing<'_>) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let (state, as_at) = (self.state, self.as_at);
        let ruling = Ruling::at(state, &self.choice, as_at)?;
        let question = Question::new(state, &ruling, as_at, Filter::default());
        let lines = self.reading.lines()?.take(usize::try_from(state.size()).unwrap_or(usize::MAX));
        let recount = recount(lines, state.size())?;
        let around = Around { day: as_at, days: AROUND };
        let [own, later] = rulings(state, &self.choice, around)?;
        let closed = self.closed(&ruling)?;
        let scope = scope(state, Known::Sequence(state.size().saturating_sub(1)));
        act(&Packing {
            basis: Basis { state, ruling: &ruling, as_at, scope: &scope },
            question: &question,
            signed: self.signed,
            made: self.made,
            checks: &Checks::of(state, self.made, &self.documents),
            coverage: &Coverage::of(&question, &self.choice, &self.documents, recount),
            cutoff: &CutOff::of(state, &own, &later, around),
            closed: closed.as_ref().map(|(year, found)| (*year, found.as_slice())),
        })
    }

    /// The closing of the year, and what became of its values.
    fn closed(&self, ruling: &Ruling<'_>) -> Result<Option<(&ClosedYear, Vec<Revision>)>, Problem> {
        let year = self.state.closed_year(&ruling.adopted.adoption.id, self.as_at);
        let Some(year) = year else { return Ok(None) };
        let then = self.reading.state(Known::Sequence(year.size.saturating_sub(1)))?;
        let entry = |place: u64| Entry::read(&self.reading.line(place).ok()??).ok();
        let since = Since { then: &then, now: self.state, entry: &entry };
        Ok(Some((year, revisions(year, &since)?)))
    }
}
