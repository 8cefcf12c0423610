//! Which values two states of one ledger give otherwise, and in what.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::filter::Filter;
use super::ruling::{PlanChoice, Ruling};
use super::series::year_ends;
use super::state::State;
use super::table::{Question, explain};
use super::value::Value;
use crate::event::{Day, Exact};
use crate::plan::Indicator;

/// Fiscal years of a plan that are looked at, at most: the latest.
const MOST_YEARS: usize = 30;

/// A value that differs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Moved<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// The value before.
    pub before: Arc<Value>,
    /// The value after.
    pub after: Arc<Value>,
}

/// What of a value differs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Aspect {
    /// Its exact number.
    Number,
    /// What is possible beside what is certain, and how precisely it is known.
    Possible,
    /// Whether items contradict a published total.
    Contradiction,
    /// What it rests on.
    Grade,
    /// The entries that it is made of.
    Entries,
}

impl Aspect {
    /// Its word, in messages.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Possible => "possible",
            Self::Contradiction => "contradiction",
            Self::Grade => "grade",
            Self::Entries => "entries",
        }
    }
}

impl Moved<'_> {
    /// What differs. Entries of a rehearsal have no ids that last, so those of a
    /// value are compared by what they add.
    pub fn aspects(&self) -> Vec<Aspect> {
        let (old, new) = (&*self.before, &*self.after);
        let possible = |it: &Value| (it.at_least, it.low.clone(), it.high.clone(), it.precision);
        let differs = [
            (Aspect::Number, old.delivered != new.delivered),
            (Aspect::Possible, possible(old) != possible(new)),
            (Aspect::Contradiction, old.contradicts != new.contradicts),
            (Aspect::Grade, old.grade != new.grade),
            (Aspect::Entries, amounts(old) != amounts(new)),
        ];
        differs.into_iter().filter_map(|(aspect, differs)| differs.then_some(aspect)).collect()
    }
}

/// What the entries of a value add, those of both sides of a share.
fn amounts(value: &Value) -> Vec<Exact> {
    let own = |value: &Value| value.contributions.iter().map(|it| it.amount.clone()).collect::<Vec<_>>();
    let whole = value.parts.as_deref().map(|(_, whole)| own(whole)).unwrap_or_default();
    let mut all = own(value);
    all.extend(whole);
    all.sort();
    all
}

/// The values of every plan that the state after gives otherwise than the one
/// before, by day: at the end of each of the plan's own fiscal years, and today. An
/// entry may change values long after its days, so all of them are looked at.
pub fn moved<'a>(before: &State, after: &'a State, today: Day) -> BTreeMap<Day, Vec<Moved<'a>>> {
    let mut all: BTreeMap<Day, Vec<Moved<'a>>> = BTreeMap::new();
    for plan in after.plans() {
        let choice = PlanChoice { id: Some(plan.to_owned()), version: None };
        let Ok(now) = Ruling::at(after, &choice, today) else { continue };
        let mut days: BTreeSet<Day> = year_ends(&now, today).into_iter().rev().take(MOST_YEARS).collect();
        days.insert(today);
        for day in days {
            let found = moved_in(before, after, &choice, day);
            if !found.is_empty() {
                all.entry(day).or_default().extend(found);
            }
        }
    }
    all
}

fn moved_in<'a>(before: &State, after: &'a State, choice: &PlanChoice, day: Day) -> Vec<Moved<'a>> {
    let (Ok(old), Ok(new)) = (Ruling::at(before, choice, day), Ruling::at(after, choice, day)) else {
        return vec![];
    };
    let [was, is] = [(before, &old), (after, &new)]
        .map(|(state, ruling)| Question::new(state, ruling, day, Filter::default()));
    let all = new.indicators().filter_map(|indicator| {
        let before = explain(&was, old.indicator(&indicator.id)?).value;
        let after = explain(&is, indicator).value;
        let is_same = Arc::ptr_eq(&before, &after);
        let moved = Moved { indicator, before, after };
        (!is_same && !moved.aspects().is_empty()).then_some(moved)
    });
    all.collect()
}
