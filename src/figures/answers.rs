//! Values that were worked out, kept for as long as what they rest on stays as
//! it was. Whoever holds a ledger open asks for the same values again and again,
//! and between two questions few types have an entry more.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::evaluate::evaluate;
use super::table::Question;
use super::value::Value;
use crate::event::{BodyId, Day};
use crate::plan::Indicator;

/// Most contributions, and entries that do not count, in all values kept: some
/// 200 MB.
const MOST: usize = 1_500_000;

/// The values that a state keeps. A copy of it keeps them too, and others from
/// then on: what is tried out on it is not known to the first.
#[derive(Default)]
pub(super) struct Answers(Mutex<Arc<Kept>>);

#[derive(Clone, Default)]
struct Kept {
    values: HashMap<Asked, (u64, Arc<Value>)>,
    weight: usize,
}

/// What makes a value: the adopted plan, the date, what is looked at.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Asked {
    plan: u64,
    as_at: Day,
    bodies: Vec<BodyId>,
    indicator: String,
}

/// The value of an indicator, worked out unless it is known.
pub(super) fn answer(question: &Question<'_>, indicator: &Indicator) -> Arc<Value> {
    let asked = Asked {
        plan: question.ruling.adopted.sequence,
        as_at: question.as_at,
        bodies: question.filter.bodies.clone(),
        indicator: indicator.id.clone(),
    };
    let answers = question.state.answers();
    if let Some(value) = answers.known(&asked, newest(question, indicator)) {
        return value;
    }
    let value = Arc::new(evaluate(question, indicator));
    answers.keep(asked, question.state.size(), &value);
    value
}

/// The size of the ledger after the last entry that a value may rest on.
pub(super) fn newest(question: &Question<'_>, indicator: &Indicator) -> u64 {
    let (state, rule) = (question.state, &indicator.rule);
    let sources = rule.from.iter().map(|source| state.touched(&source.kind));
    let sides = [&rule.part, &rule.whole].into_iter().flatten();
    let parts = sides.filter_map(|id| question.ruling.indicator(id));
    // A share is made of no share, whatever a log says.
    let parts = parts.filter(|part| part.rule.kind.is_a_part()).map(|part| newest(question, part));
    sources.chain(parts).fold(state.touched_beside(), u64::max)
}

impl Answers {
    fn known(&self, asked: &Asked, newest: u64) -> Option<Arc<Value>> {
        let kept = self.kept();
        let (size, value) = kept.values.get(asked)?;
        (*size >= newest).then(|| Arc::clone(value))
    }

    fn keep(&self, asked: Asked, size: u64, value: &Arc<Value>) {
        let mut kept = self.kept();
        let kept = Arc::make_mut(&mut kept);
        if kept.weight + weight(value) > MOST {
            *kept = Kept::default();
        }
        kept.weight += weight(value);
        if let Some((_, before)) = kept.values.insert(asked, (size, Arc::clone(value))) {
            kept.weight -= weight(&before);
        }
    }

    fn kept(&self) -> MutexGuard<'_, Arc<Kept>> {
        // Values are put in whole, so a thread that panicked left none half.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn weight(value: &Value) -> usize {
    value.contributions.len() + value.not_counted.len() + 1
}

impl Clone for Answers {
    fn clone(&self) -> Self {
        Self(Mutex::new(self.kept().clone()))
    }
}

impl fmt::Debug for Answers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Answers")
    }
}
