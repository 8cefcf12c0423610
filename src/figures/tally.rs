//! What every entry is in the values of a plan, found by going through each value
//! once: for one entry [`counted_in`](super::counted_in) says the same.

use std::collections::{BTreeMap, BTreeSet};

use super::counting::{CountedIn, Part, closer_of};
use super::record::Content;
use super::table::{Question, explain};
use super::value::Value;
use crate::plan::{Indicator, Kind};

/// What entries are in the values of a plan, by their places.
#[derive(Clone, Debug, Default)]
pub struct Tally<'a>(BTreeMap<u64, Vec<CountedIn<'a>>>);

impl<'a> Tally<'a> {
    /// The values in which the entry at a place has a part, or which look at it and
    /// leave it out.
    pub fn of(&self, place: u64) -> &[CountedIn<'a>] {
        self.0.get(&place).map_or(&[], Vec::as_slice)
    }

    /// Whether some value would be another one without it, or made of others.
    pub fn counts(&self, place: u64) -> bool {
        self.of(place).iter().any(|it| it.part.is_counted())
    }

    fn add(&mut self, place: u64, it: CountedIn<'a>) {
        self.0.entry(place).or_default().push(it);
    }
}

/// What every entry is in the values of the plan that rules.
pub fn tally<'a>(question: &Question<'a>) -> Tally<'a> {
    let mut tally = Tally::default();
    for indicator in question.ruling.indicators() {
        let value = explain(question, indicator).value;
        if indicator.rule.kind == Kind::Share {
            add_share(question, indicator, &value, &mut tally);
        } else {
            add_value(indicator, &value, &mut tally);
        }
    }
    tally
}

fn add_value<'a>(indicator: &'a Indicator, value: &Value, tally: &mut Tally<'a>) {
    for (place, part) in all_parts(value) {
        tally.add(place, CountedIn { indicator, unit: indicator, part });
    }
}

/// Of a share: its own published total, what stands above its line, what below it.
/// What a side leaves out is told of the side, which is a value of its own.
fn add_share<'a>(question: &Question<'a>, indicator: &'a Indicator, value: &Value, tally: &mut Tally<'a>) {
    let side = |id: &Option<String>| question.ruling.indicator(id.as_deref()?);
    let (above, below) = (side(&indicator.rule.part), side(&indicator.rule.whole));
    let sides = value.parts.as_deref();
    for (place, part) in all_parts(value) {
        // Beside a published share that does not say of what, its parts stand with it.
        let unit = if is_own(question, indicator, place) { Some(indicator) } else { above };
        let Some(unit) = unit.filter(|unit| sides.is_none() || unit.id == indicator.id) else { continue };
        tally.add(place, CountedIn { indicator, unit, part });
    }
    let Some(((part, unit), (whole, unit_below))) =
        sides.and_then(|(part, whole)| Some(((part, above?), (whole, below?))))
    else {
        return;
    };
    let closes_below: BTreeMap<u64, Part> =
        counted_parts(whole).into_iter().filter(|(_, part)| matches!(part, Part::Closes(_))).collect();
    for (place, part) in counted_parts(part) {
        // What closes an entry of both sides closes it once.
        if closes_below.get(&place) != Some(&part) {
            tally.add(place, CountedIn { indicator, unit, part });
        }
    }
    for (place, part) in counted_parts(whole) {
        let part = match part {
            Part::Counts(counts) => Part::Below(counts),
            other => other,
        };
        tally.add(place, CountedIn { indicator, unit: unit_below, part });
    }
}

/// Whether the entry at a place is a published total of the indicator itself.
fn is_own(question: &Question<'_>, indicator: &Indicator, place: u64) -> bool {
    question.state.records().at(place).is_some_and(
        |record| matches!(&record.latest().content, Content::Total(total) if total.indicator == indicator.id),
    )
}

/// Each part of a value: what counts, what is left out, what closes something and is
/// neither.
fn all_parts(value: &Value) -> Vec<(u64, Part)> {
    let left = value.not_counted.iter().map(|left| (left.sequence, Part::LeftOut(left.clone())));
    counted_parts(value).into_iter().chain(left).collect()
}

/// The parts without which the value would be another one, or made of others.
fn counted_parts(value: &Value) -> Vec<(u64, Part)> {
    let left = value.not_counted.iter().map(|left| left.sequence);
    let told: BTreeSet<u64> = value.contributions.iter().map(|it| it.sequence).chain(left).collect();
    let mut closed: BTreeMap<u64, Vec<u64>> = BTreeMap::new();
    for (closer, it) in value.contributions.iter().filter_map(|it| Some((closer_of(it)?, it))) {
        if !told.contains(&closer) {
            closed.entry(closer).or_default().push(it.sequence);
        }
    }
    let counts = value.contributions.iter().map(|it| (it.sequence, Part::Counts(it.clone())));
    counts.chain(closed.into_iter().map(|(place, closed)| (place, Part::Closes(closed)))).collect()
}
