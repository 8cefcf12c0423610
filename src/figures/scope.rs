//! What of the ledger an answer looks at, where that is not all of it: a reader
//! must see that a table is filtered, or as it was known at a past moment.

use super::filter::Filter;
use super::state::State;
use crate::event::{Day, Moment, Zone};
use crate::plan::Words;

/// Up to where the entries are known.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Known {
    /// All of them.
    #[default]
    Now,
    /// Recorded by a moment, inclusive.
    Moment(Moment),
    /// Recorded by the end of a day in the ledger's zone.
    Day(Day),
    /// Up to and with this place.
    Sequence(u64),
}

/// What an answer looks at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Scope {
    /// The names of the bodies that entries had to name; none: all entries.
    pub bodies: Vec<Words>,
    /// Up to where they are known.
    pub known: Known,
    /// When the last of them was recorded.
    pub last: Option<Moment>,
    /// The ledger's time zone.
    pub zone: Zone,
}

impl Scope {
    /// What a filter lets through of all that a state knows.
    pub fn of(state: &State, filter: &Filter) -> Self {
        let register = state.register();
        let bodies = filter.bodies.iter().map(|body| register.name(body)).collect();
        Self { bodies, known: Known::Now, last: state.recorded(), zone: state.zone().clone() }
    }
}
