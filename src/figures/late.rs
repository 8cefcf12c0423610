//! What was recorded after its year was closed.

use super::state::{ClosedYear, State};
use crate::event::Period;

/// The closed years of any plan in which one of some days lies, as far as they were closed
/// before an entry at a place: of each the closing that came first.
pub fn closed_before(state: &State, days: Period, sequence: u64) -> Vec<&ClosedYear> {
    let mut found: Vec<&ClosedYear> = Vec::new();
    for year in state.closed_years().iter().take_while(|year| year.sequence < sequence) {
        let is_known = found.iter().any(|it| it.plan == year.plan && it.as_at == year.as_at);
        if !is_known && year.from <= days.to && days.from <= year.as_at {
            found.push(year);
        }
    }
    found
}
