//! What an entry is in the values of a plan: it counts, it is what a share is
//! taken of, it closes what counted before, or it was looked at and left out.

use super::record::{Content, Record};
use super::table::{Question, explain};
use super::value::{Contribution, NotCounted, Remark, Value};
use crate::plan::{Indicator, Kind, Window};

/// What an entry is in one value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CountedIn<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// The indicator in whose unit its amount is: the same or, of a share, the
    /// side that it counts in.
    pub unit: &'a Indicator,
    /// Its part in it.
    pub part: Part,
}

/// The part that an entry has in a value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Part {
    /// It counts; of a share, above the line.
    Counts(Contribution),
    /// It counts below the line of a share.
    Below(Contribution),
    /// It closes the entries at these places, or may: they count no more, or it
    /// is in doubt whether they do.
    Closes(Vec<u64>),
    /// It was looked at and does not count.
    LeftOut(NotCounted),
}

impl Part {
    /// Whether the value would be another one without the entry, or made of
    /// others.
    pub const fn is_counted(&self) -> bool {
        !matches!(self, Self::LeftOut(_))
    }
}

/// The values of the plan that rules in which an entry has a part, or which look
/// at it and leave it out.
pub fn counted_in<'a>(question: &Question<'a>, record: &Record) -> Vec<CountedIn<'a>> {
    let indicators = question.ruling.indicators();
    indicators.flat_map(|indicator| parts_in(question, indicator, record)).collect()
}

fn parts_in<'a>(question: &Question<'a>, indicator: &'a Indicator, record: &Record) -> Vec<CountedIn<'a>> {
    if indicator.rule.kind == Kind::Share {
        return parts_in_share(question, indicator, record);
    }
    if !looks_at(question, indicator, record) {
        return vec![];
    }
    let value = explain(question, indicator).value;
    let part = part_in(&value, record).map(|part| CountedIn { indicator, unit: indicator, part });
    part.into_iter().collect()
}

/// Of a share: in its published total, above its line and below it. What a side
/// leaves out is told of the side, which is a value of its own.
fn parts_in_share<'a>(
    question: &Question<'a>,
    indicator: &'a Indicator,
    record: &Record,
) -> Vec<CountedIn<'a>> {
    let side = |id: &Option<String>| question.ruling.indicator(id.as_deref()?);
    let (above, below) = (side(&indicator.rule.part), side(&indicator.rule.whole));
    let sides = [Some(indicator), above, below].into_iter().flatten();
    if !sides.into_iter().any(|side| looks_at(question, side, record)) {
        return vec![];
    }
    let value = explain(question, indicator).value;
    if matches!(record.latest().content, Content::Total(_)) && stated_by(indicator, record) {
        let part = part_in(&value, record).map(|part| CountedIn { indicator, unit: indicator, part });
        return part.into_iter().collect();
    }
    // Beside a published share that does not say of what, its parts stand with it.
    let Some((part, whole)) = value.parts.as_deref() else {
        let part = part_in(&value, record).zip(above);
        return part.into_iter().map(|(part, unit)| CountedIn { indicator, unit, part }).collect();
    };
    let of_side = |unit: Option<&'a Indicator>, value: &Value| {
        let part = part_in(value, record).filter(Part::is_counted)?;
        Some(CountedIn { indicator, unit: unit?, part })
    };
    let below = of_side(below, whole).map(|it| match it.part {
        Part::Counts(counts) => CountedIn { part: Part::Below(counts), ..it },
        _ => it,
    });
    let above = of_side(above, part).filter(|above| {
        // What closes an entry of both sides closes it once.
        let is_same = |below: &CountedIn<'_>| below.part == above.part;
        !below.as_ref().is_some_and(is_same)
    });
    above.into_iter().chain(below).collect()
}

/// Whether an entry can have a part in a value: its rule looks at the entry's type, at
/// what the entry closes, or at totals of which it is one.
pub fn looks_at(question: &Question<'_>, indicator: &Indicator, record: &Record) -> bool {
    let Content::Activity(_) = &record.latest().content else { return stated_by(indicator, record) };
    let counts = |kind: &str| indicator.rule.from.iter().any(|source| source.kind == kind);
    let kind = question.state.activity_type(&record.kind);
    let closes = kind.and_then(|it| it.closes.as_ref()).map(|closes| closes.kind.as_str());
    counts(&record.kind) || (indicator.rule.window == Some(Window::Open) && closes.is_some_and(counts))
}

/// Whether an entry is a published total of an indicator.
fn stated_by(indicator: &Indicator, record: &Record) -> bool {
    matches!(&record.latest().content, Content::Total(total) if total.indicator == indicator.id)
}

fn part_in(value: &Value, record: &Record) -> Option<Part> {
    if let Some(counts) = value.contributions.iter().find(|it| it.id == record.id) {
        return Some(Part::Counts(counts.clone()));
    }
    if let Some(left) = value.not_counted.iter().find(|it| it.id == record.id) {
        return Some(Part::LeftOut(left.clone()));
    }
    let closed = value.contributions.iter().filter(|it| closer_of(it) == Some(record.sequence));
    let closed: Vec<u64> = closed.map(|it| it.sequence).collect();
    (!closed.is_empty()).then_some(Part::Closes(closed))
}

/// The place of the entry that closes what a contribution is of, or may.
pub fn closer_of(contribution: &Contribution) -> Option<u64> {
    match contribution.remark {
        Some(Remark::ClosedBy(place) | Remark::MayBeClosedBy(place)) => Some(place),
        _ => None,
    }
}
